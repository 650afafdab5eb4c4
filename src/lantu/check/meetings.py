"""Where documents name the meeting of a local people's congress that they are laid before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.case import Case, Sentence
from lantu.model import Evidence, PassageKind, Reading

_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_MEETING = re.compile(
    rf"第?(?P<term>{_ORDINAL})届(?:全国)?(?:人民代表大会|人大)(?!常)第?(?P<session>{_ORDINAL})次(?:会议)?"
)
_LAID = re.compile(r"(?:提请|提交|向)[^，。；]{0,16}$")
_FOR = re.compile(r"[^，。；以]{0,6}(?:审议|审查|审批|批准|报告)")
_HEAD = 15  # passages in which a document says what it is laid before
_TENS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Named:
    """A meeting as a document names it: its term and session, and the words."""

    term: int
    session: int
    words: str
    evidence: Evidence


def own(case: Case, reading: Reading) -> Iterator[Named]:
    """Each place at the head of a document that names its own meeting: the lines under the title, 提请…审议."""
    for sentence in case.lines_of(reading):
        if sentence.passage.index >= _HEAD:
            return
        if "届" in sentence.text:
            yield from _named(sentence)


def _named(sentence: Sentence) -> Iterator[Named]:
    label = sentence.passage.kind is PassageKind.FURNITURE
    for found in _MEETING.finditer(sentence.text):
        laid = _LAID.search(sentence.text, 0, found.start()) and _FOR.match(sentence.text, found.end())
        if label or laid:
            evidence = sentence.evidence(*found.span())
            yield Named(number(found["term"]), number(found["session"]), found[0], evidence)


def number(words: str) -> int:
    """An ordinal below one hundred, in digits or Chinese numerals."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    one = _TENS.index(ones) + 1 if ones else 0
    return (_TENS.index(tens) + 1 if tens else 1) * 10 + one if ten else one
