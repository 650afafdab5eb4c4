"""F1–F12 of the handbook, paths, pace and compounding: pure functions of `Decimal`, once for every stage.

Rates and shares are fractions of 1 (0.08 is 8 %), except where a function says points or units.
Inside, 28 digits are kept and halves go to even; nothing is rounded for show. A question without an
answer (no way between base and target, no time left, a root of a negative number) raises ValueError.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import wraps
from itertools import pairwise, product
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Bounds = tuple[Decimal, Decimal]

CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN)
ONE = Decimal(1)
ZERO = Decimal(0)


def exact(function: Callable[P, R]) -> Callable[P, R]:
    """Run in this module's context, whatever the caller's is: the same digits on every machine."""

    @wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(CONTEXT):
            return function(*args, **kwargs)

    return inside


@exact
def power(base: Decimal, exponent: Decimal) -> Decimal:
    """`base` to any power; a root where the exponent is a fraction."""
    if base < 0 or (base == 0 and exponent <= 0):
        raise ValueError(f"no power {exponent} of {base}")
    return base**exponent


@exact
def root(value: Decimal, degree: Decimal) -> Decimal:
    """The `degree`-th root of a value that is not negative."""
    if degree == 0:
        raise ValueError("no root of degree 0")
    return power(value, ONE / degree)


# --- paths -----------------------------------------------------------------------------------------


@exact
def linear(base: Decimal, target: Decimal, share: Decimal) -> Decimal:
    """F1: the level that even steps ask for after `share` of the time, in the unit of base and target."""
    return base + share * (target - base)


@exact
def geometric(base: Decimal, target: Decimal, share: Decimal) -> Decimal:
    """F1: the level that even growth asks for after `share` of the time; base and target above 0."""
    if base <= 0 or target <= 0:
        raise ValueError("even growth needs a base and a target above 0")
    return base * power(target / base, share)


@exact
def grown(base: Decimal, rate: Decimal, years: Decimal) -> Decimal:
    """The level that a stated yearly rate gives after `years`."""
    return base * power(ONE + rate, years)


# --- F1, F4, F11: the way from base to target --------------------------------------------------------


@exact
def progress(base: Decimal, target: Decimal, value: Decimal) -> Decimal:
    """F1, F11: share of the way from base to target, up or down; not clipped, may be below 0 or above 1."""
    if target == base:
        raise ValueError("base and target are equal: use maintained")
    return (value - base) / (target - base)


@exact
def progress_bounds(base: Bounds, target: Bounds, value: Bounds) -> Bounds | None:
    """F1: lowest and highest share of the way that printed digits leave open.

    None where rounding leaves open on which side of the base the target lies.
    """
    lowest, highest = target[0] - base[1], target[1] - base[0]
    if lowest <= 0 <= highest:
        return None
    shares = [progress(b, t, v) for b, t, v in product(base, target, value)]
    return min(shares), max(shares)


@exact
def change_progress(change: Decimal, wanted: Decimal) -> Decimal:
    """F4: share of a wanted change of a level that is done, both in the level's unit."""
    if wanted == 0:
        raise ValueError("no change is wanted")
    return change / wanted


@exact
def pace(value: Decimal, target: Decimal, years: Decimal) -> Decimal:
    """F1, F11: what a year has to add for the rest of the way, in the level's unit (points for shares)."""
    if years <= 0:
        raise ValueError("no time is left")
    return (target - value) / years


@exact
def rate(value: Decimal, target: Decimal, years: Decimal) -> Decimal:
    """The yearly rate that leads from value to target (水平法); both above 0."""
    if years <= 0 or value <= 0 or target <= 0:
        raise ValueError("a rate needs time and two levels above 0")
    return root(target / value, years) - ONE


@exact
def points_a_year(base: Decimal, target: Decimal, years: Decimal) -> Decimal:
    """F11: yearly change of a share in points; a share is never compounded."""
    return pace(base, target, years)


# --- F2, F12: average growth -------------------------------------------------------------------------


@exact
def compound(rates: Iterable[Decimal]) -> Decimal:
    """F2: the index Π(1+g) of yearly rates; 1 for none."""
    index = ONE
    for each in rates:
        index *= ONE + each
    return index


@exact
def index_of(rate: Decimal, years: Decimal) -> Decimal:
    """F2: the index that an average rate makes in `years`."""
    return power(ONE + rate, years)


@exact
def average(index: Decimal, years: Decimal) -> Decimal:
    """F2, F12: the average yearly rate of an index over `years`; the base year is not counted."""
    return root(index, years) - ONE


@exact
def rest_growth(wanted: Decimal, total: Decimal, index: Decimal, done: Decimal) -> Decimal:
    """F2: the average rate that the rest of `total` years needs after `done` years brought `index`."""
    if done >= total or index <= 0:
        raise ValueError("no time is left, or nothing to grow from")
    return root(index_of(wanted, total) / index, total - done) - ONE


@exact
def growth_progress(index: Decimal, wanted: Decimal, total: Decimal) -> Decimal:
    """F2: share of the cumulative growth of `total` years at `wanted` that an index has reached."""
    whole = index_of(wanted, total) - ONE
    if whole == 0:
        raise ValueError("no growth is wanted")
    return (index - ONE) / whole


@exact
def growth_path(wanted: Decimal, total: Decimal, done: Decimal) -> Decimal:
    """F2: the share of cumulative growth that is due after `done` years: 17.0, 35.5, 55.3 … % at 8 %, not n/N."""
    return growth_progress(index_of(wanted, done), wanted, total)


@exact
def missing_growth(wanted: Decimal, years: Decimal, index: Decimal, missing: Decimal) -> Decimal:
    """F2: the average rate that `missing` unknown years need for the average of all `years` to be `wanted`.

    `index`: of the years that are known, or assumed by an annual target.
    """
    if missing <= 0 or index <= 0:
        raise ValueError("no year is missing, or nothing to grow from")
    return root(index_of(wanted, years) / index, missing) - ONE


# --- F3: sums -----------------------------------------------------------------------------------------


@exact
def total(values: Iterable[Decimal]) -> Decimal:
    """F3: the sum of flows, in their unit."""
    return sum(values, ZERO)


@exact
def sum_progress(done: Decimal, wanted: Decimal) -> Decimal:
    """F3: share of a wanted sum that is done."""
    if wanted == 0:
        raise ValueError("a sum of 0 is wanted")
    return done / wanted


# --- F5: cumulative reductions ------------------------------------------------------------------------


@exact
def reduced(rates: Iterable[Decimal]) -> Decimal:
    """F5: cumulative reduction 1 − Π(1−d) of yearly reductions (a rise is negative)."""
    return ONE - compound(-each for each in rates)


@exact
def reduction_path(wanted: Decimal, share: Decimal) -> Decimal:
    """F5: the reduction that is due after `share` of the time, compounding: 1 − (1−D)^(n/N)."""
    return ONE - power(ONE - wanted, share)


@exact
def rest_reduction(wanted: Decimal, done: Decimal, years: Decimal) -> Decimal:
    """F5: the yearly reduction that the remaining `years` need after `done`: 1 − ((1−D)/(1−Dn))^(1/(N−n))."""
    if years <= 0 or done >= 1:
        raise ValueError("no time is left, or nothing to reduce")
    return ONE - root((ONE - wanted) / (ONE - done), years)


# --- F6–F10: values held against a bound, a base, another series, a rank ------------------------------


@exact
def margin(bound: Decimal, value: Decimal) -> Decimal:
    """F6: the room below an upper bound as a share of it, (X−V)/X; negative room is above it."""
    if bound == 0:
        raise ValueError("a bound of 0 leaves no share")
    return (bound - value) / abs(bound)


def maintained(target: Decimal, value: Decimal, *, down: bool = False) -> bool:
    """F7: whether a level is kept: V ≥ T, or V ≤ T where lower is better."""
    return value <= target if down else value >= target


def in_step(value: Decimal, reference: Decimal, tolerance: Decimal, *, down: bool = False) -> bool:
    """F8: 基本同步: V ≥ R − τ where higher is better, V ≤ R + τ where lower is; all in the unit of V."""
    return value <= reference + tolerance if down else value >= reference - tolerance


def ranked(rank: Decimal, wanted: Decimal) -> bool:
    """F10: whether a rank is among the first `wanted`."""
    return rank <= wanted


# --- what several families use ------------------------------------------------------------------------


@exact
def implied_base(value: Decimal, growth: Decimal) -> Decimal:
    """The level before that a level and its own growth imply: V/(1+g)."""
    if growth == -1:
        raise ValueError("a fall to nothing implies no base")
    return value / (ONE + growth)


@exact
def growth(value: Decimal, before: Decimal) -> Decimal:
    """The growth of a level on the one before it: V/P − 1."""
    if before == 0:
        raise ValueError("no growth on nothing")
    return value / before - ONE


@exact
def growth_by(value: Decimal, increment: Decimal) -> Decimal:
    """The growth that an increment means for a level: ΔV/(V − ΔV)."""
    if value == increment:
        raise ValueError("no growth on nothing")
    return increment / (value - increment)


@exact
def implied_deflator(nominal: Decimal, real: Decimal) -> Decimal:
    """The price change between a nominal and a real rate: (1+nominal)/(1+real) − 1."""
    if real == -1:
        raise ValueError("a real fall to nothing implies no deflator")
    return (ONE + nominal) / (ONE + real) - ONE


@exact
def gap(value: Decimal, other: Decimal) -> Decimal:
    """How far a value lies from another, as a share of the other; not negative."""
    if other == 0:
        raise ValueError("no share of 0")
    return abs(value / other - ONE)


@exact
def yearly_rates(levels: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, ...]:
    """Average yearly rates between consecutive (year, level) points; pairs not above 0 give none."""
    pairs = pairwise(levels)
    return tuple(rate(v0, v1, y1 - y0) for (y0, v0), (y1, v1) in pairs if min(v0, v1) > 0 and y1 > y0)


@exact
def yearly_steps(levels: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, ...]:
    """Average yearly changes between consecutive (year, level) points, in the level's unit."""
    pairs = pairwise(levels)
    return tuple(pace(v0, v1, y1 - y0) for (y0, v0), (y1, v1) in pairs if y1 > y0)
