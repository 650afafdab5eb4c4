"""A page that is an image, as printed runs and ruled tables: offline, with the extra `lantu[ocr]`."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING

from lantu.errors import MissingTool
from lantu.read.printed import CellRuns, RuledTable, Run, Sheet

if TYPE_CHECKING:  # what the extra brings is loaded only when a page is to be recognised
    from lantu.read.recognition import Recognised
    from lantu.read.ruling import Pixels, Slot

_MOST_PIXELS = 8_000_000  # A3 at 200 dpi: what recognition can take within the parser's memory
_LEAST_FILLED = 3
_REACH = 8  # pixels that a character's middle may stand outside of its cell


def installed() -> bool:
    """Whether the extra is there, whole."""
    return all(find_spec(module) is not None for module in ("rapidocr", "onnxruntime", "cv2"))


def demand(name: str) -> None:
    """Raise MissingTool for the file `name` where character recognition is not installed."""
    if not installed():
        raise MissingTool(
            f'{name}：是图像或扫描件，需要文字识别组件；请先安装：pip install "lantu[ocr]"',
            f'{name}: an image or a scan, which wants character recognition; install it: pip install "lantu[ocr]"',
        )


def sheet_of(image: "Pixels", number: int, width: float, height: float) -> Sheet:
    """The page `number` of `width` × `height` points, recognised from its red, green and blue pixels.

    The page is turned upright and level first; places are those of the page so turned, and the sheet says how it
    was turned. `demand` is to be called before.
    """
    from lantu.read.recognition import recognised  # noqa: PLC0415 - brought by the extra
    from lantu.read.ruling import lessened, tables  # noqa: PLC0415 - the same

    page = recognised(lessened(image, _MOST_PIXELS))
    level, lines = page.level, page.lines
    if page.turns % 2:
        width, height = height, width
    scale = width / level.shape[1]
    grids = [grid for grid in tables(level, _height(lines)) if _is_filled(grid, lines)]
    slots = [slot for grid in grids for slot in grid]
    inside: dict[Slot | None, list[Run]] = {}
    for line in lines:
        for slot, part in _parted(line, slots):
            inside.setdefault(slot, []).append(_run(part, scale))
    ruled = [_table(grid, inside, scale) for grid in grids]
    return Sheet(
        number, width, height, tuple(inside.get(None, ())), tuple(ruled), scanned=True,
        unrecognised=page.lost, turns=page.turns, askew=page.askew,
    )  # fmt: skip


def _height(lines: "Sequence[Recognised]") -> float:
    """How high the lines of a page usually are."""
    return median([line.bottom - line.top for line in lines] or [0.0])


def _is_filled(grid: "Sequence[Slot]", lines: "Sequence[Recognised]") -> bool:
    """Whether a grid of lines is a table: some of its cells hold text, as those of a chart or an ornament do not."""
    filled = {slot for line in lines for slot, _ in _parted(line, grid) if slot}
    return len(filled) >= _LEAST_FILLED


def _parted(line: "Recognised", slots: "Sequence[Slot]") -> "Iterator[tuple[Slot | None, Recognised]]":
    """The line cut where it passes from one cell into another, each part with its cell; None outside of tables."""
    middle = (line.top + line.bottom) / 2
    level = [slot for slot in slots if slot.top <= middle <= slot.bottom]

    def home(at: int) -> "Slot | None":
        center = (line.edges[at] + line.edges[at + 1]) / 2
        away = {slot: max(slot.left - center, center - slot.right) for slot in level}
        nearest = min(level, key=away.__getitem__, default=None)
        return nearest if nearest is not None and away[nearest] <= _REACH else None

    for slot, found in groupby(range(len(line.text)), home):
        at = list(found)
        yield slot, line.part(at[0], at[-1] + 1)


def _table(grid: "Sequence[Slot]", inside: "Mapping[Slot | None, Sequence[Run]]", scale: float) -> RuledTable:
    cells = tuple(
        CellRuns(
            s.row, s.column, s.below - s.row, s.beyond - s.column, tuple(inside.get(s, ())), (s.right - s.left) * scale
        )
        for s in grid
    )
    left, top = min(s.left for s in grid), min(s.top for s in grid)
    right, bottom = max(s.right for s in grid), max(s.bottom for s in grid)
    return RuledTable(left * scale, top * scale, right * scale, bottom * scale, cells)


def _run(line: "Recognised", scale: float) -> Run:
    """The line in points."""
    edges = tuple(edge * scale for edge in line.edges)
    return Run(line.text, line.top * scale, line.bottom * scale, edges, line.confidence)
