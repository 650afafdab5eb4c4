"""The sheets of an XLSX workbook, each cell as it is shown.

Read from the XML itself: the digits as they are stored, the number format of each cell and merged cells are
wanted together, and counting cells as they come bounds time and memory.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml import etree

from lantu.read.files import check_cells
from lantu.read.shown import BUILTIN, shown
from lantu.read.zipped import damaged, open_zip, read_entry, read_xml

_REF = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
Place = tuple[int, int]  # row and column, from 0


@dataclass(slots=True)
class Sheet:
    """A sheet: the texts of its filled cells, and its merged stretches as (top, left, bottom, right).

    `unreckoned`: places of formulas whose result the file does not hold.
    """

    name: str
    cells: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unreckoned: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Book:
    """What cells refer to."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]  # by style
    base: datetime


def sheets(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a workbook in their order; hidden ones only where all are."""
    archive = open_zip(name, data)
    root = read_xml(name, archive, "xl/workbook.xml")
    if root is None:
        raise damaged(name)
    parts = _targets(name, archive)
    days_from_1904 = any(_tag(e) == "workbookPr" and e.get("date1904") in ("1", "true") for e in root)
    base = datetime(1904, 1, 1) if days_from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - sheets have no zones
    book = _Book(_strings(name, archive), _formats(name, archive), base)
    listed = [e for e in root.iter() if _tag(e) == "sheet"]
    visible = [e for e in listed if e.get("state", "visible") == "visible"]
    found: list[Sheet] = []
    for each in visible or listed:
        entry = parts.get(each.get(_ID) or each.get(_STRICT_ID) or "", "")
        xml = read_entry(name, archive, entry) if entry else None
        if xml is not None and "worksheet" in entry:
            sheet = Sheet(each.get("name", ""))
            _fill(name, xml, sheet, book, sum(len(known.cells) for known in found))
            found.append(sheet)
    return found


def column(number: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _tag(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _targets(name: str, archive: zipfile.ZipFile) -> Mapping[str, str]:
    root = read_xml(name, archive, "xl/_rels/workbook.xml.rels")
    elements = [] if root is None else list(root)
    return {
        e.get("Id", ""): posixpath.normpath(posixpath.join("/xl", e.get("Target", ""))).lstrip("/") for e in elements
    }


def _strings(name: str, archive: zipfile.ZipFile) -> tuple[str, ...]:
    root = read_xml(name, archive, "xl/sharedStrings.xml")
    return () if root is None else tuple(_words(e) for e in root if _tag(e) == "si")


def _words(element: etree._Element) -> str:
    """The text of a string, without the readings printed above characters."""
    return "".join(
        e.text or ""
        for e in element.iter()
        if _tag(e) == "t" and (up := e.getparent()) is not None and _tag(up) != "rPh"
    )


def _formats(name: str, archive: zipfile.ZipFile) -> tuple[str, ...]:
    root = read_xml(name, archive, "xl/styles.xml")
    if root is None:
        return ()
    codes: dict[str, str] = {str(number): code for number, code in BUILTIN.items()}
    codes |= {e.get("numFmtId", ""): e.get("formatCode", "") for e in root.iter() if _tag(e) == "numFmt"}
    styles = next((e for e in root if _tag(e) == "cellXfs"), None)
    return () if styles is None else tuple(codes.get(e.get("numFmtId", ""), "") for e in styles)


def _fill(name: str, xml: bytes, sheet: Sheet, book: _Book, before: int) -> None:
    """Read a sheet's XML, row by row."""
    check_cells(
        name, before + xml.count(b"<v>") + xml.count(b"<is>")
    )  # at once; what is written otherwise is counted below
    row = -1
    for element in _elements(name, xml):
        if _tag(element) == "mergeCell":
            ends = [_place(part) for part in element.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] and ends[1]:
                sheet.merged.append((*ends[0], *ends[1]))
                check_cells(name, len(sheet.merged))
        else:
            said = element.get("r", "")
            row = int(said) - 1 if re.fullmatch(r"[1-9]\d{0,6}", said) else row + 1
            _fill_row(element, row, sheet, book)
            check_cells(name, before + len(sheet.cells))
        element.clear()
        while element.getprevious() is not None and (up := element.getparent()) is not None:
            del up[0]


def _elements(name: str, xml: bytes) -> Iterator[etree._Element]:
    """Rows and merges of a sheet as they come."""
    walk = etree.iterparse(
        io.BytesIO(xml), tag=("{*}row", "{*}mergeCell"), resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        for _, element in walk:
            if element.getroottree().docinfo.doctype:
                raise damaged(name)
            yield element
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error


def _fill_row(element: etree._Element, row: int, sheet: Sheet, book: _Book) -> None:
    at = -1
    for cell in element:
        if _tag(cell) != "c":
            continue
        place = _place(cell.get("r", ""))
        at = place[1] if place else at + 1
        text = _cell(cell, book)
        if text:
            sheet.cells[row, at] = text
        elif _is_unreckoned(cell):
            sheet.unreckoned.append((row, at))


def _place(ref: str) -> Place | None:
    found = _REF.fullmatch(ref)
    if not found:
        return None
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return int(found[2]) - 1, number - 1


def _is_unreckoned(cell: etree._Element) -> bool:
    """Whether a cell without text is a formula that was never computed; an empty text may well be its result."""
    return cell.get("t", "n") != "str" and any(_tag(part) == "f" for part in cell)


def _cell(cell: etree._Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return one_line(_words(cell))
    value = next((e.text or "" for e in cell if _tag(e) == "v"), "").strip()
    if kind == "s":
        at = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
        return one_line(book.strings[at]) if 0 <= at < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind != "n" or not value:
        return one_line(value)
    style = cell.get("s", "0")
    at = int(style) if style.isascii() and style.isdigit() and len(style) < 10 else -1
    try:
        return shown(Decimal(value), book.formats[at] if 0 <= at < len(book.formats) else "", book.base)
    except InvalidOperation:
        return one_line(value)


def one_line(text: str) -> str:
    """A cell's text on one line, without the tabs that part cells."""
    return re.sub(r"\s*[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+\s*", " ", text).strip()
