"""Where in the XML of a Word file a stretch of its text stands, as found again by its anchors (see read/docx.py)."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from lxml import etree

from lantu.model import Document, Stretch
from lantu.read.docx_parts import Part, child, main_part, named, related_parts, through
from lantu.read.docx_tables import shape_of
from lantu.read.docx_text import NOTES, SILENT
from lantu.read.zipped import open_zip

_PLACE = re.compile(r"(?P<part>[^#]+)#(?:p(?P<p>\d+)|t(?P<t>\d+)r(?P<r>\d+)c(?P<c>\d+))")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")  # the reader raises what is printed raised
_ELSEWHERE = SILENT | {"w:txbxContent", "w:tbl"}
_At = tuple[int, int]  # the text element, and the character in it


class Places:
    """The parts of a Word file that was read as `document`."""

    def __init__(self, document: Document, data: bytes) -> None:
        self.document = document
        with open_zip(document.name, data) as archive:
            main = main_part(document.name, archive)
            parts = related_parts(document.name, archive, main)
        self._parts = {part.path: part for part in (main, *(parts[kind] for kind in NOTES if kind in parts))}
        self._texts = {
            element: i for part in self._parts.values() for i, element in enumerate(texts_of(part.root))
        }  # fmt: skip
        self._known: dict[str, tuple[list[_At], str]] = {}

    def stretch(self, start: int, end: int) -> Stretch | None:
        """Where the text [start, end) stands; its whole paragraph or cell where that cannot be told, None without text."""
        found = self._around(start)
        if found is None:
            return None
        at, first, last = found
        place = _PLACE.fullmatch(at)
        if place is None or place["part"] not in self._parts:
            return None
        if at not in self._known:
            self._known[at] = self._characters(self._parts[place["part"]], place)
        printed, have = self._known[at]
        if not printed:
            return None
        wanted = [i for i in range(first, last) if not self.document.text[i].isspace()]
        said = "".join(self.document.text[i] for i in wanted).translate(_LOWERED)
        held = _aligned(said, have)
        kept = [held.get(n) for n, i in enumerate(wanted) if start <= i < end]
        whole = not kept or kept != list(range(kept[0] or 0, (kept[0] or 0) + len(kept)))
        ends = (0, len(printed) - 1) if whole else (kept[0] or 0, kept[-1] or 0)
        (one, begins), (other, stops) = printed[ends[0]], printed[ends[1]]
        return Stretch(place["part"], one, begins, other, stops + 1)

    def _around(self, offset: int) -> tuple[str, int, int] | None:
        """The anchor of the character at `offset`, and from where to where the text stands at it."""
        at = self.document.anchor(offset)
        if at is None:
            return None
        anchors = self.document.anchors
        here = [n for n, anchor in enumerate(anchors) if anchor.at == at and anchor.start <= offset]
        after = takewhile(lambda anchor: anchor.at == at, anchors[here[-1] :])
        behind = here[-1] + sum(1 for _ in after)
        return at, anchors[here[0]].start, anchors[behind].start if behind < len(anchors) else len(self.document.text)

    def _characters(self, part: Part, place: re.Match[str]) -> tuple[list[_At], str]:
        """The characters that are no white space of a paragraph or cell: where each stands, and all as a text."""
        printed = [
            ((self._texts[element], i), char)
            for paragraph in self._paragraphs(part, place)
            for element in _texts_in(paragraph)
            for i, char in enumerate(element.text or "")
            if not char.isspace()
        ]
        return [at for at, _ in printed], "".join(char for _, char in printed).translate(_LOWERED)

    def _paragraphs(self, part: Part, place: re.Match[str]) -> list[etree._Element]:
        if place["p"]:
            paragraphs = [each for each in part.root.iter("{*}p") if named(each) == "w:p"]
            here = int(place["p"])
            carried = takewhile(_runs_on, reversed(paragraphs[: here - 1]))
            return [*reversed(list(carried)), *paragraphs[here - 1 : here]]
        table = list(part.root.iter("{*}tbl"))[int(place["t"]) - 1]
        cell = shape_of(self.document.name, table).cells.get((int(place["r"]) - 1, int(place["c"]) - 1))
        return [] if cell is None else [each for each in through(cell) if named(each) == "w:p"]


def texts_of(root: etree._Element) -> Iterator[etree._Element]:
    """The text elements of a part, in the order of the file."""
    return (each for each in root.iter("{*}t") if named(each) == "w:t")


def _texts_in(element: etree._Element) -> Iterable[etree._Element]:
    """The text elements that a paragraph itself prints, changes accepted."""
    for each in through(element):
        if named(each) == "w:t":
            if named(element) == "w:r":
                yield each
        elif named(each) not in _ELSEWHERE:
            yield from _texts_in(each)


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether its end was deleted, so that the next paragraph goes on with it."""
    mark = child(paragraph, "w:pPr", "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _aligned(said: str, have: str) -> dict[int, int]:
    """For each character of `said` the one of `have` that it is; numbers that Word prints and hidden text have none."""
    at = said.rfind(have)
    if at >= 0:
        return {at + i: i for i in range(len(have))}
    blocks = SequenceMatcher(None, said, have, autojunk=False).get_matching_blocks()
    return {a + i: b + i for a, b, size in blocks for i in range(size)}
