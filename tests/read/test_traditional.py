"""A text in traditional characters reads like its twin in simplified ones; its own text stays as printed."""

import pytest

from lantu.extract import extract
from lantu.read import read_bytes

SIMPLIFIED = (
    "关于福州市仓山区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告\n\n"
    "一、2022年计划执行情况\n\n地区生产总值1065亿元，比上年增长3%，城镇新增就业2.18万人。\n\n"
    "二、2023年计划安排\n\n力争一般公共预算总收入突破40亿元，单位能耗下降两成。\n"
)
TRADITIONAL = (
    "關於福州市倉山區2022年國民經濟和社會發展計劃執行情況及2023年計劃草案的報告\n\n"
    "一、2022年計劃執行情況\n\n地區生產總值1065億元，比上年增長3%，城鎮新增就業2.18萬人。\n\n"
    "二、2023年計劃安排\n\n力爭一般公共預算總收入突破40億元，單位能耗下降兩成。\n"
)


@pytest.mark.parametrize("encoding", ["utf8", "big5"])
def test_traditional_characters_read_like_simplified_ones(encoding: str) -> None:
    theirs = extract(read_bytes("report.txt", TRADITIONAL.encode(encoding)))
    ours = extract(read_bytes("report.txt", SIMPLIFIED.encode()))
    assert theirs.document.text == TRADITIONAL
    assert theirs.document.front == ours.document.front
    assert [(s.start, s.end, s.indicator, s.quantity, s.measure, s.nature, s.period) for s in theirs.statements] == [
        (s.start, s.end, s.indicator, s.quantity, s.measure, s.nature, s.period) for s in ours.statements
    ]
    assert [s.text for s in theirs.statements] == ["1065億元", "3%", "2.18萬人", "40億元", "兩成"]


def test_a_simplified_text_keeps_the_characters_that_both_scripts_use() -> None:
    text = "成效显著，乾隆年间的碑刻有3块。"
    assert read_bytes("report.txt", text.encode()).passages[0].text == text
