from collections.abc import Mapping
from pathlib import Path

import pytest

from lantu.model import Document, PassageKind
from lantu.read import read, read_bytes

WRAPPED = """
（一）全力稳住经济大盘，推动产业转型发展

扶持企业壮大产业。坚持引进大龙头、培育大集群、发展大

产业，聚焦载体建设，持续开展服务企业的各项活动，全年新

增规上企业 44 家，完成投资 560 亿元，增长 3.5%；一般公

共预算总收入 41.5 亿元。

工业发展稳步推进。园区标准化建设成效凸显，片区累计入驻

龙头企业 10 余家。
"""


def doc(text: str, name: str = "a.txt") -> Document:
    return read_bytes(name, text.encode())


def of(document: Document, kind: PassageKind) -> list[str]:
    return [p.text for p in document.passages if p.kind is kind]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert of(doc(WRAPPED), PassageKind.PARAGRAPH) == [
        "扶持企业壮大产业。坚持引进大龙头、培育大集群、发展大产业，聚焦载体建设，持续开展服务企业的各项活动，全年新增规上企业44家，完成投资560亿元，增长3.5%；一般公共预算总收入41.5亿元。",
        "工业发展稳步推进。园区标准化建设成效凸显，片区累计入驻龙头企业10余家。",
    ]


def test_a_page_break_in_a_paragraph_is_closed() -> None:
    text = "一、目标\n\n坚持创新发展。到 2025 年取得一批成果，实\n\n现 30 项以上转化。\n\n加快平台建设，培育人才。\n"
    assert of(doc(text), PassageKind.PARAGRAPH) == [
        "坚持创新发展。到2025年取得一批成果，实现30项以上转化。",
        "加快平台建设，培育人才。",
    ]


def test_a_page_number_in_a_paragraph_is_stepped_over() -> None:
    text = "一、目标\n\n坚持创新发展。到2025年取得一批成果，实\n\n— 12 —\n\n现30项以上转化。\n"
    document = doc(text)
    assert of(document, PassageKind.PARAGRAPH) == ["坚持创新发展。到2025年取得一批成果，实现30项以上转化。"]
    assert of(document, PassageKind.FURNITURE) == ["—12—"]


def test_headings_nest_by_their_numbers() -> None:
    text = "第一章 总则\n\n第一节 基础\n\n一、机遇\n\n（一）经济\n\n经济发展良好。\n\n第二节 目标\n\n目标明确。\n"
    paths = {p.text: p.headings for p in doc(text).passages if p.kind is PassageKind.PARAGRAPH}
    assert paths == {
        "经济发展良好。": ("第一章 总则", "第一节 基础", "一、机遇", "（一）经济"),
        "目标明确。": ("第一章 总则", "第二节 目标"),
    }


def test_plain_headings_stand_above_the_series_that_follows() -> None:
    text = (
        "一 发展环境向好\n\n新增市场主体2万户。\n\n预计2023年主要指标\n\n- 生产总值增长2.5%;\n- 投资增长0.5%。\n\n"
        "重点做好两项工作\n\n一、抓改革\n\n推动创新举措3项以上。\n"
    )
    paths = {p.text: p.headings for p in doc(text).passages}
    assert paths["新增市场主体2万户。"] == ("一 发展环境向好",)
    assert paths["投资增长0.5%。"] == ("预计2023年主要指标",)
    assert paths["推动创新举措3项以上。"] == ("重点做好两项工作", "一、抓改革")


def test_a_heading_may_run_on_into_its_paragraph() -> None:
    text = (
        "一、工作\n\n（一）扩大内需。实施项目2500个。\n\n提振消费，发放补贴1亿元。\n\n（二）科技创新。新增企业3家。\n"
    )
    paths = {p.text: p.headings for p in doc(text).passages}
    assert paths["（一）扩大内需。实施项目2500个。"] == ("一、工作",)
    assert paths["提振消费，发放补贴1亿元。"] == ("一、工作", "（一）扩大内需")
    assert paths["（二）科技创新。新增企业3家。"] == ("一、工作",)


def test_items_are_no_headings() -> None:
    text = "# 目标\n\n——**综合实力增强**。生产总值增长8%。\n\n1.创新能力。研发投入增长20%。\n\n* 新增就业6.5万人\n"
    assert of(doc(text), PassageKind.ITEM) == [
        "——综合实力增强。生产总值增长8%。",
        "1.创新能力。研发投入增长20%。",
        "新增就业6.5万人",
    ]


def test_contents_page_numbers_and_imprint_are_furniture() -> None:
    text = (
        "某市规划纲要\n\n目 录\n\n前 言\t1\n第一章 总则\t2\n第二章 目标······5\n\n前 言\n\n规划期为五年。\n\n第一章 总则\n\n坚持发展。\n\n"
        "第二章 目标\n\n增长8%。\n\n某市办公室 2021 年 1 月 20 日印\n"
    )
    document = doc(text)
    assert of(document, PassageKind.FURNITURE) == [
        "目录",
        "前言1",
        "第一章总则2",
        "第二章目标······5",
        "某市办公室2021年1月20日印",
    ]
    assert [p.text for p in document.passages if p.kind is PassageKind.HEADING] == [
        "前言",
        "第一章 总则",
        "第二章 目标",
    ]


def test_offsets_count_carriage_returns_and_the_byte_order_mark() -> None:
    document = read_bytes("a.txt", "\ufeff一、目标\r\n\r\n增长 5%。\r\n".encode())
    assert document.text == "\ufeff一、目标\r\n\r\n增长 5%。\r\n"
    passage = document.passages[-1]
    start = passage.text.index("5%")
    assert document.text[slice(*passage.span(start, start + 2))] == "5%"


def test_the_title_is_joined_and_labels_are_set_aside() -> None:
    text = "关于某市 2022 年国民经济和社会发展\n计划执行情况的报告\n\n（2022年12月21日在某市第十八届人民代表大会第二次会议上）\n\n各位代表：\n\n请予审议。\n"
    document = doc(text)
    assert of(document, PassageKind.TITLE) == ["关于某市2022年国民经济和社会发展计划执行情况的报告"]
    assert of(document, PassageKind.FURNITURE) == ["（2022年12月21日在某市第十八届人民代表大会第二次会议上）"]


def test_two_texts_of_one_report_give_the_same_passages(seeds: Mapping[str, Path]) -> None:
    """000 is line-wrapped, 001 has page breaks. Of their five differences two stand in one paragraph."""
    first, second = read(seeds["000"]), read(seeds["001"])
    assert [p.kind for p in first.passages[:-1]] == [p.kind for p in second.passages]
    assert sum(a.text != b.text for a, b in zip(first.passages, second.passages, strict=False)) == 4
    assert first.passages[-1].kind is PassageKind.FURNITURE


@pytest.mark.parametrize("words", ["从全省第18位提升", "实现30项以上", "节能减排降碳任务", "个案40个"])
def test_page_breaks_of_the_seeds_are_closed(words: str, seeds: Mapping[str, Path]) -> None:
    assert any(words in p.text for number in ("001", "003") for p in read(seeds[number]).passages)
