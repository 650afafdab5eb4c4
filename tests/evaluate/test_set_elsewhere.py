"""Targets that a higher level assigns, or that are set against another series."""

from decimal import Decimal

import pytest

from lantu.model import Binding, DataRow, Measure, Period, Quantity, Status, Target, TargetKind, Vintage
from tests.evaluate.ledgers import PLACE, Book, notes

LEVEL = Measure.LEVEL


def sent_down(value: str) -> DataRow:
    quantity = Quantity(Decimal(value), "%")
    return DataRow(
        "data.csv",
        2,
        PLACE.code,
        "优良率",
        LEVEL,
        Period("2025"),
        quantity,
        Vintage.REPORTED,
        "某政〔2021〕1号",
        target=True,
    )


def test_an_assigned_target_without_its_value_shows_the_latest_one() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2023-12-24")
    target = book.target(outline, "local:优良率", "2025", None, kind=TargetKind.ASSIGNED, binding=Binding.BINDING)
    book.value(report, "local:优良率", "2023", "99.1", measure=LEVEL)
    found = book.assessed(target, "2023-12-31")
    assert (found.status, found.reason, found.formula) == (Status.NOT_ASSESSABLE, "not_assigned", "F9")
    assert [o.quantity.value for o in found.inputs] == [Decimal("99.1")]


@pytest.mark.parametrize(("value", "status"), [("98.5", Status.LIMIT_MET), ("99.5", Status.BEHIND)])
def test_an_assigned_target_is_judged_by_what_was_sent_down(value: str, status: Status) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "local:优良率", "2025", None, kind=TargetKind.ASSIGNED, assigned=sent_down(value))
    book.value(report, "local:优良率", "2023", "99.1", measure=LEVEL)
    found = book.assessed(target)
    assert (found.status, found.formula) == (status, "F9")
    assert notes(found)["assigned_by"]["document"] == "某政〔2021〕1号"


def no_higher_than(reference: str) -> tuple[Book, Target]:
    """Unemployment of 3.2 % in 2023, wanted no higher than that of a series elsewhere."""
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(
        outline,
        "registered_unemployment",
        "2025",
        None,
        kind=TargetKind.RELATIVE,
        words="不高于全市平均水平",
        reference=reference,
    )
    book.value(report, "registered_unemployment", "2023", "3.2", measure=LEVEL)
    return book, target


def test_without_the_other_series_nothing_is_compared() -> None:
    book, target = no_higher_than("全市平均水平")
    found = book.assessed(target)
    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "no_reference")
    assert notes(found)["reference_missing"] == {"words": "全市平均水平"}


@pytest.mark.parametrize(("city", "status"), [("3.3", Status.LIMIT_MET), ("3.0", Status.BEHIND)])
def test_the_series_of_the_place_above_is_found(city: str, status: Status) -> None:
    book, target = no_higher_than("350100/registered_unemployment/level")
    book.row("registered_unemployment", "2023", city, "%", Vintage.VERIFIED, place=PLACE.code[:4] + "00")
    found = book.assessed(target)
    assert (found.status, found.formula) == (status, "F8")


@pytest.mark.parametrize(("gdp", "status"), [("5.9", Status.LIMIT_MET), ("6.3", Status.BEHIND)])
def test_broadly_in_step_allows_a_point(gdp: str, status: Status) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    income = book.target(
        outline, "income", "2025", None, kind=TargetKind.RELATIVE, measure=Measure.GROWTH, words="与GDP基本同步",
        reference=f"{PLACE.code}/gdp/growth",
    )  # fmt: skip
    book.value(report, "income", "2023", "5.0")
    book.value(report, "gdp", "2023", gdp)
    assert book.assessed(income).status is status
