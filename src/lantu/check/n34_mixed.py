"""N34: one series holds one sort of value.

Rule: the years of a table row are all rates, all amounts, or all ranks; what is aimed at as a rate or an amount is reported as one, not as a rank (第3位) in its place.
Words (达标, 完成, 是) in a row of figures are told as information.
Exceptions: growth, changes and sums of several years beside levels; words that point to a higher level (N27), say that nothing changes, or leave the cell empty;
a rank told beside the value.
Source: indicator lists of plans, in which places and rates take turns.

规则：表中同一行各年的数值应同为比率、同为数量或同为位次；以比率、数量为目标的指标，不应只报位次（第3位）。数值行中夹有文字（达标、完成、是）的，只作提示。
例外：与总量并列的增速、变化、累计数；“完成上级下达指标”（见N27）、“持平”或空格；位次与数值并列的。
依据：规划指标表中位次与比率混用的实例。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Severity, Statement
from lantu.registers.indicator_records import kind_of

_SORTS = frozenset({Measure.LEVEL, Measure.RANK})
_STATED = re.compile(r"(?:已|基本|全部)?(?:达标|完成|实现|合格|通过|建成|是|否|有|无|√|×)")
_PAIR = 2

Key = tuple[object, ...]


def run(case: Case) -> Iterator[Answered]:
    """Every row with two values or more, rows with words among them, then what is aimed at and only ranked."""
    for row in case.rows:
        said = [s for s in row.statements if s.measure in _SORTS]
        if len(said) >= _PAIR and not (said[0].cell and said[0].cell.across):
            yield _answer(case, said)
    yield from _words(case)
    yield from _ranked(case)


def _sort(one: Statement) -> str:
    return "rank" if one.measure is Measure.RANK else kind_of(one.quantity.unit)


def _answer(case: Case, said: list[Statement]) -> Answered:
    other = next((s for s in said if _sort(s) != _sort(said[0])), None)
    if other is None:
        return passed(*case.evidence(*said))
    return _mixed(case, said[0], other)


def _mixed(case: Case, first: Statement, other: Statement) -> Answered:
    return failed(
        *case.evidence(first, other),
        seen=Note.of(
            "n34_seen", name=case.name(first), since=first.period, first=figure(first), until=other.period,
            second=figure(other),
        ),
        printed=figure(other),
        ask=Note.of("n34_ask", name=case.name(first)),
    )  # fmt: skip


def _words(case: Case) -> Iterator[Answered]:
    """Cells that say that something is so, in rows whose other cells say how much."""
    rows = {(r.document.sha256, r.statements[0].cell.table, r.number): r for r in case.rows if r.statements[0].cell}
    for reading in case.readings:
        for cell in reading.text_cells:
            row = rows.get((reading.document.sha256, cell.cell.table, cell.cell.row))
            levels = [s for s in row.statements if s.measure is Measure.LEVEL] if row else []
            if levels and cell.reason == "words" and _STATED.fullmatch(cell.text):
                yield failed(
                    *case.evidence(levels[0]),
                    case.cell(reading.document, cell.cell, cell.start, cell.end),
                    seen=Note.of("n34_words", name=case.name(levels[0]), words=cell.text, value=figure(levels[0])),
                    printed=cell.text,
                    ask=Note.of("n34_ask", name=case.name(levels[0])),
                    severity=Severity.INFORMATION,
                )


def _ranked(case: Case) -> Iterator[Answered]:
    """What a plan wants as a value and a report of the year gives as a rank only."""
    wanted: dict[Key, Statement] = {}
    ranks: dict[Key, Statement] = {}
    valued: set[Key] = set()
    for reading in case.ledger.readings:
        for one in reading.statements:
            key = (*case.subject(one), one.period)
            if one.nature is Nature.TARGET and one.measure is Measure.LEVEL and case.indicator(one):
                wanted.setdefault(key, one)
            elif one.nature is not Nature.TARGET and one.measure is Measure.RANK:
                ranks.setdefault(key, one)
            elif one.nature is not Nature.TARGET:
                valued.add(key)
    for aim, one in wanted.items():
        if aim in ranks and aim not in valued and case.in_draft((one, ranks[aim])):
            yield _mixed(case, one, ranks[aim])


CHECK = Check("N34", 1, "比率、数量与位次混用", "Rates, amounts and ranks mixed", Severity.LIKELY, run)
