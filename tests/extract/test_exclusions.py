"""Numbers that are no statements are left out by the rule that says why."""

import pytest

from lantu.extract import extract
from lantu.read import read_bytes


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("耕地面积连续四年净增加。", "duration"),
        ("全面贯彻党的二十大精神。", "edition_name"),
        ("提请县人大二次会议审议。", "edition_name"),
        ("改造小区二次供水设施。", "word"),
        ("向第二个百年奋斗目标进军。", "ordinal"),
        ("符合ISO 17296-1:2014的要求。", "standard_number"),
    ],
)
def test_words_with_numerals_are_left_out_by_the_rule_that_fits(text: str, rule: str) -> None:
    assert {x.rule for x in extract(read_bytes("a.txt", text.encode())).left_out} == {rule}
