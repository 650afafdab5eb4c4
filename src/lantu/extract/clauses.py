"""The surroundings of a quantity: its sentence, its clause to the left and right, and what stands before."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.extract.scan import Token
from lantu.registers import phrases

BOUNDARY = re.compile(r"[，,；;：:。！？!?\n]")
_AFTER = re.compile(phrases.one_of("after"))
_AFTER_BEGINS = phrases.begins("after")
_TO_BOUNDARY = re.compile(rf".*{BOUNDARY.pattern}", re.DOTALL)  # goes back from the end: the last boundary
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_REACH = 600  # characters of a sentence that bear on a quantity; a file without full stops stays linear
_FOLLOWS = frozenset({"quantity", "rank"})
_MINUS = "-－−"


@dataclass(slots=True)
class Clause:
    """A quantity in its clean text. `left` runs from the last boundary or quantity, `right` to the next."""

    token: Token
    sentence_start: int
    sentence: str  # as far as it bears on the quantity
    head: str  # the sentence before the quantity
    own: str  # the clause before the quantity, other quantities included
    left: str
    right: str
    before: str  # the clause before this one, where it holds no quantity
    next_adjacent: bool  # whether `right` ends at another quantity
    after: str  # what follows, as far as the sentence's end


class Bounds:
    """Where the sentences and clauses of a clean text start, and which quantity follows each of its tokens."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
        self._bracketed = "（" in text
        self._following: list[Token | None] = [None] * len(tokens)
        for i in range(len(tokens) - 1, 0, -1):
            self._following[i - 1] = tokens[i] if tokens[i].kind in _FOLLOWS else self._following[i]

    def around(self, index: int, last_end: int) -> Clause:
        """The clause of the token at `index`; `last_end`: where the quantity before it ends."""
        text, token = self.text, self.tokens[index]
        start, end = token.start, token.end
        number = bisect_right(self.sentences, start)
        sentence = self.sentences[number - 1]
        sentence_end = self.sentences[number] - 1 if number < len(self.sentences) else len(text)
        first = max(sentence, start - _REACH)
        last_end = self._after_comparator(last_end, start)
        clause = self._last(max(last_end, sentence), start)
        right_end, adjacent = self._right(index, end)
        before_start = self._last(sentence, max(clause - 1, sentence))
        return Clause(
            token, sentence, text[first : max(min(sentence_end, end + _REACH), end)], text[first:start], text[self._boundary(first, start) : start],
            text[clause:start].rstrip(_MINUS), text[end:right_end],
            text[before_start : clause - 1] if clause - 1 > before_start >= last_end else "",
            adjacent, text[end : max(min(sentence_end, end + _REACH), end)],
        )  # fmt: skip

    def _after_comparator(self, last_end: int, start: int) -> int:
        """Where a quantity ends with the comparator that follows it (以上, 左右)."""
        if self.text[last_end : last_end + 1] in _AFTER_BEGINS:
            over = _AFTER.match(self.text, last_end)
            if over and over.end() <= start:
                return over.end()
        return last_end

    def _right(self, index: int, end: int) -> tuple[int, bool]:
        """Where the clause right of a token ends, and whether at another quantity."""
        boundary = BOUNDARY.search(self.text, end, end + _REACH)
        right_end = boundary.start() if boundary else min(len(self.text), end + _REACH)
        following = self._following[index]
        if following is not None and following.start <= right_end:
            return following.start, True
        return right_end, False

    def _boundary(self, start: int, end: int) -> int:
        """The position after the last clause boundary in [start, end), or start."""
        found = _TO_BOUNDARY.match(self.text, start, end)
        return found.end() if found else start

    def _last(self, start: int, end: int) -> int:
        """The position after the last clause boundary in [start, end) outside closed brackets, or start."""
        at = start = max(start, end - _REACH)
        if not self._bracketed or self.text.find("（", start, end) < 0:
            return self._boundary(start, end)
        for boundary in BOUNDARY.finditer(self.text, start, end):
            inner = self.text[start : boundary.start()]
            if inner.count("（") > inner.count("）") and "）" in self.text[boundary.end() : end]:
                continue
            at = boundary.end()
        return at
