"""Checks of targets and texts: N11, N20, N25, N27, N39."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, outline, planned, report


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1—10月完成投资629亿元，完成年度计划的97.2%，超序时进度13.8个百分点。", "passed"),  # 13.87
        ("截至5月底完成年度计划的68.8%，超序时进度27.2个百分点。", "passed"),  # 27.13, the schedule cut to 41.6
        ("上半年完成年度计划的67.5%，超序时进度17.5个百分点。", "passed"),
        ("上半年完成年度计划的67.5%，超序时进度15.7个百分点。", "likely"),
        ("完成年度计划的67.5%，超序时进度15.7个百分点。", "not_applicable"),
        ("上半年完成年度投资的58.3%，快于序时进度12.3个百分点。", "likely"),
        ("上半年完成年度投资的58.3%，快于时序进度8.3个百分点。", "passed"),
        ("前三季度完成全年任务的78.2%，超时序进度6.2个百分点。", "likely"),
    ],
)
def test_ahead_of_schedule(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N11", report(text))) == [answer]


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("18.城市空气质量优良天数比例 | % | 98 | 控制在市下达指标内 | | 约束性", "likely"),
        ("18.城市空气质量优良天数比例 | % | 98 | 98以上 | | 约束性", "passed"),
        ("18.城市空气质量优良天数比例 | % | 98 | 完成市下达指标 | | 约束性", "not_applicable"),
        ("11.城镇登记失业率 | % | 3.1 | 4以内 | | 预期性", "passed"),
        ("11.城镇登记失业率 | % | 3.1 | 4以上 | | 预期性", "likely"),
        ("16.单位GDP能耗降幅 | % | 完成市下达指标 | 控制在市下达指标内 | | 约束性", "passed"),
    ],
)
def test_wording_against_direction(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N20", outline(row))) == [answer]


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("18.城市空气质量优良天数比例 | % | 98 | 完成市下达指标 | | 约束性", "information"),
        ("18.城市空气质量优良天数比例 | % | 98 | 98.5 | | 约束性", "passed"),
        ("18.城市空气质量优良天数比例 | % | 98 | 完成市下达指标 | | 预期性", "not_applicable"),
    ],
)
def test_binding_targets_have_a_value(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N27", outline(row))) == [answer]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("社会消费品零售总额567.1亿元，市场平稳。", ["passed"]),
        ("社会消费品零售总额576.1亿元，市场平稳。", ["likely"]),
        ("社会消费品零售总额567.1亿元，市场平稳增长。", ["information"]),
    ],
)
def test_two_texts(tmp_path: Path, other: str, found: list[str]) -> None:
    first, second = report("社会消费品零售总额567.1亿元，市场平稳。"), report(other) + "\n\n"
    assert answers(outcomes(tmp_path, "N25", first, second)) == found


TABLE = """
| 指标 | 单位 | 2022年实际 | 2023年计划 |
| --- | --- | --- | --- |
| {0} | 亿元 | {1} | {2} |
"""


@pytest.mark.parametrize(
    ("name", "aim", "row", "answer"),
    [
        ("外贸出口", "增长5%", ("180.0", "189.0"), "passed"),
        ("外贸出口", "增长5%", ("180.0", "198.0"), "likely"),
        ("外贸出口", "增长5%左右", ("180.0", "190.5"), "passed"),  # 5.8 %
        ("外贸出口", "增长5%左右", ("180.0", "192.0"), "likely"),  # 6.7 %
        ("外贸出口", "增长5%以上", ("180.0", "192.0"), "passed"),
        ("外贸出口", "增长5%以上", ("180.0", "185.0"), "likely"),
        ("外贸出口", "增长5%—7%", ("180.0", "190.8"), "passed"),
        ("外贸出口", "增长5%，力争增长8%", ("180.0", "194.4"), "passed"),
        ("外贸出口", "实际增长5%", ("180.0", "194.4"), "not_applicable"),
        ("地区生产总值", "增长5%", ("180.0", "198.0"), "not_applicable"),
        ("固定资产投资", "增长5%", ("180.0", "198.0"), "not_applicable"),
    ],
)
def test_level_and_growth_aimed_at(tmp_path: Path, name: str, aim: str, row: tuple[str, str], answer: str) -> None:
    text = f"{planned(f'2023年主要预期目标：{name}{aim}。')}\n## 附表\n{TABLE.format(name, *row)}"
    assert answers(outcomes(tmp_path, "N39", text)) == [answer]


@pytest.mark.parametrize(("year", "answer"), [(2022, "likely"), (2023, "not_applicable")])
def test_a_year_that_has_its_result_is_not_asked_for_its_aim(tmp_path: Path, year: int, answer: str) -> None:
    rates = "| 指标 | 单位 | 2023年计划增长 |\n| --- | --- | --- |\n| 外贸出口 | % | 5 |\n"
    results = "| 指标 | 单位 | 2023年实际 |\n| --- | --- | --- |\n| 外贸出口 | 亿元 | 190.0 |\n" if year == 2023 else ""
    tables = "\n".join((TABLE.format("外贸出口", "180.0", "198.0"), rates, results))
    assert answers(outcomes(tmp_path, "N39", f"{report('一切正常。', year)}\n## 附表\n{tables}")) == [answer]


def test_a_binding_row_without_any_target_is_told(tmp_path: Path) -> None:
    empty = outcomes(tmp_path, "N27", outline("1.空气质量优良天数比率 | % | 92 | | | 约束性"))
    assert answers(empty) == ["information"]
    assert answers(outcomes(tmp_path, "N27", outline("1.空气质量优良天数比率 | % | 92 | | | 预期性"))) == [
        "not_applicable"
    ]
