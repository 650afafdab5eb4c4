"""Statements of all documents, each figure once: the texts of one publication are joined by their alignment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.link.alignment import Alignment
from lantu.link.publications import Texts
from lantu.model import Document, Kind, Place, Quantity, Reading, Statement, TextCell
from lantu.registers import units


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one publication, in the words of its first text, and every statement that is this figure."""

    statement: Statement
    document: Document
    place: str
    sources: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, str, int]:
        """The official text before news, then by the document's hash, then by place in it."""
        return is_news(self.document), self.document.sha256, self.statement.start


@dataclass(frozen=True, slots=True)
class SaidCell:
    """A table cell in words, and where every text of the publication prints it."""

    cell: TextCell
    document: Document
    place: str
    printed: tuple[tuple[str, int, int], ...]


def is_news(document: Document) -> bool:
    """Whether a document is news about a report: its figures come after the report's own."""
    return document.front.kind is Kind.NEWS


def base_value(quantity: Quantity) -> tuple[str, str]:
    """What two quantities that are the same have in common: their values in the base unit."""
    factor = units.split(quantity.unit)[0]
    high = quantity.value if quantity.high is None else quantity.high
    return str((quantity.value * factor).normalize()), str((high * factor).normalize())


def figures(texts: Texts, place: Place) -> tuple[Said, ...]:
    """The statements of one publication, those that its texts share joined; one of no known year belongs to no series."""
    first, *others = texts.readings
    sources = {s.start: [s.id] for s in first.statements}
    own = [Said(s, first.document, s.place or place.code, ()) for s in first.statements if s.period.known]
    for reading, alignment in zip(others, texts.alignments, strict=True):
        here = {s.start: s for s in first.statements}
        for statement in reading.statements:
            twin = here.get(_in_first(alignment, statement.start))
            if twin and base_value(twin.quantity) == base_value(statement.quantity):
                sources[twin.start].append(statement.id)
            elif statement.period.known:
                own.append(Said(statement, reading.document, statement.place or place.code, (statement.id,)))
    return tuple(_with_sources(said, sources) for said in own)


def cells(texts: Texts, place: Place) -> tuple[SaidCell, ...]:
    """The table cells in words of one publication, those that its texts share joined."""
    first, *others = texts.readings
    printed = {c.start: [(first.document.sha256, c.start, c.end)] for c in first.text_cells}
    own = [(c, first.document) for c in first.text_cells if c.period.known]
    for reading, alignment in zip(others, texts.alignments, strict=True):
        for cell in reading.text_cells:
            at = _in_first(alignment, cell.start)
            if at in printed:
                printed[at].append((reading.document.sha256, cell.start, cell.end))
            elif cell.period.known:
                own.append((cell, reading.document))
    return tuple(SaidCell(c, d, place.code, _printed(c, d, first, printed)) for c, d in own)


def in_order(said: Sequence[Said]) -> list[Said]:
    """Official texts before news, then by hash and place."""
    return sorted(said, key=lambda s: s.order)


def later_first(said: Sequence[Said]) -> Iterator[Said]:
    """In one vintage the official text, then the later document; undated documents last, then by hash."""
    dated = sorted(in_order(said), key=lambda s: s.document.front.date or "", reverse=True)
    yield from sorted(dated, key=lambda s: is_news(s.document))


def _in_first(alignment: Alignment, offset: int) -> int:
    at = alignment.in_first(offset)
    return -1 if at is None else at


def _with_sources(said: Said, sources: dict[int, list[str]]) -> Said:
    if said.sources:
        return said
    return Said(said.statement, said.document, said.place, tuple(sources[said.statement.start]))


def _printed(
    cell: TextCell, document: Document, first: Reading, printed: dict[int, list[tuple[str, int, int]]]
) -> tuple[tuple[str, int, int], ...]:
    if document is first.document:
        return tuple(printed[cell.start])
    return ((document.sha256, cell.start, cell.end),)
