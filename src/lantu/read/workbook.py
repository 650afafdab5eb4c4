"""Sheets as text: the name of each as a heading, the lines above a table, its rows, the notes below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lantu.model import Anchor, Note
from lantu.read.files import check_cells
from lantu.read.grids import Grid, Span
from lantu.read.laid import Laid
from lantu.read.xlsx import Place, Sheet, column, sheets

_NOTE = re.compile(r"[*＊]?(?:备\s*)?注\s*\d*\s*[：:、.]|(?:备注|附注|说明|资料来源|数据来源)\s*[：:]")
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[：:]")
_PLAIN = re.compile(r"\w+")
_GIVEN = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)  # the name that a program gave
_NO_TITLE = re.compile(r"[。；：:]$")
_LONGEST_TITLE = 60
_MOST_NAMED = 12  # cells that a note names


def lay(name: str, data: bytes) -> Laid:
    """All visible sheets of an XLSX workbook."""
    return laid(name, sheets(name, data))


def laid(name: str, found: Sequence[Sheet], *, named: bool = True, encoding: str = "") -> Laid:
    """Sheets as text. `named`: whether the name of each is printed above it."""
    writer = _Writer(name)
    for sheet in found:
        if sheet.cells:
            writer.write_sheet(sheet, named=named)
    text = "\n".join(writer.lines)
    return Laid(
        text, writer.depths, tuple(writer.grids), anchors=tuple(writer.anchors), title=writer.title,
        notes=tuple(_unreckoned(found)), encoding=encoding,
    )  # fmt: skip


def _unreckoned(found: Sequence[Sheet]) -> Iterator[Note]:
    """What is said of formulas without a result: how many, and which."""
    places = [f"{_quoted(sheet.name)}!{column(c)}{r + 1}" for sheet in found for r, c in sheet.unreckoned]
    if places:
        named = ", ".join(places[:_MOST_NAMED]) + (" …" if len(places) > _MOST_NAMED else "")
        yield Note.of("formulas_without_result", count=len(places), cells=named)


@dataclass(slots=True)
class _Writer:
    """Lines as they are written, with the offset of each."""

    file: str
    lines: list[str] = field(default_factory=list)
    size: int = 0
    cells: int = 0
    depths: dict[int, int] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    title: int | None = None

    def write_sheet(self, sheet: Sheet, *, named: bool) -> None:
        first = not self.lines
        if named and sheet.name and not _GIVEN.fullmatch(sheet.name):
            self.depths[self.size] = 1
            self.anchors.append(Anchor(self.size, _quoted(sheet.name)))
            self._line(sheet.name)
        origins = self._origins(sheet)
        for rows in _blocks(sheet, origins):
            top, bottom = _around(sheet, rows)
            if first and top < bottom and _titles(sheet, rows[0]):
                self.title = self.size
            first = False
            for row in rows[:top]:
                self._write_apart(sheet, row)
            self._write_table(sheet, rows[top:bottom], origins)
            for row in rows[bottom:]:
                self._write_apart(sheet, row)

    def _origins(self, sheet: Sheet) -> dict[Place, Place]:
        """For each place that a merge covers, the filled cell that it shows."""
        origins: dict[Place, Place] = {}
        last = max(c for _, c in sheet.cells)
        for top, left, bottom, right in sheet.merged:
            if (top, left) in sheet.cells:
                # a merge may reach the sheet's end; past its filled columns it shows nothing
                edge = min(right, max(last, left))
                self.cells += max(0, bottom - top + 1) * max(0, edge - left + 1)
                check_cells(self.file, self.cells)
                origins |= {(r, c): (top, left) for r in range(top, bottom + 1) for c in range(left, edge + 1)}
        return origins

    def _write_apart(self, sheet: Sheet, row: Sequence[Place]) -> None:
        """A row that is no part of the table: a paragraph for each cell."""
        for place in row:
            self._anchor(sheet, place)
            self._line(sheet.cells[place])

    def _write_table(self, sheet: Sheet, rows: Sequence[Sequence[Place]], origins: dict[Place, Place]) -> None:
        if not rows:
            return
        numbers = [row[0][0] for row in rows]
        lines = range(numbers[0], numbers[-1] + 1)
        across = sorted({c for row in rows for _, c in row} | {c for r, c in origins if r in lines})
        self.cells += len(lines) * len(across)
        check_cells(self.file, self.cells)
        start = self.size
        known: dict[Place, Span] = {}
        spans: list[tuple[Span, ...]] = []
        for r in lines:
            at = self.size
            texts: list[str] = []
            for c in across:
                text = sheet.cells.get((r, c), "") if origins.get((r, c), (r, c)) == (r, c) else ""
                if text:
                    self.anchors.append(Anchor(at, f"{_quoted(sheet.name)}!{column(c)}{r + 1}"))
                known.setdefault(origins.get((r, c), (r, c)), (at, at + len(text)))
                texts.append(text)
                at += len(text) + 1
            spans.append(tuple(known[origins.get((r, c), (r, c))] for c in across))
            self._line("\t".join(texts))
        self.grids.append(Grid(start, self.size - 1, tuple(spans)))

    def _anchor(self, sheet: Sheet, place: Place) -> None:
        self.anchors.append(Anchor(self.size, f"{_quoted(sheet.name)}!{column(place[1])}{place[0] + 1}"))

    def _line(self, text: str) -> None:
        self.lines.append(text)
        self.size += len(text) + 1


def _quoted(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else "'" + name.replace("'", "''") + "'"


def _blocks(sheet: Sheet, origins: dict[Place, Place]) -> Iterator[list[list[Place]]]:
    """The filled cells of each stretch of rows without an empty one between."""
    rows: dict[int, list[Place]] = {}
    for place in sorted(sheet.cells):
        if origins.get(place, place) == place:
            rows.setdefault(place[0], []).append(place)
    covered = {r for r, _ in origins}
    block: list[list[Place]] = []
    last = -1
    for number, row in rows.items():
        if block and not all(between in covered for between in range(last + 1, number)):
            yield block
            block = []
        block.append(row)
        last = number
    if block:
        yield block


def _titles(sheet: Sheet, row: Sequence[Place]) -> bool:
    """Whether a row above a table is its title."""
    text = sheet.cells[row[0]]
    return (
        len(row) == 1
        and len(text) <= _LONGEST_TITLE
        and not (_UNIT.match(text) or _NOTE.match(text) or _NO_TITLE.search(text))
    )


def _around(sheet: Sheet, rows: Sequence[Sequence[Place]]) -> tuple[int, int]:
    """Where the table in a block of rows begins and ends: the lines above it and the notes below are no rows."""
    texts = [[sheet.cells[place] for place in row] for row in rows]
    top = 0
    while top < len(rows) and (len(rows[top]) == 1 or (len(rows[top]) < 4 and any(map(_UNIT.match, texts[top])))):
        top += 1
    bottom = len(rows)
    for i in range(len(rows) - 1, top - 1, -1):
        if len(rows[i]) > 1:
            break
        if _NOTE.match(texts[i][0]):
            bottom = i
    return (len(rows), len(rows)) if bottom - top < 2 else (top, bottom)
