"""What holds for every text: nothing is lost, and only the errors of `lantu.errors` are raised."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.errors import LantuError
from lantu.model import Document
from lantu.read import read, read_bytes

PIECES = st.sampled_from(
    ["一、", "（一）", "1.", "第一章 ", "# ", "- ", "| a | 1 |\n", "|---|---|\n", "\t", "\n", "\n\n", "　　", "增长5%", "12", "。", "，",
     "目 录\n", "— 3 —\n", "**", "<b>", "</p>", "\r\n", "\ufeff", "2022年", "各位代表：\n", "注：", "发展目标"],
)  # fmt: skip


def lost_digits(document: Document) -> list[str]:
    """Digits of the text that stand in no passage."""
    kept = {i for p in document.passages for s in p.segments for i in range(s.raw, s.raw + s.length)}
    return [document.text[m.start() : m.end() + 5] for m in re.finditer(r"\d", document.text) if m.start() not in kept]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_digit_is_lost(text: str) -> None:
    document = None
    with suppress(LantuError):
        document = read_bytes("a.txt", text.encode())
    if document is None or document.format == "html":
        return
    assert lost_digits(document) == []
    assert [p.index for p in document.passages] == list(range(len(document.passages)))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    document = None
    with suppress(LantuError):
        document = read_bytes("a.txt", data)
    assert document is None or document.passages


@pytest.mark.parametrize("folder", ["national", "plans", "provincial-2025", "notices-html"])
def test_no_digit_of_the_corpus_is_lost(folder: str, shared: Path) -> None:
    for path in sorted((shared / "corpus" / folder).glob("*.*"))[::6]:
        document = read(path)
        assert lost_digits(document) == [], path.name
        assert all(
            document.text[c.start : c.end].strip() == "" or c.text
            for t in document.tables
            for row in t.rows
            for c in row
        )


def test_the_same_bytes_give_the_same_document(shared: Path) -> None:
    data = (shared / "seeds" / "003_9d6d6a6631ef44f6.txt").read_bytes()
    assert read_bytes("a.txt", data) == read_bytes("a.txt", data)
