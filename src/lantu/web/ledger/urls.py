"""The addresses of the ledger's pages."""

from django.urls import path

from lantu.web.ledger import asking, findings, plans, views

urlpatterns = [
    path("places/", plans.places, name="places"),
    path("places/<str:code>/", plans.place, name="place"),
    path("targets/<path:key>", plans.target, name="target"),
    path("documents/", views.documents, name="documents"),
    path("documents/<str:sha256>/", views.document, name="document"),
    path("documents/<str:sha256>/file", views.original, name="original"),
    path("statements/<str:key>/decide", views.decide, name="decide"),
    path("findings", findings.findings, name="findings"),
    path("findings/<str:key>/answer", findings.answer, name="answer"),
    path("search", asking.search, name="search"),
]
