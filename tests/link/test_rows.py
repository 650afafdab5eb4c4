"""Indicator tables of other shapes than the seeds': numbers in a column, growth only, several target years."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

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
from tests.link.build import document

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
