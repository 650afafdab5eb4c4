"""Numbers, dates and periods as people read them. Rounding happens here and nowhere before."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lantu.model import Comparator, Period, Plan, Quantity
from lantu.report.words import Words

SIX = Decimal("0.000001")

_SIGNS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.ABOUT: "≈",
    Comparator.BETWEEN: "",
}
_RANKS = {Comparator.EQ: "第", Comparator.LE: "前"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


def plain(value: Decimal) -> str:
    """All digits of a number, never in powers of ten, with a true minus sign."""
    return format(value, "f").replace("-", "−")


def half_up(value: Decimal, digits: int) -> Decimal:
    """Rounded as people round (四舍五入); never a negative zero."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def signed(number: str) -> str:
    """A difference with its sign; none for nothing."""
    return number if number.startswith("−") or not number.strip("0.%") else f"+{number}"


def percent(share: Decimal, digits: int = 1) -> str:
    """A fraction of 1 in per cent: 0.272247 is `27.2%`."""
    return plain(half_up(share * 100, digits)) + "%"


def computed(value: Decimal, like: Decimal | None = None) -> str:
    """A computed amount with one digit more than the printed number it stands beside (two without one)."""
    exponent = like.as_tuple().exponent if like is not None else -1
    digits = max(0, -exponent) + 1 if isinstance(exponent, int) else 2
    text = plain(half_up(value, digits))
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(shown: Quantity) -> str:
    """A quantity as official texts print it: comparator, digits, unit, nothing between them."""
    number = plain(shown.value)
    if shown.unit == "位" and shown.comparator in _RANKS:
        return f"{_RANKS[shown.comparator]}{number}位"
    if shown.high is not None:
        number = f"{number}—{plain(shown.high)}"
    return f"{_SIGNS[shown.comparator]}{number}{shown.unit}"


def sign(comparator: Comparator) -> str:
    """The comparator's sign before a number; empty for `=`."""
    return _SIGNS[comparator]


def day(when: date) -> Words:
    """A date in both languages."""
    return Words(f"{when.year}年{when.month}月{when.day}日", f"{when.day} {_MONTHS[when.month - 1]} {when.year}")


def iso_day(text: str) -> Words:
    """An ISO date in both languages; a date that names no day (2022-12) as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return Words(text, text)


def period(span: Period) -> Words:
    """A period in both languages; years alone are shortened in neither."""
    if not span.known:
        return Words("年份不明", "year not said")
    if span.is_year:
        return Words(f"{span.code}年", span.code)
    if span.is_span:
        return Words(f"{span.first_year}—{span.last_year}年", f"{span.first_year}–{span.last_year}")
    return Words(_within(span), span.code)


def _within(span: Period) -> str:
    year, _, rest = span.code.partition("-")
    if rest in ("H1", "H2"):
        return f"{year}年{'上' if rest == 'H1' else '下'}半年"
    if rest.startswith("Q"):
        return f"{year}年{'一二三四'[int(rest[1]) - 1]}季度"
    if ".." in rest:
        end = span.end
        last = f"{end.month}月" if end.year == span.first_year else f"{end.year}年{end.month}月"
        return f"{year}年{span.start.month}月—{last}"
    return f"{year}年{int(rest)}月"


def plan(which: Plan) -> Words:
    """What a plan is called: 十四五规划 for the fourteenth five-year plan, else by its years."""
    span = period(which.period)
    if not which.five_year:
        return Words(f"{span.zh}度计划", f"{span.en} annual plan")
    number = five_year_number(which.period)
    if number is None:
        return Words(f"{span.zh}规划", f"{span.en} plan")
    return Words(f"“{_chinese(number)}五”规划", f"{_ordinal(number)} Five-Year Plan")


def five_year_number(span: Period) -> int | None:
    """Which five-year plan covers these years (2021–2025 is the 14th); None for other spans.

    Counted since the third, 1966–1970: the years before it had another rhythm.
    """
    number, rest = divmod(span.first_year - 1951, 5)
    if span.last_year - span.first_year != 4 or rest or number < 3:
        return None
    return number


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")
    return lead + (_DIGITS[ones] if ones or not lead else "")


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
