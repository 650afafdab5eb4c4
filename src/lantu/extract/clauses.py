"""The surroundings of a quantity: its sentence, its clause to the left and right, and what stands before."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lantu.extract.scan import Token
from lantu.registers import phrases

BOUNDARY = re.compile(r"[，,；;：:。！？!?\n]")
_TO_BOUNDARY = re.compile(rf".*{BOUNDARY.pattern}", re.DOTALL)
_AFTER = re.compile(phrases.one_of("after"))
SENTENCE_END = re.compile(r"[。！？!?\n]")
_REACH = 600  # characters of a sentence that bear on a quantity; a file without full stops stays linear


@dataclass(slots=True)
class Clause:
    """A quantity in its clean text. `left` runs from the last boundary or quantity, `right` to the next."""

    token: Token
    sentence_start: int
    head: str  # the sentence before the quantity
    left: str
    right: str
    before: str  # the clause before this one, where it holds no quantity
    next_adjacent: bool  # whether `right` ends at another quantity
    after: str  # what follows, as far as the sentence's end

    @property
    def own(self) -> str:
        """The clause before the quantity, other quantities included."""
        return self.head[_last(self.head, 0, len(self.head)) :]


def sentences(text: str) -> list[int]:
    """Where the sentences of a text start, in order."""
    return [0, *(found.end() for found in SENTENCE_END.finditer(text))]


def _last(text: str, start: int, end: int) -> int:
    """The position after the last clause boundary in text[start:end], or start."""
    found = _TO_BOUNDARY.match(text, start, end)
    return found.end() if found else start


def _last_boundary(text: str, start: int, end: int) -> int:
    """The position after the last clause boundary in text[start:end] outside closed brackets, or start."""
    at = start = max(start, end - _REACH)
    if text.find("（", start, end) < 0:
        return _last(text, start, end)
    for found in BOUNDARY.finditer(text, start, end):
        inner = text[start : found.start()]
        if inner.count("（") > inner.count("）") and "）" in text[found.end() : end]:
            continue
        at = found.end()
    return at


def around(text: str, starts: Sequence[int], tokens: Sequence[Token], index: int, last_end: int) -> Clause:
    """The clause of the token at `index`; `starts`: of the text's sentences, `last_end`: of the quantity before."""
    token = tokens[index]
    following = next((t for t in islice(tokens, index + 1, index + 50) if t.kind in {"quantity", "rank"}), None)
    number = bisect_right(starts, token.start) - 1
    sentence = starts[number]
    sentence_end = min(starts[number + 1] - 1 if number + 1 < len(starts) else len(text), token.end + _REACH)
    over = _AFTER.match(text, last_end)
    last_end = over.end() if over and over.end() <= token.start else last_end
    clause = _last_boundary(text, max(last_end, sentence), token.start)
    boundary = BOUNDARY.search(text, token.end, token.end + _REACH)
    right_end = boundary.start() if boundary else min(len(text), token.end + _REACH)
    adjacent = following is not None and following.start <= right_end
    if adjacent and following is not None:
        right_end = following.start
    before_start = _last_boundary(text, sentence, max(clause - 1, sentence))
    before = text[before_start : clause - 1] if clause - 1 > before_start >= last_end else ""
    return Clause(
        token, sentence, text[max(sentence, token.start - _REACH) : token.start], text[clause : token.start].rstrip("-－−"),
        text[token.end : right_end], before, adjacent, text[token.end : max(sentence_end, token.end)],
    )  # fmt: skip
