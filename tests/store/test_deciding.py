"""A person's word on a statement: kept beside the machine's, never against a reading that was not seen."""

from dataclasses import replace
from pathlib import Path

import pytest

from lantu.errors import BadRequest, NotInLedger, StaleDecision
from lantu.model import Nature, Period, Quantity, Reading
from lantu.store import deciding, giving, models, taking
from lantu.store.deciding import Seen
from tests.command import REPORT
from tests.store.test_taking import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(tmp_path: Path) -> Reading:
    reading = read(tmp_path, "报告.md", REPORT)
    taking.take(reading)
    return reading


def seen(reading: Reading, at: int = 0) -> Seen:
    return Seen(reading.statements[at].id, reading.statements[at].reading)


def now(reading: Reading) -> Reading:
    return giving.reading(reading.document.sha256)


def test_a_confirmed_statement_stays_as_read(report: Reading) -> None:
    deciding.confirm(seen(report), "王芳")
    assert now(report) == report


def test_a_rejected_one_is_no_longer_given_but_its_reading_stays(report: Reading) -> None:
    deciding.reject(seen(report), "王芳", "不是计量数字")
    assert now(report).statements == report.statements[1:]
    assert giving.reading(report.document.sha256, decided=False) == report


def test_a_corrected_one_is_given_as_corrected(report: Reading) -> None:
    deciding.correct(
        seen(report), "王芳", "前文已说明为预计数",
        nature=Nature.ESTIMATE, period=Period("2022-H1"), quantity=Quantity(report.statements[0].quantity.value, "‰"),
    )  # fmt: skip
    found = now(report).statements[0]
    assert (found.nature, found.period, found.quantity.unit) == (Nature.ESTIMATE, Period("2022-H1"), "‰")
    assert found.indicator == report.statements[0].indicator


def test_the_latest_word_counts_and_the_others_stay(report: Reading) -> None:
    first = deciding.reject(seen(report), "王芳", "看错")
    deciding.confirm(first, "李明")
    assert now(report) == report
    assert [d.by for d in models.Decision.objects.all()] == ["王芳", "李明"]


def test_of_two_people_on_one_statement_the_second_is_told(report: Reading) -> None:
    both_saw = seen(report)
    deciding.confirm(both_saw, "王芳")
    with pytest.raises(StaleDecision, match="已由他人审定"):
        deciding.reject(both_saw, "李明", "不是计量数字")
    assert now(report) == report


def test_a_correction_wants_a_reason_and_a_field_that_can_be_corrected(report: Reading) -> None:
    with pytest.raises(BadRequest, match="理由"):
        deciding.reject(seen(report), "王芳", "  ")
    with pytest.raises(BadRequest, match="document"):
        deciding.correct(seen(report), "王芳", "改", document="x")
    with pytest.raises(BadRequest, match="未指明字段"):
        deciding.correct(seen(report), "王芳", "改")
    with pytest.raises(NotInLedger):
        deciding.confirm(Seen("0" * 16, ""), "王芳")
    assert not models.Decision.objects.exists()


def test_reading_again_reopens_only_what_now_reads_otherwise(report: Reading) -> None:
    deciding.reject(seen(report, 0), "王芳", "不是计量数字")
    deciding.reject(seen(report, 1), "王芳", "不是计量数字")
    changed = replace(report.statements[0], indicator="绿化覆盖率")
    again = replace(report, statements=(changed, *report.statements[1:]))
    assert taking.take(again).reopened == 1
    assert now(report).statements == (changed, *report.statements[2:])
    assert models.Decision.objects.filter(reopened=None).get().statement == report.statements[1].id


def test_a_reopened_decision_can_be_made_anew(report: Reading) -> None:
    deciding.reject(seen(report), "王芳", "不是计量数字")
    changed = replace(report.statements[0], indicator="绿化覆盖率")
    taking.take(replace(report, statements=(changed, *report.statements[1:])))
    row = models.Statement.objects.get(key=changed.id)
    deciding.confirm(deciding.as_it_is(row), "李明")
    assert now(report).statements[0] == changed
