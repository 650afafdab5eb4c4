"""The addresses of the ledger's pages."""

from django.urls import path

from lantu.web.ledger import beside, findings, paging, plans, search, viewer, views

urlpatterns = [
    path("places/", plans.places, name="places"),
    path("places/<str:code>/", plans.place, name="place"),
    path("targets/<path:key>", plans.target, name="target"),
    path("documents/", views.documents, name="documents"),
    path("documents/<str:sha256>/", viewer.document, name="document"),
    path("documents/<str:sha256>/file", viewer.original, name="original"),
    path("documents/<str:sha256>/pages/<int:number>", paging.page, name="page"),
    path("documents/<str:sha256>/pages/<int:number>.png", paging.image, name="page_image"),
    path("documents/<str:sha256>/beside/<str:other>", beside.beside, name="beside"),
    path("statements/<str:key>/", viewer.statement, name="statement"),
    path("statements/<str:key>/decide", viewer.decide, name="decide"),
    path("findings", findings.findings, name="findings"),
    path("findings/<str:key>/answer", findings.answer, name="answer"),
    path("search", search.search, name="search"),
]
