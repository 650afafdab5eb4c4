"""Ruled tables in an image of a page: straightened, its ruling lines found, the cells between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_STEEPEST = 3.0  # degrees by which a page is thought to lie askew at most
_LOOKED_AT = 900  # pixels of width at which the angle is looked for
_LEAST_ANGLE = 0.05
_ACROSS = 30  # a ruling line is at least this part of the page's width long …
_DOWN = 40  # … or, downwards, this part: a row may be low
_WHOLE = 0.8  # share of a table's width that its upper and lower line have
_GAP = 6  # pixels that a ruling line may be broken, and by which edges of one column differ
_LEAST_CELL = 8  # pixels of a cell's width and height


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell between ruling lines, in pixels, and the rows and columns that it fills: [row, below), [column, beyond)."""

    left: int
    top: int
    right: int
    bottom: int
    row: int = 0
    below: int = 1
    column: int = 0
    beyond: int = 1


def lessened(image: Pixels, most: int) -> Pixels:
    """The image made smaller where it has more than `most` pixels."""
    scale = (most / (image.shape[0] * image.shape[1])) ** 0.5
    if scale >= 1:
        return image
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def straightened(image: Pixels) -> tuple[Pixels, float]:
    """The page turned so that its lines of text lie level, and by how many degrees it was turned."""
    angle = skew(image)
    if abs(angle) < _LEAST_ANGLE:
        return image, 0.0
    return _turned(image, angle, 255), angle


def skew(image: Pixels) -> float:
    """By how many degrees the page must be turned: at that angle its rows of pixels differ most in darkness."""
    scale = min(1.0, _LOOKED_AT / image.shape[1])
    dark = cv2.resize(_dark(image), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    best = 0.0
    for reach, step in ((_STEEPEST, 0.25), (0.25, 0.05)):
        angles = [best + step * k for k in range(-round(reach / step), round(reach / step) + 1)]
        best = max(angles, key=lambda angle: _contrast(_turned(dark, angle, 0)))
    return best


def _contrast(dark: Pixels) -> float:
    rows = dark.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _turned(image: Pixels, angle: float, around: int) -> Pixels:
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    fill = (around, around, around)
    return np.asarray(
        cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=fill), np.uint8
    )


def _dark(image: Pixels) -> Pixels:
    """255 where something is printed."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) if image.ndim == 3 else image
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    found = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    return np.asarray(found, np.uint8)


def tables(image: Pixels, line: float = 0) -> list[list[Slot]]:
    """The cells of each ruled table of a straightened page, tables and cells from top to bottom.

    `line`: how high a line of text is, in pixels; strokes of characters are no ruling lines.
    """
    dark = _dark(image)
    width = dark.shape[1]
    across = _strokes(dark, (max(width // _ACROSS, round(2 * line), 20), 1))
    down = _strokes(dark, (1, max(width // _DOWN, round(1.1 * line), 20)))
    lines = cv2.bitwise_or(across, down)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    found = []
    for label, (left, top, wide, high, _) in enumerate(stats):
        if label == 0 or wide < width // 6 or high < 2 * _LEAST_CELL:
            continue
        place = np.s_[top : top + high, left : left + wide]
        own = labels[place] == label
        if not _is_ruled(own & (across[place] > 0)):
            continue
        cells = _cells(np.where(own, lines[place], 0).astype(np.uint8), int(left), int(top))
        if len(cells) >= 4:
            found.append(_placed(cells))
    return sorted(found, key=lambda cells: min(cell.top for cell in cells))


def _is_ruled(across: NDArray[np.bool_]) -> bool:
    """Whether lines run along the whole of a table above and below, as strokes of characters do not."""
    thick = cv2.dilate(across.astype(np.uint8), np.ones((5, 1), np.uint8))
    rows = np.flatnonzero(thick.mean(axis=1) > _WHOLE)
    return bool(rows.size) and bool(rows[-1] - rows[0] > 2 * _LEAST_CELL)


def _strokes(dark: Pixels, kernel: tuple[int, int]) -> Pixels:
    """Straight strokes of at least the kernel's length; small breaks are closed, and the ends reach a little further."""
    along = (_GAP if kernel[0] > 1 else 1, _GAP if kernel[1] > 1 else 1)
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((along[1], along[0]), np.uint8))
    # a line may be a pixel or two askew: thickened across its course first
    thick = cv2.dilate(whole, np.ones((3 if kernel[0] > 1 else 1, 3 if kernel[1] > 1 else 1), np.uint8))
    opened = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((kernel[1], kernel[0]), np.uint8))
    return np.asarray(cv2.dilate(opened, np.ones((along[1], along[0]), np.uint8)), np.uint8)


def _cells(lines: Pixels, left: int, top: int) -> list[Slot]:
    """What the lines of one table enclose. Its frame is closed: many tables have no lines at their sides."""
    height, width = lines.shape
    cv2.rectangle(lines, (0, 0), (width - 1, height - 1), 255, 2)
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(lines), connectivity=4)
    return [
        Slot(left + int(x), top + int(y), left + int(x + wide), top + int(y + high))
        for x, y, wide, high, area in stats[1:]
        if wide >= _LEAST_CELL and high >= _LEAST_CELL and area > 0.6 * wide * high
    ]


def _placed(cells: Sequence[Slot]) -> list[Slot]:
    """The cells with the rows and columns that they fill."""
    columns = _starts([cell.left for cell in cells])
    rows = _starts([cell.top for cell in cells])
    placed = []
    for cell in cells:
        row, column = _count(rows, cell.top) - 1, _count(columns, cell.left) - 1
        below = max(_count(rows, cell.bottom - 3 * _GAP), row + 1)
        beyond = max(_count(columns, cell.right - 3 * _GAP), column + 1)
        placed.append(replace(cell, row=row, below=below, column=column, beyond=beyond))
    return sorted(placed, key=lambda cell: (cell.row, cell.column))


def _starts(edges: Sequence[int]) -> list[int]:
    """The edges at which rows or columns start: edges a few pixels apart are one."""
    starts: list[int] = []
    for edge in sorted(edges):
        if not starts or edge - starts[-1] > 2 * _GAP:
            starts.append(edge)
    return starts


def _count(starts: Sequence[int], edge: int) -> int:
    """How many rows or columns start at or before an edge; at least one."""
    return max(sum(start <= edge for start in starts), 1)
