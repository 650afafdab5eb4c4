"""Tables in plain text: pipe tables of Markdown, frames drawn with characters, and rows of cells parted by tabs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lantu.model import Cell
from lantu.read.clean import clean
from lantu.read.lines import Line

_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile("\t")
_UPRIGHT = re.compile("[│┃║]")
_PARTERS = {"|": _PIPE, "│": _UPRIGHT, "\t": _TAB}
_MARKS = "\t|│┃║"  # no table of text is without any of them
_FRAME = frozenset("│┃║┌┏╔├┣╠┠╟╞└┗╚+")  # that a line of a drawn table begins with
_ACROSS = re.compile(r"[┌┏╔├┣╠┠╟╞└┗╚+][─━═┄┅┈┉=-][─━═┄┅┈┉┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┠┨┯┷╂╔╗╚╝╠╣╦╩╬╪╫╤╧\s+=-]*$")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_NUMBER = re.compile(
    r"[\[［〔【(（]?[-+＋－−＞>≥≤<＜约↑↓]?\d[\d,，.．]*(?:%?\s*[-—–~～至/、:：∶]\s*\d[\d,，.．]*)*\s*(?:%|％|‰|个百分点|[^\d\s年月日]{0,4})[\]］〕】)）]?(?:左右|以上|以内|以下)?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-—~～至]+(?:19|20)?\d\d)?\s*年?")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as found: raw stretch, and the raw span of each cell; a covered cell has its origin's span."""

    start: int
    end: int
    rows: tuple[tuple[Span, ...], ...]
    header_rows: int | None = None  # None: to be told from what the cells hold


def grids(text: str, lines: Sequence[Line], passed: set[int]) -> Iterator[tuple[range, Grid]]:
    """Each table in `lines` with the indexes of its lines; lines in `passed` are no rows."""
    if not any(parter in text for parter in _MARKS):
        return
    first = 0
    while first < len(lines):
        kind = "" if first in passed else _kind(text, lines[first])
        last = first + 1
        if kind:
            while (
                last < len(lines) and last not in passed and lines[last].gap == 0 and _kind(text, lines[last]) == kind
            ):
                last += 1
            rows = [_cells(text, line, kind) for line in lines[first:last] if not _is_rule(line)]
            if _is_table(rows, kind) and not _wraps(lines[first:last], rows):
                yield range(first, last), _grid(text, lines[first:last], rows, kind)
        first = last


def cells(text: str, grid: Grid) -> tuple[tuple[Cell, ...], ...]:
    """The grid's cells with their clean texts, every row as long as the longest."""
    width = max(map(len, grid.rows))
    known: dict[Span, Cell] = {}
    return tuple(
        tuple(known.setdefault(span, _cell(text, span)) for span in (*row, *_padding(row, width))) for row in grid.rows
    )


_NO_HEAD = re.compile(r"[—–-]{1,3}|/|[约预][束期]性(?:指标)?")
_MEASURED = re.compile(r"\d\s*(?:[%％‰]|个?百分点|[万亿]?[元吨人])")
_NUMBERED = re.compile(r"\d{1,3}[.．、][^\d\s]")
_ROW_NUMBER = re.compile(r"[（(]?\d{1,3}[)）.．、]?")


def header_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top name the columns: those before the first that holds a figure, a dash or a row's number."""
    for i, row in enumerate(rows):
        texts = [cell.text.strip() for cell in row]
        if any(is_figure(t) or _NO_HEAD.fullmatch(t) for t in texts[1:]):
            return i
        if i and (_ROW_NUMBER.fullmatch(texts[0]) or any(_MEASURED.search(_YEAR.sub("", t)) for t in texts[1:])):
            return i
    return min(1, len(rows) - 1)


def is_figure(text: str) -> bool:
    """Whether a cell holds a value: a number with its unit, but no year."""
    return bool(_NUMBER.match(text)) and not _YEAR.fullmatch(text)


def _kind(text: str, line: Line) -> str:
    raw = text[line.start : line.end]
    if raw.startswith("|") and raw.count("|") > 1:
        return "|"
    if raw[:1] in _FRAME and (_ACROSS.match(raw) or len(_UPRIGHT.findall(raw)) > 1):
        return "|" if raw.startswith("+") else "│"
    return "\t" if "\t" in raw else ""


def _is_rule(line: Line) -> bool:
    return bool(_RULE.match(line.bare)) or bool(_ACROSS.match(line.bare))


def _wraps(lines: Sequence[Line], rows: Sequence[Sequence[Span]]) -> bool:
    """Whether cells of a drawn table go over several lines: which of these belong together cannot be told."""
    rules = [i for i, line in enumerate(lines) if _ACROSS.match(line.bare)]
    if not rules:
        return False
    parted = len(rules) > 3 and any(below - above > 2 for above, below in pairwise(rules))
    return parted or any(len(row) > 2 and sum(a < b for a, b in row) == 1 for row in rows)


def _is_table(rows: Sequence[Sequence[Span]], kind: str) -> bool:
    if len(rows) < 2:
        return False
    if kind in ("|", "│"):
        return True
    usual, often = Counter(map(len, rows)).most_common(1)[0]
    return usual > 1 and often * 2 >= len(rows) and (usual > 2 or len(rows) > 2)


def _grid(text: str, lines: Sequence[Line], rows: list[list[Span]], kind: str) -> Grid:
    rules = [i for i, line in enumerate(lines) if _RULE.match(line.bare)] if kind == "|" else []
    start = _line_start(text, lines[0]) if kind == "\t" else lines[0].start
    head = header_rows(cells(text, Grid(start, lines[-1].end, tuple(map(tuple, rows)))))
    head = max(head, rules[0]) if rules else head
    return Grid(start, lines[-1].end, tuple(filled(text, rows, head)), head)


def filled(text: str, rows: Sequence[Sequence[Span]], head: int) -> Iterator[tuple[Span, ...]]:
    """Rows whose empty first cells, not merged ones, take the category above them; `head` rows name the columns."""
    above: tuple[Span, ...] = ()
    for i, row in enumerate(rows):
        whole = list(row)
        first = next((text[a:b].strip() for a, b in row if a < b), "")
        # figures alone belong to no category
        named = i > head and (not is_figure(first) or _NUMBERED.match(first))
        for column, span in enumerate(row[:2] if named else ()):
            covered = above[column] if column < len(above) else (0, 0)
            if span[0] < span[1] or covered[0] == covered[1] or is_figure(text[slice(*covered)].strip()):
                break
            whole[column] = covered
        above = tuple(whole)
        yield above


def _cells(text: str, line: Line, kind: str) -> list[Span]:
    start = _line_start(text, line) if kind == "\t" else line.start + 1
    bars = [found.start() for found in _PARTERS[kind].finditer(text, start, line.end)]
    ends = bars if bars and kind != "\t" and bars[-1] == line.end - 1 else [*bars, line.end]
    return [_trim(text, a, b) for a, b in zip([start, *(bar + 1 for bar in bars)], ends, strict=False)]


def _line_start(text: str, line: Line) -> int:
    return max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1


def _trim(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    return (start + left, start + left + len(raw.strip())) if raw.strip() else (start, start)


def _padding(row: Sequence[Span], width: int) -> list[Span]:
    end = row[-1][1] if row else 0
    return [(end, end)] * (width - len(row))


def _cell(text: str, span: Span) -> Cell:
    words, segments = clean(text, [span])
    return Cell(words, *span, segments if len(words) < span[1] - span[0] else ())
