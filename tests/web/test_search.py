"""“What did we say last time?” as a browser asks it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lantu.store import models, searching
from tests.command import OUTLINE, REPORT
from tests.store.test_valuing import BULLETIN, NEXT
from tests.web.conftest import BringIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger(bring_in: BringIn) -> None:
    bring_in({"纲要.md": OUTLINE, "报告.md": REPORT, "公报.md": BULLETIN, "工作报告.md": NEXT})


def page(client: Client, query: str) -> str:
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 200, answer
    return answer.content.decode()


def sentences(text: str) -> list[str]:
    return [re.sub("<[^>]+>", "", said) for said in re.findall(r'<p class="said">(.*?)</p>', text)]


def test_values_stand_above_the_sentences_each_linked_to_its_own(client: Client) -> None:
    text = page(client, "q=社会消费品零售总额")
    table = text[text.index('class="value-table"') : text.index('class="hits"')]
    assert [re.sub("<[^>]+>", "", line) for line in re.findall('<th scope="row">.*?</th>', table)][:3] == [
        "○预计",
        "●报告",
        "●公报",
    ]
    for sha256, key in re.findall(r'<a class="figure" href="/documents/(\w+)/#(\w+)"', table):
        assert models.Statement.objects.filter(document__sha256=sha256, key=key).exists()


def test_the_table_is_there_to_copy_without_a_script(client: Client) -> None:
    text = page(client, "q=社零总额")
    copy = re.findall(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", text, re.DOTALL)[0]
    assert copy.splitlines()[0].split("\t") == ["地区", "指标", "口径", "数据版本", "单位", "2022年", "2023年"]
    assert copy.splitlines()[-1].split("\t")[1:] == ["社会消费品零售总额", "总量或水平", "公报", "亿元", "566.8", ""]
    assert re.search(r'<button type="button" class="copy outline" hidden data-copies="copy1"', text)


def test_numbers_of_a_sentence_are_marked_apart_from_the_words(client: Client) -> None:
    text = page(client, "q=零售总额&kind=plan_report&year=2022")
    said = re.findall(r'<p class="said">(.*?)</p>', text)[0]
    assert re.findall("<mark>(.*?)</mark>", said)[0] == "零售总额"
    assert [re.sub("<[^>]+>", "", n) for n in re.findall(r'<a class="number".*?</a>', said)] == [
        "45.66%",
        "567.1亿元",
        "3.5%",
    ]


def test_sentences_are_filtered_by_place_kind_year_and_indicator(client: Client) -> None:
    everything = sentences(page(client, "q=2022"))
    assert len(everything) > len(sentences(page(client, "q=2022&year=2023"))) > 0
    assert sentences(page(client, "q=零售总额&place=110000")) == []
    stated = sentences(page(client, "indicator=社零总额&kind=work_report"))
    assert stated
    assert all("零售总额" in said for said in stated)
    assert sentences(page(client, "q=绿化覆盖率&indicator=地区生产总值")) == []
    assert '<option value="350104" selected>' in page(client, "q=x&place=350104")


def test_an_indicator_leads_to_its_sentences_under_every_name(client: Client) -> None:
    text = page(client, "q=社零总额")
    assert "以下各句用了该指标的别的名称" in text
    assert len(sentences(text)) == 5
    text = page(client, "q=社会消费品零售总额")
    (link,) = re.findall(r'<a href="[?]([^"]*)">按指标列出全部句子', text)
    assert len(sentences(page(client, link))) == 5


def test_the_sentences_of_an_indicator_are_leafed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = sentences(page(client, "indicator=社零"))
    monkeypatch.setattr("lantu.web.ledger.search._A_PAGE", 2)
    first = page(client, "indicator=社零")
    assert "3 句以上" in first
    assert "&amp;first=2" in first
    leafed = [said for at in (0, 2, 4) for said in sentences(page(client, f"indicator=社零&first={at}"))]
    assert leafed == everything


def test_pages_are_leafed_and_past_the_end_is_the_beginning(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lantu.web.ledger.search._A_PAGE", 2)
    first, second = page(client, "q=零售总额"), page(client, "q=零售总额&first=2")
    assert not set(sentences(first)) & set(sentences(second))
    assert "&amp;first=2" in first
    assert sentences(page(client, "q=零售总额&first=900")) == sentences(first)


@pytest.mark.parametrize("common", [0, 10])  # the index is asked; on PostgreSQL the newest documents are walked at once
@pytest.mark.parametrize("query", ["q=零售总额", "q=零售总额 2022", "q=零售总额&indicator=社零"])
def test_a_search_finds_the_same_whichever_way_it_goes(
    client: Client, monkeypatch: pytest.MonkeyPatch, common: int, query: str
) -> None:
    walked = sentences(page(client, query))
    monkeypatch.setattr(searching, "_FEW", 0)
    monkeypatch.setattr(searching, "_COMMON", common)
    assert sentences(page(client, query)) == walked
    monkeypatch.setattr(searching, "_SORTED", 1)  # more than are put in order
    assert sentences(page(client, query)) == walked


def test_what_is_common_is_not_counted_to_the_end(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = sentences(page(client, "q=零售总额"))
    monkeypatch.setattr(searching, "COUNTED", 2)
    monkeypatch.setattr("lantu.web.ledger.search.COUNTED", 2)
    text = page(client, "q=零售总额")
    assert "2 句以上" in text
    assert sentences(text) == usual[:2]
    monkeypatch.setattr(searching, "_FEW", 0)
    assert sentences(page(client, "q=零售总额")) == usual[:2]


def test_the_page_takes_the_same_number_of_queries_however_much_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for query in ("q=社会消费品零售总额", "q=社会消费品零售总额&year=2022&kind=plan_report&place=350104"):
        with django_assert_num_queries(9):  # places, kinds, three of values, how common, keys, sentences, statements
            page(client, query)
