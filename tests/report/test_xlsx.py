"""evaluation.xlsx: numbers as numbers, printed digits shown, nothing of the day it was made on."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lantu.report.sheets import Column, Sheet
from lantu.report.xlsx import fill


@pytest.fixture(scope="module")
def book(written: Path) -> Workbook:
    return load_workbook(written / "evaluation.xlsx")


def _table(book: Workbook, name: str) -> list[dict[str, object]]:
    head, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_sheets(book: Workbook) -> None:
    assert book.sheetnames == ["指标", "观测值", "表述", "文件", "未再提及", "方法"]
    assert book["指标"].freeze_panes == "D2"


def test_a_target(book: Workbook) -> None:
    gdp = next(r for r in _table(book, "指标") if r["基期值"] == 902.27)
    assert (gdp["计划"], gdp["目标值"], gdp["单位"], gdp["判断"]) == ("“十四五”规划", 1500, "亿元", "滞后于预期")
    assert (gdp["完成进度"], gdp["余下所需年均"], gdp["所需单位"]) == (0.272247, 0.186782, "/年")
    assert gdp["原文"] == "1.地区生产总值\t亿元\t902.27\t1500\t8%\t预期性"


def test_headline_targets_come_first(book: Workbook) -> None:
    assert [r["主要目标"] for r in _table(book, "指标")] == ["是"] * 9 + ["否"] * 2


def test_every_statement_with_its_sentence(book: Workbook) -> None:
    said = _table(book, "表述")
    assert len(said) == 36
    jobs = next(r for r in said if r["数字"] == "2.09万人")
    assert (jobs["指标"], jobs["数值"], jobs["原文"]) == ("城镇新增就业", 2.09, "城镇新增就业2.09万人。")


def test_printed_digits_are_shown(book: Workbook) -> None:
    growth = [c for row in book["观测值"].iter_rows(min_row=2) for c in row if c.value == 3]
    assert growth[0].number_format == "0.0"


def test_a_text_is_never_a_formula() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    fill(page, Sheet("x", (Column("a", 10),), (("=1+1",), ("坏\x00字",), (Decimal("41.50"),))))
    out = io.BytesIO()
    book.save(out)
    read = load_workbook(out)["Sheet"]
    assert [(c.value, c.data_type) for (c,) in read.iter_rows(min_row=2)] == [("=1+1", "s"), ("坏字", "s"), (41.5, "n")]
    assert read["A4"].number_format == "0.00"


def test_all_times_are_the_as_of_date(written: Path) -> None:
    with zipfile.ZipFile(written / "evaluation.xlsx") as package:
        assert {i.date_time for i in package.infolist()} == {(2023, 12, 31, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert core.count("2023-12-31T00:00:00Z") == 2
