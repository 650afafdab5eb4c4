"""N17: annual targets lead to the five-year target.

Rule: with the growth that is known, and the annual targets for years that are not, the years of a plan average what it wants. Years without either are not assumed:
what they would have had to grow is said. After the last annual target the same is taken to be wanted again, and that is said too.
Exceptions: plans without any annual target or with all years known (that is an evaluation); targets of other kinds than average growth. A target of years that are no
five-year plan's, or set more than a year before its plan began, may have been given up: information.
Source: practice 2.4; F2.

规则：已知年份按实际增速、其余年份按年度目标计算，规划期年均增速应达到规划目标。两者都没有的年份不作假定，只算出须达到的增速；最后一个年度目标之后的年份按同一目标推算，并予注明。
例外：没有年度目标，或各年均已有实绩的（属评估）；不是年均增速的目标。所跨年份不是五年规划期的，或早于规划期一年以上提出的目标，可能已不再沿用，只作提示。
依据：年度计划与规划衔接；公式F2。
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lantu import formulas
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import HUNDRED, number, percent
from lantu.model import Note, Observation, Severity, Target, TargetKind
from lantu.registers import plans


@dataclass(frozen=True)
class _Years:
    """Growth in % by year: known, wanted by annual targets, and the years for which the last of these is taken again."""

    known: Mapping[int, Observation]
    wanted: Mapping[int, Target]
    repeated: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def index(self) -> Decimal:
        last = self.wanted[max(self.wanted)]
        rates = [o.quantity.value for o in self.known.values()]
        rates += [t.wanted.value for t in self.wanted.values() if t.wanted]
        rates += [last.wanted.value for _ in self.repeated if last.wanted]
        return formulas.compound(rate / HUNDRED for rate in rates)


def run(case: Case) -> Iterator[Answered]:
    """Every average growth of a five-year plan that annual targets belong to, one of them in a draft."""
    for target in case.ledger.targets:
        if target.kind is TargetKind.AVERAGE_GROWTH and target.wanted and target.period.is_span:
            annual = [
                t for t in case.ledger.targets if t.part_of == target.id and t.kind is TargetKind.GROWTH and t.wanted
            ]
            said = [case.ledger.statements[t.statements[0]] for t in (target, *annual) if t.statements]
            years = _years(case, target, annual)
            if years and years.index > 0 and target.wanted.value > -HUNDRED and case.in_draft(said):
                yield _answer(case, target, years)


def _years(case: Case, target: Target, annual: list[Target]) -> _Years | None:
    span = range(target.period.first_year, target.period.last_year + 1)
    observed = case.ledger.observations_of.get(target.series, ())
    known = {o.period.first_year: o for o in observed if o.period.is_year and o.period.first_year in span}
    wanted = {t.period.first_year: t for t in annual if t.period.is_year and t.period.first_year in span}
    wanted = {year: t for year, t in wanted.items() if year not in known}
    if not wanted:
        return None
    repeated = tuple(year for year in span if year > max(wanted))
    missing = tuple(year for year in span if year not in known and year not in wanted and year not in repeated)
    return _Years(known, wanted, repeated, missing)


def _answer(case: Case, target: Target, years: _Years) -> Answered:
    assert target.wanted, "run asks for it"
    total = Decimal(target.period.last_year - target.period.first_year + 1)
    wanted = target.wanted.value / HUNDRED
    said = case.ledger.statements
    held = [target.statements[0], *(t.statements[0] for t in years.wanted.values())]
    held += [o.statements[0] for o in years.known.values() if o.statements]
    evidence = case.evidence(*(said[s] for s in held))
    if years.missing:
        reached = formulas.missing_growth(wanted, total, years.index, Decimal(len(years.missing)))
        code, behind = "n17_missing", reached > wanted
    else:
        reached = formulas.average(years.index, total)
        code, behind = "n17_average", reached < wanted - target.wanted.half_digit / HUNDRED
    seen = Note.of(code, name=target.name, span=target.period, wanted=number(target.wanted.value), reached=percent(reached, 1),
                   known=_listed({year: o.quantity.value for year, o in years.known.items()}),
        planned=_listed({year: t.wanted.value for year, t in years.wanted.items() if t.wanted}), missing=", ".join(map(str, years.missing)), repeated=", ".join(map(str, years.repeated)) or "–")  # fmt: skip
    if not behind:
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=f"{number(target.wanted.value)}%", computed=f"{percent(reached, 1)}%",
        ask=Note.of("n17_ask", name=target.name), severity=Severity.INFORMATION if _is_old(case, target) else None,
    )  # fmt: skip


def _is_old(case: Case, target: Target) -> bool:
    """Whether a target is no five-year plan's own: of other years, or set long before they began."""
    front = case.ledger.document[case.ledger.statements[target.statements[0]].document].front
    made = int(front.date[:4]) if front.date else target.period.first_year
    first = target.period.first_year
    return plans.holding(first) != target.period or (front.plan_period is None and made < first - 1)


def _listed(rates: Mapping[int, Decimal]) -> str:
    """As messages say them: 2022: 3.0%, 2023: 2.5%."""
    return ", ".join(f"{year}: {number(rate)}%" for year, rate in sorted(rates.items())) or "–"


CHECK = Check("N17", 1, "年度目标与规划目标", "Annual targets and the five-year target", Severity.LIKELY, run)
