"""N16: the base that this year's level and growth imply is last year's level in an earlier document.

Rule: V_t/(1 + g_t), over the printed digits, holds the level of the year before as another publication prints it.
Exceptions: growth at constant prices implies no level. Up to 5 % off is an ordinary revision (预计 to actual): information. More is
probably a change of scope, to be asked; investment in fixed assets and revenue change theirs often, and are never called an error.
Source: convention 3 of official statistics.

规则：本年总量÷（1+本年增速）推算的上年值，应包含其他文件所列的上年值，按印出位数的区间比较。
例外：按可比价计算的增速不能推算总量。相差5%以内属预计数转实际数等正常修订，只作提示；更大的多为口径变化，列为待核；固定资产投资、财政收入口径常变，不作错误。
依据：统计惯例3。
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu import formulas
from lantu.check import census, intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, number, percent
from lantu.formulas import Bounds
from lantu.model import Measure, Nature, Note, Period, Severity, Statement, Vintage
from lantu.registers import units

_ORDINARY = Decimal("0.05")
_REFUND_YEARS = frozenset({2022, 2023})  # 增值税留抵退税: natural and comparable growth part

Subject = tuple[str, str, str]


def run(case: Case) -> Iterator[Answered]:
    """Every level with its growth in a draft, and the level of the year before in another publication."""
    levels = _levels(case)
    for growth in _growths(case):
        said = levels.get(case.subject(growth), [])
        if _leads_on(growth, said):
            continue
        now = [s for s in said if s.period == growth.period and s.document == growth.document]
        last = Period.year(growth.period.first_year - 1)
        own = case.publications[growth.document].id
        before = [s for s in said if s.period == last and case.publications[s.document].id != own]
        if now and before:
            yield _answer(case, _best(now), growth, _best(before))


def _levels(case: Case) -> dict[Subject, list[Statement]]:
    found: dict[Subject, list[Statement]] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            if one.measure is Measure.LEVEL and _is_result(one) and case.series(one):
                found.setdefault(case.subject(one), []).append(one)
    return found


def _growths(case: Case) -> Iterator[Statement]:
    for reading in case.readings:
        for one in reading.statements:
            growth = one.measure is Measure.GROWTH and units.dimension(one.quantity.unit) == "percent"
            if growth and _is_result(one) and one.qualifiers.against != "previous_period" and case.series(one):
                yield one


def _leads_on(growth: Statement, levels: list[Statement]) -> bool:
    """Whether the same passage prints an earlier level too, from which the growth may count."""
    here = [s for s in levels if (s.document, s.passage) == (growth.document, growth.passage) and not s.cell]
    return any(s.period.end < growth.period.start for s in here)


def _is_result(statement: Statement) -> bool:
    known = statement.nature is not Nature.TARGET and statement.period.is_year
    return known and intervals.is_plain(statement.quantity) and not statement.qualifiers.scope


def _best(statements: list[Statement]) -> Statement:
    """Of several that print a value, the one with the most digits; then the first."""
    return max(statements, key=lambda s: (intervals.places(s.quantity), -s.start))


def _answer(case: Case, now: Statement, growth: Statement, before: Statement) -> Answered:
    evidence = case.evidence(now, growth, before)
    name = case.name(now)
    if case.is_real(growth):
        return not_applicable("check_real_growth", *evidence, name=name)
    found, printed = _implied(now, growth), intervals.meant(before, now.quantity.unit)
    if found is None or printed is None or printed[0] <= 0:
        return not_applicable("check_no_rate", *evidence, name=name)
    middle = formulas.implied_base(now.quantity.value, growth.quantity.value / intervals.HUNDRED)
    apart = formulas.growth(middle, (printed[0] + printed[1]) / 2)
    digits = intervals.places(before.quantity) + 1
    seen = Note.of(
        "n16_seen", name=name, year=now.period, last=before.period, level=figure(now), growth=figure(growth),
        implied=f"{number(middle, digits)}{now.quantity.unit}", before=figure(before), apart=percent(apart, 1),
    )  # fmt: skip
    if intervals.overlap(found, printed):
        return passed(*evidence, seen=seen)
    ordinary = abs(apart) <= _ORDINARY
    return failed(
        *evidence,
        seen=seen,
        printed=figure(before),
        computed=f"{number(middle, digits)}{now.quantity.unit}",
        explanations=_explanations(case, now, before, ordinary=ordinary),
        ask=Note.of("n16_ask_revised" if ordinary else "n16_ask_scope", name=name, last=before.period),
        severity=Severity.INFORMATION if ordinary else None,
    )


def _implied(now: Statement, growth: Statement) -> Bounds | None:
    level, rate = intervals.meant(now), intervals.share(intervals.cut(growth))
    if level is None or level[0] <= 0 or rate[0] <= -1:
        return None
    return intervals.spread(formulas.implied_base, level, rate)


def _explanations(case: Case, now: Statement, before: Statement, *, ordinary: bool) -> Iterator[Note]:
    indicator = case.indicator(now)
    series = case.series(before)
    observed = case.ledger.observations_of.get(series.id, ()) if series else ()
    if any(before.id in o.statements and o.vintage is Vintage.ESTIMATE for o in observed):
        yield Note.of("check_estimate_before", last=before.period)
    if indicator and indicator.aggregation == "not_chainable":
        yield Note.of("check_levels_not_comparable")
    elif indicator and indicator.sector.startswith("财政") and before.period.first_year in _REFUND_YEARS:
        yield Note.of("check_tax_refunds")
    if before.period.first_year in census.YEARS:
        yield Note.of("check_census", year=before.period)
    yield Note.of("check_base_revised" if ordinary else "check_scope_changed")


CHECK = Check("N16", 1, "本年增速推算的上年基数", "Base implied by this year's growth", Severity.LIKELY, run)
