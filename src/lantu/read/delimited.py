"""CSV: tables of fields parted by commas, semicolons or tabs, told by what the lines hold."""

import csv
import io
from collections import Counter
from itertools import islice

from lantu.errors import DamagedFile
from lantu.read.encoding import decode
from lantu.read.files import check_cells
from lantu.read.laid import Laid
from lantu.read.workbook import laid
from lantu.read.xlsx import Sheet, one_line

_SAMPLE = 200  # records that tell
_SURE = 0.9  # of them have as many fields as the others
_NAMED = (".csv", ".tsv")
csv.field_size_limit(1 << 20)


def delimiter(name: str, text: str) -> str:
    """What parts the fields of a table; empty for a text that is none.

    Nearly all lines hold the same number of it, three lines at least; a file that is named a CSV may have more
    lines without.
    """
    called = name.lower().endswith(_NAMED)
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
