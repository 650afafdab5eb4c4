"""The head of a table without upright rules: which columns each of its cells stands over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lantu.read.runs import CellRuns, Run

Group = tuple[int, int, list[Run]]  # columns [first, beyond) with their runs
_Level = list[tuple[int, int, int, list[Run]]]  # the same with the rows that it fills
_CLEARLY = 0.8  # of two distances the shorter is at most this part of the longer


def head_cells(rows: Sequence[Sequence[Group]], width: int) -> list[CellRuns] | None:
    """The cells of a table's first rows; None where it is not certain what a cell stands over."""
    levels = [level for row in _unwrapped(rows) for level in _levels(row)]
    for i, above in enumerate(levels[:-1]):
        if not _spread(above, levels[i + 1 :], width):
            return None
    placed: dict[tuple[int, int], CellRuns] = {}
    for i, level in enumerate(levels):
        for a, b, down, runs in level:
            cell = CellRuns(i, a, min(down, len(levels) - i), b - a, tuple(runs))
            placed |= {(i + y, x): cell for y in range(cell.rows) for x in range(a, b)}
    for x in range(width):
        _reach(placed, x, len(levels))
    cells = {id(cell): cell for cell in placed.values()}.values()
    starts = sorted({cell.row for cell in cells})  # a row that only others reach into is none
    return [
        replace(c, row=starts.index(c.row), rows=sum(c.row <= start < c.row + c.rows for start in starts))
        for c in cells
    ]


def height(cells: Sequence[CellRuns]) -> int:
    """How many rows the cells fill."""
    return max((cell.row + cell.rows for cell in cells), default=0)


def _unwrapped(rows: Sequence[Sequence[Group]]) -> list[Sequence[Group]]:
    """The rows; three are one where the third goes on with the cells of the first, and the second holds the others."""
    found = list(rows)
    for i in range(len(found) - 2):
        above, middle, below = ({group[:2] for group in row} for row in found[i : i + 3])
        if above == below and not above & middle:
            rest = {group[:2]: group[2] for group in found[i + 2]}
            whole = [(a, b, [*runs, *rest[a, b]]) for a, b, runs in found[i]]
            found[i : i + 3] = [sorted([*whole, *found[i + 1]], key=lambda group: group[:2])]
            break
    return found


def _levels(row: Sequence[Group]) -> Iterator[_Level]:
    """A row of the head, or the two that it is: one line above more cells than it has itself."""
    runs = [run for _, _, held in row for run in held]
    middle = (min(r.top for r in runs) + max(r.bottom for r in runs)) / 2
    upper, lower, other = (_lines(row, middle, place) for place in (-1, 1, 0))
    if not upper or len(lower) <= len(upper):
        yield [(a, b, 1, held) for a, b, held in row]
        return
    yield [*((a, b, 1, held) for a, b, held in upper), *((a, b, 2, held) for a, b, held in other)]
    yield [(a, b, 1, held) for a, b, held in lower]


def _lines(row: Sequence[Group], middle: float, place: int) -> list[Group]:
    """The groups with their runs above (-1), below (1) or at the middle of the row (0)."""
    found = []
    for a, b, runs in row:
        held = [run for run in runs if _side(run, middle) == place]
        found += [(a, b, held)] if held else []
    return found


def _side(run: Run, middle: float) -> int:
    away = (run.top + run.bottom) / 2 - middle
    far = 0.25 * (run.bottom - run.top)
    return 1 if away > far else -1 if away < -far else 0


def _spread(above: _Level, lower: Sequence[_Level], width: int) -> bool:
    """Let each cell reach over the cells below that have none of their own above them; False where that is open."""
    under: dict[int, tuple[int, list[Run]]] = {}
    for i, level in reversed(list(enumerate(lower))):
        under |= {x: (i, runs) for a, b, _, runs in level for x in range(a, b)}
    for x in range(width):
        covered = {at: i for i, (a, b, _, _) in enumerate(above) for at in range(a, b)}
        if x in covered or x not in under:
            continue
        near = {
            covered[at]
            for at in (_next(covered, x, -1), _next(covered, x, 1))
            if at is not None and at in under and under[at][0] == under[x][0]
        }
        away = sorted((abs(_center(above[i][3]) - _center(under[x][1])), i) for i in near)
        if not away:
            continue
        if len(away) > 1 and away[0][0] > _CLEARLY * away[1][0]:
            return False
        a, b, down, runs = above[away[0][1]]
        above[away[0][1]] = (min(a, x), max(b, x + 1), down, runs)
    return True


def _next(covered: dict[int, int], x: int, step: int) -> int | None:
    """The nearest covered column on one side."""
    found = [at for at in covered if (at - x) * step > 0]
    return min(found, key=lambda at: abs(at - x), default=None)


def _center(runs: Sequence[Run]) -> float:
    return (min(r.edges[0] for r in runs) + max(r.edges[-1] for r in runs)) / 2


def _reach(placed: dict[tuple[int, int], CellRuns], x: int, high: int) -> None:
    """Fill the gaps of a column of the head from the cell below, or else above."""
    for i in [*range(high - 2, -1, -1), *range(1, high)]:
        near = placed.get((i + 1, x)) or placed.get((i - 1, x))
        if (i, x) in placed or near is None or near.columns > 1:
            continue
        grown = replace(near, row=min(near.row, i), rows=near.rows + 1)
        placed |= {(grown.row + y, x): grown for y in range(grown.rows)}
