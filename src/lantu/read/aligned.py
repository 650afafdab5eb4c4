"""Tables without upright rules: cells that stand in columns, between rules across or by themselves.

Only what alignment makes certain is a table; everything else stays as lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from lantu.read.cellrows import Frame, Row, lacks_head, table_of
from lantu.read.runs import Rule, RuledTable, Run

_TOGETHER = 0.35  # share of the lower of two runs' heights by which they overlap on one row
_WIDE = "\u2e7f"
_CAPTION = re.compile(r"附?[表件]\s*[\d一二三四五六七八九十]|[（(]?(?:计量)?单位\s*[：:]")
_BLANK = re.compile(r"\s+")
_GAP = 0.28  # of a character: wider than programs set figures apart from Chinese characters
_RECOGNISED = 1.2  # the same where recognition, which is no hair's breadth exact, has the places; it parts cells itself
_NEAR = 4.0  # points: ends of rules closer than this are the same


def tables_of(runs: Sequence[Run], rules: Sequence[Rule], width: float) -> tuple[list[RuledTable], list[Run]]:
    """The tables among the runs of a page of `width` points, and the runs outside of them."""
    pieces = [piece for run in runs for piece in _pieces(run)]
    rows = list(_rows(pieces))
    found: list[RuledTable] = []
    taken: set[int] = set()
    for frame in _framed(rules):
        inside = [i for i, row in enumerate(rows) if frame.left - _NEAR <= _left(row) and _right(row) <= frame.right + _NEAR
                  and frame.top < _middle(row) < frame.bottom]  # fmt: skip
        if taken.isdisjoint(inside) and (table := table_of([rows[i] for i in inside], frame)):
            found.append(table)
            taken.update(inside)
    for zone in _zones(rows, taken):
        if lacks_head([rows[i] for i in zone]) and not _has_above(rows, zone, taken):
            continue
        if table := table_of([rows[i] for i in zone], None, width):
            found.append(table)
            taken.update(zone)
    if not taken:
        return [], list(runs)
    gone = {(piece.top, piece.edges[0]) for i in taken for piece in rows[i]}
    return found, [run for run in runs if not any((p.top, p.edges[0]) in gone for p in _pieces(run))]


def _pieces(run: Run) -> Iterator[Run]:
    """A run cut where a table may have its next cell: at a gap wider than between words."""
    wide = [b - a for char, (a, b) in zip(run.text, pairwise(run.edges), strict=True) if char > _WIDE]
    em = median_low(wide) if wide else run.bottom - run.top
    start = 0
    for found in _BLANK.finditer(run.text):
        if run.edges[found.end()] - run.edges[found.start()] > (_RECOGNISED if run.confidence else _GAP) * em:
            if found.start() > start:
                yield _part(run, start, found.start())
            start = found.end()
    if start < len(run.text):
        yield _part(run, start, len(run.text)) if start else run


def _part(run: Run, start: int, end: int) -> Run:
    sure = run.confidence[start:end] if run.confidence else None
    return replace(run, text=run.text[start:end], edges=run.edges[start : end + 1], confidence=sure)


def _rows(runs: Sequence[Run]) -> Iterator[Row]:
    """Runs that overlap in height, one after the other: a row, whose cells may be of two lines."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: run.top + run.bottom):
        if row and max(_overlap(other, run) for other in row[-8:]) <= _TOGETHER:
            yield tuple(row)
            row = []
        row.append(run)
    if row:
        yield tuple(row)


def _overlap(a: Run, b: Run) -> float:
    return (min(a.bottom, b.bottom) - max(a.top, b.top)) / min(a.bottom - a.top, b.bottom - b.top)


def _left(row: Row) -> float:
    return min(run.edges[0] for run in row)


def _right(row: Row) -> float:
    return max(run.edges[-1] for run in row)


def _middle(row: Row) -> float:
    return (min(run.top for run in row) + max(run.bottom for run in row)) / 2


def _framed(rules: Sequence[Rule]) -> Iterator[Frame]:
    """Stretches of a page between rules of the same ends, at least three of them."""
    groups: list[list[Rule]] = []
    for rule in sorted(_whole(rules), key=lambda rule: rule.height):
        for group in groups:
            if abs(group[0].left - rule.left) < _NEAR and abs(group[0].right - rule.right) < _NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups:
        if len(group) > 2:
            yield Frame(group[0].left, group[0].height, group[0].right, group[-1].height)


def _whole(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Rules drawn cell by cell, as one."""
    line: Rule | None = None
    for rule in sorted(rules, key=lambda rule: (round(rule.height), rule.left)):
        if line and abs(rule.height - line.height) < 1.5 and rule.left - line.right < _NEAR:
            line = replace(line, right=max(line.right, rule.right))
            continue
        if line:
            yield line
        line = rule
    if line:
        yield line


def _zones(rows: Sequence[Row], taken: set[int]) -> Iterator[list[int]]:
    """Neighbouring rows of three cells or more, with rows of fewer between them."""
    zone: list[int] = []
    for i, row in enumerate(rows):
        celled = len(row) > 2 and i not in taken
        far = zone and not _near(rows[i - 1], row, 2.5)
        if zone and (far or i in taken or (len(row) == 1 and len(rows[i - 1]) == 1)):
            yield _closed(rows, zone)
            zone = []
        if celled and not zone:
            zone = _heads(rows, i, taken)
        if celled or zone:
            zone.append(i)
    if zone:
        yield _closed(rows, zone)


def _heads(rows: Sequence[Row], first: int, taken: set[int]) -> list[int]:
    """Rows of two cells close above the first row of a zone."""
    at = first
    while (
        at
        and at - 1 not in taken
        and len(rows[at - 1]) > 1
        and _near(rows[at - 1], rows[at], 2)
        and not _is_caption(rows[at - 1])
    ):
        at -= 1
    return list(range(at, first))


def _is_caption(row: Row) -> bool:
    """Whether a row names the table or its unit."""
    return bool(_CAPTION.match("".join(run.text for run in sorted(row, key=lambda run: run.edges[0]))))


def _near(above: Row, below: Row, times: float) -> bool:
    """Whether there is less than so many times a line's height between two rows."""
    gap = min(run.top for run in below) - max(run.bottom for run in above)
    return gap < times * (below[0].bottom - below[0].top)


def _has_above(rows: Sequence[Row], zone: list[int], taken: set[int]) -> bool:
    """Add the row above to the zone, where it may be of its head: close by, and not over the first column."""
    above = zone[0] - 1
    if above < 0 or above in taken or _is_caption(rows[above]):
        return False
    head = [run for i in zone[:2] for run in rows[i]]
    if not _near(rows[above], tuple(head), 1) or _left(rows[above]) < min(head, key=lambda run: run.edges[0]).edges[-1]:
        return False
    zone.insert(0, above)
    return True


def _closed(rows: Sequence[Row], zone: list[int]) -> list[int]:
    """The zone without rows of one cell at its end: a note, or text below."""
    while zone and len(rows[zone[-1]]) == 1:
        zone = zone[:-1]
    return zone
