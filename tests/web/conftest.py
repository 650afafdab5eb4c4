"""A reader at this machine, and documents in the ledger."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.test import Client

from lantu.web.entry import jobs
from tests.command import OUTLINE, REPORT

BringIn = Callable[[Mapping[str, str]], dict[str, str]]


@pytest.fixture
def client() -> Client:
    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture
def bring_in(tmp_path: Path) -> BringIn:
    """Brings texts in by their names and joins their places; their hashes by name."""

    def brought(texts: Mapping[str, str]) -> dict[str, str]:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        found = jobs.bring_in([tmp_path / name for name in texts])
        assert not found.failures
        for place in found.places:
            jobs.join(place)
        return {document.name: document.sha256 for document, _ in found.documents}

    return brought


@pytest.fixture
def joined(bring_in: BringIn) -> dict[str, str]:
    """An outline and a report of one place; their hashes by name."""
    return bring_in({"纲要.md": OUTLINE, "报告.md": REPORT})
