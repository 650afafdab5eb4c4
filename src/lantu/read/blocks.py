"""Lines joined into blocks: what a reader takes as one paragraph, heading, item or table.

Text is either wrapped at a fixed width (then a line that reaches the margin goes on in the next) or has
one paragraph a line (then only a page break cuts a paragraph, and the line it cuts ends without a full
stop). Which of both is decided for the document, and for each line by whether it reaches the margin.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from lantu.model import PassageKind
from lantu.read.lines import Line

HEADING_FORMS = frozenset({"part", "section", "han", "hanspace", "hanparen", "ordinal", "annex", "box"})
_FULL_STOPS = "。！？!?"
_STOPS = _FULL_STOPS + "；;：:…"
_BRACKETS = "”’）)》」』"  # that may close behind a full stop
_CLOSING = "，。；、！？）》”：,;!?)"  # no line begins with these
_SENTENCE = re.compile(r"[。；，,;、]")
_ALONE = "各目前附引备注说资数来"  # what _STANDS_ALONE may begin with
_STANDS_ALONE = re.compile(
    r"各位(?:代表|委员|领导|同志)\S{0,8}[：:！!]$|(?:目\s*录|前\s*言|附\s*则|引\s*言)$|(?:备注|注|说明|资料来源|数据来源|来源|附件)[：:]"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set: right margin in columns (None: a paragraph a line), usual gap, first-line indents."""

    margin: int | None
    gap: int
    indents: bool
    cuts: bool = True  # page breaks may cut paragraphs; not so in HTML

    def full(self, line: Line) -> bool:
        """Whether the line reaches the right margin of wrapped text."""
        return self.margin is not None and 0.86 * self.margin <= line.width <= 1.3 * self.margin


class Block(NamedTuple):
    """Lines that belong together; `kind` where it is known before reading what they say."""

    lines: tuple[Line, ...]
    head: Line  # its first line, whose form is the block's
    bare: str  # its text without markup; line breaks and inner spaces may remain
    kind: PassageKind | None = None
    passed: tuple[int, ...] = ()  # sorted raw offsets of the page furniture of the document

    @classmethod
    def of(cls, lines: tuple[Line, ...], kind: PassageKind | None = None, passed: tuple[int, ...] = ()) -> Self:
        """The block of some lines, at least one."""
        head = lines[0]
        return cls(lines, head, head.bare if len(lines) == 1 else "".join([line.bare for line in lines]), kind, passed)

    @property
    def regions(self) -> tuple[tuple[int, int], ...]:
        """Its raw stretches; page furniture that cuts a paragraph lies between two of them."""
        if len(self.lines) == 1:
            return ((self.head.start, self.head.end),)
        cuts = [i for i in range(1, len(self.lines)) if self._cut(i)]
        starts = [self.lines[i].start for i in (0, *cuts)]
        # a stretch keeps the line break at its end, so that Latin words on both sides stay apart
        ends = [*(self.lines[i - 1].end + 1 for i in cuts), self.lines[-1].end]
        return tuple(zip(starts, ends, strict=True))

    def _cut(self, i: int) -> bool:
        above, line = self.lines[i - 1], self.lines[i]
        return line.depth > 0 or bisect(self.passed, above.end) < bisect(self.passed, line.start)


def layout(lines: Sequence[Line], *, cuts: bool = True) -> Layout:
    """How the document is set, from its lines of running text."""
    indented = sum([line.indent for line in lines])
    usual = Counter([gap if (gap := line.gap) < 3 else 3 for line in lines[1:]]).most_common(1)
    margin = _margin(lines)
    share = 0.04 if margin else 0.25
    return Layout(margin, usual[0][0] if usual else 0, indented > share * len(lines), cuts)


def _margin(lines: Sequence[Line]) -> int | None:
    """Width at which lines are broken, where most lines that end without a stop are about as long."""
    widths = sorted([line.width for line in lines if not stops(line.bare)])
    if len(widths) < 3 or len(widths) < 0.4 * len(lines):
        return None
    margin = widths[len(widths) * 2 // 3]
    near = sum(0.88 * margin <= width <= 1.12 * margin for width in widths)
    wanted = 0.5 if len(widths) > 20 else 0.75
    return margin if 30 <= margin <= 140 and near >= wanted * len(widths) else None


def join(lines: Sequence[Line], how: Layout, passed: tuple[int, ...] = ()) -> list[Block]:
    """Lines of running text as blocks; at the sorted raw offsets `passed` page furniture was stepped over."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1], line, how):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [Block.of(tuple(block), None, passed) for block in blocks]


def stops(text: str) -> bool:
    """Whether a text (not empty) ends as a clause does: with a full stop, a semicolon or a colon."""
    return text[-1] in _STOPS or stops_fully(text)


def stops_fully(text: str) -> bool:
    """Whether a text (not empty) ends as a sentence does, brackets behind its stop not counted."""
    last = text[-1]
    return last in _FULL_STOPS or (last in _BRACKETS and text.rstrip(_BRACKETS).endswith(tuple(_FULL_STOPS)))


def _goes_on(block: Sequence[Line], line: Line, how: Layout) -> bool:
    last = block[-1]
    if line.depth or last.depth or (how.indents and line.indent) or _alone(line) or _alone(last):
        return False
    if line.bare[0] in _CLOSING:
        return True
    if how.margin is not None and how.full(last):
        return _wraps(block, line, how)
    if not how.cuts or line.form or line.gap > how.gap or stops(last.bare):
        return False
    if line.gap == 0 < how.gap and last.form not in HEADING_FORMS:
        return True  # where paragraphs stand apart, a bare line break is none
    return _is_cut(block)


def _alone(line: Line) -> bool:
    return line.bare[0] in _ALONE and bool(_STANDS_ALONE.match(line.bare))


def _wraps(block: Sequence[Line], line: Line, how: Layout) -> bool:
    """Whether a line that reaches the margin goes on in the next one."""
    last = block[-1]
    if len(block) >= 4 and not any(_SENTENCE.search(above.bare) for above in block[-4:]):
        return False  # rows of a broken table
    if stops_fully(last.bare):
        return not (line.form or how.indents or _looks_indented(line, how))
    if len(block) == 1 and block[0].form in HEADING_FORMS and not _SENTENCE.search(last.bare):
        return not line.form and not how.full(line) and not stops(line.bare)
    return not (line.form and stops(last.bare))


def _looks_indented(line: Line, how: Layout) -> bool:
    """A first line whose indent was lost in conversion is two characters short of the margin."""
    assert how.margin is not None, "asked of wrapped text only"
    return 0.75 * how.margin <= line.width <= how.margin - 3 and not stops_fully(line.bare)


def _is_cut(block: Sequence[Line]) -> bool:
    """Whether a block that ends without a stop is a sentence cut by a page break, not a heading."""
    text, last = "".join(line.bare for line in block), block[-1].bare
    if last.endswith(("，", "、", ",")):
        return True
    if block[0].form in HEADING_FORMS and "。" not in text:
        return False
    return bool(re.search(r"[。；;]", last)) or (len(last) >= 24 and bool(re.search(r"[，,]", last)))
