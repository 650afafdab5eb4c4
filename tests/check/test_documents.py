"""Several documents side by side: N37."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, report, work_report


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
