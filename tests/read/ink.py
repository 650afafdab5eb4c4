"""What the image of a page shows where a box says that something is printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs

from lantu.model import Box

_SCALE = 4  # pixels a point
Ink = Any  # an array of booleans: numpy comes with the parsers of PDF


def ink_of(source: bytes | Path) -> list[Ink]:
    """For each page of a PDF, where its image is dark."""
    with pdfium.PdfDocument(source) as document:
        return [page.render(scale=_SCALE).to_numpy()[:, :, :3].min(axis=2) < 128 for page in document]


def holds_whole(page: Ink, boxes: Sequence[Box]) -> bool:
    """Whether each box holds ink and none crosses its sides: its characters are whole, their neighbours outside.

    Above and below by half a point: some fonts say their height to a hair, and rendering rounds.
    """
    for box in boxes:
        left, top, right, bottom = (round(_SCALE * side) for side in (box.left, box.top, box.right, box.bottom))
        edges = (
            page[top:bottom, left],
            page[top:bottom, right],
            page[top - 2, left:right],
            page[bottom + 2, left:right],
        )
        if not page[top:bottom, left:right].any() or any(edge.any() for edge in edges):
            return False
    return bool(boxes)
