"""What tests need from outside the checkout: shared documents, programs, extras. Absent, a test is skipped and says so.

`LANTU_REQUIRE=shared,chromium,libreoffice,ocr` (as in continuous integration) makes absence a failure.
"""

import importlib.util
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.command import OUTLINE, REPORT

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def absent(name: str, what: str) -> None:
    """Skip, or fail where this machine was meant to have it."""
    if name in os.environ.get("LANTU_REQUIRE", "").split(","):
        pytest.fail(f"LANTU_REQUIRE names {name}, but {what}", pytrace=False)
    pytest.skip(f"{name}: {what}")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds README.md."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared documents beside the checkout."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        absent("shared", "there is no ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Mapping[str, Path]:
    """The seed documents by the number that their names begin with: `000` …"""
    return {p.name[:3]: p for p in sorted((shared / "seeds").glob("*.txt"))}


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium-like browser that runs without a window."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        absent("chromium", "no Chromium is on the PATH (sudo apt-get install chromium)")
    assert found is not None, "_absent does not return"
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        absent(
            "libreoffice", "no LibreOffice is on the PATH (sudo apt-get install libreoffice-writer libreoffice-calc)"
        )
    assert found is not None, "_absent does not return"
    return found


@pytest.fixture(scope="session")
def ocr() -> None:
    """Character recognition is installed."""
    if importlib.util.find_spec("rapidocr") is None:
        absent("ocr", "the extra is not installed (LANTU_EXTRA=ocr make setup)")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """An outline as a file."""
    path = tmp_path / "纲要.md"
    path.write_text(OUTLINE, encoding="utf8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A yearly report of the same place as a file."""
    path = tmp_path / "报告.md"
    path.write_text(REPORT, encoding="utf8")
    return path
