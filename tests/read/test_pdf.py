"""A document of ours, printed by two programs, says what its source says, and each number has its box."""

import re
import subprocess
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
import pytest

from lantu.errors import DamagedFile, MissingTool, TooLarge
from lantu.extract import extract
from lantu.model import Document
from lantu.read import pdf, progress, read
from lantu.read.clean import clean

SOURCE = Path(__file__).parent.parent / "documents" / "plan_report.html"


def hand_made(pages: int = 1, extra: str = "") -> bytes:
    """Pages without text, written by hand."""
    kids = " ".join(f"{i + 3} 0 R" for i in range(pages))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    parts += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"] * pages
    out = b"%PDF-1.4\n"
    offsets = []
    for i, part in enumerate(parts):
        offsets.append(len(out))
        out += f"{i + 1} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{at:010} 00000 n \n" for at in offsets)
    size = len(parts) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {extra} >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


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
    out = tmp_path_factory.mktemp("browser") / "plan.pdf"
    quiet = ["--headless", "--no-sandbox", "--disable-gpu"]
    subprocess.run(
        [chromium, *quiet, f"--print-to-pdf={out}", SOURCE.as_uri()], check=True, capture_output=True, timeout=120
    )
    return out


@pytest.fixture(scope="module")
def by_office(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    for kind, source in (("docx:MS Word 2007 XML", SOURCE), ("pdf", folder / "plan_report.docx")):
        reads = ["--infilter=HTML (StarWriter)"] if source is SOURCE else []
        call = [soffice, home, "--headless", *reads, "--convert-to", kind, "--outdir", str(folder), str(source)]
        subprocess.run(call, check=True, capture_output=True, timeout=120)
    return folder / "plan_report.pdf"


def said(document: Document) -> list[str]:
    return sorted(re.sub(r"\s", "", document.text[s.start : s.end]) for s in extract(document).statements)


@pytest.mark.parametrize("printer", ["by_browser", "by_office"])
def test_a_printed_document_says_what_its_source_says(printer: str, request: pytest.FixtureRequest) -> None:
    document = read(request.getfixturevalue(printer))
    assert said(document) == said(read(SOURCE))


@pytest.mark.parametrize("printer", ["by_browser", "by_office"])
def test_each_number_is_printed_in_its_box(printer: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(printer)
    document = read(path)
    printed = pdfium.PdfDocument(path)
    statements = extract(document).statements
    assert len(statements) > 25
    for statement in statements:
        number = document.text[statement.start : statement.end]
        boxes = document.boxes(statement.start, statement.end)
        found = ""
        for box in boxes:
            height = printed[box.page - 1].get_height()
            text = printed[box.page - 1].get_textpage()
            found += text.get_text_bounded(box.left, height - box.bottom, box.right, height - box.top)
        assert re.sub(r"\s", "", number) in re.sub(r"\s", "", found)


def test_an_encrypted_file() -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >> "
    with pytest.raises(DamagedFile, match="加密") as told:
        pdf.lay("a.pdf", hand_made(extra=lock + "/ID [<00> <00>]"))
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
    before = progress.listen(lambda done, total: told.append((done, total)))
    laid = pdf.lay("a.pdf", hand_made(300))
    progress.listen(before)
    assert (len(laid.pages), told[-1]) == (300, (300, 300))
    with pytest.raises(TooLarge, match="5000"):
        pdf.lay("a.pdf", hand_made(5001))


def test_radicals_are_folded() -> None:
    assert clean("⼈⺠⻓⻛", [(0, 4)])[0] == "人民长风"
