"""The characters of a PDF page with their places, as runs."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import pi
from statistics import median_low
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from lantu.read.runs import Run

_MOST = 200_000  # characters of a page
_SPACE = 0.2  # of a character's width: the narrowest space
_BLANK = 0x20
_SAMPLE = 8  # of so many characters the direction of one is looked at
Rect = tuple[float, float, float, float]


class Char(NamedTuple):
    """A character and its rectangle, in points from the page's upper left corner.

    A named tuple: a page has a thousand, and these are made in a third of the time.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    unmapped: bool = False
    confidence: float = 1.0  # less than 1 where it was recognised from the page's image

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def blank(self) -> bool:
        """Whether it prints nothing."""
        return self.text.isspace()


def chars(page: pdfium.PdfPage) -> tuple[list[Char], int]:
    """The characters of a page as it stores them, and how many quarter turns to the left make it upright.

    Places are on the page made upright. Characters that the library makes up are left out.
    """
    text = page.get_textpage()
    place = Place(page)
    found: list[Char] = []
    high = 0
    directions: Counter[int] = Counter()
    rect = raw.FS_RECTF()
    for i in range(min(raw.FPDFText_CountChars(text), _MOST)):
        code = raw.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        unmapped = raw.FPDFText_HasUnicodeMapError(text, i) == 1
        # what the library makes up is white space
        if (code <= _BLANK and raw.FPDFText_IsGenerated(text, i) == 1) or (code < _BLANK and not unmapped):
            continue
        if not raw.FPDFText_GetLooseCharBox(text, i, ctypes.byref(rect)):
            continue
        where = place.upright(rect.left, rect.bottom, rect.right, rect.top)
        if where[2] > where[0] and where[3] > where[1]:
            if len(found) % _SAMPLE == 0:
                directions[round(raw.FPDFText_GetCharAngle(text, i) / (pi / 2)) % 4] += 1
            said = chr(code) if code >= _BLANK and not 0xD800 <= code < 0xE000 else "\ufffd"
            found.append(Char(said, *where, unmapped))
    text.close()
    # the library counts angles to the right
    turns = (place.turn // 90 + directions.most_common(1)[0][0]) % 4 if directions else 0
    return [_turned(char, turns, page.get_size()) for char in found] if turns else found, turns


def _turned(char: Char, turns: int, size: tuple[float, float]) -> Char:
    left, top, right, bottom = turned((char.left, char.top, char.right, char.bottom), turns, size)
    return char._replace(left=left, top=top, right=right, bottom=bottom)


def turned(rect: Rect, turns: int, size: tuple[float, float]) -> Rect:
    """A rectangle (left, top, right, bottom) on a page of `size` after quarter turns to the left."""
    left, top, right, bottom = rect
    width, height = size
    return (
        rect,
        (top, width - right, bottom, width - left),
        (width - right, height - bottom, width - left, height - top),
        (height - bottom, left, height - top, right),
    )[turns]


class Place:
    """Turns a page's own coordinates to points from the upper left corner of the page as shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = page.get_rotation()

    def upright(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A rectangle as left, top, right, bottom."""
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def runs(found: Sequence[Char]) -> Iterator[Run]:
    """Characters printed side by side."""
    run: list[Char] = []
    for char in found:
        if run and not beside(run[-1], char):
            yield _run(run)
            run = []
        run.append(char)
    if run:
        yield _run(run)


def beside(a: Char, b: Char) -> bool:
    """Whether `b` is printed next to `a`, on its right."""
    low, high = sorted((a.bottom - a.top, b.bottom - b.top))
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.5 * low and -0.5 * high < b.left - a.right < high


def _run(run: Sequence[Char]) -> Run:
    run = _spaced(run)
    edges = (*(char.left for char in run), run[-1].right)
    sure = tuple(char.confidence for char in run) if any(char.confidence < 1 for char in run) else None
    return Run("".join(char.text for char in run), min(c.top for c in run), max(c.bottom for c in run), edges, sure)


def _spaced(run: Sequence[Char]) -> Sequence[Char]:
    """The characters with a space where two stand apart that have none: many programs print none.

    Rectangles may be those of the ink: Chinese characters are measured from middle to middle.
    """
    if len(run) < 3:
        return run
    em = max(char.width for char in run)
    pairs = list(pairwise(run))
    steps = [b.left + b.right - a.left - a.right for a, b in pairs if _is_ideograph(a) and _is_ideograph(b)]
    step = median_low(steps) / 2 if steps else em
    usual = median_low([b.left - a.right for a, b in pairs])
    found = [run[0]]
    for a, b in pairs:
        gap = (b.left + b.right - a.left - a.right) / 2 - step
        if not (_is_ideograph(a) and _is_ideograph(b)):
            gap = b.left - a.right - usual
        if gap > _SPACE * em and not a.blank and not b.blank:
            found.append(Char(" ", a.right, a.top, max(b.left, a.right), a.bottom))
        found.append(b)
    return found


def _is_ideograph(char: Char) -> bool:
    return "\u4e00" <= char.text <= "\u9fff"
