"""The addresses of the public site, in Chinese and under `en/` in English."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path

from lantu.web.portal import downloads, feed, views

_PAGES: list[tuple[str, Callable[..., HttpResponse], str]] = [
    ("", views.home, "portal"),
    ("plans/<path:key>", views.plan, "portal_plan"),
    ("targets/<path:key>", views.target, "portal_target"),
    ("documents/<str:sha256>/", views.document, "portal_document"),
    ("data", views.data, "portal_data"),
]

urlpatterns = [
    path("data/<str:table>.<str:ending>", downloads.download, name="portal_download"),
    path("feed.atom", feed.feed, name="portal_feed"),
    path("targets/<path:key>/comment", views.comment, name="portal_comment"),
    *[path(f"en/{where}", view, {"lang": "en"}, name=f"{name}_en") for where, view, name in _PAGES],
    *[path(where, view, {"lang": "zh"}, name=name) for where, view, name in _PAGES],
]
