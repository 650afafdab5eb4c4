"""Values that documents print differently: said, and decided only where the answer is the same for both."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.evaluate.rivals import agree
from lantu.model import Assessment, Comparator, Confidence, Kind, Measure, Quantity, Status, TargetKind, Vintage
from tests.evaluate.ledgers import Book, notes, quantity


def judged(first: str, second: str, kind: Kind = Kind.PLAN_REPORT) -> Assessment:
    """Growth of 5 % wanted of 2023; two documents of one vintage tell how much it was."""
    book = Book()
    plan = book.annual(book.page("plan", reporting=2022, dated="2022-12-21"), 2023)
    one = book.page("one", reporting=2023, dated="2024-01-10")
    other = book.page("other", kind, reporting=2023, dated="2024-02-01")
    target = book.target(plan, "gdp", "2023", "5", kind=TargetKind.GROWTH, measure=Measure.GROWTH)
    book.value(one, "gdp", "2023", first)
    book.value(other, "gdp", "2023", second)
    return book.assessed(target, "2024-06-30")


def test_where_two_values_turn_the_status_nothing_is_decided() -> None:
    found = judged("5.2", "4.8")
    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "values_conflict")
    assert notes(found)["values_differ"] == {
        "period": "2023", "value": "5.2%", "source": "one", "other": "4.8%", "other_source": "other",
    }  # fmt: skip


def test_where_both_give_one_answer_the_difference_is_only_said() -> None:
    found = judged("5.2", "5.4")
    assert found.status is Status.COMPLETED
    assert "values_differ" in notes(found)


def test_of_two_roundings_of_one_value_the_finer_is_used() -> None:
    found = judged("5.0", "4.96")
    assert found.status is Status.NOT_MET
    assert str(found.latest and found.latest.quantity.value) == "4.96"
    assert "values_differ" not in notes(found)


def test_news_that_differs_from_the_official_text_is_only_named() -> None:
    found = judged("5.2", "4.8", Kind.NEWS)
    assert found.status is Status.COMPLETED
    assert "value_elsewhere" in notes(found)


def test_a_later_vintage_is_no_conflict() -> None:
    book = Book()
    plan = book.annual(book.page("plan", reporting=2022, dated="2022-12-21"), 2023)
    target = book.target(plan, "gdp", "2023", "1000", "亿元")
    book.row("gdp", "2023", "1010", "亿元", Vintage.FLASH)
    book.row("gdp", "2023", "990", "亿元", Vintage.VERIFIED)
    assert book.assessed(target, "2024-06-30").status is Status.NOT_MET


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5.2", "5.24", True),
        ("5.2", "5.3", False),
        ("5.2", "5.2", True),
        (">14", "14.1", True),
        (">14", "13.8", False),
        ("~14", "14.2", True),
    ],
)
def test_what_rounding_leaves_open_is_no_difference(one: str, other: str, same: bool) -> None:
    assert agree(quantity(one, "亿"), quantity(other, "亿")) is same
    assert agree(quantity(other, "亿"), quantity(one, "亿")) is same


def test_units_do_not_matter() -> None:
    assert agree(Quantity(Decimal("35.2"), "万亿元"), Quantity(Decimal(352000), "亿元", Comparator.EQ))


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (Confidence.LIKELY, Confidence.SURE, "values_conflict"),
        (Confidence.DOUBTFUL, Confidence.SURE, None),
    ],
)
def test_only_a_doubtful_reading_yields(first: Confidence, second: Confidence, reason: str | None) -> None:
    book = Book()
    plan = book.annual(book.page("plan", reporting=2022, dated="2022-12-21"), 2023)
    pages = [book.page(n, reporting=2023, dated="2024-01-10") for n in ("one", "other")]
    target = book.target(plan, "gdp", "2023", "5", kind=TargetKind.GROWTH, measure=Measure.GROWTH)
    for page, value, confidence in zip(pages, ("4.8", "5.2"), (first, second), strict=True):
        book.value(page, "gdp", "2023", value)
        page.said = [replace(s, confidence=confidence) for s in page.said]
    assert book.assessed(target, "2024-06-30").reason == reason
