"""Targets joined to one another and to data: a year's target to the five-year one, an assigned one to its document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lantu.link import places, series, vintages
from lantu.link.indicators import Named, Names
from lantu.link.targets import Wanted
from lantu.model import DataRow, Note, Period, Place, Plan, Qualifiers, Series, Target, TargetKind

# Of several five-year targets of one series the year belongs to the first of these.
_PREFERRED = (
    TargetKind.LEVEL,
    TargetKind.SHARE,
    TargetKind.MAINTAIN,
    TargetKind.BOUND,
    TargetKind.SUM,
    TargetKind.REDUCTION,
    TargetKind.CHANGE,
    TargetKind.AVERAGE_GROWTH,
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Targets joined to one another and to data, their series, and what found no target."""

    targets: tuple[Target, ...]
    series: tuple[Series, ...]
    notes: tuple[Note, ...]


def join(
    wanted: Wanted, rows: Sequence[DataRow], plans: Sequence[Plan], known: Sequence[Place], names: Names
) -> Joined:
    """Attach the assigned targets of data rows, then each year's target to the five-year one it is a part of."""
    by_id = {p.id: p for p in plans}
    targets, new, notes = list(wanted.targets), list(wanted.series), []
    for row in (r for r in rows if r.target):
        of = _series(row, places.of_row(row, known), names)
        at = next((i for i, t in enumerate(targets) if _answers(row, of, t, by_id[t.plan])), None)
        plan = _plan_of(row, of.place, plans)
        if at is not None:
            targets[at] = replace(targets[at], assigned=row)
        elif plan:
            targets.append(_target(row, of, plan))
            new.append(of)
        else:
            notes.append(Note.of("row_without_plan", file=row.file, row=row.row, indicator=row.indicator))
    return Joined(_to_five_years(targets, by_id), tuple(new), tuple(notes))


def _to_five_years(targets: Sequence[Target], plans: Mapping[str, Plan]) -> tuple[Target, ...]:
    """They are of one series: growth of a year joins average growth, a flow's year joins the sum."""
    wholes: dict[str, list[Target]] = {}
    for target in targets:
        if plans[target.plan].five_year:
            wholes.setdefault(target.series, []).append(target)
    return tuple(_part(t, wholes.get(t.series, ()), plans) for t in targets)


def _part(target: Target, wholes: Iterable[Target], plans: Mapping[str, Plan]) -> Target:
    plan = plans[target.plan]
    if plan.five_year:
        return target
    whole = min((w for w in wholes if _holds(plans[w.plan].period, target.period)), key=_preference, default=None)
    return replace(target, part_of=whole.id) if whole else target


def _preference(target: Target) -> tuple[object, ...]:
    kind = _PREFERRED.index(target.kind) if target.kind in _PREFERRED else len(_PREFERRED)
    return not target.headline, kind, target.id


def _holds(whole: Period, part: Period) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _series(row: DataRow, place: str, names: Names) -> Series:
    of = vintages.series_of_row(row, place, names)
    named = names.of_id(of.indicator) or Named(of.indicator, of.name)
    return series.choose(place, named, series.wanted_of(row.measure), row.quantity.unit, Qualifiers())


def _answers(row: DataRow, of: Series, target: Target, plan: Plan) -> bool:
    """Whether a row is what an assigned target waits for: same place, indicator and period."""
    if target.kind is not TargetKind.ASSIGNED or target.assigned or row.period not in (target.period, plan.period):
        return False
    return target.series.startswith(f"{of.place}/{of.indicator}/")


def _plan_of(row: DataRow, place: str, plans: Iterable[Plan]) -> Plan | None:
    """The plan of a row's period; a year that ends a five-year plan is its target year only without a plan for it."""
    here = sorted((p for p in plans if p.place.code == place), key=lambda p: (p.five_year, p.id))
    return next(_of_period(here, row.period), None)


def _of_period(plans: Sequence[Plan], period: Period) -> Iterator[Plan]:
    yield from (p for p in plans if p.period == period)
    yield from (p for p in plans if p.five_year and period.is_year and p.period.end == period.end)


def _target(row: DataRow, of: Series, plan: Plan) -> Target:
    tail = of.id.removeprefix(f"{of.place}/")
    return Target(
        id=f"{plan.id}/{tail}/{TargetKind.ASSIGNED}@{row.file}:{row.row}",
        plan=plan.id,
        series=of.id,
        name=of.name,
        kind=TargetKind.ASSIGNED,
        period=row.period,
        wanted=None,
        words=row.source,
        unit=row.quantity.unit,
        binding=None,
        headline=False,
        statements=(),
        assigned=row,
    )
