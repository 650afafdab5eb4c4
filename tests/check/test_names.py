"""Checks of names, wholes, estimates and sorts of value: N21, N22, N32, N34."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, outline, report, work_report


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("进出口总额287.9亿元，出口总额287.9亿元。", "likely"),
        ("进出口总额287.9亿元，出口总额151.2亿元。", "passed"),
        ("进出口总额30亿元，出口总额30亿元。", "passed"),  # two digits agree by chance
        ("数字经济规模达400亿元，数字经济核心产业增加值100亿元。", "passed"),
        ("进出口总额287.9亿元，社会消费品零售总额287.9亿元。", "not_applicable"),  # nobody takes one for the other
    ],
)
def test_one_figure_under_two_names(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N21", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("公共财政总收入41.2亿元，下降6.8%。", "information"),
        ("公共财政总收入41.5亿元，下降6.1%。", "likely"),
        ("公共财政总收入141.5亿元，增长6.1%。", "not_applicable"),  # another thing altogether
        ("一般公共预算总收入41.5亿元，公共财政总收入43.5亿元。", "passed"),
    ],
)
def test_one_thing_under_two_names(tmp_path: Path, text: str, answer: str) -> None:
    other = report("一般公共预算总收入41.5亿元，下降6.1%。")
    assert answers(outcomes(tmp_path, "N21", work_report(text), against=other)) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("累计竣工项目66个，超序时进度10.9个百分点。", "information"),
        ("计划竣工项目70个，累计竣工66个，超序时进度10.9个百分点。", "passed"),
        ("新竣工项目34个，竣工率85%。", "information"),
        ("40个项目中，新竣工34个，竣工率85%。", "passed"),
        ("新竣工项目34个，支持改革的市民占85%。", "not_applicable"),
        ("竣工率85%。", "not_applicable"),
    ],
)
def test_the_whole_of_a_rate(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N22", report(text))) == [answer]


def test_wholes_that_fit_a_lead_are_named_and_none_is_taken(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "N22", report("累计开工项目66个，超序时进度10.9个百分点。"))
    assert found.seen
    assert dict(found.seen.values)["wholes"] == "70个(10), 85个(8)"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("地区生产总值1045.8亿元，增长3%。", "information"),  # a report of 21 December
        ("预计，地区生产总值1045.8亿元，增长3%。", "passed"),
        ("预计全年各项指标平稳。\n\n地区生产总值1045.8亿元，增长3%。", "passed"),
        ("新建5G基站200个。", "not_applicable"),
    ],
)
def test_a_year_that_is_not_over(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N32", report(text))) == [answer]


def test_an_estimate_in_the_other_report(tmp_path: Path) -> None:
    draft = work_report("社会消费品零售总额567.1亿元。").replace("2022年12月21日", "2023年1月8日")
    plan = report("预计社会消费品零售总额567.1亿元。").replace("2022年12月21日", "2023年1月8日")
    assert answers(outcomes(tmp_path, "N32", draft, against=plan)) == ["information"]


@pytest.mark.parametrize(
    ("row", "answers_"),
    [
        ("1.森林覆盖率 | % | 45.26 | 46.3 | | 约束性", ["passed"]),
        ("1.营商环境满意度 | % | 85.2 | 第3位 | | 预期性", ["likely"]),
        ("1.森林覆盖率 | % | 45.26 | 达标 | | 约束性", ["information"]),
        ("1.森林覆盖率 | % | 45.26 | 完成市下达指标 | | 约束性", ["not_applicable"]),
        ("1.森林覆盖率 | % | 45.26 | 持平 | | 约束性", ["not_applicable"]),
    ],
)
def test_sorts_of_value_in_a_row(tmp_path: Path, row: str, answers_: list[str]) -> None:
    assert answers(outcomes(tmp_path, "N34", outline(row))) == answers_


def test_a_target_that_is_only_ranked(tmp_path: Path) -> None:
    plan = outline("1.森林覆盖率 | % | 45.26 | 46.3 | | 约束性")
    draft = report("森林覆盖率居全市第3位。", 2025)
    assert "likely" in answers(outcomes(tmp_path, "N34", draft, against=plan))
