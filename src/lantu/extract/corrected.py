"""Statements that rest on a corrected misprint carry its correction; the others are as they were."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lantu.model import Correction, Document, Statement

_END = re.compile(r"[。！？!?]")
_NUMBER = re.compile(r"\d+(?:[.．]\d+)?")


def marked(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the corrections that it was read with.

    A corrected number belongs to its statement; corrected words belong to every statement of their sentence or row,
    those of a table's head to their column.
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
    """Indexes of the statements in the sentence, row or column of corrected words."""
    rows, columns = set(_cells(document, change)), set(_heads(document, change))
    for i, statement in enumerate(statements):
        cell = statement.cell
        if cell:
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
