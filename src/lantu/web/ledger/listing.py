"""Documents in a list: what each is, and how far its review is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from lantu.model import Front
from lantu.store import codec, models


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list."""

    sha256: str
    name: str
    title: str
    kind: str
    place: str
    dated: str
    state: str
    statements: int
    decided: int
    reopened: int


def listed(documents: Sequence[models.Document]) -> list[Listed]:
    """The lines of some documents, in two queries however many there are."""
    decisions = models.Decision.objects.filter(document__in=documents)
    in_force, reopened = (
        dict(chosen.values_list("document").annotate(n=Count("statement", distinct=True)))
        for chosen in (decisions.filter(reopened=None), decisions.exclude(reopened=None))
    )
    statements = dict(
        models.Statement.objects.filter(document__in=documents).values_list("document").annotate(n=Count("pk"))
    )
    return [
        Listed(
            d.sha256, d.name, d.title, d.kind, _place(d), d.dated, d.get_state_display(), statements.get(d.pk, 0),
            in_force.get(d.pk, 0), reopened.get(d.pk, 0),
        )
        for d in documents
    ]  # fmt: skip


def _place(document: models.Document) -> str:
    front = codec.record(document.front, Front)
    return front.place.name if front.place else ""
