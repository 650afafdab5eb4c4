"""evaluation.xlsx: the evaluation for a bureau's own spreadsheets; the same bytes for the same evaluation."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lantu.registers.methods import Method
from lantu.report.sheets import Shade, Sheet, sheets
from lantu.report.story import Told

_HEAD = PatternFill("solid", fgColor="1D4F7C")
_LINE = Border(bottom=Side(style="thin", color="D8DDE3"))
_FONT = "Microsoft YaHei"
_PERCENT = "0.0%"
_LONGEST = 32_000  # Excel's limit for a cell is 32,767 characters
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def evaluation_xlsx(told: Told, method: Method) -> bytes:
    """The workbook as bytes. Numbers are cells with numbers, shares are shown as per cent."""
    return workbook(sheets(told, method), told.as_of)


def workbook(pages: Iterable[Sheet], as_of: date) -> bytes:
    """Sheets as a workbook: the same bytes for the same sheets and day."""
    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    for sheet in pages:
        fill(book.create_sheet(sheet.name), sheet)
    book.properties.creator = "Lantu"
    raw = io.BytesIO()
    book.save(raw)
    return _fixed(raw.getvalue(), as_of)


def fill(page: Worksheet, sheet: Sheet) -> None:
    """Write a sheet with a frozen header; texts stay texts, numbers show their printed digits."""
    for at, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(at)].width = column.width
        cell = _cell(page, 1, at)
        _write(cell, column.head)
        cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for line, values in enumerate(sheet.rows, 2):
        _row(page, line, sheet, values)
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.sheet_view.zoomScale = 100


def _row(page: Worksheet, line: int, sheet: Sheet, values: Sequence[object]) -> None:
    for at, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
        cell = _cell(page, line, at)
        cell.font = Font(name=_FONT, size=10)
        cell.border = _LINE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if isinstance(value, Shade):
            cell.fill = PatternFill("solid", fgColor=value.colour)
        _write(cell, value.text if isinstance(value, Shade) else value, share=column.share)


def _cell(page: Worksheet, line: int, at: int) -> Cell:
    cell = page.cell(line, at)
    assert isinstance(cell, Cell), "nothing is merged"
    return cell


def _write(cell: Cell, value: object, *, share: bool = False) -> None:
    if value is None or value == "":
        return
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _PERCENT if share else _digits(value)
    elif isinstance(value, int):
        cell.value = value
    else:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_LONGEST]
        cell.data_type = "s"  # a text that begins with = is no formula


def _digits(value: Decimal) -> str:
    """A number format that shows the printed digits."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "0." + "0" * places if places else "0"


def _fixed(raw: bytes, as_of: date) -> bytes:
    """The same workbook with the as-of date for every time in it, not compressed: zlib differs between machines."""
    moment = f"{as_of.isoformat()}T00:00:00Z"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as made, zipfile.ZipFile(out, "w") as fixed:
        for name in sorted(made.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + moment.encode() + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, (max(as_of.year, 1980), as_of.month, as_of.day, 0, 0, 0))
            entry.create_system = 0  # the same whatever system wrote it
            fixed.writestr(entry, content)
    return out.getvalue()
