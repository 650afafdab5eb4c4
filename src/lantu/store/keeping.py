"""Keeping what follows from the documents of a place: all of it at once, in the place of what was kept before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeVar

from django.db import transaction
from django.db.models import Manager

from lantu import model
from lantu.report.telling import PlanTold, TargetTold
from lantu.store import answering, codec, derived, models, naming

T = TypeVar("T", bound=derived.Derived)
_AT_ONCE = 500  # rows a command to the database
_TABLES = (
    derived.Publication, derived.Series, derived.Observation, derived.Plan, derived.Target, derived.Outcome, derived.Assessment,
    derived.PlanPage, derived.TargetPage,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Joined:
    """All that follows from the documents of a place: the ledger, what the checks say, evaluations at one date or more."""

    place: model.Place
    ledger: model.Ledger
    outcomes: tuple[model.Outcome, ...]
    evaluations: tuple[model.Evaluation, ...]
    plans: tuple[PlanTold, ...] = ()
    targets: tuple[TargetTold, ...] = ()


def inputs(code: str) -> str:
    """Digest of what a place's ledger follows from: its documents that count, decisions, answers and names in force."""
    said = sha256()
    counted = models.Document.objects.filter(state=models.Document.State.COUNTED, place__in=(code, ""))
    for row in counted.order_by("sha256").values_list("sha256", "reading"):
        said.update(":".join(row).encode())
    decided = models.Decision.objects.filter(document__in=counted, reopened=None).order_by("pk")
    for pk in decided.values_list("pk", flat=True):
        said.update(f"/{pk}".encode())
    for pk in sorted(a.pk for a in answering.in_force(code).values()):
        said.update(f"!{pk}".encode())
    for pair in sorted(naming.names(code).items()):
        said.update(repr(pair).encode())
    return said.hexdigest()


def is_fresh(code: str) -> bool:
    """Whether what is kept of a place follows from its documents and decisions as they are now."""
    kept = derived.Place.objects.filter(code=code).values_list("inputs", flat=True).first()
    return kept == inputs(code)


@transaction.atomic
def keep(joined: Joined, followed_from: str) -> None:
    """Put what follows from a place's documents in the place of what was kept; `followed_from`: the digest it was made of."""
    latest = max(joined.evaluations, key=lambda e: e.as_of, default=None)
    notes = (*joined.ledger.notes, *(latest.notes if latest else ()))
    place, _ = derived.Place.objects.update_or_create(
        code=joined.place.code,
        defaults={
            "name": joined.place.name, "inputs": followed_from, "notes": codec.plain(notes, tuple[model.Note, ...]),
            "as_of": latest.as_of if latest else None,
        },
    )  # fmt: skip
    for table in _TABLES:
        table.objects.filter(place=place).delete()
    rows = [
        *_ledger_rows(place, joined.ledger), *_outcome_rows(place, joined.outcomes), *_assessed(place, joined.evaluations),
        *_pages(place, joined),
    ]  # fmt: skip
    _create(derived.Publication.objects, rows)
    _create(derived.Series.objects, rows)
    _create(derived.Observation.objects, rows)
    _create(derived.Plan.objects, rows)
    _create(derived.Target.objects, rows)
    _create(derived.Outcome.objects, rows)
    _create(derived.Assessment.objects, rows)
    _create(derived.PlanPage.objects, rows)
    _create(derived.TargetPage.objects, rows)


def _create(table: Manager[T], rows: Iterable[derived.Derived]) -> None:
    table.bulk_create((row for row in rows if isinstance(row, table.model)), batch_size=_AT_ONCE)


def _ledger_rows(place: derived.Place, ledger: model.Ledger) -> Iterator[derived.Derived]:
    for p in ledger.publications:
        yield derived.Publication(
            place=place, key=p.id, record=codec.plain(p), kind=p.kind.value, title=p.title,
            period=p.period.code if p.period else "",
        )  # fmt: skip
    for s in ledger.series:
        yield derived.Series(
            place=place,
            key=s.id,
            record=codec.plain(s),
            indicator=s.indicator,
            name=s.name,
            measure=s.measure.value,
            unit=s.unit,
        )
    for o in ledger.observations:
        key = f"{o.series}/{o.period.code}/{o.vintage.value}"
        yield derived.Observation(
            place=place, key=key, record=codec.plain(o), series=o.series, period=o.period.code, vintage=o.vintage.value
        )
    for plan in ledger.plans:
        yield derived.Plan(
            place=place,
            key=plan.id,
            record=codec.plain(plan),
            five_year=plan.five_year,
            period=plan.period.code,
            draft=plan.draft,
        )
    for t in ledger.targets:
        yield derived.Target(
            place=place, key=t.id, record=codec.plain(t), plan=t.plan, series=t.series, name=t.name, kind=t.kind.value,
            period=t.period.code, binding=t.binding.value if t.binding else "", headline=t.headline, part_of=t.part_of or "",
        )  # fmt: skip


def _outcome_rows(place: derived.Place, outcomes: Iterable[model.Outcome]) -> Iterator[derived.Derived]:
    for o in outcomes:
        yield derived.Outcome(
            place=place,
            key=o.id,
            record=codec.plain(o),
            rule=o.check,
            answer=o.answer.value,
            severity=o.severity.value,
        )


def _assessed(place: derived.Place, evaluations: Sequence[model.Evaluation]) -> Iterator[derived.Derived]:
    for evaluation in evaluations:
        silences = {s.target: s for s in evaluation.silences}
        for a in evaluation.assessments:
            silence = silences.get(a.target)
            yield derived.Assessment(
                place=place, key=a.target, record=codec.plain(a), as_of=a.as_of, status=a.status.value, formula=a.formula,
                provisional=a.provisional, silence=codec.plain(silence) if silence else None,
            )  # fmt: skip


def _pages(place: derived.Place, joined: Joined) -> Iterator[derived.Derived]:
    for plan in joined.plans:
        yield derived.PlanPage(
            place=place, key=plan.key, record=codec.plain(plan), as_of=date.fromisoformat(plan.as_of)
        )
    for told in joined.targets:
        row = told.row
        yield derived.TargetPage(
            place=place, key=row.key, record=codec.plain(told), plan=row.plan, indicator=told.indicator, name=row.name,
            status=row.status, binding=row.binding, headline=row.headline, row=codec.plain(row), documents=list(told.documents),
        )  # fmt: skip
