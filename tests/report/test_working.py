"""Worked lines: of the formula that was used, and of no other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.model import (
    Assessment,
    Base,
    DataRow,
    Measure,
    Observation,
    Period,
    Plan,
    Quantity,
    Required,
    Share,
    Status,
    Target,
    TargetKind,
    Vintage,
)
from lantu.report.pace import is_reached, needed
from lantu.report.working import worked
from tests.report.documents import PLACE

D = Decimal
PLAN = Plan("p", PLACE, five_year=True, period=Period("2021-2025"), documents=())
SPAN = Period("2021-2025")
PERCENT = Quantity(D(100), "%")


def _target(kind: TargetKind, wanted: Quantity | None, base: str | None = None, **more: Any) -> Target:  # noqa: ANN401 # fields of the record
    printed = Base(Quantity(D(base), "%"), Period("2020"), "b") if base else None
    known: dict[str, Any] = {"binding": None, "headline": True, "statements": ("w",), "base": printed}
    return Target("t", "p", "s", "某指标", kind, Period("2025"), wanted, "", "%", **(known | more))


def _judged(formula: str, *values: str, status: Status = Status.AHEAD, **more: Any) -> Assessment:  # noqa: ANN401 # fields of the record
    inputs = tuple(
        Observation("s", Period(str(2021 + n)), Quantity(D(v), "%"), Vintage.REPORTED, ("o",))
        for n, v in enumerate(values)
    )
    blank: dict[str, Any] = {
        "outlook": None, "provisional": False, "progress": None, "elapsed": D(len(values)) / 5, "elapsed_plan": D(1),
        "expected": None, "expected_share": None, "required": None, "latest": inputs[-1], "inputs": inputs,
        "missing": (), "notes": (),
    }  # fmt: skip
    return Assessment("t", date(2025, 12, 31), status, formula=formula, formula_version=1, **(blank | more))


def _lines(target: Target, judged: Assessment) -> list[str]:
    return [line.text for line in worked(target, judged, PLAN)]


def test_a_reduction_that_was_sent_down_is_not_compared_with_one_years() -> None:
    row = DataRow(
        "d.csv", 2, "1", "能耗", Measure.CHANGE, SPAN, Quantity(D("13.5"), "%"), Vintage.REPORTED, "文号", True
    )
    target = _target(TargetKind.ASSIGNED, None, assigned=row)
    # 1 − 0.98 = 2 % done of 13.5 %; due after a year 1 − 0.865^(1/5) = 2.86 %
    judged = _judged("F9", "2.0", progress=Share(D("0.148148")), expected=D("2.86"))
    assert _lines(target, judged) == []


def test_a_bound_that_was_sent_down_is() -> None:
    row = DataRow("d.csv", 2, "1", "空气", Measure.LEVEL, SPAN, Quantity(D(98), "%"), Vintage.REPORTED, "文号", True)
    target = _target(TargetKind.ASSIGNED, None, assigned=row)
    assert _lines(target, _judged("F9", "99.1", expected=D(98))) == ["99.1% > 98%"]


def test_a_level_to_be_kept_has_no_path() -> None:
    target = _target(TargetKind.MAINTAIN, PERCENT, "100")
    assert _lines(target, _judged("F7", "100", "100", "100", expected=D(100))) == ["100% = 100%"]


def test_a_reduction_is_compounded() -> None:
    target = _target(TargetKind.REDUCTION, Quantity(D("13.5"), "%"))
    done = 1 - D("0.97") * D("0.98")  # 4.94 %
    assert _lines(target, _judged("F5", "3", "2", progress=Share(done / D("0.135")))) == [
        "1 − (1 − 3%) × (1 − 2%) = 4.94%",
        "[1 − (1 − 3%) × (1 − 2%)] ÷ 13.5% = 36.6%",
    ]


def test_no_line_by_a_formula_that_was_not_used() -> None:
    """The value would fit the way from base to target, but the assessment says that it was not made so."""
    target = _target(TargetKind.SHARE, Quantity(D(50), "%"), "40")
    share = Share(D("0.5"))
    assert _lines(target, _judged("F11", "45", progress=share)) == ["(45 − 40) ÷ (50 − 40) = 50.0%"]
    assert _lines(target, _judged("F3", "45", progress=share)) == []


@pytest.mark.parametrize(("base", "step", "wants"), [("40", "1", True), ("40", "-1", False), ("60", "1", False)])
def test_a_pace_away_from_the_target_is_none(base: str, step: str, wants: bool) -> None:
    target = _target(TargetKind.SHARE, Quantity(D(50), "%"), base)
    judged = _judged("F11", "51", required=Required(D(step), "个百分点/year"))
    assert (needed(target, judged) is not None) is wants
    assert is_reached(target, judged) is not wants
    assert is_reached(target, replace(judged, required=None)) is False
