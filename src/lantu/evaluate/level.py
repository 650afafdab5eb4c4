"""F1, F4, F11: the way from a base to a target, of levels, shares and changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate import bounds
from lantu.evaluate.case import A_YEAR, HUNDRED, Case, Figures, Measured, a_year
from lantu.evaluate.data import at_end, outlined, points
from lantu.evaluate.limits import DOWN, UP, aim, direction, limits
from lantu.evaluate.shown import number, percent
from lantu.formulas import Bounds
from lantu.model import Measure, Note, Quantity, Required, Share, TargetKind
from lantu.registers import units


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where, and how.

    `rate` is the stated average growth (a fraction of 1) that makes the path; `by_rate`: it grows by rates.
    """

    base: Measured
    target: Decimal
    target_bounds: Bounds
    by_rate: bool = False
    rate: Decimal | None = None

    @property
    def sign(self) -> int:
        """1 for a way up, -1 for a way down."""
        return 1 if self.target > self.base.value else -1


def level(case: Case) -> Figures:
    """F1 for levels, F11 for shares (in points).

    Without a way between base and target it is a bound or a level to be kept, and is assessed as such.
    """
    formula = "F11" if case.target.kind is TargetKind.SHARE else "F1"
    wanted, base, values = case.wanted, case.base, points(case)
    if wanted is None:
        return outlined(case, formula, values, reason="unclear_target")
    target = aim(wanted, direction(case))
    if base and base.value == target:
        return bounds.maintain(case)
    if base and _is_guard(case, base.value, target):
        return bounds.bound(case)
    if not values:
        return outlined(case, formula, values)
    if base is None:
        return _without_base(case, formula, wanted, values)
    return _along(case, formula, _way(case, wanted, base, target), wanted, values)


def change(case: Case) -> Figures:
    """F4: a wanted change of a level, from changes in print, else from base and values."""
    wanted, values = case.wanted, _changes(case)
    if wanted is None or wanted.value == 0:
        return outlined(case, "F4", values, reason="unclear_target")
    if not values:
        found = points(case)
        return outlined(case, "F4", found, reason="no_base" if found else None)
    nought = Measured(Decimal(0), Decimal(0), Decimal(0), case.start)
    target = aim(wanted, direction(case))
    return _along(case, "F4", Way(nought, target, (target, target)), wanted, values)


def _without_base(case: Case, formula: str, wanted: Quantity, values: Sequence[Measured]) -> Figures:
    """No progress without a base; but whether the target is reached, and what a year has to add."""
    last, reached = values[-1], limits(wanted, direction(case)).met_by(values[-1])
    found = replace(
        outlined(case, formula, values, reason="no_base"), tested=values[-1], reached=reached, held=at_end(case, values)
    )
    if reached or last.year >= case.end:
        return found
    step = formulas.pace(last.value, aim(wanted, direction(case)), case.end - last.year)
    return replace(found, required=Required(step, a_year(case)))


def _along(case: Case, formula: str, way: Way, wanted: Quantity, values: Sequence[Measured]) -> Figures:
    last = values[-1]
    expected = _due(way, case, last.year)
    shares = formulas.progress_bounds(way.base.bounds, way.target_bounds, last.bounds)
    low, high = shares or (None, None)
    required, pace = _pace(way, case, last)
    reached = limits(wanted, direction(case)).met_by(last)
    return replace(
        outlined(case, formula, values),
        progress=Share(formulas.progress(way.base.value, way.target, last.value), low=low, high=high),
        expected=expected,
        expected_share=formulas.progress(way.base.value, way.target, expected),
        required=None if reached else required,
        pace=pace,
        best=_best(way, values),
        tested=None if formula == "F4" else last,
        reached=reached,
        held=at_end(case, values),
        notes=_path_note(case, way),
    )


def _way(case: Case, wanted: Quantity, base: Measured, target: Decimal) -> Way:
    # A target was rounded when the plan was printed, so the length of the way is as uncertain as its
    # ends; whether the target is reached is decided on the printed value alone.
    half = wanted.half_digit
    around = (target - half, target + half)
    if base.value <= 0 or target <= 0:
        return Way(base, target, around)
    rate = _stated_rate(case, base, around)
    return Way(base, target, around, by_rate=case.is_money or rate is not None, rate=rate)


def _stated_rate(case: Case, base: Measured, target: Bounds) -> Decimal | None:
    """The average growth stated beside base and target, where it is of the same basis and leads there."""
    stated = _stated(case)
    if stated is None:
        return None
    half = stated.half_digit
    lowest, highest = (
        formulas.grown(level, rate / HUNDRED, case.years)
        for level, rate in ((base.low, stated.value - half), (base.high, stated.value + half))
    )
    return stated.value / HUNDRED if lowest <= target[1] and highest >= target[0] else None


def _stated(case: Case) -> Quantity | None:
    path = case.target.path
    if path is None or path.measure is not Measure.AVERAGE_GROWTH or case.target.kind is TargetKind.SHARE:
        return None
    if units.dimension(path.quantity.unit) != "percent" or abs(path.quantity.value) >= HUNDRED:
        return None
    real = case.indicator is not None and case.indicator.price_basis == "nominal_level_real_growth"
    return None if real else path.quantity


def _path_note(case: Case, way: Way) -> tuple[Note, ...]:
    stated = _stated(case) if way.by_rate or way.base.value > 0 else None
    if stated is None or way.rate is not None:
        return ()
    even = formulas.rate(way.base.value, way.target, case.years) if way.target > 0 else None
    return (Note.of("path_differs", stated=number(stated.value), even=percent(even)),) if even is not None else ()


def _due(way: Way, case: Case, year: Decimal) -> Decimal:
    if way.rate is not None:
        return formulas.grown(way.base.value, way.rate, year - case.start)
    path = formulas.geometric if way.by_rate else formulas.linear
    return path(way.base.value, way.target, case.elapsed(year))


def _pace(way: Way, case: Case, last: Measured) -> tuple[Required | None, Decimal | None]:
    rest = case.end - last.year
    if rest <= 0:
        return None, None
    if way.by_rate and last.value > 0:
        rate = formulas.rate(last.value, way.target, rest)
        return Required(rate, A_YEAR), way.sign * rate
    step = formulas.pace(last.value, way.target, rest)
    return Required(step, a_year(case)), way.sign * step


def _best(way: Way, values: Sequence[Measured]) -> Decimal | None:
    known = [(m.year, m.value) for m in (way.base, *values)]
    by_rate = way.by_rate and values[-1].value > 0
    paces = formulas.yearly_rates(known) if by_rate else formulas.yearly_steps(known)
    return max((way.sign * p for p in paces), default=None)


def _is_guard(case: Case, base: Decimal, target: Decimal) -> bool:
    """A floor below the base or a ceiling above it is a bound, not a way to go."""
    way = direction(case)
    return (way == UP and target < base) or (way == DOWN and target > base)


def _changes(case: Case) -> tuple[Measured, ...]:
    """Changes since the base: as printed for years since then, else values less their base."""
    printed = [m for o in case.spans(Measure.CHANGE) if case.is_since_base(o) and (m := case.of(o))]
    if printed:
        return tuple(sorted(printed, key=lambda m: m.year))
    base = case.base
    if base is None:
        return ()
    return tuple(
        replace(m, low=m.low - base.high, value=m.value - base.value, high=m.high - base.low) for m in points(case)
    )
