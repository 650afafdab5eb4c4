from dataclasses import replace

import pytest

from lantu.link.sentences import leading
from lantu.model import Document, Nature, Statement
from tests.link.build import document, say


def wanted(of: Document, printed: str, indicator: str) -> Statement:
    return say(of, printed, indicator, f"{printed.removesuffix('%')} %", "2023", nature=Nature.TARGET)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("今年经济社会发展主要预期目标：地区生产总值增长5%；零售增长6%。", True),
        ("主要预期目标是：一般公共预算收入增长5%。零售增长6%。", True),
        ("主要预期目标是：一般公共预算收入增长5%。要坚定信心。零售增长6%。", False),
        ("主要预期目标是：一般公共预算收入增长5%。\n零售增长6%。", False),
        ("主要预期目标：\n一般公共预算收入增长5%。\n零售增长6%。", True),
        ("主要预期目标：\n一般公共预算收入增长5%。\n要做好工作。\n零售增长6%。", False),
        ("实现预期目标，一般公共预算收入增长5%。零售增长6%。", False),
        ("力争零售增长6%，实现预期目标。", False),
        ("大力促进消费，零售增长6%。", False),
    ],
)
def test_a_list_of_main_targets_goes_on_until_another_subject_begins(text: str, leads: bool) -> None:
    one = document(text, year=2022)
    said = wanted(one, "6%", "社会消费品零售总额")
    others = [wanted(one, "5%", "一般公共预算收入")] if "5%" in text else []
    assert (said.id in leading(one, [*others, said])) is leads


@pytest.mark.parametrize(
    ("heading", "leads"),
    [("2024年主要预期目标", True), ("2024年主要目标和重点工作", False), ("改善民生", False)],
)
def test_the_heading_right_above_says_it(heading: str, leads: bool) -> None:
    one = document("零售增长6%。", year=2023)
    said = replace(wanted(one, "6%", "社会消费品零售总额"), section=("二、安排意见", heading))
    assert (said.id in leading(one, [said])) is leads
