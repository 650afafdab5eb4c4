"""What is known at a date, and what is said of the documents as a whole."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.errors import NothingToDo
from lantu.evaluate import evaluate
from lantu.evaluate.case import year_of
from lantu.model import Ledger, Measure, Status, TargetKind, Vintage
from lantu.registers import methods
from tests.evaluate.ledgers import Book

LEVEL = Measure.LEVEL


def codes(book: Book, day: str | None = None) -> dict[str, dict[str, str]]:
    return {n.code: dict(n.values) for n in book.evaluated(day).notes}


@pytest.mark.parametrize(
    ("day", "year"),
    [("2023-12-31", "2023"), ("2023-06-30", "2022.5"), ("2024-02-29", "2023.1667"), ("2023-03-31", "2022.25")],
)
def test_days_count_by_months(day: str, year: str) -> None:
    assert year_of(date.fromisoformat(day)).quantize(Decimal("0.0001")) == Decimal(year)


def test_the_day_is_the_end_of_the_latest_period_with_data() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2023-12-24")
    book.target(outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    book.value(report, "gdp", "2022", "1000", "亿元", LEVEL)
    book.value(report, "gdp", "2023-H1", "500", "亿元", LEVEL)
    assert book.evaluated().as_of == date(2023, 6, 30)


def test_a_value_of_a_year_that_nobody_can_know_sets_no_day() -> None:
    book = Book()
    report = book.annual(book.page("2023", reporting=2023, dated="2023-12-24"), 2024)
    book.value(report, "gdp", "2023", "1065", "亿元", LEVEL)
    book.value(report, "local:误读", "2035", "10", "个", LEVEL)
    assert book.evaluated().as_of == date(2023, 12, 31)


def test_with_plans_only_the_day_is_the_eve_of_the_first() -> None:
    book = Book()
    target = book.target(book.outline(), "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    found = book.assessed(target)
    assert (found.as_of, found.status, found.reason) == (date(2020, 12, 31), Status.NOT_ASSESSABLE, "not_begun")
    assert codes(book)["no_results"] == {"period": "2021-2025"}


def test_an_empty_ledger_is_refused() -> None:
    empty = Ledger((), (), (), (), (), (), ())
    with pytest.raises(NothingToDo, match="没有读到"):
        evaluate(empty, methods.load())


def test_documents_from_after_the_day_are_not_used_and_named() -> None:
    book = Book()
    outline = book.outline()
    early, late = (
        book.page("early", reporting=2022, dated="2022-12-21"),
        book.page("late", reporting=2023, dated="2024-01-10"),
    )
    target = book.target(outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    book.value(early, "gdp", "2022", "1000", "亿元", LEVEL, Vintage.ESTIMATE)
    book.value(late, "gdp", "2022", "1020", "亿元", LEVEL)
    book.value(late, "gdp", "2023", "1065", "亿元", LEVEL)
    then, now = book.assessed(target, "2023-12-31"), book.assessed(target)
    assert then.latest
    assert now.latest
    assert [o.quantity.value for o in then.inputs] == [Decimal(1000)]
    assert [o.quantity.value for o in now.inputs] == [Decimal(1020), Decimal(1065)]  # the later vintage wins
    assert (then.elapsed, then.elapsed_plan) == (Decimal("0.4"), Decimal("0.6"))
    assert codes(book, "2023-12-31")["later_documents"] == {"names": "late"}
    assert codes(book)["later_documents_used"] == {"names": "late"}


def test_targets_that_nobody_had_set_yet_are_not_assessed() -> None:
    book = Book()
    report = book.annual(book.page("2023", reporting=2023, dated="2023-12-24"), 2024)
    book.target(report, "gdp", "2024", "5.5", kind=TargetKind.GROWTH, measure=Measure.GROWTH)
    book.value(report, "gdp", "2022", "3.0")
    assert len(book.evaluated("2023-12-31").assessments) == 1
    assert book.evaluated("2023-06-30").assessments == ()


def test_undated_documents_are_used_and_named() -> None:
    book = Book()
    outline = book.outline()
    target = book.target(outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    book.value(book.page("news", reporting=2023), "gdp", "2023", "1065", "亿元", LEVEL)
    assert book.assessed(target, "2023-12-31").latest
    assert book.assessed(target, "2023-12-31").provisional
    assert codes(book, "2023-12-31")["undated_documents"] == {"names": "news, outline"}


def test_a_data_row_of_a_later_vintage_wins_and_is_final() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2023-12-24")
    target = book.target(outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"))
    book.value(report, "gdp", "2023", "1065", "亿元", LEVEL, Vintage.ESTIMATE)
    book.row("gdp", "2023", "10700000", "万元", Vintage.VERIFIED)
    found = book.assessed(target, "2023-12-31")
    assert found.latest
    assert (found.latest.vintage, found.provisional) == (Vintage.VERIFIED, False)
    assert found.progress
    assert found.progress.value.quantize(Decimal("0.0001")) == Decimal("0.2806")  # (1070 − 902.27) / 597.73


def test_years_without_their_plan_or_their_results_are_said() -> None:
    book = Book()
    first = book.annual(book.page("2022", reporting=2022, dated="2022-12-21", draft=True), 2023)
    book.target(first, "gdp", "2023", "5", kind=TargetKind.GROWTH, measure=Measure.GROWTH)
    book.value(first, "gdp", "2022", "3.0")
    found = codes(book, "2023-12-31")
    assert found["no_annual_plan"] == {"year": "2022"}
    assert found["no_results"] == {"period": "2023"}
    assert found["draft_plan"] == {"period": "2023", "place": "某区"}


def test_results_without_any_plan_are_said() -> None:
    book = Book()
    book.value(book.page("2022", reporting=2022, dated="2022-12-21"), "gdp", "2022", "3.0")
    assert {"no_plan", "no_annual_plan"} <= codes(book).keys()
