"""The printed lines and tables of a page in reading order, column by column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.read.aligned import tables_of
from lantu.read.runs import RuledTable, Run, Sheet

_FEW = 5  # lines that a column has at least


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line, or a table, in its column of a page. `key`: pages set alike share it."""

    page: int
    key: tuple[int, int, int]  # width of the page, columns, which of them
    runs: tuple[Run, ...] = ()
    table: RuledTable | None = None
    folio: bool = False

    @property
    def left(self) -> float:
        """Where its first character starts."""
        return self.runs[0].edges[0]

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return self.runs[-1].edges[-1]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.table.top if self.table else min(run.top for run in self.runs)

    @property
    def size(self) -> float:
        """Its height."""
        return max(run.bottom - run.top for run in self.runs)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


def same_line(a: Run, b: Run) -> bool:
    """Whether two runs stand on one line: half of the lower one's height is shared."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def rows(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Runs that stand on one line, from top to bottom, each line from left to right."""
    line: list[Run] = []
    for run in sorted(filter(None, map(trimmed, runs)), key=lambda run: (run.top + run.bottom, run.edges[0])):
        if line and not same_line(line[-1], run):
            yield tuple(sorted(line, key=lambda run: run.edges[0]))
            line = []
        line.append(run)
    if line:
        yield tuple(sorted(line, key=lambda run: run.edges[0]))


def trimmed(run: Run) -> Run | None:
    """A run without white space around it; no tab or line break inside. None where nothing prints."""
    text = run.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first >= last:
        return None
    inner = "".join(" " if char.isspace() and char != "\u3000" else char for char in text[first:last])
    sure = run.confidence[first:last] if run.confidence else None
    return Run(inner, run.top, run.bottom, run.edges[first : last + 1], sure)


def in_order(sheet: Sheet, around: frozenset[Run]) -> list[Printed]:
    """What a page holds, in reading order; `around`: its running heads, feet and page number."""
    runs = [run for run in map(trimmed, sheet.runs) if run]
    found, body = tables_of([run for run in runs if run not in around], sheet.rules, sheet.width)
    width = round(sheet.width)
    whole = (width, 1, 0)
    gutter = _gutter(sheet, body)
    wide = [run for run in body if gutter is None or run.edges[0] < gutter < run.edges[-1]]
    parts = [Printed(sheet.number, whole, line) for line in rows(wide)]
    parts += [Printed(sheet.number, whole, table=table) for table in (*sheet.tables, *found)]
    parts.sort(key=lambda part: part.top)
    if gutter is not None:
        beside = [run for run in body if not run.edges[0] < gutter < run.edges[-1]]
        parts = list(_merged(sheet, parts, beside, gutter))
    heads = [run for run in runs if run in around]
    return [*parts, *(Printed(sheet.number, whole, line, folio=True) for line in rows(heads))]


def _merged(sheet: Sheet, wide: Sequence[Printed], beside: Sequence[Run], gutter: float) -> Iterator[Printed]:
    """Between two parts over the whole width, the left column and then the right one."""
    above = float("-inf")
    for end, part in [*((part.top, part) for part in wide), (float("inf"), None)]:
        zone = [run for run in beside if above <= run.top < end]
        for side in (0, 1):
            column = [run for run in zone if (run.edges[0] >= gutter) == bool(side)]
            yield from (Printed(sheet.number, (round(sheet.width), 2, side), line) for line in rows(column))
        if part is not None:
            yield part
        above = end


def _gutter(sheet: Sheet, body: Sequence[Run]) -> float | None:
    """Where a page set in two columns is parted: a place near the middle that few lines cross."""
    if len(body) < 2 * _FEW:
        return None
    for share in (50, 49, 51, 48, 52, 46, 54, 44, 56):
        at = sheet.width * share / 100
        left = [run for run in body if run.edges[-1] <= at]
        right = [run for run in body if run.edges[0] >= at]
        crossing = len(body) - len(left) - len(right)
        if crossing <= 0.2 * len(body) and _is_column(left, sheet) and _is_column(right, sheet):
            return at
    return None


def _is_column(runs: Sequence[Run], sheet: Sheet) -> bool:
    """Enough lines, most of them about as wide as a column is."""
    broad = sum(run.edges[-1] - run.edges[0] > 0.25 * sheet.width for run in runs)
    return len(runs) >= _FEW and broad > 0.5 * len(runs)
