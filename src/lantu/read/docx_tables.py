"""The tables of a Word file: which cell stands where, and whether a table holds data or only lays out the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from lantu.read.docx_parts import attribute, child, named, through, whole
from lantu.read.zipped import too_large

MOST_PLACES = 500_000  # rows by columns of one table
_LONG_CELL = 400  # characters; a table with a longer cell lays out a page
Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's cells by where they start, and for each place that a cell covers where it starts."""

    rows: int
    width: int
    cells: Mapping[Place, etree._Element]
    origins: Mapping[Place, Place]

    def is_full(self, row: int) -> bool:
        """Whether one cell takes a whole row and no other."""
        first = self.origins.get((row, 0))
        return first == (row, 0) and all(self.origins.get((row, c)) == first for c in range(self.width)) and (
            row + 1 == self.rows or self.origins.get((row + 1, 0)) != first
        )  # fmt: skip

    def data_rows(self) -> range:
        """The rows of data between a title and notes that take whole rows; empty where the table lays out the page."""
        first, last = 0, self.rows
        while first < last and self.is_full(first):
            first += 1
        while last > first and self.is_full(last - 1):
            last -= 1
        if last - first < 2 or self.width < 2:
            return range(0)
        inner = [cell for (r, _), cell in self.cells.items() if first <= r < last]
        return range(0) if any(_lays_out(cell) for cell in inner) else range(first, last)


def shape_of(name: str, table: etree._Element) -> Shape:
    """The shape of a w:tbl. Raises TooLarge for more than `MOST_PLACES`, before any is laid out."""
    rows = [list(_cells(row)) for row in _rows(table)]
    width = max((row[-1][0] + row[-1][1] for row in rows if row), default=0)
    if len(rows) * width > MOST_PLACES:
        raise too_large(
            name, f"有一个 {len(rows):,} 行 × {width:,} 列的表格", f"a table of {len(rows):,} rows by {width:,} columns"
        )
    kept = {column: i for i, column in enumerate(sorted({column for row in rows for column, _, _, _ in row}))}
    cells: dict[Place, etree._Element] = {}
    origins: dict[Place, Place] = {}
    for r, row in enumerate(rows):
        for column, wide, goes_on, cell in row:
            here, above = (r, kept[column]), origins.get((r - 1, kept[column]))
            origin = above if goes_on and above is not None and above[1] == here[1] else here
            if origin == here:
                cells[here] = cell
            origins.update({(r, kept[c]): origin for c in range(column, column + wide) if c in kept})
    return Shape(len(rows), len(kept), cells, origins)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows that stay once changes are accepted."""
    for row in through(table):
        if named(row) == "w:tr" and child(row, "w:trPr", "w:del") is None:
            yield row


def _cells(row: etree._Element) -> Iterator[tuple[int, int, bool, etree._Element]]:
    """Of each cell the column where it starts, how many it takes, whether it goes on from above, and itself."""
    column = max(whole(attribute(child(row, "w:trPr", "w:gridBefore")), 0), 0)
    last: tuple[int, int, bool, etree._Element] | None = None
    for cell in through(row):
        properties = child(cell, "w:tcPr")
        if named(cell) != "w:tc" or child(properties, "w:cellDel") is not None:
            continue
        wide = max(whole(attribute(child(properties, "w:gridSpan")), 1), 1)
        aside = child(properties, "w:hMerge")
        if last is not None and aside is not None and attribute(aside) != "restart":
            last = (last[0], last[1] + wide, *last[2:])
        else:
            if last is not None:
                yield last
            merge = child(properties, "w:vMerge")
            last = (column, wide, merge is not None and attribute(merge) != "restart", cell)
        column += wide
    if last is not None:
        yield last


def _lays_out(cell: etree._Element) -> bool:
    """Whether a cell holds more than data: a long text, or little beside a table of its own."""
    size = inner = 0
    for each in cell.iter("{*}t"):
        size += len(each.text or "")
    for table in cell.iter("{*}tbl"):
        inner = max(inner, sum(len(each.text or "") for each in table.iter("{*}t")))
    return size - inner > _LONG_CELL or (inner > 0 and inner * 2 >= size)
