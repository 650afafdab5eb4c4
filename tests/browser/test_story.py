"""From a file to the public: import, review, correct, answer, publish, read."""

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Watched
from tests.command import OUTLINE, REPORT

_WRONG = REPORT.replace("45.66%", "145.66%")
_SECONDS = 20_000
_MORE = (
    "\n\n到2025年，新增公园绿地50公顷，新建绿道30公里，新增口袋公园12个，改造老旧小区80个，新建公共停车位6000个，"
    "新建学校9所，新增床位1200张，新建社区食堂40家。\n"
)


def test_from_a_file_to_the_public(desktop: Watched, opened: Callable[[tuple[int, int]], Watched]) -> None:
    page = desktop.page
    place = _own_place(OUTLINE + _MORE), _own_place(_WRONG)
    bring_in(desktop, page, *place)
    review_ten(desktop, page)
    answer_a_finding(desktop, page)
    see_the_target_change(desktop, page)
    publish(desktop, page)
    for size in (DESKTOP, PHONE):
        read_as_the_public(opened(size))
    desktop.is_well()


def _own_place(text: str) -> str:
    """The same in another district, which the example does not hold."""
    return text.replace("仓山区", "鼓楼区").replace("350104", "350102")


def bring_in(watched: Watched, page: Page, outline: str, report: str) -> None:
    watched.go("/import")
    texts = {"鼓楼纲要.md": outline, "鼓楼报告.md": report}
    page.locator("input[type=file]").set_input_files(
        [FilePayload(name=name, mimeType="text/markdown", buffer=text.encode()) for name, text in texts.items()]
    )
    page.get_by_role("button", name="导入", exact=True).click()
    expect(page.get_by_text("新文档（待确认）").nth(1)).to_be_visible(timeout=_SECONDS)
    for name in texts:
        watched.go("/jobs/")
        page.locator(".job", has_text="2 个文件").first.locator("a").click()
        page.get_by_role("link", name=name).click()
        page.get_by_role("button", name="核对无误，入账").click()
    wait_for_work(watched, page)


def wait_for_work(watched: Watched, page: Page) -> None:
    """Until nothing waits or runs."""
    for _ in range(60):
        watched.go("/jobs/")
        if page.locator(".job.waiting, .job.running").count() == 0:
            return
        page.wait_for_timeout(300)
    raise AssertionError(page.locator(".jobs").inner_text())


def review_ten(watched: Watched, page: Page) -> None:
    watched.go("/documents/")
    page.get_by_role("link", name=re.compile("鼓楼区.*纲要")).first.click()
    for n in range(1, 11):
        expect(page.locator(".reading:focus")).to_have_count(1, timeout=_SECONDS)  # the keys are heard from then on
        page.keyboard.press("a")
        expect(page.locator(".counts .confirmed, .state.confirmed").first).to_contain_text(str(n), timeout=_SECONDS)
    expect(page.locator(".reading:focus")).to_have_count(1, timeout=_SECONDS)
    page.keyboard.press("e")
    page.locator("[name=indicator]:visible").first.fill("更正后的指标名")
    page.locator("[name=reason]:visible").first.fill("以表中名称为准")
    page.locator("button.correct:visible").first.click()
    expect(page.locator(".reading.corrected")).to_contain_text("更正后的指标名", timeout=_SECONDS)


def answer_a_finding(watched: Watched, page: Page) -> None:
    watched.go("/findings?place=350102&severity=error")
    found = page.locator(".finding", has_text="145.66%").first
    found.get_by_text("答复", exact=True).click()
    found.locator("textarea").fill("笔误，应为45.66%")
    found.get_by_role("button", name="保存答复").click()
    watched.go("/findings?place=350102&which=answered")
    expect(page.get_by_text("笔误，应为45.66%").first).to_be_visible()


def see_the_target_change(watched: Watched, page: Page) -> None:
    wait_for_work(watched, page)
    watched.go("/places/350102/")
    page.get_by_role("link", name="建成区绿化覆盖率").first.click()
    expect(page.locator(".target-head")).to_contain_text("145.66%")
    expect(page.locator("body")).not_to_contain_text("所依据的数字待核")


def publish(watched: Watched, page: Page) -> None:
    watched.go("/publishing")
    already = page.locator(".release.public").count()
    for n, name in enumerate(("纲要", "报告"), 1):
        one = page.locator(".release", has_text=re.compile(f"鼓楼区.*{name}")).first
        one.locator("[name=reason]").fill("人大已审议")
        one.get_by_role("button", name="公开", exact=True).click()
        expect(page.locator(".release.public")).to_have_count(already + n)


def read_as_the_public(watched: Watched) -> None:
    page = watched.go("/public/")
    page.get_by_role("link", name=re.compile("鼓楼区.*“十四五”规划")).first.click()
    page.get_by_role("link", name="建成区绿化覆盖率").first.click()
    expect(page.locator(".target-head")).to_contain_text("46.3%")
    expect(page.locator(".target-head")).to_contain_text("145.66%")
    expect(page.locator("body")).not_to_contain_text("笔误")
    page.locator(".target-head .figure").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    watched.is_well()
