"""Old office files (DOC, WPS, XLS) say what the new ones say that they were made from, every field of it."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from lantu.errors import DamagedFile, UnknownFormat
from lantu.extract import extract
from lantu.model import Document, Statement
from lantu.read import read_bytes
from lantu.read.ole import MAGIC, names
from tests.read.test_formats import OLE
from tests.read.test_workbook import indicators, saved

ROWS = (
    ("类别", "指标", "单位", "2020年", "2025年"),
    ("经济", "地区生产总值", "亿元", "902.27", "1500"),
    ("", "粮食产量", "万吨", "3.20", "[16.5]"),
    ("民生", "常住人口城镇化率", "%", "91.4", "95"),
)


def outline() -> bytes:
    made = docx.Document()
    made.add_heading("福州市仓山区国民经济和社会发展第十四个五年规划纲要", 0)
    made.add_paragraph("2021年1月14日仓山区第十七届人民代表大会第五次会议批准")
    made.add_heading("第一章 发展目标", 1)
    made.add_paragraph("到2025年，地区生产总值达到1500亿元，年均增长8%左右，城镇登记失业率控制在5%以内。")
    made.add_paragraph("建成区绿化覆盖率由45.26%提高到46.3%；新增城镇就业5万人。", style="List Number")
    made.add_paragraph("森林蓄积量不低于30万立方米。", style="List Number")
    made.add_heading("主要指标", 2)
    table = made.add_table(4, 5)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    made.add_paragraph("注：[ ]内为五年累计数。")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def old(soffice: str, data: bytes, new: str, kind: str, folder: Path) -> bytes:
    """What LibreOffice writes in an old format."""
    source = folder / f"a.{new}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, timeout=100, capture_output=True)
    return (folder / f"a.{kind}").read_bytes()


def said(document: Document) -> list[Statement]:
    """The statements, without the hash of the file that they stand in."""
    return [replace(statement, document="") for statement in extract(document).statements]


def test_a_doc_and_a_wps_say_what_their_docx_says(soffice: str, tmp_path: Path) -> None:
    data = outline()
    new, made = read_bytes("a.docx", data), old(soffice, data, "docx", "doc", tmp_path)
    for name in ("a.doc", "a.wps"):
        document = read_bytes(name, made)
        assert document.format == "doc"
        assert said(document) == said(new)
        assert (document.front, document.passages, document.tables) == (new.front, new.passages, new.tables)
    assert len(said(new)) == 13


def test_a_wps_that_is_a_zipped_document_is_read_as_one() -> None:
    data = outline()
    assert read_bytes("a.wps", data).format == "docx"
    assert said(read_bytes("a.wps", data)) == said(read_bytes("a.docx", data))


def test_an_xls_says_what_its_xlsx_says(soffice: str, tmp_path: Path) -> None:
    data = saved(indicators)
    new, document = read_bytes("a.xlsx", data), read_bytes("a.et", old(soffice, data, "xlsx", "xls", tmp_path))
    assert document.format == "xls"
    assert said(document) == said(new) != []
    assert [[c.text for c in row] for row in document.tables[0].rows][2] == ["经济", "城镇化率", "63.9%", "65.0%"]


def test_a_doc_that_speaks_of_a_workbook_is_no_workbook(soffice: str, tmp_path: Path) -> None:
    made = old(soffice, outline(), "docx", "doc", tmp_path)
    holds = made + "Workbook\0".encode("utf-16-le")
    assert names(made) >= {"WordDocument", "1Table"}
    assert read_bytes("a.doc", holds).format == "doc"


def test_a_damaged_doc_is_named_as_such_and_not_shown_as_text(soffice: str, tmp_path: Path) -> None:
    made = old(soffice, outline(), "docx", "doc", tmp_path)
    for data in (made[: len(made) // 2], made[:-600]):
        with pytest.raises((DamagedFile, UnknownFormat)):
            read_bytes("a.doc", data)
    with pytest.raises(DamagedFile, match="损坏"):
        read_bytes("a.doc", OLE + "WordDocument".encode("utf-16-le"))


@pytest.mark.parametrize("data", [MAGIC, MAGIC + b"\xff" * 2000, MAGIC + bytes(2000), MAGIC + b"\x09\0" * 900])
def test_a_broken_directory_names_nothing(data: bytes) -> None:
    assert names(data) <= {""}


@pytest.mark.parametrize(("part", "new"), [("WordDocument", ".docx"), ("Workbook", ".xlsx")])
def test_without_libreoffice_one_line_says_what_to_do(part: str, new: str, tmp_path: Path) -> None:
    bad, good = tmp_path / "旧.doc", tmp_path / "新.txt"
    bad.write_bytes(OLE + part.encode("utf-16-le"))
    good.write_text("地区生产总值增长5%。", encoding="utf8")
    ran = subprocess.run(
        [sys.executable, "-m", "lantu", "read", str(bad), str(good)],
        env=os.environ | {"PATH": str(tmp_path), "PYTHONUTF8": "1"}, capture_output=True, text=True, check=False, encoding="utf8",
    )  # fmt: skip
    (line,) = ran.stderr.splitlines()
    assert all(word in line for word in ("旧.doc", "LibreOffice", f"另存为 {new}"))
    assert "新.txt" in ran.stdout
