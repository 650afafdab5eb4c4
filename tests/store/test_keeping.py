"""What follows from a place's documents is kept as a whole, and known to be out of date when they change."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lantu import model, pipeline
from lantu.store import codec, deciding, derived, giving, keeping, taking
from lantu.store.deciding import Seen
from lantu.store.keeping import Joined
from tests.command import OUTLINE, REPORT
from tests.store.test_taking import read

pytestmark = pytest.mark.django_db
CANGSHAN = "350104"


def joined() -> Joined:
    ledger = pipeline.link_all(pipeline.Read(tuple(giving.readings(CANGSHAN)), ()))
    place = ledger.plans[0].place
    return Joined(place, ledger, pipeline.check(ledger), (pipeline.evaluate(ledger, date(2022, 12, 31)),))


@pytest.fixture
def kept(tmp_path: Path) -> Joined:
    for name, text in (("纲要.md", OUTLINE), ("报告.md", REPORT)):
        taking.take(read(tmp_path, name, text))
    made = joined()
    keeping.keep(made, keeping.inputs(CANGSHAN))
    return made


def test_records_come_out_as_they_went_in(kept: Joined) -> None:
    ledger, (evaluation,) = kept.ledger, kept.evaluations
    for table, type_, records in (
        (derived.Publication, model.Publication, ledger.publications),
        (derived.Series, model.Series, ledger.series),
        (derived.Observation, model.Observation, ledger.observations),
        (derived.Plan, model.Plan, ledger.plans),
        (derived.Target, model.Target, ledger.targets),
        (derived.Outcome, model.Outcome, kept.outcomes),
        (derived.Assessment, model.Assessment, evaluation.assessments),
    ):
        assert records
        given = tuple(codec.record(row.record, type_) for row in table.objects.all())
        assert given == records


def test_keeping_again_takes_the_place_of_the_former(kept: Joined) -> None:
    keeping.keep(replace(kept, outcomes=()), "0" * 64)
    assert not derived.Outcome.objects.exists()
    assert derived.Target.objects.count() == len(kept.ledger.targets)
    assert derived.Place.objects.get().as_of == date(2022, 12, 31)


def test_it_is_fresh_until_a_document_or_a_decision_changes(kept: Joined, tmp_path: Path) -> None:
    assert keeping.is_fresh(CANGSHAN)
    statement = next(iter(kept.ledger.statements.values()))
    deciding.reject(Seen(statement.id, statement.reading), "王芳", "不是计量数字")
    assert not keeping.is_fresh(CANGSHAN)
    keeping.keep(joined(), keeping.inputs(CANGSHAN))
    assert keeping.is_fresh(CANGSHAN)
    taking.take(read(tmp_path, "另一份.md", f"{REPORT}\n全区粮食产量41.5万吨。\n"))
    assert not keeping.is_fresh(CANGSHAN)
