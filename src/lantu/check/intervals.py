"""What printed figures may stand for: measured ones an interval of their digits, decided ones exactly what is printed."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from lantu.formulas import Bounds, exact
from lantu.model import Comparator, Nature, Quantity, Statement
from lantu.registers import units

HUNDRED = Decimal(100)
_LONGEST = 20  # a number with more digits than this before its point is a misprint, shown as it is


def meant(statement: Statement, unit: str | None = None) -> Bounds | None:
    """What a statement's value may stand for, in `unit` if given; None where its unit is another thing's.

    Measured: half of the last digit on either side (41.5 is 41.45 … 41.55). Decided (a target): as printed.
    """
    quantity = statement.quantity
    low, high = quantity.interval if statement.nature is not Nature.TARGET else (quantity.value, quantity.value)
    return in_unit((low, high), quantity.unit, unit or quantity.unit)


def printed(statement: Statement) -> Bounds:
    """The interval of the printed digits, decided or not: for figures that were computed from others and then rounded."""
    return statement.quantity.interval


def cut(statement: Statement) -> Bounds:
    """As `printed`, and the figure may have been cut off and not rounded: 41.6 is 41.55 … 41.7."""
    low, high = statement.quantity.interval
    return low, high + statement.quantity.half_digit


def in_unit(bounds: Bounds, unit: str, to: str) -> Bounds | None:
    """The same bounds in another unit; None where the two measure different things."""
    low, high = units.convert(bounds[0], unit, to), units.convert(bounds[1], unit, to)
    return None if low is None or high is None else (low, high)


def share(bounds: Bounds) -> Bounds:
    """Per cent as fractions of 1."""
    return bounds[0] / HUNDRED, bounds[1] / HUNDRED


def spread(function: Callable[..., Decimal], *bounds: Bounds) -> Bounds:
    """Lowest and highest that a function monotonous in each argument gives over the bounds. May raise its ValueError."""
    found = [function(*each) for each in product(*bounds)]
    return min(found), max(found)


@exact
def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether the same value may be meant."""
    return one[0] <= other[1] and other[0] <= one[1]


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether more than the edge of one is the other's: 41.5 and 41.6 touch at 41.55, and are two figures."""
    return one == other or (one[0] < other[1] and other[0] < one[1])


def is_plain(quantity: Quantity) -> bool:
    """Whether it is one value, printed without 以上, 约, 左右."""
    return quantity.comparator is Comparator.EQ and quantity.high is None


def places(quantity: Quantity) -> int:
    """Digits after the point as printed."""
    exponent = quantity.value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def number(value: Decimal, digits: int | None = None) -> str:
    """A number in plain digits; with `digits` rounded half up (四舍五入) to as many places."""
    if digits is not None and value.adjusted() < _LONGEST:
        value = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return format(abs(value) if value == 0 else value, "f")


def percent(value: Decimal, digits: int = 2) -> str:
    """A fraction of 1 as a figure in per cent, without the sign."""
    return number(value * HUNDRED, digits)


def figure(statement: Statement) -> str:
    """A statement's value with its unit, in its printed digits."""
    quantity = statement.quantity
    high = f"—{number(quantity.high)}" if quantity.high is not None else ""
    return f"{number(quantity.value)}{high}{quantity.unit}"
