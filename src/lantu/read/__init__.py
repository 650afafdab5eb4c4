"""Stage 1: a file as a document, with passages, tables and front matter.

Stable: `read` and `read_bytes`, the records of `lantu.model`, `Document.text` and every offset.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lantu.model import Document
from lantu.read.corrected import corrected, unmade
from lantu.read.corrections import Wanted, located, refuse
from lantu.read.encoding import decode
from lantu.read.files import MAX_SIZE, check_cells, check_figures, check_size, empty, load
from lantu.read.formats import READERS, format_of, text_format
from lantu.read.front import front_of
from lantu.read.laid import Laid
from lantu.read.language import check_language
from lantu.read.passages import passages
from lantu.read.settings import Settings
from lantu.registers.hanzi import simplified

__all__ = ["Settings", "read", "read_bytes"]


def read(
    path: Path, *, max_size: int = MAX_SIZE, settings: Settings | None = None, corrections: Sequence[Wanted] = ()
) -> Document:
    """The document in a file, its format told by what it holds.

    `max_size`: in bytes; `settings`: what a person set by hand for the files (`lantu.toml`); `corrections`: of
    misprints (`corrections.toml`). Raises StaleCorrection, MissingFile, NotAFile, EmptyFile, TooLarge, UnknownFormat, DamagedFile, MissingTool, BinaryFile,
    UnknownEncoding or UnknownLanguage.
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
    kind, laid = _laid(name, data)
    check_size(name, len(laid.text), max_size)
    check_figures(name, laid.text)
    check_language(name, laid.text)
    found, tables = passages(simplified(laid.text), laid.depths, laid.grids, laid.furniture, laid.title)
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


def _laid(name: str, data: bytes) -> tuple[str, Laid]:
    """A file's format and its text: of a text file its bytes decoded, nothing translated."""
    kind, plain = format_of(name, data), None
    if not kind:
        text, encoding = decode(name, data)
        check_cells(name, max(text.count("\t"), text.count("|")))
        kind, plain = text_format(name, text), Laid(text, encoding=encoding)
    if kind in READERS:
        from lantu.read import apart  # noqa: PLC0415 - a text needs no other process

        return kind, apart.lay(READERS[kind], name, data)
    assert plain is not None, "what no reader lays out is text"
    return kind, plain
