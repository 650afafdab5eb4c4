"""The figures that the evaluation of the seed documents must show as of 2023-12-31."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.model import (
    MET,
    Assessment,
    Comparator,
    Evaluation,
    LaterWord,
    Ledger,
    Measure,
    Outlook,
    Status,
    Target,
    TargetKind,
)
from tests.evaluate.ledgers import notes

DAY = date(2023, 12, 31)
ACTUAL, NAMED, NONE = LaterWord.ACTUAL, LaterWord.NAMED, LaterWord.NONE


@pytest.fixture(scope="module")
def ledger(seeds: Mapping[str, Path]) -> Ledger:
    return pipeline.ledger([seeds[n] for n in ("000", "001", "002", "003")])


@pytest.fixture(scope="module")
def evaluation(ledger: Ledger) -> Evaluation:
    return pipeline.evaluate(ledger, DAY)


class Rows:
    """Assessments by row of the plan's table, or by the annual target's indicator."""

    def __init__(self, ledger: Ledger, evaluation: Evaluation) -> None:
        self.ledger, self.by_target = ledger, {a.target: a for a in evaluation.assessments}

    def row(self, row: int, kind: TargetKind | None = None) -> Assessment:
        return self._one(lambda t: t.row == row and t.headline and (kind is None or t.kind is kind))

    def annual(self, year: int, indicator: str, measure: Measure = Measure.GROWTH) -> Assessment:
        series = self.ledger.series_by_id

        def fits(target: Target) -> bool:
            plan, of = self.ledger.plan_by_id[target.plan], series[target.series]
            return (
                not plan.five_year
                and target.period.code == str(year)
                and (of.indicator, of.measure) == (indicator, measure)
            )

        return self._one(fits)

    def _one(self, fits: object) -> Assessment:
        assert callable(fits)
        found = [t for t in self.ledger.targets if fits(t) and t.id in self.by_target]
        assert len(found) == 1, [t.id for t in found]
        return self.by_target[found[0].id]


@pytest.fixture(scope="module")
def rows(ledger: Ledger, evaluation: Evaluation) -> Rows:
    return Rows(ledger, evaluation)


def percent(share: Decimal | None) -> str:
    assert share is not None
    return str((share * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def inputs(found: Assessment) -> list[str]:
    return [f"{o.period.code}: {o.quantity.value}" for o in found.inputs]


def test_gdp_level(rows: Rows) -> None:
    found = rows.row(1, TargetKind.LEVEL)
    assert found.progress
    assert found.progress.value.quantize(Decimal("0.000001")) == Decimal("0.272247")
    assert (percent(found.elapsed), percent(found.expected_share)) == ("60.0", "53.8")
    assert found.required
    assert percent(found.required.value) == "18.7"
    assert (found.status, found.outlook, found.provisional) == (Status.BEHIND, Outlook.UNLIKELY, True)


def test_gdp_growth(rows: Rows) -> None:
    found = rows.row(1, TargetKind.AVERAGE_GROWTH)
    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "not_published")
    assert inputs(found) == ["2022: 3.0", "2023: 2.5"]
    said = notes(found)
    assert said["missing_year_growth"]["needed"] == "19.3"
    assert said["missing_repeated_year_growth"]["needed"] == "25.0"


def test_income_growth(rows: Rows) -> None:
    found = rows.row(10)
    assert inputs(found) == ["2022: 3.1", "2023: 2.8"]
    assert (found.formula, found.expected) == ("F12", Decimal(8))


def test_new_jobs(rows: Rows) -> None:
    found = rows.row(12)
    assert found.progress
    assert (percent(found.progress.value), found.progress.comparator) == ("65.7", Comparator.GE)
    assert (percent(found.elapsed), found.status) == ("60.0", Status.AHEAD)


def test_green_coverage(rows: Rows) -> None:
    found = rows.row(20)
    assert found.progress
    share = found.progress
    assert [percent(s) for s in (share.value, share.low, share.high)] == ["38.5", "35.9", "41.2"]
    assert (percent(found.elapsed), found.status) == ("40.0", Status.BASICALLY_ON_TRACK)
    assert "rounding_decides" in notes(found)


@pytest.mark.parametrize("row", [16, 17, 18, 19])
def test_assigned(rows: Rows, row: int) -> None:
    found = rows.row(row)
    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "not_assigned")
    assert inputs(found) == (["2023: 99.1"] if row == 18 else [])


@pytest.mark.parametrize(
    ("indicator", "outcome"), [("gdp", "2.5"), ("retail_sales", "2.5"), ("fai", "0.5"), ("income", "2.8")]
)
def test_missed_in_2023(rows: Rows, indicator: str, outcome: str) -> None:
    found = rows.annual(2023, indicator)
    assert (found.status, found.provisional, inputs(found)) == (Status.NOT_MET, True, [f"2023: {outcome}"])


@pytest.mark.parametrize(
    ("indicator", "growth", "ratio"),
    [("fiscal_total_revenue", "31.9", "93.7"), ("fiscal_local_revenue", "18.2", "89.6")],
)
def test_fiscal_revenue_on_two_bases(rows: Rows, indicator: str, growth: str, ratio: str) -> None:
    found = rows.annual(2023, indicator)
    assert (found.status, found.provisional) == (Status.SCOPE_UNRESOLVED, True)
    said = notes(found)["two_bases"]
    assert (said["growth"], said["wanted"], said["ratio"]) == (growth, "6", ratio)


def test_jobs_of_2023(rows: Rows) -> None:
    found = rows.annual(2023, "urban_new_jobs", Measure.LEVEL)
    assert (found.status, found.status in MET, found.provisional) == (Status.COMPLETED, True, True)
    assert inputs(found) == ["2023: 2.09"]


def test_the_plan_of_2022_is_not_among_the_documents(evaluation: Evaluation) -> None:
    assert [dict(n.values) for n in evaluation.notes if n.code == "no_annual_plan"] == [{"year": "2022"}]


@pytest.mark.parametrize(
    ("rows_of", "answer"),
    [((1, 10, 12, 18, 20), ACTUAL), ((6, 9, 16, 17, 19), NAMED), ((2, 3, 4, 5, 7, 8, 11, 13, 14, 15), NONE)],
)
def test_later_words(ledger: Ledger, evaluation: Evaluation, rows_of: tuple[int, ...], answer: LaterWord) -> None:
    of_row = {t.id: t.row for t in ledger.targets}
    wrong = {
        of_row[s.target]: s.answer
        for s in evaluation.silences
        if of_row[s.target] in rows_of and s.answer is not answer
    }
    assert wrong == {}
    found = [s for s in evaluation.silences if of_row[s.target] in rows_of]
    assert {of_row[s.target] for s in found} == set(rows_of)
    assert all(len(s.successors) == 3 for s in found)
    assert all(bool(s.mentions) is (answer is not NONE) for s in found)


def test_the_default_day_is_the_end_of_2023(ledger: Ledger) -> None:
    assert pipeline.evaluate(ledger).as_of == DAY
