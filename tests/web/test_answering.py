"""Findings are answered with a reason; what rests on them follows."""

from datetime import timedelta

import pytest
from django.test import Client

from lantu.store import models, naming
from lantu.web.entry import worker
from tests.command import OUTLINE, REPORT
from tests.web.conftest import BringIn

pytestmark = pytest.mark.django_db
WRONG = REPORT.replace("45.66%", "145.66%")


@pytest.fixture
def finding(bring_in: BringIn) -> str:
    bring_in({"纲要.md": OUTLINE, "报告.md": WRONG})
    return models.Outcome.objects.filter(answer="failed", severity="error").values_list("key", flat=True)[0]


def answer(client: Client, finding: str, **form: str) -> tuple[int, str]:
    sent = {"kind": "accepted", "reason": "口径不同", "seen": "0", **form}
    done = client.post(f"/findings/{finding}/answer", sent)
    return done.status_code, done.content.decode()


def shown(client: Client, finding: str, which: str) -> bool:
    return f'id="{finding}"' in client.get(f"/findings?which={which}").content.decode()


def test_an_answered_finding_stays_quiet_and_keeps_its_history(client: Client, finding: str) -> None:
    assert shown(client, finding, "open")
    assert answer(client, finding)[0] == 302
    assert not shown(client, finding, "open")
    assert "口径不同" in client.get("/findings?which=answered").content.decode()
    first = models.Answer.objects.get().pk
    assert answer(client, finding, kind="taken_back", reason="看错了", seen=str(first))[0] == 302
    assert shown(client, finding, "open")
    text = client.get("/findings").content.decode()
    assert text.index("口径不同") < text.index("看错了")


def test_an_assessment_no_longer_rests_on_an_answered_finding(client: Client, finding: str) -> None:
    rests = [t for t in models.TargetPage.objects.all() if finding in [d["id"] for d in t.row["doubts"]]]
    assert rests
    answer(client, finding)
    while worker.run_one(settle=timedelta(0)):
        pass
    now = models.TargetPage.objects.get(key=rests[0].key)
    assert finding not in [d["id"] for d in now.row["doubts"]]


@pytest.mark.parametrize(
    ("form", "why"), [({"reason": " "}, "理由"), ({"kind": "perhaps"}, "种类"), ({"seen": "7"}, "已有人答复")]
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    client: Client, finding: str, form: dict[str, str], why: str
) -> None:
    status, text = answer(client, finding, **form)
    assert status == 409
    assert why in text
    assert not models.Answer.objects.exists()


@pytest.mark.usefixtures("finding")
@pytest.mark.parametrize("query", ["q=%00", "q=%27%25", "severity=x&check=N99&page=-3", "which=none"])
def test_the_inbox_takes_whatever_is_asked(client: Client, query: str) -> None:
    assert client.get(f"/findings?{query}").status_code == 200


def test_a_name_that_was_joined_holds_for_a_later_document(bring_in: BringIn) -> None:
    naming.name("350104", "消费品零售额", "社会消费品零售总额", "王芳", "同一指标")
    bring_in({"报告.md": REPORT.replace("社会消费品零售总额", "消费品零售额")})
    assert models.Series.objects.filter(name="社会消费品零售总额").exists()
    naming.take_back("350104", "消费品零售额", "王芳")
    assert naming.names("350104") == {}
