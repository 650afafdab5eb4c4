"""Which format a file is in, told by what it holds, and which reader lays it out as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lantu.errors import UnknownFormat
from lantu.read.encoding import decode

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
)
_ZIPPED = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd"), (b"opendocument", "odf"))
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|table|tbody|p|span)\b[^>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\*\*\S|\*\*\S[^*\n]*\*\*|^\|.*\|[ \t]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Reader:
    """The function that lays out a format, as `module:function`, loaded only in the parser's process.

    It is called with the file's name and bytes and returns a `Laid`. `seconds`: the longest it may be silent.
    """

    function: str
    seconds: float = 60


READERS: Mapping[str, Reader] = {
    "html": Reader("lantu.read.html:lay"),
    "png": Reader("lantu.read.images:lay", 120),
    "jpeg": Reader("lantu.read.images:lay", 120),
    "tiff": Reader("lantu.read.images:lay", 120),
    "pdf": Reader("lantu.read.pdf:lay", 120),  # a scanned page takes seconds on a quiet machine
}


def format_of(name: str, data: bytes) -> str:
    """The format of a file's bytes. Raises UnknownFormat for one that is known and not read, and says what to do."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if data.startswith(b"PK\x03\x04"):
        kind = next((kind for part, kind in _ZIPPED if part in data), "zip")
    if not kind:
        return text_format(name, decode(name, data)[0])
    if kind in READERS:
        return kind
    raise UnknownFormat(
        f"{name}：是 {kind.upper()} 文件；本版只读 TXT、Markdown 和 HTML，请另存为其中一种",
        f"{name}: a {kind.upper()} file; this version reads TXT, Markdown and HTML, save it as one of them",
    )


def text_format(name: str, text: str) -> str:
    """txt, md or html: by what the text holds; the name decides only for Markdown without marks."""
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    tags = len(_HTML.findall(head))
    if tags > 4 or (tags and head.startswith("<")):
        return "html"
    return "md" if _MARKDOWN.search(text) or name.lower().endswith((".md", ".markdown")) else "txt"
