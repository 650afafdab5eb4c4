"""Where the ruled tables of a PDF page have their cells."""

import contextlib
import logging
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lantu.read.pdfchars import turned

_NEAR = 3.0  # points: rules closer than this are one
_FEW = 3  # upright rules that a table has at least
Box = tuple[float, float, float, float]
Place = tuple[int, int, int, int]  # row, column, rows, columns


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn table: its frame, the boxes of its cells, and the row, column, rows and columns of each."""

    frame: Box
    boxes: tuple[Box, ...]
    places: tuple[Place, ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """Which cell holds a point."""
        left, top, right, bottom = self.frame
        if not (left <= x <= right and top <= y <= bottom):
            return None
        return next((i for i, (a, b, c, d) in enumerate(self.boxes) if a <= x <= c and b <= y <= d), None)


class Frames:
    """The drawn tables of a file, page by page; the file is parsed a second time only where a page may have some."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf: Any = None

    def of(self, page: int, turns: int = 0) -> list[Drawn] | None:
        """The tables of a page (counted from 0) after quarter turns to the left; None where the second parser fails: its text is read all the same."""
        try:
            from lantu.read import pdfdrawn  # noqa: PLC0415 - slow to load, and most files have no table

            if self.pdf is None:
                logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
                self.pdf = pdfdrawn.opened(self.data)
            shown = pdfdrawn.page_of(self.pdf, page)
            x, y = shown.bbox[0], shown.bbox[1]
            settings = {
                "explicit_horizontal_lines": _open_ends(shown.edges),
                "explicit_vertical_lines": list(_open_sides(shown.edges)),
            }
            found = [
                [turned((a - x, b - y, c - x, d - y), turns, (shown.width, shown.height)) for a, b, c, d in table.cells]
                for table in shown.find_tables(settings)
            ]
            shown.close()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - whatever a foreign file does to the second parser
            return None
        return [table for cells in found if (table := _drawn(cells)) is not None]

    def close(self) -> None:
        """Give the file back."""
        if self.pdf is not None:
            with contextlib.suppress(Exception):  # it looks at every page again, broken ones too
                self.pdf.close()


def _open_ends(edges: Sequence[Any]) -> list[float]:
    """Where the rules of a table that goes on over the page end without a rule across."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    across = [edge["top"] for edge in edges if edge["orientation"] == "h" and edge["width"] > _NEAR]
    if not across:
        return []
    ends = (min((e["top"] for e in upright), default=0), max((e["bottom"] for e in upright), default=0))
    return [
        end
        for end, side in zip(ends, ("top", "bottom"), strict=True)
        if sum(abs(e[side] - end) < _NEAR for e in upright) >= _FEW and min(abs(rule - end) for rule in across) > _NEAR
    ]


def _open_sides(edges: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Rules down where the rules across of a table end and it has none: many tables are open at their sides."""
    across = _whole([edge for edge in edges if edge["orientation"] == "h"])
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    for end in (0, 1):
        for side in _rules(rule[end] for rule in across):
            ends = [rule for rule in across if abs(rule[end] - side) <= _NEAR]
            top, bottom = min(rule[2] for rule in ends), max(rule[2] for rule in ends)
            down = [e["x0"] for e in upright if e["top"] < bottom - _NEAR and e["bottom"] > top + _NEAR]
            inside = any(rule[0] + _NEAR < x < rule[1] - _NEAR for x in down for rule in ends[:1])
            if len(ends) >= _FEW and inside and not any(abs(x - side) <= _NEAR for x in down):
                yield {
                    "object_type": "line",
                    "x0": side,
                    "x1": side,
                    "top": top,
                    "bottom": bottom,
                    "height": bottom - top,
                }


def _whole(across: Sequence[Any]) -> list[tuple[float, float, float]]:
    """Rules across as left, right and height; those drawn cell by cell are one."""
    found: list[tuple[float, float, float]] = []
    for edge in sorted(across, key=lambda edge: (round(edge["top"]), edge["x0"])):
        left, right, height = edge["x0"], edge["x1"], edge["top"]
        if found and abs(found[-1][2] - height) < _NEAR / 2 and left - found[-1][1] < _NEAR:
            before = found.pop()
            left, right = before[0], max(before[1], right)
        found.append((left, right, height))
    return found


def _drawn(cells: Sequence[Box]) -> Drawn | None:
    """Cells with their places; None for a box around text, which is no table."""
    xs = _rules(edge for cell in cells for edge in (cell[0], cell[2]))
    ys = _rules(edge for cell in cells for edge in (cell[1], cell[3]))
    if len(xs) < 3 or len(ys) < 2 or len(cells) < 2:
        return None
    places = []
    for left, top, right, bottom in cells:
        row, column = _index(ys, top), _index(xs, left)
        places.append((row, column, max(_index(ys, bottom) - row, 1), max(_index(xs, right) - column, 1)))
    gaps = list(_open_cells(places, len(ys) - 1, len(xs) - 1))
    boxes = [*cells, *((xs[c], ys[r], xs[c + 1], ys[r + down]) for r, c, down, _ in gaps)]
    return Drawn((xs[0], ys[0], xs[-1], ys[-1]), tuple(boxes), (*places, *gaps))


def _open_cells(places: Sequence[Place], height: int, width: int) -> Iterator[Place]:
    """Places of the grid that no closed cell covers: a merged cell cut by the page's end has no rule below."""
    covered = {(r + y, c + x) for r, c, down, right in places for y in range(down) for x in range(right)}
    for c in range(width):
        start = 0
        for r in range(height + 1):
            if r == height or (r, c) in covered:
                if r > start:
                    yield start, c, r - start, 1
                start = r + 1


def _rules(edges: Iterable[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _index(rules: Sequence[float], edge: float) -> int:
    return bisect_right(rules, edge) - 1
