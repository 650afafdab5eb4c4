"""The documents of the sample, and what they say: an outline with a table, two texts of one report, a news text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.model import (
    Binding,
    Cell,
    CellPlace,
    Comparator,
    Confidence,
    Document,
    Front,
    Kind,
    Measure,
    Nature,
    Passage,
    PassageKind,
    Period,
    Place,
    Quantity,
    Segment,
    Statement,
    Table,
)

PLACE = Place("999901", "示例区", "county", "999900")
D = Decimal

OUTLINE = """# 示例区国民经济和社会发展第十四个五年规划纲要
## 第一节 主要目标
到2025年，经济保持中高速，GDP年均增长8%以上，绿化覆盖率达到46.3%。人才总量达到3万人。
指标\t单位\t2020年\t2025年\t年均增长/累计\t属性
1.地区生产总值\t亿元\t902.27\t1500\t8%\t预期性
2.城镇新增就业人数\t万人\t1.34\t[6.5]\t\t预期性
3.单位GDP能耗降幅\t%\t完成市下达指标\t控制在市下达指标内\t\t约束性
4.建成区绿化覆盖率\t%\t45.26\t46.3\t[1.04]\t约束性
5.人均预期寿命\t岁\t79.49\t80.2\t[0.71]\t预期性
"""
REPORT = """# 关于示例区2022年计划执行情况及2023年计划草案的报告
## 一、2022年计划执行情况
预计，全年地区生产总值增长3.0%；一般公共预算总收入41.5亿元，增长-6.1%。城镇新增就业2.18万人，建成区绿化覆盖率45.66%。推进节能降耗。
## 二、2023年计划安排
主要预期目标：地区生产总值增长5%；一般公共预算总收入增长6%。新增城镇就业1.9万人。新建5G基站500个。
"""
NEWS = """区政府工作报告摘要
预计2023年，地区生产总值1065亿元，增长2.5%；一般公共预算总收入41.2亿元，增长31.9%。城镇新增就业2.09万人。
"""


def _passages(text: str) -> tuple[tuple[Passage, ...], tuple[Table, ...]]:
    found: list[Passage] = []
    headings: list[str] = []
    rows: list[tuple[Cell, ...]] = []
    table_at = 0
    for line in re.finditer(r"[^\n]+", text):
        if "\t" in line[0]:
            if not rows:
                table_at = len(found)
                found.append(_passage(table_at, PassageKind.TABLE, line[0], line.start(), tuple(headings)))
            rows.append(tuple(_cells(line[0], line.start())))
            continue
        marks = len(line[0]) - len(line[0].lstrip("#"))
        clean = line[0].lstrip("# ")
        kind = PassageKind.HEADING if marks else PassageKind.PARAGRAPH
        headings = [*headings[: max(marks - 1, 0)], clean] if marks else headings
        above = tuple(headings[:-1] if marks else headings)
        found.append(_passage(len(found), kind, clean, line.start() + len(line[0]) - len(clean), above, marks))
    width = len(rows[0]) if rows else 0
    tables = (Table(table_at, tuple(r[:width] for r in rows), 1, "主要指标"),) if rows else ()
    return tuple(found), tables


def _cells(line: str, start: int) -> Iterator[Cell]:
    for text in line.split("\t"):
        yield Cell(text, start, start + len(text))
        start += len(text) + 1


def _passage(
    index: int, kind: PassageKind, text: str, start: int, headings: tuple[str, ...], level: int = 0
) -> Passage:
    return Passage(index, kind, text, (Segment(0, start, len(text)),), headings, level)


def _document(name: str, text: str, kind: Kind, day: str | None, **front: object) -> Document:
    passages, tables = _passages(text)
    sha = {"outline.md": "a", "report.md": "b", "report-web.html": "c", "news.txt": "d"}[name] * 64
    by_hand = frozenset(str(field) for field in front.pop("by_hand", ()))  # type: ignore[attr-defined] # a tuple in this file
    told = Front(
        kind=kind, title=passages[0].text, place=PLACE, issuer=None, date=day, meeting=None,
        plan_period=front.get("plan_period"), reporting_year=front.get("reporting_year"),  # type: ignore[arg-type] # written below
        planning_year=front.get("planning_year"), by_hand=by_hand,  # type: ignore[arg-type] # written below
    )  # fmt: skip
    return Document(name, sha, name.rpartition(".")[2], "utf-8", text, passages, tables, told)


OUTLINE_DOC = _document("outline.md", OUTLINE, Kind.OUTLINE, "2021-01-14", plan_period=Period("2021-2025"))
REPORT_DOC = _document("report.md", REPORT, Kind.PLAN_REPORT, "2022-12-21", reporting_year=2022, planning_year=2023)
WEB_DOC = _document(
    "report-web.html", REPORT.replace("推进节能降耗", "推动节能降耗"), Kind.PLAN_REPORT, "2022-12-21",
    reporting_year=2022, planning_year=2023,
)  # fmt: skip
NEWS_DOC = _document("news.txt", NEWS, Kind.NEWS, None, reporting_year=2023, by_hand=("kind", "reporting_year"))


def said(
    document: Document, text: str, named: str, *, measure: Measure = Measure.LEVEL, nature: Nature = Nature.ESTIMATE,
    period: str, value: str | None = None, comparator: Comparator = Comparator.EQ, before: str = "",
    binding: Binding | None = None, unit: str | None = None,
) -> Statement:  # fmt: skip
    """The statement of `text`, found after `before` in the document."""
    at = document.text.index(before + text) + len(before)
    number = re.match(r"-?[\d.]+", text)
    assert number
    cell = _cell(document, at)
    passage = next(p for p in reversed(document.passages) if p.start <= at)
    wanted = Quantity(D(value or number[0]), unit if unit is not None else text[number.end() :], comparator)
    section = document.passages[passage.index].headings
    return Statement(
        document.sha256, passage.index, at, at + len(text), text, named, wanted, measure, nature, Period(period),
        "sample", Confidence.SURE, section, binding=binding, cell=cell,
    )  # fmt: skip


def _cell(document: Document, at: int) -> CellPlace | None:
    for t, table in enumerate(document.tables):
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row):
                if cell.start <= at < cell.end:
                    return CellPlace(t, r, c)
    return None


_T, _A = Nature.TARGET, Nature.ACTUAL
_EXPECTED, _BINDING = Binding.EXPECTED, Binding.BINDING

GDP_BASE = said(OUTLINE_DOC, "902.27", "地区生产总值", nature=_A, period="2020", unit="亿元")
GDP_WANTED = said(OUTLINE_DOC, "1500", "地区生产总值", nature=_T, period="2025", unit="亿元", binding=_EXPECTED)
GDP_PATH = said(
    OUTLINE_DOC, "8%", "地区生产总值", before="1500\t", measure=Measure.AVERAGE_GROWTH, nature=_T, period="2021-2025"
)
GDP_PROSE = said(
    OUTLINE_DOC, "8%", "GDP", measure=Measure.AVERAGE_GROWTH, nature=_T, period="2021-2025", comparator=Comparator.GE
)
JOBS_BASE = said(OUTLINE_DOC, "1.34", "城镇新增就业人数", nature=_A, period="2020", unit="万人")
JOBS_WANTED = said(
    OUTLINE_DOC, "6.5", "城镇新增就业人数", measure=Measure.CUMULATIVE, nature=_T, period="2021-2025", unit="万人"
)
GREEN_BASE = said(OUTLINE_DOC, "45.26", "建成区绿化覆盖率", nature=_A, period="2020", unit="%")
GREEN_WANTED = said(
    OUTLINE_DOC, "46.3", "建成区绿化覆盖率", before="45.26\t", nature=_T, period="2025", unit="%", binding=_BINDING
)
GREEN_PATH = said(
    OUTLINE_DOC, "1.04", "建成区绿化覆盖率", measure=Measure.CHANGE, nature=_T, period="2021-2025", unit="个百分点"
)
GREEN_PROSE = said(OUTLINE_DOC, "46.3%", "绿化覆盖率", nature=_T, period="2025")
LIFE_BASE = said(OUTLINE_DOC, "79.49", "人均预期寿命", nature=_A, period="2020", unit="岁")
LIFE_WANTED = said(OUTLINE_DOC, "80.2", "人均预期寿命", nature=_T, period="2025", unit="岁", binding=_EXPECTED)
TALENT_WANTED = said(OUTLINE_DOC, "3万人", "人才总量", nature=_T, period="2025")


def _report(document: Document) -> tuple[Statement, ...]:
    growth = Measure.GROWTH
    return (
        said(document, "3.0%", "地区生产总值", measure=growth, period="2022"),
        said(document, "41.5亿元", "一般公共预算总收入", period="2022"),
        said(document, "6.1%", "一般公共预算总收入", measure=growth, period="2022", value="-6.1", before="增长-"),
        said(document, "2.18万人", "城镇新增就业", nature=_A, period="2022"),
        said(document, "45.66%", "建成区绿化覆盖率", nature=_A, period="2022"),
        said(document, "5%", "地区生产总值", measure=growth, nature=_T, period="2023"),
        said(document, "6%", "一般公共预算总收入", measure=growth, nature=_T, period="2023", before="增长"),
        said(document, "1.9万人", "新增城镇就业", nature=_T, period="2023"),
        said(document, "500个", "新建5G基站", nature=_T, period="2023"),
    )


R_GROWTH, R_FISCAL, R_FISCAL_GROWTH, R_JOBS, R_GREEN, R_GDP5, R_FISCAL6, R_JOBS19, R_5G = _report(REPORT_DOC)
W_STATEMENTS = _report(WEB_DOC)
N_GDP = said(NEWS_DOC, "1065亿元", "地区生产总值", period="2023")
N_GROWTH = said(NEWS_DOC, "2.5%", "地区生产总值", measure=Measure.GROWTH, period="2023")
N_FISCAL = said(NEWS_DOC, "41.2亿元", "一般公共预算总收入", period="2023")
N_FISCAL_GROWTH = said(NEWS_DOC, "31.9%", "一般公共预算总收入", measure=Measure.GROWTH, period="2023")
N_JOBS = said(NEWS_DOC, "2.09万人", "城镇新增就业", nature=_A, period="2023")
