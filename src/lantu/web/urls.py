"""The addresses of the pages: each area has its own."""

from django.urls import include, path

from lantu.web.ledger import plans

urlpatterns = [
    path("", plans.places, name="home"),
    path("", include("lantu.web.ledger.urls")),
    path("", include("lantu.web.entry.urls")),
    path("api/", include("lantu.web.api.urls")),
    path("public/", include("lantu.web.portal.urls")),
]
