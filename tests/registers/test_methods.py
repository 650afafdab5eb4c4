"""The method file: what it holds, and what is wrong with a broken one."""

from decimal import Decimal
from importlib.resources import files

import pytest

from lantu.errors import BadRegister
from lantu.registers import methods, relations


def test_the_default_parameters() -> None:
    method = methods.load()
    assert (method.ahead_pp, method.tol_pp, method.binding_tol_pp) == (Decimal(5), Decimal(5), Decimal(0))
    assert (method.effort_k, method.over, method.base_gap) == (Decimal("1.5"), Decimal("0.10"), Decimal("0.03"))
    assert (method.about_rate_points, method.about_level, method.sync_pp) == (
        Decimal("0.2"),
        Decimal("0.02"),
        Decimal(1),
    )


def test_every_parameter_can_be_quoted_in_both_languages() -> None:
    method = methods.load()
    assert [p.key for p in method.parameters] == list(methods.KEYS)
    assert all(p.meaning.zh and p.meaning.en and p.unit.zh and p.unit.en for p in method.parameters)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[parameters.over]\nvalue = "0.10"', '[parameters.over]\nvalue = "ten"'),
        ("[parameters.over]", "[parameters.beyond]"),
        ('value = "5"', 'value = "-5"'),
        ('name = "default"', "name = "),
    ],
)
def test_a_broken_method_is_refused(before: str, after: str) -> None:
    text = (files("lantu.registers") / "methods" / "default.toml").read_text("utf8")
    assert before in text
    with pytest.raises(BadRegister):
        methods.parse(text.replace(before, after, 1))


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(BadRegister, match="没有名为"):
        methods.load("nobody's")


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("不高于全市平均水平", "<="),
        ("高于GDP增长", ">"),
        ("与经济增长基本同步", "sync"),
        ("优于全省平均", "better"),
        ("持续改善", None),
    ],
)
def test_relations_in_words(words: str, relation: str | None) -> None:
    assert relations.find(words) == relation


def test_places_above_by_their_codes() -> None:
    assert relations.place_above("全市平均水平", "350104") == "350100"
    assert relations.place_above("全省平均水平", "350100") == "350000"
    assert relations.place_above("全国平均水平", "350000") == "100000"
    assert relations.place_above("全市平均水平", "350100") is None
    assert relations.place_above("经济增长", "350104") is None
