"""N32: an estimate (预计) told as if it were final.

Rule: a figure that one document gives as 预计 is not given as a result by another document of the same session; and a document made before the year is over gives what only the
whole year shows (output, revenue, investment, trade, prices, incomes) as 预计 in the sentence, its heading or the paragraph before.
Exceptions: targets; counts, which are known when they are reached; later documents, which know the result; a document whose date is not known.
Source: reports held in December print 预计 once and go on without it: one question a document.

规则：同一次会议的文件中，一个文件列为“预计”的数，另一个文件不应作为实绩；年度结束前形成的文件，生产总值、收入、投资、贸易、物价、居民收入等全年数应在句中、标题或所在部分写明“预计”。
例外：目标；计数类指标；以后的文件（已有实绩）；日期不明的文件。
依据：年末召开的会议，报告往往只在开头写一次“预计”；每个文件只提示一次。
"""

from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Reading, Severity, Statement
from lantu.registers import units

_MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH})
_KNOWN_LATE = frozenset({"flow", "rate", "index"})
_MONEY = frozenset({"money", "usd", "percent"})
_WORDS = ("预计", "预期", "快报", "初步")

Key = tuple[object, ...]


def run(case: Case) -> Iterator[Answered]:
    """Every draft: the figures that another document of its session gives as 预计, then those of a year not yet over."""
    estimated = _estimated(case)
    for reading in case.readings:
        yield from _against(case, reading, estimated)
        early = [one for one in reading.statements if _is_early(case, reading, one)]
        if early:
            yield _answer(case, reading, early)


def _key(case: Case, one: Statement) -> Key:
    return (*case.subject(one), one.measure, one.period, units.dimension(one.quantity.unit))


def _estimated(case: Case) -> dict[Key, Statement]:
    found: dict[Key, Statement] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            if one.nature is Nature.ESTIMATE and one.measure in _MEASURES and case.indicator(one):
                found.setdefault(_key(case, one), one)
    return found


def _against(case: Case, reading: Reading, estimated: dict[Key, Statement]) -> Iterator[Answered]:
    year = reading.document.front.reporting_year
    for one in reading.statements if year else ():
        other = estimated.get(_key(case, one)) if one.nature is Nature.ACTUAL and one.measure in _MEASURES else None
        if other is None or case.publications[other.document] is case.publications[one.document]:
            continue
        same = case.ledger.document[other.document].front.reporting_year == year
        if same and _alike(one, other):
            yield failed(
                *case.evidence(one, other),
                seen=Note.of("n32_against", name=case.name(one), period=one.period, value=figure(one)),
                printed=figure(one),
                ask=Note.of("n32_ask", name=case.name(one)),
            )


def _alike(one: Statement, other: Statement) -> bool:
    bounds = intervals.in_unit(intervals.printed(other), other.quantity.unit, one.quantity.unit)
    return bounds is not None and intervals.overlap(bounds, intervals.printed(one))


def _is_early(case: Case, reading: Reading, one: Statement) -> bool:
    """A yearly figure that only the whole year shows, in a document made before the year was over."""
    front = reading.document.front
    said = front.date is not None and len(front.date) > len("2022") and one.period.is_year
    early = (
        said and one.period.last_year == front.reporting_year and str(front.reporting_year) == (front.date or "")[:4]
    )
    if not early or one.nature is Nature.TARGET or one.measure not in _MEASURES:
        return False
    indicator = case.indicator(one)
    late = indicator is not None and indicator.quantity_kind in _KNOWN_LATE
    return late and units.dimension(one.quantity.unit) in _MONEY and not one.qualifiers.lagged


def _answer(case: Case, reading: Reading, early: list[Statement]) -> Answered:
    """One answer a document: the first figure that nothing calls an estimate."""
    for one in early:
        passages = reading.document.passages
        around = "".join((*one.section, passages[max(one.passage - 1, 0)].text, passages[one.passage].text))
        if one.nature is not Nature.ESTIMATE and not any(word in around for word in _WORDS):
            return failed(
                *case.evidence(one),
                seen=Note.of(
                    "n32_seen", name=case.name(one), period=one.period, value=figure(one),
                    date=reading.document.front.date or "",
                ),
                printed=figure(one),
                ask=Note.of("n32_ask", name=case.name(one)),
            )  # fmt: skip
    return passed(*case.evidence(early[0]))


CHECK = Check("N32", 1, "预计数与实绩", "Estimates told as results", Severity.INFORMATION, run)
