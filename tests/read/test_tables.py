from collections.abc import Mapping
from pathlib import Path

import pytest

from lantu.model import Document, PassageKind, Table
from lantu.read import read, read_bytes


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def doc(text: str) -> Document:
    return read_bytes("a.md", text.encode())


def test_a_pipe_table_with_caption_unit_and_notes() -> None:
    document = doc(
        "## 主要指标\n\n单位：亿元\n\n| 指标 | 2020年 | 2025年 |\n|---|---:|---:|\n| **生产总值** | 902.27 | 1500 |\n| 就业 | | [6.5] |\n\n"
        "注：按当年价。\n（2）方括号内为累计数。\n\n下一段。\n"
    )
    (table,) = document.tables
    assert texts(table) == [["指标", "2020年", "2025年"], ["生产总值", "902.27", "1500"], ["就业", "", "[6.5]"]]
    assert (table.header_rows, table.caption) == (1, "主要指标 单位：亿元")
    assert table.notes == ("注：按当年价。", "（2）方括号内为累计数。")
    assert document.passages[table.passage].kind is PassageKind.TABLE


def test_cells_lead_back_to_the_raw_text() -> None:
    document = doc("| 指标 | 值 |\n|---|---|\n| 建成区 绿化 | **46.3** |\n| 增长 | ８％ |\n")
    rows = document.tables[0].rows
    assert [document.text[cell.start : cell.end] for cell in rows[1]] == ["建成区 绿化", "**46.3**"]
    value = rows[1][1]
    assert document.text[slice(*value.span(0, 4))] == "46.3"
    assert rows[2][1].text == "8%"


def test_an_empty_first_cell_takes_the_category_above() -> None:
    document = doc(
        "类别\t指标\t2020年\t2025年\n经济\t1.生产总值\t902.27\t1500\n\t2.人均\t8.6\t13.1\n民生\t3.就业\t1.34\t[6.5]\n"
    )
    (table,) = document.tables
    assert [row[0].text for row in table.rows] == ["类别", "经济", "经济", "民生"]
    assert table.rows[2][0] == table.rows[1][0]
    assert table.header_rows == 1


def test_short_rows_are_padded() -> None:
    document = doc("| a | b | c |\n|---|---|---|\n| x | 1 |\n")
    assert texts(document.tables[0]) == [["a", "b", "c"], ["x", "1", ""]]


def test_two_header_rows() -> None:
    document = doc("指标\t目标\t目标\n\t2020年\t2025年\n生产总值\t902.27\t1500\n就业\t1.34\t6.5\n")
    assert document.tables[0].header_rows == 2


def test_tabs_that_only_indent_make_no_table() -> None:
    assert doc("\t增长5%。\n\t投资增长6%。\n\t消费增长7%。\n").tables == ()


def test_merged_cells_of_html_are_resolved() -> None:
    document = read_bytes(
        "a.html",
        "<html><body><p>说明文字，说明文字。</p><table><tr><th rowspan=2>指标</th><th colspan='2'>目标</th></tr>"
        "<tr><td>2020年</td><td>2025年</td></tr><tr><td>生产总值</td><td>902.27</td><td>1500</td></tr></table></body></html>".encode(),
    )
    (table,) = document.tables
    assert texts(table) == [["指标", "目标", "目标"], ["指标", "2020年", "2025年"], ["生产总值", "902.27", "1500"]]
    assert table.header_rows == 2
    assert all(document.text[c.start : c.end] == c.text for row in table.rows for c in row)


def test_the_indicator_table_of_a_plan(seeds: Mapping[str, Path]) -> None:
    document = read(seeds["003"])
    (table,) = document.tables
    assert len(table.rows) == 21
    assert table.header_rows == 1
    assert [cell.text for cell in table.rows[12]] == [
        "民生福祉",
        "12.城镇新增就业人数",
        "万人",
        "1.34",
        "[6.5]",
        "",
        "预期性",
    ]
    assert table.caption == "“十四五”时期主要经济社会发展指标"
    assert len(table.notes) == 1


BOX = """┌────────┬────┬──────┬──────┐
│ 类别   │指标│2020年│2025年│
├────────┼────┼──────┼──────┤
│ 经济   │粮食│  30  │  35  │
│        │投资│   9  │  12  │
└────────┴────┴──────┴──────┘
"""
ASCII = BOX.translate(str.maketrans("┌┬┐├┼┤└┴┘─│", "+++++++++-|"))


@pytest.mark.parametrize("drawn", [BOX, ASCII])
def test_a_table_drawn_with_characters(drawn: str) -> None:
    document = read_bytes("a.txt", f"主要指标\n\n单位：万吨\n\n{drawn}\n下一段。\n".encode())
    (table,) = document.tables
    assert texts(table) == [
        ["类别", "指标", "2020年", "2025年"],
        ["经济", "粮食", "30", "35"],
        ["经济", "投资", "9", "12"],
    ]
    assert document.text[table.rows[1][2].start :].startswith("30")
    assert [p.text for p in document.passages if p.kind is PassageKind.PARAGRAPH][-1] == "下一段。"


def test_a_drawn_table_whose_cells_go_over_lines_is_left_as_text() -> None:
    drawn = BOX.replace("│        │投资│   9  │  12  │", "│        │产量│      │      │")
    assert read_bytes("a.txt", drawn.encode()).tables == ()


@pytest.mark.parametrize("text", ["+5%的增长\n+6%的增长\n", "+-5%\n+-6%\n", "————\n- a\n- b\n", "┌ 注 ┐\n正文。\n"])
def test_lines_that_only_begin_like_a_frame(text: str) -> None:
    assert read_bytes("a.txt", text.encode()).tables == ()
