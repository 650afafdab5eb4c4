"""What `lantu extract` and `lantu read` print."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

from lantu.model import Page, PrintedLine
from lantu.report import card, statements
from lantu.report.wide import aligned, cut, width
from tests.report.documents import GREEN_WANTED, NEWS_DOC, OUTLINE_DOC, R_FISCAL_GROWTH, REPORT_DOC
from tests.report.sample import READINGS

GUIDE = [
    "doc", "start", "end", "text", "indicator", "value", "value_hi", "unit", "measure", "comparator", "nature", "period",
]  # fmt: skip
NEWS = READINGS[3]


def test_the_fields_of_the_guide_come_with_what_lantu_knows() -> None:
    record = statements.statement_record(R_FISCAL_GROWTH, REPORT_DOC)
    assert [k for k in record if k in GUIDE] == GUIDE
    assert (record["doc"], record["text"], record["value"]) == ("report.md", "6.1%", Decimal("-6.1"))
    assert (record["place"], record["confidence"]) == ("999901", "sure")
    assert (record["value_hi"], record["value_hi_reason"]) == (None, "not_a_range")
    assert (record["cell"], record["cell_reason"]) == (None, "prose")


def test_a_table_cell_has_its_place() -> None:
    record = statements.statement_record(GREEN_WANTED, OUTLINE_DOC)
    assert record["cell"] == {"table": 0, "row": 4, "column": 3}
    assert record["binding"] == "约束性"


def test_a_recognised_statement_says_where_it_is_printed_and_how_sure_that_is() -> None:
    start, end = R_FISCAL_GROWTH.start, R_FISCAL_GROWTH.end
    sides = tuple(100.0 + 10 * k for k in range(end - start + 1))
    sure = (0.99, 0.8125, *[1.0] * (end - start - 2))
    page = Page(2, 595, 842, (PrintedLine(start, 50.0, 62.0, sides, sure),), scanned=True)
    record = statements.statement_record(R_FISCAL_GROWTH, replace(REPORT_DOC, pages=(page,)))
    assert (record["page"], record["recognition"]) == (2, 0.812)
    assert record["box"] == [[2, 100.0, 50.0, sides[-1], 62.0]]
    assert "page" not in statements.statement_record(R_FISCAL_GROWTH, REPORT_DOC)


def test_jsonl_is_one_object_a_line_with_printed_digits() -> None:
    lines = statements.statements_jsonl(READINGS[1]).splitlines()
    assert len(lines) == 9
    assert '"value": 3.0,' in lines[0]
    assert [json.loads(line)["start"] for line in lines] == sorted(json.loads(line)["start"] for line in lines)


def test_csv_opens_in_excel() -> None:
    text = statements.statements_csv(READINGS)
    assert text.startswith("\ufeffdoc,start,end,text,indicator,value")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 36
    assert (rows[1]["value"], rows[1]["value_hi"], rows[1]["lagged"]) == ("46.3", "", "false")


def test_unread_numbers() -> None:
    assert json.loads(statements.unread_jsonl(NEWS)) == {
        "doc": "news.txt", "start": 5, "end": 7, "text": "12", "reason": "no_unit", "sentence": "区政府工作报告摘要",
    }  # fmt: skip
    assert statements.unread_csv([NEWS]).splitlines()[1] == "news.txt,5,7,12,no_unit,区政府工作报告摘要"
    assert "news.txt" in statements.unread_table([NEWS], "en")


def test_the_table_has_a_head_for_each_document() -> None:
    text = statements.statements_table(READINGS[2:])
    assert "report-web.html  9 条表述" in text
    assert "news.txt  5 条表述" in text
    assert "news.txt：5 条表述；按规则略去 1 处数字，未读懂 1 处" in text
    assert text.splitlines()[-1].startswith("合计：14 条表述；")
    line = next(line for line in text.splitlines() if "1065亿元" in line)
    assert line.split() == ["24", "地区生产总值", "1065亿元", "总量或水平", "预计", "2023", "确定"]


def test_chinese_is_two_columns_wide() -> None:
    assert width("GDP增长") == 7
    assert cut("地区生产总值", 7) == "地区生…"
    assert aligned(("指标", "a"), [("就业", "1"), ("GDP", "22")]) == "指标  a\n----  --\n就业  1\nGDP   22\n"


def test_the_card_of_a_document() -> None:
    text = card.document_card(NEWS_DOC, NEWS)
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in text.splitlines()[1:]}
    assert text.startswith("news.txt\n")
    assert lines["种类"] == "新闻报道或解读（人工指定）"
    assert lines["地区"] == "示例区 999901"
    assert lines["日期"] == "未写明"
    assert lines["结果年度"] == "2023（人工指定）"
    assert lines["表述"] == "5 条；按规则略去 1 处数字，未读懂 1 处"


def test_the_card_of_a_scan_says_its_pages() -> None:
    scanned = replace(
        NEWS_DOC, format="pdf", encoding="", pages=(Page(1, 595, 842, ()), Page(2, 595, 842, (), scanned=True))
    )
    text = card.document_card(scanned, NEWS)
    assert "2 页，其中 1 页为识别所得" in text
    assert "，，" not in text


def test_the_card_as_json_and_in_english() -> None:
    record = json.loads(card.document_json(REPORT_DOC))
    assert (record["kind"], record["date"], record["reporting_year"]) == ("plan_report", "2022-12-21", 2022)
    assert [h["text"] for h in record["headings"]][1] == "一、2022年计划执行情况"
    english = card.document_card(OUTLINE_DOC, None, "en")
    assert "plan period" in english
    assert "2021–2025" in english


def test_one_document_is_counted_in_the_last_line() -> None:
    assert statements.statements_table([NEWS], "en").splitlines()[-1].startswith("news.txt: 5 statements; ")
