"""Bad files on one command line: a line for each, in bounded time, and the good ones are read all the same."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.command import run
from tests.read.mutants import portable, word, workbook
from tests.read.test_pdf import image_only
from tests.read.written import Page, written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def repacked(data: bytes, part: str, xml: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, xml if entry == part else old.read(entry))
    return stream.getvalue()


def document(said: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:body></w:document>'


def sheet(said: str) -> str:
    return f'<worksheet xmlns="{X}"><sheetData><row><c t="inlineStr"><is><t>{said}</t></is></c></row></sheetData></worksheet>'


def bad(folder: Path) -> Mapping[str, tuple[bytes, str]]:
    """The bytes of each bad file, and a word of what is said of it."""
    main, first = "word/document.xml", "xl/worksheets/sheet1.xml"
    row = f"<row>{'<c><v>1</v></c>' * 1000}</row>"
    return {
        "加密.pdf": (written([Page()], trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}> >>"), "加密"),
        "损坏.pdf": (portable()[:300], "损坏"),
        "扫描.pdf": (image_only(folder), "没有文字"),
        "太长.pdf": (written([Page()] * 5001), "5000"),
        "炸弹.docx": (repacked(word(), main, document(" " * (64 << 20))), "解压后达"),
        "炸弹.xlsx": (repacked(workbook(), first, sheet(" " * (64 << 20))), "解压后达"),
        "实体.docx": (repacked(word(), main, f"{ENTITIES}]>{document('&i;')}"), "损坏"),
        "实体.xlsx": (repacked(workbook(), first, f"{ENTITIES}]>{sheet('&i;')}"), "损坏"),
        "外部.docx": (repacked(word(), main, f'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>{document("&a;")}'), "DTD"),
        "百万.xlsx": (repacked(workbook(), first, f'<worksheet xmlns="{X}"><sheetData>{row * 1000}</sheetData></worksheet>'), "单元格"),
        "百万.csv": (("1," * 999 + "1\n").encode() * 1000, "单元格"),
        "英文.txt": (b"Gross domestic product grew by 5.2 percent to 126 trillion yuan.", "中文"),
        "空.txt": (b"", "没有文字"),
        "版式.ofd": (b"PK\x03\x04....OFD.xml", "OFD"),
    }  # fmt: skip


@pytest.mark.usefixtures("ocr")
def test_a_line_for_each_bad_file_and_the_good_ones_are_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = bad(tmp_path)
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "网页.doc").write_text(
        "<html><body><p>投资增长5%。</p><script>document.write('增长99%')</script><p onclick='x()'>消费增长6%。</p>",
        "utf8",
    )
    (tmp_path / "改名.txt").write_bytes(word())
    status = run(
        "extract", *(tmp_path / name for name in files), tmp_path, tmp_path / "网页.doc", tmp_path / "改名.txt"
    )
    out, err = capfd.readouterr()
    lines = err.splitlines()
    assert status == 1
    assert len(lines) == len(files) + 1
    for line, (name, (_, said)) in zip(lines, files.items(), strict=False):
        assert name in line
        assert said in line
    assert "文件夹" in lines[-1]
    assert all(word in out for word in ("网页.doc：2 条表述", "改名.txt：1 条表述"))
    assert "99%" not in out


def test_a_scan_without_recognition_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "扫描.pdf").write_bytes(image_only(tmp_path))
    without = (
        "import sys; sys.modules['rapidocr'] = None; from lantu.read import pdf; from lantu.errors import LantuError\n"
    )
    code = f"{without}try: pdf.lay('扫描.pdf', open(sys.argv[1], 'rb').read())\nexcept LantuError as error: print(error.zh)"
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(tmp_path / "扫描.pdf")], capture_output=True, text=True, encoding="utf8", check=True
    )  # fmt: skip
    assert 'pip install "lantu[ocr]"' in told.stdout
