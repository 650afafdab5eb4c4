from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.extract.numbers import arabic, chinese
from lantu.extract.scan import scan

PLACES = ["", "十", "百", "千"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十三", "23"),
        ("十", "10"),
        ("三百零五", "305"),
        ("七六六·四", "766.4"),
        ("二○三五", "2035"),
        ("两千四百", "2400"),
        ("五点八", "5.8"),
    ],
)
def test_chinese_numerals(text: str, value: str) -> None:
    assert chinese(text) == Decimal(value)


@given(st.integers(min_value=1, max_value=9999))
def test_additive_numerals_read_back(number: int) -> None:
    digits = str(number)
    text = "".join(
        "一二三四五六七八九"[int(d) - 1] + PLACES[len(digits) - 1 - i] if d != "0" else "零"
        for i, d in enumerate(digits)
    )
    assert chinese(text.rstrip("零")) == number


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_arabic_digits_are_kept(value: Decimal) -> None:
    assert str(arabic(f"{value:,}")) == str(value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.32万亿元", "1.32", "万亿元"), ("30万签约居民", "30", "万"), ("12.5％", "12.5", "%"), ("191件次", "191", "件次"),
        ("1亿多元", "1", "亿元"), ("三亿五千万平方米", "350000000", "平方米"), ("百分之三十八点三", "38.3", "%"),
        ("5000元/月", "5000", "元/月"), ("3.5亿—4亿元", "3.5", "亿元"), ("1,234.5万元", "1234.5", "万元"),
    ],
)  # fmt: skip
def test_units_keep_their_multiplier(text: str, value: str, unit: str) -> None:
    token = scan(text)[0]
    assert (token.value, token.unit) == (Decimal(value), unit)
