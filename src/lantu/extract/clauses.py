"""The surroundings of a quantity: its sentence, its clause to the left and right, and what stands before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.extract.scan import Token
from lantu.registers import phrases

BOUNDARY = re.compile(r"[，,；;：:。！？!?\n]")
_AFTER = re.compile(phrases.one_of("after"))
SENTENCE_END = re.compile(r"[。！？!?\n]")


@dataclass(slots=True)
class Clause:
    """A quantity in its clean text. `left` runs from the last boundary or quantity, `right` to the next."""

    token: Token
    sentence_start: int
    sentence: str
    left: str
    right: str
    before: str  # the clause before this one, where it holds no quantity
    next_adjacent: bool  # whether `right` ends at another quantity
    after: str  # what follows, as far as the sentence's end

    @property
    def at(self) -> int:
        """Where the quantity stands in the sentence."""
        return self.token.start - self.sentence_start

    @property
    def head(self) -> str:
        """The sentence before the quantity."""
        return self.sentence[: self.at]

    @property
    def own(self) -> str:
        """The clause before the quantity, other quantities included."""
        return self.sentence[last(BOUNDARY, self.sentence, 0, self.at) : self.at]


def last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The position after the last match of a one-character pattern in text[start:end], or start."""
    at = start
    for found in pattern.finditer(text, start, end):
        at = found.end()
    return at


def last_boundary(text: str, start: int, end: int) -> int:
    """The position after the last clause boundary in text[start:end] outside closed brackets, or start."""
    at = start
    for found in BOUNDARY.finditer(text, start, end):
        inner = text[start : found.start()]
        if inner.count("（") > inner.count("）") and "）" in text[found.end() : end]:
            continue
        at = found.end()
    return at


def around(text: str, tokens: Sequence[Token], index: int, last_end: int) -> Clause:
    """The clause of the token at `index`; `last_end` is where the quantity before it ended."""
    token = tokens[index]
    following = next((t for t in tokens[index + 1 :] if t.kind in {"quantity", "rank"}), None)
    sentence = last(SENTENCE_END, text, 0, token.start)
    stop = SENTENCE_END.search(text, token.end)
    sentence_end = stop.start() if stop else len(text)
    over = _AFTER.match(text, last_end)
    last_end = over.end() if over and over.end() <= token.start else last_end
    clause = last_boundary(text, max(last_end, sentence), token.start)
    boundary = BOUNDARY.search(text, token.end)
    right_end = boundary.start() if boundary else len(text)
    adjacent = following is not None and following.start <= right_end
    if adjacent and following is not None:
        right_end = following.start
    before_start = last_boundary(text, sentence, max(clause - 1, sentence))
    before = text[before_start : clause - 1] if clause - 1 > before_start >= last_end else ""
    return Clause(
        token, sentence, text[sentence:sentence_end], text[clause : token.start].rstrip("-－−"), text[token.end : right_end],
        before, adjacent, text[token.end : sentence_end],
    )  # fmt: skip
