"""The rows of a plan's indicator table: what each wants, from which base, along which path."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.link.said import Said, SaidCell
from lantu.model import CellPlace, Document, Measure, Nature, Period, Table
from lantu.registers import linking

_NUMBERED = re.compile(r"[（(]?(\d{1,3})(?:[.．、）)]|\s)(?!\d)")
_WHOLE_NUMBER = re.compile(r"\d{1,3}")
_Place = tuple[str, int, int, str]  # document, table, row (or column, where the header names the indicators), place
_BESIDE = (Measure.AVERAGE_GROWTH, Measure.CHANGE, Measure.CUMULATIVE, Measure.RANK)
_PATHS = (Measure.AVERAGE_GROWTH, Measure.CHANGE, Measure.CUMULATIVE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an indicator table: its statements and its cells in words."""

    document: Document
    table: int
    row: int
    said: tuple[Said, ...]
    cells: tuple[SaidCell, ...]

    @property
    def place(self) -> str:
        """The code of the place that its values are of."""
        return self.said[0].place if self.said else self.cells[0].place

    @property
    def number(self) -> int | None:
        """The number printed with the row: `1.` before the indicator, or in a column of numbers."""
        table = self.document.tables[self.table]
        if any(place.across for place in self._placed):
            return None
        values = min(place.column for place in self._placed)
        heads = [c.text.strip() for c in _headed(self.document, self.table).rows[0]]
        for head, cell in zip(heads, table.rows[self.row][:values], strict=False):
            numbered = _NUMBERED.match(cell.text.strip())
            if numbered:
                return int(numbered[1])
            if head in linking.load().number_columns and _WHOLE_NUMBER.fullmatch(cell.text.strip()):
                return int(cell.text)
        return None

    @property
    def _placed(self) -> Iterator[CellPlace]:
        yield from (s.statement.cell for s in self.said if s.statement.cell)
        yield from (c.cell.cell for c in self.cells)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the columns of a row say: the value wanted, the base, the average or bracket; `spare`: other targets."""

    wanted: Said | None
    base: Said | None
    path: Said | None
    spare: tuple[Said, ...]


def of_tables(said: Iterable[Said], cells: Iterable[SaidCell], period: Period) -> Iterator[Row]:
    """The rows of indicator tables that want something in or at the end of `period`, in printed order."""
    values: dict[_Place, list[Said]] = {}
    words: dict[_Place, list[SaidCell]] = {}
    documents: dict[str, Document] = {}
    for one in said:
        if one.statement.cell:
            values.setdefault(_place(one.document, one.statement.cell, one.place), []).append(one)
            documents[one.document.sha256] = one.document
    for other in cells:
        words.setdefault(_place(other.document, other.cell.cell, other.place), []).append(other)
        documents[other.document.sha256] = other.document
    for at in sorted(values.keys() | words.keys()):
        whole = Row(documents[at[0]], at[1], at[2], tuple(values.get(at, ())), tuple(words.get(at, ())))
        if _is_indicator_table(whole):
            yield from (row for row in _by_indicator(whole) if _wants(row, period))


def parts(row: Row, period: Period) -> Parts:
    """The statements of a row by what they are to its target."""
    targets = [
        s
        for s in row.said
        if s.statement.nature is Nature.TARGET
        and s.statement.measure is not Measure.RANK
        and _within(s.statement.period, period)
    ]
    ends = _latest(s for s in targets if s.statement.measure not in _PATHS)
    paths = [s for s in targets if s.statement.measure in _PATHS]
    wanted = ends or _first(paths, (Measure.CUMULATIVE, Measure.CHANGE, Measure.AVERAGE_GROWTH))
    path = _first([p for p in paths if p is not wanted], _PATHS)
    spare = tuple(s for s in targets if s not in (wanted, path))
    return Parts(wanted, _base(row.said, period), path, spare)


def wanted_cell(row: Row) -> SaidCell | None:
    """The cell in words that stands in the target's column."""
    return next((c for c in row.cells if c.cell.column == "target"), None)


def _place(document: Document, cell: CellPlace, place: str) -> _Place:
    return document.sha256, cell.table, cell.column if cell.across else cell.row, place


def _by_indicator(row: Row) -> Iterator[Row]:
    """The row, or a row for each indicator where its cells hold the values of several (城镇、农村居民收入: 35120/18260).

    What is said of all of them together goes with each.
    """
    cells: dict[tuple[int, int], list[str]] = {}
    for one in row.said:
        if place := one.statement.cell:
            cells.setdefault((place.row, place.column), []).append(one.statement.indicator)
    names = tuple(dict.fromkeys(n for held in cells.values() if len(set(held)) > 1 for n in held))
    if not names:
        yield row
        return
    shared = [s for s in row.said if s.statement.indicator not in names]
    for name in names:
        own = [s for s in row.said if s.statement.indicator == name]
        yield replace(row, said=tuple(sorted([*own, *shared], key=lambda s: s.statement.start)), cells=())


def _headed(document: Document, number: int) -> Table:
    """The table, or the one above it that it goes on from without a header."""
    table = document.tables[number]
    if table.header_rows or not number:
        return table
    above = document.tables[number - 1]
    same = document.passages[above.passage].headings == document.passages[table.passage].headings
    return _headed(document, number - 1) if same else table


def _is_indicator_table(row: Row) -> bool:
    table = _headed(row.document, row.table)
    header = "".join(c.text for line in table.rows[: max(1, table.header_rows)] for c in line)
    return any(word in header + table.caption for word in linking.load().table_words)


def _wants(row: Row, period: Period) -> bool:
    if any(s.statement.nature is Nature.TARGET and _within(s.statement.period, period) for s in row.said):
        return True
    cell = wanted_cell(row)
    return cell is not None and _within(cell.cell.period, period)


def _within(part: Period, whole: Period) -> bool:
    return whole.start <= part.end <= whole.end


def _latest(said: Iterable[Said]) -> Said | None:
    """The value for the latest year; of two for one year the first printed."""
    ordered = sorted(said, key=lambda s: s.statement.start)
    return max(ordered, key=lambda s: s.statement.period.end, default=None)


def _first(said: Sequence[Said], measures: Sequence[Measure]) -> Said | None:
    """The first statement of the first measure that there is."""
    return next((s for m in measures for s in said if s.statement.measure is m), None)


def _base(said: Sequence[Said], period: Period) -> Said | None:
    """The last known value before the plan's first year; where there is none, the last known value."""
    known = [s for s in said if s.statement.nature is not Nature.TARGET and s.statement.measure not in _BESIDE]
    before = [s for s in known if s.statement.period.end < period.start]
    return _latest(before or known)
