"""Texts made comparable: white space and width folded, every character still knowing where it was printed."""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lantu.model import Document, Passage, PassageKind

# Full-width marks that stay as printed: a comma set in the other width is a difference of punctuation.
_MARKS = "，．；：！？"
_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F) if chr(full) not in _MARKS}
# Between digits a mark belongs to the number, whatever its width.
_IN_NUMBER = re.compile(r"(?<=[0-9])[，．：](?=[0-9])")
_PIECE = re.compile(r"[^。；！？，、：,;:!?]*[。；！？，、：,;:!?]|[^。；！？，、：,;:!?]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """The text of a document without white space, markup and width; `raw[i]` is the offset of `text[i]`."""

    text: str
    raw: "array[int]"
    furniture: "array[int]"  # 1 where the character stands in page furniture
    pieces: Mapping[str, int]  # how often each piece between two marks stands in it

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of the folded slice [start, end); an empty slice gives an empty span where it would stand."""
        if start < end:
            return self.raw[start], self.raw[end - 1] + 1
        at = self.raw[start] if start < len(self.raw) else (self.raw[-1] + 1 if self.raw else 0)
        return at, at


def fold(document: Document) -> Folded:
    """All passages of a document as one comparable text."""
    raw, furniture = array("I"), array("B")
    for passage in document.passages:
        printed = [at for at in _offsets(passage) if not document.text[at].isspace()]
        raw.extend(printed)
        furniture.extend([passage.kind is PassageKind.FURNITURE] * len(printed))
    text = fold_width("".join(map(document.text.__getitem__, raw)))
    return Folded(text, raw, furniture, Counter(pieces(text)))


def fold_width(text: str) -> str:
    """Full-width letters, digits and brackets as half-width ones, marks as printed; the length stays."""
    folded = text.translate(_WIDTH)
    return _IN_NUMBER.sub(lambda found: unicodedata.normalize("NFKC", found[0]), folded)


def pieces(text: str) -> tuple[str, ...]:
    """The text cut after every mark: the units that are compared first."""
    return tuple(_PIECE.findall(text))


def _offsets(passage: Passage) -> Iterator[int]:
    for segment in passage.segments:
        yield from range(segment.raw, segment.raw + segment.length)
