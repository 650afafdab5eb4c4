"""Stage 1: a file as a document, with passages, tables and front matter.

Stable: `read` and `read_bytes`, the records of `lantu.model`, `Document.text` and every offset.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lantu.model import Document
from lantu.read import apart
from lantu.read.corrected import corrected, unmade
from lantu.read.corrections import Wanted, located, refuse
from lantu.read.encoding import decode
from lantu.read.files import MAX_SIZE, check_size, empty, load
from lantu.read.formats import READERS, format_of
from lantu.read.front import front_of
from lantu.read.laid import Laid
from lantu.read.passages import passages
from lantu.read.settings import Settings

__all__ = ["Settings", "read", "read_bytes"]


def read(
    path: Path, *, max_size: int = MAX_SIZE, settings: Settings | None = None, corrections: Sequence[Wanted] = ()
) -> Document:
    """The document in a file, its format told by what it holds.

    `max_size`: in bytes; `settings`: what a person set by hand for the files (`lantu.toml`); `corrections`: of
    misprints (`corrections.toml`). Raises StaleCorrection, MissingFile, NotAFile, EmptyFile, TooLarge, UnknownFormat, DamagedFile, MissingTool, BinaryFile or
    UnknownEncoding.
    """
    data = load(path, max_size)
    return read_bytes(path.name, data, max_size=max_size, settings=settings, corrections=corrections)


def read_bytes(
    name: str,
    data: bytes,
    *,
    max_size: int = MAX_SIZE,
    settings: Settings | None = None,
    corrections: Sequence[Wanted] = (),
) -> Document:
    """The document in the bytes of a file called `name`; the same errors as `read`."""
    check_size(name, len(data), max_size)
    kind = format_of(name, data)
    laid = apart.lay(READERS[kind], name, data) if kind in READERS else _plain(name, data)
    check_size(name, len(laid.text), max_size)
    found, tables = passages(laid.text, laid.depths, laid.grids, laid.furniture)
    if not found:
        raise empty(name)
    sha256 = hashlib.sha256(data).hexdigest()
    changes = located(corrections, name, sha256, laid.text)
    if changes:
        refuse(unmade(found, tables, changes), name)
        found, tables = corrected(found, tables, changes)
    front = front_of(found)
    if settings:
        front = settings.applied(name, front)
    return Document(
        name, sha256, kind, laid.encoding, laid.text, found, tables, front,
        anchors=laid.anchors, pages=laid.pages, corrections=changes, notes=laid.notes,
    )  # fmt: skip


def _plain(name: str, data: bytes) -> Laid:
    """A text file: its bytes decoded, nothing translated."""
    text, encoding = decode(name, data)
    return Laid(text, encoding=encoding)
