"""Statements that rest on a corrected misprint carry its correction; the others are as they were."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from lantu.model import Correction, Document, Passage, PassageKind, Statement

_END = re.compile(r"[。！？!?]")
_NUMBER = re.compile(r"\d+(?:[.．]\d+)?")
_CAPTION = 3  # passages in which the caption stands above its table


def marked(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the corrections that it was read with.

    A corrected number belongs to its statement; corrected words belong to every statement of their sentence or row,
    those of a table's head to their column, those of a heading to its section, those of a caption to its table.
    """
    if not document.corrections:
        return list(statements)
    held: dict[int, list[Correction]] = {}
    for change in document.corrections:
        over = [i for i, s in enumerate(statements) if s.start < change.end and change.start < s.end]
        for i in over or _beside(document, statements, change):
            held.setdefault(i, []).append(change)
    return [_with(document, s, held[i]) if i in held else s for i, s in enumerate(statements)]


def _beside(document: Document, statements: Sequence[Statement], change: Correction) -> Iterator[int]:
    """Indexes of the statements in the sentence, row, column, section or captioned table of corrected words."""
    rows, columns = set(_cells(document, change)), set(_heads(document, change))
    below = _below(document, change)
    for i, statement in enumerate(statements):
        cell = statement.cell
        if statement.passage in below:
            yield i
        elif cell:
            if (cell.table, cell.row) in rows or (cell.table, cell.column) in columns:
                yield i
        elif _one_sentence(document, statement, change):
            yield i


def _cells(document: Document, change: Correction) -> Iterator[tuple[int, int]]:
    for at, table in enumerate(document.tables):
        for number, row in enumerate(table.rows[table.header_rows :], table.header_rows):
            if any(cell.start <= change.start and change.end <= cell.end for cell in row):
                yield at, number


def _heads(document: Document, change: Correction) -> Iterator[tuple[int, int]]:
    for at, table in enumerate(document.tables):
        for row in table.rows[: table.header_rows]:
            for column, cell in enumerate(row):
                if cell.start <= change.start and change.end <= cell.end:
                    yield at, column


def _below(document: Document, change: Correction) -> set[int]:
    """Indexes of the passages of the section whose heading holds the change, and of the tables whose caption does."""
    holding = (p for p in document.passages if p.start <= change.start and change.end <= p.end)
    head = next((p for p in holding if p.kind is not PassageKind.TABLE), None)
    if head is None:
        return set()
    tables = {t.passage for t in document.tables if head.text in t.caption and 0 < t.passage - head.index <= _CAPTION}
    return tables | set(_section(document, head, change))


def _section(document: Document, head: Passage, change: Correction) -> Iterator[int]:
    """Indexes of the passages under a heading, or under one that runs on into its paragraph, which then is one of them."""
    after = document.passages[head.index + 1 :]
    # by its text: a heading that stands again further down has a section of its own
    name = next((h for h in reversed(after[0].headings) if head.text.startswith(h)), "") if after else ""
    if not name or change.start >= head.span(0, len(name))[1]:
        return
    if name != head.text:
        yield head.index
    yield from (p.index for p in takewhile(lambda p: name in p.headings, after))


def _one_sentence(document: Document, statement: Statement, change: Correction) -> bool:
    passage = document.passages[statement.passage]
    first, last = min(statement.start, change.start), max(statement.end, change.end)
    return passage.start <= first and last <= passage.end and not _END.search(document.text, first, last)


def _with(document: Document, statement: Statement, changes: Sequence[Correction]) -> Statement:
    """The statement with its corrections; its span covers the number as printed, where that is longer."""
    start, end = _span(statement, changes)
    return replace(statement, corrected=tuple(changes), start=start, end=end, text=document.text[start:end])


def _span(statement: Statement, changes: Iterable[Correction]) -> tuple[int, int]:
    start, end = statement.start, statement.end
    for change in changes:
        if _NUMBER.fullmatch(change.printed) and start < change.end and change.start < end:
            start, end = min(start, change.start), max(end, change.end)
    return start, end
