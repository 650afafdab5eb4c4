"""What a PDF page draws beside its text: how many paths, its rules, how much of it an image covers."""

from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from lantu.read.pdfchars import Place, turned
from lantu.read.runs import Rule

_THIN = 3.0  # points
_SHORT = 6.0
_LONG = 24.0
_WHOLE = 0.9  # share of the page's width and height that paper or a frame has
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
    size = width, height = page.get_size()
    place = Place(page)
    paths, upright, largest = 0, 0, 0.0
    rules: list[Rule] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]):
        is_path = thing.type == raw.FPDF_PAGEOBJ_PATH
        paths += is_path
        if paths > MANY_PATHS:
            continue
        left, top, right, bottom = turned(place.upright(*thing.get_bounds()), turns, size)
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
