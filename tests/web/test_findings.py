"""The findings inbox: filtered, answered with a reason, taken back, asked again when the text changes."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from lantu.store import answering, keeping, models
from lantu.web.entry import jobs
from tests.command import REPORT

pytestmark = pytest.mark.django_db
WRONG = REPORT.replace("567.1亿元，增长3.5%", "567.1亿元，增长13.5%").replace("45.66%", "145.66%")


@pytest.fixture(autouse=True)
def finding(tmp_path: Path) -> models.Outcome:
    """The finding that a share is over 100%."""
    told(tmp_path, WRONG)
    return models.Outcome.objects.get(answer="failed", severity="error")


def told(folder: Path, text: str) -> str:
    """Bring a report in and join its place; its hash."""
    path = folder / "报告.md"
    path.write_text(text, encoding="utf-8")
    brought = jobs.bring_in([path])
    jobs.join(brought.places[0])
    return brought.documents[0][0].sha256


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/findings{query}")
    assert answer.status_code == 200, answer
    return answer.content.decode()


def ids(text: str) -> list[str]:
    return re.findall(r'<article class="finding [^"]*" id="(\w+)"', text)


def said(client: Client, key: str, **form: str) -> tuple[int, str]:
    answer = client.post(f"/findings/{key}/answer", {"kind": "accepted", "reason": "口径不同", "seen": "0", **form})
    return answer.status_code, answer.content.decode()


def test_an_answered_finding_leaves_the_open_ones_and_the_place_is_to_be_joined(
    client: Client, finding: models.Outcome
) -> None:
    before = ids(page(client))
    assert said(client, finding.key)[0] == 302
    assert ids(page(client)) == [key for key in before if key != finding.key]
    answered = page(client, "?which=answered")
    assert ids(answered) == [finding.key]
    assert "口径不同" in answered
    assert "重新汇总后随之更新" in answered
    assert not keeping.is_fresh("350104")
    assert models.Job.objects.get().asked == {"place": "350104"}


@pytest.mark.parametrize(
    ("form", "why"),
    [({"reason": "  "}, "理由"), ({"kind": "perhaps"}, "perhaps"), ({"seen": "99"}, "已有人答复")],
)
def test_what_cannot_be_answered_is_said_at_the_finding_and_what_was_typed_stays(
    client: Client, finding: models.Outcome, form: dict[str, str], why: str
) -> None:
    status, text = said(client, finding.key, **form)
    assert status == 409
    (error,) = re.findall(r'role="alert">(.*?)</p>', text)
    assert why in error
    assert f"{form.get('reason', '口径不同').strip()}</textarea>" in text
    assert not models.Answer.objects.exists()


def test_a_finding_that_is_gone_is_told_above(client: Client) -> None:
    status, text = said(client, "0123456789abcdef")
    assert status == 409
    assert text.index("台账中没有问题") < text.index("<article")


def test_every_answer_stays_in_the_history(client: Client, finding: models.Outcome) -> None:
    said(client, finding.key)
    said(client, finding.key, kind="taken_back", reason="看错了", seen=str(answering.latest(finding.key)))
    text = page(client)
    history = re.findall(r'<ol class="answers".*?</ol>', text)[0]
    assert history.index("口径不同") < history.index("看错了")
    assert finding.key in ids(text)
    assert answering.replies("350104") == ()


def test_an_answer_to_an_earlier_text_is_shown_beside_the_finding_of_today(
    client: Client, tmp_path: Path, finding: models.Outcome
) -> None:
    said(client, finding.key)
    models.Document.objects.all().delete()
    told(tmp_path, WRONG.replace("145.66%", "146.66%"))
    text = page(client, "?which=reopened")
    (now,) = ids(text)
    assert now != finding.key
    assert "答复后原文有变化" in text
    assert "口径不同" in text


def test_an_answer_that_holds_reopens_no_finding_worded_alike(client: Client, finding: models.Outcome) -> None:
    said(client, finding.key)
    like = models.Outcome.objects.exclude(key=finding.key).filter(answer="failed")[0]
    models.Outcome.objects.filter(pk=like.pk).update(key=finding.key[:8] + "00000000")
    assert ids(page(client, "?which=reopened")) == []


def test_findings_are_filtered(client: Client, finding: models.Outcome) -> None:
    everything = ids(page(client, "?which=all"))
    assert ids(page(client, f"?check={finding.rule}&place=350104&severity=error")) == [finding.key]
    assert finding.key in ids(page(client, "?q=绿化覆盖率"))
    assert ids(page(client, "?q=没有这句")) == []
    assert ids(page(client, "?check=N0")) == []
    assert ids(page(client, "?which=%00&q=%00")) == everything


def test_the_inbox_takes_the_same_number_of_queries_however_much_there_is(
    client: Client, finding: models.Outcome, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for query in ("", "?severity=error"):
        with django_assert_num_queries(8):  # answers, keys, count, rows, documents, places, work, history
            page(client, query)
    said(client, finding.key)
    with django_assert_num_queries(8):
        page(client, "?which=all")


def test_an_assessment_no_longer_rests_on_what_was_answered(checkout: Path) -> None:
    def doubted() -> set[str]:
        rows = models.TargetPage.objects.values_list("row", flat=True)
        return {doubt["id"] for row in rows for doubt in row["doubts"]}

    example = checkout / "examples" / "cangshan"
    (place,) = jobs.bring_in(example / name for name in ("outline.md", "plan-report-2022.md", "news-2023.txt")).places
    jobs.join(place)
    before = doubted()
    key = models.Outcome.objects.filter(rule="N16", key__in=before).values_list("key", flat=True)[0]
    answering.answer(key, "accepted", "王芳", "上年数按可比口径调整")
    jobs.join(place)
    assert doubted() == before - {key}
