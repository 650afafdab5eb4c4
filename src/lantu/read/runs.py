"""What is found on a printed page: runs of characters, tables with the runs in their cells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Characters printed side by side on a page; points from the upper left.

    `edges`: the horizontal position before each character and after the last, so len(text) + 1 of them.
    `confidence`: of each character, where it was recognised from an image.
    """

    text: str
    top: float
    bottom: float
    edges: tuple[float, ...]
    confidence: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class CellRuns:
    """One cell of a table with its printed lines; a merged cell spans several `rows` or `columns`.

    `wide`: its width; 0 where no rules bound it.
    """

    row: int
    column: int
    rows: int
    columns: int
    runs: tuple[Run, ...]
    wide: float = 0.0


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: its rectangle and its cells."""

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[CellRuns, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn across a page at a height."""

    left: float
    height: float
    right: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as found; `runs` are those outside its tables, `rules` the lines that it draws across.

    `unrecognised`: lines that recognition could not read; `unmapped`: characters of fonts that do not say what
    they mean; `unparsed`: whether it draws tables that could not be told. Places and sizes are those of the page
    made upright, by quarter turns to the left (`turns`) and `askew` degrees more.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    tables: tuple[RuledTable, ...] = ()
    scanned: bool = False
    unrecognised: int = 0
    unmapped: int = 0
    unparsed: bool = False
    turns: int = 0
    askew: float = 0.0
    rules: tuple[Rule, ...] = ()
