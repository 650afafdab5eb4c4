"""N36: a headline figure without its growth, which fell.

Rule: where four or more levels of registered indicators stand in one passage or section with their growth, a level there without growth is told if an earlier
document's level of the year before is higher than it may be; worded as 未列增速，待核.
Exceptions: indicators whose growth is never told; a change printed in its place; levels by another scope or in another currency.
Source: convention 10 of official statistics.

规则：同一段或同一节中有四个及以上指标列出总量和增速，而某一指标只列总量、未列增速，且低于其他文件所列上年数的，列为“未列增速，待核”。
例外：以变化额代替增速的；口径或币种不同的；本来不列增速的指标。
依据：统计惯例10。
"""

from collections.abc import Iterator

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed
from lantu.check.case import Case
from lantu.check.intervals import figure, percent
from lantu.model import Measure, Nature, Note, Period, Reading, Severity, Statement
from lantu.registers import units

_ENOUGH = 4
_GROWTHS = frozenset({Measure.GROWTH, Measure.CHANGE})
_MONEY = frozenset({"money", "usd"})

Subject = tuple[str, str, str]


def run(case: Case) -> Iterator[Answered]:
    """Every draft, against the levels of the year before in other publications."""
    earlier = _earlier(case)
    for reading in case.readings:
        for level in _without_growth(case, reading):
            own = case.publications[level.document].id
            last = Period.year(level.period.first_year - 1)
            before = [
                s for s in earlier.get((case.subject(level), last), ()) if case.publications[s.document].id != own
            ]
            answer = _answer(case, level, before[0]) if before else None
            if answer:
                yield answer


def _earlier(case: Case) -> dict[tuple[Subject, Period], list[Statement]]:
    found: dict[tuple[Subject, Period], list[Statement]] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            if _is_level(case, one):
                found.setdefault((case.subject(one), one.period), []).append(one)
    return found


def _is_level(case: Case, one: Statement) -> bool:
    result = one.measure is Measure.LEVEL and one.nature is not Nature.TARGET and intervals.is_plain(one.quantity)
    money = units.dimension(one.quantity.unit) in _MONEY
    return result and money and one.period.is_year and case.indicator(one) is not None


def _without_growth(case: Case, reading: Reading) -> Iterator[Statement]:
    """Levels without growth in a section where four or more have theirs."""
    told = {(case.subject(s), s.period) for s in reading.statements if s.measure in _GROWTHS}
    sections: dict[tuple[tuple[str, ...], Period], list[Statement]] = {}
    for one in reading.statements:
        if _is_level(case, one) and not one.cell:
            sections.setdefault((one.section or (str(one.passage),), one.period), []).append(one)
    for levels in sections.values():
        without = [s for s in levels if (case.subject(s), s.period) not in told]
        if len(levels) - len(without) >= _ENOUGH:
            yield from without


def _answer(case: Case, level: Statement, before: Statement) -> Answered | None:
    now, then = intervals.meant(level), intervals.meant(before, level.quantity.unit)
    if now is None or then is None or then[0] <= 0 or now[1] >= then[0]:
        return None
    growth = percent(formulas.growth((now[0] + now[1]) / 2, (then[0] + then[1]) / 2), 1)
    return failed(
        *case.evidence(level, before),
        seen=Note.of(
            "n36_seen", name=case.name(level), year=level.period, level=figure(level), last=before.period,
            before=figure(before), growth=growth,
        ),
        printed=figure(level),
        computed=f"{growth}%",
        explanations=[Note.of("check_scope_changed"), Note.of("check_base_revised")],
        ask=Note.of("n36_ask", name=case.name(level)),
    )  # fmt: skip


CHECK = Check("N36", 1, "未列增速", "Growth not told", Severity.INFORMATION, run)
