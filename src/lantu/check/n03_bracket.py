"""N3: a change printed beside the two values it lies between is their difference.

Rule: [Δ] = T − B in a row of an indicator table, within the printed digits; shares in points. So too in one sentence: 由a提高到b，提高c; b，比上年的a提高c;
a result beside what was aimed at and by how much it is above or below (高于a的预期目标c).
Exceptions: a bracket of a flow is a sum over the plan, and is read as one; a value that is only bounded (以上) has no difference, what was aimed at is taken
as printed; yearly means (年均, or without brackets in a table); lists (分别); a change counted from another time than the first value's.
Source: F4, F11; the footnote of five-year plans: [ ] is the five-year cumulative figure.

规则：指标表中方括号内的累计数应等于目标值减基期值，按印出位数比较；比重按百分点。同一句中“由a提高到b，提高c”“b，比上年的a提高c”以及实绩与预期目标之差（高于a的预期目标c）亦同。
例外：流量指标的方括号数是五年合计，不按差额核算；数值带“以上”等限定的不作比较，预期目标按所印数值计；年均变动（表中不加方括号的变动数可以是年均数）；分别列举的；与其他时点相比的变动。
依据：公式F4、F11；规划指标表注。
"""

import re
from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.between import Between, betweens
from lantu.check.case import Case, Row
from lantu.check.ends import ends
from lantu.check.intervals import figure, number
from lantu.formulas import Bounds
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_MOVES = re.compile("[由从比较高超低快慢优好]")  # one stands in every sentence that is read
_BRACKET = re.compile(r"[\[［【〔]")
_IN_PERCENT = frozenset({"percent", "point"})


def run(case: Case) -> Iterator[Answered]:
    """Every table row with two levels of different years and the change between them."""
    for row in case.rows:
        for change in row.statements:
            found = ends(row, change) if change.measure is Measure.CHANGE else None
            if found:
                yield _answer(case, row, *found, change)
    for sentence in case.sentences:
        if _MOVES.search(sentence.text):
            yield from filter(None, (_apart(case, found) for found in betweens(sentence)))


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
    if intervals.overlap(found, said) or _is_mean(row, base, end, change, found, said):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(change), computed=number(difference), ask=Note.of("n03_ask", name=name)
    )


def _is_mean(row: Row, base: Statement, end: Statement, change: Statement, found: Bounds, said: Bounds) -> bool:
    """Whether a change printed without brackets is that of one year, as the column 年均增长/[累计] has it."""
    years = end.period.last_year - base.period.last_year
    if change.cell is None or years < 1:
        return False
    bracketed = _BRACKET.search(row.table.rows[row.number][change.cell.column].text)
    return not bracketed and intervals.overlap((found[0] / years, found[1] / years), said)


def _change(change: Statement, unit: str) -> Bounds | None:
    """What the bracket may stand for, in the unit of the levels; points count as per cent."""
    bounds = intervals.printed(change)
    if {units.dimension(change.quantity.unit), units.dimension(unit)} <= _IN_PERCENT:
        return bounds
    return intervals.in_unit(bounds, change.quantity.unit, unit)


def _apart(case: Case, found: Between) -> Answered | None:
    """A sentence's two values and the distance between them; None where a unit does not convert."""
    base, end, change = found.base, found.end, found.change
    evidence, name = case.evidence(base, end, change), case.name(end)
    if not all(intervals.is_plain(s.quantity) for s in ((end, change) if found.aim else (base, end, change))):
        return not_applicable("check_only_bounded", *evidence, name=name)
    unit = end.quantity.unit
    exact = (base.quantity.value, base.quantity.value)
    low = intervals.in_unit(exact if found.aim else intervals.printed(base), base.quantity.unit, unit)
    high, said = intervals.printed(end), _change(change, unit)
    if low is None or said is None:
        return None
    if high[1] < 0 and low[1] < 0 and not found.aim:  # 降幅由5%收窄到3%: rates of a fall are compared as they are said
        low, high = (-low[1], -low[0]), (-high[1], -high[0])
    size = sorted(map(abs, said))
    printed = (-size[1], -size[0]) if found.falls else (size[0], size[1])
    difference = high[0] - low[1], high[1] - low[0]
    middle = (difference[0] + difference[1]) / 2
    seen = Note.of(
        "n03_aimed" if found.aim else "n03_between", name=name, base=figure(base), end=figure(end),
        change=f"{'−' if found.falls else '+'}{figure(change).lstrip('-')}", difference=number(middle.normalize()),
    )  # fmt: skip
    if intervals.overlap(difference, printed):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(change), computed=number(middle.normalize()),
        ask=Note.of("n03_ask_between", name=name), severity=Severity.LIKELY,
    )  # fmt: skip


CHECK = Check("N3", 3, "变动数与两端数值", "A change and the values it lies between", Severity.ERROR, run)
