"""Targets of a year, and five-year targets at their end."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.model import Assessment, Measure, Status, Target, TargetKind, Vintage
from lantu.registers import methods
from tests.evaluate.ledgers import Book, Page, notes

D = Decimal
GROWTH, LEVEL = Measure.GROWTH, Measure.LEVEL


def two_reports() -> tuple[Book, Page, Page]:
    """A plan for 2023 in the report of December 2022, and the news of December 2023."""
    book = Book()
    plan = book.annual(book.page("plan report", reporting=2022, dated="2022-12-21"), 2023)
    news = book.annual(book.page("news", reporting=2023, dated="2023-12-24"), 2024)
    return book, plan, news


def grown(book: Book, plan: Page, indicator: str, wanted: str) -> Target:
    return book.target(plan, indicator, "2023", wanted, kind=TargetKind.GROWTH, measure=GROWTH)


def judged(indicator: str, wanted: str, outcome: str) -> Assessment:
    book, plan, news = two_reports()
    target = grown(book, plan, indicator, wanted)
    book.value(news, indicator, "2023", outcome, vintage=Vintage.ESTIMATE)
    return book.assessed(target, "2023-12-31")


@pytest.mark.parametrize(
    ("indicator", "wanted", "outcome"),
    [("gdp", "5", "2.5"), ("retail_sales", "5", "2.5"), ("fai", "6", "0.5"), ("income", "5", "2.8")],
)
def test_missed_as_estimated(indicator: str, wanted: str, outcome: str) -> None:
    found = judged(indicator, wanted, outcome)
    assert (found.status, found.provisional, found.outlook) == (Status.NOT_MET, True, None)
    assert (found.expected, found.elapsed, found.elapsed_plan) == (D(wanted), D(1), D(1))


@pytest.mark.parametrize(
    ("wanted", "outcome", "status"),
    [
        ("5", "5.0", Status.COMPLETED),
        ("5", "5.5", Status.COMPLETED),  # 10 % beyond is not more than 10 %
        ("5", "5.6", Status.OVERFULFILLED),
        ("5", "5.54", Status.OVERFULFILLED),
        (">=5", "4.9", Status.NOT_MET),
        (">5", "5.0", Status.NOT_MET),
        ("~5", "4.8", Status.BASICALLY_COMPLETED),
        ("~5", "4.7", Status.NOT_MET),
        ("~5", "5.1", Status.COMPLETED),
        ("4.5..5", "4.6", Status.COMPLETED),
        ("4.5..5", "4.4", Status.NOT_MET),
    ],
)
def test_comparators_of_a_growth_that_is_better_higher(wanted: str, outcome: str, status: Status) -> None:
    assert judged("gdp", wanted, outcome).status is status


def test_rounding_that_could_turn_the_answer_is_said() -> None:
    assert "rounding_at_end" in notes(judged("gdp", "5", "5.0"))
    assert "rounding_at_end" not in notes(judged("gdp", "5", "5.2"))


def test_a_fall_is_wanted_by_its_size() -> None:
    assert judged("local:单位能耗", ">=-3", "-3.2").status is Status.COMPLETED
    assert judged("local:单位能耗", ">=-3", "-2.9").status is Status.NOT_MET


def test_a_margin_of_the_method_makes_basically_completed() -> None:
    book, plan, news = two_reports()
    target = grown(book, plan, "gdp", "5")
    book.value(news, "gdp", "2023", "4.8")
    method = replace(methods.load(), basic_margin=D("0.05"))
    assert book.assessed(target, "2023-12-31").status is Status.NOT_MET
    assert book.assessed(target, "2023-12-31", method).status is Status.BASICALLY_COMPLETED


def test_new_jobs_at_the_edge_of_over_fulfilment_are_completed() -> None:
    book, plan, news = two_reports()
    target = book.target(plan, "urban_new_jobs", "2023", "1.9", "万人")
    book.value(news, "urban_new_jobs", "2023", "2.09", "万人", LEVEL)
    found = book.assessed(target, "2023-12-31")
    assert (found.status, found.provisional) == (Status.COMPLETED, True)  # printed before the year was over
    assert found.progress
    assert found.progress.value == D("1.1")


def test_a_value_from_after_its_year_is_not_provisional() -> None:
    book, plan, _ = two_reports()
    later = book.page("bulletin", reporting=2023, dated="2024-03-20")
    target = grown(book, plan, "gdp", "5")
    book.value(later, "gdp", "2023", "5.2")
    assert not book.assessed(target).provisional


@pytest.mark.parametrize(
    ("indicator", "base", "level", "growth", "ratio"),
    [
        ("fiscal_total_revenue", "41.5", "41.2", "31.9", "93.7"),
        ("fiscal_local_revenue", "27.6", "26.2", "18.2", "89.6"),
    ],
)
def test_two_bases_two_answers(indicator: str, base: str, level: str, growth: str, ratio: str) -> None:
    book, plan, news = two_reports()
    target = grown(book, plan, indicator, "6")
    book.value(plan, indicator, "2022", base, "亿元", LEVEL, Vintage.ESTIMATE)
    book.value(news, indicator, "2023", level, "亿元", LEVEL, Vintage.ESTIMATE)
    book.value(news, indicator, "2023", growth, vintage=Vintage.ESTIMATE)
    found = book.assessed(target, "2023-12-31")
    assert (found.status, found.provisional, found.reason) == (Status.SCOPE_UNRESOLVED, True, None)
    said = notes(found)["two_bases"]
    assert (said["growth"], said["ratio"], said["base"]) == (growth, ratio, base)


@pytest.mark.parametrize(
    ("indicator", "base", "level", "growth", "status"),
    [
        ("fai", "560", "474", "6.5", Status.COMPLETED),  # investment levels do not chain
        ("gdp", "1100", "1065", "6.5", Status.COMPLETED),  # real growth beside nominal levels
    ],
)
def test_levels_that_do_not_chain_raise_no_question(
    indicator: str, base: str, level: str, growth: str, status: Status
) -> None:
    book, plan, news = two_reports()
    target = grown(book, plan, indicator, "6")
    book.value(plan, indicator, "2022", base, "亿元", LEVEL)
    book.value(news, indicator, "2023", level, "亿元", LEVEL)
    book.value(news, indicator, "2023", growth)
    assert book.assessed(target, "2023-12-31").status is status


def test_a_base_within_the_gap_raises_no_question() -> None:
    book, plan, news = two_reports()
    target = grown(book, plan, "retail_sales", "5")
    book.value(plan, "retail_sales", "2022", "567.1", "亿元", LEVEL)
    book.value(news, "retail_sales", "2023", "590.0", "亿元", LEVEL)
    book.value(news, "retail_sales", "2023", "5.1")
    assert book.assessed(target, "2023-12-31").status is Status.COMPLETED


def test_a_year_that_has_not_begun_or_is_running() -> None:
    book, _, news = two_reports()
    target = book.target(news, "gdp", "2024", "5.5", kind=TargetKind.GROWTH, measure=GROWTH)
    assert (book.assessed(target, "2023-12-31").status, book.assessed(target, "2023-12-31").reason) == (
        Status.NOT_ASSESSABLE,
        "not_begun",
    )
    assert book.assessed(target, "2024-06-30").reason == "period_running"
    assert book.assessed(target, "2024-06-30").elapsed_plan == D("0.5")
    assert book.assessed(target, "2024-12-31").reason == "not_published"


def test_five_year_targets_at_their_end() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2025", reporting=2025, dated="2026-01-10")
    level = book.target(outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    average = book.target(outline, "gdp", "2021-2025", ">=5", kind=TargetKind.AVERAGE_GROWTH, measure=GROWTH)
    jobs = book.target(outline, "urban_new_jobs", "2021-2025", "6.5", "万人", TargetKind.SUM)
    kept = book.target(outline, "local:城镇化率", "2025", "100", kind=TargetKind.MAINTAIN)
    book.value(report, "gdp", "2025", "1480", "亿元", LEVEL)
    book.value(report, "local:城镇化率", "2025", "100", measure=LEVEL)
    for year, growth, new in (
        ("2021", "8.1", "2.0"),
        ("2022", "3.0", "2.0"),
        ("2023", "5.2", "2.0"),
        ("2024", "5.0", "1.0"),
        ("2025", "5.0", "1.0"),
    ):
        book.value(report, "gdp", year, growth)
        book.value(report, "urban_new_jobs", year, new, "万人", LEVEL)
    assert book.assessed(level).status is Status.NOT_MET
    assert book.assessed(average).status is Status.COMPLETED
    assert book.assessed(jobs).status is Status.OVERFULFILLED
    assert book.assessed(kept).status is Status.COMPLETED


def test_the_end_is_not_judged_with_a_year_missing() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2025", reporting=2025, dated="2026-01-10")
    average = book.target(outline, "gdp", "2021-2025", "5", kind=TargetKind.AVERAGE_GROWTH, measure=GROWTH)
    change = book.target(outline, "local:寿命", "2025", "1", "岁", TargetKind.CHANGE)
    for year in ("2021", "2022", "2024", "2025"):
        book.value(report, "gdp", year, "9.0")
    book.value(report, "local:寿命", "2025", "80", "岁", LEVEL)
    assert (book.assessed(average).status, book.assessed(average).reason) == (Status.NOT_ASSESSABLE, "not_published")
    assert notes(book.assessed(average))["missing_year_growth"]["needed"] == "-9.6"
    assert (book.assessed(change).status, book.assessed(change).reason) == (Status.NOT_ASSESSABLE, "no_base")


def test_a_sum_that_is_there_already_is_final() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    jobs = book.target(outline, "urban_new_jobs", "2021-2025", "6.5", "万人", TargetKind.SUM)
    book.value(report, "urban_new_jobs", "2023", "7", "万人", LEVEL)
    found = book.assessed(jobs)
    assert (found.status, found.reason) == (Status.ACHIEVED_EARLY, None)


@pytest.mark.parametrize(
    ("wanted", "outcome", "status"), [("9400", "10000", Status.COMPLETED), ("9400", "9000", Status.NOT_MET)]
)
def test_more_than_planned_of_what_is_neither_good_nor_bad_is_no_failure(
    wanted: str, outcome: str, status: Status
) -> None:
    book, plan, news = two_reports()
    target = book.target(plan, "steel_output", "2023", wanted, "万吨")
    book.value(news, "steel_output", "2023", outcome, "万吨", LEVEL)
    found = book.assessed(target, "2023-12-31")
    assert (found.status, "direction_assumed" in notes(found)) == (status, True)
