from decimal import Decimal

import pytest

from lantu.link import kinds
from lantu.link.indicators import Names
from lantu.model import Base, Comparator, Measure, Period, Quantity, TargetKind


@pytest.mark.parametrize(
    ("words", "kind", "reference"),
    [
        ("完成市下达指标", TargetKind.ASSIGNED, None),
        ("控制在省下达 指标内", TargetKind.ASSIGNED, None),
        ("不高于全市平均水平", TargetKind.RELATIVE, "全市平均水平"),
        ("快于经济增长", TargetKind.RELATIVE, "经济增长"),
        ("与经济增长基本同步", TargetKind.RELATIVE, "经济增长"),
        ("进一步提高", TargetKind.LEVEL, None),
    ],
)
def test_targets_in_words(words: str, kind: TargetKind, reference: str | None) -> None:
    assert kinds.in_words(words) == kinds.InWords(kind, reference)


@pytest.mark.parametrize("words", ["—", "", " / ", "-"])
def test_a_dash_wants_nothing(words: str) -> None:
    assert kinds.in_words(words) is None


@pytest.mark.parametrize(
    ("quantity", "measure", "name", "kind"),
    [
        (
            Quantity(Decimal(8), "%", Comparator("=")),
            Measure.AVERAGE_GROWTH,
            "地区生产总值",
            TargetKind.AVERAGE_GROWTH,
        ),
        (Quantity(Decimal(5), "%", Comparator("~")), Measure.GROWTH, "地区生产总值", TargetKind.GROWTH),
        (Quantity(Decimal("6.5"), "万人", Comparator("=")), Measure.CUMULATIVE, "城镇新增就业人数", TargetKind.SUM),
        (Quantity(Decimal(5), "个百分点", Comparator("=")), Measure.CHANGE, "甲产业占比", TargetKind.CHANGE),
        (Quantity(Decimal("13.5"), "%", Comparator("=")), Measure.CUMULATIVE, "甲物单耗降低", TargetKind.REDUCTION),
        (Quantity(Decimal("13.5"), "%", Comparator("=")), Measure.CHANGE, "单位GDP能耗降低", TargetKind.REDUCTION),
        (
            Quantity(Decimal("13.5"), "个百分点", Comparator("=")),
            Measure.CHANGE,
            "单位GDP能耗降低",
            TargetKind.REDUCTION,
        ),
        (Quantity(Decimal("0.5"), "个百分点", Comparator("=")), Measure.CHANGE, "甲类失业率降低", TargetKind.CHANGE),
        (Quantity(Decimal(3), "位", Comparator("<=")), Measure.RANK, "甲指数排名", TargetKind.RANK),
        (Quantity(Decimal(6), "‰", Comparator("<=")), Measure.LEVEL, "甲类死亡率", TargetKind.BOUND),
        (Quantity(Decimal(65), "%", Comparator("=")), Measure.LEVEL, "甲产业占比", TargetKind.SHARE),
        (Quantity(Decimal(600), "家", Comparator(">=")), Measure.LEVEL, "甲类企业", TargetKind.LEVEL),
    ],
)
def test_targets_with_a_value(quantity: Quantity, measure: Measure, name: str, kind: TargetKind) -> None:
    named = Names().named(name, quantity.unit, measure)
    assert kinds.of_quantity(quantity, measure, named, None, spans=False) is kind


def test_a_target_at_its_base_is_to_be_kept() -> None:
    wanted, base = Quantity(Decimal(100), "%"), Base(Quantity(Decimal("100.0"), "%"), Period("2020"), "")
    named = Names().named("甲率", "%", Measure.LEVEL)
    assert kinds.of_quantity(wanted, Measure.LEVEL, named, base, spans=False) is TargetKind.MAINTAIN
