"""Which printed lines go on in the next one: a paragraph's lines reach the right margin."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lantu.read.columns import Printed

_WORD = re.compile(r"[“‘（《〈\[(]*(?:[!-~]+|.)[，。、；：！？）》”’％%,.;:!?)\]]*")
_GOES_ON = ("，", "、")  # no paragraph ends so, whatever room recognition saw behind the mark
_PRINTED = 1.15  # times by which lines of one paragraph differ in height …
_RECOGNISED = 1.4  # … and where recognition has drawn their boxes
_SLACK = 0.3  # of a character: lines are never quite as long as they could be …
_ENDS = (
    "。",
    "！",
    "？",
    "；",
    "：",
    ".",
    "!",
    "?",
    ";",
    ":",
)  # … and ragged ones end a character early, but no paragraph ends mid-clause
_OPENS = re.compile(r"[（(]?(?:第?[一二三四五六七八九十]+[）)、.．章节编篇]|\d+(?:[）)、．]|\.(?!\d)))|[—–-]|[●■◆▪·•*]")
_FULL_STOP = ("。", "！", "？", "；")


@dataclass(frozen=True, slots=True)
class Margin:
    """Left and right margin of a column, and the usual distance from a line's top to the next one's."""

    left: float
    right: float
    step: float


Margins = Mapping[tuple[int, int, int], Margin]


def margins(pages: Sequence[Sequence[Printed]]) -> Margins:
    """The margins of every column, pages set alike taken together."""
    lines: dict[tuple[int, int, int], list[Printed]] = {}
    for page in pages:
        for part in page:
            if part.runs and not part.folio:
                lines.setdefault(part.key, []).append(part)
    return {key: _margin(found) for key, found in lines.items()}


def _margin(lines: Sequence[Printed]) -> Margin:
    size = median(line.size for line in lines)
    lefts = Counter(round(line.left) for line in lines)
    usual = [left for left, often in lefts.items() if often >= max(2, 0.08 * len(lines))]
    steps = [
        below.top - line.top
        for line, below in pairwise(lines)
        if line.page == below.page and 0 < below.top - line.top < 4 * size
    ]
    step = sorted(steps)[len(steps) // 4] if steps else 1.5 * size
    return Margin(min(usual, default=min(lefts)), _right([line.right for line in lines], size), step)


def _right(rights: Sequence[float], size: float) -> float:
    """The margin that several lines reach, a character's width apart; a stray line may stick out."""
    ordered = sorted(rights, reverse=True)
    least = max(2, round(0.08 * len(ordered)))
    return next((r for i, r in enumerate(ordered) if r - ordered[min(i + least, len(ordered)) - 1] < size), ordered[0])


def wraps(above: Printed, line: Printed, how: Margins) -> bool:
    """Whether the line `line` goes on with the paragraph of the line `above`."""
    margin = how[line.key]
    size = min(above.size, line.size)
    if max(above.size, line.size) > (_RECOGNISED if line.runs[0].confidence else _PRINTED) * size + 0.5:
        return False
    if above.key != line.key and above.key[1] != line.key[1]:
        return False
    if above.page == line.page and above.key == line.key and line.top - above.top > 1.4 * max(margin.step, size):
        return False
    if above.text.endswith(_FULL_STOP) and _OPENS.match(line.text):
        return False
    room = how[above.key].right - above.right - _room(line, size)
    if not above.text.endswith(_GOES_ON) and room > (
        0 if above.text.endswith(_ENDS) or _OPENS.match(line.text) else size
    ):
        return False
    indent, before = line.left - margin.left, above.left - how[above.key].left
    return not (indent > 0.8 * size and (indent - before > 0.5 * size or above.text.endswith(_FULL_STOP)))


def _room(line: Printed, size: float) -> float:
    """The room that the line's first word would have wanted on the line above."""
    found = _WORD.match(line.text)
    first = line.runs[0]
    count = min(found.end() if found else 1, len(first.text))
    return first.edges[count] - first.edges[0] + _SLACK * size
