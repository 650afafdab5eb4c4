"""Where in the prose a statement stands: the sentence up to it, and whether it leads a year's plan."""

import re
from bisect import bisect_right
from itertools import takewhile

from lantu.model import Document, Passage, PassageKind, Statement
from lantu.registers import linking

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_LEADS_ON = (":", "：")


def is_headline(document: Document, statement: Statement) -> bool:
    """Whether a target stands in the list of main expected targets (主要预期目标) of a year's plan.

    Said by the heading right above it, by the sentence that it stands in, or by the line that opens the
    list of which it is an item. A heading that is also about tasks (主要目标和重点工作) says nothing.
    """
    words = linking.load()
    passage = document.passages[statement.passage]
    above = () if passage.kind is PassageKind.HEADING else statement.section or passage.headings
    heading = above[-1] if above else ""
    if words.headline.search(heading) and not words.headline_unless.search(heading):
        return True
    caption = document.tables[statement.cell.table].caption if statement.cell else ""
    said = _before(passage, statement.start) + _list_opening(document, passage) + caption
    return bool(words.headline.search(said))


def _before(passage: Passage, offset: int) -> str:
    """The clean text of the sentence up to a raw offset."""
    text = passage.text[: _clean(passage, offset)]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return text[ends[-1] :] if ends else text


def _clean(passage: Passage, offset: int) -> int:
    """The clean position of a raw offset."""
    at = max(0, bisect_right(passage.segments, offset, key=lambda s: s.raw) - 1)
    segment = passage.segments[at]
    return segment.clean + min(max(0, offset - segment.raw), segment.length)


def _list_opening(document: Document, passage: Passage) -> str:
    """The line ending in a colon above the list that `passage` is an item of."""
    if passage.kind is not PassageKind.ITEM:
        return ""
    above = document.passages[: passage.index][::-1]
    items = len(list(takewhile(lambda p: p.kind is PassageKind.ITEM, above)))
    opening = above[items].text if items < len(above) else ""
    return opening if opening.rstrip().endswith(_LEADS_ON) else ""
