"""Every shape of indicator table that plans print, each a small document with what a planner reads in it."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from lantu.extract import extract
from lantu.model import Reading
from lantu.read import read

SHAPES = Path(__file__).resolve().parent.parent / "documents" / "tables"
Line = tuple[str, ...]


def shapes() -> list[Path]:
    return sorted(p for p in SHAPES.iterdir() if p.suffix != ".csv")


def expected(shape: Path) -> Counter[Line]:
    with shape.with_suffix(".csv").open(encoding="utf8", newline="") as file:
        return Counter(tuple(row.values()) for row in csv.DictReader(file))


def found(reading: Reading) -> Counter[Line]:
    values = [
        (
            s.indicator, f"{s.quantity.value}" + (f"..{s.quantity.high}" if s.quantity.high is not None else ""),
            s.quantity.unit, s.rule.removeprefix("table."), s.period.code, s.quantity.comparator, s.measure,
            s.binding or "", s.qualifiers.price or s.qualifiers.scope or s.qualifiers.vintage or s.place or "",
        )
        for s in reading.statements
        if s.cell
    ]  # fmt: skip
    words = [
        (c.indicator, c.text, c.unit, c.column, c.period.code, "text", c.reason, c.binding or "", "")
        for c in reading.text_cells
    ]
    return Counter([*values, *words])


@pytest.mark.parametrize("shape", shapes(), ids=lambda p: p.stem)
def test_a_table_says_what_a_planner_reads(shape: Path) -> None:
    reading = extract(read(shape))
    told, wanted = found(reading), expected(shape)
    assert (sorted(wanted - told), sorted(told - wanted)) == ([], [])
    assert [u for u in reading.unread if u.reason != "no_rule"] == []
    assert all(reading.document.text[s.start : s.end] == s.text for s in reading.statements)
