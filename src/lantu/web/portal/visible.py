"""The published rows: what every public page, download and answer of the API is made of."""

from collections.abc import Iterator, Mapping
from typing import Any

from lantu.store import models, opened

Kept = Mapping[str, Any]


def documents() -> list[models.Document]:
    """Public documents that count, the latest first."""
    counted = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED)
    return list(counted.order_by("-dated", "-pk"))


def hashes() -> frozenset[str]:
    """Their hashes."""
    counted = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED)
    return frozenset(counted.values_list("sha256", flat=True))


def plans(public: frozenset[str]) -> Iterator[tuple[models.PlanPage, Kept]]:
    """Plans that the public may see, by place."""
    for page in models.PlanPage.objects.select_related("place").order_by("place__code", "pk"):
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
    pages = models.TargetPage.objects.filter(plan=plan_key).order_by("pk").values_list("row", "documents")
    return [shown for row, rests_on in pages if (shown := opened.row(row, rests_on, public))]


def target(key: str, public: frozenset[str]) -> tuple[models.TargetPage, Kept] | None:
    """A target's page, where its plan may be seen."""
    page = models.TargetPage.objects.select_related("place").filter(key=key).first()
    if page is None or plan(page.plan, public) is None:
        return None
    shown = opened.target(page.record, public)
    return (page, shown) if shown else None


def statements(public: frozenset[str]) -> Iterator[models.Statement]:
    """What public documents state, in the order of documents and texts."""
    rejected = models.Decision.objects.filter(reopened=None, verdict=models.Decision.Verdict.REJECTED).values(
        "statement"
    )
    found = models.Statement.objects.filter(document__sha256__in=public).exclude(key__in=rejected)
    return found.select_related("document").order_by("document__sha256", "start").iterator(chunk_size=2000)
