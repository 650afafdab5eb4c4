"""Running heads and feet, and page numbers: what stands at the same place on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from lantu.read.columns import rows
from lantu.read.runs import Run, Sheet

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[\s\-—–－─·•.第]*\d{1,4}\s*(?:[/／共]?\s*[,，]?\s*(?:共)?\s*\d{0,4})[\s\-—–－─·•.页]*")
_EDGE = 2  # lines at the top and at the bottom
_STEP = 6.0  # points
_OFTEN = 3  # times that a line stands at the same place to be no text
_MARGIN = 0.065  # of the height of a page
_TEXT = re.compile(r"\d\.\d|\d\s*[%％万亿元吨]|^[（(]?\s*(?:计量)?单位\s*[：:]")  # figures, and the unit of a table
Key = tuple[str, int]


def folios(sheets: Sequence[Sheet]) -> list[frozenset[Run]]:
    """For each page its runs that are no running text."""
    edges = [list(_edges(sheet)) for sheet in sheets]
    seen = Counter(key for page in edges for key in {key for line, _ in page for key in _keys(line)})
    same = Counter(key for page in edges for key in {key for line, _ in page for key in _places(_text(line), line)})
    size = median([run.bottom - run.top for sheet in sheets for run in _runs(sheet)] or [0])
    least = max(_OFTEN, round(0.2 * len(sheets)))
    found: list[frozenset[Run]] = []
    for sheet, page in zip(sheets, edges, strict=True):
        runs: set[Run] = set()
        for i, (line, outer) in enumerate(page):
            often = max(seen[key] for key in _keys(line))
            alike = max(same[key] for key in _places(_text(line), line))
            if (
                often >= least
                or (outer and alike >= min(_OFTEN, max(len(sheets), 2)))
                or (outer and _NUMBER.fullmatch(_text(line)) and (often > 1 or _dashed(line)))
                or (outer and _is_small_print(line, [near for near, _ in page[:i] + page[i + 1 :]], sheet, size))
            ) and not _TEXT.search(_text(line)):
                runs |= set(line)
        found.append(frozenset(runs))
    return found


def _runs(sheet: Sheet) -> Iterator[Run]:
    yield from sheet.runs
    for table in sheet.tables:
        for cell in table.cells:
            yield from cell.runs


def _is_small_print(line: Sequence[Run], others: Sequence[Sequence[Run]], sheet: Sheet, size: float) -> bool:
    """Whether an outermost line stands in the page's margin, apart, in smaller print: what a browser adds."""
    top, bottom = min(run.top for run in line), max(run.bottom for run in line)
    high = max(run.bottom - run.top for run in line)
    apart = all(run.top - bottom > high or top - run.bottom > high for other in others for run in other)
    return high < 0.9 * size and apart and min(bottom, sheet.height - top) < _MARGIN * sheet.height


def _edges(sheet: Sheet) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """The first and the last lines of a page, and whether each is the outermost."""
    lines = list(rows(sheet.runs))
    for i, line in enumerate(lines):
        if min(i, len(lines) - 1 - i) < _EDGE:
            yield line, i in (0, len(lines) - 1)


def _text(line: Sequence[Run]) -> str:
    return "".join(run.text for run in line)


def _dashed(line: Sequence[Run]) -> bool:
    return not _text(line)[0].isdigit()


def _keys(line: Sequence[Run]) -> list[Key]:
    """What a line says but for numbers, and where."""
    return _places(_DIGITS.sub("#", _text(line).replace(" ", "")), line)


def _places(words: str, line: Sequence[Run]) -> list[Key]:
    """Words and their place, rounded both ways."""
    at = line[0].top / _STEP
    return [(words, int(at)), (words, int(at + 0.5) + 100_000)]
