"""The pages of a PDF or scan as they are printed, each statement in a box."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantu import pipeline
from lantu.errors import LantuError
from lantu.model import Box, Document, Page, Unread
from lantu.store import giving, models
from lantu.web.ledger import reviewing
from lantu.web.ledger.reviewing import Reviewed
from lantu.web.ledger.viewer import read, words

_KEPT = 24  # images of pages


@dataclass(frozen=True, slots=True)
class Boxed:
    """A statement, or a number that was not read, with its boxes on the page."""

    boxes: tuple[Box, ...]
    reviewed: Reviewed | None = None
    unread: Unread | None = None


@require_GET
def page(request: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """A page with boxes around its statements, and what was read of each beside it."""
    reading = read(sha256)
    printed = next((p for p in reading.document.pages if p.number == number), None)
    if printed is None:
        raise Http404
    review = reviewing.review(reading, words(sha256, reading))
    alone = replace(reading.document, pages=(printed,))
    boxed = [
        *_boxed(alone, ((r.statement.start, r.statement.end, Boxed((), reviewed=r)) for r in review.statements)),
        *_boxed(alone, ((u.start, u.end, Boxed((), unread=u)) for u in reading.unread)),
    ]
    error = ""
    try:
        drawn(reading.document.format, sha256, reading.document.name, number)
    except LantuError as wrong:
        error = wrong.zh
    waiting = next((r for r in review.statements if r.state == reviewing.PROPOSED), None)
    context = {
        "next_leaf": reviewing.leaf(reading.document.pages, waiting.statement.start) if waiting else 0,
        "reading": reading, "review": review, "page": printed, "drawn": boxed, "error": error,
        "chosen": [b.reviewed for b in boxed if b.reviewed], "numbers": [p.number for p in reading.document.pages],
        "counted": _counted(reading.document.pages, review.statements),
    }  # fmt: skip
    return render(request, "ledger/document_page.html", context)


def _boxed(document: Document, spans: Iterator[tuple[int, int, Boxed]]) -> Iterator[Boxed]:
    """What is printed on the one page of the document."""
    lines = document.pages[0].lines
    if not lines:
        return
    first, last = lines[0].start, lines[-1].end
    for start, end, what in spans:
        if start < last and end > first:
            found = document.boxes(start, end)
            if found:
                yield Boxed(found, what.reviewed, what.unread)


def _counted(pages: tuple[Page, ...], statements: tuple[Reviewed, ...]) -> Counter[int]:
    """How many statements of each page wait for a person; a statement counts where it begins."""
    return Counter(reviewing.leaf(pages, r.statement.start) for r in statements if r.state == reviewing.PROPOSED)


@require_GET
def image(_: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """The image of a page, drawn when it is asked for."""
    row = models.Document.objects.filter(sha256=sha256).only("format", "name").first()
    if row is None:
        raise Http404
    try:
        made = drawn(row.format, sha256, row.name, number)
    except LantuError as error:
        raise Http404(error.zh) from error
    answer = HttpResponse(made, content_type="image/png")
    answer["Cache-Control"] = "private, max-age=86400, immutable"
    return answer


@lru_cache(maxsize=_KEPT)
def drawn(format_: str, sha256: str, name: str, number: int) -> bytes:
    """A page of a document; the same bytes always give the same image."""
    return pipeline.picture(format_, name, giving.original(sha256), number)
