"""The API: published rows as JSON, described by OpenAPI, never failing whatever is asked."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from wsgiref.types import StartResponse

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode

from lantu.model import Period
from lantu.store import deciding, models, publishing
from lantu.store.deciding import Seen
from lantu.web.api.tables import TABLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def hashes(joined: dict[str, str]) -> dict[str, str]:
    """The documents by name; the site is on, and the outline is published."""
    publishing.switch("public", "王芳", on=True)
    publishing.release(joined["纲要.md"], "王芳")
    return joined


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, str]] = json.loads(answer.content)["rows"]
    return found


def addresses(client: Client) -> list[str]:
    """Each table, and the values of each public target."""
    targets = [row["id"] for row in rows(client, "/api/targets")]
    whole = [f"/api/{name}" for name in TABLES if name != "values"]
    return whole + [f"/api/values?{urlencode({'target': t})}" for t in targets]


def test_only_what_is_published_is_given(client: Client, hashes: dict[str, str]) -> None:
    assert [row["name"] for row in rows(client, "/api/documents")] == ["纲要.md"]
    assert {row["document"] for row in rows(client, "/api/statements")} == {hashes["纲要.md"]}
    targets = rows(client, "/api/targets?place=350104")
    assert [t["goal"] for t in targets if t["indicator"] == "建成区绿化覆盖率"] == ["46.3%"]
    assert {t["latest"] for t in targets if t["latest"]} <= {t["base"] for t in targets} | {None}
    assert hashes["报告.md"] not in json.dumps([rows(client, address) for address in addresses(client)])


def test_places_are_those_with_public_documents(client: Client, hashes: dict[str, str]) -> None:
    assert rows(client, "/api/places") == [{"id": "350104", "name": "仓山区", "documents": "1"}]
    publishing.close(hashes["纲要.md"], "王芳", "有误")
    assert rows(client, "/api/places") == []


def test_what_people_decided_last_is_given(client: Client, hashes: dict[str, str]) -> None:
    first, second, third, *_ = models.Statement.objects.filter(document__sha256=hashes["纲要.md"]).order_by("start")
    by = "王芳"
    deciding.correct(
        Seen(first.key, first.reading), by, "写法", indicator="生产总值", period=Period("2019"), place="350105"
    )
    refused = deciding.reject(Seen(second.key, second.reading), by, "看错了")
    deciding.confirm(refused, by)
    deciding.reject(Seen(third.key, third.reading), by, "不是数")
    said = {row["id"]: row for row in rows(client, "/api/statements")}
    assert (said[first.key]["indicator"], said[first.key]["period"], said[first.key]["review"]) == (
        "生产总值",
        "2019",
        "corrected",
    )
    assert said[second.key]["review"] == "confirmed"
    assert third.key not in said
    for query in ("indicator=生产总值", "period=2019", "place=350105"):
        assert [row["id"] for row in rows(client, f"/api/statements?{query}")] == [first.key]
    for query in (f"indicator={first.indicator}", f"period={first.period}", "place=350104"):
        assert first.key not in {row["id"] for row in rows(client, f"/api/statements?{query}")}
    lines = json.loads(client.get("/public/data/statements.json").content)["rows"]
    assert {line["id"]: line["indicator"] for line in lines} == {key: row["indicator"] for key, row in said.items()}


@pytest.mark.usefixtures("hashes")
def test_statements_are_found_by_kind_and_year_of_their_document(client: Client) -> None:
    [document] = rows(client, "/api/documents")
    whole = rows(client, "/api/statements")
    assert rows(client, f"/api/statements?kind={document['kind']}") == whole
    assert rows(client, "/api/statements?kind=other") == []
    assert rows(client, "/api/statements?year=1999") == []


@pytest.mark.usefixtures("hashes")
def test_pages_lead_to_the_next(client: Client) -> None:
    whole = [row["id"] for row in rows(client, "/api/statements")]
    address, seen = "/api/statements?limit=2", list[str]()
    while address:
        said = json.loads(client.get(address).content)
        seen += [row["id"] for row in said["rows"]]
        address = said["next"]
    assert seen == whole
    assert len(whole) > 4


@pytest.mark.usefixtures("hashes")
def test_an_answer_that_is_known_costs_no_bytes(client: Client) -> None:
    first = client.get("/api/targets")
    assert "max-age" in first["Cache-Control"]
    again = client.get("/api/targets", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("hashes")
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/targets?limit=0", 400), ("/api/targets?limit=1e9", 400), ("/api/targets?offset=-1", 400), ("/api/targets?colour=red", 400),
        ("/api/statements?place=%00", 400), ("/api/documents?year=99999999999999999999", 400), ("/api/documents?limit=1&limit=2", 400),
        ("/api/poems", 404), ("/api/values", 400), ("/api/targets/", 404), ("/api/targets/..%2f%00", 404),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_in_json(client: Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert set(json.loads(answer.content)) == {"error", "error_zh"}


@pytest.mark.usefixtures("hashes")
def test_while_the_site_is_off_there_is_nothing(client: Client) -> None:
    publishing.switch("public", "王芳", on=False)
    assert client.get("/api/targets").status_code == 404


def test_each_table_costs_the_same_number_of_queries_however_many_its_rows(
    client: Client, hashes: dict[str, str]
) -> None:
    def cost(address: str, limit: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{address}{'&' if '?' in address else '?'}limit={limit}").status_code == 200
        return len(asked)

    few = {address: cost(address, 1) for address in addresses(client)}
    publishing.release(hashes["报告.md"], "王芳", "示例")
    assert {address: cost(address, 200) for address in few} == few
    assert max(few.values()) <= 5


@pytest.mark.usefixtures("hashes")
def test_the_api_is_written_to_by_nobody(client: Client) -> None:
    assert client.post("/api/targets").status_code == 405


def test_the_docs_are_of_this_host(client: Client) -> None:
    text = client.get("/api/docs").content.decode()
    assert all(f"/api/{name}" in text for name in TABLES)
    assert "http" not in text.replace("http-equiv", "")


def on_this_machine(asked: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
    """The application within the test's own transaction: the end of a request does not close its connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        answer = get_wsgi_application()({**asked, "REMOTE_ADDR": "127.0.0.1"}, start)
        body = list(answer)
        if isinstance(answer, HttpResponse):
            answer.close()
        return body
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("name", list(TABLES))
@pytest.mark.usefixtures("hashes")
def test_nothing_that_is_asked_makes_it_fail(name: str, mode: GenerationMode) -> None:
    """Requests drawn from its own description, right and wrong ones: no 500, and right ones are answered as described."""
    api = schemathesis.openapi.from_wsgi("/api/openapi.json", on_this_machine, headers={"Host": "127.0.0.1"})

    @settings(max_examples=30, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=api[f"/api/{name}"]["GET"].as_strategy(generation_mode=mode))
    def each(case: Case[Any]) -> None:
        answer = case.call(headers={"Host": "127.0.0.1"})
        assert answer.status_code < 500
        if mode is GenerationMode.POSITIVE:
            case.validate_response(answer)

    each()
