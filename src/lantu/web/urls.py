"""The addresses of the pages."""

from django.urls import path

from lantu.web import views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("documents/<str:sha256>/", views.document, name="document"),
    path("documents/<str:sha256>/file", views.original, name="original"),
    path("statements/<str:key>/decide", views.decide, name="decide"),
    path("findings", views.findings, name="findings"),
    path("search", views.search, name="search"),
]
