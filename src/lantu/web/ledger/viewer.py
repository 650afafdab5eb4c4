"""The document viewer: a document as it reads, what was read of each number beside it, and a person's word on it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lantu.errors import LantuError, NotInLedger, StaleDecision
from lantu.model import Answer, Binding, Comparator, Measure, Nature, Reading
from lantu.store import answering, giving, models, naming, queue, rows
from lantu.web.ledger import fields, forms, reviewing
from lantu.web.ledger.reviewing import FINDING, STATES, Words

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "comparator": tuple(Comparator), "measure": tuple(Measure), "nature": tuple(Nature), "binding": ("", *Binding),
    "price": forms.PRICES, "against": forms.AGAINST, "lagged": ("", "1"), "cumulated": ("", "1"),
}  # fmt: skip


@require_GET
def document(request: HttpRequest, sha256: str) -> HttpResponse:
    """One document, its statements marked, and what was read of each beside it; `state` chooses among the readings."""
    reading = read(sha256)
    said = words(sha256, reading)
    state = _state(request.GET.get("state", ""))
    review = reviewing.review(reading, said)
    context = {
        "reading": reading, "review": review, "chosen": review.chosen(state), "state": state,
        "texts": texts(sha256, place_of(reading)),
    }  # fmt: skip
    return render(request, "ledger/document.html", context)


def read(sha256: str) -> Reading:
    """A document as the machine read it. Raises Http404."""
    try:
        return giving.reading(sha256, decided=False)
    except NotInLedger as missing:
        raise Http404(missing.zh) from missing


def place_of(reading: Reading) -> str:
    """The code of a document's place; empty where it names none."""
    place = reading.document.front.place
    return place.code if place else ""


def words(sha256: str, reading: Reading) -> Words:
    """What people and checks said of a document, in four queries."""
    place = place_of(reading)
    decisions = {d.statement: d for d in models.Decision.objects.filter(document__sha256=sha256).order_by("pk")}
    return Words(decisions, _findings(sha256, place), naming.names(place) if place else {})


def _findings(sha256: str, place: str) -> Mapping[str, tuple[reviewing.Found, ...]]:
    outcomes = models.Outcome.objects.filter(answer=Answer.FAILED.value, record__icontains=sha256)
    if place:
        outcomes = outcomes.filter(place__code=place)
    answered = frozenset(answering.in_force(place))
    return reviewing.findings(outcomes, sha256, answered)


def texts(sha256: str, place: str) -> list[models.Document]:
    """The other texts of a document's publication."""
    found = models.Publication.objects.filter(**({"place__code": place} if place else {}), record__icontains=sha256)
    hashes = {h for row in found for h in row.record["documents"]} - {sha256}
    return list(models.Document.objects.filter(sha256__in=hashes).order_by("dated", "pk")) if hashes else []


@require_GET
def original(_: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it came: to be saved, never to be run by the browser."""
    row = models.Document.objects.filter(sha256=sha256).first()
    if row is None:
        raise Http404
    answer = HttpResponse(giving.original(sha256), content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.name, safe='')}"
    return answer


@require_GET
def statement(request: HttpRequest, key: str) -> HttpResponse:
    """One statement: its sentence, the machine's reading beside the person's, the form, the history."""
    return _statement(request, _row(key))


@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """A person's word on a statement; back to the document, at the next one that nobody has looked at."""
    row = _row(key)
    form = {**request.GET.dict(), **request.POST.dict()}
    try:
        forms.decided(rows.statement(row, row.document.sha256), row.document.place, form)
    except LantuError as error:
        return _statement(request, row, error, form)
    if row.document.place and row.document.state == models.Document.State.COUNTED:
        queue.ask("join", {"place": row.document.place}, forms.BY)
    return HttpResponseRedirect(_where(row, form))


def _row(key: str) -> models.Statement:
    row = models.Statement.objects.select_related("document").filter(key=key).first()
    if row is None:
        raise Http404
    return row


def _where(row: models.Statement, form: Mapping[str, str]) -> str:
    """Where a person goes on after a decision: to the next statement, in the view that they came from."""
    key = _next(row)
    if form.get("back") == "statement":
        return reverse("statement", args=[key])
    if form.get("back") == "page" and (pages := read(row.document.sha256).document.pages):
        start = models.Statement.objects.values_list("start", flat=True).get(key=key)
        return f"{reverse('page', args=[row.document.sha256, reviewing.leaf(pages, start)])}#{key}"
    state = _state(form.get("state", ""))
    query = f"?{urlencode({'state': state})}" if state else ""
    return f"{reverse('document', args=[row.document.sha256])}{query}#{key}"


def _state(text: str) -> str:
    return text if text in {*STATES, FINDING} else ""


def _next(row: models.Statement) -> str:
    """The key of the next statement without a decision in force, of this one where there is none."""
    decided = models.Decision.objects.filter(document=row.document, reopened=None).values("statement")
    later = models.Statement.objects.filter(document=row.document, start__gt=row.start).exclude(key__in=decided)
    return later.order_by("start").values_list("key", flat=True).first() or row.key


def _statement(
    request: HttpRequest, row: models.Statement, error: LantuError | None = None, typed: Mapping[str, str] | None = None
) -> HttpResponse:
    sha256, place = row.document.sha256, row.document.place
    read_ = rows.statement(row, sha256)
    history = list(models.Decision.objects.filter(statement=row.key).order_by("pk"))
    said = Words({d.statement: d for d in history}, _findings(sha256, place), naming.names(place) if place else {})
    machine = fields.flat(read_)
    latest = history[-1] if history else None
    now = fields.flat(reviewing.as_said(read_, latest))
    form = {**now, **{name: value for name, value in (typed or {}).items() if name in now}}
    context: dict[str, Any] = {
        "document": row.document, "r": reviewing.alone(read_, said), "sentence": _sentence(row),
        "compared": fields.compared(machine, now, form), "form": form, "choices": _choices(), "label": fields.label,
        "history": [(d, reviewing.told(read_, d)) for d in history], "next": _next(row),
        "error": error.zh if error else "", "stale": isinstance(error, StaleDecision),
        "reason": (typed or {}).get("reason", ""), "verdict": (typed or {}).get("verdict", ""),
        "back": (typed or {}).get("back", ""), "verdicts": dict(models.Decision.Verdict.choices),
    }  # fmt: skip
    return render(request, "ledger/document_statement.html", context, status=409 if error else 200)


def _choices() -> Mapping[str, list[tuple[str, str]]]:
    return {name: [(value, fields.said(name, value)) for value in values] for name, values in _CHOICES.items()}


def _sentence(row: models.Statement) -> tuple[str, str, str]:
    """The sentence or table row around a number: before, the number, after."""
    around = models.Sentence.objects.filter(document=row.document, start__lte=row.start, end__gte=row.end).first()
    if around is None or around.text.count(row.text) != 1:
        return (around.text if around else "", row.text if around is None else "", "")
    before, _, after = around.text.partition(row.text)
    return before, row.text, after
