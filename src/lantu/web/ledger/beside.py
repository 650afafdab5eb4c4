"""Two texts of one publication side by side, with what differs marked in both."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantu.model import Difference, Document, Publication
from lantu.report import marked
from lantu.report.marked import Block, Mark
from lantu.store import codec, models
from lantu.web.ledger.viewer import place_of, read

_KINDS = ("figure", "wording", "punctuation", "imprint")


@require_GET
def beside(request: HttpRequest, sha256: str, other: str) -> HttpResponse:
    """Two documents; `kind` chooses among the differences (figures and wording where none is named)."""
    first, second = read(sha256), read(other)
    place = place_of(first)
    rows = models.Publication.objects.filter(**({"place__code": place} if place else {}), record__icontains=sha256)
    together = [p for p in (codec.record(row.record, Publication) for row in rows) if {sha256, other} <= {*p.documents}]
    found = [_turned(d, sha256) for p in together for d in p.differences if {d.first, d.second} == {sha256, other}]
    counts = Counter(d.kind for d in found)
    kind = request.GET.get("kind", "")
    chosen = [d for d in found if d.kind == kind] if kind in counts else found
    context = {
        "first": first.document, "second": second.document, "together": bool(together), "differences": chosen,
        "kinds": [(k, counts[k]) for k in _KINDS if counts[k]], "kind": kind, "all": len(found),
        "texts": (("a", "b", first.document, _blocks(first.document, [d.first_span for d in chosen], "a")),
                  ("b", "a", second.document, _blocks(second.document, [d.second_span for d in chosen], "b"))),
    }  # fmt: skip
    return render(request, "ledger/document_beside.html", context)


def _turned(one: Difference, first: str) -> Difference:
    """The difference as seen from the text that stands first."""
    if one.first == first:
        return one
    return Difference(
        one.second, one.first, one.second_span, one.first_span, one.second_text, one.first_text, one.kind
    )  # fmt: skip


def _blocks(document: Document, spans: list[tuple[int, int]], side: str) -> tuple[Block, ...]:
    """The text with its differences; one that stands in one text only marks the character where it is missing."""
    last = len(document.text)
    marks = (Mark(f"{side}{n}", *_wide(span, last), n) for n, span in enumerate(spans, 1))
    return marked.blocks(document, marks)


def _wide(span: tuple[int, int], last: int) -> tuple[int, int]:
    start, end = span
    return (start, end) if end > start else (min(start, max(last - 1, 0)), min(start + 1, last))
