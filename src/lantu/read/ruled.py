"""Tables of pages as rows: merged cells repeated, continued over pages, repeated headers and split rows mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantu.read.columns import Printed, rows
from lantu.read.runs import RuledTable, Run

_NEAR = 8.0  # points
_PADDING = 4.0
_ORDINAL = re.compile(r"[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．]")
_NO_START = frozenset("）)，。、；：”》%")


@dataclass(slots=True)
class Slot:
    """A cell with the runs printed in it, each with its page. The places that a merge covers hold the same slot."""

    printed: list[tuple[int, Run]] = field(default_factory=list)
    frame: tuple[float, float] = (0, 0)  # of its table
    wide: float = 0

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for _, run in self.printed)


Row = list[Slot]


def starts_over(table: Sequence[Row], part: Printed) -> bool:
    """Whether the table `part` on a new page goes on with `table`: as many columns in the same frame."""
    assert part.table is not None, "asked of tables only"
    left, right = table[0][0].frame
    width = max((cell.column + cell.columns for cell in part.table.cells), default=0)
    same = abs(part.table.left - left) < _NEAR and abs(part.table.right - right) < _NEAR
    return same and width == len(table[0])


def joined(table: list[Row], part: Printed) -> list[Row]:
    """The rows of `table` with those of `part`, which goes on with it."""
    assert part.table is not None, "asked of tables only"
    new = _rows(part.table, part.page)
    if not table or not new:
        return table or new
    repeated = 0
    while repeated < min(len(new), len(table)) and _texts(new[repeated]) == _texts(table[repeated]):
        repeated += 1
    new = new[repeated:]
    if table and new and _is_rest(table[-1], new[0]):
        for slot, rest in {id(rest): (slot, rest) for slot, rest in zip(table[-1], new[0], strict=True)}.values():
            slot.printed += rest.printed
        new = new[1:]
    elif table and new and not (new[0][0].text and table[-1][0].text):
        _carry_on(table[-1][0], new)
    return table + new


def _carry_on(category: Slot, new: Sequence[Row]) -> None:
    """A merged first cell that goes on over the page."""
    below = new[0][0]
    category.printed += below.printed
    for row in new:
        if row[0] is not below:
            return
        row[0] = category


def _is_rest(last: Row, first: Row) -> bool:
    """Whether a row is the lower part of one that the page break split."""
    filled = [i for i, slot in enumerate(first) if slot.text]
    if filled == [0] and len(first) > 2:
        return _goes_on(last[0], first[0].text)
    if not filled or first[0].text:
        return False
    return filled[0] > 1 or len(first) == 2 or all(not last[i].text for i in filled)


def _goes_on(last: Slot, rest: str) -> bool:
    """Whether a name that stands alone at the top of a page is the end of the one before the break.

    It is where a bracket is open, or where the last line above leaves no room for another character.
    """
    name = last.text
    if name.count("（") + name.count("(") > name.count("）") + name.count(")") or rest[0] in _NO_START:
        return True
    if not (last.wide and last.printed) or _ORDINAL.match(rest):
        return False
    line = last.printed[-1][1]
    character = (line.edges[-1] - line.edges[0]) / len(line.text)
    return last.wide - (line.edges[-1] - line.edges[0]) - 2 * _PADDING < 1.2 * character


def _texts(row: Row) -> list[str]:
    return [slot.text for slot in row]


def _rows(table: RuledTable, page: int) -> list[Row]:
    height = max((cell.row + cell.rows for cell in table.cells), default=0)
    width = max((cell.column + cell.columns for cell in table.cells), default=0)
    frame = (table.left, table.right)
    found = [[Slot(frame=frame) for _ in range(width)] for _ in range(height)]
    for cell in table.cells:
        slot = Slot([(page, run) for line in rows(cell.runs) for run in line], frame, cell.wide)
        for r in range(cell.row, cell.row + cell.rows):
            for c in range(cell.column, cell.column + cell.columns):
                found[r][c] = slot
    return found
