"""What of the ledger belongs to a target's story."""

from dataclasses import replace
from decimal import Decimal

from lantu.model import Note, Observation, Period, Quantity, Vintage
from lantu.report.rows import row
from lantu.report.story import Story, Told, told
from lantu.report.verdict import verdict
from tests.report.documents import N_JOBS
from tests.report.sample import EVALUATION, LEDGER, O_JOBS_22, O_JOBS_23, T_GREEN, T_JOBS


def _judged_with(story: Story, **fields: object) -> Story:
    return replace(story, judged=replace(story.judged, **fields))  # type: ignore[arg-type] # fields of the record


def test_values_of_other_times_are_no_evidence() -> None:
    later, earlier = (replace(O_JOBS_23, period=Period(year)) for year in ("2026", "2018"))
    ledger = replace(LEDGER, observations=(*LEDGER.observations, earlier, later))
    story = told(ledger, EVALUATION).story[T_JOBS.id]
    assert [o.period.code for o in story.actuals] == ["2020", "2022", "2023"]


def test_a_value_that_counts_as_an_estimate_is_shown_as_one(sample: Told) -> None:
    story = sample.story[T_JOBS.id]
    assert row(story, 1).estimate is False
    taken = _judged_with(story, provisional=True)
    assert row(taken, 1).estimate is True
    assert "（报告，按预计数对待）" in verdict(taken)[0].zh
    verified = _judged_with(taken, latest=replace(O_JOBS_23, vintage=Vintage.VERIFIED))
    assert row(verified, 1).estimate is False


def test_the_row_says_that_its_unit_is_misprinted(sample: Told) -> None:
    story = sample.story[T_GREEN.id]
    assert row(story, 1).caution is None
    note = Note.of("row_unit_differs", printed="%", expected="万元")
    said = row(replace(story, target=replace(story.target, notes=(note,))), 1).caution
    assert said is not None
    assert "“%”" in said.zh


def test_a_value_compared_with_has_its_unit(sample: Told) -> None:
    other = Observation("other", Period("2023"), Quantity(Decimal("3.2"), "%"), Vintage.REPORTED, (N_JOBS.id,))
    note = Note.of("reference_value", value="3.2", year=2023)
    story = _judged_with(sample.story[T_JOBS.id], inputs=(O_JOBS_22, other), notes=(note,))
    story = replace(story, target=replace(story.target, reference="other"))
    assert [n.filled["value"] for n in story.notes] == ["3.2%"]
