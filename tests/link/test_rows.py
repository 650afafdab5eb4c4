"""Indicator tables of other shapes than the seeds': numbers in a column, growth only, several target years."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lantu.extract import extract
from lantu.link import link
from lantu.model import (
    Cell,
    CellPlace,
    Confidence,
    Document,
    Kind,
    Measure,
    Nature,
    PassageKind,
    Period,
    Quantity,
    Reading,
    Statement,
    Table,
    Target,
)
from lantu.read import read_bytes
from tests.link.build import document

OUTLINE = "# 福州市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n\n## 第一章 主要目标\n\n到2025年，目标实现。\n\n"
HEAD = "| 序号 | 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- | --- |\n"

Value = tuple[int, int, str, Measure, Nature, str]  # row, column, unit, measure, nature, period


def table(lines: Sequence[str], *values: Value, names: int = 0, title: str = "主要指标") -> Reading:
    """An outline that holds one table, its cells parted by bars, and the statements of these cells."""
    text = "\n".join([title, *lines])
    one = document(text, Kind.OUTLINE, plan="2021-2025")
    rows, at = [], len(title) + 1
    for line in lines:
        cells = []
        for part in line.split("|"):
            cells.append(Cell(part, at, at + len(part)))
            at += len(part) + 1
        rows.append(tuple(cells))
    grid = Table(1, tuple(rows), 1)
    whole = replace(one, tables=(grid,), passages=tuple(replace(p, kind=PassageKind.TABLE) for p in one.passages))
    return Reading(whole, tuple(_value(whole, grid, v, names) for v in values), (), (), ())


def _value(one: Document, grid: Table, value: Value, names: int) -> Statement:
    row, column, unit, measure, nature, period = value
    cell = grid.rows[row][column]
    number = Decimal(cell.text.strip("[]%"))
    return Statement(
        one.sha256, 1, cell.start, cell.end, cell.text, grid.rows[row][names].text, Quantity(number, unit), measure, nature,
        Period(period), "by hand", Confidence.SURE, cell=CellPlace(0, row, column),
    )  # fmt: skip


def headline(reading: Reading) -> list[Target]:
    return [t for t in link([reading]).targets if t.headline]


def test_the_number_may_stand_in_a_column_of_its_own() -> None:
    (one,) = headline(
        table(
            ["序号|指标|单位|2020年|2025年", "7|甲额|亿元|15.5|20"],
            (1, 3, "亿元", Measure.LEVEL, Nature.ACTUAL, "2020"),
            (1, 4, "亿元", Measure.LEVEL, Nature.TARGET, "2025"),
            names=1,
        )
    )
    assert (one.row, one.name, one.kind.value) == (7, "甲额", "level")


def test_values_are_no_row_numbers() -> None:
    (one,) = headline(
        table(
            ["指标|2020年|2025年", "甲额|15.5|20"],
            (1, 1, "亿元", Measure.LEVEL, Nature.ACTUAL, "2020"),
            (1, 2, "亿元", Measure.LEVEL, Nature.TARGET, "2025"),
        )
    )
    assert one.row is None


def test_a_row_with_growth_only_wants_the_average() -> None:
    (one,) = headline(
        table(["指标|2025年|年均增长", "甲额||6.5%"], (1, 2, "%", Measure.AVERAGE_GROWTH, Nature.TARGET, "2021-2025"))
    )
    assert (one.kind.value, one.period.code, one.path) == ("average_growth", "2021-2025", None)


def test_of_two_target_years_the_last_leads_and_the_other_is_a_target_too() -> None:
    found = link(
        [
            table(
                ["指标|2020年|2023年|2025年", "甲额|10|15|20"],
                (1, 1, "亿元", Measure.LEVEL, Nature.ACTUAL, "2020"),
                (1, 2, "亿元", Measure.LEVEL, Nature.TARGET, "2023"),
                (1, 3, "亿元", Measure.LEVEL, Nature.TARGET, "2025"),
            )
        ]
    ).targets
    assert [(t.period.code, t.headline) for t in found] == [("2025", True), ("2023", False)]


def test_the_base_is_the_last_value_before_the_plan() -> None:
    (one,) = headline(
        table(
            ["指标|2015年|2020年|2025年", "甲额|5|10|20"],
            (1, 1, "亿元", Measure.LEVEL, Nature.ACTUAL, "2015"),
            (1, 2, "亿元", Measure.LEVEL, Nature.ACTUAL, "2020"),
            (1, 3, "亿元", Measure.LEVEL, Nature.TARGET, "2025"),
        )
    )
    assert one.base
    assert one.base.period.code == "2020"


def test_a_bracketed_change_in_the_target_column_is_a_change() -> None:
    (one,) = headline(
        table(
            ["指标|2020年|2025年", "甲寿命|77.3|[1]"],
            (1, 1, "岁", Measure.LEVEL, Nature.ACTUAL, "2020"),
            (1, 2, "岁", Measure.CHANGE, Nature.TARGET, "2021-2025"),
        )
    )
    assert (one.kind.value, one.base and one.base.period.code) == ("change", "2020")


def test_a_cumulative_reduction_compounds() -> None:
    (one,) = headline(
        table(["指标|2025年", "甲物单耗降低|[13.5]"], (1, 1, "%", Measure.CUMULATIVE, Nature.TARGET, "2021-2025"))
    )
    assert one.kind.value == "reduction"


def test_a_review_of_the_plan_before_does_not_lead() -> None:
    found = link(
        [
            table(
                ["指标|2015年|2020年", "甲额|5|10"],
                (1, 1, "亿元", Measure.LEVEL, Nature.ACTUAL, "2015"),
                (1, 2, "亿元", Measure.LEVEL, Nature.TARGET, "2020"),
            )
        ]
    ).targets
    assert [(t.headline, t.period.code) for t in found] == [(False, "2020")]


def test_a_table_of_projects_does_not_lead() -> None:
    assert (
        headline(
            table(
                ["项目|总投资", "甲工程|20"],
                (1, 1, "亿元", Measure.LEVEL, Nature.TARGET, "2025"),
                title="重大项目",
            )
        )
        == []
    )


def of_table(text: str) -> list[Target]:
    return headline(extract(read_bytes("plan.md", (OUTLINE + text).encode())))


def test_each_indicator_of_a_shared_row_has_its_own_base() -> None:
    found = of_table(f"{HEAD}| 1 | 城镇、农村居民人均可支配收入 | 元 | 47000/23000 | 63000/33000 |\n")
    assert [
        (t.name, str(t.wanted and t.wanted.value), str(t.base and t.base.quantity.value), t.row) for t in found
    ] == [
        ("城镇居民人均可支配收入", "63000", "47000", 1),
        ("农村居民人均可支配收入", "33000", "23000", 1),
    ]


def test_a_table_that_goes_on_without_a_header_goes_on_as_the_indicator_table() -> None:
    rest = "| 2 | 耕地保有量 | 万亩 | 46.3 | 46.3 |\n| 3 | 粮食产量 | 万吨 | 21.4 | 22 |\n"
    found = of_table(f"{HEAD}| 1 | 地区生产总值 | 亿元 | 318.6 | 450 |\n\n— 12 —\n\n{rest}")
    assert [(t.name, t.row) for t in found] == [("地区生产总值", 1), ("耕地保有量", 2), ("粮食产量", 3)]


def test_a_row_by_place_wants_of_each_place_its_own() -> None:
    found = of_table(
        "| 指标 | 2025年全市目标 | 2025年鼓楼区目标 | 2025年闽侯县目标 |\n| --- | --- | --- | --- |\n"
        "| 地区生产总值（亿元） | 450 | 200 | 100 |\n"
    )
    assert sorted((t.series.split("/")[0], str(t.wanted and t.wanted.value)) for t in found) == [
        ("350100", "450"),
        ("350102", "200"),
        ("350121", "100"),
    ]
