"""Checks of years, numbers of plans and sessions, misread years, dates: N23, N24, N26, N38."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, report, work_report


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("“十四五”时期（2021—2025年）经济平稳增长。", "passed"),
        ("“十四五”时期（2020—2024年）经济平稳增长。", "likely"),
        ("“十四五”时期（2021—2023年）经济平稳增长。", "not_applicable"),  # the years that are over
        ("“十四五”时期（2021—2026年）经济平稳增长。", "likely"),
        ("第十四个五年规划期（2021年至2026年）经济平稳增长。", "likely"),
        ("“十四五”时期（2020—2025年）经济平稳增长。", "not_applicable"),  # from the base year
        ("2023年3月，十四届全国人大一次会议召开。", "passed"),
        ("2023年3月，十三届全国人大一次会议召开。", "likely"),
        ("2022年，区第十八届人民代表大会第二次会议召开。", "not_applicable"),
    ],
)
def test_numbers_of_plans_and_sessions(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N23", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("现将计划草案提请区第十八届人民代表大会第二次会议审议。", ["passed"]),
        ("现将计划草案提请区第十八届人民代表大会第三次会议审议。", ["likely"]),
        ("现将计划草案提请区十九届人大二次会议审查。", ["likely"]),
        ("区第十八届人民代表大会第一次会议以来，我们真抓实干。", ["not_applicable"]),
        ("现将计划草案提请区第十八届人民代表大会常务委员会第三次会议审议。", ["not_applicable"]),
    ],
)
def test_one_meeting_has_one_number(tmp_path: Path, text: str, found: list[str]) -> None:
    assert answers(outcomes(tmp_path, "N23", report(text))) == found


@pytest.mark.parametrize(
    ("year", "session", "found"),
    [(2022, "二", ["passed"]), (2022, "三", ["likely"]), (2023, "三", ["not_applicable"])],
)
def test_documents_of_one_meeting(tmp_path: Path, year: int, session: str, found: list[str]) -> None:
    other = work_report("一切正常。", year).replace("第二次会议", f"第{session}次会议")
    assert answers(outcomes(tmp_path, "N23", report("一切正常。"), against=other)) == found


@pytest.mark.parametrize(("session", "answer"), [("二", "passed"), ("三", "likely")])
def test_a_budget_report_tells_no_year_but_the_day(tmp_path: Path, session: str, answer: str) -> None:
    budget = f"# 关于预算草案的报告\n\n（2022年12月21日在仓山区第十八届人民代表大会第{session}次会议上）\n\n一般公共预算收入3亿元。\n"
    assert answers(outcomes(tmp_path, "N23", work_report("一切正常。"), against=budget)) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2021年是“十四五”开局之年。", "passed"),
        ("2022年是“十四五”开局之年。", "likely"),
        ("2025年是“十四五”规划收官之年。", "passed"),
        ("2023年是实施“十四五”规划的第三年。", "passed"),
        ("2024年是实施“十四五”规划的第三年。", "likely"),
        ("2024年是实施“十四五”规划的关键一年。", "not_applicable"),
        ("2023年是全面贯彻落实党的二十大精神的开局之年。", "passed"),
        ("2023年是全面贯彻落实党的二十大精神的关键之年。", "information"),
        ("2024年是全面贯彻落实党的二十大精神的开局之年。", "likely"),
        ("2024年是全面贯彻落实党的二十大精神的关键之年。", "not_applicable"),
    ],
)
def test_formulas_of_the_year(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N24", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("展望二三五年，基本实现现代化。", "likely"),
        ("展望二〇三五年，基本实现现代化。", "passed"),
        ("展望二○三五年，基本实现现代化。", "passed"),
        ("再用三五年时间，基本实现现代化。", "not_applicable"),
        ("前一二三年级学生全部参加。", "not_applicable"),
    ],
)
def test_years_that_lost_a_digit(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N26", report(text))) == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("大桥于6月30日通车。", "passed"),
        ("大桥于6月31日通车。", "error"),
        ("展会定于2023年2月29日开幕。", "error"),
        ("展会定于2024年2月29日开幕。", "passed"),
        ("展会于11月28—31日举行。", "error"),
        ("试点自14月5日起施行。", "error"),
        ("庙会在农历2月30日。", None),
    ],
)
def test_dates_of_the_calendar(tmp_path: Path, text: str, answer: str | None) -> None:
    own = "passed"  # the day of the meeting, at the head of the report
    assert answers(outcomes(tmp_path, "N38", report(text))) == [own, *([answer] if answer else [])]
