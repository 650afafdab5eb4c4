"""Scans and images: a printed page, rendered, turned askew and noised, is read as its source is."""

import io
import socket
import subprocess
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pytest

from lantu.errors import DamagedFile, EmptyFile, MissingTool, TooLarge
from lantu.extract import extract
from lantu.model import Document
from lantu.read import images, ocr, pdf, read, read_bytes
from tests.read.facts import facts

SOURCE = Path(__file__).parent.parent / "documents" / "annual_report.html"
LEAFLET = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><style>@page { size: 120mm 76mm; margin: 8mm }
body { font: 15px "Noto Serif CJK SC"; line-height: 1.8 } p { margin: 0 } table { border-collapse: collapse; margin-top: 6px }
td { border: 1px solid #000; padding: 2px 12px }</style></head><body>
<p>2023年，全县地区生产总值326.4亿元，增长5.8%，第一产业增加值41.2亿元，增长4.1%。城镇新增就业4200人，粮食总产量28.6万吨，森林覆盖率达到46.8%，城镇登记失业率3.4%。</p>
<table><tr><td>指标名称</td><td>单位</td><td>2023年实际</td></tr><tr><td>城镇新增就业</td><td>人</td><td>4200</td></tr>
<tr><td>粮食总产量</td><td>万吨</td><td>28.6</td></tr></table></body></html>"""
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
DPI = 200
ASKEW = 0.5  # degrees
NOISE = 12.0  # standard deviation, of 255


@pytest.fixture(scope="session")
def print_out(ocr: None, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - to be installed
    """The source as Chromium prints it."""
    path = tmp_path_factory.mktemp("scan") / "printed.pdf"
    call = [chromium, *QUIET, f"--print-to-pdf={path}", str(SOURCE)]
    subprocess.run(call, check=True, capture_output=True, timeout=60)
    return path


@pytest.fixture(scope="session")
def scan(print_out: Path) -> bytes:
    """The print rendered at 200 dpi, turned askew and noised, as PNG."""
    import cv2
    import numpy as np
    import pypdfium2  # type: ignore[import-untyped]  # has no stubs

    with pypdfium2.PdfDocument(print_out) as document:
        assert len(document) == 1
        image = document[0].render(scale=DPI / 72).to_numpy()[:, :, :3]
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), ASKEW, 1)
    turned = cv2.warpAffine(np.ascontiguousarray(image), turn, (width, height), borderValue=(255, 255, 255))
    noise = np.random.default_rng(1).normal(0, NOISE, turned.shape)
    noised = np.clip(cv2.GaussianBlur(turned, (3, 3), 0) + noise, 0, 255).astype(np.uint8)
    return picture(noised, dpi=(DPI, DPI))


def picture(pixels: Any, kind: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - of an optional library
    from PIL import Image

    out = io.BytesIO()
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.fixture(scope="session")
def recognised(scan: bytes) -> Document:
    """The scan in a PDF, as scanners make them."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(scan)).convert("L").save(out, "PDF", resolution=DPI)
    return read_bytes("scan.pdf", out.getvalue())


def test_a_scan_gives_the_statements_of_its_source(recognised: Document) -> None:
    """In every field of every statement."""
    wanted, got = facts(read(SOURCE)), facts(recognised)
    same = sum(fact in got for fact in wanted)
    print(f"scan: {same} of {len(wanted)} statements, {len(got) - same} not in the source")  # noqa: T201 - the figure is asked for
    assert same >= 0.95 * len(wanted)
    assert len(got) - same <= 0.05 * len(wanted)


def test_a_statement_of_a_scan_shows_where_it_stands_and_how_sure_it_is(recognised: Document, print_out: Path) -> None:
    """Where it stands on the page askew: where the text layer of the print has it, turned as the scan is."""
    page = recognised.pages[0]
    assert (page.number, page.scanned) == (1, True)
    assert page.askew == pytest.approx(-ASKEW, abs=0.05)
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1.5)
    original = read(print_out)
    wanted = extract(original).statements
    got = extract(recognised).statements
    assert len(got) == len(wanted)
    for one, other in zip(got, wanted, strict=True):
        boxes = recognised.boxes(one.start, one.end)
        level = original.boxes(other.start, other.end)
        assert sum(box.right - box.left for box in boxes) == pytest.approx(sum(b.right - b.left for b in level), abs=4)
        assert (boxes[0].left, boxes[0].top) == pytest.approx(askew(level[0].left, level[0].top), abs=3.5)
        sure = recognised.confidence(one.start, one.end)
        assert sure is not None
        assert 0 < sure <= 1
    assert recognised.notes == ()


def askew(x: float, y: float) -> tuple[float, float]:
    """A point of the A4 print where the scan has it."""
    turn = radians(ASKEW)
    away, below = x - 297.6, y - 421
    return 297.6 + away * cos(turn) + below * sin(turn), 421 - away * sin(turn) + below * cos(turn)


@pytest.fixture(scope="session")
def leaflet(ocr: None, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> bytes:  # noqa: ARG001 - to be installed
    """A small page as Chromium prints it."""
    folder = tmp_path_factory.mktemp("leaflet")
    page = folder / "leaflet.html"
    page.write_text(LEAFLET, encoding="utf8")
    call = [chromium, *QUIET, f"--print-to-pdf={folder / 'leaflet.pdf'}", page.as_uri()]
    subprocess.run(call, check=True, capture_output=True, timeout=60)
    return (folder / "leaflet.pdf").read_bytes()


@pytest.fixture(scope="session")
def leaf(leaflet: bytes) -> Any:  # noqa: ANN401 - of an optional library
    """The small page as a scanner sees it."""
    import pypdfium2

    with pypdfium2.PdfDocument(leaflet) as document:
        return document[0].render(scale=DPI / 72).to_pil().convert("RGB")


def without_map(data: bytes, share: float) -> bytes:
    """A PDF with a share of its fonts no longer saying what their characters mean; it is as long as before."""
    parts = data.replace(b"/ActualText", b"/ActualTexX").split(b"/ToUnicode")
    kept = round((1 - share) * (len(parts) - 1)) + 1
    return b"/ToUnicodX".join([b"/ToUnicode".join(parts[:kept]), *parts[kept:]])


def test_a_page_of_fonts_without_a_map_is_recognised(leaflet: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    data = without_map(leaflet, 1)
    document = read_bytes("a.pdf", data)
    assert document.pages[0].scanned
    assert facts(document) == facts(read_bytes("a.pdf", leaflet))
    assert len(facts(document)) == 10
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    with pytest.raises(MissingTool, match="1 页中有 1 页没有可用的文字"):
        pdf.lay("a.pdf", data)


def test_single_characters_without_a_meaning_are_recognised(leaflet: bytes) -> None:
    """Everything else stays as the file has it."""
    document = read_bytes("a.pdf", without_map(leaflet, 0.2))
    assert document.text == read_bytes("a.pdf", leaflet).text
    assert not document.pages[0].scanned
    assert 0 < (document.confidence(0, len(document.text)) or 0) < 1
    assert document.notes == ()


def test_frames_are_pages_and_tall_images_are_read_in_strips(leaf: Any) -> None:  # noqa: ANN401 - of an optional library
    from PIL import Image

    text = leaf.crop((0, 0, leaf.width, 330))
    out = io.BytesIO()
    text.save(out, "TIFF", save_all=True, append_images=[leaf], dpi=(DPI, DPI))
    document = read_bytes("a.tif", out.getvalue())
    assert [page.number for page in document.pages] == [1, 2]
    assert document.text.count("第一产业增加值41.2亿元") == 2
    tall = Image.new("RGB", (leaf.width, round(2.4 * leaf.width)), "white")
    for part, top in ((text, 20), (leaf, tall.height - leaf.height)):
        tall.paste(part, (0, top))
    strips = read_bytes("tall.jpg", picture(tall, "JPEG"))
    assert len(strips.pages) == 2
    assert "".join(strips.text.split()) == "".join(document.text.split())


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_on_its_side_or_head_down_is_turned_upright(leaf: Any, angle: int) -> None:  # noqa: ANN401 - the same
    """Its text is read upright; its boxes lie on the page as it is."""
    document = read_bytes("side.png", picture(leaf.rotate(angle, expand=True), dpi=(DPI, DPI)))
    page = document.pages[0]
    assert (page.width, page.height) == pytest.approx((340, 215) if angle == 180 else (215, 340), abs=1)
    cells = document.tables[0].rows[2]
    assert [cell.text for cell in cells] == ["粮食总产量", "万吨", "28.6"]
    (name,), (value,) = (document.boxes(cell.start, cell.end) for cell in (cells[0], cells[2]))
    away = {90: (0, -1), 180: (-1, 0), 270: (0, 1)}[angle]  # from the name to the value, on the page as it is
    assert ((value.left - name.left) * away[0] > 90) or ((value.top - name.top) * away[1] > 90)
    assert all(
        0 < box.left < box.right < page.width and 0 < box.top < box.bottom < page.height for box in (name, value)
    )


def test_recognition_asks_nothing_of_the_network(leaf: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - the same
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert images.lay("a.png", picture(leaf.crop((0, 60, 945, 160)))).text


def test_lines_that_cannot_be_recognised_are_counted(leaf: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - the same
    monkeypatch.setattr("lantu.read.recognition._LEAST_SCORE", 1.01)
    laid = images.lay("a.png", picture(leaf.crop((0, 60, 945, 160))))
    assert laid.text == ""
    assert [(note.code, note.filled) for note in laid.notes] == [("lines_not_recognised", {"count": "1", "pages": "1"})]


def test_an_image_without_text_is_empty(ocr: None) -> None:  # noqa: ARG001 - to be installed
    import numpy as np

    blank = np.full((900, 700, 3), 255, np.uint8)
    for kind in ("PNG", "JPEG", "TIFF"):
        with pytest.raises(EmptyFile):
            read_bytes("blank", picture(blank, kind))


def test_damaged_images_are_refused(ocr: None) -> None:  # noqa: ARG001 - to be installed
    import numpy as np

    sound = picture(np.random.default_rng(1).integers(0, 255, (300, 300, 3)).astype(np.uint8))
    for data in (sound[:2000], sound[:12] + bytes(500), sound[:500] + b"\xff" * 200 + sound[700:]):
        with pytest.raises(DamagedFile, match=r"bad\.png"):
            read_bytes("bad.png", data)


def test_an_image_that_would_swell_is_refused(ocr: None) -> None:  # noqa: ARG001 - to be installed
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    for side in (12_000, 60_000):
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
        body = chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
        with pytest.raises(TooLarge):
            read_bytes("bomb.png", b"\x89PNG\r\n\x1a\n" + header + body + chunk(b"IEND", b""))


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    with pytest.raises(MissingTool, match=r'pip install "lantu\[ocr\]"') as refused:
        images.lay("a.png", b"")
    assert refused.value.en.startswith("a.png: ")
