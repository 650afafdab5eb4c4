"""Uploads: the folder in which uploaded files wait to be read: each in a folder of its own, under its own name made safe."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from lantu import pipeline
from lantu.errors import CannotWrite, TooLarge
from lantu.store.settings import HOME

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
_ENDING = 8
_LONGEST = 240  # bytes of a name: every file system takes 255


class Upload(Protocol):
    """An uploaded file as Django gives it."""

    @property
    def name(self) -> str | None:
        """As the browser names it."""

    @property
    def size(self) -> int | None:
        """In bytes."""

    def chunks(self) -> Iterable[bytes]:
        """Its bytes."""


def folder() -> Path:
    """The folder itself."""
    return HOME / "uploads"


def path(kept: str) -> Path:
    """Where a kept file lies."""
    return folder() / kept


def keep(upload: Upload) -> str:
    """Keep an uploaded file; its place in the folder. Whole or not at all.

    Raises TooLarge, CannotWrite (a full disk, a closed folder).
    """
    name = safe_name(upload.name or "")
    if (upload.size or 0) > pipeline.MAX_SIZE:
        raise TooLarge(
            f"{name}：文件有 {(upload.size or 0) // 1_000_000} MB，超过 {pipeline.MAX_SIZE // 1_000_000} MB；请拆分后再导入。",
            f"{name}: more than {pipeline.MAX_SIZE // 1_000_000} MB; split it.",
        )
    own: Path | None = None
    try:
        folder().mkdir(parents=True, exist_ok=True)
        own = Path(tempfile.mkdtemp(prefix="", dir=folder()))
        with (own / name).open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
    except OSError as error:
        if own:
            shutil.rmtree(own, ignore_errors=True)
        raise CannotWrite(
            f"{name}：存不下（{error.strerror}）；请检查磁盘空间后再试，没有留下半个文件。",
            f"{name}: cannot be kept ({error.strerror}); check the disk and try again. Nothing half-written is left.",
        ) from error
    return f"{own.name}/{name}"


def safe_name(name: str) -> str:
    """A file name without path, control characters or what a file system refuses; its ending stays."""
    plain = _UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ") or "文档"
    plain = plain.encode("utf-8", "replace").decode()  # half a surrogate pair is no name
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > _ENDING:
        return _cut(plain, _LONGEST)
    return f"{_cut(stem, _LONGEST - len(ending.encode()) - 1)}.{ending}"


def _cut(text: str, longest: int) -> str:
    return text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore")


def clear(kept: Path) -> None:
    """Remove a file that has been read, and its folder."""
    shutil.rmtree(kept.parent, ignore_errors=True)
