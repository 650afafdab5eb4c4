"""The addresses of the ledger's pages."""

from django.urls import path

from lantu.web.ledger import views

urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/<str:sha256>/", views.document, name="document"),
    path("documents/<str:sha256>/file", views.original, name="original"),
    path("statements/<str:key>/decide", views.decide, name="decide"),
    path("findings", views.findings, name="findings"),
    path("search", views.search, name="search"),
]
