"""The public site: of published rows only, in two languages, off until switched on."""

import csv
import io
import itertools
import json
import re
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook

from lantu.store import models, publishing

pytestmark = pytest.mark.django_db
ONLY_OUTLINE, ONLY_REPORT = "46.3%", "45.66%"


@pytest.fixture
def hashes(joined: dict[str, str]) -> dict[str, str]:
    """The documents by name; the site is on, nothing is published."""
    publishing.switch("public", "王芳", on=True)
    return joined


def key() -> str:
    return models.TargetPage.objects.get(name="建成区绿化覆盖率", plan__contains="five-year").key


def everything(client: Client) -> str:
    """Every page and download that there is for the public, as one text."""
    addresses = ["/public/", "/public/en/", "/public/data", "/public/feed.atom"]
    addresses += [f"/public/data/{t}.{e}" for t in ("targets", "values", "statements") for e in ("csv", "json")]
    addresses += [f"/public/plans/{p}" for p in models.PlanPage.objects.values_list("key", flat=True)]
    addresses += [f"/public/targets/{t}" for t in models.TargetPage.objects.values_list("key", flat=True)]
    addresses += [f"/public/documents/{d}/" for d in models.Document.objects.values_list("sha256", flat=True)]
    answers = [client.get(address) for address in addresses]
    assert {a.status_code for a in answers} <= {200, 404}
    return "\n".join(a.content.decode("utf-8-sig") for a in answers if a.status_code == 200)


@pytest.mark.usefixtures("hashes")
def test_the_site_is_off_until_it_is_switched_on(client: Client) -> None:
    publishing.switch("public", "王芳", on=False)
    for address in ("/public/", "/public/data/targets.csv", "/public/feed.atom", "/public/en/data"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "尚未开放" in answer.content.decode()


def test_nothing_of_an_unpublished_document_is_shown(client: Client, hashes: dict[str, str]) -> None:
    texts = {
        name: set(models.Document.objects.get(sha256=h).sentences.values_list("text", flat=True))
        for name, h in hashes.items()
    }
    for shown in itertools.chain.from_iterable(itertools.combinations(hashes, n) for n in range(3)):
        models.Document.objects.update(public=False)
        for name in shown:
            publishing.release(hashes[name], "王芳", "示例")
        said = everything(client)
        for name in hashes.keys() - set(shown):
            assert hashes[name] not in said
            own = texts[name] - set().union(*(texts[other] for other in shown))
            assert not [t for t in own if len(t) > 8 and t in said]
    assert ONLY_OUTLINE in said
    assert ONLY_REPORT in said


def test_an_assessment_is_shown_only_where_all_it_rests_on_is_public(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    text = client.get(f"/public/targets/{key()}").content.decode()
    assert ONLY_OUTLINE in text
    assert "评估未公布" in text
    assert ONLY_REPORT not in text
    publishing.release(hashes["报告.md"], "王芳", "示例")
    text = client.get(f"/public/targets/{key()}").content.decode()
    assert "评估未公布" not in text
    assert ONLY_REPORT in text


def test_findings_silences_and_drafts_are_never_shown(client: Client, hashes: dict[str, str]) -> None:
    for sha256 in hashes.values():
        publishing.release(sha256, "王芳", "示例")
    models.PlanPage.objects.update(record={**models.PlanPage.objects.all()[0].record, "draft": True})
    assert client.get("/public/").content.decode().count("plan-card") == 0
    assert client.get(f"/public/targets/{key()}").status_code == 404


def test_pages_come_in_both_languages(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    english = client.get(f"/public/en/targets/{key()}").content.decode()
    assert '<html lang="en"' in english
    assert "Where the target stands" in english
    assert f'href="/public/targets/{key()}" lang="zh-CN"' in english


def test_open_data_is_the_same_in_every_format(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    got = {e: client.get(f"/public/data/targets.{e}").content for e in ("csv", "json", "xlsx")}
    rows = list(csv.reader(io.StringIO(got["csv"].decode("utf-8-sig"))))
    from_json = json.loads(got["json"])
    book = load_workbook(io.BytesIO(got["xlsx"]))
    assert [list(row.values()) for row in from_json["rows"]] == rows[1:]
    assert [[c or "" for c in row] for row in book.worksheets[0].iter_rows(values_only=True)][1:] == rows[1:]
    assert [row[0] for row in book["字段说明"].iter_rows(values_only=True)][1:] == rows[0]
    assert len(rows) > 1


def test_a_download_is_the_same_bytes_whenever_it_is_asked_for(
    client: Client, hashes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    first = client.get("/public/data/targets.xlsx").content
    monkeypatch.setattr("time.time", lambda: 2_000_000_000)
    assert client.get("/public/data/targets.xlsx").content == first


def test_characters_that_no_file_can_hold_are_left_away(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    models.Document.objects.update(title="纲\x0b要")
    models.Statement.objects.update(text="46\x0b.3%")
    assert "纲要" in client.get("/public/feed.atom").content.decode()
    assert client.get("/public/data/statements.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("cell", "written"), [("=1+1", "'=1+1"), ("-1+cmd", "'-1+cmd"), ("@x", "'@x"), ("-6.1", "-6.1"), ("46.3%", "46.3%")]
)
def test_no_cell_of_a_csv_is_a_formula(client: Client, hashes: dict[str, str], cell: str, written: str) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    models.Statement.objects.update(value=cell[:40])
    rows = list(csv.DictReader(io.StringIO(client.get("/public/data/statements.csv").content.decode("utf-8-sig"))))
    assert {row["value"] for row in rows} == {written}


def test_the_feed_tells_what_was_opened(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    answer = client.get("/public/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert answer.content.decode().count("<entry>") == 1


def say(client: Client, **form: str) -> int:
    return client.post(f"/public/targets/{key()}/comment", {"text": "绿地在哪里？", **form}).status_code


def test_comments_wait_for_a_person_and_are_limited(client: Client, hashes: dict[str, str]) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    assert say(client) == 404
    publishing.switch("comments", "王芳", on=True)
    assert say(client, text="<script>alert(1)</script>绿地") == 302
    page = client.get(f"/public/targets/{key()}").content.decode()
    assert "绿地</p>" not in page
    publishing.moderate(models.Comment.objects.get().pk, "王芳", shown=True)
    page = client.get(f"/public/targets/{key()}").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;绿地</p>" in page
    assert say(client, website="http://spam") == 302
    assert models.Comment.objects.count() == 1
    assert say(client, text=" ") == 400
    assert say(client, text="长" * 1001) == 400
    assert [say(client) for _ in range(5)] == [302, 302, 302, 302, 400]
    assert "127.0.0.1" not in str(list(models.Comment.objects.values()))


def test_a_reader_is_not_known_again_on_another_day(
    client: Client, hashes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing.release(hashes["纲要.md"], "王芳")
    publishing.switch("comments", "王芳", on=True)
    say(client)
    monkeypatch.setattr("lantu.web.portal.views.timezone.localdate", lambda: date(2030, 1, 1))
    say(client)
    assert len(set(models.Comment.objects.values_list("sender", flat=True))) == 2


def test_public_pages_ask_no_other_host(client: Client, hashes: dict[str, str]) -> None:
    for sha256 in hashes.values():
        publishing.release(sha256, "王芳", "示例")
    for address in ("/public/", f"/public/targets/{key()}", "/public/data", f"/public/documents/{hashes['纲要.md']}/"):
        answer = client.get(address)
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert not re.search(r"https?://|\sstyle=|\son\w+=", answer.content.decode())
        assert "max-age" in answer["Cache-Control"]
