"""Characters of fonts that do not say what they mean: told, hidden, and recognised from the page's image."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from lantu.read.pdfchars import Char, beside
from lantu.read.runs import Sheet

UNKNOWN = "\ufffd"
_UNREADABLE = 0.2  # share of characters without a meaning
_SYMBOLS = 2  # characters of private use that a page may have as bullets
_FIGURES = frozenset("0123456789.,%")


def unreadable(found: Sequence[Char]) -> bool:
    """Whether so many characters have no meaning that the page is as good as an image."""
    printed = [char for char in found if not char.blank]
    return sum(_unknown(found)) > _UNREADABLE * len(printed)


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
    return [replace(char, text=UNKNOWN) if lost else char for char, lost in zip(found, bad, strict=True)], sum(bad)


def _unknown(found: Sequence[Char]) -> list[bool]:
    text = len({char.text for char in found if _private(char.text)}) > _SYMBOLS
    return [
        not char.blank and (char.unmapped or char.text == UNKNOWN or (text and _private(char.text))) for char in found
    ]


def _private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"


def recovered(found: Sequence[Char], seen: Sheet) -> tuple[list[Char], int]:
    """The characters, those without a meaning as `seen` where they stand on the page's image; how many were not."""
    lines = [*seen.runs, *(run for table in seen.tables for cell in table.cells for run in cell.runs)]
    chars = []
    lost = 0
    for char in found:
        if char.text != UNKNOWN:
            chars.append(char)
            continue
        x, y = (char.left + char.right) / 2, (char.top + char.bottom) / 2
        line = next((r for r in lines if r.top <= y <= r.bottom and r.edges[0] <= x <= r.edges[-1]), None)
        if line is None:
            lost += 1
            chars.append(char)
            continue
        at = max(bisect_left(line.edges, x) - 1, 0)
        sure = line.confidence[at] if line.confidence else 1.0
        chars.append(replace(char, text=line.text[at], unmapped=False, confidence=sure))
    return chars, lost
