"""Stage 1: a file as a document, with passages, tables and front matter.

Stable: `read` and `read_bytes`, the records of `lantu.model`, `Document.text` and every offset.
"""

import hashlib
from pathlib import Path

from lantu.model import Document
from lantu.read.encoding import decode
from lantu.read.files import MAX_SIZE, check_size, empty, load, refuse_foreign, text_format
from lantu.read.front import front_of
from lantu.read.html import from_html
from lantu.read.passages import passages
from lantu.read.settings import Settings

__all__ = ["Settings", "read", "read_bytes"]


def read(path: Path, *, max_size: int = MAX_SIZE, settings: Settings | None = None) -> Document:
    """The document in a file: TXT, Markdown or HTML, told by what it holds.

    `max_size`: in bytes; `settings`: what a person set by hand for the files (`lantu.toml`).
    Raises MissingFile, NotAFile, EmptyFile, TooLarge, UnknownFormat, BinaryFile or UnknownEncoding.
    """
    return read_bytes(path.name, load(path, max_size), max_size=max_size, settings=settings)


def read_bytes(name: str, data: bytes, *, max_size: int = MAX_SIZE, settings: Settings | None = None) -> Document:
    """The document in the bytes of a file called `name`; the same errors as `read`."""
    check_size(name, len(data), max_size)
    refuse_foreign(name, data)
    source, encoding = decode(name, data)
    kind = text_format(name, source)
    text, depths, grids = from_html(source) if kind == "html" else (source, None, ())
    found, tables = passages(text, depths, grids)
    if not found:
        raise empty(name)
    front = front_of(found)
    if settings:
        front = settings.applied(name, front)
    return Document(name, hashlib.sha256(data).hexdigest(), kind, encoding, text, found, tables, front)
