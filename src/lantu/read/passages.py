"""A raw text as passages and tables."""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lantu.model import Passage, PassageKind, Segment, Table
from lantu.read.blocks import Block, Layout, join, layout
from lantu.read.clean import clean, clean_grid, clean_whole
from lantu.read.furniture import furniture
from lantu.read.grids import Grid, cells, filled, grids, header_rows
from lantu.read.headings import Placed, merge_split_parts, place, run_in
from lantu.read.lines import Line, split
from lantu.read.opening import Opening, is_official, opening

_NUMBER_GAP = re.compile(
    r"(?:\*\*|<\w+>)?(?:第\s*\S{1,4}\s*(?:章|编|篇|部分|节)|[一二三四五六七八九十]{1,3})(\s+)(?=\S)"
)
_WORD_GAP = re.compile(r"(?<=[\u4e00-\u9fff]{4})[ \u3000]{1,4}(?=[\u4e00-\u9fff]{4})")
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[：:]")
_HEADING, _TABLE, _TITLE = PassageKind.HEADING, PassageKind.TABLE, PassageKind.TITLE
Read = tuple[tuple[Passage, ...], tuple[Table, ...]]


def passages(
    text: str,
    depths: Mapping[int, int] | None = None,
    drawn: Sequence[Grid] = (),
    around: frozenset[int] = frozenset(),
    title: int | None = None,
) -> Read:
    """Everything that prints in `text`, in reading order, and its tables.

    `depths`: heading depth by the offset of its line, `drawn`: tables, `around`: offsets of lines of page
    furniture, `title`: of the title; all as in `Laid`.
    """
    lines = split(text, depths or {})
    chrome = furniture(lines)
    if around:
        chrome |= {i for i, line in enumerate(lines) if line.start in around}
    tables = {found.start: (found, grid) for found, grid in _tables(text, lines, chrome, drawn)}
    rows = {i for found, _ in tables.values() for i in found}
    chrome -= rows
    front = opening(lines, chrome | rows, title)
    apart = chrome | rows | front.labels | set(front.title)
    how = layout([line for i, line in enumerate(lines) if i not in apart], cuts=depths is None)
    running = _running(lines, apart - chrome, chrome, front.body, how)
    fixed = _fixed(lines, [found for found, _ in tables.values()], front, chrome)
    blocks = list(merge_split_parts(sorted([*fixed, *running], key=lambda block: block.head.start)))
    placed = place(blocks, how)
    return _assembled(text, placed, {lines[first].start: grid for first, (_, grid) in tables.items()})


def _tables(text: str, lines: Sequence[Line], chrome: set[int], drawn: Sequence[Grid]) -> list[tuple[range, Grid]]:
    if not drawn:
        return list(grids(text, lines, chrome))
    starts = [line.start for line in lines]
    found = [(range(bisect_left(starts, g.start), bisect_left(starts, g.end)), g) for g in drawn]
    return [(where, grid) for where, grid in found if where]


def _fixed(lines: Sequence[Line], tables: Sequence[range], front: Opening, chrome: set[int]) -> list[Block]:
    """Title, tables and furniture."""
    title = tuple(lines[i] for i in front.title)
    labels = sorted((chrome | front.labels) - set(front.title))
    return [
        *([Block.of(title, PassageKind.TITLE)] if title else []),
        *(Block.of((lines[i],), PassageKind.FURNITURE) for i in labels),
        *(Block.of(tuple(lines[found.start : found.stop]), PassageKind.TABLE) for found in tables),
    ]


def _running(lines: Sequence[Line], walls: set[int], chrome: set[int], body: int, how: Layout) -> list[Block]:
    """Running text; before the line `body` nothing without Markdown marks is a heading."""
    passed = tuple(lines[i].start for i in sorted(chrome))
    blocks = [block for stretch in _stretches(lines, walls, chrome) for block in join(stretch, how, passed)]
    before = {id(line) for line in lines[:body] if not line.depth}
    if before:
        paragraph = PassageKind.PARAGRAPH
        blocks = [block._replace(kind=paragraph) if id(block.head) in before else block for block in blocks]
    return blocks


def _stretches(lines: Sequence[Line], walls: set[int], chrome: set[int]) -> list[list[Line]]:
    """Running lines between walls (title, tables, labels); furniture is stepped over."""
    found: list[list[Line]] = [[]]
    for i, line in enumerate(lines):
        if i in walls:
            found.append([])
        elif i not in chrome:
            found[-1].append(line)
    return [stretch for stretch in found if stretch]


def _assembled(text: str, placed: Sequence[Placed], drawn: Mapping[int, Grid]) -> Read:
    found: list[Passage] = []
    tables: list[Table] = []
    names: dict[int, str] = {}
    above: tuple[int, ...] = ()
    path: tuple[str, ...] = ()
    for i, (block, kind, rank, over, opens) in enumerate(placed):
        words, segments = _words(text, block, kind, drawn)
        if not words:
            continue
        if opens:
            names[i] = words if kind is _HEADING else run_in(words)
        if over is not above:
            above = over
            path = tuple([names[at] for at in above if at in names])
        found.append(Passage(len(found), kind, words, segments, path, math.ceil(rank)))
        if kind is _TABLE:
            tables.append(_table(text, drawn[block.head.start], found, _notes(text, placed[i + 1 :])))
    return tuple(found), tuple(tables)


def _words(text: str, block: Block, kind: PassageKind, drawn: Mapping[int, Grid]) -> tuple[str, tuple[Segment, ...]]:
    if kind is _TABLE:
        grid = drawn[block.head.start]
        return clean_grid(text, grid.start, grid.end)
    spaces = _name_gaps(text, block, kind) if kind is _HEADING or kind is _TITLE else ()
    if len(block.lines) == 1 and len(block.bare) == block.head.end - block.head.start:
        return clean_whole(block.bare, block.head.start, spaces)  # a line without markup: it is there already
    return clean(text, block.regions, spaces)


def _name_gaps(text: str, block: Block, kind: PassageKind) -> tuple[int, ...]:
    """Raw offsets of spaces that stay: after a heading's number, between the lines of a chapter's, between slogans."""
    head = block.head
    if len(text[head.start : block.lines[-1].end].split()) == 1:
        return ()  # most have none
    found = _NUMBER_GAP.match(text, head.start, head.end) if kind is _HEADING else None
    gaps = [found.start(1)] if found else []
    if not head.form and not is_official(block.bare):
        gaps = [gap.start() for gap in _WORD_GAP.finditer(text, head.start, head.end)]
    if head.form == "part":
        gaps += [above.end for above, _ in pairwise(block.lines)]
    return tuple(gaps)


def _table(text: str, grid: Grid, found: Sequence[Passage], notes: tuple[str, ...]) -> Table:
    rows, head = cells(text, grid), grid.header_rows
    if head is None:
        head = header_rows(rows)
        rows = cells(text, replace(grid, rows=tuple(filled(text, grid.rows, head))))
    return Table(len(found) - 1, rows, head, _caption(found[:-1]), notes)


def _caption(above: Sequence[Passage]) -> str:
    """The short line or heading just above, with the line that gives the unit."""
    kept: list[str] = []
    for passage in reversed(above[-3:]):
        if passage.kind is PassageKind.FURNITURE:
            continue
        if len(passage.text) > 60 or passage.text.endswith(("。", "；")):
            break
        kept.insert(0, passage.text)
        if not _UNIT.match(passage.text):
            break
    return " ".join(kept)


def _notes(text: str, after: Sequence[Placed]) -> tuple[str, ...]:
    notes: list[str] = []
    for each in after:
        if each.kind is not PassageKind.NOTE:
            break
        notes.append(clean(text, each.block.regions)[0])
    return tuple(notes)
