"""The document viewer: what was read beside the text, what people say of it, findings, pages, two texts."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from lantu.model import Binding, Statement
from lantu.store import deciding, giving, models, naming
from lantu.store.deciding import Seen
from lantu.web.entry import jobs
from lantu.web.ledger import paging
from tests.command import REPORT
from tests.read.written import Page, written

pytestmark = pytest.mark.django_db
WRONG = REPORT.replace("567.1亿元，增长3.5%", "567.1亿元，增长13.5%，增收4376元").replace("45.66%", "145.66%")


def brought(folder: Path, name: str, data: str | bytes, *, join: bool = False) -> str:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    came = jobs.bring_in([folder / name])
    assert not came.failures, came.failures
    if join:
        jobs.join(came.places[0])
    return came.documents[0][0].sha256


@pytest.fixture
def sha256(tmp_path: Path) -> str:
    return brought(tmp_path, "报告.md", REPORT)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def first(sha256: str, *, decided: bool = False) -> Statement:
    return giving.reading(sha256, decided=decided).statements[0]


def said(client: Client, statement: Statement, **form: str) -> tuple[int, str]:
    seen = {"reading": statement.reading, "decision": "0"}
    answer = client.post(f"/statements/{statement.id}/decide", {**seen, **form})
    return answer.status_code, answer.content.decode() or answer.headers["Location"]


@pytest.mark.parametrize(
    ("form", "field", "value", "shown"),
    [
        ({"indicator": "绿化率"}, "indicator", "绿化率", "指标 <b>绿化率"),
        ({"measure": "ratio"}, "measure", "ratio", "方式 <b>"),
        ({"nature": "estimate"}, "nature", "estimate", "性质 <b>预计"),
        ({"place": "福州市"}, "place", "350100", "地区 <b>福州市 350100"),
        ({"place": "350100"}, "place", "350100", "地区 <b>福州市 350100"),
        ({"binding": "约束性"}, "binding", Binding.BINDING, "约束力 <b>约束性"),
        ({"responsible": "区园林中心"}, "responsible", "区园林中心", "责任单位 <b>区园林中心"),
    ],
)
def test_any_field_can_be_corrected_and_stands_beside_what_was_read(
    client: Client, sha256: str, form: dict[str, str], field: str, value: object, shown: str
) -> None:
    status, where = said(client, first(sha256), verdict="corrected", reason="核对原件", **form)
    assert status == 302, where
    assert getattr(first(sha256, decided=True), field) == value
    assert shown in page(client, f"/documents/{sha256}/")
    alone = page(client, f"/statements/{first(sha256).id}/")
    assert "机器读作：" in alone
    assert "核对原件" in alone


def test_price_basis_scope_range_and_lag_can_be_corrected(client: Client, sha256: str) -> None:
    form = {"price": "real", "scope": "同口径", "lagged": "1", "comparator": "between", "value": "45", "high": "46"}
    assert said(client, first(sha256), verdict="corrected", reason="脚注", **form)[0] == 302
    now = first(sha256, decided=True)
    assert (now.qualifiers.price, now.qualifiers.scope, now.qualifiers.lagged) == ("real", "同口径", True)
    assert str(now.quantity.high) == "46"
    assert "可比价（不变价）" in page(client, f"/statements/{now.id}/")


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"place": "桃花源"}, "桃花源"), ({"price": "cheap"}, "cheap"), ({"value": "1e999999"}, "1e999999"),
        ({"indicator": "长" * 301}, "过长"), ({"binding": "也许"}, "也许"), ({"scope": "\0"}, "过长"),
    ],
)  # fmt: skip
def test_what_is_no_value_of_a_field_is_refused_and_what_was_typed_stays(
    client: Client, sha256: str, form: dict[str, str], why: str
) -> None:
    status, text = said(client, first(sha256), verdict="corrected", reason="我的理由", **form)
    assert status == 409
    assert why in re.findall(r'role="alert">(.*?)</p>', text)[0]
    assert "我的理由</textarea>" in text
    assert not models.Decision.objects.exists()


def test_a_corrected_name_may_hold_for_every_document_of_the_place(client: Client, sha256: str) -> None:
    assert "同一名称今后都这样叫" in page(client, f"/statements/{first(sha256).id}/")
    said(client, first(sha256), verdict="corrected", indicator="绿化覆盖率", reason="统计局名称", always="1")
    assert naming.names("350104") == {"建成区绿化覆盖率": "绿化覆盖率"}
    assert "本地区统称“绿化覆盖率”" in page(client, f"/documents/{sha256}/")


def test_a_refused_correction_names_nothing(client: Client, sha256: str) -> None:
    said(
        client,
        first(sha256),
        decision="7",
        verdict="corrected",
        indicator="绿化覆盖率",
        reason="统计局名称",
        always="1",
    )
    assert not naming.names("350104")


def test_a_stale_edit_is_shown_beside_what_is_there_now_and_can_be_sent_again(client: Client, sha256: str) -> None:
    statement = first(sha256)
    deciding.correct(Seen(statement.id, statement.reading), "李伟", "口径", indicator="森林覆盖率")
    form = {"verdict": "corrected", "indicator": "绿化率", "period": "2022-H1", "reason": "我的理由"}
    status, text = said(client, statement, **form)
    assert status == 409
    assert "已由他人审定" in text
    table = text[text.index("<tbody>") : text.index("</tbody>")]
    for seen in ("建成区绿化覆盖率", "✎ 森林覆盖率", "<mark>绿化率</mark>", "<mark>2022-H1</mark>", "我的理由"):
        assert seen in table, seen
    latest = re.findall(r'name="decision" value="(\d+)"', text)[0]
    assert said(client, statement, **{**form, "decision": latest})[0] == 302
    assert first(sha256, decided=True).indicator == "绿化率"
    history = page(client, f"/statements/{statement.id}/")
    assert history.count("<li><b>✎ 更正</b>") == 2
    assert "李伟" in history


def test_a_decision_leads_back_to_where_it_was_made(client: Client, sha256: str) -> None:
    one, two = giving.reading(sha256, decided=False).statements[:2]
    assert said(client, one, verdict="confirmed", back="statement")[1] == f"/statements/{two.id}/"
    assert said(client, one, verdict="x", back="page")[0] == 409
    where = said(client, two, verdict="confirmed", state="proposed")[1]
    assert where.startswith(f"/documents/{sha256}/?state=proposed#")
    assert models.Job.objects.filter(kind="join").count() == 1, "a place is joined once for many decisions"


def test_readings_are_chosen_by_state_and_marks_of_the_others_lead_to_their_own_page(
    client: Client, sha256: str
) -> None:
    statement = first(sha256)
    said(client, statement, verdict="confirmed")
    waiting = page(client, f"/documents/{sha256}/?state=proposed")
    assert waiting.count('<li class="reading') == 3
    assert f'href="/statements/{statement.id}/"' in waiting
    assert page(client, f"/documents/{sha256}/?state=confirmed").count('<li class="reading') == 1
    assert page(client, f"/documents/{sha256}/?state=finding").count('<li class="reading') == 0
    assert "已审 <b>1</b> / 4" in waiting


def test_a_number_that_a_finding_rests_on_has_a_flag_that_leads_to_it(client: Client, tmp_path: Path) -> None:
    sha256 = brought(tmp_path, "报告.md", WRONG, join=True)
    text = page(client, f"/documents/{sha256}/?state=finding")
    found = re.findall(r'<a class="flag[^"]*" href="(/findings\?[^"#]*)#([0-9a-f]+)"', text)
    assert found
    assert 'class="s proposed flagged"' in text
    address, key = found[0]
    assert f'id="{key}"' in page(client, address.replace("&amp;", "&"))


def test_numbers_unread_are_marked_with_their_reason_and_those_left_out_are_counted(
    client: Client, tmp_path: Path
) -> None:
    sha256 = brought(tmp_path, "报告.md", REPORT + "\n\n综合评价得到367。\n")
    text = page(client, f"/documents/{sha256}/")
    assert re.search(r'<span class="u" id="(u\d+)"[^>]*没有[^>]*><sup[^>]*>\?</sup>367</span>', text)
    assert re.search(r'<li><a href="#u\d+">367</a>', text)
    assert re.search(r"日期、年份 <b>\d+</b>", text)


def test_the_number_of_queries_does_not_grow(
    client: Client, tmp_path: Path, django_assert_num_queries: Any  # noqa: ANN401 - pytest-django's
) -> None:  # fmt: skip
    short = brought(tmp_path, "报告.md", WRONG, join=True)
    many = "".join(f"社会消费品零售总额第{n}月{100 + n}亿元，增长{n}.5%。\n\n" for n in range(1, 99))
    long = brought(tmp_path, "长报告.md", WRONG + "\n\n" + many, join=True)
    page(client, f"/documents/{short}/")
    for sha256 in (short, long):
        with django_assert_num_queries(8):
            page(client, f"/documents/{sha256}/")
        key = first(sha256).id
        with django_assert_num_queries(7):
            page(client, f"/statements/{key}/")


def printed() -> bytes:
    return written(printed_pages())


def printed_pages() -> list[Page]:
    sheet = Page()
    y = 80.0
    for line in REPORT.split("\n"):
        if line:
            y = sheet.lines(72, y, line.lstrip("# "))
    return [sheet]


def test_a_page_of_a_pdf_shows_its_image_with_a_box_for_each_statement(client: Client, tmp_path: Path) -> None:
    sha256 = brought(tmp_path, "报告.pdf", printed())
    text = page(client, f"/documents/{sha256}/pages/1")
    count = len(giving.reading(sha256, decided=False).statements)
    assert count
    assert len(re.findall(r'class="s box proposed"', text)) == count
    assert f'<image href="/documents/{sha256}/pages/1.png"' in text
    assert " style=" not in text
    answer = client.get(f"/documents/{sha256}/pages/1.png")
    assert answer["Content-Type"] == "image/png"
    assert max(Image.open(io.BytesIO(answer.content)).size) <= 1600
    assert client.get(f"/documents/{sha256}/pages/2").status_code == 404
    assert client.get(f"/documents/{sha256}/pages/2.png").status_code == 404
    assert f'href="/documents/{sha256}/pages/1"' in page(client, f"/documents/{sha256}/")


def test_a_decision_on_a_page_leads_to_the_page_of_the_next_statement(client: Client, tmp_path: Path) -> None:
    two = Page()
    two.lines(72, 80, "全年进出口总额287.9亿元，增长12%。")
    sha256 = brought(tmp_path, "报告.pdf", written([*printed_pages(), two]))
    statements = giving.reading(sha256, decided=False).statements
    before = next(s for s in reversed(statements) if s.indicator != "进出口总额")
    where = said(client, before, verdict="confirmed", back="page")[1]
    assert where.startswith(f"/documents/{sha256}/pages/2#")
    assert f'href="/documents/{sha256}/pages/1#' in page(client, f"/documents/{sha256}/pages/2")


def test_a_page_that_cannot_be_drawn_says_so_and_keeps_its_boxes(client: Client, tmp_path: Path) -> None:
    sha256 = brought(tmp_path, "报告.pdf", printed())
    models.Original.objects.update(data=b"%PDF-1.7 cut short")
    paging.drawn.cache_clear()
    text = page(client, f"/documents/{sha256}/pages/1")
    assert "图像不能显示" in text
    assert "已损坏" in text
    assert "s box proposed" in text
    assert "<image" not in text
    assert client.get(f"/documents/{sha256}/pages/1.png").status_code == 404


def test_a_text_has_no_pages(client: Client, sha256: str) -> None:
    assert client.get(f"/documents/{sha256}/pages/1").status_code == 404
    assert client.get(f"/documents/{sha256}/pages/1.png").status_code == 404


def test_two_texts_of_one_publication_stand_side_by_side_with_what_differs(client: Client, tmp_path: Path) -> None:
    one = brought(tmp_path, "报告.md", REPORT)
    two = brought(tmp_path, "报告（印发）.md", REPORT.replace("567.1亿元", "576.1亿元"), join=True)
    assert f'href="/documents/{one}/beside/{two}"' in page(client, f"/documents/{one}/")
    text = page(client, f"/documents/{one}/beside/{two}")
    assert "1 处不同" in text
    assert re.search(r'id="a1" href="#b1"[^>]*><sup>1</sup>567.1', text)
    assert re.search(r'id="b1" href="#a1"[^>]*><sup>1</sup>576.1', text)
    turned = page(client, f"/documents/{two}/beside/{one}")
    assert re.search(r'id="a1" href="#b1"[^>]*><sup>1</sup>576.1', turned)


def test_two_texts_of_different_publications_are_shown_without_a_comparison(client: Client, tmp_path: Path) -> None:
    one, two = brought(tmp_path, "报告.md", REPORT), brought(tmp_path, "另.md", WRONG)
    assert "没有对照结果" in page(client, f"/documents/{one}/beside/{two}")
    assert client.get(f"/documents/{one}/beside/0123").status_code == 404


def test_text_with_script_in_it_stays_text_in_every_view(client: Client, tmp_path: Path) -> None:
    script = "<script>alert(1)</script>"
    sha256 = brought(tmp_path, "报告.md", REPORT.replace("建成区", script + "建成区"))
    said(client, first(sha256), verdict="corrected", indicator=script, reason=script)
    for address in (
        f"/documents/{sha256}/",
        f"/statements/{first(sha256).id}/",
        f"/documents/{sha256}/beside/{sha256}",
    ):
        assert "<script>alert" not in page(client, address)
