"""How pages are set: columns, running heads, what a page break cuts, tables with few rules or none."""

from collections.abc import Sequence

import pytest

from lantu.model import Document, PassageKind
from lantu.read import read_bytes
from tests.read.written import Page, filled, written

FIRST = "2023年，全县上下坚持稳中求进工作总基调，地区生产总值完成326.4亿元，增长5.8%，其中第一产业增加值41.2亿元，增长4.1%；第二产业增加值132.6亿元，增长6.3%；第三产业增加值152.6亿元，增长5.9%。"
SECOND = "城镇新增就业4200人，城镇登记失业率3.4%，粮食总产量28.6万吨，森林覆盖率达到46.8%，一般公共预算收入16.37亿元，增长5.1%，城镇居民人均可支配收入36820元，增长4.9%，农村居民人均可支配收入19450元，增长7.3%。"
NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"
HEAD = ("指标", "单位", "2023年实际", "2024年目标")
ROWS = (
    ("地区生产总值", "亿元", "326.4", "345"),
    ("城镇新增就业", "人", "4200", "4500"),
    ("森林覆盖率", "%", "46.8", "47"),
)
XS = (76, 264, 334, 424)
RULES = (72, 260, 330, 420, 520)


def running(document: Document) -> list[str]:
    return [p.text for p in document.passages if p.kind not in (PassageKind.FURNITURE, PassageKind.TABLE)]


def furniture(document: Document) -> list[str]:
    return [p.text for p in document.passages if p.kind is PassageKind.FURNITURE]


def cells(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


def rows(page: Page, y: float, *more: Sequence[str], xs: Sequence[float] = XS) -> float:
    """Rows of cells from the height `y` on; where the next would stand."""
    for row in more:
        page.row(xs, y, row)
        y += 24
    return y


def rules(page: Page, ys: Sequence[float], xs: Sequence[float] = RULES) -> None:
    """Rules across at the heights `ys`, and down between them at `xs`."""
    for y in ys:
        page.rule(RULES[0], y, RULES[-1], y)
    for x in xs:
        page.rule(x, ys[0], x, ys[-1])


def test_two_columns() -> None:
    """The left one, then the right one; a paragraph goes on over the gap between them."""
    page = Page()
    page.text(200, 70, "某县2024年计划报告", 18)
    below = page.lines(72, 120, FIRST, right=288)
    left, right = filled(SECOND, 18)[:4], filled(SECOND, 18)[4:]
    for i, line in enumerate(left):
        page.text(72 if i else 96, below + 20 * i, line)
    for i, line in enumerate(right):
        page.text(312, 120 + 20 * i, line)
    page.lines(312, 120 + 20 * len(right), FIRST, right=528)
    assert running(read_bytes("a.pdf", written([page]))) == ["某县2024年计划报告", FIRST, SECOND, FIRST]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_running_heads_and_page_numbers_cut_no_paragraph(count: int) -> None:
    text = (
        "".join(f"{i}月，全县完成投资{100 + i}.5亿元，增长{i}.2%，新增就业{300 + i}人。" for i in range(1, 13)) * count
    )
    lines = filled(text, 37)
    at = 0
    pages = []
    for number in range(1, count + 1):
        page = Page()
        page.text(72, 50, "某县2024年计划报告", 9)
        page.text(290, 810, f"— {number} —", 9)
        for i, line in enumerate(lines[at : at + len(lines) // count + 1]):
            page.text(72 if at + i else 96, 90 + 20 * i, line)
        at += len(lines) // count + 1
        pages.append(page)
    document = read_bytes("a.pdf", written(pages))
    assert running(document) == [text]
    assert len(furniture(document)) == 2 * count


def test_heads_that_change_with_the_chapter_are_no_text() -> None:
    pages = []
    for number in range(1, 25):
        page = Page()
        page.text(250, 60, f"第{'一二三四五六'[(number - 1) // 4]}章", 12)
        y = page.lines(72, 120, FIRST)
        page.lines(72, y, SECOND + NAMES[:number])
        pages.append(page)
    document = read_bytes("a.pdf", written(pages))
    assert len(running(document)) == 48
    assert len(furniture(document)) == 24


def test_the_unit_of_a_table_at_the_top_of_every_page_is_no_running_head() -> None:
    pages = []
    for name in "甲乙丙":
        page = Page()
        page.text(440, 90, "单位：亿元")
        rules(page, (100, 130, 160))
        rows(page, 120, HEAD, ROWS[0])
        page.lines(72, 300, name + FIRST)
        page.lines(72, 500, SECOND + name * 20)
        pages.append(page)
    assert furniture(read_bytes("a.pdf", written(pages))) == []


def test_a_row_that_the_page_break_cuts_is_one_row() -> None:
    name = "规模以上工业增加值增速（按可比价格计算，含新入库企业）"
    above, below = Page(), Page()
    above.lines(72, 90, FIRST)
    rules(above, (650, 680, 760))
    rows(above, 670, HEAD)
    above.row(XS, 700, (name[:14], "%", "7.9", "8.5"))
    rules(below, (80, 120, 150))
    below.row(XS, 100, (name[14:], "", "", ""))
    rows(below, 140, ROWS[2])
    below.lines(72, 200, SECOND)
    document = read_bytes("a.pdf", written([above, below]))
    assert cells(document) == [[[*HEAD], [name, "%", "7.9", "8.5"], [*ROWS[2]]]]
    name_ = document.tables[0].rows[1][0]
    assert [box.page for box in document.boxes(name_.start, name_.end)] == [1, 2]


def test_a_head_that_is_printed_again_is_no_row() -> None:
    above, below = Page(), Page()
    for page, some in ((above, ROWS[:1]), (below, ROWS[1:])):
        rules(page, [100 + 24 * i for i in range(len(some) + 2)])
        rows(page, 118, HEAD, *some)
    assert cells(read_bytes("a.pdf", written([above, below]))) == [[[*HEAD], *map(list, ROWS)]]


@pytest.mark.parametrize("down", [RULES, RULES[1:-1], ()])
def test_tables_open_at_their_sides_or_without_rules_down(down: Sequence[float]) -> None:
    page = Page()
    page.lines(72, 90, FIRST)
    rules(page, (250, 274, 298, 322, 346), down)
    rows(page, 267, HEAD, *ROWS)
    page.lines(72, 400, SECOND)
    document = read_bytes("a.pdf", written([page]))
    assert cells(document) == [[[*HEAD], *map(list, ROWS)]]
    assert running(document) == [FIRST, SECOND]


@pytest.mark.parametrize("ruled", [True, False])
def test_three_rules_or_none(ruled: bool) -> None:
    """三线表, and cells that stand under each other; a long name of two lines is one cell."""
    page = Page()
    page.lines(72, 90, FIRST)
    page.text(230, 240, "表1 主要指标")
    for height in (250, 274, 394) if ruled else ():
        page.rule(72, height, 520, height)
    y = rows(page, 267, HEAD, ROWS[0], ("规模以上工业增加值增速（按可", "%", "7.9", "8.5"))
    page.text(76, y - 8, "比价格计算）")
    rows(page, y + 16, *ROWS[1:])
    page.lines(72, 440, SECOND)
    document = read_bytes("a.pdf", written([page]))
    long = ["规模以上工业增加值增速（按可比价格计算）", "%", "7.9", "8.5"]
    assert cells(document) == [[[*HEAD], [*ROWS[0]], long, *map(list, ROWS[1:])]]
    assert running(document) == [FIRST, "表1主要指标", SECOND]


def test_a_head_of_two_lines_without_rules() -> None:
    """A year stands over the columns that have none of their own above them."""
    page = Page()
    xs = (76, 264, 334, 404, 474)
    rows(page, 108, ("指标", "单位", "", "", "2024年"), xs=xs)
    page.row((364, 334, 404), 100, ("2023年", "", ""))
    page.row((334, 404), 116, ("目标", "完成"))
    rows(page, 140, ("城镇新增就业", "人", "4200", "4300", "4500"), ("粮食总产量", "万吨", "28", "28.6", "29"), xs=xs)
    assert cells(read_bytes("a.pdf", written([page])))[0][:3] == [
        ["指标", "单位", "2023年", "2023年", "2024年"],
        ["指标", "单位", "目标", "完成", "2024年"],
        ["城镇新增就业", "人", "4200", "4300", "4500"],
    ]


def test_what_alignment_leaves_open_stays_as_lines() -> None:
    contents, contacts, open_head = Page(), Page(), Page()
    rows(contents, 100, ("第一章", "总则", "", "1"), ("第二章", "发展目标", "", "3"), ("第三章", "重点任务", "", "7"))
    rows(contacts, 100, ("联系人：张三", "", "电话：1234567", "传真：7654321"))
    # a year to the left of two columns, another over its own: whose is the one between?
    rows(
        open_head,
        100,
        ("指标", "单位", "2023年", "", "2024年"),
        ("", "", "目标", "完成", "目标"),
        xs=(76, 264, 334, 404, 474),
    )
    rows(
        open_head,
        148,
        ("就业", "人", "4200", "4300", "4500"),
        ("产量", "万吨", "28", "29", "29"),
        xs=(76, 264, 334, 404, 474),
    )
    for page in (contents, contacts, open_head):
        page.lines(72, 300, FIRST)
        assert not read_bytes("a.pdf", written([page])).tables


def test_a_number_that_a_line_s_end_cuts_is_one_number() -> None:
    page = Page()
    for i, line in enumerate(
        ("全县地区生产总值完成326.4亿元，第二产业增加值完成13", "2.6亿元，第三产业增加值完成152.6亿元，城镇新增就业4")
    ):
        page.text(72, 100 + 20 * i, line)
    page.text(72, 140, "200人。")
    assert running(read_bytes("a.pdf", written([page]))) == [
        "全县地区生产总值完成326.4亿元，第二产业增加值完成132.6亿元，第三产业增加值完成152.6亿元，城镇新增就业4200人。"
    ]
