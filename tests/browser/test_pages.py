"""Every page at two widths: nothing breaks, nothing leaves this machine, and it can be used by everybody."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Watched

GDP = "350104/five-year/2021-2025/gdp/level/level"
PLAN = "350104/five-year/2021-2025"
PAGES = {
    "overview": "/places/350104/", "target": f"/targets/{GDP}", "documents": "/documents/", "findings": "/findings", "search": "/search?q=地区生产总值",
    "import": "/import", "jobs": "/jobs/", "publishing": "/publishing", "public": "/public/", "public plan": f"/public/plans/{PLAN}",
    "public target": f"/public/targets/{GDP}", "public target in English": f"/public/en/targets/{GDP}", "open data": "/public/data", "api": "/api/docs",
}  # fmt: skip
GRAVE = {"serious", "critical"}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in GRAVE]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_well(opened: Callable[[tuple[int, int]], Watched], address: str, size: tuple[int, int]) -> None:
    watched = opened(size)
    page = watched.go(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    watched.is_well()
    assert violations(page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_viewer_is_well(opened: Callable[[tuple[int, int]], Watched], size: tuple[int, int]) -> None:
    watched = opened(size)
    page = watched.go("/documents/")
    page.locator("main table a").first.click()
    page.wait_for_load_state()
    assert page.locator(".sheet").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    watched.is_well()
    assert violations(page) == []


def test_the_chart_is_drawn_and_its_table_says_the_same(desktop: Watched) -> None:
    page = desktop.go(f"/targets/{GDP}")
    assert page.locator(".chart canvas").count() == 1
    page.locator(".course summary").click()
    assert "1065亿元（预计）" in page.locator(".course table").inner_text()
    desktop.is_well()
