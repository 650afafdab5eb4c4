"""A name corrected in one sentence is said of every document of the place on the page of names."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from lantu.store import deciding, giving, models, naming
from lantu.store.deciding import Seen
from lantu.web.entry import jobs
from tests.command import REPORT

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
HERE, READ_AS = "350104", "建成区绿化覆盖率"


@pytest.fixture
def sha256(tmp_path: Path) -> str:
    (tmp_path / "报告.md").write_text(REPORT, encoding="utf-8")
    brought = jobs.bring_in([tmp_path / "报告.md"])
    jobs.join(brought.places[0])
    return brought.documents[0][0].sha256


def test_a_correction_offers_its_name_for_later_documents(
    client: Client, sha256: str, django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    first = giving.reading(sha256, decided=False).statements[0]
    deciding.correct(Seen(first.id, first.reading), "王芳", "同一口径", indicator="绿化覆盖率")
    with django_assert_num_queries(4):
        assert "今后都这样归并</button>" in client.get("/names").content.decode()
    form = {"place": HERE, "read_as": READ_AS, "called": "绿化覆盖率", "reason": "审定更正"}
    assert client.post("/names", form).status_code == 302
    assert naming.names(HERE) == {READ_AS: "绿化覆盖率"}
    assert models.Job.objects.filter(kind="join", asked={"place": HERE}).exists()
    assert "今后都这样归并</button>" not in client.get("/names").content.decode()
    assert client.post("/names", {**form, "verb": "take_back"}).status_code == 302
    assert not naming.names(HERE)


@pytest.mark.usefixtures("sha256")
def test_what_cannot_be_is_said_on_the_page(client: Client) -> None:
    answer = client.post("/names", {"place": HERE, "read_as": READ_AS, "called": READ_AS})
    assert answer.status_code == 409
    assert "两个不同的指标名" in answer.content.decode()
    assert not models.Naming.objects.exists()
