"""N3: the bracketed change beside base and target is their difference.

Rule: [Δ] = T − B in a row of an indicator table, within the printed digits; shares in points.
Exceptions: a bracket of a flow is a sum over the plan, and is read as one; a target that is only bounded (以上) has no difference.
Source: F4, F11; the footnote of five-year plans: [ ] is the five-year cumulative figure.

规则：指标表中方括号内的累计数应等于目标值减基期值，按印出位数比较；比重按百分点。
例外：流量指标的方括号数是五年合计，不按差额核算；目标值带“以上”等限定的不作比较。
依据：公式F4、F11；规划指标表注。
"""

from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Row
from lantu.check.ends import ends
from lantu.check.intervals import figure, number
from lantu.formulas import Bounds
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_IN_PERCENT = frozenset({"percent", "point"})


def run(case: Case) -> Iterator[Answered]:
    """Every table row with two levels of different years and the change between them."""
    for row in case.rows:
        for change in row.statements:
            found = ends(row, change) if change.measure is Measure.CHANGE else None
            if found:
                yield _answer(case, row, *found, change)


def _answer(case: Case, row: Row, base: Statement, end: Statement, change: Statement) -> Answered:
    evidence = case.evidence(base, end, change)
    name = case.name(end)
    if not all(intervals.is_plain(s.quantity) for s in (base, end, change)):
        return not_applicable("check_only_bounded", *evidence, name=name)
    unit = end.quantity.unit
    low, high = intervals.meant(base, unit), intervals.meant(end)
    said = _change(change, unit)
    if low is None or high is None or said is None:
        return not_applicable("check_other_unit", *evidence, name=name, row=row.number + 1)
    found = high[0] - low[1], high[1] - low[0]
    difference = end.quantity.value - (
        units.convert(base.quantity.value, base.quantity.unit, unit) or base.quantity.value
    )
    seen = Note.of(
        "n03_seen", name=name, base=figure(base), end=figure(end), change=figure(change), difference=number(difference)
    )
    if intervals.overlap(found, said):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(change), computed=number(difference), ask=Note.of("n03_ask", name=name)
    )


def _change(change: Statement, unit: str) -> Bounds | None:
    """What the bracket may stand for, in the unit of the levels; points count as per cent."""
    bounds = intervals.printed(change)
    if {units.dimension(change.quantity.unit), units.dimension(unit)} <= _IN_PERCENT:
        return bounds
    return intervals.in_unit(bounds, change.quantity.unit, unit)


CHECK = Check("N3", 1, "方括号累计数", "Bracketed change", Severity.ERROR, run)
