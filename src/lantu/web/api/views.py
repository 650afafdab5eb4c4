"""The answers of the API: pages of published rows as JSON, with what caches need; its description, and a page that shows it."""

import json
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import parse_etags

from lantu.store import publishing
from lantu.web.api.asked import Unasked, asked
from lantu.web.api.openapi import openapi
from lantu.web.api.tables import TABLES

_KEPT = 60  # seconds


def table(request: HttpRequest, name: str) -> HttpResponse:
    """A page of one table."""
    if request.method not in ("GET", "HEAD"):
        answer = _said({"error": "Read-only: GET it.", "error_zh": "只读：请用 GET。"}, 405)
        answer["Allow"] = "GET, HEAD"
        return answer
    if name not in TABLES:
        return _said({"error": f"No such table; there are {', '.join(TABLES)}.", "error_zh": "没有这张表。"}, 404)
    if not publishing.is_on(publishing.PUBLIC):
        return _said({"error": "The public site is off.", "error_zh": "公开网站尚未开放。"}, 404)
    try:
        said = asked(request.GET, TABLES[name].parameters)
    except Unasked as wrong:
        return _said({"error": wrong.en, "error_zh": wrong.zh}, 400)
    page = TABLES[name].page(said)
    end = int(said["offset"]) + int(said["limit"])
    return _kept(
        request, {"count": page.count, "next": _next(request, end) if end < page.count else None, "rows": page.rows}
    )


def _next(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return f"{request.path}?{query.urlencode()}"


def _said(what: object, status: int = 200) -> HttpResponse:
    body = json.dumps(what, ensure_ascii=False).encode()
    return HttpResponse(body, status=status, content_type="application/json")


def _kept(request: HttpRequest, what: object) -> HttpResponse:
    """With an ETag: the same answer again costs no bytes."""
    answer = _said(what)
    tag = f'"{sha256(answer.content).hexdigest()[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer = HttpResponse(status=304)
    answer["ETag"], answer["Cache-Control"] = tag, f"public, max-age={_KEPT}"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def description(request: HttpRequest) -> HttpResponse:
    """The OpenAPI description."""
    return _kept(request, openapi())


def docs(request: HttpRequest) -> HttpResponse:
    """The same as a page to read."""
    return render(
        request,
        "api/docs.html",
        {"api": openapi(), "tables": TABLES, "lang": "zh", "n": 0, "suffix": "", "other": "portal", "args": []},
    )
