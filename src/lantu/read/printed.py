"""The text that printed pages make: furniture set aside, columns, lines joined to paragraphs, tables as rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lantu.model import Page, PrintedLine
from lantu.read.columns import Printed, in_order
from lantu.read.folios import folios
from lantu.read.grids import Grid, Span
from lantu.read.laid import Laid
from lantu.read.mishaps import mishaps
from lantu.read.paragraphs import Margins, margins, wraps
from lantu.read.ruled import Row, Slot, joined, starts_over
from lantu.read.runs import CellRuns, RuledTable, Run, Sheet

__all__ = ["CellRuns", "RuledTable", "Run", "Sheet", "laid"]
_WIDE = "\u2000"
_FIGURES = frozenset("0123456789.,%")


@dataclass(slots=True)
class _Writer:
    """Text as it is written, with the place on its page of each stretch."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    last: str = ""
    printed: dict[int, list[PrintedLine]] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)

    def write(self, text: str) -> None:
        """Add text that is printed nowhere: line breaks, tabs, spaces between words."""
        if text:
            self.parts.append(text)
            self.size += len(text)
            self.last = text[-1]

    def print(self, page: int, run: Run, *, wrapped: bool = False) -> None:
        """Add a run; a space parts Latin words that stand on two lines, but not a number that a line's end cuts."""
        text = run.text
        cut = wrapped and self.last in _FIGURES and text[0] in _FIGURES
        if self.last > " " and text and self.last < _WIDE and text[0] < _WIDE and not cut:
            self.write(" ")
        line = PrintedLine(self.size, run.top, run.bottom, run.edges, run.confidence)
        self.printed.setdefault(page, []).append(line)
        self.write(text)

    def end_line(self) -> None:
        """Close the line, if one is open."""
        if self.size and self.last != "\n":
            self.write("\n")


def laid(name: str, sheets: Sequence[Sheet]) -> Laid:  # noqa: ARG001 - every part of a reader is called with the name
    """The text of the pages of a file, in reading order."""
    around = folios(sheets)
    pages = [in_order(sheet, around[i]) for i, sheet in enumerate(sheets)]
    how = margins(pages)
    writer = _Writer()
    above: Printed | None = None
    table: list[Row] = []
    for page in pages:
        for part in page:
            if part.table is not None:
                if not (table and above is None and starts_over(table, part)):
                    _flush(writer, table)
                    table = []
                table = joined(table, part)
                above = None
                continue
            if part.folio:
                continue
            _flush(writer, table)
            table = []
            _line(writer, above, part, how)
            above = part
    _flush(writer, table)
    _folios(writer, pages)
    return Laid(
        "".join(writer.parts).removesuffix("\n"), {}, tuple(writer.grids), frozenset(writer.furniture),
        pages=tuple(_page(sheet, writer.printed.get(sheet.number, [])) for sheet in sheets),
        notes=tuple(mishaps([_told(sheet, page) for sheet, page in zip(sheets, pages, strict=True)])),
    )  # fmt: skip


def _told(sheet: Sheet, page: Sequence[Printed]) -> Sheet:
    """The sheet; that its tables could not be parsed is no matter where alignment told them."""
    return replace(sheet, unparsed=sheet.unparsed and not any(part.table for part in page))


def _page(sheet: Sheet, lines: Sequence[PrintedLine]) -> Page:
    ordered = tuple(sorted(lines, key=lambda line: line.start))
    width, height = (sheet.height, sheet.width) if sheet.turns % 2 else (sheet.width, sheet.height)
    return Page(sheet.number, width, height, ordered, sheet.scanned, sheet.turns, sheet.askew)


def _line(writer: _Writer, above: Printed | None, line: Printed, how: Margins) -> None:
    if above is None or not wraps(above, line, how):
        writer.end_line()
    for i, run in enumerate(line.runs):
        if i and run.edges[0] - line.runs[i - 1].edges[-1] > run.bottom - run.top:
            writer.write(" ")
        writer.print(line.page, run, wrapped=not i)


def _folios(writer: _Writer, pages: Sequence[Sequence[Printed]]) -> None:
    """Running heads, feet and page numbers stand at the end of the text, so that they cut no paragraph."""
    for page in pages:
        for part in page:
            if part.folio:
                writer.end_line()
                writer.furniture.add(writer.size)
                for run in part.runs:
                    writer.print(part.page, run)


def _flush(writer: _Writer, rows: Sequence[Row]) -> None:
    """Write a table; a place that a merge covers prints nothing and has its origin's span."""
    if not rows:
        return
    writer.end_line()
    start = writer.size
    known: dict[int, Span] = {}
    spans: list[tuple[Span, ...]] = []
    for row in rows:
        for column, slot in enumerate(row):
            if column:
                writer.write("\t")
            if id(slot) not in known:
                known[id(slot)] = _cell(writer, slot)
        spans.append(tuple(known[id(slot)] for slot in row))
        writer.write("\n")
    writer.grids.append(Grid(start, writer.size - 1, tuple(spans)))


def _cell(writer: _Writer, slot: Slot) -> Span:
    start = writer.size
    for page, run in slot.printed:
        writer.print(page, run)
    return start, writer.size
