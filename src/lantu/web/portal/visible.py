"""The published rows: what every public page, download and answer of the API is made of."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from lantu.store import deciding, models, opened

Kept = Mapping[str, Any]


def documents() -> list[models.Document]:
    """Public documents that count, the latest first."""
    counted = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED)
    return list(counted.order_by("-dated", "-pk"))


def hashes() -> frozenset[str]:
    """Their hashes."""
    counted = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED)
    return frozenset(counted.values_list("sha256", flat=True))


def plans(public: frozenset[str], place: str = "") -> Iterator[tuple[models.PlanPage, Kept]]:
    """Plans that the public may see, by place; of one place where its code is given."""
    pages = models.PlanPage.objects.select_related("place").order_by("place__code", "pk")
    for page in pages.filter(place__code=place) if place else pages:
        shown = opened.plan(page.record, public)
        if shown:
            yield page, shown


def plan(key: str, public: frozenset[str]) -> tuple[models.PlanPage, Kept] | None:
    """One of them."""
    page = models.PlanPage.objects.select_related("place").filter(key=key).first()
    shown = opened.plan(page.record, public) if page else None
    return (page, shown) if page and shown else None


def rows(plan_key: str, public: frozenset[str]) -> list[Kept]:
    """The rows of a plan's targets."""
    return rows_of([plan_key], public)


def rows_of(plan_keys: Sequence[str], public: frozenset[str]) -> list[Kept]:
    """The rows of the targets of several plans, in one query."""
    found = models.TargetPage.objects.filter(plan__in=plan_keys).order_by("place__code", "pk")
    pages = found.values_list("row", "documents")
    return [shown for row, rests_on in pages if (shown := opened.row(row, rests_on, public))]


def target(key: str, public: frozenset[str]) -> tuple[models.TargetPage, Kept] | None:
    """A target's page, where its plan may be seen."""
    page = models.TargetPage.objects.select_related("place").filter(key=key).first()
    if page is None or plan(page.plan, public) is None:
        return None
    shown = opened.target(page.record, public)
    return (page, shown) if shown else None


def stated() -> QuerySet[models.Statement]:
    """What public documents state, but what a person rejected; `as_decided` shows it corrected."""
    rejected = deciding.in_force().filter(verdict=models.Decision.Verdict.REJECTED)
    found = models.Statement.objects.filter(document__public=True, document__state=models.Document.State.COUNTED)
    return found.exclude(key__in=rejected.values("statement")).select_related("document")


def as_decided(found: Sequence[models.Statement]) -> list[tuple[models.Statement, str]]:
    """Statements as people corrected them, each with the verdict in force ("" where nobody looked), in one query."""
    said = {d.statement: d for d in deciding.in_force().filter(statement__in=[s.key for s in found])}
    return [(deciding.corrected(s, d), d.verdict if d else "") for s in found for d in [said.get(s.key)]]


def statements() -> Iterator[models.Statement]:
    """What public documents state, as decided, in the order of documents and texts."""
    found = stated().order_by("document__sha256", "start").iterator(chunk_size=2000)
    while part := list(islice(found, 500)):
        yield from (shown for shown, _ in as_decided(part))
