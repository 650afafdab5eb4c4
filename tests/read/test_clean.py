import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read import read_bytes
from lantu.read.clean import clean


def cleaned(raw: str) -> str:
    return clean(raw, [(0, len(raw))])[0]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("收入 41.5 亿元", "收入41.5亿元"),
        ("2022 年第 18 位", "2022年第18位"),
        ("R&D 经费、AI 小镇", "R&D经费、AI小镇"),
        ("high  tech zone", "high tech zone"),
        ("100 100 8%", "100 100 8%"),
        ("增长 3.0 %；", "增长3.0%；"),
        ("增长**2.5%**;", "增长2.5%;"),
        ("<b>第一章 总则</b>", "第一章总则"),
        ("增长９．１％", "增长9.1%"),
        ("［６．５］", "[6.5]"),
        ("国内生产总值，", "国内生产总值，"),
        ("关于1 9 9 8 年的建议", "关于1998年的建议"),
        ("智能产\n\n业发展", "智能产业发展"),
        ("SAA\n救援", "SAA救援"),
        ("cloud\n platform", "cloud platform"),
        ("\ufeff前\u200b言", "前言"),
    ],
)
def test_what_is_closed_up_and_folded(raw: str, words: str) -> None:
    assert cleaned(raw) == words


@given(st.text(alphabet="年亿 \n\t*ab12.％３，（）\u3000", max_size=60))
def test_every_clean_character_stands_where_its_segment_says(raw: str) -> None:
    words, segments = clean(raw, [(0, len(raw))])
    assert sum(s.length for s in segments) == len(words)
    at = 0
    for segment in segments:
        assert segment.clean == at
        piece = raw[segment.raw : segment.raw + segment.length]
        assert cleaned_alike(piece, words[at : at + segment.length])
        at += segment.length


def cleaned_alike(raw: str, words: str) -> bool:
    fold = {"％": "%", "３": "3", "\n": " ", "\t": " ", "\u3000": " "}
    return "".join(fold.get(char, char) for char in raw) == words


def test_spans_lead_back_to_the_raw_text() -> None:
    document = read_bytes("a.txt", "收支平稳。一般公共预算总收入 41.5 亿\n\n元，下降６．１％。".encode())
    passage = document.passages[0]
    for words, raw in (("41.5亿元", "41.5 亿\n\n元"), ("6.1%", "６．１％")):
        start = passage.text.index(words)
        first, last = passage.span(start, start + len(words))
        assert document.text[first:last] == raw
