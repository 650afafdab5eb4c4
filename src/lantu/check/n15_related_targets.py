"""N15: targets of one plan that are bound to one another lead to the same place.

Rule: where a share's base and target stand in a plan (研发经费投入强度 2.85 → 3.05) with an average growth of its part (研发经费 20 %) and base and target of its
whole (地区生产总值 at current prices), the share that the two growths lead to is within a tenth of the target.
Exceptions: a whole without base and target; plans of different periods; 以上 of the part is taken as it stands, the least it may be.
Source: F2, F11; pairs of `registers/ratios.csv`.

规则：同一规划中比重的基期值、目标值，与其分子的年均增速、分母的基期值和目标值（按现价）应相容：推算的期末比重与目标相差不超过十分之一。
例外：分母没有基期值或目标值的；规划期不同的；分子增速带“以上”的按下限计算。
依据：公式F2、F11；ratios.csv。
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, number, percent
from lantu.model import Comparator, Note, Plan, Severity, Statement, Target, TargetKind
from lantu.registers import ratios, units

_TENTH = Decimal("0.1")
_FROM_BELOW = frozenset({Comparator.GE, Comparator.GT})


def run(case: Case) -> Iterator[Answered]:
    """Every ratio in every five-year plan of a draft."""
    for plan in case.ledger.plans:
        if plan.five_year and case.drafts & set(plan.documents):
            held = _targets(case, plan)
            for ratio in ratios.load():
                share = held.get((ratio.share, False))
                part, whole = held.get((ratio.part, True)), held.get((ratio.whole, False))
                if share and part:
                    yield from _answers(case, share, part, whole)


def _targets(case: Case, plan: Plan) -> dict[tuple[str, bool], Target]:
    """The plan's targets by indicator, and whether they want average growth; the headline first."""
    series = case.ledger.series_by_id
    found: dict[tuple[str, bool], Target] = {}
    for target in sorted((t for t in case.ledger.targets if t.plan == plan.id), key=lambda t: not t.headline):
        if target.wanted and (target.base or target.kind is TargetKind.AVERAGE_GROWTH):
            key = series[target.series].indicator, target.kind is TargetKind.AVERAGE_GROWTH
            found.setdefault(key, target)
    return found


def _answers(case: Case, share: Target, part: Target, whole: Target | None) -> Iterator[Answered]:
    said = case.ledger.statements
    ends = [said[share.base.statement], said[share.statements[0]]] if share.base else []
    growth = said[part.statements[0]]
    if not ends or not case.in_draft([*ends, growth]):
        return
    if whole is None or whole.base is None:
        yield not_applicable("n15_no_whole", *case.evidence(*ends, growth), name=share.name)
        return
    yield _answer(case, (ends[0], ends[1]), growth, (said[whole.base.statement], said[whole.statements[0]]))


def _answer(
    case: Case, share: tuple[Statement, Statement], growth: Statement, whole: tuple[Statement, Statement]
) -> Answered:
    years = Decimal(share[1].period.last_year - share[0].period.last_year)
    evidence = case.evidence(growth, *share, *whole)
    before = units.convert(whole[0].quantity.value, whole[0].quantity.unit, whole[1].quantity.unit)
    least = min(share[0].quantity.value, share[1].quantity.value, whole[1].quantity.value, before or Decimal(0))
    alike = years > 0 and growth.period.last_year == share[1].period.last_year
    if before is None or least <= 0 or not alike or growth.quantity.value <= -intervals.HUNDRED:
        return not_applicable("n15_no_whole", *evidence, name=case.name(share[1]))
    nominal = formulas.rate(before, whole[1].quantity.value, years)
    rate = growth.quantity.value / intervals.HUNDRED
    base, wanted = share[0].quantity.value, share[1].quantity.value
    reached = formulas.grown(base, formulas.implied_deflator(rate, nominal), years)
    fitting = (1 + nominal) * (1 + formulas.rate(base, wanted, years)) - 1
    seen = Note.of(
        "n15_seen", part=growth.indicator, growth=figure(growth), whole=case.name(whole[1]), nominal=percent(nominal, 1),
        share=case.name(share[1]), base=figure(share[0]), reached=number(reached, 2), wanted=figure(share[1]),
        fitting=percent(fitting, 1),
    )  # fmt: skip
    apart = reached / wanted - 1
    if abs(apart) <= _TENTH or (apart < 0 and growth.quantity.comparator in _FROM_BELOW):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(growth), computed=f"{percent(fitting, 1)}%",
        ask=Note.of("n15_ask", part=growth.indicator, share=case.name(share[1])),
    )  # fmt: skip


CHECK = Check("N15", 1, "相关联的目标", "Targets bound to one another", Severity.LIKELY, run)
