"""What is computed and yet no verdict; and what is said of rounding, rest and outlook."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.model import Assessment, Confidence, Measure, Note, Quantity, Status, TargetKind
from tests.evaluate.ledgers import Book, Page, notes

D = Decimal
LEVEL = Measure.LEVEL


def reported(span: str = "2016-2020") -> tuple[Book, Page, Page]:
    book = Book()
    return book, book.outline(span), book.page("2016", reporting=2016, dated="2017-03-05")


@pytest.mark.parametrize(("wanted", "value"), [(">=5000", "1314"), (">=2000", "600")])
def test_a_flow_of_several_years_is_not_held_against_one_year(wanted: str, value: str) -> None:
    book, plan, report = reported()
    target = book.target(plan, "urban_new_jobs", "2020", wanted, "万人", headline=False)
    book.value(report, "urban_new_jobs", "2016", value, "万人", LEVEL)
    found = book.assessed(target, "2020-12-31")
    assert (found.status, found.reason, found.progress) == (Status.NOT_ASSESSABLE, "unclear_target", None)


def test_a_yearly_flow_of_the_end_year_is() -> None:
    book, plan, report = reported("2011-2016")
    target = book.target(plan, "grain_output", "2016", ">=500", "万吨", headline=False)
    book.value(report, "grain_output", "2016", "510", "万吨", LEVEL)
    assert book.assessed(target).status is Status.COMPLETED


def test_a_target_from_before_its_plan_is_misread() -> None:
    book = Book()
    plan = book.annual(book.page("plan", reporting=2022, dated="2022-12-21"), 2023)
    target = book.target(plan, "grain_output", "2022", ">=500", "万吨")
    book.value(plan, "grain_output", "2022", "510", "万吨", LEVEL)
    assert book.assessed(target, "2023-12-31").reason == "unclear_target"


@pytest.mark.parametrize(
    "name", ["人均", "中央财政拟安排补助资金", "（六）大力发展社会事业，着力保障和改善民", "补助标准由人均"]
)
def test_remains_of_a_sentence_are_not_judged(name: str) -> None:
    assert local(name).reason == "doubtful_reading"


def test_a_local_indicator_with_a_name_is_judged() -> None:
    assert local("易地扶贫搬迁").status is Status.COMPLETED


def test_a_local_value_that_is_not_surely_read_is_not_judged() -> None:
    assert local("易地扶贫搬迁", Confidence.LIKELY).reason == "doubtful_reading"


def local(name: str, confidence: Confidence = Confidence.SURE) -> Assessment:
    """280万人 wanted of a local indicator in 2018, and told of it."""
    book = Book()
    plan = book.annual(book.page("plan", reporting=2017, dated="2018-03-05"), 2018)
    report = book.page("2018", reporting=2018, dated="2019-03-05")
    target = book.target(plan, f"local:{name}", "2018", "280", "万人", headline=False)
    book.value(report, f"local:{name}", "2018", "280", "万人", LEVEL)
    report.said = [replace(s, confidence=confidence) for s in report.said]
    return book.assessed(target, "2019-06-30")


def test_more_than_the_number_meets_a_strict_floor_of_the_number() -> None:
    book = Book()
    plan = book.annual(book.page("plan", reporting=2022, dated="2022-12-21"), 2023)
    report = book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(plan, "population", "2023", ">14", "亿人")
    book.value(report, "population", "2023", ">14", "亿人", LEVEL)
    assert book.assessed(target, "2024-06-30").status is Status.COMPLETED


def reached(value: str) -> Assessment:
    """A share from 40 % in 2020 to 45.0 % in 2025, with its value of 2023."""
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "forest_coverage", "2025", "45.0", kind=TargetKind.SHARE, base=("2020", "40.0"))
    book.value(report, "forest_coverage", "2023", value, measure=LEVEL)
    return book.assessed(target)


def test_nothing_is_asked_for_once_the_target_is_reached() -> None:
    found = reached("46.0")
    assert (found.status, found.required) == (Status.ACHIEVED_EARLY, None)
    assert "target_reached" in notes(found)
    assert "rounding_at_end" not in notes(found)


def test_where_rounding_decides_that_it_is_reached_this_is_said() -> None:
    assert "rounding_at_end" in notes(reached("45.0"))


def test_a_broken_bound_with_a_single_value_has_no_outlook() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "registered_unemployment", "2025", "<=4.5", kind=TargetKind.BOUND)
    book.value(report, "registered_unemployment", "2023", "4.8", measure=LEVEL)
    found = book.assessed(target)
    assert (found.status, found.outlook) == (Status.BEHIND, None)
    assert "no_known_pace" in notes(found)


def test_a_misprinted_unit_is_read_as_the_one_that_is_meant() -> None:
    book = Book()
    outline = book.outline()
    report = book.page("2023", reporting=2023, dated="2024-01-10")
    book.value(report, "labor_productivity", "2023", "18.2", "万元/人", LEVEL)
    target = book.target(outline, "labor_productivity", "2025", "20", "%", base=("2020", "15.5"))
    book.targets[-1] = replace(target, notes=(Note.of("row_unit_differs", printed="%", expected="万元/人"),))
    found = book.assessed(target)
    assert found.progress
    assert found.progress.value == D("0.6")


@pytest.mark.parametrize(("unit", "formula"), [("%", "F12"), ("亿元", "F2")])
def test_only_a_growth_as_base_makes_f12(unit: str, formula: str) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2021", reporting=2021, dated="2022-01-10")
    kind, measure = TargetKind.AVERAGE_GROWTH, Measure.GROWTH
    target = book.target(outline, "retail_sales", "2021-2025", "8", kind=kind, measure=measure, base=("2020", "6"))
    assert target.base
    book.targets[-1] = replace(target, base=replace(target.base, quantity=Quantity(D(6), unit)))
    book.value(report, "retail_sales", "2021", "8.1")
    assert book.assessed(target).formula == formula
