"""Sentences are found by any stretch of characters in them, on both databases."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from lantu.store import models, taking
from lantu.store.searching import Asked, Found, search
from lantu.store.tokens import phrases, tokens
from tests.command import OUTLINE, REPORT
from tests.store.test_taking import read

pytestmark = pytest.mark.django_db
NEWS = """# 福州市仓山区2023年政府工作报告

（2023年1月5日在仓山区第十八届人民代表大会第三次会议上）

水利投资增长8%。供水普及率达到99.50%，GDP突破1,000亿元。今年，社会消费品零售总额增长5%左右。
"""


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path) -> None:
    for name, text in (("纲要.md", OUTLINE), ("报告.md", REPORT), ("工作报告.md", NEWS)):
        taking.take(read(tmp_path, name, text))


def texts(found: Found) -> list[str]:
    return [h.text for h in found.hits]


def test_words_are_pairs_of_characters_and_whole_numbers() -> None:
    assert list(tokens("GDP突破1,000.5亿元，占８％")) == ["gdp", "突破", "破", "1000d5", "亿元", "元", "占", "8p"]
    assert phrases("零售总额 5%") == [["零售", "售总", "总额"], ["5p"]]
    assert phrases("，。") == []


def test_a_stretch_inside_a_word_is_found() -> None:
    found = search(Asked("费品零售"))
    assert found.count == 3
    assert all("社会消费品零售总额" in text for text in texts(found))


def test_one_character_is_found_wherever_it_stands() -> None:
    assert texts(search(Asked("水"))) == ["水利投资增长8%。", "供水普及率达到99.50%，GDP突破1,000亿元。"]


@pytest.mark.parametrize("words", ["1000亿元", "gdp", "99.50%", "ＧＤＰ突破", "供水 亿元", "1,000"])
def test_numbers_and_latin_words_are_found_however_they_are_typed(words: str) -> None:
    assert texts(search(Asked(words))) == ["供水普及率达到99.50%，GDP突破1,000亿元。"]


@pytest.mark.parametrize("words", ["", "  ", "，", "没有这句", "99", "' OR 1=1", '"*', "水 没有", "NOT 水:"])
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert search(Asked(words)) == Found(0, ())


def test_rows_of_tables_are_found() -> None:
    (hit,) = search(Asked("绿化覆盖率 46.3")).hits
    assert hit.text == "2.建成区绿化覆盖率 ｜ % ｜ 45.26 ｜ 46.3 ｜ [1.04] ｜ 约束性"


def test_a_hit_names_its_document_its_marks_and_its_statements() -> None:
    hit = search(Asked("零售总额", kind="work_report")).hits[0]
    assert [hit.text[a:b] for a, b in hit.marks] == ["零售总额"]
    assert (hit.name, hit.place, hit.dated) == ("工作报告.md", "350104", "2023-01-05")
    assert [(s.indicator, s.text) for s in hit.statements] == [("社会消费品零售总额", "5%")]


def test_later_documents_come_first_and_filters_hold() -> None:
    assert [h.name for h in search(Asked("零售总额")).hits] == ["工作报告.md", "报告.md", "报告.md"]
    assert search(Asked("零售总额", kind="plan_report")).count == 2
    assert search(Asked("零售总额", year=2023)).count == 3
    assert search(Asked("零售总额", year=2024)).count == 0
    assert search(Asked("零售总额", place="110000")).count == 0
    assert len(search(Asked("零售总额", first=1, at_most=1)).hits) == 1


def test_a_page_of_hits_takes_four_queries(
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    with django_assert_num_queries(4):  # how common, keys, sentences, statements
        assert len(search(Asked("零售总额")).hits) == 3


def test_a_document_withdrawn_or_read_again_is_found_as_it_is(tmp_path: Path) -> None:
    document = models.Document.objects.get(name="工作报告.md")
    taking.withdraw(document.sha256)
    assert search(Asked("水利")).count == 0
    document.delete()
    taking.take(read(tmp_path, "工作报告.md", NEWS))
    assert search(Asked("水利")).count == 1
