"""Checks of years, numbers of plans and sessions, misread years, dates: N23, N24, N26, N38."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, report


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("“十四五”时期（2021—2025年）经济平稳增长。", "passed"),
        ("“十四五”时期（2020—2024年）经济平稳增长。", "likely"),
        ("“十四五”时期（2021—2023年）经济平稳增长。", "not_applicable"),  # the years that are over
        ("2023年3月，十四届全国人大一次会议召开。", "passed"),
        ("2023年3月，十三届全国人大一次会议召开。", "likely"),
        ("2022年，区第十八届人民代表大会第二次会议召开。", "not_applicable"),
    ],
)
def test_numbers_of_plans_and_sessions(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N23", report(text))) == [answer]


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
