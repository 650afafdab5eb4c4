"""Sheets of indicators are documents: what their cells show, where each stands."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lantu.errors import DamagedFile, TooLarge
from lantu.model import Document
from lantu.read import files, read_bytes
from lantu.read.shown import shown


def book(fill: Callable[[Worksheet], None], name: str = "a.xlsx") -> Document:
    return read_bytes(name, saved(fill))


def saved(fill: Callable[[Worksheet], None]) -> bytes:
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "主要指标"
    fill(sheet)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def indicators(sheet: Worksheet) -> None:
    sheet["B2"] = "表1 “十四五”主要指标"
    sheet.merge_cells("B2:E2")
    sheet["E3"] = "单位：亿元"
    rows: list[list[str | float | None]] = [
        ["类别", "指标", 2020, 2025],
        ["经济", "生产总值", 1012.345, 1500],
        [None, "城镇化率", 0.6389, 0.65],
    ]
    for r, row in enumerate(rows, 4):
        for c, value in enumerate(row, 2):
            sheet.cell(r, c, value)
    sheet.merge_cells("B5:B6")
    sheet["D5"].number_format = "#,##0.0"
    sheet["D6"].number_format = sheet["E6"].number_format = "0.0%"
    sheet["B7"] = "注：按当年价格计算。"


def test_a_sheet_is_a_heading_a_caption_a_table_and_notes() -> None:
    document = book(indicators)
    assert document.format == "xlsx"
    assert [p.text for p in document.passages][:3] == ["主要指标", "表1“十四五”主要指标", "单位：亿元"]
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["类别", "指标", "2020", "2025"],
        ["经济", "生产总值", "1,012.3", "1500"],
        ["经济", "城镇化率", "63.9%", "65.0%"],
    ]
    assert "主要指标" in table.caption
    assert table.notes == ("注：按当年价格计算。",)


def test_each_cell_says_where_it_stands() -> None:
    document = book(indicators)
    places = {anchor.at: anchor.start for anchor in document.anchors}
    assert document.text.startswith("63.9%", places["主要指标!D6"])
    assert document.text.startswith("表1", places["主要指标!B2"])


def test_tables_are_parted_by_empty_rows() -> None:
    def two(sheet: Worksheet) -> None:
        for row in (["指标", "2025"], ["粮食产量", 30], [], ["项目", "投资"], ["机场", 12]):
            sheet.append(row)

    assert [[c.text for c in t.rows[1]] for t in book(two).tables] == [["粮食产量", "30"], ["机场", "12"]]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.30000000000000004", "", "0.3"), ("25.666666666666668", "General", "25.66666667"), ("1500", "", "1500"),
        ("0.156", "0.0%", "15.6%"), ("0.05", "0%", "5%"), ("1234567.5", "#,##0", "1,234,568"), ("5", "0.00", "5.00"),
        ("-3.25", "0.0", "-3.3"), ("-3", "0;(0)", "(3)"), ("1.5", '0.0"万亿元"', "1.5万亿元"), ("12000", "0,", "12"),
        ("2.50", "0.##", "2.5"), ("45659", 'yyyy"年"m"月"d"日"', "2025年1月2日"), ("45659", "yyyy-mm-dd", "2025-01-02"),
        ("0", '0;-0;"—"', "—"), ("-0.5", "[Red]0.0%", "-50.0%"), ("7", "@", "7"), ("-5", "#,##0.0_ ", "-5.0"),
    ],
)  # fmt: skip
def test_numbers_have_the_digits_that_the_cell_shows(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), code) == text


def test_dates_are_as_printed() -> None:
    def dated(sheet: Worksheet) -> None:
        for row in (["项目", "开工"], ["机场", date(2025, 1, 2)]):
            sheet.append(row)
        sheet["B2"].number_format = "yyyy/m/d"

    assert book(dated).tables[0].rows[1][1].text == "2025/1/2"


def test_a_workbook_with_the_wrong_name_is_still_one() -> None:
    assert book(indicators, "a.txt").format == "xlsx"


def test_too_many_cells_are_refused() -> None:
    csv = ("1," * 999 + "1\n") * 1000
    with pytest.raises(TooLarge) as caught:
        read_bytes("a.csv", csv.encode())
    assert f"{files.MAX_CELLS:,}" in caught.value.zh
    page = "<html><body><table>" + ("<tr>" + "<td>1" * 100) * 10_000 + "</table>"
    with pytest.raises(TooLarge):
        read_bytes("a.html", page.encode())


def test_a_far_merge_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(indicators))) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry).replace(b'"B5:B6"', b'"B5:XFD1048576"'))
    with pytest.raises(TooLarge):
        read_bytes("a.xlsx", stream.getvalue())


def test_a_damaged_workbook_is_named() -> None:
    with pytest.raises(DamagedFile, match=r"a\.xlsx"):
        read_bytes("a.xlsx", saved(indicators)[:3000])


@pytest.mark.parametrize(("sign", "encoding"), [(",", "utf-8-sig"), ("\t", "gb18030"), (";", "utf-8")])
def test_csv_is_told_by_its_lines(sign: str, encoding: str) -> None:
    rows = [["指标", "单位", "2025年"], ["生产总值", "亿元", '"1,500"'], ["粮食产量", "万吨", "30"]]
    document = read_bytes(
        "数据.csv" if sign == "\t" else "数据.txt", "\n".join(sign.join(row) for row in rows).encode(encoding)
    )
    assert document.format == "csv"
    assert [[c.text for c in row] for row in document.tables[0].rows][1] == ["生产总值", "亿元", "1,500"]
    assert "CSV!C2" in {anchor.at for anchor in document.anchors}


def test_running_text_with_commas_is_no_csv() -> None:
    text = "一、经济发展\n全年生产总值增长5%,投资增长3%,消费增长4%。\n粮食产量稳定,财政收入增长2%。\n"
    assert read_bytes("a.txt", text.encode()).format == "txt"


CATEGORIES = (
    ("类别", "指标", "单位", "2020年", "2025年"),
    ("经济", "生产总值", "亿元", "900", "1500"),
    ("", "粮食产量", "万吨", "3.2", "3.5"),
    ("", "", "", "3.3", "3.6"),
    ("民生", "城镇化率", "%", "60", "65"),
)


def categories(sheet: Worksheet) -> None:
    for row in CATEGORIES:
        sheet.append([text or None for text in row])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", saved(categories)),
        ("a.csv", "\n".join(map(",".join, CATEGORIES)).encode()),
        (
            "a.html",
            f"<p>主要指标如下。</p><table><tr><td>{'<tr><td>'.join(map('<td>'.join, CATEGORIES))}</table>".encode(),
        ),
        ("a.txt", "\n".join(map("\t".join, CATEGORIES)).encode()),
    ],
)
def test_an_empty_unmerged_cell_takes_the_category_above(name: str, data: bytes) -> None:
    (table,) = read_bytes(name, data).tables
    assert [row[0].text for row in table.rows] == ["类别", "经济", "经济", "", "民生"]  # figures alone have no category
    assert table.rows[2][0] == table.rows[1][0]


def test_formulas_that_were_never_computed_are_told_by_their_cells() -> None:
    def reckoned(sheet: Worksheet) -> None:
        for row in (
            ["指标", "2024", "2025"],
            ["生产总值", 1000, "=B2*1.05"],
            ["投资", 500, 550],
            ["合计", "=SUM(B2:B3)", 3],
        ):
            sheet.append(row)

    document = book(reckoned)
    (note,) = document.notes
    assert (note.code, note.filled) == ("formulas_without_result", {"count": "2", "cells": "主要指标!C2, 主要指标!B4"})
    assert [cell.text for cell in document.tables[0].rows[1]] == ["生产总值", "1000", ""]


def test_a_formula_whose_result_is_there_or_is_an_empty_text_needs_no_note() -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>投资</t></is></c><c r="B1"><f>2+3</f><v>5</v></c><c r="C1" t="str"><f>IF(1,"")</f><v></v></c>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(indicators))) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, sheet if entry == "xl/worksheets/sheet1.xml" else old.read(entry))
    document = read_bytes("a.xlsx", stream.getvalue())
    assert "投资" in document.text
    assert not document.notes


@pytest.mark.parametrize(
    ("name", "rows", "title"),
    [
        ("2025年", [["江城市国民经济主要指标"], ["指标", "2025"], ["粮食产量", 30]], "江城市国民经济主要指标"),
        (
            "Sheet1",
            [["江城市国民经济主要指标"], ["单位：万吨"], ["指标", "2025"], ["粮食产量", 30]],
            "江城市国民经济主要指标",
        ),
        ("主要指标", [["单位：万吨"], ["指标", "2025"], ["粮食产量", 30]], "主要指标"),
        ("Sheet1", [["指标", "2025"], ["粮食产量", 30]], None),
    ],
)
def test_the_title_is_what_stands_above_the_first_table(
    name: str, rows: list[list[str | int]], title: str | None
) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title = name
        for row in rows:
            sheet.append(row)

    assert book(fill).front.title == title
