"""What a PDF page draws beside its text: how many paths, its rules, how much of it an image covers."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from lantu.read.pdfchars import Place, turned
from lantu.read.runs import Rule

_THIN = 3.0  # points
_SHORT = 6.0
_LONG = 24.0
_WHOLE = 0.9  # share of the page's width and height that paper or a frame has
_MOST_FORMS = 200
MANY_PATHS = 5000  # a map or drawing


@dataclass(frozen=True, slots=True)
class Drawing:
    """`covered`: the share of the page that its largest image covers; `rules`: those across; `cells`: may be a table."""

    paths: int
    covered: float
    rules: tuple[Rule, ...]
    cells: bool


def drawing(page: pdfium.PdfPage, turns: int) -> Drawing:
    """What a page draws, after quarter turns to the left."""
    place = Place(page)
    size = width, height = page.get_size()
    paths, upright, largest = 0, 0, 0.0
    rules: list[Rule] = []
    for is_path, bounds in _drawn(page):
        paths += is_path
        left, top, right, bottom = turned(place.upright(*bounds), turns, size)
        wide, high = right - left, bottom - top
        if not is_path:
            largest = max(largest, wide * high)
        elif high < _THIN and wide > _LONG:
            rules.append(Rule(left, (top + bottom) / 2, right))
        elif wide < _THIN and high > _SHORT:
            upright += 1
        elif high > _SHORT and not (wide * high > _WHOLE * width * height):
            upright += 2  # a box, or rules drawn in one stroke
    return Drawing(paths, largest / (width * height) if width and height else 0.0, tuple(rules), upright > 1)


def _drawn(page: pdfium.PdfPage) -> Iterator[tuple[bool, tuple[float, float, float, float]]]:
    """Paths (True) and images (False) with their bounds; of very many paths the first.

    Most of what a page holds is text, character by character: the library's own objects for it would cost more
    than all else. What stands in a form of its own is taken in the form's place, as most forms are drawn as they are.
    """
    held = [(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)]
    sides = [ctypes.c_float() for _ in range(4)]
    paths = 0
    for _ in range(_MOST_FORMS):
        if not held:
            return
        owner, count, get = held.pop()
        for i in range(count(owner)):
            thing = get(owner, i)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                held.append((thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject))
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) or paths > MANY_PATHS:
                continue
            paths += kind == raw.FPDF_PAGEOBJ_PATH
            if raw.FPDFPageObj_GetBounds(thing, *sides):
                yield kind == raw.FPDF_PAGEOBJ_PATH, (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
