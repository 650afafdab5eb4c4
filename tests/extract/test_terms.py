"""Numbers that are no statements, by the rule that leaves each out."""

import pytest

from tests.extract.say import OUTLINE, reading, said


def rules(text: str) -> list[tuple[str, str]]:
    found = reading(text, OUTLINE)
    assert not found.unread
    return [(x.text, x.rule) for x in found.left_out]


def left(text: str) -> list[str]:
    return [rule for _, rule in rules(text)]


@pytest.mark.parametrize(
    "text",
    [
        "使用频段5905MHz。",
        "传感器测量精度优于0.5%。",
        "建成玉树330千伏电源线路。",
        "加快时速600公里高速磁浮列车产业化。",
    ],
)
def test_specifications_of_devices(text: str) -> None:
    assert left(text) == ["technical_figure"]
    assert not reading(text, OUTLINE).statements


@pytest.mark.parametrize(
    "text", ["森林覆盖率达到25%以上。", "区域环境噪声平均值控制在55dB以内。", "算力规模达到12EFLOPS。"]
)
def test_an_indicator_stays_whatever_its_unit(text: str) -> None:
    assert len(said(text, OUTLINE)) == 1


def test_parts_of_a_text() -> None:
    assert left("标准体系主要包括通用、安全等3个部分，如下。《若干政策》共七部分14条。") == [
        "document_part",
        "document_part",
        "document_part",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "对营业收入首次突破10亿元、5亿元的企业，分别给予50万元、20万元奖励。",
        "入驻企业场地面积超过300平方米的，给予50万元、20万元奖励。",
        "年纳税额达到200万元以上、每年稳定增长的，给予50万元、20万元奖励。",
    ],
)
def test_who_is_granted_something_is_a_condition(text: str) -> None:
    assert set(left(text)) == {"threshold"}
    assert [line.split()[-5] for line in said(text, OUTLINE)] == ["50", "20"]


def test_an_age_asked_for_is_a_condition_and_a_life_expected_is_not() -> None:
    assert left("年龄不超过65岁。应年满18周岁。") == ["age", "age"]
    assert len(said("人均预期寿命达到80岁。", OUTLINE)) == 1


def test_numbers_of_standards_notes_telephones_and_lines() -> None:
    assert rules("机器人接口规范 20120878-T-604 制定中。")[0] == ("20120878", "standard_number")
    assert left("实施“两重”［1］项目。") == ["note_number"]
    assert left("联系人刘某，13800000000。") == ["phone"]


def test_chinese_numerals_inside_words_are_words() -> None:
    text = "这十分重要。完善关键零部件供应。和人民一道前进。由国家统一分配。五届人大四次会议批准。"
    assert left(text) == ["word", "word", "word", "word", "edition_name", "edition_name"]


def test_page_furniture_names_its_dates_and_document_numbers() -> None:
    found = reading("关于发展的通知\n\n国办函〔2005〕69号\n\n各市：\n\n一、总体要求\n\n建设公园3个。")
    assert [x.rule for x in found.left_out] == ["document_number"]
