"""What a small printer writes in each form of numeral, the reader reads back; the printer shares nothing with the reader."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lantu.extract.scan import scan
from tests.extract.say import reading

HAN = "零一二三四五六七八九"
FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
WHOLE = st.integers(min_value=11, max_value=9999)
TENTHS = st.decimals(min_value=Decimal("10.1"), max_value=Decimal("9999.9"), places=1)


def group_of_four(number: int) -> str:
    """3050 → 三千零五十."""
    text, gap = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if gap and text else "") + HAN[digit] + unit
        gap = digit == 0
    return text


def digit_by_digit(number: Decimal) -> str:
    """766.4 → 七六六·四."""
    return "".join("·" if c == "." else HAN[int(c)] for c in str(number))


def one(text: str) -> tuple[Decimal | int, str]:
    [token] = scan(text)
    assert (token.start, token.end) == (0, len(text))
    return token.value, token.unit


@given(WHOLE)
def test_additive(number: int) -> None:
    assert one(group_of_four(number) + "亿元") == (number, "亿元")


@given(TENTHS)
def test_additive_with_a_fraction(number: Decimal) -> None:
    whole, _, tenth = str(number).partition(".")
    assert one(f"{group_of_four(int(whole))}点{HAN[int(tenth)]}万吨") == (number, "万吨")


@given(TENTHS)
def test_positional(number: Decimal) -> None:
    assert one(digit_by_digit(number) + "亿元") == (number, "亿元")


@given(st.decimals(min_value=Decimal("1.1"), max_value=Decimal("99.9"), places=1))
def test_percent_in_words(number: Decimal) -> None:
    assert one("百分之" + digit_by_digit(number)) == (number, "%")
    assert one("千分之" + digit_by_digit(number)) == (number, "‰")


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1000, max_value=9999))
def test_additive_beyond_ten_thousand(high: int, low: int) -> None:
    assert one(f"{group_of_four(high)}万{group_of_four(low)}吨") == (high * 10000 + low, "吨")
    assert one(f"{group_of_four(high)}亿{group_of_four(low)}万元") == (high * 10**8 + low * 10**4, "元")


@given(TENTHS)
def test_full_width(number: Decimal) -> None:
    [statement] = reading(f"总产值{str(number).translate(FULL)}亿元。").statements
    assert (statement.quantity.value, statement.quantity.unit) == (number, "亿元")


@given(st.decimals(min_value=1000, max_value=10**8, places=2), st.sampled_from([",", "，"]))
def test_thousands_separators(number: Decimal, separator: str) -> None:
    assert one(f"{number:,}".replace(",", separator) + "万元") == (number, "万元")


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=1, max_value=9))
def test_two_steps(big: int, small: int) -> None:
    assert one(f"{big}万{small}千户") == (big * 10000 + small * 1000, "户")
    assert one(f"{big}亿{small}千万元") == (big * 10**8 + small * 10**7, "元")


@given(TENTHS, st.sampled_from(["—", "-", "~", "至"]), st.sampled_from(["%", "亿元", "万人", "‰"]))
def test_ranges(number: Decimal, dash: str, unit: str) -> None:
    for text in (f"{number}{dash}{number + 1}{unit}", f"{number}{unit}{dash}{number + 1}{unit}"):
        [token] = scan(f"增长{text}")
        assert (token.value, token.high, token.unit) == (number, number + 1, unit)


@given(WHOLE, WHOLE)
def test_thousands_of_a_multiplier(head: int, tail: int) -> None:
    """一万二千三百四十五万元: ten thousands of ten thousands."""
    number = head * 10_000 + tail
    gap = "零" if tail < 1000 else ""
    assert one(f"{group_of_four(head)}万{gap}{group_of_four(tail)}万元") == (number * 10_000, "元")


@given(st.integers(1, 9), st.integers(1, 9))
def test_thousands_and_hundreds_printed_with_digits_are_one_number(thousands: int, hundreds: int) -> None:
    """7千4百吨, and 7千4百万吨: one number, not two."""
    count = thousands * 1000 + hundreds * 100
    assert one(f"{thousands}千{hundreds}百吨") == (count, "吨")
    assert one(f"{thousands}千{hundreds}百万吨") == (count * 10000, "吨")
