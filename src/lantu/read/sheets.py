"""CSV and XLSX sheets as rows of texts."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lantu.errors import BadData
from lantu.read.encoding import decode
from lantu.read.files import load

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a person counts it (the header is 1), with the trimmed texts of its cells."""

    number: int
    cells: tuple[str, ...]


def rows_of(path: Path, max_size: int) -> list[Row]:
    """All rows of a CSV or of the first sheet of an XLSX; at least the header."""
    data = load(path, max_size)
    rows = _xlsx(path.name, data) if data.startswith(b"PK\x03\x04") else _csv(path.name, data)
    if not rows:
        raise BadData(
            f"{path.name}：表里没有内容；请写上表头和数据", f"{path.name}: the sheet is empty; give a header and rows"
        )
    return rows


def _csv(name: str, data: bytes) -> list[Row]:
    text = decode(name, data)[0].removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [Row(i, tuple(cell.strip() for cell in cells)) for i, cells in enumerate(reader, 1)]
    except csv.Error as error:
        raise BadData(
            f"{name}：第 {reader.line_num} 行不是有效的 CSV（{error}）；请检查引号",
            f"{name}: line {reader.line_num} is no valid CSV ({error}); check its quotes",
        ) from error


def _xlsx(name: str, data: bytes) -> list[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that only a sheet of data is worth
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - with it

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [Row(i, tuple(map(_text, cells))) for i, cells in enumerate(sheet.iter_rows(), 1)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError) as error:
        raise BadData(
            f"{name}：不是能打开的 XLSX 工作簿；请用 Excel 或 WPS 另存后再试",
            f"{name}: not an XLSX workbook that opens; save it again from Excel or WPS",
        ) from error


def _text(cell: "Cell | MergedCell") -> str:
    """A cell as text: numbers with their shortest digits (2023.0 is 2023), percentages as they are shown."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value.isoformat()[:10] if isinstance(value, date) else str(value).strip()
    if "%" in (getattr(cell, "number_format", "") or ""):
        return f"{value!r}（百分比格式）"
    return str(int(value)) if float(value).is_integer() else repr(value)
