"""Small readings by hand: a document in a few lines, and statements found by the words they stand in."""

import hashlib
from decimal import Decimal

from lantu.model import (
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
)

HERE = Place("110101", "甲区", "county", "110100")


def document(
    text: str,
    kind: Kind = Kind.PLAN_REPORT,
    *,
    year: int | None = None,
    plan: str | None = None,
    place: Place | None = HERE,
    date: str | None = None,
    name: str = "a.txt",
) -> Document:
    """A document with a paragraph a line; it reports on `year` and plans the next one, or plans `plan`."""
    front = Front(
        kind,
        None,
        place,
        None,
        date,
        None,
        Period(plan) if plan else None,
        year,
        year + 1 if year else None,
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, sha256, "txt", "utf8", text, tuple(_passages(text)), (), front)


def _passages(text: str) -> list[Passage]:
    passages: list[Passage] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\n")
        if body:
            segment = Segment(0, at, len(body))
            passages.append(Passage(len(passages), PassageKind.PARAGRAPH, body, (segment,), ()))
        at += len(line)
    return passages


def reading(of: Document, *statements: Statement) -> Reading:
    """A reading with these statements."""
    return Reading(of, statements, (), (), ())


def say(
    of: Document,
    printed: str,
    indicator: str,
    quantity: str,
    period: str,
    *,
    measure: Measure = Measure.LEVEL,
    nature: Nature = Nature.ACTUAL,
    comparator: Comparator = Comparator.EQ,
    nth: int = 0,
) -> Statement:
    """A statement at the `nth` place where `printed` stands; `quantity` is a value, a space and a unit."""
    value, _, unit = quantity.partition(" ")
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(printed, start + 1)
    return Statement(
        document=of.sha256,
        passage=next(p.index for p in of.passages if p.start <= start < p.end),
        start=start,
        end=start + len(printed),
        text=printed,
        indicator=indicator,
        quantity=Quantity(Decimal(value), unit, comparator),
        measure=measure,
        nature=nature,
        period=Period(period),
        rule="by hand",
        confidence=Confidence.SURE,
    )
