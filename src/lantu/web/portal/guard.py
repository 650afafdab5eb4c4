"""The public site answers only while it is switched on, and its pages may be kept by caches for a little while."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from lantu.store import publishing

P = ParamSpec("P")
_KEPT = 60  # seconds


def while_open(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Answer 404 while the site is off."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not publishing.is_on(publishing.PUBLIC):
            return render(request, "portal/closed.html", status=404)
        answer = view(request, *args, **kwargs)
        if request.method == "GET" and "Cache-Control" not in answer:
            patch_cache_control(answer, public=True, max_age=_KEPT)
        return answer

    return answered
