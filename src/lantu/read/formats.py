"""Which format a file is in, told by what it holds, and which reader lays it out as text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NoReturn

from lantu.errors import UnknownFormat
from lantu.read import ole
from lantu.read.files import encrypted

_MAGIC = (
    (b"%PDF-", "pdf"),
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
_ZIPPED = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"OFD.xml", "ofd"),
    (b"uof.xml", "uof"),
    (b"opendocument", "odf"),
)
_OLE_PARTS = (
    ("EncryptedPackage", "locked"), ("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"),
    ("Book", "xls"),
)  # fmt: skip
_SLIDES = ("是演示文稿，不读；请另存为 PDF 或 DOCX", "slides, not read; save them as PDF or DOCX")
_ARCHIVE = ("是压缩包；请先解压，再给出其中的文件", "an archive; unpack it and give the files in it")
_ADVICE: Mapping[str, tuple[str, str]] = {
    "ofd": (
        "是 OFD 版式文件，不读；请用 OFD 阅读器“导出”或“打印”为 PDF，或向发布单位索取 DOCX",
        "an OFD file, not read; export or print it to PDF in an OFD reader, or ask for the DOCX",
    ),
    "uof": (
        "是 UOF（标文通）文件，不读；请用 WPS 或 LibreOffice 另存为 DOCX 或 XLSX",
        "an UOF file, not read; save it as DOCX or XLSX in WPS or LibreOffice",
    ),
    "xml": ("是 XML 文件，不读；请用原程序另存为 DOCX、XLSX 或 PDF", "an XML file, not read; save it as DOCX, XLSX or PDF"),
    "mht": (
        "是单文件网页（MHT），不读；请用浏览器打开，另存为 HTML 或 PDF",
        "a page in one file (MHT), not read; open it in a browser and save it as HTML or PDF",
    ),
    "odf": ("是 OpenDocument 文件，不读；请另存为 DOCX 或 XLSX", "an OpenDocument file, not read; save it as DOCX or XLSX"),
    "pptx": _SLIDES, "ppt": _SLIDES, "rar": _ARCHIVE, "7z": _ARCHIVE, "zip": _ARCHIVE, "gzip": _ARCHIVE,
    "gif": ("是 GIF 图片，不读；请另存为 PNG 或 PDF", "a GIF picture, not read; save it as PNG or PDF"),
    "ole": (
        "是旧式 Office 复合文件，内容无法辨认，可能已损坏；请用 Office/WPS 打开后另存为 DOCX 或 XLSX",
        "an old office file of unknown content, perhaps damaged; open it in Office or WPS and save it as DOCX or XLSX",
    ),
}  # fmt: skip
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|table|tbody|p|span)\b[^>]*>", re.IGNORECASE)
_PAGE = re.compile(r"<html\b", re.IGNORECASE)
_MAIL = re.compile(r"(?:From|MIME-Version|Content-Type|Subject)\s*:", re.IGNORECASE)
_JSON = re.compile(r'\{\s*"[^"\n]*"\s*:')
_OURS = re.compile(r'\{\s*"format":\s*(\d+),\s*"lantu":\s*"([^"\n]*)"')
_PREFACE = 1024  # bytes of something else that may stand before a PDF
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\*\*\S|\*\*\S[^*\n]*\*\*|^\|.*\|[ \t]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|", re.MULTILINE
)

_SAMPLE = 200  # records of a table that tell
_SURE = 0.9  # of them have as many fields as the others
_TABLES = (".csv", ".tsv")
csv.field_size_limit(1 << 20)


@dataclass(frozen=True, slots=True)
class Reader:
    """The function that lays out a format, as `module:function`, loaded only in the parser's process.

    It is called with the file's name and bytes and returns a `Laid`. `seconds`: the longest it may be silent.
    """

    function: str
    seconds: float = 60


READERS: Mapping[str, Reader] = {
    "html": Reader("lantu.read.html:lay"),
    "xlsx": Reader("lantu.read.workbook:lay"),
    "csv": Reader("lantu.read.delimited:lay"),
    "xls": Reader("lantu.read.office:lay_xls", seconds=180),
    "doc": Reader("lantu.read.office:lay_doc", seconds=180),
    "rtf": Reader("lantu.read.office:lay_rtf", seconds=180),
    "docx": Reader("lantu.read.docx:lay"),
    "png": Reader("lantu.read.images:lay", 120),
    "jpeg": Reader("lantu.read.images:lay", 120),
    "tiff": Reader("lantu.read.images:lay", 120),
    "pdf": Reader("lantu.read.pdf:lay", 120),  # a scanned page takes seconds on a quiet machine
}


def format_of(name: str, data: bytes) -> str:
    """The format that a file's first bytes tell; empty for what may be text.

    Raises UnknownFormat for one that is known and not read, and says what to do.
    """
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if data.startswith(b"PK\x03\x04"):
        # the part that comes first tells: a workbook may hold a document whole
        found = [(data.find(part), kind) for part, kind in _ZIPPED if part in data]
        kind = min(found, default=(0, "zip"))[1]
    if data.startswith(ole.MAGIC):
        kind = _old(data)
    if kind == "locked":
        raise encrypted(name)
    if not kind and b"%PDF-" in data[:_PREFACE]:
        kind = "pdf"
    return kind if not kind or kind in READERS else _refused(name, kind)


def _refused(name: str, kind: str) -> NoReturn:
    zh, en = _ADVICE.get(
        kind,
        (
            f"是 {kind.upper()} 文件，不读；请另存为 PDF 或 DOCX",
            f"a {kind.upper()} file, not read; save it as PDF or DOCX",
        ),
    )
    raise UnknownFormat(f"{name}（{kind.upper()}）：{zh}", f"{name} ({kind.upper()}): {en}")


def _old(data: bytes) -> str:
    """The kind of an old office file by what stands at its top: a document may hold a workbook, and its text any word."""
    names = ole.names(data)
    if names:
        return next((kind for part, kind in _OLE_PARTS if part in names), "ole")
    return next((kind for part, kind in _OLE_PARTS if f"{part}\0".encode("utf-16-le") in data + bytes(2)), "ole")


def text_format(name: str, text: str) -> str:
    """txt, md, csv or html: by what the text holds; the name decides only for Markdown without marks.

    Raises UnknownFormat for one that is known and not read (UOF, MHT, other XML, JSON).
    """
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        _refuse_json(name, head)
    if head.startswith("<?xml") and not _PAGE.search(head):
        _refused(name, "uof" if "<uof:" in head else "xml")
    if _MAIL.match(head) and "multipart/related" in head:
        _refused(name, "mht")
    tags = len(_HTML.findall(head))
    if tags > 4 or (tags and head.startswith("<")):
        return "html"
    if delimiter(name, text) and not _marked(text):
        return "csv"
    return "md" if _marked(text) or name.lower().endswith((".md", ".markdown")) else "txt"


def _refuse_json(name: str, head: str) -> None:
    """Raises UnknownFormat for JSON, or lines of it; what Lantu wrote itself is told as such, whatever its version."""
    ours = _OURS.match(head)
    if ours:
        raise UnknownFormat(
            f"{name}：是 Lantu {ours[2]} 输出的 JSON（格式 {ours[1]}），不是文档，不能再读入或用来对照；请给它所依据的原文件",
            f"{name}: JSON that Lantu {ours[2]} wrote (format {ours[1]}) and no document, is not read or compared; "
            "give the files that it was made from",
        )
    if _JSON.match(head):
        _refused(name, "json")


def _marked(text: str) -> bool:
    """Whether a text has Markdown marks; their characters are looked for first, as few texts have any."""
    marked = "**" in text or ("#" in text and ("\n#" in text or text[0] == "#"))
    marked = marked or ("|" in text and ("\n|" in text or text[0] == "|"))
    return marked and _MARKDOWN.search(text) is not None


def delimiter(name: str, text: str) -> str:
    """What parts the fields of a table; empty for a text that is none.

    Nearly all lines hold the same number of it, three lines at least; a file that is named a CSV may have more
    lines without.
    """
    called = name.lower().endswith(_TABLES)
    # in a text file, rows parted by tabs are a table of its running text, with categories that stand for several rows
    for sign in (",", "\t", ";") if called else (",", ";"):
        if sign not in text[:100_000]:
            continue
        try:
            records = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=sign), _SAMPLE))
        except csv.Error:
            continue
        widths = [len(record) for record in records if record]
        if not widths:
            continue
        usual, often = Counter(widths).most_common(1)[0]
        if usual > 1 and often >= len(widths) * (0.5 if called else _SURE) and (called or len(widths) > 2):
            return sign
    return ""
