"""A document of ours, printed by two programs, says what its source says, and each number has its box."""

import html
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
import pytest

from lantu.errors import DamagedFile, MissingTool, TooLarge
from lantu.extract import extract
from lantu.model import Box
from lantu.read import pdf, progress, read
from lantu.read.clean import clean
from tests.read.facts import facts
from tests.read.ink import holds_whole, ink_of
from tests.read.written import Page, written

SOURCES = Path(__file__).parent.parent / "documents"
NAMES = ("plan_report", "annual_report")


def image_only(folder: Path) -> bytes:
    """Two pages that each are one image."""
    document = pdfium.PdfDocument.new()
    for _ in range(2):
        page = document.new_page(200, 200)
        bitmap = pdfium.PdfBitmap.new_native(20, 20, pdfium.raw.FPDFBitmap_BGR)
        image = pdfium.PdfImage.new(document)
        image.set_bitmap(bitmap)
        image.set_matrix(pdfium.PdfMatrix().scale(200, 200))
        page.insert_obj(image)
        page.gen_content()
    document.save(folder / "scan.pdf")
    return (folder / "scan.pdf").read_bytes()


@pytest.fixture(scope="module")
def by_browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sources as Chromium prints them."""
    folder = tmp_path_factory.mktemp("browser")
    for name in NAMES:
        printed(chromium, SOURCES / f"{name}.html", folder / f"{name}.pdf")
    return folder


def printed(chromium: str, source: Path, out: Path) -> None:
    call = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}", source.as_uri()]
    subprocess.run(call, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def by_office(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sources as Word files that LibreOffice prints."""
    folder = tmp_path_factory.mktemp("office")
    call = [soffice, f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless"]
    word = ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"]
    for step, suffix in ((word, ".html"), (["--convert-to", "pdf"], ".docx")):
        files = [str((SOURCES if step is word else folder) / f"{name}{suffix}") for name in NAMES]
        subprocess.run([*call, *step, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("printer", ["by_browser", "by_office"])
def test_a_printed_document_says_what_its_source_says(printer: str, name: str, request: pytest.FixtureRequest) -> None:
    """In every field of every statement."""
    document = read(request.getfixturevalue(printer) / f"{name}.pdf")
    assert facts(document) == facts(read(SOURCES / f"{name}.html"))
    assert document.notes == ()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("printer", ["by_browser", "by_office"])
def test_each_number_is_printed_in_its_box(printer: str, name: str, request: pytest.FixtureRequest) -> None:
    """On the page's image the box holds ink and none crosses its sides: its characters are whole, others outside."""
    path = request.getfixturevalue(printer) / f"{name}.pdf"
    document = read(path)
    ink = ink_of(path)
    with pdfium.PdfDocument(path) as pages:
        for statement in extract(document).statements:
            boxes = document.boxes(statement.start, statement.end)
            assert "".join(said_in(pages, box) for box in boxes) == "".join(statement.text.split())
            assert all(holds_whole(ink[box.page - 1], [box]) for box in boxes)


def said_in(pages: pdfium.PdfDocument, box: Box) -> str:
    """The characters in a box, as another reading of the page has them."""
    page = pages[box.page - 1]
    left, top, right, bottom = (
        side + d for side, d in zip((box.left, box.top, box.right, box.bottom), (0.5, 0.5, -0.5, -0.5), strict=True)
    )
    high = page.get_height()
    return re.sub(r"\s", "", page.get_textpage().get_text_bounded(left, high - bottom, right, high - top))


def test_an_encrypted_file() -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >> "
    with pytest.raises(DamagedFile, match="加密") as told:
        pdf.lay("a.pdf", written([Page()], trailer=lock + "/ID [<00> <00>]"))
    assert "encrypted, remove the password" in told.value.en


def test_a_damaged_file() -> None:
    with pytest.raises(DamagedFile, match="损坏"):
        pdf.lay("a.pdf", b"%PDF-1.4\nnothing of use")


def test_images_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lantu.read.ocr.find_spec", lambda _: None)
    with pytest.raises(MissingTool, match=r"2 页中有 2 页.*lantu\[ocr\]"):
        pdf.lay("a.pdf", image_only(tmp_path))


def test_pages_are_told_and_bounded() -> None:
    told: list[tuple[int, int]] = []
    before = progress.listen(lambda done, total, _: told.append((done, total)))
    laid = pdf.lay("a.pdf", written([Page()] * 300))
    progress.listen(before)
    assert (len(laid.pages), told[-1]) == (300, (300, 300))
    with pytest.raises(TooLarge, match="5000"):
        pdf.lay("a.pdf", written([Page()] * 5001))


def test_radicals_are_folded() -> None:
    assert clean("⼈⺠⻓⻛", [(0, 4)])[0] == "人民长风"


@pytest.mark.parametrize("number", ["001", "002"])
def test_a_real_document_printed_says_the_same(
    number: str, seeds: Mapping[str, Path], chromium: str, tmp_path: Path
) -> None:
    """In every field of every statement, over several pages."""
    lines = [line.strip() for line in seeds[number].read_text(encoding="utf8").splitlines()]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    source = tmp_path / "source.html"
    source.write_text(
        f'<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><body>{body}</body></html>', encoding="utf8"
    )
    printed(chromium, source, tmp_path / "printed.pdf")
    document = read(tmp_path / "printed.pdf")
    assert len(document.pages) > 3
    assert facts(document) == facts(read(source))
