"""The pages of documents in a list, and search. Each reads by querysets of the store and writes by its verbs."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantu.store import models
from lantu.store.searching import Asked
from lantu.store.searching import search as find
from lantu.web.ledger.listing import Listed, listed

_A_PAGE = 50
_AT_MOST = 200  # characters of a query


@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    """Every document of the ledger, with how far its review is."""
    every = models.Document.objects.order_by("-dated", "-pk")
    page = Paginator(every, _A_PAGE).get_page(request.GET.get("page"))
    shown: list[Listed] = listed(list(page.object_list))
    return render(request, "ledger/documents.html", {"page": page, "documents": shown})


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Sentences of all documents that hold what was typed."""
    words = request.GET.get("q", "").strip()[:_AT_MOST]
    year, first = request.GET.get("year", ""), request.GET.get("first", "")
    asked = Asked(
        words, request.GET.get("place", ""), request.GET.get("kind", ""),
        int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        min(int(first), 100_000) if first.isascii() and first.isdigit() and len(first) < 7 else 0, _A_PAGE,
    )  # fmt: skip
    kinds = models.Document.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return render(
        request, "ledger/search.html", {"asked": asked, "found": find(asked), "kinds": list(kinds), "a_page": _A_PAGE}
    )
