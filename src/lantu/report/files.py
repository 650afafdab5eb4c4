"""Writing outputs: all or nothing a file, never over an existing one unasked."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lantu.errors import CannotWrite, NotAFile, OutputExists


def write_all(out: Path, contents: Mapping[str, bytes], *, force: bool = False) -> tuple[Path, ...]:
    """Write every file of `contents` into the folder `out`, which is made where it is missing.

    Raises OutputExists, before anything is written, for a file that is there already (unless `force`),
    NotAFile where a file stands in the folder's place. An interrupted run leaves whole files only.
    """
    paths = tuple(out / name for name in contents)
    _refuse_existing(paths, force=force)
    _make(out)
    try:
        for path, content in zip(paths, contents.values(), strict=True):
            _replace(path, content)
    except OSError as error:
        raise _cannot(out, error) from None
    return paths


def _cannot(out: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"{out} 写不进去（{error.strerror}）。检查权限和磁盘空间，或换一个输出位置。",
        f"{out} cannot be written ({error.strerror}). Check its permissions and the disk, or choose another place.",
    )


def _refuse_existing(paths: tuple[Path, ...], *, force: bool) -> None:
    try:
        there = [path for path in paths if path.exists() or path.is_symlink()]
    except OSError as error:
        raise _cannot(paths[0].parent, error) from None
    if there and not force:
        names = "、".join(path.name for path in there)
        raise OutputExists(
            f"输出文件夹 {there[0].parent} 中已有 {names}：不覆盖已有文件。换一个文件夹，或加 --force。",
            f"{', '.join(path.name for path in there)} already in {there[0].parent}: nothing is overwritten. "
            "Choose another folder, or add --force.",
        )


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise NotAFile(
            f"{out} 不能用作输出文件夹：这个位置上是一个文件。用 --out（check 用 --output）换一个文件夹。",
            f"{out} cannot be the output folder: a file stands in its place. Choose another folder with --out (check: --output).",
        ) from None
    except OSError as error:
        raise _cannot(out, error) from None


def _replace(path: Path, content: bytes) -> None:
    """Through a name beside it, so that a reader sees the old file or the new one, whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        with suppress(OSError):  # what could not be written there is not there either
            beside.unlink(missing_ok=True)
