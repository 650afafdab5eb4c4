"""The pages as a browser asks for them."""

import re
from pathlib import Path

import pytest
from django.test import Client

from lantu.store import deciding, giving, models
from lantu.store.deciding import Seen
from lantu.web.entry import jobs
from tests.command import OUTLINE, REPORT

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def sha256(tmp_path: Path) -> str:
    (tmp_path / "报告.md").write_text(REPORT, encoding="utf-8")
    return jobs.bring_in([tmp_path / "报告.md"]).documents[0][0].sha256


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def said(client: Client, sha256: str, **form: str) -> tuple[int, str]:
    """A form sent for the document's first statement, as its page has it."""
    statement = giving.reading(sha256, decided=False).statements[0]
    seen = {"reading": statement.reading, "decision": "0"}
    answer = client.post(f"/statements/{statement.id}/decide", {**seen, **form})
    return answer.status_code, answer.content.decode() or answer.headers.get("Location", "")


def test_an_empty_ledger_says_what_to_do(client: Client) -> None:
    assert "lantu import" in page(client, "/")
    assert "输入几个字" in page(client, "/search")


@pytest.mark.usefixtures("sha256")
def test_documents_are_listed_with_the_progress_of_their_review(client: Client) -> None:
    deciding.confirm(Seen(*models.Statement.objects.values_list("key", "reading")[0]), "王芳")
    text = page(client, "/documents/")
    assert "关于福州市仓山区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告" in text
    assert "1 / 4" in text


def test_a_document_shows_each_statement_in_its_place_and_what_was_read(client: Client, sha256: str) -> None:
    text = page(client, f"/documents/{sha256}/")
    assert [re.sub("<[^>]+>|○", "", m) for m in re.findall(r'<a class="s proposed".*?</a>', text)] == [
        "45.66%",
        "567.1亿元",
        "3.5%",
        "5%",
    ]
    assert text.count('class="reading proposed"') == 4


def test_a_statement_is_confirmed_and_the_next_is_offered(client: Client, sha256: str) -> None:
    status, where = said(client, sha256, verdict="confirmed")
    second = models.Statement.objects.order_by("start")[1]
    assert (status, where) == (302, f"/documents/{sha256}/#{second.key}")
    assert 'class="reading confirmed"' in page(client, f"/documents/{sha256}/")


def test_a_correction_stands_beside_what_was_read(client: Client, sha256: str) -> None:
    status, _ = said(client, sha256, verdict="corrected", indicator="绿化覆盖率", period="2022-H1", reason="半年数")
    assert status == 302
    text = page(client, f"/documents/{sha256}/")
    assert "更正为：" in text
    assert "半年数" in text
    assert giving.reading(sha256).statements[0].indicator == "绿化覆盖率"
    assert giving.reading(sha256, decided=False).statements[0].indicator == "建成区绿化覆盖率"


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"verdict": "rejected"}, "理由"),
        ({"verdict": "corrected", "reason": "x"}, "没有要更正的"),
        ({"verdict": "corrected", "reason": "x", "value": "四五"}, "四五"),
        ({"verdict": "corrected", "reason": "x", "value": "NaN"}, "NaN"),
        ({"verdict": "corrected", "reason": "x", "period": "明年"}, "明年"),
        ({"verdict": "corrected", "reason": "x", "high": "50"}, "区间"),
        ({"verdict": "corrected", "reason": "x", "measure": "no"}, "no"),
        ({"verdict": "perhaps"}, "perhaps"),
        ({"verdict": "confirmed", "decision": "7"}, "已由他人审定"),
        ({"verdict": "confirmed", "reading": "0"}, "重新读取"),
        ({"verdict": "confirmed", "decision": "-1"}, "decision"),
    ],
)
def test_what_cannot_be_done_is_said_on_the_page_and_nothing_is_written(
    client: Client, sha256: str, form: dict[str, str], why: str
) -> None:
    status, text = said(client, sha256, **form)
    assert status == 409
    assert why in re.findall(r'role="alert">(.*?)</p>', text)[0]
    assert not models.Decision.objects.exists()


def test_findings_are_listed_with_their_arithmetic_and_lead_to_the_sentence(client: Client, tmp_path: Path) -> None:
    wrong = REPORT.replace("567.1亿元，增长3.5%", "567.1亿元，增长13.5%，增收4376元").replace("45.66%", "145.66%")
    (tmp_path / "报告.md").write_text(wrong, encoding="utf-8")
    brought = jobs.bring_in([tmp_path / "报告.md"])
    assert "台账还没有核查结果" in page(client, "/findings")
    jobs.join(brought.places[0])
    text = page(client, "/findings")
    assert "<mark>145.66%</mark>" in text
    assert f"/documents/{brought.documents[0][0].sha256}/#" in text
    assert text.index("■ 错误") < text.index("○ 提示")
    assert "○ 提示" not in page(client, "/findings?place=350104&severity=error")
    assert "没有符合条件的问题" in page(client, "/findings?place=110000")


def test_search_shows_sentences_with_the_words_marked_and_their_statements(client: Client, sha256: str) -> None:
    text = page(client, "/search?q=零售总额")
    assert "共 2 句" in text
    assert text.count("<mark>零售总额</mark>") == 2
    assert f"/documents/{sha256}/#" in text


@pytest.mark.parametrize(
    "query", ["q=%00", "q=" + "长" * 5000, "q=x&year=abcd&first=-5", "q=x&first=9999999999", "q=x&kind=%27"]
)
@pytest.mark.usefixtures("sha256")
def test_search_takes_whatever_is_typed(client: Client, query: str) -> None:
    page(client, f"/search?{query}")


def test_text_with_script_in_it_stays_text(client: Client, tmp_path: Path) -> None:
    path = tmp_path / f"{SCRIPT.replace('/', '')}.md"
    path.write_text(f"# {SCRIPT}{OUTLINE[2:]}\n\n{SCRIPT}零售总额567.1亿元。\n", encoding="utf-8")
    sha256 = jobs.bring_in([path]).documents[0][0].sha256
    for address in ("/", "/documents/", f"/documents/{sha256}/", "/search?q=零售总额", f"/search?q={SCRIPT}"):
        assert "<script>alert" not in page(client, address)


def test_the_file_is_given_as_it_came_and_never_run(client: Client, sha256: str) -> None:
    answer = client.get(f"/documents/{sha256}/file")
    assert answer.content == giving.original(sha256)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("address", ["/documents/0123/", "/documents/0123/file", "/nothing"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_only_this_machine_is_served() -> None:
    assert Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="192.168.1.7").get("/").status_code == 403
    assert Client(SERVER_NAME="example.com").get("/").status_code == 400
    assert Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="::1").get("/").status_code == 200


def test_no_page_may_ask_another_host_or_run_what_is_written_in_it(client: Client, sha256: str) -> None:
    for address in ("/", f"/documents/{sha256}/", "/search?q=零售"):
        answer = client.get(address)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        text = answer.content.decode()
        assert not re.search(r"https?://|\sstyle=|\son\w+=", text)


@pytest.mark.usefixtures("sha256")
def test_a_form_without_its_token_is_refused() -> None:
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    key = models.Statement.objects.values_list("key", flat=True)[0]
    assert strict.post(f"/statements/{key}/decide", {"verdict": "confirmed"}).status_code == 403
    assert not models.Decision.objects.exists()
