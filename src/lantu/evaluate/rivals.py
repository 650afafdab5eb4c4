"""Several values of one series for one period in one vintage: the one that is taken, and those that differ from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Comparator, Observation, Quantity
from lantu.registers import units

_ABOUT = Decimal("0.02")  # what a measured 约 leaves open, as a share of the value
_FLOORS = (Comparator.GE, Comparator.GT)
_CEILINGS = (Comparator.LE, Comparator.LT)


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that differs from the one taken; `is_open`: nothing says which of the two holds."""

    taken: Observation
    other: Observation
    is_open: bool


def settle(
    values: Sequence[Observation], rank: Callable[[Observation], tuple[bool, bool]]
) -> tuple[Observation, tuple[Rival, ...]]:
    """The value to be used and its rivals.

    Of one rank (official before news, doubtful readings last) the first is taken; where another one
    is the same value with more digits, that one. What is no more than rounding is no rival.
    """
    if len(values) == 1:
        return values[0], ()
    best = min(map(rank, values))
    equals = [v for v in values if rank(v) == best]
    taken = equals[0]
    for other in equals[1:]:
        if agree(taken.quantity, other.quantity) and _precision(other.quantity) < _precision(taken.quantity):
            taken = other
    differing = [v for v in values if not agree(v.quantity, taken.quantity)]
    return taken, tuple(Rival(taken, v, rank(v) == best) for v in differing)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two printed values may be the same: one lies within what the digits of the other leave open."""
    (low, value, high), (low2, value2, high2) = _room(one), _room(other)
    return _within(value2, low, high) or _within(value, low2, high2)


def _within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def _room(quantity: Quantity) -> tuple[Decimal | None, Decimal, Decimal | None]:
    """Lowest, printed and highest value in the base unit; None where 超过 and the like leave it open."""
    factor, value = units.split(quantity.unit)[0], quantity.value
    if quantity.comparator in _FLOORS:
        return value * factor, value * factor, None
    if quantity.comparator in _CEILINGS:
        return None, value * factor, value * factor
    low, high = quantity.interval
    spare = abs(value) * _ABOUT if quantity.comparator is Comparator.ABOUT else Decimal(0)
    return (low - spare) * factor, value * factor, (high + spare) * factor


def _precision(quantity: Quantity) -> tuple[bool, Decimal]:
    """Exact values before 超过 and 约, then by what the last digit leaves open."""
    return quantity.comparator is not Comparator.EQ, quantity.half_digit * units.split(quantity.unit)[0]
