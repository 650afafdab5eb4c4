"""Where a stretch of the text is printed."""

from lantu.model import Box, Page, PrintedLine
from lantu.model.page import boxes, confidence

WIDE = PrintedLine(0, 10, 20, (0, 5, 10, 15))  # 增长百
NEXT = PrintedLine(3, 22, 32, (0, 5, 10), (0.9, 0.5))  # 分点, recognised
OVER = PrintedLine(6, 10, 20, (0, 4, 8))
PAGES = (Page(1, 100, 100, (WIDE, NEXT)), Page(2, 100, 100, (OVER,), scanned=True))


def test_a_stretch_over_two_lines_has_a_box_in_each() -> None:
    assert list(boxes(PAGES, 2, 4)) == [Box(1, 10, 10, 15, 20), Box(1, 0, 22, 5, 32)]


def test_a_stretch_over_a_page_break() -> None:
    assert list(boxes(PAGES, 4, 7)) == [Box(1, 5, 22, 10, 32), Box(2, 0, 10, 4, 20)]


def test_what_is_not_printed_has_no_box() -> None:
    assert list(boxes(PAGES, 5, 6)) == []


def test_the_least_confidence_counts_and_the_file_s_own_text_has_none() -> None:
    assert confidence(PAGES, 0, 5) == 0.5
    assert confidence(PAGES, 0, 3) is None
