"""The pages: documents, one document under review. Each reads by querysets of the store and writes by its verbs."""

from collections.abc import Mapping
from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from lantu.errors import LantuError, NotInLedger
from lantu.model import Comparator, Measure, Nature
from lantu.store import asking, giving, models, rows
from lantu.web.ledger import forms, reviewing
from lantu.web.ledger.listing import Listed, listed

_A_PAGE = 50


@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    """Every document of the ledger, with how far its review is."""
    every = models.Document.objects.order_by("-dated", "-pk")
    page = Paginator(every, _A_PAGE).get_page(request.GET.get("page"))
    shown: list[Listed] = listed(list(page.object_list))
    return render(request, "ledger/documents.html", {"page": page, "documents": shown})


@require_GET
def document(request: HttpRequest, sha256: str) -> HttpResponse:
    """One document, its statements marked, and what was read of each beside it."""
    return _document(request, sha256)


def _document(
    request: HttpRequest, sha256: str, error: LantuError | None = None, status: int = 200, at: str = ""
) -> HttpResponse:
    try:
        reading = giving.reading(sha256, decided=False)
    except NotInLedger as missing:
        raise Http404(missing.zh) from missing
    decisions = list(models.Decision.objects.filter(document__sha256=sha256).order_by("pk"))
    context: Mapping[str, object] = {
        "reading": reading, "review": reviewing.review(reading, decisions), "error": error.zh if error else "", "at": at,
        "measures": list(Measure), "natures": list(Nature), "comparators": list(Comparator),
    }  # fmt: skip
    return render(request, "ledger/document.html", dict(context), status=status)


@require_GET
def original(_: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it came: to be saved, never to be run by the browser."""
    row = models.Document.objects.filter(sha256=sha256).first()
    if row is None:
        raise Http404
    answer = HttpResponse(giving.original(sha256), content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.name, safe='')}"
    return answer


@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """A person's word on a statement; back to the document, at the next one that nobody has looked at."""
    row = models.Statement.objects.select_related("document").filter(key=key).first()
    if row is None:
        raise Http404
    sha256 = row.document.sha256
    try:
        forms.decided(rows.statement(row, sha256), request.POST)
    except LantuError as error:
        return _document(request, sha256, error, status=409, at=key)
    if row.document.place and row.document.state == models.Document.State.COUNTED:
        asking.ask("join", {"place": row.document.place}, forms.BY)
    return HttpResponseRedirect(f"{reverse('document', args=[sha256])}#{_next(row)}")


def _next(row: models.Statement) -> str:
    """The key of the next statement without a decision in force, of this one where there is none."""
    decided = models.Decision.objects.filter(document=row.document, reopened=None).values("statement")
    later = models.Statement.objects.filter(document=row.document, start__gt=row.start).exclude(key__in=decided)
    return later.order_by("start").values_list("key", flat=True).first() or row.key
