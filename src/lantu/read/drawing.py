"""What a PDF page draws beside its text: how many paths, its rules, how much of it an image covers."""

from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from lantu.read.pdfchars import Place

_THIN = 3.0  # points
_SHORT = 6.0
_LONG = 24.0
_WHOLE = 0.9  # share of the page's width and height that paper or a frame has
MANY_PATHS = 5000  # a map or drawing
Rule = tuple[float, float, float]  # left, height on the page, right


@dataclass(frozen=True, slots=True)
class Drawing:
    """`covered`: the share of the page that its largest image covers; `rules`: those across; `cells`: may be a table."""

    paths: int
    covered: float
    rules: tuple[Rule, ...]
    cells: bool


def drawing(page: pdfium.PdfPage, width: float, height: float) -> Drawing:
    """What a page of `width` × `height` points draws."""
    place = Place(page)
    paths, upright, largest = 0, 0, 0.0
    rules: list[Rule] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]):
        is_path = thing.type == raw.FPDF_PAGEOBJ_PATH
        paths += is_path
        if paths > MANY_PATHS:
            continue
        left, top, right, bottom = place.upright(*thing.get_bounds())
        wide, high = right - left, bottom - top
        if not is_path:
            largest = max(largest, wide * high)
        elif high < _THIN and wide > _LONG:
            rules.append((left, (top + bottom) / 2, right))
        elif wide < _THIN and high > _SHORT:
            upright += 1
        elif high > _SHORT and not (wide > _WHOLE * width and high > _WHOLE * height):
            upright += 2  # a box, or rules drawn in one stroke
    return Drawing(paths, largest / (width * height) if width and height else 0.0, tuple(rules), upright > 1)
