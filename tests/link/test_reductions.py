"""下降3% of an intensity is 3 of its reduction: prose and table rows meet in one series."""

from datetime import date
from decimal import Decimal

import pytest

from lantu import pipeline
from lantu.link import link
from lantu.model import (
    Comparator,
    DataRow,
    Kind,
    Measure,
    Nature,
    Period,
    Quantity,
    Reading,
    Status,
    TargetKind,
    Vintage,
)
from tests.link.build import HERE, document, reading, say

OUTLINE = document("到2025年，单位GDP能耗下降13.5%。", Kind.OUTLINE, plan="2021-2025", date="2021-01-14")
GROWTH = Measure.GROWTH


def year(number: int, value: str) -> Reading:
    of = document(f"{number}年单位GDP能耗下降{value}%。", year=number, date=f"{number + 1}-01-10", name=f"{number}.txt")
    return reading(of, say(of, f"{value}%", "单位GDP能耗", f"-{value} %", str(number), measure=GROWTH))


def test_a_plan_wants_the_cumulative_reduction_and_a_year_gives_a_part() -> None:
    wanted = say(
        OUTLINE,
        "13.5%",
        "单位GDP能耗",
        "-13.5 %",
        "2025",
        measure=GROWTH,
        nature=Nature.TARGET,
        comparator=Comparator.GE,
    )
    ledger = link([reading(OUTLINE, wanted), year(2021, "3.0"), year(2022, "2.9")])
    (target,) = ledger.targets
    assert (target.kind, str(target.wanted and target.wanted.value), target.period.code) == (
        TargetKind.REDUCTION, "13.5", "2021-2025",
    )  # fmt: skip
    seen = {o.period.code: str(o.quantity.value) for o in ledger.observations_of[target.series]}
    assert seen == {"2021": "3.0", "2022": "2.9"}


def test_two_years_on_the_compounding_path() -> None:
    wanted = say(OUTLINE, "13.5%", "单位GDP能耗", "-13.5 %", "2025", measure=GROWTH, nature=Nature.TARGET)
    ledger = link([reading(OUTLINE, wanted), year(2021, "3.0"), year(2022, "2.9")])
    (found,) = pipeline.evaluate(ledger, date(2023, 6, 30)).assessments
    assert found.progress is not None
    # 1 - 0.97 x 0.971 = 5.813 %, of 13.5 %; the path asks 5.635 %
    assert str(round(found.progress.value, 4)) == "0.4306"
    assert (found.formula, found.status) == ("F5", Status.ON_TRACK)


def entered(measure: Measure, value: str, indicator: str = "单位GDP能耗降低", unit: str = "%") -> DataRow:
    quantity = Quantity(Decimal(value), unit)
    return DataRow("d.csv", 2, HERE.code, indicator, measure, Period("2021"), quantity, Vintage.REPORTED, "发改")


@pytest.mark.parametrize(
    "row",
    [
        entered(Measure.LEVEL, "3.0"),
        entered(Measure.CHANGE, "3.0"),
        entered(Measure.CHANGE, "3.0", unit="个百分点"),
        entered(Measure.GROWTH, "-3.0"),
        entered(Measure.GROWTH, "-3.0", "单位GDP能耗"),
    ],
)
def test_a_data_row_joins_the_reduction_however_it_is_entered(row: DataRow) -> None:
    wanted = say(OUTLINE, "13.5%", "单位GDP能耗", "-13.5 %", "2025", measure=GROWTH, nature=Nature.TARGET)
    ledger = link([reading(OUTLINE, wanted)], [row])
    (target,) = ledger.targets
    (seen,) = ledger.observations_of[target.series]
    assert (str(seen.quantity.value), seen.rows, ledger.notes) == ("3.0", (row,), ())


def test_a_reduction_entered_as_a_positive_growth_says_either_and_this_is_noted() -> None:
    ledger = link([reading(OUTLINE)], [entered(Measure.GROWTH, "3.0")])
    assert [n.code for n in ledger.notes] == ["reduction_or_rise"]
