"""The five-year plans (五年计划, 五年规划) and the years they hold (`periods.csv`)."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lantu.model import Period

_DIGITS = "一二三四五六七八九"
_TENS = rf"(?:[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}])"
_NAMED = re.compile(
    rf"第\s*(?P<long>{_TENS}|\d{{1,2}})\s*个\s*五\s*年"
    rf"|[“\"「『＂]\s*(?P<quoted>{_TENS})五\s*[”\"」』＂]"
    rf"|(?<![{_DIGITS}十])(?P<bare>{_TENS})五(?=[”\"」』]|时期|期间|规划|计划|以来|纲要|末期?|开局|收官)"
)


@cache
def _plans() -> dict[int, Period]:
    rows = csv.DictReader((files("lantu.registers") / "periods.csv").read_text("utf8").splitlines())
    return {int(row["number"]): Period.years(int(row["first"]), int(row["last"])) for row in rows}


def five_year(number: int) -> Period | None:
    """The years of the five-year plan of that number; None where there is none yet."""
    return _plans().get(number)


def named(text: str) -> Period | None:
    """The first five-year period that `text` names: 第十四个五年规划, “十四五”, 十三五时期."""
    return next(all_named(text), None)


def all_named(text: str) -> Iterator[Period]:
    """Every five-year period that `text` names, in order of the text."""
    return (period for _, _, period in mentions(text))


def mentions(text: str) -> Iterator[tuple[int, int, Period]]:
    """Start, end and years of every five-year period that `text` names, in order of the text."""
    for found in _NAMED.finditer(text):
        period = five_year(_number(found["long"] or found["quoted"] or found["bare"]))
        if period:
            yield found.start(), found.end(), period


def before(period: Period) -> Period | None:
    """The five-year period before that one."""
    plans = sorted(_plans().values(), key=lambda p: p.first_year)
    at = plans.index(period) if period in plans else 0
    return plans[at - 1] if at else None


def holding(year: int) -> Period | None:
    """The five-year period that a year is of."""
    return next((p for p in _plans().values() if p.first_year <= year <= p.last_year), None)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    units = _DIGITS.index(ones) + 1 if ones else 0
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + units if ten else units
