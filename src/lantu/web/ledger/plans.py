"""The pages of places, plans and targets. What they say was told when the place was joined (`report.telling`)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lantu.model import LaterWord, Status
from lantu.store import answering, looking, models
from lantu.web.ledger.forms import BY

Row = Mapping[str, Any]
_SHOWN = {
    "all": "全部",
    "binding": "约束性",
    "behind": "滞后、未完成",
    "no_data": "没有数据",
    "silent": "没有后文",
    "doubts": "依据待核数字",
}
_BEHIND = frozenset({Status.BEHIND.value, Status.NOT_MET.value})
_SILENT = frozenset({LaterWord.NONE.value, LaterWord.NAMED.value})


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """Every place of the ledger; the only one at once."""
    every = list(models.Place.objects.all())
    if len(every) == 1:
        return HttpResponseRedirect(reverse("place", args=[every[0].code]))
    plans: dict[int, list[Row]] = {}
    for page in models.PlanPage.objects.order_by("pk").values("place_id", "record"):
        plans.setdefault(page["place_id"], []).append(page["record"])
    findings = dict(answering.unanswered().order_by().values_list("place").annotate(n=Count("pk")))
    lines = [(p, _leading(plans.get(p.pk, ())), findings.get(p.pk, 0)) for p in every]
    documents = models.Document.objects.count() if not every else 0
    return render(request, "ledger/places.html", {"places": lines, "documents": documents})


def _leading(plans: Sequence[Row]) -> Row | None:
    """The plan that a place opens with: the five-year plan at work at its as-of date, else the latest one."""
    if not plans:
        return None
    at_work = [p for p in plans if p["five_year"] and _years(p)[0] <= p["as_of"][:4] <= _years(p)[1]]
    return max(at_work or plans, key=lambda p: (p["five_year"], p["period"]))


def _years(plan: Row) -> tuple[str, str]:
    return plan["period"][:4], plan["period"][-4:]


@require_GET
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One place's plan: elapsed time, counts by status, its targets with the binding ones first, what changed, what is missing."""
    found = models.Place.objects.filter(code=code).first()
    if found is None:
        raise Http404
    plans = [page.record for page in models.PlanPage.objects.filter(place=found).order_by("pk")]
    rows = list(models.TargetPage.objects.filter(place=found).order_by("pk").values_list("row", flat=True))
    plan = next((p for p in plans if p["key"] == request.GET.get("plan")), None) or _leading(plans)
    since = looking.look(code, BY, rows)
    findings = dict(answering.unanswered(code).order_by().values_list("severity").annotate(n=Count("pk")))
    show = request.GET.get("show", "all")
    mine = [row for row in rows if plan and row["plan"] == plan["key"]]
    headline = [row for row in mine if row["headline"]]
    chosen = [row for row in headline if _shows(row, show)]
    by = "sector" if request.GET.get("by") == "sector" else "binding"
    context = {
        "place": found, "plans": plans, "plan": plan, "since": since, "findings": findings, "show": show if show in _SHOWN else "all",
        "shown": {key: (name, sum(_shows(row, key) for row in headline)) for key, name in _SHOWN.items()},
        "by": by, "groups": _groups(chosen, by), "others": [row for row in mine if not row["headline"]] if show == "all" else [],
    }  # fmt: skip
    return render(request, "ledger/place.html", context)


def _shows(row: Row, show: str) -> bool:
    asks: Mapping[str, bool] = {
        "binding": row["binding"] == "约束性",
        "behind": row["status"] in _BEHIND,
        "no_data": row["latest"] is None,
        "silent": row["silence"] in _SILENT,
        "doubts": bool(row["doubts"]),
    }
    return asks.get(show, True)


def _groups(rows: Sequence[Row], by: str) -> list[tuple[str, list[Row]]]:
    """Rows under their headings: binding ones first, or by the plan's own sectors in its order."""
    found: dict[str, list[Row]] = {}
    ordered = rows if by == "sector" else sorted(rows, key=lambda row: row["binding"] != "约束性")
    for row in ordered:
        found.setdefault((row["sector"] if by == "sector" else row["binding"]) or "未分类", []).append(row)
    return list(found.items())


@require_GET
def target(request: HttpRequest, key: str) -> HttpResponse:
    """A target's whole story on one page."""
    page = models.TargetPage.objects.select_related("place").filter(key=key).first()
    if page is None:
        raise Http404
    beside = models.TargetPage.objects.filter(place=page.place, plan=page.plan, headline=page.headline)
    before = beside.filter(pk__lt=page.pk).order_by("-pk").values("key", "name").first()
    after = beside.filter(pk__gt=page.pk).order_by("pk").values("key", "name").first()
    context = {"place": page.place, "told": page.record, "row": page.row, "before": before, "after": after}
    return render(request, "ledger/target.html", context)
