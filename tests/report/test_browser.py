"""The page in a real browser: the click that shows the sentence, and the switch of language."""

import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.check.said import outline
from tests.command import run


def _after(chromium: str, page: Path, script: str, folder: Path) -> LexborHTMLParser:
    """The page after a script ran in it, without a network."""
    copy = folder / "page.html"
    copy.write_text(
        page.read_text(encoding="utf-8").replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8"
    )
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--window-size=1366,900", f"--user-data-dir={folder / 'profile'}", "--dump-dom", copy.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return LexborHTMLParser(done.stdout.decode())


@pytest.fixture
def page(written: Path) -> Path:
    return written / "evaluation.html"


def test_a_click_shows_the_sentence_in_both_texts(chromium: str, page: Path, tmp_path: Path) -> None:
    click = "[...document.querySelectorAll('.c-latest a.n')].find(a => a.textContent === '45.66%').click();"
    seen = _after(chromium, page, click, tmp_path)
    panel = seen.css_first("#panel")
    assert panel is not None
    assert "hidden" not in panel.attributes
    assert [n.text() for n in panel.css("article .doc")] == ["report.md", "report-web.html"]
    assert [n.text() for n in panel.css("mark[data-now]")] == ["45.66%", "45.66%"]


def test_the_switch_of_language(chromium: str, page: Path, tmp_path: Path) -> None:
    seen = _after(chromium, page, "document.querySelector('[data-do=lang]').click();", tmp_path)
    root = seen.css_first("html")
    assert root is not None
    assert (root.attributes["class"], root.attributes["lang"]) == ("en", "en")


def test_a_link_into_a_closed_row_opens_it(chromium: str, page: Path, tmp_path: Path) -> None:
    seen = _after(chromium, page, "document.querySelector('#silence a').click();", tmp_path)
    opened = [str(n.attributes["id"]) for n in seen.css("details[open]")]
    link = seen.css_first("#silence a")
    assert link is not None
    assert opened == [str(link.attributes["href"])[1:]]


def test_a_number_in_the_text_brings_its_finding_beside_it(chromium: str, tmp_path: Path) -> None:
    plan = tmp_path / "纲要.md"
    rows = [f"{n}.全员劳动生产率 | % | {n}.5 | 20 | [4.5] | 预期性" for n in range(1, 20)]
    plan.write_text(outline(*rows), encoding="utf8")
    run("check", plan, "--format", "html", "--output", tmp_path / "findings.html")
    click = (
        "var link = [...document.querySelectorAll('table.grid .no')].pop(); link.scrollIntoView(); var y = scrollY;"
        "link.click(); var card = document.querySelector(link.getAttribute('href')).getBoundingClientRect();"
        "document.body.textContent = [scrollY - y, Math.round(card.top)].join();"
    )
    seen = _after(chromium, tmp_path / "findings.html", click, tmp_path)
    assert seen.body is not None
    moved, top = map(int, seen.body.text().split(","))
    assert (moved, 0 <= top < 100) == (0, True)
