"""The sector that a plan itself puts a target in: the category beside its table row, else the heading over it."""

import re

from lantu.model import Document, Statement
from lantu.report.story import Story, Told

_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十百]+[章节编、．.]|[（(][一二三四五六七八九十]+[）)]|\d+(?:\.\d+)*[、．.]?)\s*"
)
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")


def sector(told: Told, story: Story) -> str:
    """Its name; empty where the plan does not say one."""
    first = next((s.statement for s in story.sources if s.role == "target" and s.statement), None)
    if first is None:
        return ""
    return _category(told.ledger.document[first.document], first, story.target.name) or _heading(first)


def _category(document: Document, said: Statement, name: str) -> str:
    """The text left of the indicator's name that the row shares with a neighbour, as categories are printed."""
    if said.cell is None or said.cell.across:
        return ""
    rows = document.tables[said.cell.table].rows
    row = rows[said.cell.row]
    beside = [rows[n] for n in (said.cell.row - 1, said.cell.row + 1) if 0 <= n < len(rows)]
    named = next((n for n, cell in enumerate(row) if name in cell.text), 0)
    for column, cell in enumerate(row[:named]):
        shared = any(column < len(other) and other[column].text == cell.text for other in beside)
        if shared and _WORDS.search(cell.text):
            return _NUMBERING.sub("", cell.text.strip())
    return ""


def _heading(said: Statement) -> str:
    return _NUMBERING.sub("", said.section[-1].strip()) if said.section else ""
