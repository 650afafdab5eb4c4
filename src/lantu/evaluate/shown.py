"""Computed numbers as notes say them: rounded half up, as people round (四舍五入)."""

from decimal import ROUND_HALF_UP, Decimal

_LONGEST = 20  # a number with more digits than this before its point is a misprint, shown as it is


def number(value: Decimal, digits: int | None = None) -> str:
    """A number in plain digits; with `digits` rounded to as many places."""
    if digits is not None and value.adjusted() < _LONGEST:
        value = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return format(abs(value) if value == 0 else value, "f")


def percent(share: Decimal) -> str:
    """A fraction of 1 in per cent with one place, without the sign."""
    return number(share * 100, 1)
