"""Rows of cells that stand under each other, as a table, where alignment makes it certain that they are one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lantu.read.grids import is_figure
from lantu.read.runs import CellRuns, RuledTable, Run
from lantu.read.tableheads import Group, head_cells, height

_GAP = 0.2  # of the height of a line: between two columns at least
_DASHES = frozenset("—-–/…")
Row = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle between the first and the last rule of a table."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def table_of(rows: Sequence[Row], frame: Frame | None, width: float = 0) -> RuledTable | None:
    """The rows as a table, where it is certain that they are one."""
    columns = _columns(rows)
    if len(columns) < (2 if frame else 3) or len(rows) < (2 if frame or len(columns) > 3 else 3):
        return None
    first = _head_rows(rows)
    cells: list[list[Group]] = []
    for i, row in enumerate(rows):
        placed = _placed(row, columns)
        if i >= first and not _is_one_row(placed):
            return None
        cells.append(placed)
    head = head_cells(cells[:first], len(columns))
    body = _joined(cells[first:], columns)
    if (
        head is None
        or len(body) < (1 if frame else 2)
        or not _has_figures(body, len(columns), certain=frame is not None)
    ):
        return None
    top, bottom = (frame.top, frame.bottom) if frame else (rows[0][0].top, rows[-1][0].bottom)
    left, right = (frame.left, frame.right) if frame else (0.0, width)
    return RuledTable(left, top, right, bottom, (*head, *_body_cells(body, height(head), len(columns))))


def _head_rows(rows: Sequence[Row]) -> int:
    """How many rows stand above the first that holds a figure."""
    return next((i for i, row in enumerate(rows) if any(_holds_figure(run.text) for run in _ordered(row)[1:])), 0)


def lacks_head(rows: Sequence[Row]) -> bool:
    """Whether the head wants a row above: two columns are named alike, or some are named below the others only."""
    columns = _columns(rows)
    head = [_placed(row, columns) for row in rows[: _head_rows(rows)]] if columns else []
    if not head:
        return False
    names = ["".join(run.text for run in runs) for _, _, runs in head[0]]
    named = {x for a, b, _ in head[0] for x in range(a, b)}
    later = {x for row in head[1:] for a, b, _ in row for x in range(a, b)}
    return len(set(names)) < len(names) or bool(later and not later & named)


def _is_one_row(placed: Sequence[Group]) -> bool:
    """Whether no cell reaches over columns or holds two figures or words side by side: those are two, or no table."""
    figures = max(sum(_holds_figure(run.text) for run in runs) for _, _, runs in placed)
    beside = any(
        min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * (a.bottom - a.top)
        for _, _, runs in placed
        for a, b in pairwise(runs)
    )
    return figures < 2 and not beside and (len(placed) == 1 or all(b - a == 1 for a, b, _ in placed))


def _ordered(row: Row) -> list[Run]:
    return sorted(row, key=lambda run: run.edges[0])


def _holds_figure(text: str) -> bool:
    bare = text.strip()
    return is_figure(bare) or (bool(bare) and set(bare) <= _DASHES)


def _slots(row: Row) -> list[_Column]:
    """Where a row has something, from left to right."""
    found: list[_Column] = []
    for run in _ordered(row):
        if found and run.edges[0] < found[-1].right:
            found[-1] = _Column(found[-1].left, max(found[-1].right, run.edges[-1]))
        else:
            found.append(_Column(run.edges[0], run.edges[-1]))
    return found


def _columns(rows: Sequence[Row]) -> list[_Column]:
    """The columns that the fullest rows have, and those of sparser ones below the head; none where they overlap."""
    if not rows:
        return []
    slots = [_slots(row) for row in rows]
    often = Counter(map(len, slots))
    usual = max((n for n, count in often.items() if count >= max(2, len(rows) / 3)), default=0)
    full = [row for row in slots if len(row) == usual]
    found = [_Column(min(c.left for c in each), max(c.right for c in each)) for each in zip(*full, strict=True)]
    for row in slots[_head_rows(rows) :]:
        more = [slot for slot in row if not any(slot.left < c.right and c.left < slot.right for c in found)]
        found = sorted([*found, *more], key=lambda c: c.left)
    gap = _GAP * median(run.bottom - run.top for row in rows for run in row)
    return found if all(b.left - a.right > gap for a, b in pairwise(found)) else []


def _placed(row: Row, columns: Sequence[_Column]) -> list[Group]:
    """The runs of a row by the columns that they stand in, or nearest to."""
    found: dict[tuple[int, int], list[Run]] = {}
    for run in row:
        over = [i for i, c in enumerate(columns) if run.edges[0] < c.right and c.left < run.edges[-1]]
        if not over:
            away = [max(c.left - run.edges[-1], run.edges[0] - c.right) for c in columns]
            over = [away.index(min(away))]
        found.setdefault((over[0], over[-1] + 1), []).append(run)
    return [(a, b, runs) for (a, b), runs in sorted(found.items())]


def _joined(rows: Sequence[Sequence[Group]], columns: Sequence[_Column]) -> list[list[Group]]:
    """Rows of which one holds a single cell that goes on with that of a neighbour are one row."""
    gaps = [_gap(a, b) for a, b in pairwise(rows)]
    usual = median([gap for gap, (a, b) in zip(gaps, pairwise(rows), strict=True) if len(a) > 1 < len(b)] or [0.0])
    found: list[list[Group]] = []
    held: list[Group] = []  # the first line of a cell whose row is the next one
    for i, row in enumerate(rows):
        above, below = gaps[i - 1] if i else float("inf"), gaps[i] if i < len(gaps) else float("inf")
        if len(row) == 1 and not _holds_figure(row[0][2][0].text):
            close = usual - 0.2 * (row[0][2][0].bottom - row[0][2][0].top)
            if found and ((min(above, below) < close and above <= below) or _reached(found[-1], row[0], columns)):
                found[-1] = _with(found[-1], row)
                continue
            if min(above, below) < close:
                held = _with(held, row)
                continue
        found.append(_with(held, row))
        held = []
    return found


def _gap(above: Sequence[Group], below: Sequence[Group]) -> float:
    return min(r.top for _, _, runs in below for r in runs) - max(r.bottom for _, _, runs in above for r in runs)


def _reached(above: Sequence[Group], cell: Group, columns: Sequence[_Column]) -> bool:
    """Whether the same cell of the row above fills its column, so that `cell` is its next line."""
    first, beyond, runs = cell
    size = runs[0].bottom - runs[0].top
    same = [r for a, b, held in above if (a, b) == (first, beyond) for r in held]
    full = any(columns[beyond - 1].right - r.edges[-1] < 0.5 * size for r in same)
    return len(above) > 1 and full and columns[beyond - 1].right - runs[0].edges[-1] > 0.5 * size


def _with(row: Sequence[Group], more: Sequence[Group]) -> list[Group]:
    found = {(a, b): list(runs) for a, b, runs in row}
    for a, b, runs in more:
        found.setdefault((a, b), []).extend(runs)
    return [(a, b, runs) for (a, b), runs in sorted(found.items())]


def _has_figures(body: Sequence[Sequence[Group]], width: int, *, certain: bool) -> bool:
    """Whether a column but the first holds figures; those of a table of contents are pages."""
    for column in range(1, width):
        said = [
            "".join(r.text for r in runs).strip()
            for row in body
            for a, b, runs in row
            if (a, b) == (column, column + 1)
        ]
        figures = [text for text in said if _holds_figure(text)]
        if len(figures) < max(1 if certain else 2, len(said) * 2 / 3):
            continue
        pages = [int(text) for text in figures if text.isdigit()]
        if certain or column < width - 1 or len(pages) < len(said) or pages != sorted(pages):
            return True
    return False


def _body_cells(body: Sequence[Sequence[Group]], first: int, width: int) -> Iterator[CellRuns]:
    for i, groups in enumerate(body, first):
        filled: Mapping[int, Group] = {g[0]: g for g in groups}
        x = 0
        while x < width:
            a, b, runs = filled.get(x, (x, x + 1, []))
            yield CellRuns(i, a, 1, b - a, tuple(runs))
            x = b
