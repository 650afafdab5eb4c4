"""What a year's report wants of later years is no target of its year."""

from lantu.link import link
from lantu.model import Kind, Measure, Nature, TargetKind
from tests.link.build import document, reading, say

REPORT = document("今后五年城镇新增就业5000万人以上。今年城镇新增就业1000万人以上。", Kind.WORK_REPORT, year=2015)
JOBS = "城镇新增就业"
LATER = say(REPORT, "5000万人", JOBS, "5000 万人", "2020", nature=Nature.TARGET)
YEAR = say(REPORT, "1000万人", JOBS, "1000 万人", "2016", nature=Nature.TARGET)


def test_it_belongs_to_the_five_year_plan_of_that_time() -> None:
    ledger = link([reading(REPORT, LATER, YEAR)])
    assert {(t.plan, str(t.wanted and t.wanted.value), t.headline) for t in ledger.targets} == {
        ("110101/five-year/2016-2020", "5000", False),
        ("110101/annual/2016", "1000", False),
    }
    assert {p.documents for p in ledger.plans} == {(REPORT.sha256,)}


def test_a_sum_over_the_time_is_a_sum_of_the_plan() -> None:
    whole = say(REPORT, "5000万人", JOBS, "5000 万人", "2016-2020", measure=Measure.CUMULATIVE, nature=Nature.TARGET)
    (target,) = link([reading(REPORT, whole)]).targets
    assert (target.kind, target.period.code) == (TargetKind.SUM, "2016-2020")


def test_the_yearly_plan_of_a_later_year_does_not_take_it() -> None:
    later = document("今年城镇新增就业900万人以上。", Kind.WORK_REPORT, year=2019)
    own = say(later, "900万人", JOBS, "900 万人", "2020", nature=Nature.TARGET)
    ledger = link([reading(REPORT, LATER, YEAR), reading(later, own)])
    assert {(t.plan, str(t.wanted and t.wanted.value)) for t in ledger.targets} >= {
        ("110101/five-year/2016-2020", "5000"),
        ("110101/annual/2020", "900"),
    }
