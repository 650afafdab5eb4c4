"""The page of documents in a list, with how far the review of each is."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantu.store import models
from lantu.web.ledger.listing import Listed, listed

_A_PAGE = 50


@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    """Every document of the ledger, with how far its review is."""
    every = models.Document.objects.order_by("-dated", "-pk")
    page = Paginator(every, _A_PAGE).get_page(request.GET.get("page"))
    shown: list[Listed] = listed(list(page.object_list))
    return render(request, "ledger/documents.html", {"page": page, "documents": shown})
