import pytest

from tests.extract.say import OUTLINE, REPORT, reading, said

HEAD = "## 主要指标\n\n| 类别 | 指标 | 单位 | 2020年 | 2025年 | 年均增长/累计 | 属性 |\n| --- | --- | --- | --- | --- | --- | --- |\n"


def plan_row(cells: str) -> list[str]:
    return said(HEAD + cells + "\n", OUTLINE)


def test_base_target_and_average() -> None:
    assert plan_row("| 经济 | 1.地区生产总值（GDP） | 亿元 | 902.27 | 1500 | 8% | 预期性 |") == [
        "地区生产总值（GDP） = 902.27 亿元 level actual 2020",
        "地区生产总值（GDP） = 1500 亿元 level target 2025",
        "地区生产总值（GDP） = 8 % average_growth target 2021-2025",
    ]


def test_a_bracket_is_a_change_of_a_share_in_points() -> None:
    assert plan_row("| 生态 | 建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.04] | 约束性 |")[2] == (
        "建成区绿化覆盖率 = 1.04 个百分点 change target 2021-2025"
    )


def test_a_bracket_is_a_change_of_a_level_in_its_unit() -> None:
    assert plan_row("| 民生 | 人均预期寿命 | 岁 | 79.49 | 80.2 | [0.71] | 预期性 |")[2] == (
        "人均预期寿命 = 0.71 岁 change target 2021-2025"
    )


def test_a_bracket_is_a_sum_of_a_flow() -> None:
    assert plan_row("| 民生 | 城镇新增就业人数 | 万人 | 1.34 | [6.5] |  | 预期性 |") == [
        "城镇新增就业人数 = 1.34 万人 level actual 2020",
        "城镇新增就业人数 = 6.5 万人 cumulative target 2021-2025",
    ]


def test_a_misprinted_unit_stays_as_printed() -> None:
    assert plan_row("| 经济 | 全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性 |")[2] == (
        "全员劳动生产率 = 4.5 % change target 2021-2025"
    )


def test_growth_rows_are_growth() -> None:
    assert plan_row("| 民生 | 居民人均可支配收入增长 | % | 3 | 8 | 8 | 预期性 |") == [
        "居民人均可支配收入 = 3 % growth actual 2020",
        "居民人均可支配收入 = 8 % growth target 2025",
        "居民人均可支配收入 = 8 % average_growth target 2021-2025",
    ]


def test_comparators_stand_in_cells() -> None:
    assert plan_row("| 创新 | 研发经费投入强度 | % | 2.85 | ＞3.05 | 2%以上 | 预期性 |")[1:] == [
        "研发经费投入强度 > 3.05 % level target 2025",
        "研发经费投入强度 >= 2 % average_growth target 2021-2025",
    ]


def test_words_in_cells_are_kept_as_such() -> None:
    found = reading(
        HEAD + "| 生态 | 单位GDP能耗降幅 | % | 完成市下达指标 | 控制在市下达指标内 |  | 约束性 |\n", OUTLINE
    )
    assert not found.statements
    assert [(c.indicator, c.column, c.text, c.binding) for c in found.text_cells] == [
        ("单位GDP能耗降幅", "base", "完成市下达指标", "约束性"),
        ("单位GDP能耗降幅", "target", "控制在市下达指标内", "约束性"),
    ]


def test_a_unit_may_stand_in_the_name() -> None:
    text = "## 指标\n\n| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 粮食产量（万吨） | 12.5 | 13 |\n"
    assert said(text, OUTLINE)[0] == "粮食产量 = 12.5 万吨 level actual 2020"


def test_results_and_targets_of_a_year() -> None:
    text = "## 完成情况\n\n| 指标 | 单位 | 2022年实际完成 | 2023年预期目标 |\n| --- | --- | --- | --- |\n| 城镇新增就业 | 万人 | 2.18 | 1.9 |\n"
    assert said(text, REPORT) == [
        "城镇新增就业 = 2.18 万人 level actual 2022",
        "城镇新增就业 = 1.9 万人 level target 2023",
    ]


def test_offsets_lead_to_the_printed_number() -> None:
    found = reading(HEAD + "| 经济 | 地区生产总值 | 亿元 | 902.27 | **1500** | 8% | 预期性 |\n", OUTLINE)
    assert [s.text for s in found.statements] == ["902.27", "1500", "8%"]
    assert all(found.document.text[s.start : s.end] == s.text for s in found.statements)


def test_a_table_of_unknown_columns_is_reported_as_unread() -> None:
    found = reading("## 附表\n\n| 甲 | 乙 |\n| --- | --- |\n| 35 | 41 |\n")
    assert not found.statements
    assert [u.reason for u in found.unread] == ["table_without_known_columns"] * 2


def test_rows_of_dashes_are_no_header() -> None:
    text = (
        "## 指标\n\n| 序号 | 指标 | 2020年 | 2025年 | 年均/累计 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 1 | 单位GDP能源消耗降低（%） | — | — | 〔13.5〕 | 约束性 |\n| 2 | 城镇调查失业率（%） | 5.2 | — | <5.5 | 预期性 |\n"
    )
    assert said(text, OUTLINE) == [
        "单位GDP能源消耗降低 = 13.5 % change target 2021-2025",
        "城镇调查失业率 = 5.2 % level actual 2020",
        "城镇调查失业率 < 5.5 % level target 2025",
    ]


def test_growth_and_completion_beside_a_years_results() -> None:
    text = (
        "## 完成情况\n\n| 指标 | 单位 | 2022年计划 | 2022年完成 | 增长（%） | 完成率（%） |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 城镇新增就业 | 万人 | 1.9 | 2.18 | 4.8 | 114.7 |\n"
    )
    assert said(text, REPORT)[1:] == [
        "城镇新增就业 = 2.18 万人 level actual 2022",
        "城镇新增就业 = 4.8 % growth actual 2022",
        "城镇新增就业完成率 = 114.7 % level actual 2022",
    ]


def test_structures_in_cells() -> None:
    assert plan_row("| 经济 | 三次产业结构 |  | 12:43:45 | 10:42:48 |  | 预期性 |")[::3] == [
        "三次产业结构（第一产业） = 12 - ratio actual 2020",
        "三次产业结构（第一产业） = 10 - ratio target 2025",
    ]


def test_a_bracket_of_the_base_is_of_the_plan_before() -> None:
    assert plan_row("| 民生 | 城镇新增就业人数 | 万人 | [3.2] | [6.5] |  | 预期性 |") == [
        "城镇新增就业人数 = 3.2 万人 cumulative actual 2016-2020",
        "城镇新增就业人数 = 6.5 万人 cumulative target 2021-2025",
    ]


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("人均GDP | 元 | 5.2万", "5.2 万元"),
        ("固定资产投资 | 万元 | 35.6亿", "35.6 亿元"),
        ("进出口总额 | 亿美元 | 1200万", "1200 万美元"),
        ("研发经费 | 亿元 | 0.02万", "0.02 万元"),
        ("研发经费 | 亿元 | 1—2万", "1..2 万元"),
        ("装机容量 | 千瓦 | 3万", "3 万千瓦"),
        ("每万人口发明专利拥有量 | 件/万人 | 2千", "2 千件/万人"),
        ("固定资产投资 | 亿元 | 3000万元", "3000 万元"),
    ],
)
def test_the_multiplier_of_a_cell_replaces_that_of_its_unit(row: str, value: str) -> None:
    assert [s.split(" ", 2)[2] for s in plan_row(f"| 经济 | {row} | | | 预期性 |")] == [f"{value} level actual 2020"]


def test_a_range_of_two_units_is_not_guessed() -> None:
    found = reading(HEAD + "| 经济 | 常住人口 | 万人 | 8000万—1.2亿 | | | 预期性 |\n", OUTLINE)
    assert (found.statements, [u.text for u in found.unread]) == ((), ["8000万—1.2亿"])


@pytest.mark.parametrize("head", ["五年累计", "年均增速"])
@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("单位GDP能耗 | 吨标准煤 | 0.4 | 累计下降17%", "单位GDP能耗 = -17 % growth"),
        ("地区生产总值 | 亿元 | 700 | 累计增长50%", "地区生产总值 = 50 % growth"),
        ("地区生产总值 | 亿元 | 累计增长50% | ", "地区生产总值 = 50 % growth"),
        ("单位GDP能源消耗降低 | % | 3 | 累计下降13.5%", "单位GDP能源消耗降低 = 13.5 % change"),
        ("城镇新增就业人数 | 万人 | 1.3 | 累计6.5万", "城镇新增就业人数 = 6.5 万人 cumulative"),
    ],
)
def test_a_cell_that_says_cumulated_is_no_average(head: str, row: str, value: str) -> None:
    text = f"## 指标\n\n| 指标 | 单位 | 2025年 | {head} |\n| --- | --- | --- | --- |\n| {row} |\n"
    assert said(text, OUTLINE)[-1] == f"{value} target 2021-2025"
    assert reading(text, OUTLINE).statements[-1].qualifiers.cumulated


def test_a_unit_of_its_own_in_a_column_of_rates() -> None:
    text = "## 完成情况\n\n| 指标 | 单位 | 2022年完成 | 完成率 |\n| --- | --- | --- | --- |\n| 固定资产投资 | 亿元 | 19 | 3.1亿元 |\n"
    assert said(text)[1] == "固定资产投资 = 3.1 亿元 level actual 2022"


def test_a_cell_of_two_values_has_a_name_for_each() -> None:
    assert plan_row("| 民生 | 居民人均可支配收入（城镇/农村） | 元 | 4.2万/2.1万 | 52000/31000 |  | 预期性 |") == [
        "城镇居民人均可支配收入 = 4.2 万元 level actual 2020",
        "农村居民人均可支配收入 = 2.1 万元 level actual 2020",
        "城镇居民人均可支配收入 = 52000 元 level target 2025",
        "农村居民人均可支配收入 = 31000 元 level target 2025",
    ]


def test_money_in_a_row_of_growth_is_the_level() -> None:
    assert plan_row("| 经济 | 地区生产总值增长 | % | 500亿元 | 8 | 8 | 预期性 |")[:2] == [
        "地区生产总值 = 500 亿元 level actual 2020",
        "地区生产总值 = 8 % growth target 2025",
    ]
