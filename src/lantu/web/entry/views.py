"""The pages of bringing in: files, what was understood of each, long work and how far it is, what the public may see."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantu import pipeline
from lantu.errors import LantuError
from lantu.model import Front, Kind, Version
from lantu.store import codec, giving, models, queue, taking
from lantu.store import publishing as published
from lantu.web.entry import uploads
from lantu.web.ledger.forms import BY

_YEARS = frozenset({"reporting_year", "planning_year"})
_FIELDS = (
    "kind", "title", "place", "issuer", "date", "plan_period", "reporting_year", "planning_year", "version", "meeting",
)  # fmt: skip


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Files come in: they are kept at once, and read in the background."""
    errors: list[str] = []
    kept: list[str] = []
    if request.method == "POST":
        files = [u for u in request.FILES.getlist("files") if isinstance(u, UploadedFile)]
        for upload in files:
            try:
                kept.append(uploads.keep(upload))
            except LantuError as error:
                errors.append(error.zh)
        if not files:
            errors.append("没有选择文件。")
        if kept:
            job = queue.ask("import", {"files": kept}, BY)
            if not errors:
                return HttpResponseRedirect(reverse("job", args=[job.pk]))
    context = {
        "errors": errors, "kept": len(kept), "jobs": list(models.Job.objects.order_by("-pk")[:8]),
        "proposed": list(models.Document.objects.filter(state=models.Document.State.PROPOSED)),
    }  # fmt: skip
    return render(request, "entry/import.html", context, status=400 if errors and not kept else 200)


@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    """Long work, the latest first."""
    return render(request, "entry/jobs.html", {"jobs": list(models.Job.objects.order_by("-pk")[:100])})


@require_GET
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """How far one piece of work is."""
    found = models.Job.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    going = found.state in (queue.State.WAITING, queue.State.RUNNING)
    return render(request, "entry/job.html", {"job": found, "going": going})


@require_POST
def again(_: HttpRequest, pk: int) -> HttpResponse:
    """Try work that failed once more: it goes on with the files that still wait."""
    if not queue.again(pk):
        raise Http404
    return HttpResponseRedirect(reverse("job", args=[pk]))


@require_POST
def read_again(_: HttpRequest) -> HttpResponse:
    """Read every document by the rules of today; what people decided holds."""
    return HttpResponseRedirect(reverse("job", args=[queue.ask("read_again", {}, BY).pk]))


@require_http_methods(["GET", "POST"])
def front(request: HttpRequest, sha256: str) -> HttpResponse:
    """What was understood of a document as a whole, and what a person says of it."""
    row = _row(sha256)
    error = ""
    if request.method == "POST":
        try:
            _say(row, request.POST)
        except LantuError as wrong:
            error = wrong.zh
        else:
            return HttpResponseRedirect(reverse("front", args=[sha256]))
    row = _row(sha256)
    others = models.Document.objects.filter(state=models.Document.State.COUNTED).exclude(pk=row.pk).order_by("-dated")
    context = {
        "row": row, "front": codec.record(row.front, Front), "error": error, "kinds": list(Kind), "versions": list(Version),
        "said": request.POST if error else {}, "others": list(others[:200]), "statements": row.statements.count(),
    }  # fmt: skip
    return render(request, "entry/front.html", context, status=400 if error else 200)


def _row(sha256: str) -> models.Document:
    row = models.Document.objects.filter(sha256=sha256).first()
    if row is None:
        raise Http404
    return row


def _say(row: models.Document, form: Mapping[str, str]) -> None:
    """Read the document again with what the form says otherwise than the ledger; fields left empty say nothing."""
    before = giving.reading(row.sha256, decided=False).document
    now = codec.record(row.front, Front)
    said = {name: form[name].strip() for name in _FIELDS if form.get(name, "").strip()}
    changed: dict[str, Any] = {
        name: int(value) if name in _YEARS and value.isascii() and value.isdigit() else value
        for name, value in said.items()
        if value != shown(now, name)
    }
    if not changed:
        return
    place = row.place
    document = pipeline.reread(before, giving.original(row.sha256), changed)
    taking.take(pipeline.extract(document))
    if row.state == models.Document.State.COUNTED:
        for code in {place, document.front.place.code if document.front.place else ""}:
            queue.join_after(code, BY)


def shown(of: Front, name: str) -> str:
    """A field of the front matter as its form has it."""
    value = getattr(of, name)
    if value is None:
        return ""
    return str(value.code if name in ("place", "plan_period") else value)


@require_POST
def state(request: HttpRequest, sha256: str) -> HttpResponse:
    """A document counts, is withdrawn, or is replaced by a later text."""
    row, verb = _row(sha256), request.POST.get("verb", "")
    try:
        if verb == "count":
            taking.count(sha256, BY)
        elif verb == "withdraw":
            taking.withdraw(sha256, BY, request.POST.get("reason", ""))
        elif verb == "replace":
            taking.replaced(sha256, request.POST.get("later", ""), BY)
        else:
            raise Http404
    except LantuError as error:
        return HttpResponse(error.zh, status=409, content_type="text/plain; charset=utf-8")
    queue.join_after(row.place, BY)
    return HttpResponseRedirect(reverse("front", args=[sha256]))


@require_http_methods(["GET", "POST"])
def publishing(request: HttpRequest) -> HttpResponse:
    """What the public may see: the switches of the site, and each document."""
    error, at = "", ""
    if request.method == "POST":
        try:
            at = _publish(request.POST)
        except LantuError as wrong:
            error, at = wrong.zh, request.POST.get("sha256", "")
        else:
            return HttpResponseRedirect(reverse("publishing"))
    documents = models.Document.objects.filter(state=models.Document.State.COUNTED).order_by("-public", "-dated", "-pk")
    context = {
        "documents": list(documents.prefetch_related("releases")[:500]), "error": error, "at": at,
        "public": published.is_on(published.PUBLIC), "comments": published.is_on(published.COMMENTS),
        "waiting": list(models.Comment.objects.filter(state=models.Comment.State.WAITING)[:200]),
    }  # fmt: skip
    return render(request, "entry/publishing.html", context, status=409 if error else 200)


def _publish(form: Mapping[str, str]) -> str:
    verb, sha256, reason = form.get("verb", ""), form.get("sha256", ""), form.get("reason", "")
    if verb == "release":
        published.release(sha256, BY, reason)
    elif verb == "close":
        published.close(sha256, BY, reason)
    elif verb in ("show", "refuse"):
        published.moderate(int(form.get("comment", "0")), BY, reason, shown=verb == "show")
    else:
        published.switch(form.get("switch", ""), BY, on=verb == "on")
    return sha256
