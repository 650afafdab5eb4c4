"""Where text stands: on the pages of a PDF or scan, and in the parts of any other file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin


@dataclass(frozen=True, slots=True)
class Anchor:
    """From the offset `start` on, the text stands at `at` in the file: `word/document.xml#p12`, `Sheet1!B3`, `table[2]/tr[3]`."""

    start: int
    at: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a part of a Word file: from `start` in its text element (w:t) `first` up to `end` in its element `last`.

    Elements are all that the part has, counted from 0 in the order of the file.
    """

    part: str
    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (counted from 1), in points from the upper left corner of the page as it is shown."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Characters of the text that are printed side by side, from the offset `start` on.

    `edges`: the left edge of each character, then the right edge of the last one. `confidence`: how sure
    character recognition is of each, 0 to 1; None where the text is the file's own.
    """

    start: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    confidence: tuple[float, ...] | None = None

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.edges) - 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its printed lines, sorted by `start`. Sizes in points; `scanned`: read by character recognition.

    Lines stand on the page made upright: by quarter turns to the left (`turns`) and `askew` degrees more. Width
    and height are those of the page as it is, and so are the boxes that `boxes` gives.
    """

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    scanned: bool = False
    turns: int = 0
    askew: float = 0.0  # float: geometry, no number of a document

    @property
    def sizes(self) -> tuple[float, float]:
        """Width and height of the page made upright."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)


def boxes(pages: tuple[Page, ...], start: int, end: int) -> Iterator[Box]:
    """The boxes that the characters [start, end) are printed in, one a line."""
    for page, line in _lines(pages, start, end):
        first, last = max(start - line.start, 0), min(end, line.end) - line.start
        yield _shown(page, line.edges[first], line.top, line.edges[last], line.bottom)


def _shown(page: Page, left: float, top: float, right: float, bottom: float) -> Box:
    """A rectangle of the upright page on the page as it is."""
    if not (page.turns or page.askew):
        return Box(page.number, left, top, right, bottom)
    corners = [_point(page, x, y) for x in (left, right) for y in (top, bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(page.number, min(across), min(down), max(across), max(down))


def _point(page: Page, x: float, y: float) -> tuple[float, float]:
    wide, high = page.sizes
    away, below, turn = x - wide / 2, y - high / 2, radians(page.askew)
    x = wide / 2 + away * cos(turn) - below * sin(turn)
    y = high / 2 + away * sin(turn) + below * cos(turn)
    return ((x, y), (page.width - y, x), (page.width - x, page.height - y), (y, page.height - x))[page.turns % 4]


def confidence(pages: tuple[Page, ...], start: int, end: int) -> float | None:
    """The least confidence among recognised characters of [start, end); None where none was recognised."""
    found = [
        least
        for _, line in _lines(pages, start, end)
        if line.confidence
        for least in line.confidence[max(start - line.start, 0) : end - line.start]
    ]
    return min(found, default=None)


def _lines(pages: tuple[Page, ...], start: int, end: int) -> Iterator[tuple[Page, PrintedLine]]:
    """Printed lines that hold some of [start, end). Pages follow the text, but a line may be printed on either of two."""
    for page in pages:
        if not page.lines or page.lines[0].start >= end or page.lines[-1].end <= start:
            continue
        at = max(bisect_right(page.lines, start, key=lambda line: line.start) - 1, 0)
        for line in page.lines[at : bisect_left(page.lines, end, key=lambda line: line.start)]:
            if line.end > start:
                yield page, line
