"""Characters of fonts that do not say what they mean: told, hidden, and recognised from the page's image."""

from collections.abc import Sequence

from lantu.read.pdfchars import Char, beside
from lantu.read.runs import Run, Sheet

UNKNOWN = "\ufffd"
_UNREADABLE = 0.2  # share of characters without a meaning
_SPACE = 0.4  # of its height: the width of a space at most
_SYMBOLS = 2  # characters of private use that a page may have as bullets
_PRIVATE = "\ue000"  # the first character of private use; U+FFFD comes later
_FIGURES = frozenset("0123456789.,%")


def unreadable(found: Sequence[Char]) -> bool:
    """Whether so many characters have no meaning that the page is as good as an image."""
    lost = sum(_unknown(found))
    return lost > 0 and lost > _UNREADABLE * sum(not char.blank for char in found)


def masked(found: list[Char]) -> tuple[list[Char], int]:
    """Characters without a meaning as U+FFFD, with the digits beside them: part of a number is no number; how many.

    What the library gives for them is a code of the font, which would read as some other character.
    """
    bad = _unknown(found)
    if not any(bad):
        return found, 0
    for i in range(1, len(found)):
        bad[i] |= bad[i - 1] and found[i].text in _FIGURES and beside(found[i - 1], found[i])
    for i in range(len(found) - 2, -1, -1):
        bad[i] |= bad[i + 1] and found[i].text in _FIGURES and beside(found[i], found[i + 1])
    return [char._replace(text=UNKNOWN) if lost else char for char, lost in zip(found, bad, strict=True)], sum(bad)


def _unknown(found: Sequence[Char]) -> list[bool]:
    odd = {char.text for char in found if char.text >= _PRIVATE}  # few pages have any
    text = sum(map(_private, odd)) > _SYMBOLS
    if not odd or not (text or UNKNOWN in odd):
        return [char.unmapped for char in found]
    return [
        char.unmapped or (not char.blank and (char.text == UNKNOWN or (text and _private(char.text)))) for char in found
    ]


def _private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"


def recovered(found: Sequence[Char], seen: Sheet) -> tuple[list[Char], int]:
    """The characters, those without a meaning as `seen` where they stand on the page's image; how many were not."""
    lines = [*seen.runs, *(run for table in seen.tables for cell in table.cells for run in cell.runs)]
    chars = [char if char.text != UNKNOWN else _recovered(char, lines) for char in found]
    return chars, sum(char.text == UNKNOWN for char in chars)


def _recovered(char: Char, lines: Sequence[Run]) -> Char:
    """A character as the lines have it; a narrow one where they have nothing is a space."""
    y = (char.top + char.bottom) / 2
    for line in lines:
        if not (line.top <= y <= line.bottom and line.edges[0] < char.right and char.left < line.edges[-1]):
            continue
        for i, text in enumerate(line.text):
            if char.left < (line.edges[i] + line.edges[i + 1]) / 2 < char.right and not text.isspace():
                sure = line.confidence[i] if line.confidence else 1.0
                return char._replace(text=text, unmapped=False, confidence=sure)
    return char._replace(text=" ", unmapped=False) if char.width < _SPACE * (char.bottom - char.top) else char
