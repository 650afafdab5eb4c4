"""CSV: tables of fields parted by commas, semicolons or tabs, laid out as one table."""

import csv
import io

from lantu.errors import DamagedFile
from lantu.read.encoding import decode
from lantu.read.files import check_cells
from lantu.read.formats import delimiter
from lantu.read.laid import Laid
from lantu.read.workbook import laid
from lantu.read.xlsx import Sheet, one_line


def lay(name: str, data: bytes) -> Laid:
    """The rows of a CSV as a table, with the lines above and below it."""
    text, encoding = decode(name, data)
    sheet = Sheet("CSV")
    count = 0
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter(name, text) or ",")
    try:
        for number, record in enumerate(reader):
            count += len(record)
            check_cells(name, count)
            sheet.cells |= {(number, at): words for at, field in enumerate(record) if (words := one_line(field))}
    except csv.Error as error:
        raise DamagedFile(
            f"{name}：第 {reader.line_num} 行不是有效的 CSV；请检查引号，或用 Excel/WPS 另存",
            f"{name}: line {reader.line_num} is no valid CSV; check its quotes, or save it again from Excel or WPS",
        ) from error
    return laid(name, [sheet], named=False, encoding=encoding)
