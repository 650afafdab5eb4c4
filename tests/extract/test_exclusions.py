"""Numbers that are no statements are left out by the rule that says why."""

import pytest

from lantu.extract import extract
from lantu.read import read_bytes
from tests.extract.say import reading


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


def test_values_of_a_line_that_was_a_table_are_no_list_numbers() -> None:
    found = reading("地区生产总值 亿元 328.9 5.6 350")
    assert [(u.text, u.reason) for u in found.unread] == [(n, "no_unit") for n in ("328.9", "5.6", "350")]
    assert [x.rule for x in reading("4.2 水资源管理").left_out] == ["list_number"]
