"""N39: the level aimed at next year is this year's with the growth aimed at.

Rule: where one document prints a level aimed at in a year, the growth aimed at in that year and the level of the year before, T/V − 1 is the growth, within the digits
of all; 左右 leaves half a point more, 以上 binds from below only, a range is met anywhere in it.
Exceptions: growth at constant prices; investment in fixed assets; rates, whose changes are points; levels that are only bounded; years of which
the document has a result too, since their base was an estimate when the target was set; one row of a table (N1). Where several growths are named (力争), one that agrees is enough. By comparable scope: information.
Source: convention 3 of official statistics; practice 2.4.

规则：同一文件中列有某年目标总量、目标增速和上年总量的，目标总量÷上年总量−1应与目标增速一致，按印出位数的区间比较；“左右”放宽半个百分点，“以上”只看下限，区间目标落在区间内即可。
例外：按可比价计算的增速；固定资产投资；比率（按百分点）；带限定的总量；文件中已有当年实绩的年份（目标是按预计基数定的）；同一行内的数值（见N1）。列有多个目标增速（力争）的，与其一一致即可。按可比口径计算的只作提示。
依据：统计惯例3；年度计划的衔接。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, percent
from lantu.formulas import Bounds
from lantu.model import Comparator, Measure, Nature, Note, Reading, Severity, Statement
from lantu.registers import units

_ABOUT = Decimal("0.005")  # what 左右 leaves open on either side
_IN_POINTS = frozenset({"percent", "permille", "point"})

Subject = tuple[str, str, str]
Held = Mapping[Subject, list[Statement]]


def run(case: Case) -> Iterator[Answered]:
    """Every level aimed at in a draft whose growth and base the draft prints too."""
    for reading in case.readings:
        growths = _held(case, reading, Measure.GROWTH)
        if not growths:
            continue
        levels = _held(case, reading, Measure.LEVEL)
        for subject, aimed in growths.items():
            for level in levels.get(subject, ()):
                yield from _of_level(case, level, aimed, levels[subject])


def _held(case: Case, reading: Reading, measure: Measure) -> Held:
    """What a reading says of each subject: growth in per cent that is aimed at, or every plain level."""
    found: dict[Subject, list[Statement]] = defaultdict(list)
    for one in reading.statements:
        if one.measure is not measure or not one.period.is_year:
            continue
        percents = units.dimension(one.quantity.unit) in _IN_POINTS
        aimed = one.nature is Nature.TARGET and percents and one.qualifiers.against != "previous_period"
        if aimed if measure is Measure.GROWTH else intervals.is_plain(one.quantity) and not percents:
            found[case.subject(one)].append(one)
    return found


def _of_level(case: Case, level: Statement, growths: list[Statement], levels: list[Statement]) -> Iterator[Answered]:
    if level.nature is not Nature.TARGET:
        return
    year = level.period.first_year
    results = [s for s in levels if s.nature is not Nature.TARGET]
    base = [s for s in results if s.period.first_year == year - 1]
    base = [s for s in base if _row(s) == _row(level)] or base
    fitting = [g for g in growths if g.period == level.period and (g.cell is None or _row(g) != _row(level))]
    if base and fitting and all(s.period.first_year < year for s in results):
        yield _answer(case, level, fitting, base)


def _row(statement: Statement) -> tuple[int, int] | None:
    return (statement.cell.table, statement.cell.row) if statement.cell else None


def _answer(case: Case, level: Statement, growths: list[Statement], bases: list[Statement]) -> Answered:
    growth, base = growths[0], bases[0]
    evidence, name = case.evidence(level, growth, base), case.name(level)
    indicator = case.indicator(level)
    if indicator and indicator.aggregation == "not_chainable":
        return not_applicable("check_not_chained", *evidence, name=name)
    if any(map(case.is_real, growths)):
        return not_applicable("check_real_growth", *evidence, name=name)
    found = [rate for one in bases if (rate := _growth(one, level)) is not None]
    if not found:
        return not_applicable("check_no_rate", *evidence, name=name)
    seen = Note.of(
        "n39_seen", name=name, year=level.period, aimed=figure(level), base=figure(base), growth=figure(growth),
        computed=percent((found[0][0] + found[0][1]) / 2),
    )  # fmt: skip
    if any(_meets(rate, one) for rate in found for one in growths):
        return passed(*evidence, seen=seen)
    scoped = indicator is not None and indicator.price_basis == "comparable_scope"
    return failed(
        *evidence, seen=seen, printed=figure(growth), computed=f"{percent((found[0][0] + found[0][1]) / 2)}%",
        explanations=[Note.of("check_scope_changed"), Note.of("check_base_revised")], ask=Note.of("n39_ask", name=name),
        severity=Severity.INFORMATION if scoped else None,
    )  # fmt: skip


def _growth(base: Statement, level: Statement) -> Bounds | None:
    """The growth from the base to what is aimed at, over what their digits leave open."""
    before = intervals.in_unit(intervals.printed(base), base.quantity.unit, level.quantity.unit)
    if before is None or before[0] <= 0:
        return None
    return intervals.spread(formulas.growth, intervals.printed(level), before)


def _meets(rate: Bounds, growth: Statement) -> bool:
    low, high = intervals.share(intervals.printed(growth))
    comparator = growth.quantity.comparator
    if comparator in {Comparator.GE, Comparator.GT}:
        return rate[1] >= low
    if comparator in {Comparator.LE, Comparator.LT}:
        return rate[0] <= high
    if comparator is Comparator.ABOUT:
        low, high = low - _ABOUT, high + _ABOUT
    return intervals.overlap(rate, (low, high))


CHECK = Check("N39", 1, "目标总量与目标增速", "Level and growth aimed at", Severity.LIKELY, run)
