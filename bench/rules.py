"""What figures that hang together must fulfil, by interval arithmetic on the printed digits.

41.5 stands for 41.45 … 41.55; `times` widens that, so that a change counts as an error only beyond so many times the rounding.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bench.drafts import Figure

_SCALES = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}
_HUNDRED = Decimal(100)
_FIRST_PLAN = 1951  # plan n begins five years later for each n: 十四五 2021
_PERCENT_UNITS = frozenset({"%"})


@dataclass(frozen=True, slots=True)
class Interval:
    """Everything between two numbers."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        if other.low <= 0 <= other.high:
            return Interval(Decimal("-Infinity"), Decimal("Infinity"))
        return self * Interval(1 / other.high, 1 / other.low)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high


def exact(value: Decimal | int) -> Interval:
    """A number without rounding."""
    return Interval(Decimal(value), Decimal(value))


def scale(unit: str) -> Decimal:
    """How many ones the unit counts by: 万人 10,000."""
    return next((factor for said, factor in _SCALES.items() if unit.startswith(said)), Decimal(1))


def half(text: str) -> Decimal:
    """Half of the last printed digit."""
    return Decimal(5).scaleb(-1 - len(text.partition(".")[2]))


def printed(figure: Figure, times: int) -> Interval:
    """What a printed figure may stand for, in ones of its unit's kind."""
    value, slack = figure.value, half(figure.text) * times
    factor = scale(figure.unit)
    return Interval((value - slack) * factor, (value + slack) * factor)


def _factor(rate: Interval) -> Interval:
    return exact(1) + rate / exact(100)


def _growth(f: Sequence[Interval]) -> bool:
    now, rate, before = f
    return (before * _factor(rate)).meets(now)


def _increment(f: Sequence[Interval]) -> bool:
    now, rate, added = f
    return ((now - added) * _factor(rate)).meets(now)


def _difference(f: Sequence[Interval]) -> bool:
    before, now, change = f
    return (now - before).meets(change)


def _hundred(f: Sequence[Interval]) -> bool:
    return sum(f[1:], f[0]).meets(exact(100))


def _part(f: Sequence[Interval]) -> bool:
    part, whole = f
    return part.low <= whole.high


def _ratio(f: Sequence[Interval]) -> bool:
    part, whole, percent = f
    return (part / whole * exact(100)).meets(percent)


def _sum(f: Sequence[Interval]) -> bool:
    *parts, total = f
    return sum(parts[1:], parts[0]).meets(total)


def _doubled(f: Sequence[Interval]) -> bool:
    before, now = f
    return now.high >= 2 * before.low


def _reduction(f: Sequence[Interval]) -> bool:
    *yearly, together = f
    left = exact(1)
    for each in yearly:
        left *= exact(1) - each / exact(100)
    return ((exact(1) - left) * exact(100)).meets(together)


def _same(f: Sequence[Interval]) -> bool:
    return all(f[0].meets(other) for other in f[1:])


def _average(figures: Sequence[Figure], times: int) -> bool:
    *levels, first, last = figures
    before, now, rate = (printed(f, times) for f in levels)
    grown = before
    for _ in range(int(last.value - first.value)):
        grown *= _factor(rate)
    return grown.meets(now)


def _five_years(figures: Sequence[Figure], times: int) -> bool:
    before, now, rate = (printed(f, times) for f in figures)
    grown = before
    for _ in range(5):
        grown *= _factor(rate)
    return grown.meets(now)


def _ahead(figures: Sequence[Figure], times: int) -> bool:
    month, done, ahead = figures
    due = exact(month.value * _HUNDRED / 12)
    return (printed(done, times) - due).meets(printed(ahead, times))


def _counts(figures: Sequence[Figure], _times: int) -> bool:
    *parts, total = (f.value for f in figures)
    return sum(parts) == total


def _equal(figures: Sequence[Figure], _times: int) -> bool:
    return len({f.value for f in figures}) == 1


def _within(figures: Sequence[Figure], _times: int) -> bool:
    return all(0 <= f.value <= _HUNDRED for f in figures)


def _day(figures: Sequence[Figure], _times: int) -> bool:
    year, month, day = (int(f.value) for f in figures)
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _begins(plan: Figure) -> Decimal:
    return _FIRST_PLAN + 5 * plan.value


def _first_year(figures: Sequence[Figure], _times: int) -> bool:
    year, plan = figures
    return _begins(plan) == year.value


def _last_year(figures: Sequence[Figure], _times: int) -> bool:
    year, plan = figures
    return _begins(plan) == year.value - 4


def _nth_year(figures: Sequence[Figure], _times: int) -> bool:
    year, plan, nth = figures
    return _begins(plan) == year.value - nth.value + 1


def _points(figures: Sequence[Figure], _times: int) -> bool:
    return all(f.unit not in _PERCENT_UNITS for f in figures)


def _dimension(figures: Sequence[Figure], _times: int) -> bool:
    return all(f.unit not in _PERCENT_UNITS and f.unit != "" for f in figures)


def _alone(_figures: Sequence[Figure], _times: int) -> bool:
    return True


def _by_intervals(rule: Callable[[Sequence[Interval]], bool]) -> Callable[[Sequence[Figure], int], bool]:
    return lambda figures, times: rule([printed(f, times) for f in figures])


RULES: Mapping[str, Callable[[Sequence[Figure], int], bool]] = {
    "growth": _by_intervals(_growth), "increment": _by_intervals(_increment), "difference": _by_intervals(_difference),
    "hundred": _by_intervals(_hundred), "part": _by_intervals(_part), "ratio": _by_intervals(_ratio),
    "sum": _by_intervals(_sum), "doubled": _by_intervals(_doubled), "reduction": _by_intervals(_reduction),
    "same": _by_intervals(_same), "average": _average, "five_years": _five_years, "ahead": _ahead, "counts": _counts,
    "equal": _equal, "within": _within, "day": _day, "first_year": _first_year, "last_year": _last_year,
    "nth_year": _nth_year, "points": _points, "dimension": _dimension, "alone": _alone,
}  # fmt: skip


def agrees(rule: str, figures: Sequence[Figure], times: int = 1) -> bool:
    """Whether the figures can all be right, each within `times` its rounding. A figure that stands `alone` never breaks a rule."""
    return RULES[rule](figures, times)
