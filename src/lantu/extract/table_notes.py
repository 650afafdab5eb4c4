"""The notes below an indicator table, applied to the rows and cells that bear their marks or names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lantu.extract import measures
from lantu.extract.columns import Column
from lantu.model import Measure, Nature, Qualifiers

_MARKED = re.compile(r"([①-⑳*＊※]+|[（(]\d{1,2}[）)])")
_YEAR_OF_DATA = re.compile(r"((?:19|20)\d\d)年(?:末|底)?(?:的)?(?:数据|数值|数|值)")
_GROWTH = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_REAL = re.compile(r"可比价|不变价")
_NOMINAL = re.compile(r"现价|当年价")


@dataclass(frozen=True, slots=True)
class Note:
    """One clause of the notes; without marks it is of the rows whose names it holds."""

    marks: str
    text: str


def notes_of(texts: Sequence[str]) -> tuple[Note, ...]:
    """The clauses of notes, parted at their marks."""
    found: list[Note] = []
    for text in texts:
        head, *parts = _MARKED.split(text)
        found += [Note("", head)] if head.strip() else []
        marks = ""
        for mark, said in zip(parts[::2], parts[1::2], strict=True):
            marks += mark
            if said.strip("、，, "):
                found.append(Note(marks, said))
                marks = ""
    return tuple(found)


def of(notes: Iterable[Note], name: str, marks: str) -> tuple[str, ...]:
    """What the notes say of a row or cell: the clauses that bear one of its marks or hold its name."""
    return tuple(
        n.text for n in notes if (n.marks and any(m in marks for m in n.marks if m in "*＊※" or m >= "①"))
        or (len(name) > 2 and name in n.text)
    )  # fmt: skip


def sums(notes: Iterable[Note]) -> bool:
    """Whether the notes say that brackets hold sums of several years."""
    return any("累计" in n.text for n in notes)


def base_year(texts: Iterable[str], column: Column) -> int | None:
    """The year that a note gives for the base of a row: 基期值为2019年数据."""
    if column.nature is Nature.TARGET:
        return None
    found = [y for text in texts for y in _YEAR_OF_DATA.findall(text) if "价" not in text]
    return int(found[-1]) if found else None


def qualifiers(texts: Iterable[str], column: Column, measure: Measure) -> Qualifiers:
    """Price basis, scope and vintage by the notes; a vintage is of results alone."""
    told = Qualifiers()
    for text in texts:
        said = measures.qualifiers(text)
        told = replace(
            told,
            scope=told.scope or said.scope,
            price=told.price or _price(text, measure),
            vintage=told.vintage or ("" if column.nature is Nature.TARGET else said.vintage),
        )
    return told


def _price(text: str, measure: Measure) -> str:
    """The price basis of a measure: 绝对数按当年价格计算，增速按可比价格计算 says one of levels and one of growth."""
    for part in re.split(r"[，；。,;]", text):
        basis = "real" if _REAL.search(part) else "nominal" if _NOMINAL.search(part) else ""
        growth, level = bool(re.search(r"增速|增长|增幅", part)), bool(re.search(r"绝对|总量", part))
        if basis and growth in (level, measure in _GROWTH):
            return basis
    return ""
