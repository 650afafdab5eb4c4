"""Where in the prose a target stands: whether in the list of main expected targets that leads a year's plan."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lantu.model import Document, Nature, Passage, PassageKind, Statement
from lantu.registers import linking

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
_LEADS_ON = (":", "：")
_OPENS_LIST = re.compile(r"^[^，。；,;]{0,8}?[:：是为]")


def leading(document: Document, statements: Sequence[Statement]) -> frozenset[str]:
    """The ids of the targets that stand in a list of main expected targets (主要预期目标) of a year's plan.

    The list is opened by the heading right above it, by the sentence itself, or by a line that ends in a colon.
    It goes on over the sentences of its paragraph, and below a heading or a colon over the paragraphs and items
    that follow, until another subject begins: a heading, or a sentence without a target. A heading that is also
    about tasks (主要目标和重点工作) opens nothing.
    """
    targets = [s for s in statements if s.nature is Nature.TARGET]
    found = {s.id for s in targets if s.cell and linking.load().headline.search(_caption(document, s))}
    by_passage: dict[int, list[Statement]] = {}
    for one in sorted((s for s in targets if not s.cell), key=lambda s: s.start):
        by_passage.setdefault(one.passage, []).append(one)
    walk = _Walk()
    for passage in document.passages:
        found.update(walk.through(passage, by_passage.get(passage.index, [])))
    return frozenset(found)


class _Walk:
    """The passages of a document one after another, and whether a list of targets is open."""

    def __init__(self) -> None:
        self._heading: str = ""
        self._open = False  # a list is open
        self._begun = False  # and has had a target
        self._stays = False  # and goes on beyond its paragraph

    def through(self, passage: Passage, targets: Sequence[Statement]) -> Iterator[str]:
        """The ids of the targets of the next passage that lead the plan."""
        if passage.kind in (PassageKind.FURNITURE, PassageKind.TABLE, PassageKind.NOTE):
            return
        self._under(passage, targets)
        for start, end in _sentences(passage.text):
            here = [s for s in targets if start <= _clean(passage, s.start) < end]
            yield from self._sentence(passage, start, end, here)
        if not self._stays and passage.kind is not PassageKind.HEADING:
            self._open = False

    def _under(self, passage: Passage, targets: Sequence[Statement]) -> None:
        """A heading opens a list or ends the one before."""
        if passage.kind in (PassageKind.HEADING, PassageKind.TITLE):
            self._set(opens=_says_so(passage.text))
            return
        above = (targets[0].section if targets else ()) or passage.headings
        if above and above[-1] != self._heading:
            self._heading = above[-1]
            self._set(opens=_says_so(above[-1]))

    def _sentence(self, passage: Passage, start: int, end: int, targets: Sequence[Statement]) -> Iterator[str]:
        if not targets:
            self._without_target(passage.text[start:end])
            return
        for one in targets:
            before = passage.text[start : _clean(passage, one.start)]
            said = linking.load().headline.search(before)
            if said and not self._open and _OPENS_LIST.match(before[said.end() :]):
                self._open, self._stays = True, False
            if self._open or said:
                yield one.id
        self._begun = self._open

    def _without_target(self, sentence: str) -> None:
        said = linking.load().headline.search(sentence)
        if said and sentence.rstrip().endswith(_LEADS_ON):
            self._set(opens=True)
        elif self._open and self._begun and sentence.strip():
            self._set(opens=False)

    def _set(self, *, opens: bool) -> None:
        self._open, self._begun, self._stays = opens, False, opens


def _says_so(heading: str) -> bool:
    words = linking.load()
    return bool(words.headline.search(heading)) and not words.headline_unless.search(heading)


def _caption(document: Document, statement: Statement) -> str:
    return document.tables[statement.cell.table].caption if statement.cell else ""


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _SENTENCE.finditer(text) if found[0].strip())


def _clean(passage: Passage, offset: int) -> int:
    """The clean position of a raw offset."""
    at = max(0, bisect_right(passage.segments, offset, key=lambda s: s.raw) - 1)
    segment = passage.segments[at]
    return segment.clean + min(max(0, offset - segment.raw), segment.length)
