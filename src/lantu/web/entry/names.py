"""The page of names: what an indicator that the documents of a place print is called there, for later documents too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lantu.errors import LantuError
from lantu.store import models, naming, queue
from lantu.web.ledger.forms import BY

_LONGEST = 300  # characters of a name


@dataclass(frozen=True, slots=True)
class Offered:
    """A name that a person corrected in one sentence, and may be said of every document of the place."""

    place: str
    read_as: str
    called: str


@require_http_methods(["GET", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    """Names in force by place, names that a correction offers, and a form for another."""
    error = ""
    if request.method == "POST":
        try:
            _say(request.POST)
        except LantuError as wrong:
            error = wrong.zh
        else:
            return HttpResponseRedirect(reverse("names"))
    places = list(models.Place.objects.order_by("code"))
    all_ = models.Naming.objects.order_by("pk")
    latest = {(n.place, n.read_as): n for n in all_}
    in_force = [n for n in latest.values() if n.called]
    context = {
        "in_force": in_force, "offered": list(_offered(in_force)), "places": places, "error": error,
        "said": request.POST if error else {}, "place_names": {p.code: p.name for p in places},
    }  # fmt: skip
    return render(request, "entry/names.html", context, status=409 if error else 200)


def _say(form: Mapping[str, str]) -> None:
    place, read_as, reason = (form.get(key, "")[:_LONGEST].strip() for key in ("place", "read_as", "reason"))
    if form.get("verb") == "take_back":
        naming.take_back(place, read_as, BY, reason)
    else:
        naming.name(place, read_as, form.get("called", "")[:_LONGEST], BY, reason)
    queue.join_after(place, BY)


def _offered(in_force: Sequence[models.Naming]) -> Iterator[Offered]:
    """The names of corrections in force, each once, but those that hold already."""
    known = {(n.place, n.read_as) for n in in_force}
    corrected = models.Decision.objects.filter(
        verdict=models.Decision.Verdict.CORRECTED, reopened=None, fields__has_key="indicator"
    ).exclude(document__place="")
    said = {d.statement: d for d in corrected.select_related("document").order_by("pk")}
    printed = dict(
        models.Statement.objects.filter(key__in=corrected.values("statement")).values_list("key", "indicator")
    )
    for key, decision in said.items():
        place, read_as = decision.document.place, printed.get(key, "")
        called = decision.fields["indicator"]
        if read_as and read_as != called and (place, read_as) not in known:
            known.add((place, read_as))
            yield Offered(place, read_as, called)
