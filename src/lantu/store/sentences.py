"""The sentences of a document and the rows of its tables, as they are searched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.model import Document, Passage, PassageKind, Table

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]*[”’）)」』]*")
_CELLS = " ｜ "  # between the cells of a row


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or table row: raw span, and its clean text."""

    passage: int
    start: int
    end: int
    text: str


def sentences(document: Document) -> Iterator[Sentence]:
    """Every sentence and table row of a document, in order; page furniture is none."""
    tables = {table.passage: table for table in document.tables}
    for passage in document.passages:
        if passage.index in tables:
            yield from _rows(tables[passage.index])
        elif passage.kind is not PassageKind.FURNITURE:
            yield from _of_passage(passage)


def _of_passage(passage: Passage) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(passage.text):
        text = found[0].strip()
        if text:
            start = found.start() + found[0].index(text)
            raw = passage.span(start, start + len(text))
            yield Sentence(passage.index, *raw, text)


def _rows(table: Table) -> Iterator[Sentence]:
    for row in table.rows:
        cells = [c for c in dict.fromkeys(row) if c.text]  # a merged cell once
        if cells:
            text = _CELLS.join(c.text for c in cells)
            yield Sentence(table.passage, min(c.start for c in cells), max(c.end for c in cells), text)
