"""A target of one year: its growth, level or change in that year; and the question on which base it was met."""

from dataclasses import dataclass, replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate.case import HUNDRED, Case, Figures, Measured
from lantu.evaluate.data import at_end, outlined, points
from lantu.evaluate.limits import aim, direction, limits
from lantu.evaluate.shown import number, percent
from lantu.model import Comparator, Measure, Note, Observation, Period, Quantity, Share, TargetKind


@dataclass(frozen=True, slots=True)
class Bases:
    """A result's level and growth beside the base printed with the target; growth and wanted in %."""

    level: Measured
    growth: Measured
    printed: Measured
    unit: str

    @property
    def implied(self) -> Decimal:
        """The base that level and growth imply."""
        return formulas.implied_base(self.level.value, self.growth.value / HUNDRED)


def growth(case: Case) -> Figures:
    """F2 for one year: the growth of the year against the wanted one, on both bases where they are in print."""
    wanted, values = case.wanted, points(case)
    if wanted is None:
        return outlined(case, "F2", values, reason="unclear_target")
    held = at_end(case, values)
    found = replace(outlined(case, "F2", values), expected=aim(wanted, direction(case)), held=held)
    bases = _bases(case, held) if held else None
    note = bases and _two_answers(case, wanted, bases)
    return replace(found, unresolved=True, notes=(note,)) if note else found


def level(case: Case) -> Figures:
    """F1 for one year: the year's level, its progress as a share of the target."""
    formula = "F11" if case.target.kind is TargetKind.SHARE else "F1"
    wanted, values = case.wanted, points(case)
    if wanted is None:
        return outlined(case, formula, values, reason="unclear_target")
    held = at_end(case, values)
    found = replace(outlined(case, formula, values), expected=aim(wanted, direction(case)), held=held)
    if held is None or formula == "F11" or wanted.value <= 0:
        return found
    low, value, high = (formulas.sum_progress(v, wanted.value) for v in (held.low, held.value, held.high))
    return replace(found, progress=Share(value, Comparator.EQ, low, high))


def _bases(case: Case, result: Measured) -> Bases | None:
    """Level and growth of the result from one document, and the level of the year before from the plan's own."""
    if result.observation is None or not _levels_chain(case) or not case.target.period.is_year:
        return None
    year = case.target.period.first_year
    told_in = {d.sha256 for d in case.known.sources(result.observation)}
    for series in case.known.siblings(case.series, Measure.LEVEL):
        printed = _stated(case, series.id, Period.year(year - 1), set(case.plan.documents))
        level = _stated(case, series.id, Period.year(year), told_in)
        if printed and level and printed.quantity.unit == level.quantity.unit:
            unit = level.quantity.unit
            return Bases(_plain(level), result, _plain(printed), unit)
    return None


def _levels_chain(case: Case) -> bool:
    """Whether a level over the level before is the growth that the plan means."""
    if case.series.price == "real":
        return False
    register = case.indicator
    if register is None:
        return True
    if register.price_basis in ("real", "nominal_level_real_growth", "comparable_scope"):
        return case.series.price == "nominal"
    return register.aggregation != "not_chainable"


def _stated(case: Case, series: str, period: Period, documents: set[str]) -> Observation | None:
    """The value of a period in the vintage that the documents print, whichever has come since."""
    ledger = case.known.ledger
    known = documents & case.known.hashes
    for observation in ledger.observations_of.get(series, ()):
        said = {ledger.statements[s].document for s in observation.statements}
        if observation.period == period and said & known:
            return observation
    return None


def _two_answers(case: Case, wanted: Quantity, bases: Bases) -> Note | None:
    if min(bases.printed.value, bases.level.value) <= 0 or bases.growth.value <= -HUNDRED:
        return None
    way = direction(case)
    if formulas.gap(bases.implied, bases.printed.value) <= case.method.base_gap:
        return None
    by_base = (bases.level.value / bases.printed.value - 1) * HUNDRED
    own = limits(wanted, way).hold(bases.growth.value)
    if own is limits(wanted, way).hold(by_base):
        return None
    due = formulas.grown(bases.printed.value, aim(wanted, way) / HUNDRED, Decimal(1))
    return Note.of(
        "two_bases" if own else "two_bases_reversed",
        growth=number(bases.growth.value),
        wanted=number(aim(wanted, way)),
        level=number(bases.level.value),
        base=number(bases.printed.value),
        implied=number(bases.implied, 2),
        unit=bases.unit,
        ratio=percent(bases.level.value / due),
    )


def _plain(observation: Observation) -> Measured:
    low, high = observation.quantity.interval
    return Measured(low, observation.quantity.value, high, Decimal(observation.period.last_year), observation)
