"""A file laid out as text: what every format's reader hands on to be cut into passages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lantu.model import Anchor, Note, Page
from lantu.read.grids import Grid


@dataclass(frozen=True, slots=True)
class Laid:
    """A file as text: paragraphs and rows of cells in reading order, a line each, cells parted by tabs.

    Every offset points into `text`. `depths`: the depth of each heading that the format marks, by the offset of
    its line; None where the format marks none and lines may be wrapped (text files). `furniture`: offsets of
    lines that the format shows to be running heads, page numbers or the like: read, not extracted.
    """

    text: str
    depths: Mapping[int, int] | None = None
    grids: tuple[Grid, ...] = ()
    furniture: frozenset[int] = frozenset()
    anchors: tuple[Anchor, ...] = ()  # sorted by start
    pages: tuple[Page, ...] = ()
    notes: tuple[Note, ...] = ()  # what of the file could not be read
    title: int | None = field(
        default=None, kw_only=True
    )  # the offset of the line that the format shows to be the title
    encoding: str = field(default="", kw_only=True)
