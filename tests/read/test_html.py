import time
from pathlib import Path

import pytest

from lantu.errors import TooLarge
from lantu.model import Document, PassageKind
from lantu.read import read, read_bytes

PAGE = """<!DOCTYPE html><html><head><title>某市2023年政府工作报告-某市政府网</title>
<meta name="ArticleTitle" content="某市2023年政府工作报告"><script>var a = 1;</script></head><body>
<div class="header"><a href="/">首页</a></div><div id="nav"><ul><li><a>政务公开</a></li></ul></div>
<div class="box"><h1>某市2023年政府工作报告</h1>
<div class="%s"><p>各位代表：</p><h2>一、2022年工作回顾</h2><p>生产总值<b>1065</b>亿元，增长&nbsp;2.5%%。<br>投资增长3%%，消费增长4%%，进出口增长5%%。</p>
<div class="share">分享到微信</div></div>
<div class="related"><a>相关阅读：另一份报告</a></div></div><div class="footer">版权所有 ICP备12345号</div></body></html>"""
TEXT = "某市2023年政府工作报告\n各位代表：\n一、2022年工作回顾\n生产总值1065亿元，增长\u00a02.5%。\n投资增长3%，消费增长4%，进出口增长5%。"


def doc(page: str) -> Document:
    return read_bytes("a.html", page.encode())


@pytest.mark.parametrize("container", ["TRS_Editor", "article", "unknown-name"])
def test_the_article_is_read_and_chrome_left_out(container: str) -> None:
    document = doc(PAGE % container)
    assert document.text == TEXT
    assert [p.text for p in document.passages if p.kind is PassageKind.TITLE] == ["某市2023年政府工作报告"]


def test_headings_by_element() -> None:
    document = doc(
        "<html><body><h1>规划纲要</h1><h2>发展目标</h2><p>增长8%。</p><h2>重点任务</h2><p>新建20所。</p></body></html>"
    )
    paths = {p.text: p.headings for p in document.passages}
    assert paths["增长8%。"] == ("发展目标",)
    assert paths["新建20所。"] == ("重点任务",)


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    cell = "全年地区生产总值增长百分之五。" * 40
    document = doc(
        f"<html><body><table><tr><td>左</td><td><p>{cell}</p></td></tr><tr><td>a</td><td>b</td></tr></table></body></html>"
    )
    assert document.tables == ()
    assert cell in document.text.split("\n")


def test_deeply_nested_pages_are_read() -> None:
    page = "<html><body>" + "<div>" * 3000 + "<p>增长5%。</p>" + "</div>" * 3000 + "</body></html>"
    assert doc(page).text == "增长5%。"


def test_notices_hold_their_numbered_title(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "notices-html").glob("*.html"))[:12]:
        document = read(path)
        assert document.format == "html"
        assert "国务院" in document.passages[0].text
        assert document.passages[0].kind is PassageKind.TITLE


def table(inner: str) -> Document:
    return doc(f"<html><body><p>主要指标如下。</p><table>{inner}</table></body></html>")


def test_cells_print_their_lines_apart_and_no_scripts() -> None:
    document = table(
        "<tr><th>指标</th><th>2025<br>年</th></tr><tr><td><p>粮食</p><p>产量</p><script>x=1</script></td><td>30</td></tr>"
    )
    assert document.text.split("\n")[1:] == ["指标\t2025 年", "粮食 产量\t30"]


def test_a_caption_stands_above_and_a_foot_below() -> None:
    document = table(
        "<caption>表1 主要指标</caption><tfoot><tr><td>合计</td><td>9</td></tr></tfoot>"
        "<tbody><tr><td>指标</td><td>值</td></tr><tr><td>投资</td><td>9</td></tr></tbody>"
    )
    (found,) = document.tables
    assert [row[0].text for row in found.rows] == ["指标", "投资", "合计"]
    assert "主要指标" in found.caption


def test_merged_cells_over_both_axes() -> None:
    document = table(
        '<tr><td rowspan="2" colspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙</td><td>丙</td><td>3</td></tr>'
    )
    assert [[c.text for c in row] for row in document.tables[0].rows] == [
        ["甲", "甲", "1"], ["甲", "甲", "2"], ["乙", "丙", "3"]
    ]  # fmt: skip


def test_a_table_within_the_cell_of_another_is_read() -> None:
    inner = "<table><tr><td>指标</td><td>2025</td></tr><tr><td>粮食</td><td>30</td></tr></table>"
    assert [c.text for c in table(f"<tr><td>{inner}</td></tr>").tables[0].rows[1]] == ["粮食", "30"]
    assert "粮食\t30" in table(f"<tr><td>左</td><td>{inner}</td></tr><tr><td>a</td><td>b</td></tr>").text


def test_passages_of_a_page_say_where_they_stand() -> None:
    document = table("<tr><td>指标</td><td>值</td></tr><tr><td>投资</td><td>9</td></tr>")
    places = {anchor.at: anchor.start for anchor in document.anchors}
    assert document.text.startswith("主要", places["p[1]"])
    assert document.text.startswith("9", places["table[1]/tr[2]/td[2]"])


def test_endless_nesting_and_endless_spans_are_refused_at_once() -> None:
    with pytest.raises(TooLarge):
        doc("<html><body>" + "<div>" * 200_000 + "增长5%。")
    with pytest.raises(TooLarge):
        table('<tr><td rowspan="9999" colspan="99">1</td><td>1</td></tr>' * 400)


def test_a_table_of_data_that_holds_another_keeps_the_cells_of_both() -> None:
    inner = "<table><tr><td>品种</td><td>2025年</td></tr><tr><td>稻谷</td><td>20</td></tr><tr><td>小麦</td><td>10</td></tr></table>"
    document = table(
        "<tr><td>指标</td><td>单位</td><td>2025年</td><td>说明</td></tr>"
        f"<tr><td>粮食产量</td><td>万吨</td><td>30</td><td>其中：{inner}合计</td></tr>"
        "<tr><td>投资</td><td>亿元</td><td>9</td><td></td></tr>"
    )
    outer, held = ([[c.text for c in row] for row in found.rows] for found in document.tables)
    assert outer[1:] == [["粮食产量", "万吨", "30", "其中：合计"], ["投资", "亿元", "9", ""]]
    assert held == [["品种", "2025年"], ["稻谷", "20"], ["小麦", "10"]]
    assert document.text.count("20") == 3
    places = {anchor.at: anchor.start for anchor in document.anchors}
    assert document.text.startswith("稻谷", places["table[2]/tr[2]/td[1]"])


def test_a_table_around_one_cell_only_frames_it() -> None:
    document = table(
        "<tr><td>指标</td><td>2025年</td></tr><tr><td>投资</td><td><table><tr><td>9</td></tr></table></td></tr>"
    )
    assert [c.text for c in document.tables[0].rows[1]] == ["投资", "9"]


def test_tables_nested_without_end_take_no_time() -> None:
    start = time.perf_counter()
    doc("<html><body>" + "<table><tr><td>a<td>1<tr><td>b<td>" * 2000)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "struck",
    ["<del>%s</del>", "<s>%s</s>", "<strike>%s</strike>", '<span style="text-decoration: line-through">%s</span>'],
)
def test_text_with_a_line_through_it_is_left_out_and_said(struck: str) -> None:
    table = f"<table><tr><td>指标</td><td>目标</td></tr><tr><td>投资</td><td>{struck % '9%'}6%</td></tr></table>"
    document = doc(f"<html><body><p>增长{struck % '8%左<b>右</b>'}7%。</p>{table}</body></html>")
    assert document.text == "增长7%。\n指标\t目标\n投资\t6%"
    assert [(note.code, note.filled) for note in document.notes] == [("struck_text_left_out", {"count": "6"})]


def test_readings_over_characters_are_left_out_and_breaks_end_lines() -> None:
    document = doc(
        "<html><body><p><ruby>堽<rp>（</rp><rt>gāng1</rt><rp>）</rp></ruby>城镇新建2所。<br/><u>投资<br>增长</u></p></body></html>"
    )
    assert document.text == "堽城镇新建2所。\n投资\n增长"
    assert document.notes == ()
