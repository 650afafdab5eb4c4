"""Writes docs/screens/<page>-{desktop,phone}.png: each main page with the example, from a server that runs already."""

import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

SCREENS = Path(__file__).resolve().parent.parent / "docs" / "screens"
GDP = "350104/five-year/2021-2025/gdp/level/level"
PAGES = {"overview": "/places/350104/", "target": f"/targets/{GDP}", "documents": "/documents/", "findings": "/findings",
         "search": "/search?q=地区生产总值", "import": "/import", "publishing": "/publishing", "public": "/public/",
         "public-target": f"/public/targets/{GDP}"}  # fmt: skip
SIZES = {"desktop": (1400, 900), "phone": (390, 844)}


def main(home: str) -> None:
    """Photograph every page of `home` (http://127.0.0.1:PORT) at both widths."""
    root = "{0.scheme}://{0.netloc}".format(urlsplit(home))
    SCREENS.mkdir(exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        for size, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
            for name, address in PAGES.items():
                page.goto(root + address)
                page.screenshot(path=SCREENS / f"{name}-{size}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
