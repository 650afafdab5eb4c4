"""The format is told by what a file holds; one that is not read says what to do."""

import contextlib
import io
import random
import shutil

import docx
import pytest

from lantu.errors import DamagedFile, LantuError, MissingTool, UnknownFormat
from lantu.read import office, read_bytes
from tests.read.test_workbook import indicators, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04....OFD.xml", "OFD"), (b"PK\x03\x04....ppt/", "演示文稿"), (b"PK\x03\x04....opendocument", "OpenDocument"),
        (b"PK\x03\x04....a.txt", "解压"), (b"Rar!\x1a\x07\x00", "解压"), (b"7z\xbc\xaf\x27\x1c", "解压"), (b"GIF89a", "GIF"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"), (OLE, "复合文件"),
    ],
)  # fmt: skip
def test_formats_that_are_not_read_say_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(UnknownFormat, match=r"a\.docx.*请") as caught:
        read_bytes("a.docx", data)
    assert told in caught.value.zh


def test_a_locked_office_file_is_named_as_such() -> None:
    with pytest.raises(DamagedFile, match="加密"):
        read_bytes("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))


def test_old_formats_want_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingTool, match=r"LibreOffice.*\.docx"):
        office.lay_doc("a.doc", OLE)


@pytest.mark.usefixtures("soffice")
def test_rtf_is_read_through_word() -> None:
    assert "growth 5%" in read_bytes("a.rtf", rb"{\rtf1\ansi growth 5%.\par next 6%.\par}").text


def report() -> bytes:
    made = docx.Document()
    made.add_heading("发展规划", 1)
    made.add_paragraph("全年生产总值增长5%。")
    made.add_table(2, 2).cell(1, 1).text = "30"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def sources() -> dict[str, bytes]:
    rows = "<tr><td rowspan=2>指标</td><td>2025</td></tr><tr><td>30</td></tr>"
    return {
        "a.txt": "某市2023年政府工作报告\n\n一、回顾\n全年生产总值增长5%。\n指标\t值\n粮食\t30\n投资\t9\n".encode(),
        "a.html": f"<html><body><h1>规划</h1><p>增长5%。</p><table>{rows}</table></body></html>".encode(),
        "a.csv": "指标,单位,2025\n粮食,万吨,30\n投资,亿元,9\n".encode(),
        "a.xlsx": saved(indicators),
        "a.docx": report(),
    }


@pytest.mark.parametrize("seed", range(40))
def test_mutated_files_end_in_a_document_or_a_named_mistake(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be the same at each run
    for name, data in sources().items():
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 20))):
            at = chance.randrange(max(1, len(changed)))
            what = chance.randrange(4)
            if what == 0 and changed:
                changed[at] ^= 1 << chance.randrange(8)
            elif what == 1:
                changed[at:at] = chance.randbytes(chance.randrange(1, 9))
            elif what == 2:
                del changed[at : at + chance.randrange(1, 9)]
            elif len(changed) - at < len(changed) // 4:
                del changed[at + 1 :]
        with contextlib.suppress(LantuError):
            read_bytes(name, bytes(changed))
