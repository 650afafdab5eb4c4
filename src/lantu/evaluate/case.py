"""One target with all that is known of it at a date, and the figures that a formula makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.evaluate.known import Known
from lantu.formulas import Bounds
from lantu.model import (
    Comparator,
    Measure,
    Note,
    Observation,
    Period,
    Plan,
    Quantity,
    Required,
    Series,
    Share,
    Target,
    TargetKind,
)
from lantu.registers import units
from lantu.registers.indicators import Indicator
from lantu.registers.methods import Method

HUNDRED = Decimal(100)
POINTS = "个百分点"
A_YEAR = "/year"
_MONEY = ("money", "usd", "hkd", "eur", "jpy")

BY_SIGN = (TargetKind.CHANGE, TargetKind.GROWTH, TargetKind.AVERAGE_GROWTH, TargetKind.REDUCTION)
_TURNED = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with what its printed digits leave open; `year` counts year-ends: 2023.5 is the middle of 2024."""

    low: Decimal
    value: Decimal
    high: Decimal
    year: Decimal
    observation: Observation | None = None

    @property
    def bounds(self) -> Bounds:
        """Lowest and highest value that the printed one may stand for."""
        return self.low, self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a formula says of a target.

    `held` is what the wanted value is held against once the period is over (None while its data are missing);
    `kept` answers a bound, `reached` whether the wanted value is there before its time; `pace` and `best`
    are the required and the best known yearly pace in the wanted direction.
    """

    formula: str
    progress: Share | None = None
    elapsed: Decimal | None = None
    expected: Decimal | None = None
    expected_share: Decimal | None = None
    required: Required | None = None
    pace: Decimal | None = None
    best: Decimal | None = None
    held: Measured | None = None
    tested: Measured | None = None  # the single value that `kept` and `reached` speak of, if it is one
    kept: bool | None = None
    reached: bool = False
    at_least: bool = False  # periods are missing that can only add
    unresolved: bool = False  # two bases give two answers
    latest: Observation | None = None
    inputs: tuple[Observation, ...] = ()
    deciding: tuple[Observation, ...] = ()
    missing: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Case:
    """A target to be assessed."""

    known: Known
    target: Target
    plan: Plan
    series: Series
    indicator: Indicator | None  # None for a local one
    method: Method

    @property
    def as_of(self) -> date:
        """The day of the assessment."""
        return self.known.as_of

    @property
    def end(self) -> Decimal:
        """The year-end at which the wanted value is due."""
        return year_of(self.target.period.end)

    @property
    def start(self) -> Decimal:
        """The year-end from which the target's time counts: its base's, else the eve of the plan."""
        base = self.target.base
        if base and year_of(base.period.end) < self.end:
            return year_of(base.period.end)
        of = self.plan.period if self.plan.five_year and not self.target.period.is_span else self.target.period
        return Decimal(of.first_year - 1)

    @property
    def years(self) -> Decimal:
        """N: the years from base to target."""
        return self.end - self.start

    @property
    def is_over(self) -> bool:
        """Whether the target's period is over on the day."""
        return self.target.period.end <= self.as_of

    @property
    def unit(self) -> str:
        """The unit of the wanted value: as printed, or where a table prints a wrong one the register's, as meant."""
        return self.series.unit if self.is_misprinted else self.target.unit

    @property
    def is_misprinted(self) -> bool:
        """Whether the plan's table prints a unit that its indicator cannot have."""
        return any(n.code == "row_unit_differs" for n in self.target.notes)

    @property
    def is_money(self) -> bool:
        """Whether levels are money, which grows by rates."""
        unit = self.indicator.unit if self.indicator else self.unit
        return units.dimension(unit.partition("/")[0]) in _MONEY

    @property
    def wanted(self) -> Quantity | None:
        """The wanted value in the target's unit.

        The comparator of a fall speaks of its size, and is turned: 下降3%以上 is −3 or less.
        """
        quantity = self.target.wanted
        factor = None if quantity is None else _factor(quantity.unit, self.target.unit)
        if quantity is None or factor is None:
            return quantity
        sign = quantity.comparator
        if self.target.kind in BY_SIGN and quantity.value < 0:
            sign = _TURNED.get(sign, sign)
        high = None if quantity.high is None else quantity.high * factor
        return Quantity(quantity.value * factor, self.target.unit, sign, high)

    @property
    def base(self) -> Measured | None:
        """The base printed with the target, else the value of the series at the end of the base year."""
        printed = self.target.base
        if printed:
            return self.measured(printed.quantity, printed.period, None)
        if self.start != self.start.to_integral_value():
            return None
        found = self.known.at(self.series.id, Period.year(int(self.start)))
        return self.of(found) if found else None

    @property
    def data(self) -> tuple[Observation, ...]:
        """Values of the series within the target's time, oldest first."""
        return self.within(self.known.values.get(self.series.id, ()))

    def within(self, observations: Iterable[Observation]) -> tuple[Observation, ...]:
        """Those of the observations whose period lies after the base and not after the target."""
        return tuple(
            o
            for o in observations
            if year_of(o.period.start, eve=True) >= self.start and year_of(o.period.end) <= self.end
        )

    def spans(self, measure: Measure) -> tuple[Observation, ...]:
        """Values in another measure for whole years since the base: averages, sums, changes; longest first."""
        found = [o for s in self.known.siblings(self.series, measure) for o in self.known.values.get(s.id, ())]
        since = [o for o in self.within(found) if o.period.is_span or o.period.is_year]
        return tuple(sorted(since, key=lambda o: -o.period.last_year))

    def is_since_base(self, observation: Observation) -> bool:
        """Whether an observation's years begin with the first year after the base."""
        return observation.period.first_year - 1 == self.start

    def of(self, observation: Observation) -> Measured | None:
        """An observation in the target's unit; None where the units measure different things."""
        return self.measured(observation.quantity, observation.period, observation)

    def measured(self, quantity: Quantity, period: Period, observation: Observation | None) -> Measured | None:
        """A printed value in the target's unit, with its rounding."""
        factor = self._factor(quantity.unit)
        if factor is None:
            return None
        low, high = quantity.interval
        return Measured(low * factor, quantity.value * factor, high * factor, year_of(period.end), observation)

    def _factor(self, unit: str) -> Decimal | None:
        if self.is_misprinted and unit == self.target.unit:
            return Decimal(1)
        return _factor(unit, self.unit)

    def elapsed(self, year: Decimal) -> Decimal:
        """n/N at a year-end."""
        return (year - self.start) / self.years

    def years_without(self, known: Iterable[int]) -> tuple[int, ...]:
        """Whole years of the target's time, ended by the day, for which `known` has no value."""
        have = set(known)
        last = min(self.end, year_of(self.as_of))
        return tuple(y for y in range(int(self.start) + 1, int(last) + 1) if y not in have)


def year_of(day: date, *, eve: bool = False) -> Decimal:
    """A day as a number of year-ends, by months: 2023-12-31 is 2023, 2023-06-30 is 2022.5.

    `eve`: the evening before the day, so that 2023-01-01 is 2022.
    """
    next_month = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    days = (next_month - date(day.year, day.month, 1)).days
    months = Decimal(day.month - 1) + Decimal(day.day - eve) / days
    return Decimal(day.year - 1) + months / 12


def a_year(case: Case) -> str:
    """The unit of an amount a year; shares in % move in points."""
    unit = POINTS if case.unit == "%" else case.unit
    return unit + A_YEAR


def _factor(unit: str, to: str) -> Decimal | None:
    one, other = _points_as_percent(unit), _points_as_percent(to)
    return Decimal(1) if one == other else units.convert(Decimal(1), one, other)


def _points_as_percent(unit: str) -> str:
    return "%" if units.dimension(unit) == "point" else unit
