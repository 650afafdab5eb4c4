"""Pages written by hand: what is printed askew of running text, and what cannot be read."""

from dataclasses import replace

import pytest

from lantu.model import Note
from lantu.read import pdf, read_bytes
from lantu.report import document_card
from lantu.report.card import document_notes
from tests.read.ink import holds_whole, ink_of
from tests.read.written import Page, written

TEXT = "2023年，全县地区生产总值完成326.4亿元，增长5.8%，城镇新增就业4200人，完成年度目标的105%。"
NO_MAP = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Secret /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType2 /BaseFont /ABCDEF+Secret /DW 1000 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)


def ruled() -> Page:
    """A page with a paragraph and a ruled table."""
    page = Page()
    page.lines(72, 90, TEXT)
    for x in (72, 240, 320, 420):
        page.rule(x, 200, x, 290)
    for y in (200, 230, 260, 290):
        page.rule(72, y, 420, y)
    for y, cells in (
        (220, ["指标", "单位", "2024年目标"]),
        (250, ["粮食总产量", "万吨", "28.6"]),
        (280, ["城镇化率", "%", "52.3"]),
    ):
        page.row((76, 244, 324), y, cells)
    return page


def test_a_table_that_cannot_be_parsed_is_read_as_lines_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("whatever")

    monkeypatch.setattr("pdfplumber.page.Page.find_tables", fail)
    page = ruled()
    page.parts = [part for part in page.parts if " l S" in part]  # with words alone nothing tells its columns
    page.row((76, 244, 324), 220, ("指标", "单位", "责任单位"))
    page.row((76, 244, 324), 250, ("粮食总产量", "万吨", "农业农村局"))
    laid = pdf.lay("a.pdf", written([Page(), page, page]))
    assert not laid.grids
    assert "粮食总产量" in laid.text
    assert [(note.code, note.filled) for note in laid.notes] == [("tables_not_parsed", {"pages": "2–3"})]


def test_characters_without_a_meaning_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lantu.read.ocr.installed", lambda: False)
    page = ruled()
    page.text(72, 140, "增长", font="F2")
    page.text(96, 140, "5.8%，新增就业12")
    page.text(192, 140, "万人", font="F2")
    laid = pdf.lay("a.pdf", written([page], {"F2": NO_MAP}))
    assert "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd，新增就业\ufffd\ufffd\ufffd\ufffd\n" in laid.text
    assert [(note.code, note.filled) for note in laid.notes] == [
        ("characters_without_meaning", {"count": "10", "pages": "1"})
    ]


def test_what_could_not_be_read_is_shown_on_the_card() -> None:
    note = Note.of("characters_without_meaning", count=2, pages=1)
    document = replace(read_bytes("a.pdf", written([ruled()])), notes=(note,))
    assert "待核" in document_card(document)
    assert "第1页有2个字符的字体没有注明所印何字" in document_card(document)
    assert "are of a font that does not say" in document_card(document, lang="en")


TURNED = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 800 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 -500 600"}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright_and_its_boxes_lie_on_the_page_as_shown(rotate: int, turn: int) -> None:
    """Turned in its dictionary, printed on its side, or both."""
    level = ruled()
    page = Page([f"q {TURNED[turn]} cm", *level.parts, "Q"], rotate)
    data = written([page])
    document = read_bytes("a.pdf", data)
    assert document.text == read_bytes("a.pdf", written([level])).text
    assert len(document.tables) == 1
    (shown,) = ink_of(data)
    for cell in document.tables[0].rows[1]:
        assert holds_whole(shown, document.boxes(cell.start, cell.end))


def test_what_could_not_be_read_is_said_beside_the_statements() -> None:
    document = replace(read_bytes("a.pdf", written([ruled()])), notes=(Note.of("tables_not_parsed", pages="2–3"),))
    assert document_notes(document)[0].startswith("a.pdf：第2—3页画有表格线")
    assert document_notes(document, "en")[0].startswith("a.pdf: Pages 2–3 draw tables")
