"""N18: a target that is met before its year begins, or wanted for two years alike.

Rule: where a five-year plan wants a level too, an annual target of it is beyond the latest result before its year, the way that is better; an annual target before the plan's last year is short of the
five-year target.
Exceptions: targets that belong to no five-year target; reductions; indicators whose direction the register does not know, bounds and levels that are to be kept (100 %); targets that are no plain value
or floor; results that are estimates of the same year. All is information: a target may be set low on purpose.
Source: practice 1.6, 2.4.

规则：规划中也有目标的指标，其年度目标（总量、水平）应优于目标年之前的最近实绩；规划末年之前的年度目标不应已等于五年目标。
例外：规划中没有目标的指标；降幅类指标；登记册未定方向的指标；控制上限和保持类（100%）；不是单一数值或下限的目标；当年的预计数。均只作提示：目标留有余地是允许的。
依据：实例；年度计划与规划衔接。
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Comparator, Evidence, Note, Observation, Severity, Statement, Target, TargetKind
from lantu.registers import indicators, units

_KINDS = frozenset({TargetKind.LEVEL, TargetKind.SHARE})
_FLOORS = frozenset({Comparator.EQ, Comparator.GE, Comparator.GT})
_WHOLE = Decimal(100)


def run(case: Case) -> Iterator[Answered]:
    """Every annual level target of a draft that has a result before it, or a five-year target above it."""
    whole = {t.id: t for t in case.ledger.targets}
    for target in case.ledger.targets:
        plan = case.ledger.plan_by_id[target.plan]
        if plan.five_year or target.kind not in _KINDS or not target.statements or not target.wanted:
            continue
        said = case.ledger.statements[target.statements[0]]
        if said.document not in case.drafts or target.wanted.comparator not in _FLOORS:
            continue
        if target.part_of and not _is_reduction(case, target):
            yield from _against_result(case, target, said)
            yield from _against_plan(case, whole[target.part_of], said)


def _is_reduction(case: Case, target: Target) -> bool:
    indicator = indicators.by_id(case.ledger.series_by_id[target.series].indicator, case.registers)
    return indicator is not None and (indicator.aggregation == "compound_reduction" or bool(indicator.reduction_of))


def _direction(case: Case, target: Target) -> str:
    indicator = indicators.by_id(case.ledger.series_by_id[target.series].indicator, case.registers)
    return indicator.direction if indicator else ""


def _against_result(case: Case, target: Target, said: Statement) -> Iterator[Answered]:
    way = _direction(case, target)
    results = [o for o in case.ledger.observations_of.get(target.series, ()) if o.statements and o.period.is_year]
    before = [o for o in results if o.period.last_year == target.period.first_year - 1]
    if way not in {"up", "down"} or not before:
        return
    latest = before[-1]
    result = case.ledger.statements[latest.statements[0]]
    wanted, reached = _comparable(said, latest)
    if reached is None or (reached >= _WHOLE and units.dimension(said.quantity.unit) == "percent"):
        return
    met = reached >= wanted if way == "up" else reached <= wanted
    seen = Note.of(
        "n18_met",
        name=case.name(said),
        year=target.period,
        wanted=figure(said),
        last=latest.period,
        reached=figure(result),
    )
    evidence = case.evidence(said, result)
    yield _told(evidence, seen, said, result) if met else passed(*evidence, seen=seen)


def _comparable(said: Statement, latest: Observation) -> tuple[Decimal, Decimal | None]:
    return said.quantity.value, units.convert(latest.quantity.value, latest.quantity.unit, said.quantity.unit)


def _against_plan(case: Case, plan: Target, said: Statement) -> Iterator[Answered]:
    if plan.kind not in _KINDS or not plan.wanted or not plan.statements:
        return
    whole = case.ledger.statements[plan.statements[0]]
    wanted = units.convert(plan.wanted.value, plan.wanted.unit, said.quantity.unit)
    full = said.quantity.value >= _WHOLE and units.dimension(said.quantity.unit) == "percent"
    if wanted is None or full or said.period.last_year >= plan.period.last_year:
        return
    seen = Note.of(
        "n18_alike", name=case.name(said), year=said.period, wanted=figure(said), last=plan.period, whole=figure(whole)
    )
    evidence = case.evidence(said, whole)
    alike = wanted == said.quantity.value
    yield _told(evidence, seen, said, whole) if alike else passed(*evidence, seen=seen)


def _told(evidence: tuple[Evidence, ...], seen: Note, said: Statement, other: Statement) -> Answered:
    return failed(
        *evidence, seen=seen, printed=figure(said), computed=figure(other), ask=Note.of("n18_ask", name=said.indicator)
    )


CHECK = Check("N18", 1, "已经达到的目标", "Targets already met", Severity.INFORMATION, run)
