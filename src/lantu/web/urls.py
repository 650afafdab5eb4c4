"""The addresses of the pages: each area has its own."""

from django.urls import include, path

from lantu.web.ledger import views

urlpatterns = [
    path("", views.documents, name="home"),
    path("", include("lantu.web.ledger.urls")),
]
