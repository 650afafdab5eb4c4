"""Checks of indicator tables: N3, N4, N5, N6."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, outline, report


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("1.建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.04] | 约束性", "passed"),
        ("1.建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.0] | 约束性", "passed"),  # within the digit
        ("1.建成区绿化覆盖率 | % | 45.26 | 46.3 | [1.4] | 约束性", "error"),
        ("1.人均预期寿命 | 岁 | 79.49 | 80.2 | [0.17] | 预期性", "error"),
        ("1.服务业增加值占地区生产总值比重 | % | 61.6 | 65 | 0.68个百分点 | 预期性", "passed"),  # of a year
        ("1.服务业增加值占地区生产总值比重 | % | 61.6 | 65 | 0.86个百分点 | 预期性", "error"),
        ("1.服务业增加值占地区生产总值比重 | % | 61.6 | 65 | [0.68个百分点] | 预期性", "error"),
    ],
)
def test_bracketed_change(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N3", outline(row))) == [answer]


def test_a_bracketed_sum_is_no_change(tmp_path: Path) -> None:
    assert answers(outcomes(tmp_path, "N3", outline("1.城镇新增就业人数 | 万人 | 1.34 | [6.5] | | 预期性"))) == [
        "not_applicable"
    ]


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("1.服务业增加值占地区生产总值比重 | % | 61.6 | 65 | 0.68% | 预期性", "likely"),
        ("1.服务业增加值占地区生产总值比重 | % | 61.6 | 65 | 1.08% | 预期性", "passed"),  # the relative growth is meant
        ("1.居民人均可支配收入增长 | % | 3 | 8 | 8 | 预期性", "not_applicable"),
    ],
)
def test_points_in_a_table(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N4", outline(row))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("常住人口城镇化率比上年提高2%。", "likely"),
        ("高新技术产业占比上升3%。", "likely"),
        ("森林覆盖率由40.0%提高到42.0%，提高2%。", "likely"),
        ("森林覆盖率由40.0%提高到42.0%，提高5%。", "passed"),  # relatively
        ("常住人口城镇化率比上年提高2个百分点。", "not_applicable"),
        ("常住人口城镇化率提高到65%。", "not_applicable"),
        ("全员劳动生产率提高6%。", "not_applicable"),
        ("刑事案件发案率下降12%。", "not_applicable"),
        ("产品不良品率降低10%。", "not_applicable"),
        ("单位GDP能耗下降3%。", "not_applicable"),
    ],
)
def test_points_in_prose(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N4", report(text))) == [answer]


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("1.全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性", "error"),
        ("1.全员劳动生产率 | 万元/人 | 15.5 | 20 | [4.5] | 预期性", "passed"),
        ("1.地区生产总值增长 | % | 3 | 8 | 8 | 预期性", "not_applicable"),
        ("1.幸福驿站 | 个 | 3 | 8 | | 预期性", "not_applicable"),
        ("1.森林覆盖率 | % | 45.2 | 第3位 | | 预期性", "passed"),  # told by N34
    ],
)
def test_unit_of_the_indicator(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N5", outline(row))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("粮食产量约32%，继续保持稳定。", "likely"),
        ("建成区绿化覆盖率为42%。", "passed"),
        ("粮食产量52亿元。", "likely"),
        ("常住人口达到412亿元。", "likely"),
        ("旅游收入52亿元。", "passed"),
        ("空气质量优良天数92.9%。", "not_applicable"),  # the share of the days
        ("粮食产量实现增速3%。", "not_applicable"),
        ("粮食产量32万吨，增长3%。", "not_applicable"),
    ],
)
def test_a_per_cent_of_what_is_measured_otherwise(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N5", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("三次产业结构调整为0.2:38.2:61.6。", "passed"),
        ("三次产业结构调整为0.2:38.2:61.8。", "passed"),  # three roundings and one in practice
        ("三次产业结构调整为0.2:38.2:62.6。", "error"),
        ("三次产业结构调整为0.2:38.2:6.16。", "error"),
        ("三次产业占比分别为0.2%、38.2%和62.6%。", "error"),
        ("第一、二、三产业增加值占比分别为5.1%、40.2%、55.7%。", "error"),
    ],
)
def test_structures(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N6", report(text))) == [answer]


PLAN = """| 指标名称 | 单位 | 2022年预计 | 2023年计划 | 增长（%） |
| --- | --- | --- | --- | --- |
"""


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("社会消费品零售总额 | 亿元 | 567.1 | 595.5 | 5", "passed"),
        ("社会消费品零售总额 | 亿元 | 567.1 | 595.5 | 8", "likely"),
        ("固定资产投资 | 亿元 | 560 | 600 | 6", "not_applicable"),
        ("城镇化率 | % | 65 | 66 | 1", "not_applicable"),
    ],
)
def test_a_table_of_the_year_s_plan(tmp_path: Path, row: str, answer: str) -> None:
    text = report("一切正常。") + f"\n## 主要指标\n\n{PLAN}| {row} |\n"
    assert answers(outcomes(tmp_path, "N1", text)) == [answer]


def test_a_path_whose_years_were_not_read_leads_between_the_row_s_levels(tmp_path: Path) -> None:
    table = "| 指标 | 2020年实际值 | 2025年目标值 | 年均增长（%） |\n| --- | --- | --- | --- |\n| 每万人发明专利拥有量（件） | 32 | 47 | 11 |\n"
    text = report("一切正常。") + f"\n## 主要指标\n\n{table}"
    assert answers(outcomes(tmp_path, "N2", text)) == ["error"]


PROJECTS = """2022年重点项目投资表

| 项目 | 总投资（万元） | 完成投资（万元） | 完成率（%） |
| --- | --- | --- | --- |
| 滨江路 | 1200 | {0} | 50 |
| 洪塘大桥 | 800.5 | 300 | 37.5 |
| {1} | 499.5 | 100 | 20 |
| 合计 | 2500 | 1000 | 40 |
"""


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("600", "义序水厂"), ["passed", "passed"]),
        (("—", "义序水厂"), ["likely", "passed"]),
        (("660", "义序水厂"), ["likely", "passed"]),
        (("660", "其中：义序水厂"), ["not_applicable"]),
        (("660", "市属小计"), ["not_applicable"]),
        (("约600", "义序水厂"), ["passed"]),
    ],
)
def test_rows_make_their_total(tmp_path: Path, cells: tuple[str, str], found: list[str]) -> None:
    assert sorted(answers(outcomes(tmp_path, "N10", report(PROJECTS.format(*cells))))) == found
