"""Frozen records as rows, and rows as frozen records. Nothing is lost either way: `reading(rows(r)) == r`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256

import simplejson

from lantu.model import (
    Anchor,
    Binding,
    CellPlace,
    Comparator,
    Confidence,
    Correction,
    Document,
    Front,
    LeftOut,
    Measure,
    Nature,
    Note,
    Page,
    Passage,
    PassageKind,
    Period,
    Qualifiers,
    Quantity,
    Reading,
    Segment,
    Statement,
    Table,
    TextCell,
    Unread,
)
from lantu.store import codec, models
from lantu.store.sentences import sentences
from lantu.store.tokens import tokens


@dataclass(frozen=True, slots=True)
class _Layout:
    """What of a document no query asks for."""

    tables: tuple[Table, ...]
    anchors: tuple[Anchor, ...]
    pages: tuple[Page, ...]
    corrections: tuple[Correction, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Remainder:
    """What of a reading is no statement."""

    text_cells: tuple[TextCell, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What of a statement no query asks for."""

    rule: str
    confidence: Confidence
    section: tuple[str, ...] = ()
    responsible: str | None = None
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    cell: CellPlace | None = None
    repaired: str = ""
    corrected: tuple[Correction, ...] = ()


def document_row(reading: Reading, version: str) -> models.Document:
    """The row of a document, not yet saved; `version` of Lantu read it."""
    document, front = reading.document, reading.document.front
    return models.Document(
        sha256=document.sha256, name=document.name, format=document.format, encoding=document.encoding,
        kind=front.kind.value, title=front.title or "", place=front.place.code if front.place else "",
        dated=front.date or "", reporting_year=front.reporting_year, planning_year=front.planning_year,
        front=codec.plain(front), reading=digest(reading), version=version,
    )  # fmt: skip


def body_row(reading: Reading, row: models.Document) -> models.Body:
    """The row that holds a document's text."""
    d = reading.document
    layout = _Layout(d.tables, d.anchors, d.pages, d.corrections, d.notes)
    remainder = _Remainder(reading.text_cells, reading.left_out, reading.unread)
    return models.Body(document=row, text=d.text, layout=codec.plain(layout), remainder=codec.plain(remainder))


def passage_rows(document: Document, row: models.Document) -> Iterator[models.Passage]:
    """The rows of a document's passages."""
    for p in document.passages:
        yield models.Passage(
            document=row, index=p.index, kind=p.kind.value, text=p.text, level=p.level, headings=list(p.headings),
            segments=[[s.clean, s.raw, s.length] for s in p.segments],
        )  # fmt: skip


def sentence_rows(document: Document, row: models.Document) -> Iterator[models.Sentence]:
    """The rows by which a document's sentences are searched."""
    for s in sentences(document):
        words = " ".join(tokens(s.text))
        yield models.Sentence(document=row, passage=s.passage, start=s.start, end=s.end, text=s.text, indexed=words)


def statement_rows(statements: Iterable[Statement], row: models.Document) -> Iterator[models.Statement]:
    """The rows of a document's statements."""
    for s in statements:
        rest = _Rest(
            s.rule, s.confidence, s.section, s.responsible, s.qualifiers, s.cell, s.repaired, s.corrected,
        )  # fmt: skip
        yield models.Statement(
            document=row, key=s.id, reading=s.reading, passage=s.passage, start=s.start, end=s.end, text=s.text,
            indicator=s.indicator, value=str(s.quantity.value), high="" if s.quantity.high is None else str(s.quantity.high),
            unit=s.quantity.unit, comparator=s.quantity.comparator.value, measure=s.measure.value, nature=s.nature.value,
            period=s.period.code, place=s.place or "", binding=s.binding.value if s.binding else "", rest=codec.plain(rest),
        )  # fmt: skip


def digest(reading: Reading) -> str:
    """Hash of all that was read of a document, its layout included."""
    values = [codec.plain(reading.document), codec.plain(reading)]
    return sha256(
        simplejson.dumps(values, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()


def statement(row: models.Statement, document: str) -> Statement:
    """The statement of a row; `document` is its document's hash."""
    rest = codec.record(row.rest, _Rest)
    high = Decimal(row.high) if row.high else None
    return Statement(
        document, row.passage, row.start, row.end, row.text, row.indicator,
        Quantity(Decimal(row.value), row.unit, Comparator(row.comparator), high),
        Measure(row.measure), Nature(row.nature), Period(row.period), rest.rule, rest.confidence, rest.section,
        row.place or None, Binding(row.binding) if row.binding else None, rest.responsible, rest.qualifiers, rest.cell,
        rest.repaired, rest.corrected,
    )  # fmt: skip


def reading(row: models.Document) -> Reading:
    """A document with all that the machine read from it."""
    layout = codec.record(row.body.layout, _Layout)
    remainder = codec.record(row.body.remainder, _Remainder)
    document = Document(
        row.name, row.sha256, row.format, row.encoding, row.body.text,
        tuple(_passage(p) for p in row.passages.all()), layout.tables, codec.record(row.front, Front),
        layout.anchors, layout.pages, layout.corrections, layout.notes,
    )  # fmt: skip
    return Reading(
        document, tuple(statement(s, row.sha256) for s in row.statements.all()),
        remainder.text_cells, remainder.left_out, remainder.unread,
    )  # fmt: skip


def _passage(row: models.Passage) -> Passage:
    segments = tuple(Segment(*one) for one in row.segments)
    return Passage(row.index, PassageKind(row.kind), row.text, segments, tuple(row.headings), row.level)
