"""The findings inbox: what the checks ask, the heaviest first, and what the office replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Case, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lantu import pipeline
from lantu.errors import LantuError
from lantu.model import Answer, Severity
from lantu.store import answering, codec, models, queue
from lantu.web.ledger import inbox
from lantu.web.ledger.forms import BY

_A_PAGE = 50
_AT_MOST = 100  # characters of free text
_WORDS = 8  # digits of a finding's id that stay while only figures change
_AT_WORK = (queue.State.WAITING, queue.State.RUNNING)
_WHICH = {"open": "待答复", "reopened": "答复后有变化", "answered": "已答复", "all": "全部"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of the inbox, empty where all is wanted."""

    place: str
    severity: str
    check: str
    which: str
    text: str

    @property
    def query(self) -> str:
        """The same as an address has it."""
        said = {
            "place": self.place,
            "severity": self.severity,
            "check": self.check,
            "which": self.which,
            "q": self.text,
        }
        return urlencode({key: value for key, value in said.items() if value})


def _asked(values: Mapping[str, str]) -> Asked:
    which = values.get("which", "open")
    return Asked(
        values.get("place", ""), values.get("severity", ""), values.get("check", ""), which if which in _WHICH else "open",
        values.get("q", "").replace("\0", "").strip()[:_AT_MOST],
    )  # fmt: skip


@require_GET
def findings(request: HttpRequest) -> HttpResponse:
    """What the checks ask about the documents of each place."""
    return _page(request, _asked(request.GET))


@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Answer a finding, or take the answer back; the place is joined again in the background."""
    asked = _asked(request.POST)
    seen = request.POST.get("seen", "0")
    try:
        made = answering.answer(
            key, request.POST.get("kind", ""), BY, request.POST.get("reason", ""),
            seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else 0,
        )  # fmt: skip
    except LantuError as error:
        return _page(request, asked, error, at=key, status=409)
    queue.ask("join", {"place": made.place}, BY)
    return HttpResponseRedirect(f"{reverse('findings')}?{asked.query}")


def _page(
    request: HttpRequest, asked: Asked, error: LantuError | None = None, at: str = "", status: int = 200
) -> HttpResponse:
    answers = answering.in_force(asked.place)
    of_place = models.Outcome.objects.filter(answer=Answer.FAILED.value)
    if asked.place:
        of_place = of_place.filter(place__code=asked.place)
    keys = list(of_place.values_list("key", flat=True))
    there = frozenset(keys)
    # An answer whose finding is there as it was is to no earlier text, though another finding may be worded alike.
    words = {key[:_WORDS]: found for key, found in answers.items() if key not in there}
    counts = _counts(keys, answers, words)
    chosen = _chosen(of_place, asked, answers, words)
    page = Paginator(chosen, _A_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    context = {
        "page": page, "findings": inbox.listed(rows), "places": list(models.Place.objects.only("code", "name")),
        "joining": models.Job.objects.filter(kind="join", state__in=_AT_WORK).exists(),
        "severities": list(Severity), "rules": pipeline.rules(), "asked": asked, "which": _WHICH, "counts": counts, "answers": answers,
        "history": _history([row.key for row in rows]), "ids": [row.key for row in rows], "words": words, "error": error.zh if error else "", "at": at,
        "kinds": [kind for kind in answering.Kind if kind != answering.Kind.TAKEN_BACK],
        "reason": request.POST.get("reason", "") if error else "",
    }  # fmt: skip
    return render(request, "ledger/findings.html", context, status=status)


def _counts(
    keys: Sequence[str], answers: Mapping[str, models.Answer], words: Mapping[str, models.Answer]
) -> dict[str, int]:
    answered = sum(key in answers for key in keys)
    reopened = sum(key not in answers and key[:_WORDS] in words for key in keys)
    return {"open": len(keys) - answered, "reopened": reopened, "answered": answered, "all": len(keys)}


def _chosen(
    found: QuerySet[models.Outcome],
    asked: Asked,
    answers: Mapping[str, models.Answer],
    words: Mapping[str, models.Answer],
) -> QuerySet[models.Outcome]:
    if asked.severity:
        found = found.filter(severity=asked.severity)
    if asked.check:
        found = found.filter(rule=asked.check)
    if asked.text:
        written = codec.written(asked.text, connection.vendor)
        found = found.annotate(said=Cast("record", TextField())).filter(said__icontains=written)
    if asked.which == "answered":
        found = found.filter(key__in=answers)
    elif asked.which == "open":
        found = found.exclude(key__in=answers)
    elif asked.which == "reopened":
        keys = found.exclude(key__in=answers).values_list("key", flat=True)
        found = found.filter(key__in=[key for key in keys if key[:_WORDS] in words])
    weight = Case(*(When(severity=s.value, then=Value(s.rank)) for s in Severity), default=Value(len(Severity)))
    return found.order_by(weight, "place__code", "pk")


def _history(keys: list[str]) -> dict[str, list[models.Answer]]:
    """Every answer to the findings of a page, the taken back ones too, oldest first."""
    found: dict[str, list[models.Answer]] = {}
    for one in models.Answer.objects.filter(finding__in=keys).order_by("pk"):
        found.setdefault(one.finding, []).append(one)
    return found
