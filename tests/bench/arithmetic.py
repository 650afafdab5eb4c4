"""What the planted figures must fulfil, computed anew: with fractions, and one tolerance a rule instead of intervals."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from bench.drafts import Figure

FACTORS = {"亿元": 10**8, "万元": 10**4, "亿千瓦时": 10**8}


def number(figure: Figure) -> Fraction:
    """In ones; a numeral by counting."""
    if not figure.text.isascii():
        return Fraction(figure.value)
    return figure.sign * Fraction(figure.text) * FACTORS.get(figure.unit, 1)


def digit(figure: Figure) -> Fraction:
    """What one more in the last printed digit adds."""
    return Fraction(1, 10 ** len(figure.text.partition(".")[2])) * FACTORS.get(figure.unit, 1)


def near(left: Fraction, right: Fraction, *slack: Fraction) -> bool:
    return abs(left - right) <= sum(slack)


def growth(f: Sequence[Figure]) -> bool:
    now, rate, before = map(number, f)
    return near(now, before * (1 + rate / 100), digit(f[0]), digit(f[2]) * (1 + rate / 100), before * digit(f[1]) / 100)


def increment(f: Sequence[Figure]) -> bool:
    now, rate, added = map(number, f)
    return near(added, now - now / (1 + rate / 100), digit(f[0]), digit(f[2]), now * digit(f[1]) / 100)


def average(f: Sequence[Figure]) -> bool:
    before, now, rate = map(number, f[:3])
    years = int(f[4].text) - int(f[3].text)
    growing = (1 + rate / 100) ** years
    return near(now, before * growing, digit(f[0]) * growing, digit(f[1]), now * years * digit(f[2]) / 100)


def difference(f: Sequence[Figure]) -> bool:
    before, now, change = map(number, f)
    return near(now - before, change, *map(digit, f))


def ratio(f: Sequence[Figure]) -> bool:
    part, whole, share = map(number, f)
    return near(part / whole * 100, share, digit(f[2]), 100 * digit(f[0]) / whole, share * digit(f[1]) / whole)


def reduction(f: Sequence[Figure]) -> bool:
    left = Fraction(1)
    for each in f[:-1]:
        left *= 1 - number(each) / 100
    return near((1 - left) * 100, number(f[-1]), *map(digit, f))


def ahead(f: Sequence[Figure]) -> bool:
    month, done, over = map(number, f)
    return near(done - month * 100 / 12, over, digit(f[1]), digit(f[2]))


def day(f: Sequence[Figure]) -> bool:
    try:
        date(*(int(x.text) for x in f))
    except ValueError:
        return False
    return True


def year_of_plan(f: Sequence[Figure]) -> Fraction:
    """1 for the first year of the plan: 2021 of the fourteenth."""
    return number(f[0]) - (number(f[1]) - 14) * 5 - 2020


HOLDS: Mapping[str, Callable[[Sequence[Figure]], bool]] = {
    "growth": growth,
    "increment": increment,
    "average": average,
    "difference": difference,
    "ratio": ratio,
    "reduction": reduction,
    "ahead": ahead,
    "day": day,
    "hundred": lambda f: near(sum(map(number, f), Fraction(0)), Fraction(100)),
    "part": lambda f: number(f[0]) <= number(f[1]),
    "sum": lambda f: sum(map(number, f[:-1])) == number(f[-1]),
    "counts": lambda f: sum(map(number, f[:-1])) == number(f[-1]),
    "doubled": lambda f: number(f[1]) >= 2 * number(f[0]) - 2 * digit(f[0]),
    "same": lambda f: len(set(map(number, f))) == 1,
    "equal": lambda f: len(set(map(number, f))) == 1,
    "within": lambda f: number(f[0]) <= 100,
    "points": lambda f: f[0].unit == "个百分点",
    "dimension": lambda f: f[0].unit in {"万元/人", "平方米"},
    "first_year": lambda f: year_of_plan(f) == 1,
    "last_year": lambda f: year_of_plan(f) == 5,
    "nth_year": lambda f: year_of_plan(f) == number(f[2]),
}
