"""Readings built from the gold statements of the seeds, so that link is tested apart from read and extract."""

import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from lantu.model import (
    Binding,
    Cell,
    CellPlace,
    Comparator,
    Confidence,
    Document,
    Front,
    Kind,
    Measure,
    Nature,
    Passage,
    PassageKind,
    Period,
    Place,
    Quantity,
    Reading,
    Segment,
    Statement,
    Table,
    TextCell,
)

DISTRICT = Place("350104", "仓山区", "county", "350100")
FRONTS = {
    "000": (Kind.PLAN_REPORT, "2022-12-21", None, 2022, 2023),
    "001": (Kind.PLAN_REPORT, "2022-12-21", None, 2022, 2023),
    "002": (Kind.NEWS, "2023-12-25", None, 2023, 2024),
    "003": (Kind.OUTLINE, None, Period("2021-2025"), None, None),
}
# The columns of the plan's table in 003: what a cell in words stands in the place of.
COLUMNS = {3: ("base", "2020"), 4: ("target", "2025"), 5: ("path", "2021-2025")}


def readings(shared: Path, *numbers: str) -> list[Reading]:
    """The gold readings of the seeds of these numbers."""
    return [_reading(shared, number) for number in numbers]


def _reading(shared: Path, number: str) -> Reading:
    document = _document(next((shared / "seeds").glob(f"{number}_*.txt")), FRONTS[number])
    gold = next((shared / "gold").glob(f"statements-{number}_*.jsonl"))
    lines = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in gold.read_text("utf8").splitlines()]
    statements = tuple(_statement(document, line) for line in lines)
    return Reading(document, statements, tuple(_text_cells(document, {s.start for s in statements})), (), ())


def _document(path: Path, said: tuple[Kind, str | None, Period | None, int | None, int | None]) -> Document:
    kind, date, plan_period, reporting, planning = said
    text = path.read_bytes().decode("utf8")
    front = Front(kind, path.stem, DISTRICT, None, date, None, plan_period, reporting, planning)
    passages = tuple(_passages(text))
    tables = tuple(_tables(text))
    return Document(path.name, hashlib.sha256(text.encode()).hexdigest(), "txt", "utf8", text, passages, tables, front)


def _passages(text: str) -> Iterator[Passage]:
    """Blocks that a blank line parts, or headings; a line that opens a list stands above its items."""
    heading: tuple[str, ...] = ()
    for index, found in enumerate(re.finditer(r"\S(?:.|\n(?=\S))*", text)):
        start, block = found.start(), found[0]
        yield Passage(index, PassageKind.PARAGRAPH, block, (Segment(0, start, len(block)),), heading)
        if len(block) < 30 and "。" not in block:
            heading = (block,)


def _tables(text: str) -> Iterator[Table]:
    for block in re.finditer(r"(?:^[^\t\n]*(?:\t[^\t\n]*){6}\n)+", text, re.MULTILINE):
        rows, at = [], block.start()
        for line in block[0].splitlines(keepends=True):
            cells = []
            for part in line.rstrip("\n").split("\t"):
                cells.append(Cell(part, at, at + len(part)))
                at += len(part) + 1
            rows.append(tuple(cells))
        yield Table(0, tuple(rows), 1)


def _statement(document: Document, line: dict[str, Any]) -> Statement:
    start = int(line["start"])
    cell = _cell(document, start)
    binding = document.tables[cell.table].rows[cell.row][6].text if cell else None
    return Statement(
        document=document.sha256,
        passage=next(p.index for p in document.passages if p.start <= start < p.end),
        start=start,
        end=int(line["end"]),
        text=line["text"],
        indicator=line["indicator"],
        quantity=Quantity(line["value"], line["unit"], Comparator(line["comparator"]), line["value_hi"]),
        measure=Measure(line["measure"]),
        nature=Nature(line["nature"]),
        period=Period(line["period"]),
        rule="gold",
        confidence=Confidence.SURE,
        binding=Binding(binding) if binding else None,
        cell=cell,
    )


def _cell(document: Document, offset: int) -> CellPlace | None:
    for table, grid in enumerate(document.tables):
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                if cell.start <= offset < cell.end:
                    return CellPlace(table, row, column)
    return None


def _text_cells(document: Document, read: set[int]) -> Iterator[TextCell]:
    for table, grid in enumerate(document.tables):
        for row, cells in enumerate(grid.rows[1:], 1):
            for column, (name, period) in COLUMNS.items():
                cell = cells[column]
                if cell.text and not any(cell.start <= at < cell.end for at in read):
                    indicator = re.sub(r"^\d+\.", "", cells[1].text)
                    place = CellPlace(table, row, column)
                    binding = Binding(cells[6].text)
                    yield TextCell(
                        indicator, cells[2].text, name, Period(period), cell.text, cell.start, cell.end, place, binding
                    )
