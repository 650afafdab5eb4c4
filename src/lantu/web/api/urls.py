"""The addresses of the API."""

from django.urls import path

from lantu.web.api import views

urlpatterns = [
    path("openapi.json", views.description, name="openapi"),
    path("docs", views.docs, name="api_docs"),
    path("<str:name>", views.table, name="api_table"),
]
