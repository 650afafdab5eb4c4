"""The image of a page, for people who look."""

import io

import pytest
from PIL import Image

from lantu import pipeline
from lantu.errors import BadRequest, DamagedFile
from tests.read.written import Page, written


def seen(format_: str, data: bytes, page: int) -> Image.Image:
    return Image.open(io.BytesIO(pipeline.picture(format_, "扫描件", data, page)))


def scan(*sizes: tuple[int, int], as_: str = "TIFF") -> bytes:
    first, *more = (Image.new("RGB", size, "white") for size in sizes)
    out = io.BytesIO()
    first.save(out, as_, **({"save_all": True, "append_images": more} if more else {}))
    return out.getvalue()


def test_a_page_of_a_pdf_has_the_shape_of_its_paper() -> None:
    sheet = Page()
    sheet.text(72, 80, "增长5%")
    image = seen("pdf", written([Page(), sheet]), 2)
    assert image.size == (1131, 1600)
    assert image.convert("L").getextrema() == (0, 255), "something is printed on it"


@pytest.mark.usefixtures("ocr")
def test_frames_of_a_scan_are_its_pages_and_none_is_larger_than_a_screen() -> None:
    data = scan((400, 600), (3000, 2000))
    assert seen("tiff", data, 1).size == (400, 600)
    assert seen("tiff", data, 2).size == (1600, 1067)


@pytest.mark.parametrize(("format_", "page"), [("pdf", 0), ("pdf", 3), ("txt", 1)])
def test_a_page_that_is_not_there_is_said(format_: str, page: int) -> None:
    with pytest.raises(BadRequest):
        pipeline.picture(format_, "报告", written([Page(), Page()]), page)


@pytest.mark.usefixtures("ocr")
@pytest.mark.parametrize("format_", ["pdf", "png"])
def test_a_damaged_file_is_said(format_: str) -> None:
    with pytest.raises(DamagedFile):
        pipeline.picture(format_, "报告", b"nothing", 1)
