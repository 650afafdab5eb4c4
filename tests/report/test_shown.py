"""Numbers, periods and plans as people read them."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.model import Comparator, Period, Place, Plan, Quantity
from lantu.report import shown

D = Decimal


@pytest.mark.parametrize(
    ("share", "text"),
    [("0.272247", "27.2%"), ("0.2725", "27.3%"), ("-0.0004", "0.0%"), ("-0.1235", "−12.4%"), ("1.1", "110.0%")],
)
def test_per_cent_is_rounded_half_up(share: str, text: str) -> None:
    assert shown.percent(D(share)) == text


@pytest.mark.parametrize(
    ("value", "like", "text"),
    [("1224.022391", "1500", "1224"), ("45.676", "46.3", "45.68"), ("1.115", "6.5", "1.12"), ("3.9", "6.5", "3.9")],
)
def test_a_computed_amount_has_one_digit_more(value: str, like: str, text: str) -> None:
    assert shown.computed(D(value), D(like)) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(D("41.50"), "亿元"), "41.50亿元"),
        (Quantity(D("-6.1"), "%"), "−6.1%"),
        (Quantity(D(8), "%", Comparator.GE), "≥8%"),
        (Quantity(D(10), "所", Comparator.BETWEEN, D(15)), "10—15所"),
        (Quantity(D("1E+3"), "个"), "1000个"),
        (Quantity(D(3), "位", Comparator.LE), "前3位"),
        (Quantity(D(2), "位"), "第2位"),
    ],
)
def test_quantities_as_printed(quantity: Quantity, text: str) -> None:
    assert shown.quantity(quantity) == text


@pytest.mark.parametrize(
    ("code", "zh"),
    [
        ("2023", "2023年"),
        ("2021-2025", "2021—2025年"),
        ("2023-H1", "2023年上半年"),
        ("2023-Q3", "2023年三季度"),
        ("2023-07", "2023年7月"),
        ("2023-01..2023-10", "2023年1月—10月"),
        ("2022-11..2023-02", "2022年11月—2023年2月"),
    ],
)
def test_periods(code: str, zh: str) -> None:
    assert shown.period(Period(code)).zh == zh


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2021-2025", "“十四五”规划", "14th Five-Year Plan"),
        ("1966-1970", "“三五”规划", "3rd Five-Year Plan"),
        ("2051-2055", "“二十五”规划", "20th Five-Year Plan"),
        ("2001-2005", "“十五”规划", "10th Five-Year Plan"),
        ("2021-2035", "2021—2035年规划", "2021–2035 plan"),
    ],
)
def test_plans_are_called_as_people_call_them(code: str, zh: str, en: str) -> None:
    plan = Plan("p", Place("1", "甲", "city"), five_year=True, period=Period(code), documents=())
    assert shown.plan(plan) == (zh, en)


def test_dates_are_of_no_locale() -> None:
    assert shown.day(date(2022, 12, 21)) == ("2022年12月21日", "21 December 2022")
    assert shown.iso_day("2022-12") == ("2022-12", "2022-12")
