"""The overview of a place's plan, and a target's page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from lantu.store import looking, models

pytestmark = pytest.mark.django_db
PLACE = "/places/350104/"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def green() -> models.TargetPage:
    return models.TargetPage.objects.get(name="建成区绿化覆盖率", plan__contains="five-year")


@pytest.mark.usefixtures("joined")
def test_the_only_place_is_shown_at_once(client: Client) -> None:
    assert client.get("/").headers["Location"] == PLACE


@pytest.mark.usefixtures("joined")
def test_the_overview_leads_with_time_and_binding_targets(client: Client) -> None:
    text = page(client, PLACE)
    assert "时间过去" in text
    assert text.index("约束性指标") < text.index("预期性指标")
    assert "45.66%" in text


@pytest.mark.usefixtures("joined")
def test_the_overview_shows_only_what_was_asked_for(client: Client) -> None:
    assert "地区生产总值" in page(client, PLACE)
    binding = page(client, f"{PLACE}?show=binding").split("<table")[1]
    assert "建成区绿化覆盖率" in binding
    assert "地区生产总值" not in binding


@pytest.mark.usefixtures("joined")
def test_a_target_tells_its_story_with_each_figure_one_click_from_its_sentence(client: Client) -> None:
    told = green()
    text = page(client, f"/targets/{told.key}")
    adopted = told.record["sources"][0]["ref"]
    assert f'href="/documents/{adopted["document"]}/#{adopted["statement"]}"' in text
    assert "(<a" in text.replace("</a>", "")  # the worked line links its numbers
    assert "历次评估" in text
    assert page(client, f"/documents/{adopted['document']}/").count(f'id="{adopted["statement"]}"') == 1


@pytest.mark.usefixtures("joined")
def test_pages_cost_the_same_number_of_queries_whatever_they_hold(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(client, PLACE)
    told = green()
    with django_assert_num_queries(8):  # place, plans, rows, look with its savepoint, answers, findings
        page(client, PLACE)
    with django_assert_num_queries(3):
        page(client, f"/targets/{told.key}")


@pytest.mark.usefixtures("joined")
def test_what_changed_since_the_last_look_is_told(client: Client) -> None:
    assert "第一次查看" in page(client, PLACE)
    models.Look.objects.update(at=timezone.now() - timedelta(days=3))
    row = models.TargetPage.objects.get(pk=green().pk)
    models.TargetPage.objects.filter(pk=row.pk).update(row={**row.row, "status_words": ["滞后于预期", "Behind"]})
    text = page(client, PLACE)
    assert f"{row.row['status_words'][0]} → <b>滞后于预期</b>" in text
    assert "以来有 1 项变化" in page(client, PLACE)  # the same look goes on


@pytest.mark.usefixtures("joined")
def test_a_target_that_is_gone_is_told_too() -> None:
    rows = [row.row for row in models.TargetPage.objects.all()]
    looking.look("350104", "王芳", rows)
    models.Look.objects.update(at=timezone.now() - timedelta(days=3))
    since = looking.look("350104", "王芳", rows[1:])
    assert [(c.key, c.status_now) for c in since.changes] == [(rows[0]["key"], "")]


@pytest.mark.parametrize("address", ["/places/110000/", "/targets/350104/none"])
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
