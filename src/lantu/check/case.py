"""What the checks look at, indexed once: sentences and rows with their statements, series, publications, drafts."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lantu.model import (
    CellPlace,
    Document,
    Evidence,
    Ledger,
    Observation,
    Passage,
    PassageKind,
    Publication,
    Reading,
    Segment,
    Series,
    Statement,
    Table,
)
from lantu.registers import indicators
from lantu.registers.indicator_records import Indicator

_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]*[”’）)」』]*")
_REAL_GROWTH = re.compile(r"实际(?:年均|平均)?(?:增长|提高|增速|下降|增幅)|(?:可比|不变)价|扣除(?:物价|价格)")
_SPACE = re.compile(r"\s+")
_TABLES = frozenset({PassageKind.TABLE})
_NOT_PROSE = _TABLES | {PassageKind.FURNITURE}


@dataclass(frozen=True)
class Sentence:
    """A sentence (to the next 。！？；) of a document's prose, with its statements in the order of the text."""

    document: Document
    passage: Passage
    start: int  # in the passage's clean text
    end: int
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The clean text."""
        return self.passage.text[self.start : self.end]

    def at(self, statement: Statement) -> int:
        """Where in `text` the statement's number begins."""
        return _clean(self.passage.segments, statement.start) - self.start

    def after(self, statement: Statement) -> int:
        """Where in `text` the statement's number, with its unit, has ended."""
        return _clean(self.passage.segments, statement.end - 1) + 1 - self.start

    def lead(self, statement: Statement) -> str:
        """The words before a statement's number, from the statement before it on."""
        ends = [self.after(s) for s in self.statements if s.start < statement.start]
        return self.text[max(ends, default=0) : self.at(statement)]

    def evidence(self, start: int, end: int) -> Evidence:
        """Words [start, end) of `text` as evidence."""
        raw = self.passage.span(self.start + start, self.start + end)
        return _evidence(self.document.sha256, raw, self.text, start)


@dataclass(frozen=True)
class Row:
    """A row of an indicator table with its statements in the order of its columns."""

    document: Document
    table: Table
    number: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Case:
    """A ledger as the checks see it. `drafts`: hashes of the documents checked; the others are only compared against."""

    ledger: Ledger
    drafts: frozenset[str]
    registers: Path | None = None

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The drafts with what was read from them."""
        return tuple(r for r in self.ledger.readings if r.document.sha256 in self.drafts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the drafts, headings among them."""
        return tuple(s for r in self.readings for s in _sentences(r, _NOT_PROSE))

    @cached_property
    def lines(self) -> tuple[Sentence, ...]:
        """Every sentence of the drafts with those of their furniture: the day and meeting under a title, the imprint."""
        return tuple(s for r in self.readings for s in self.lines_of(r))

    def lines_of(self, reading: Reading) -> Iterator[Sentence]:
        """Every sentence of one document, with those of its furniture."""
        return _sentences(reading, _TABLES)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every table row of the drafts that has statements."""
        return tuple(row for r in self.readings for row in _rows(r))

    @cached_property
    def places(self) -> tuple[Row | Sentence, ...]:
        """Rows, then sentences."""
        return (*self.rows, *self.sentences)

    @cached_property
    def _series(self) -> Mapping[str, Series]:
        """The series of each statement by its id: its own, else the one whose base or path it is."""
        found: dict[str, str] = {}
        for target in self.ledger.targets:
            for one in (target.base, target.path):
                if one:
                    found[one.statement] = target.series
        for target in self.ledger.targets:
            found.update(dict.fromkeys(target.statements, target.series))
        for observation in self.ledger.observations:
            found.update(dict.fromkeys(observation.statements, observation.series))
        known = self.ledger.series_by_id
        return {statement: known[series] for statement, series in found.items() if series in known}

    def series(self, statement: Statement) -> Series | None:
        """The series that a statement is of; None where it is of no series of the place's own."""
        return self._series.get(statement.id)

    def indicator(self, statement: Statement) -> Indicator | None:
        """What the register knows of the statement's indicator; None for a local one."""
        series = self.series(statement)
        return None if series is None else indicators.by_id(series.indicator, self.registers)

    def subject(self, statement: Statement) -> tuple[str, str, str]:
        """What a statement is about, whatever its measure: place, indicator, scope."""
        series = self.series(statement)
        scope = statement.qualifiers.scope
        if series is None:
            return statement.place or "", f"named:{statement.indicator}", scope
        return statement.place or series.place, series.indicator, scope

    def name(self, statement: Statement) -> str:
        """The indicator as the register calls it, else as printed."""
        series = self.series(statement)
        return series.name if series and not series.indicator.startswith("local:") else statement.indicator

    def is_real(self, growth: Statement) -> bool:
        """Whether a growth is at constant prices: by its indicator, or by 实际增长 before it in its sentence."""
        indicator = self.indicator(growth)
        if growth.qualifiers.price:
            return growth.qualifiers.price == "real"
        if indicator and indicator.price_basis == "nominal_level_real_growth":
            return True
        (evidence,) = self.evidence(growth)
        return bool(_REAL_GROWTH.search(evidence.around[: evidence.at]))

    def evidence(self, *statements: Statement) -> tuple[Evidence, ...]:
        """Statements as evidence, each with the sentence or row it stands in."""
        return tuple(map(self._evidence_of, statements))

    def cell(self, document: Document, at: CellPlace, start: int, end: int) -> Evidence:
        """Words [start, end) of a table cell as evidence, with the row they stand in."""
        around, before = _row_text(document, at, start)
        return _evidence(document.sha256, (start, end), around, before)

    def words(self, document: Document, start: int, end: int) -> Evidence:
        """The raw span [start, end) of a document's prose as evidence, with the sentence it begins in."""
        passage = document.passages[max(bisect_right(document.passages, start, key=lambda p: p.start) - 1, 0)]
        at = _clean(passage.segments, start)
        first, last = _around(passage.text, at)
        return _evidence(document.sha256, (start, end), passage.text[first:last], at - first)

    def _evidence_of(self, statement: Statement) -> Evidence:
        document = self.ledger.document[statement.document]
        if statement.cell:
            around, before = _row_text(document, statement.cell, statement.start)
            return _evidence(statement.document, (statement.start, statement.end), around, before, statement.id)
        sentence = self._sentence_of(document, statement)
        at = sentence.at(statement)
        return _evidence(statement.document, (statement.start, statement.end), sentence.text, at, statement.id)

    def _sentence_of(self, document: Document, statement: Statement) -> Sentence:
        passage = document.passages[statement.passage]
        at = _clean(passage.segments, statement.start)
        start, end = _around(passage.text, at)
        return Sentence(document, passage, start, end, ())

    @cached_property
    def publications(self) -> Mapping[str, Publication]:
        """The publication of each document by its hash."""
        return {d: p for p in self.ledger.publications for d in p.documents}

    def sources(self, observation: Observation) -> frozenset[str]:
        """The documents that print an observation."""
        statements = self.ledger.statements
        return frozenset(statements[s].document for s in observation.statements)

    def in_draft(self, statements: Iterable[Statement]) -> bool:
        """Whether one of them stands in a draft: nothing is said about what is only compared against."""
        return any(s.document in self.drafts for s in statements)


def _sentences(reading: Reading, without: Collection[PassageKind]) -> Iterator[Sentence]:
    inside: dict[int, list[Statement]] = {}
    for statement in sorted(reading.statements, key=lambda s: s.start):
        if not statement.cell:
            inside.setdefault(statement.passage, []).append(statement)
    for passage in reading.document.passages:
        if passage.kind in without:
            continue
        here = [(_clean(passage.segments, s.start), s) for s in inside.get(passage.index, ())]
        for found in _SENTENCE.finditer(passage.text):
            if found[0].strip():
                start, end = found.span()
                yield Sentence(reading.document, passage, start, end, tuple(s for at, s in here if start <= at < end))


def _rows(reading: Reading) -> Iterator[Row]:
    held: dict[tuple[int, int], list[Statement]] = {}
    for statement in reading.statements:
        if statement.cell:
            held.setdefault((statement.cell.table, statement.cell.row), []).append(statement)
    for (table, row), statements in sorted(held.items(), key=lambda item: item[0]):
        ordered = tuple(sorted(statements, key=lambda s: s.start))
        yield Row(reading.document, reading.document.tables[table], row, ordered)


def _around(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds the character at `at`."""
    return next((m.span() for m in _SENTENCE.finditer(text) if m.start() <= at < m.end()), (0, len(text)))


def _row_text(document: Document, at: CellPlace, start: int) -> tuple[str, int]:
    """A table row as one text, and where in it the cell that holds the offset begins."""
    cells = document.tables[at.table].rows[at.row]
    texts = list(dict.fromkeys((c.start, _SPACE.sub("", c.text)) for c in cells))  # a merged cell stands once
    held = max((begins for begins, _ in texts if begins <= start), default=0)
    before = sum(len(text) + 1 for begins, text in texts if begins < held)
    return "|".join(text for _, text in texts), before


def _clean(segments: tuple[Segment, ...], offset: int) -> int:
    """The clean position of a raw offset."""
    segment = segments[max(bisect_right(segments, offset, key=lambda s: s.raw) - 1, 0)]
    return segment.clean + min(max(offset - segment.raw, 0), segment.length)


def _evidence(document: str, raw: tuple[int, int], around: str, at: int, statement: str | None = None) -> Evidence:
    bare = _SPACE.sub("", around)
    return Evidence(document, *raw, bare, len(_SPACE.sub("", around[:at])), statement)
