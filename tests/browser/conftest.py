"""A real browser on a real server: what a person meets. Each page is watched: no other host, no error, no breach of the policy."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.command import free_port
from tests.conftest import CHECKOUT

DESKTOP, PHONE = (1400, 900), (390, 844)


@dataclass
class Watched:
    """A page with what it asked for and what went wrong in it."""

    page: Page
    home: str
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        answer = self.page.goto(self.home + address)
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.page

    def asked(self, address: str) -> None:
        if not address.startswith((self.home, "data:", "blob:")):
            self.elsewhere.append(address)

    def answered(self, status: int, method: str, address: str) -> None:
        if status >= 400:
            self.errors.append(f"{status} {method} {address}")

    def is_well(self) -> None:
        assert self.elsewhere == []
        assert self.errors == []


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served ledger of its own, which holds the example."""
    folder = tmp_path_factory.mktemp("home")
    port = free_port()
    env = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {
        "LANTU_HOME": str(folder),
        "PYTHONUNBUFFERED": "1",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "lantu", "serve", "--port", str(port)], cwd=CHECKOUT, env=env, stderr=subprocess.PIPE, encoding="utf-8"
    ) as server:  # fmt: skip
        assert server.stderr is not None
        said = next((line for line in server.stderr if "http://" in line), "")
        yield re.findall(r"http://[^/]+", said)[0]
        server.terminate()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Closed with its module: while it is open, Django takes the thread for an asynchronous one."""
    with sync_playwright() as play:
        found = play.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, home: str) -> Iterator[Callable[[tuple[int, int]], Watched]]:
    """Opens a page of a given size."""
    made: list[Watched] = []

    def open_(size: tuple[int, int]) -> Watched:
        page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
        watched = Watched(page, home)
        page.on("request", lambda r: watched.asked(r.url))
        page.on("response", lambda r: watched.answered(r.status, r.request.method, r.url))
        page.on("console", lambda m: watched.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: watched.errors.append(str(e)))
        made.append(watched)
        return watched

    yield open_
    for watched in made:
        watched.page.close()


@pytest.fixture
def desktop(opened: Callable[[tuple[int, int]], Watched]) -> Watched:
    return opened(DESKTOP)


@pytest.fixture
def example(checkout: Path) -> Path:
    return checkout / "examples" / "cangshan"
