"""Running heads and feet, and page numbers: what stands at the same place on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lantu.read.columns import rows
from lantu.read.runs import Run, Sheet

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[\s\-—–－─·•.第]*\d{1,4}\s*(?:[/／共]?\s*[,，]?\s*(?:共)?\s*\d{0,4})[\s\-—–－─·•.页]*")
_EDGE = 2  # lines at the top and at the bottom
_STEP = 6.0  # points
Key = tuple[str, int]


def folios(sheets: Sequence[Sheet]) -> list[frozenset[Run]]:
    """For each page its runs that are no running text."""
    edges = [list(_edges(sheet)) for sheet in sheets]
    seen = Counter(key for page in edges for key in {key for line, _ in page for key in _keys(line)})
    least = max(3, round(0.2 * len(sheets)))
    found: list[frozenset[Run]] = []
    for page in edges:
        runs: set[Run] = set()
        for line, outer in page:
            often = max(seen[key] for key in _keys(line))
            if often >= least or (outer and _NUMBER.fullmatch(_text(line)) and (often > 1 or _dashed(line))):
                runs |= set(line)
        found.append(frozenset(runs))
    return found


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
    """What a line says but for numbers, and where; places are rounded both ways."""
    words = _DIGITS.sub("#", _text(line).replace(" ", ""))
    at = line[0].top / _STEP
    return [(words, int(at)), (words, int(at + 0.5) + 100_000)]
