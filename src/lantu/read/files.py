"""A path as bytes, and the formats that are told from their first bytes or from the text."""

import re
from pathlib import Path

from lantu.errors import EmptyFile, MissingFile, NotAFile, TooLarge, UnknownFormat

MAX_SIZE = 50_000_000
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC/XLS/WPS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x1f\x8b", "GZIP"),
)
_ZIPPED = ((b"word/", "DOCX"), (b"xl/", "XLSX"), (b"ppt/", "PPTX"), (b"OFD.xml", "OFD"), (b"opendocument", "ODF"))
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|table|tbody|p|span)\b[^>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\*\*\S|\*\*\S[^*\n]*\*\*|^\|.*\|[ \t]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE
)


def load(path: Path, max_size: int) -> bytes:
    """The bytes of a file of at most `max_size` bytes; its size is looked at before it is read."""
    try:
        if not path.exists():
            raise MissingFile(f"{path}：没有这个文件；请检查路径", f"{path}: no such file; check the path")
        if not path.is_file():
            raise NotAFile(
                f"{path}：不是文件（可能是文件夹）；请给出其中的文件",
                f"{path}: not a file (a folder?); name the files in it",
            )
        check_size(str(path), path.stat().st_size, max_size)
        return path.read_bytes()
    except OSError as error:
        raise MissingFile(
            f"{path}：无法打开；请检查路径和读取权限", f"{path}: cannot be opened; check the path and its permissions"
        ) from error


def check_size(name: str, size: int, max_size: int) -> None:
    """Refuse what is empty or too large."""
    if size == 0:
        raise empty(name)
    if size > max_size:
        raise TooLarge(
            f"{name}：{size} 字节，超过上限 {max_size}；请拆分文件，或用 --max-size 调高上限",
            f"{name}: {size} bytes, more than the limit of {max_size}; split the file or raise --max-size",
        )


def empty(name: str) -> EmptyFile:
    """The error for a file in which nothing is written."""
    return EmptyFile(
        f"{name}：文件里没有文字；请检查是否选错了文件", f"{name}: holds no text; check that it is the right file"
    )


def refuse_foreign(name: str, data: bytes) -> None:
    """Refuse formats that are known by their first bytes and are not read."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if data.startswith(b"PK\x03\x04"):
        kind = next((kind for part, kind in _ZIPPED if part in data), "ZIP")
    if kind:
        raise UnknownFormat(
            f"{name}：是 {kind} 文件；本版只读 TXT、Markdown 和 HTML，请另存为其中一种",
            f"{name}: a {kind} file; this version reads TXT, Markdown and HTML, save it as one of them",
        )


def text_format(name: str, text: str) -> str:
    """txt, md or html: by what the text holds; the name decides only for Markdown without marks."""
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    tags = len(_HTML.findall(head))
    if tags > 4 or (tags and head.startswith("<")):
        return "html"
    return "md" if _MARKDOWN.search(text) or name.lower().endswith((".md", ".markdown")) else "txt"
