import pytest

from lantu.link.sentences import is_headline
from lantu.model import Nature
from tests.link.build import document, say


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("今年经济社会发展主要预期目标：地区生产总值增长5%；零售增长6%。", True),
        ("主要预期目标是：一般公共预算收入增长3%。零售增长6%。", False),
        ("力争零售增长6%，实现预期目标。", False),
        ("大力促进消费，零售增长6%。", False),
    ],
)
def test_the_sentence_says_that_a_target_leads_the_plan(text: str, leads: bool) -> None:
    one = document(text, year=2022)
    said = say(one, "6%", "社会消费品零售总额", "6 %", "2023", nature=Nature.TARGET)
    assert is_headline(one, said) is leads


@pytest.mark.parametrize(
    ("heading", "leads"),
    [("2024年主要预期目标", True), ("2024年主要目标和重点工作", False), ("改善民生", False)],
)
def test_the_heading_right_above_says_it(heading: str, leads: bool) -> None:
    one = document("零售增长6%。", year=2023)
    said = say(one, "6%", "社会消费品零售总额", "6 %", "2024", nature=Nature.TARGET)
    section = ("二、安排意见", heading)
    object.__setattr__(said, "section", section)
    assert is_headline(one, said) is leads
