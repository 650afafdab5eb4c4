"""Checks of growth against levels: N2."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, outline, report


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 8% | 预期性", "passed"),  # 7.99
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 10% | 预期性", "error"),
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 7.5% | 预期性", "likely"),  # a decided level is often round
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 5%以上 | 预期性", "passed"),
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 10%以上 | 预期性", "error"),
        ("1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性", "information"),  # prices rise 2.5 % a year
        ("1.地区生产总值 | 亿元 | 902.27 | 1900 | 8% | 预期性", "error"),
        ("1.固定资产投资 | 亿元 | 500 | 900 | 6% | 预期性", "not_applicable"),
    ],
)
def test_average_growth_in_a_table(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N2", outline(row))) == [answer]


@pytest.mark.parametrize(("growth", "answer"), [("13.6", "passed"), ("13.5", "passed"), ("9", "error")])
def test_average_growth_in_a_sentence(tmp_path: Path, growth: str, answer: str) -> None:
    """567.1 / 300 over five years is 13.58 %, 13.53 … 13.63 by rounding: 13.5 may be meant."""
    text = report(f"社会消费品零售总额由2017年的300亿元增长到2022年的567.1亿元，年均增长{growth}%。")
    assert answers(outcomes(tmp_path, "N2", text)) == [answer]


def test_the_arithmetic_can_be_followed(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "N2", outline("1.每万人发明专利拥有量 | 件 | 32 | 47 | 9% | 预期性"))
    assert found.seen is not None
    assert found.seen.filled["years"] == "5"
    assert (found.printed, found.computed.startswith("7.")) == ("9%", True)
    assert [e.around for e in found.evidence] == ["1.每万人发明专利拥有量|件|32|47|9%|预期性"] * 3
