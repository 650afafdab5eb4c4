"""N29: the population that output and output a head imply is possible.

Rule: in a plan, base and target of 地区生产总值 over those of 人均地区生产总值 imply two populations: their yearly growth is within 3 %, and within a point of what the two
growth targets imply.
Exceptions: a plan that lacks one of the four levels; rounding decides within the digits. All is information.
Source: definition of output a head; practice 1.7.

规则：规划中地区生产总值与人均地区生产总值的基期值、目标值推算的人口，年均增长应在3%以内，并与两项增速目标推算的相差不超过1个百分点。
例外：四个数值不全的；按印出位数在误差范围内的。均只作提示。
依据：人均地区生产总值的定义；实例。
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import percent
from lantu.formulas import Bounds
from lantu.model import Note, Plan, Severity, Statement, Target, TargetKind

_MOST = Decimal("0.03")
_POINT = Decimal("0.01")
_WHOLE, _HEAD = "gdp", "gdp_per_capita"

Held = Mapping[tuple[str, TargetKind], Target]


def run(case: Case) -> Iterator[Answered]:
    """Every five-year plan of a draft with the four levels."""
    for plan in case.ledger.plans:
        if plan.five_year and case.drafts & set(plan.documents):
            held = _targets(case, plan)
            whole, head = held.get((_WHOLE, TargetKind.LEVEL)), held.get((_HEAD, TargetKind.LEVEL))
            if whole and head and whole.base and head.base and whole.statements and head.statements:
                yield from _answer(case, held, whole, head)


def _targets(case: Case, plan: Plan) -> Held:
    series = case.ledger.series_by_id
    mine = (t for t in case.ledger.targets if t.plan == plan.id and t.wanted)
    return {(series[t.series].indicator, t.kind): t for t in mine if series[t.series].indicator in {_WHOLE, _HEAD}}


def _answer(case: Case, held: Held, whole: Target, head: Target) -> Iterator[Answered]:
    said = case.ledger.statements
    assert whole.base, "run asks for it"
    assert head.base, "run asks for it"
    ends = [said[i] for i in (whole.base.statement, head.base.statement, whole.statements[0], head.statements[0])]
    before, after = _population(ends[0], ends[1]), _population(ends[2], ends[3])
    years = Decimal(ends[2].period.last_year - ends[0].period.last_year)
    if before is None or after is None or years <= 0:
        return
    found = intervals.spread(lambda b, t: formulas.rate(b, t, years), before, after)
    wanted = _by_growth(held)
    evidence = case.evidence(*ends)
    seen = Note.of(
        "n29_seen", since=ends[0].period, until=ends[2].period, before=_people(before), after=_people(after),
        growth=percent((found[0] + found[1]) / 2), wanted="–" if wanted is None else f"{percent(wanted)}%",
    )  # fmt: skip
    possible = found[0] <= _MOST and found[1] >= -_MOST
    fits = wanted is None or found[0] - _POINT <= wanted <= found[1] + _POINT
    yield passed(*evidence, seen=seen) if possible and fits else failed(*evidence, seen=seen, ask=Note.of("n29_ask"))


def _population(whole: Statement, head: Statement) -> Bounds | None:
    """Persons, over what the digits leave open."""
    output, each = intervals.meant(whole, "元"), intervals.meant(head, "元")
    if output is None or each is None or output[0] <= 0 or each[0] <= 0:
        return None
    return intervals.spread(formulas.sum_progress, output, each)


def _by_growth(held: Held) -> Decimal | None:
    """The yearly growth of population between the two growth targets."""
    whole, head = held.get((_WHOLE, TargetKind.AVERAGE_GROWTH)), held.get((_HEAD, TargetKind.AVERAGE_GROWTH))
    if not (whole and head and whole.wanted and head.wanted) or head.wanted.value <= -intervals.HUNDRED:
        return None
    return formulas.implied_deflator(whole.wanted.value / intervals.HUNDRED, head.wanted.value / intervals.HUNDRED)


def _people(bounds: Bounds) -> str:
    return f"{intervals.number((bounds[0] + bounds[1]) / 2 / 10000, 1)}万人"


CHECK = Check("N29", 1, "推算的人口", "Implied population", Severity.INFORMATION, run)
