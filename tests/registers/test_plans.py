import pytest

from lantu.model import Period
from lantu.registers import plans


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("国民经济和社会发展第十四个五年规划", "2021-2025"),
        ("“十三五”时期", "2016-2020"),
        ("“一五”", "1953-1957"),
        ("第三个五年计划", "1966-1970"),
        ("十五计划", "2001-2005"),
        ("“十五五”规划建议", "2026-2030"),
        ("第14个五年", "2021-2025"),
    ],
)
def test_plans_by_name(text: str, period: str) -> None:
    assert plans.named(text) == Period(period)


@pytest.mark.parametrize("text", ["二十五年来", "十五年", "三五个", "第一个百年", "五年规划", "第四十个五年规划"])
def test_what_names_no_plan(text: str) -> None:
    assert plans.named(text) is None


def test_the_plan_before() -> None:
    assert plans.before(Period("2021-2025")) == Period("2016-2020")
    assert plans.before(Period("1953-1957")) is None
    assert plans.before(Period("2021-2024")) is None
    assert plans.five_year(99) is None
