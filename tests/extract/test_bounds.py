"""Comparators and signs by the words around a number."""

import pytest

from tests.extract.say import OUTLINE, said


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("用于项目的工作时间不得少于6个月", ">="),
        ("行政村债务不得超过200万元", "<="),
        ("标准数量不宜少于5项", ">="),
        ("按不超过平台建设总投入的30%予以资助", "<="),
        ("法制审核人员不少于本单位执法人员总数的5%", ">="),
        ("每家单位最高补贴100万元", "<="),
        ("补贴上限为每年50万元", "<="),
    ],
)
def test_a_bound_may_stand_further_off(words: str, comparator: str) -> None:
    assert [line.split()[1] for line in said(f"{words}。", OUTLINE)] == [comparator]


def test_members_of_a_list_share_the_bound_before_the_first() -> None:
    found = said("数控化率、普及率、联网率分别超过75%、90%和80%。", OUTLINE)
    assert [line.split()[1] for line in found] == [">", ">", ">"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("比去年低0.4", "-0.4"), ("较上年高0.2", "0.2"), ("低于上年0.3", "-0.3"), ("低于全国0.6", "0.6")],
)
def test_less_than_before_is_negative_and_less_than_elsewhere_is_not(words: str, value: str) -> None:
    (line,) = said(f"赤字率{words}个百分点。")
    assert line.split()[2] == value
    assert " change " in line
