"""Tokens of a clean text: what is found, with which value and unit."""

from decimal import Decimal

from lantu.extract.scan import scan
from lantu.model import Comparator


def test_a_numeral_in_two_steps_with_more_before_its_second_multiplier() -> None:
    (token,) = scan("七亿七千多万吨")
    assert (token.value, token.unit, token.comparator) == (Decimal(770_000_000), "吨", Comparator.GT)


def test_an_area_with_a_zero_behind_the_point_is_no_version() -> None:
    (token,) = scan("人均住房面积16.0平方米")
    assert (token.kind, token.unit) == ("quantity", "平方米")
