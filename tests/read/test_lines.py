"""Lines of a raw text, and the cheap tests that stand before expressions: what they pass over must match nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read.blocks import stops, stops_fully
from lantu.read.clean import _FOLDED, _GAP, _UNCLEAN
from lantu.read.lines import _FORM, _NUMBERED, _PREFIX, _PREFIXED, split

SIGNS = "一第1①（(—-－─附专、.．。！!；…”）》 \u3000\t*_<>&#|%％＆a\u200b\u2003\u1680\x1c"


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_what_ends_a_line(break_: str) -> None:
    found = split(f"　甲{break_}{break_}乙丙", {})
    assert [(line.bare, line.start, line.end, line.indent) for line in found] == [
        ("甲", 1, 2, True), ("乙丙", 2 + 2 * len(break_), 4 + 2 * len(break_), False)
    ]  # fmt: skip


def test_a_separator_of_files_ends_no_line() -> None:
    assert [(line.bare, line.start) for line in split("甲\x1c乙\n\x1e丙", {})] == [("甲\x1c乙", 0), ("丙", 5)]


@given(st.text(SIGNS, min_size=1, max_size=8))
def test_no_number_and_no_mark_is_passed_over(text: str) -> None:
    if _FORM.match(text):
        assert text[0] in _NUMBERED or text[0].isdecimal()
    if _PREFIX.match(text):
        assert text[0] in _PREFIXED
    if _GAP.search(text) or _FOLDED.search(text):
        assert _UNCLEAN.search(text)


@given(st.text(SIGNS, min_size=1, max_size=8))
def test_the_end_of_a_sentence(text: str) -> None:
    assert stops_fully(text) is bool(re.search(r"[。！？!?][”’）)》」』]*\Z", text))
    assert stops(text) is bool(re.search(r"(?:[。！？!?][”’）)》」』]*|[；;：:…])\Z", text))
