"""A document as it was read, with numbered marks where the findings stand: what the findings page shows of it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lantu.model import Cell, Document, Passage, PassageKind, Segment, Severity, Table
from lantu.report.excerpts import clean_offset, shown_text

_NUMBER = re.compile(r"\W*\d[\d.,，]*\W*")
_SHORT = 5  # characters of a cell that are never broken


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's number at a raw span; `id` is the place that a link leads to. 0: a place only, without a number.

    `quiet`: the finding has a reply, and the text is not coloured.
    """

    id: str
    start: int
    end: int
    number: int = 0
    severity: Severity | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without a boundary in it; `begins` and `ends` are the marks that do so here, `heaviest` of those around it."""

    text: str
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()
    heaviest: Severity | None = None


@dataclass(frozen=True, slots=True)
class Square:
    """A table cell as it is drawn: a merged one once, over `rows` and `columns`."""

    text: tuple[Stretch, ...]
    head: bool
    number: bool
    short: bool  # to be kept on one line
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of the document: running text, or the rows of a table."""

    kind: PassageKind
    level: int
    text: tuple[Stretch, ...] = ()
    rows: tuple[tuple[Square, ...], ...] = ()


def blocks(document: Document, marks: Iterable[Mark]) -> tuple[Block, ...]:
    """Every passage in reading order, each mark in the one that it begins in."""
    starts = [p.start for p in document.passages]
    inside: dict[int, list[Mark]] = {}
    for mark in marks:
        inside.setdefault(max(bisect_right(starts, mark.start) - 1, 0), []).append(mark)
    tables = {t.passage: t for t in document.tables}
    return tuple(_block(document, p, tables.get(p.index), inside.get(n, ())) for n, p in enumerate(document.passages))


def _block(document: Document, passage: Passage, table: Table | None, marks: Sequence[Mark]) -> Block:
    if table and table.rows:
        return Block(passage.kind, passage.level, rows=_rows(document, table, marks))
    text = shown_text(document, passage.segments, passage.text)
    return Block(passage.kind, passage.level, tuple(_cut(text, passage.segments, marks)))


def _cut(text: str, segments: tuple[Segment, ...], marks: Sequence[Mark]) -> Iterator[Stretch]:
    """A clean text cut wherever a mark begins or ends."""
    last = max(len(text), 1)
    spans = {
        m: (min(clean_offset(segments, m.start), last - 1), min(clean_offset(segments, m.end - 1) + 1, last))
        for m in marks
    }
    edges = sorted({0, last, *(edge for span in spans.values() for edge in span)})
    for start, end in pairwise(edges):
        around = [m for m, (a, b) in spans.items() if a <= start and end <= b]
        weights = [m.severity for m in around if m.severity and not m.quiet]
        yield Stretch(
            text[start:end],
            tuple(m for m in around if spans[m][0] == start),
            tuple(m for m in around if spans[m][1] == end),
            min(weights, key=lambda s: s.rank, default=None),
        )


def _rows(document: Document, table: Table, marks: Sequence[Mark]) -> tuple[tuple[Square, ...], ...]:
    sizes = _merged(table)
    held = _held(table, sizes, marks)
    drawn: list[list[Square]] = [[] for _ in table.rows]
    for (row, column), (down, across) in sizes.items():
        cell = table.rows[row][column]
        segments = cell.segments or (Segment(0, cell.start, max(len(cell.text), 1)),)
        text = tuple(_cut(shown_text(document, segments, cell.text), segments, held.get((row, column), ())))
        head = row < table.header_rows
        drawn[row].append(
            Square(text, head, bool(_NUMBER.fullmatch(cell.text)), len(cell.text) <= _SHORT, down, across)
        )
    return tuple(map(tuple, drawn))


def _held(
    table: Table, sizes: Mapping[tuple[int, int], tuple[int, int]], marks: Sequence[Mark]
) -> Mapping[tuple[int, int], list[Mark]]:
    """The marks of each cell: of the one that they begin in, else of the last one before."""
    order = sorted(sizes, key=lambda at: (table.rows[at[0]][at[1]].start, table.rows[at[0]][at[1]].end))
    starts = [table.rows[row][column].start for row, column in order]
    found: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        found.setdefault(order[max(bisect_right(starts, mark.start) - 1, 0)], []).append(mark)
    return found


def _merged(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """How many rows and columns each cell that is drawn takes; cells that it covers are left out."""
    rows = table.rows
    taken: set[tuple[int, int]] = set()
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if (row, column) in taken:
                continue
            across, down = 1, 1
            while column + across < len(cells) and _same(cell, cells[column + across]):
                across += 1
            while row + down < len(rows) and _covers(cell, rows[row + down][column : column + across]):
                down += 1
            taken |= {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
            found[row, column] = (down, across)
    return found


def _same(one: Cell, other: Cell) -> bool:
    return one.start < one.end and (one.start, one.end) == (other.start, other.end)


def _covers(one: Cell, cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(_same(one, cell) for cell in cells)
