"""Several documents side by side: N37."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, planned, report, work_report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("社会消费品零售总额567亿元，增长3.5%。", ["passed", "passed"]),
        ("社会消费品零售总额576.1亿元，增长3.5%。", ["likely", "passed"]),
        ("社会消费品零售总额超过500亿元，增长5.3%。", ["likely"]),
        ("进出口总额300亿元。", ["not_applicable"]),
    ],
)
def test_two_reports_of_one_session(tmp_path: Path, text: str, found: list[str]) -> None:
    other = report("社会消费品零售总额567.1亿元，增长3.5%。")
    assert sorted(answers(outcomes(tmp_path, "N37", work_report(text), against=other))) == found


@pytest.mark.parametrize(("value", "answer"), [("561.2", "information"), ("361.2", "likely"), ("567.1", "passed")])
def test_last_year_s_figure_restated(tmp_path: Path, value: str, answer: str) -> None:
    draft = report(f"2022年社会消费品零售总额{value}亿元，2023年社会消费品零售总额600亿元。", 2023)
    assert answers(outcomes(tmp_path, "N37", draft, against=report("社会消费品零售总额567.1亿元。"))) == [answer]


@pytest.mark.parametrize(("year", "answer"), [(2012, "information"), (2008, "likely")])
def test_a_census_between_two_reports_revises_output(tmp_path: Path, year: int, answer: str) -> None:
    draft = report(f"2007年地区生产总值266亿元，{year}年地区生产总值519亿元。", year)
    assert answers(outcomes(tmp_path, "N37", draft, against=report("地区生产总值246.6亿元。", 2007))) == [answer]


@pytest.mark.parametrize(("year", "answer"), [(2018, "information"), (2021, "likely")])
def test_a_later_plan_sets_targets_anew(tmp_path: Path, year: int, answer: str) -> None:
    draft = planned("到2025年，森林覆盖率达到66%。", 2022)
    earlier = planned("到2025年，森林覆盖率达到60%。", year)
    assert answers(outcomes(tmp_path, "N37", draft, against=earlier)) == [answer]


def test_budget_and_plan_report_of_one_meeting(tmp_path: Path) -> None:
    """What the plan report wants of the next year is not held against what the budget report says of the last."""
    plan = planned("2023年一般公共预算总收入54.08亿元。")
    budget = "# 关于福州市仓山区2022年预算执行情况和2023年预算草案的报告\n\n（2022年12月21日在仓山区第十八届人民代表大会第二次会议上）\n\n## 一、2022年预算执行情况\n\n全年一般公共预算总收入50.07亿元。\n"
    assert answers(outcomes(tmp_path, "N37", plan, against=budget)) == ["not_applicable"]
    told = report("一般公共预算总收入50.70亿元。")
    assert answers(outcomes(tmp_path, "N37", told, against=budget)) == ["likely"]
