"""N1: level, growth and increment of one value agree.

Rule: with V the level, P the one before, ΔV = V − P and g = ΔV/P; any three of them printed in one sentence or table row agree within
the intervals of their digits (a growth may be cut off and not rounded). No increment passes the level it led to.
Exceptions: investment in fixed assets (its levels are not comparable); growth at constant prices beside levels at current ones;
growth on the previous month or quarter; averages of several years; rates, whose changes are points; values that are only bounded (以上, 约). By comparable scope, an earlier level is information.
Source: conventions 1 and 3 of official statistics.

规则：同一句或表中一行的本期值、上期值、增加额和增速应一致：增加额=本期值−上期值，增速=增加额÷上期值，按印出位数的区间比较，增速允许截尾；增加额不应大于本期值。
例外：固定资产投资（各年总量不可比）；总量按现价而增速按可比价的；环比增速；多年平均；比率（按百分点）；带“以上”“约”等限定的数值。按可比口径计算增速的，与上期值不符只作提示。
依据：统计惯例1、3。
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Row, Sentence
from lantu.check.intervals import figure, percent
from lantu.formulas import Bounds
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_A_YEAR = re.compile(r"平均每年|年均|每年平均")


@dataclass(frozen=True)
class _Told:
    """What one place says of one value."""

    level: Statement
    growth: Statement
    before: Statement | None
    change: Statement | None

    @property
    def all(self) -> tuple[Statement, ...]:
        return tuple(s for s in (self.before, self.level, self.change, self.growth) if s)


def run(case: Case) -> Iterator[Answered]:
    """Every place that prints a level and its growth, with the increment or the level before."""
    for place in case.places:
        if isinstance(place, Sentence) and _A_YEAR.search(place.text):
            continue  # increments and growth a year, over several years
        growths = [s for s in place.statements if s.measure is Measure.GROWTH and _is_plain_growth(s)]
        for growth in growths:
            told = _told(case, place, growth)
            if told:
                yield _answer(case, told)


def _is_plain_growth(statement: Statement) -> bool:
    plain = intervals.is_plain(statement.quantity) and statement.qualifiers.against != "previous_period"
    return plain and units.dimension(statement.quantity.unit) == "percent"


def _told(case: Case, place: Row | Sentence, growth: Statement) -> _Told | None:
    same = [s for s in place.statements if case.subject(s) == case.subject(growth) and intervals.is_plain(s.quantity)]
    levels = [s for s in same if s.measure is Measure.LEVEL]
    now = [s for s in levels if s.period == growth.period and s.nature is growth.nature]
    if len(now) != 1 or sum(s.measure is Measure.GROWTH and s.period == growth.period for s in same) != 1:
        return None
    before = [s for s in levels if growth.period.is_year and s.period.code == str(growth.period.first_year - 1)]
    unit = units.dimension(now[0].quantity.unit)
    changes = [s for s in same if s.measure is Measure.CHANGE and s.period == growth.period]
    changes = [s for s in changes if units.dimension(s.quantity.unit) == unit]
    told = _Told(now[0], growth, before[0] if len(before) == 1 else None, changes[0] if len(changes) == 1 else None)
    return told if told.before or told.change else None


def _answer(case: Case, told: _Told) -> Answered:
    evidence = case.evidence(*told.all)
    name = case.name(told.level)
    indicator = case.indicator(told.level)
    if indicator and indicator.aggregation == "not_chainable":
        return not_applicable("check_not_chained", *evidence, name=name)
    if case.is_real(told.growth):
        return not_applicable("check_real_growth", *evidence, name=name)
    if units.dimension(told.level.quantity.unit) in {"percent", "permille"}:
        return not_applicable("check_in_points", *evidence, name=name)
    if told.change and _passes(told.change, told.level):
        return failed(
            *evidence, seen=Note.of("n01_larger", name=name, level=figure(told.level), change=figure(told.change)),
            printed=figure(told.change), computed=f"≤{figure(told.level)}", ask=Note.of("n01_ask", name=name),
        )  # fmt: skip
    found = _growth(told)
    if found is None:
        return not_applicable("check_no_rate", *evidence, name=name)
    seen = _seen(name, told, found)
    if intervals.overlap(found, intervals.share(intervals.cut(told.growth))):
        return passed(*evidence, seen=seen)
    scoped = indicator is not None and indicator.price_basis == "comparable_scope" and told.change is None
    return failed(
        *evidence,
        seen=seen,
        printed=figure(told.growth),
        computed=_shown(found),
        explanations=[Note.of("check_scope_changed"), Note.of("check_base_revised")],
        ask=Note.of("n01_ask", name=name),
        severity=Severity.INFORMATION if scoped else None,
    )


def _passes(change: Statement, level: Statement) -> bool:
    """Whether an increment is more than what it led to, so that there was less than nothing before."""
    bounds, now = intervals.meant(change, level.quantity.unit), intervals.meant(level)
    return bounds is not None and now is not None and bounds[0] > now[1] > 0


def _growth(told: _Told) -> Bounds | None:
    """The growth that the level has on the one before it, or by its increment."""
    unit = told.level.quantity.unit
    now = intervals.meant(told.level)
    other = told.change or told.before
    bounds = intervals.meant(other, unit) if other else None
    if now is None or bounds is None or now[0] <= 0:
        return None
    if told.change is None:
        return intervals.spread(formulas.growth, now, bounds) if bounds[0] > 0 else None
    return intervals.spread(formulas.growth_by, now, bounds) if now[0] > bounds[1] else None


def _seen(name: str, told: _Told, found: Bounds) -> Note:
    values = {"name": name, "level": figure(told.level), "growth": figure(told.growth), "computed": _shown(found)}
    if told.change:
        return Note.of("n01_increment", change=figure(told.change), **values)
    assert told.before, "one of the two is there"
    return Note.of("n01_before", before=figure(told.before), **values)


def _shown(found: Bounds) -> str:
    low, high = percent(found[0]), percent(found[1])
    return f"{low}%" if low == high else f"{low}%–{high}%"


CHECK = Check("N1", 2, "总量、增速与增加额", "Level, growth and increment", Severity.LIKELY, run)
