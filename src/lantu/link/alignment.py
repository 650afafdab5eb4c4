"""Two texts of one publication laid side by side: what is the same, and where they differ."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from lantu.link.folding import Folded, pieces
from lantu.model import Difference
from lantu.registers import linking

_LARGEST_BLOCK = 1_000_000  # characters times characters: above it, two stretches are simply different
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?[%‰]?")
_CHINESE_NUMBER = re.compile(r"[零〇一二三四五六七八九十百千万亿两]+")
_PAGE_NUMBER = re.compile(r"[\d\s—–-]*")


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """`length` characters that are the same, at `first` in one folded text and at `second` in the other."""

    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two folded texts and the blocks that they share, in order."""

    first: Folded
    second: Folded
    blocks: tuple[Block, ...]

    def in_first(self, offset: int) -> int | None:
        """Raw offset in the first text of what stands at a raw offset of the second; None where they differ."""
        folded = bisect_left(self.second.raw, offset)
        at = bisect_right(self.blocks, folded, key=lambda b: b.second) - 1
        if at < 0 or folded - self.blocks[at].second >= self.blocks[at].length:
            return None
        return self.first.raw[self.blocks[at].first + folded - self.blocks[at].second]


def is_alike(first: Folded, second: Folded, share: float) -> bool:
    """Whether at least `share` of the characters of both texts stands in pieces that both have.

    What cannot reach it by length alone is not looked at: documents without a front page meet all others here.
    """
    enough = share * (len(first.text) + len(second.text)) / 2
    if min(len(first.text), len(second.text)) < enough:
        return False
    shared = first.pieces.keys() & second.pieces.keys()
    return sum(len(p) * min(first.pieces[p], second.pieces[p]) for p in shared) >= enough


def align(first: Folded, second: Folded) -> Alignment:
    """Lay two texts side by side: piece by piece, then character by character where the pieces differ.

    Comparing characters at once takes quadratic time; pieces are compared as wholes.
    """
    one, other = pieces(first.text), pieces(second.text)
    ones, others = _starts(one), _starts(other)
    blocks: list[Block] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            blocks.append(Block(ones[i], others[k], ones[j] - ones[i]))
        else:
            blocks.extend(_within(first.text, second.text, (ones[i], ones[j]), (others[k], others[m])))
    return Alignment(first, second, tuple(_joined(blocks)))


def differences(alignment: Alignment, first: str, second: str, texts: tuple[str, str]) -> tuple[Difference, ...]:
    """Where the texts of documents `first` and `second` differ, with what each prints there (`texts`: whole, raw)."""
    found = []
    for (i, j), (k, m) in _gaps(alignment):
        if _is_page_number(alignment, (i, j), (k, m)):
            continue
        here, there = alignment.first.span(i, j), alignment.second.span(k, m)
        kind = _kind(alignment, (i, j), (k, m))
        found.append(Difference(first, second, here, there, texts[0][slice(*here)], texts[1][slice(*there)], kind))
    return tuple(found)


def _starts(parts: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, parts), initial=0))


def _within(one: str, other: str, here: tuple[int, int], there: tuple[int, int]) -> Iterator[Block]:
    a, b = one[slice(*here)], other[slice(*there)]
    if not a or not b or len(a) * len(b) > _LARGEST_BLOCK:
        return
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        if block.size:
            yield Block(here[0] + block.a, there[0] + block.b, block.size)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Neighbouring blocks as one, so that every gap between two blocks is a difference."""
    last: Block | None = None
    for block in blocks:
        if last and last.first + last.length == block.first and last.second + last.length == block.second:
            last = Block(last.first, last.second, last.length + block.length)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _gaps(alignment: Alignment) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Unequal stretches, grown to whole numbers; two that one character parts, or that touch, are one."""
    one, other = alignment.first.text, alignment.second.text
    gaps: list[tuple[tuple[int, int], tuple[int, int]]] = []
    ends = (*alignment.blocks, Block(len(one), len(other), 0))
    i = k = 0
    for block in ends:
        if block.first > i or block.second > k:
            here, there = _grown(one, (i, block.first), other, (k, block.second))
            if gaps and here[0] - gaps[-1][0][1] <= 1 and there[0] - gaps[-1][1][1] <= 1:
                before = gaps.pop()
                here, there = (before[0][0], here[1]), (before[1][0], there[1])
            gaps.append((here, there))
        i, k = block.first + block.length, block.second + block.length
    return gaps


def _grown(
    one: str, here: tuple[int, int], other: str, there: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both stretches widened by the same characters, until neither cuts a number in two."""
    (i, j), (k, m) = here, there
    before = max(i - _number_start(one, i, j), k - _number_start(other, k, m))
    after = max(_number_end(one, i, j) - j, _number_end(other, k, m) - m)
    before, after = min(before, i, k), min(after, len(one) - j, len(other) - m)
    return (i - before, j + after), (k - before, m + after)


def _number_start(text: str, start: int, end: int) -> int:
    window = max(0, start - 20)
    for found in _NUMBER.finditer(text, window, min(len(text), end + 20)):
        if found.start() < start < found.end():
            return found.start()
    return start


def _number_end(text: str, start: int, end: int) -> int:
    for found in _NUMBER.finditer(text, max(0, start - 20), min(len(text), end + 20)):
        if found.start() < end < found.end():
            return found.end()
    return end


def _kind(alignment: Alignment, here: tuple[int, int], there: tuple[int, int]) -> str:
    a, b = alignment.first.text[slice(*here)], alignment.second.text[slice(*there)]
    if _is_furniture(alignment, here, there) or linking.load().is_imprint(a or b):
        return "imprint"
    if not _letters(a) and not _letters(b):
        signed = _is_sign(a, alignment.first.text[here[1] :]) or _is_sign(b, alignment.second.text[there[1] :])
        return "figure" if signed else "punctuation"
    if _has_figure(a) or _has_figure(b):
        return "figure"
    return "wording"


def _letters(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN" or c in "%‰")


def _is_sign(mark: str, after: str) -> bool:
    """Whether a mark is the sign of the number after it: -6.1."""
    return mark.endswith(("+", "-")) and after[:1].isdigit()


def _has_figure(text: str) -> bool:
    return any(c.isdigit() for c in text) or bool(_CHINESE_NUMBER.fullmatch(_letters(text)))


def _is_furniture(alignment: Alignment, here: tuple[int, int], there: tuple[int, int]) -> bool:
    return all(alignment.first.furniture[slice(*here)]) and all(alignment.second.furniture[slice(*there)])


def _is_page_number(alignment: Alignment, here: tuple[int, int], there: tuple[int, int]) -> bool:
    printed = alignment.first.text[slice(*here)] + alignment.second.text[slice(*there)]
    return _is_furniture(alignment, here, there) and bool(_PAGE_NUMBER.fullmatch(printed))
