"""evaluation.html: one file that needs nothing else, with the evidence of every number in it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from lantu.report.chart import bar, chart_of, svg
from lantu.report.story import Told
from lantu.report.words import Words
from tests.report.documents import N_GDP
from tests.report.sample import T_ENERGY, T_GDP, T_GDP_G, T_JOBS


@pytest.fixture(scope="module")
def page(written: Path) -> LexborHTMLParser:
    return LexborHTMLParser((written / "evaluation.html").read_text(encoding="utf-8"))


def _shown(page: LexborHTMLParser, selector: str, lang: str = "zh") -> list[str]:
    """Texts as one language shows them."""
    other = "en" if lang == "zh" else "zh"
    copy = LexborHTMLParser(page.html or "")
    for hidden in copy.css(f"span.{other}"):
        hidden.decompose()
    return [" ".join(node.text().split()) for node in copy.css(selector)]


def test_nothing_comes_from_outside(written: Path) -> None:
    text = (written / "evaluation.html").read_text(encoding="utf-8")
    assert not re.search(r"(?:https?:)?//[a-z]|@import|url\(", text)
    assert not re.search(r"<(?:link|img|iframe|object)\b|\ssrc=", text)


def test_every_link_leads_somewhere_in_the_page(page: LexborHTMLParser) -> None:
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    links = {str(a.attributes["href"])[1:] for a in page.css("a[href^='#']")}
    also = {f"e-{each}" for a in page.css("a[data-also]") for each in str(a.attributes["data-also"]).split()}
    assert (links | also) <= set(ids)


def test_a_number_opens_its_sentence(page: LexborHTMLParser) -> None:
    mark = page.css_first(f"mark#e-{N_GDP.id}")
    assert mark is not None
    assert mark.text() == "1065亿元"
    sentence = mark.parent
    assert sentence is not None
    assert sentence.text().startswith("预计2023年，地区生产总值1065亿元，增长2.5%")


def test_a_figure_of_two_texts_names_both(page: LexborHTMLParser) -> None:
    said = _shown(page, "article.ev .also")
    assert "3.0% 另见 report-web.html" in said
    assert "3.0% 另见 report.md" in said


def test_the_summary_in_both_languages(page: LexborHTMLParser) -> None:
    assert _shown(page, ".lead") == [
        "“十四五”规划6项主要目标中，1项符合或快于预期，1项基本符合预期，1项滞后于预期，3项暂不可评。",
        "2023年度计划3项主要目标中，1项完成，1项预计未完成，1项口径待核。",
    ]
    assert _shown(page, ".lead", "en")[0] == (
        "Of 6 headline targets of the 14th Five-Year Plan, 1 on track or better, 1 basically on track, 1 behind, 3 not assessable."
    )
    assert _shown(page, ".count .remark") == ["暂不可评的原因：缺数据2项、上级指标未下达1项。"]
    assert "以上只计主要目标，其余2项目标" in _shown(page, ".remark.last")[0]


def test_binding_targets_come_first(page: LexborHTMLParser) -> None:
    assert _shown(page, "#plan-1 h3") == ["约束性目标", "预期性目标"]
    names = _shown(page, "#plan-1 .target .c-name b")
    assert names == [
        "单位GDP能耗降幅",
        "建成区绿化覆盖率",
        "地区生产总值",
        "地区生产总值",
        "城镇新增就业人数",
        "人均预期寿命",
    ]


def test_a_row_tells_progress_and_what_was_due(page: LexborHTMLParser) -> None:
    rows = _shown(page, "#plan-1 .target summary")
    gdp = next(r for r in rows if "902.27亿元" in r)
    for part in ("1500亿元", "1065亿元", "2023年预计", "27.2%", "应达53.8%", "时间进度60%", "滞后于预期", "难以完成"):
        assert part in gdp
    jobs = next(r for r in rows if "城镇新增就业" in r)
    assert "≥65.7%" in jobs
    assert "[6.5万人]" in jobs


def test_no_status_is_told_by_colour_alone(page: LexborHTMLParser) -> None:
    chips = page.css(".chip")
    assert len(chips) > 9
    for chip in chips:
        assert chip.css_first("svg use") is not None
        assert chip.text().strip()


def test_what_it_rests_on(page: LexborHTMLParser) -> None:
    said = _shown(page, ".rests li")
    assert "news.txt（新闻报道或解读，日期未写明，照常使用；人工指定：种类、结果年度）" in said
    assert "另用补充数据1条（extra.csv）" in said
    assert "broken.txt：未采用。文件为空：没有文字可读。" in said


def test_silence_is_worded_neutrally(page: LexborHTMLParser) -> None:
    (about,) = _shown(page, "#silence .about")
    assert "不表示目标没有完成" in about
    assert "news.txt（新闻报道或解读）" in about
    entries = _shown(page, "#silence li")
    assert entries == ["人均预期寿命 总量或水平", "单位GDP能耗降幅 上级下达推进节能降耗。report.md"]


def test_the_computation_in_figures(page: LexborHTMLParser) -> None:
    lines = _shown(page, ".working dd")
    assert "(1065 − 902.27) ÷ (1500 − 902.27) = 27.2%" in lines
    assert "(2.18 + 2.09) ÷ 6.5 ≥ 65.7%" in lines
    assert "41.2 ÷ [41.5 × (1 + 6%)] = 93.7%" in lines


def test_two_bases_are_never_shown_as_one_difference(page: LexborHTMLParser) -> None:
    row = next(r for r in _shown(page, "#plan-2 .target summary") if "一般公共预算总收入" in r)
    assert "口径待核" in row
    assert "93.7%" in row
    assert "25.9" not in row


def test_differences_unread_and_parameters(page: LexborHTMLParser) -> None:
    text = _shown(page, "#documents")[0]
    assert "1处不同，没有一处是数字" in text
    assert "binding_tol_pp" in _shown(page, "#method")[0]


def test_a_documents_markup_is_shown_not_run(sample: Told) -> None:
    chart = chart_of(sample.story[T_GDP.id])
    assert chart is not None
    drawn = svg(chart, Words('<b>"x"', "<i>"))
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn


def test_the_chart_draws_base_path_actuals_and_target(sample: Told) -> None:
    chart = chart_of(sample.story[T_GDP.id])
    assert chart is not None
    assert (chart.base and chart.base.value, chart.goal and chart.goal.value) == (Decimal("902.27"), Decimal(1500))
    assert [(p.year, p.value, p.estimate) for p in chart.points] == [(2023, Decimal(1065), True)]
    assert chart.due == (Decimal(2023), Decimal("1224.022391"))
    assert chart.path[3][0] == 2023
    assert round(chart.path[3][1], 4) == Decimal("1224.0224")


def test_a_year_without_a_value_stays_a_gap(sample: Told) -> None:
    growth, jobs = chart_of(sample.story[T_GDP_G.id]), chart_of(sample.story[T_JOBS.id])
    assert growth is not None
    assert jobs is not None
    assert growth.unknown == (2021,)
    assert (jobs.stacked, jobs.unknown) == (True, (2021,))


def test_no_chart_without_a_number(sample: Told) -> None:
    assert chart_of(sample.story[T_ENERGY.id]) is None
    assert bar(sample.story[T_ENERGY.id]) == ""


def test_binding_targets_are_counted_of_all(page: LexborHTMLParser) -> None:
    assert _shown(page, ".legend .of") == ["6项中约束性目标2项"]
    assert _shown(page, ".legend .of", "en") == ["2 of the 6 are binding"]
    assert "主要目标中3项的结论依据预计数" in _shown(page, ".remark.last")[0]


def test_on_paper_the_whole_table_comes_before_the_stories(page: LexborHTMLParser) -> None:
    rows = page.css("#plan-1 .on-paper .row:not(.head)")
    assert len(rows) == len(page.css("#plan-1 .target"))
    assert not page.css(".on-paper [id]")


def test_unread_numbers_are_listed_with_reason_and_sentence_in_a_fold(page: LexborHTMLParser) -> None:
    (fold,) = page.css("details.unread")
    assert "open" not in fold.attributes
    (row,) = _shown(page, "details.unread tbody tr")
    assert all(word in row for word in ("12", "没有计量单位", "区政府工作报告摘要"))
    assert "news.txt" in _shown(page, "details.unread summary")[0]
