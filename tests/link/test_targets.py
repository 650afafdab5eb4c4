"""What the plans of the seeds want, as practice.md 1.7 types the table; from the gold statements."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.link import link
from lantu.model import Binding, DataRow, Ledger, Measure, Nature, Period, Quantity, Target, TargetKind, Vintage
from tests.link.build import document, reading, say
from tests.link.gold import readings

FIVE_YEARS = "350104/five-year/2021-2025"

# No., kind, base, wanted, unit, stated path
TABLE = [
    (1, "average_growth", None, "8", "%", None),
    (1, "level", "902.27", "1500", "亿元", "8"),
    (2, "average_growth", None, "6", "%", None),
    (2, "level", "8.6", "13.1", "万元", "6"),
    (3, "level", "15.5", "20", "%", "4.5"),
    (4, "maintain", "100", "100", "%", None),
    (5, "share", "61.6", "65", "%", "0.68"),
    (6, "share", "2.85", "3.05", "%", None),
    (7, "level", "32", "47", "件", "8"),
    (8, "share", "29", "43", "%", "2"),
    (9, "share", "46", "51", "%", "5"),
    (10, "average_growth", "3", "8", "%", "8"),
    (11, "relative", "3.1", None, "%", None),
    (12, "sum", "1.34", "6.5", "万人", None),
    (13, "level", "3.76", "3.9", "人", None),
    (14, "share", "95", "97", "%", "2"),
    (15, "level", "79.49", "80.2", "岁", "0.71"),
    (16, "assigned", None, None, "%", None),
    (17, "assigned", None, None, "%", None),
    (18, "assigned", None, None, "%", None),
    (19, "assigned", None, None, "%", None),
    (20, "share", "45.26", "46.3", "%", "1.04"),
]


@pytest.fixture(scope="module")
def ledger(shared: Path) -> Ledger:
    return link(readings(shared, "000", "001", "002", "003"))


def of_plan(ledger: Ledger, plan: str) -> list[Target]:
    return [t for t in ledger.targets if t.plan == plan]


def headline(ledger: Ledger, plan: str) -> list[Target]:
    return [t for t in of_plan(ledger, plan) if t.headline]


def of_row(ledger: Ledger, row: int, kind: str) -> Target:
    return next(t for t in ledger.targets if t.row == row and t.kind == kind)


def _shown(target: Target) -> tuple[object, ...]:
    base, wanted, path = target.base, target.wanted, target.path
    return (
        target.row,
        target.kind.value,
        str(base.quantity.value) if base else None,
        str(wanted.value) if wanted else None,
        target.unit,
        str(path.quantity.value) if path else None,
    )


def test_the_table_makes_one_target_a_row_and_two_where_growth_is_real(ledger: Ledger) -> None:
    assert sorted(map(_shown, headline(ledger, FIVE_YEARS)), key=repr) == sorted(TABLE, key=repr)


def test_binding_stands_in_the_table(ledger: Ledger) -> None:
    rows = {t.row for t in headline(ledger, FIVE_YEARS) if t.binding is Binding.BINDING}
    assert rows == {16, 17, 18, 19, 20}


def test_a_wrong_unit_in_the_table_is_noted(ledger: Ledger) -> None:
    notes = of_row(ledger, 3, "level").notes
    assert [(n.code, n.filled["printed"], n.filled["expected"]) for n in notes] == [
        ("row_unit_differs", "%", "万元/人")
    ]


def test_prose_that_says_a_row_again_is_a_further_source_and_its_comparator_is_noted(ledger: Ledger) -> None:
    growth, green = of_row(ledger, 1, "average_growth"), of_row(ledger, 20, "share")
    assert len(growth.statements) == 2
    assert [(n.code, n.filled["wanted"], n.filled["other"]) for n in growth.notes] == [
        ("comparator_differs", "8%", "≥8%")
    ]
    assert len(green.statements) == 2
    assert green.notes == ()


def test_every_other_target_statement_is_a_target_too(ledger: Ledger) -> None:
    others = [t for t in of_plan(ledger, FIVE_YEARS) if not t.headline]
    assert any(t.name == "高新技术企业总量" and t.wanted and t.wanted.value == 600 for t in others)
    wanted = {s.id for s in ledger.statements.values() if s.nature == "target"}
    said = {s for t in ledger.targets for s in t.statements}
    paths = {t.path.statement for t in ledger.targets if t.path}
    assert wanted <= said | paths


def test_words_stand_where_a_row_has_no_number(ledger: Ledger) -> None:
    jobless, air = of_row(ledger, 11, "relative"), of_row(ledger, 18, "assigned")
    assert (jobless.words, jobless.reference) == ("不高于全市平均水平", "全市平均水平")
    assert air.words == "控制在市下达指标内"
    assert [ledger.document[d].text[a:b] for d, a, b in air.cells] == ["控制在市下达指标内", "完成市下达指标"]


def test_one_annual_plan_of_two_texts(ledger: Ledger) -> None:
    plan = ledger.plan_by_id["350104/annual/2023"]
    assert len(plan.documents) == 2
    found = {(t.name, str(t.wanted.value)) for t in headline(ledger, plan.id) if t.wanted}
    assert found == {
        ("地区生产总值", "5"),
        ("一般公共预算总收入", "6"),
        ("地方一般公共预算收入", "6"),
        ("社会消费品零售总额", "5"),
        ("固定资产投资", "6"),
        ("居民人均可支配收入", "5"),
    }
    assert all(t.kind is TargetKind.GROWTH and len(t.statements) == 2 for t in headline(ledger, plan.id))


def test_a_year_is_part_of_the_five_years(ledger: Ledger) -> None:
    parts = {t.name: t.part_of for t in of_plan(ledger, "350104/annual/2023") if t.part_of}
    assert parts["地区生产总值"] == of_row(ledger, 1, "average_growth").id
    assert parts["居民人均可支配收入"] == of_row(ledger, 10, "average_growth").id
    assert parts["新增城镇就业"] == of_row(ledger, 12, "sum").id
    assert "社会消费品零售总额" not in parts


def test_what_results_say_meets_what_the_plan_wants(ledger: Ledger) -> None:
    """GDP level and growth, and new jobs under two names, each in the series that the target is wanted of."""
    assert _values(ledger, of_row(ledger, 1, "level")) == ["485.85", "902.27", "1065"]
    assert _values(ledger, of_row(ledger, 1, "average_growth")) == ["3.0", "2.5"]
    assert _values(ledger, of_row(ledger, 12, "sum")) == ["1.34", "2.18", "2.09"]
    assert _values(ledger, of_row(ledger, 20, "share")) == ["45.26", "45.66"]
    assert _values(ledger, of_row(ledger, 18, "assigned")) == ["99.1"]


def test_an_assigned_target_takes_the_value_that_was_sent_down(shared: Path) -> None:
    sent = _row("单位GDP能耗降幅", "13.5", "2021-2025", source="甲发〔2021〕1号")
    found = link(readings(shared, "003"), rows=[sent])
    assert of_row(found, 16, "assigned").assigned == sent
    assert [t.assigned for t in found.targets if t.assigned] == [sent]


def test_an_assigned_value_that_no_target_waits_for_is_a_target_of_its_year(shared: Path) -> None:
    sent = _row("单位GDP能耗降幅", "2.8", "2023")
    found = link(readings(shared, "001", "003"), rows=[sent])
    (year,) = (t for t in found.targets if t.assigned)
    assert (year.plan, year.kind, year.part_of) == (
        "350104/annual/2023",
        TargetKind.ASSIGNED,
        of_row(found, 16, "assigned").id,
    )


def test_an_assigned_value_of_no_plan_at_hand_is_said(shared: Path) -> None:
    found = link(readings(shared, "001"), rows=[_row("单位GDP能耗降幅", "2.8", "2030")])
    assert [n.code for n in found.notes] == ["row_without_plan"]


def _row(indicator: str, value: str, period: str, source: str = "") -> DataRow:
    quantity = Quantity(Decimal(value), "%")
    return DataRow(
        "sent.csv",
        2,
        "350104",
        indicator,
        Measure.LEVEL,
        Period(period),
        quantity,
        Vintage.REPORTED,
        source,
        target=True,
    )


def _values(ledger: Ledger, target: Target) -> Sequence[str]:
    return [str(o.quantity.value) for o in ledger.observations_of[target.series]]


def wanted_of(text: str, *said: tuple[str, str]) -> list[tuple[str, bool]]:
    """Names of a report's targets of 2023 and whether they lead its plan; `said`: printed number and name."""
    one = document(text, year=2022)
    found = [say(one, p, n, f"{p[:-1]} %", "2023", measure=Measure.GROWTH, nature=Nature.TARGET) for p, n in said]
    return [(t.name, t.headline) for t in link([reading(one, *found)]).targets]


def test_a_slogan_does_not_lead_a_plan() -> None:
    text = "主要预期目标是：地区生产总值增长5%，是必要、适宜的6%。"
    assert wanted_of(text, ("5%", "地区生产总值"), ("6%", "是必要、适宜")) == [
        ("地区生产总值", True),
        ("是必要、适宜", False),
    ]


def test_a_target_said_twice_is_one() -> None:
    text = "主要预期目标是：地区生产总值增长5%。零售增长6%。国内生产总值增长5.0%。"
    said = ("5%", "地区生产总值"), ("6%", "社会消费品零售总额"), ("5.0%", "地区生产总值")
    assert wanted_of(text, *said) == [("地区生产总值", True), ("社会消费品零售总额", True)]
