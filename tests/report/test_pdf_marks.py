"""Findings as annotations in a PDF: on their numbers, behind the file's own bytes."""

import io
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
import pytest

from tests.command import run
from tests.read.written import Page, written
from tests.report.pdf_notes import notes

TITLE = "福州市仓山区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告"
DAY = "（2022年12月21日在仓山区第十八届人民代表大会第二次会议上）"
GROWTH = "居民人均可支配收入30161元，增长14.6%，增收4376元。"
POINTS = "常住人口城镇化率比上年提高2%。"


def draft(rotate: int = 0) -> bytes:
    """Two pages, an error on each."""
    pages = [Page(rotate=rotate), Page(rotate=rotate)]
    pages[0].lines(72, 90, TITLE)
    pages[0].lines(72, 160, DAY)
    pages[0].lines(72, 200, GROWTH)
    pages[1].lines(72, 90, POINTS)
    return written(pages)


def marked(tmp_path: Path, data: bytes, name: str = "b.pdf") -> bytes:
    (tmp_path / "a.pdf").write_bytes(data)
    run("check", tmp_path / "a.pdf", "--format", "pdf", "--output", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == data
    return (tmp_path / name).read_bytes()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_annotations_stand_on_the_numbers(tmp_path: Path, rotate: int) -> None:
    data = draft(rotate)
    out = marked(tmp_path, data)
    text, found = notes(out)
    assert [(note.text.split()[0], note.under, note.author) for note in found] == [
        ("N1", "14.6%", "Lantu"),
        ("N4", "2%", "Lantu"),
    ]
    assert "据此增长16.97%" in found[0].text
    assert text == notes(data)[0]
    assert out.startswith(data)


def test_the_same_call_makes_the_same_bytes(tmp_path: Path) -> None:
    assert marked(tmp_path, draft()) == marked(tmp_path, draft(), "c.pdf")


def test_annotations_are_kept_and_a_file_without_findings_stays_as_it_is(tmp_path: Path) -> None:
    again = marked(tmp_path, marked(tmp_path, draft()), "c.pdf")
    assert [note.text.split()[0] for note in notes(again)[1]] == ["N1", "N1", "N4", "N4"]
    page = Page()
    page.lines(72, 90, TITLE)
    assert marked(tmp_path, written([page]), "d.pdf") == written([page])


@pytest.mark.usefixtures("ocr")
def test_a_scan_is_annotated_where_the_number_is_seen(tmp_path: Path) -> None:
    image = pdfium.PdfDocument(draft())[0].render(scale=200 / 72).to_pil()
    held = io.BytesIO()
    image.save(held, "PDF", resolution=200)
    found = notes(marked(tmp_path, held.getvalue()))[1]
    assert [note.text.split()[0] for note in found] == ["N1"]
    own = notes(marked(tmp_path, draft(), "c.pdf"))[1][0]
    assert found[0].at == pytest.approx(own.at, abs=4)
