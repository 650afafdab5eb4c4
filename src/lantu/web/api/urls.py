"""The addresses of the API."""

from django.urls import path

from lantu.web.api import views

urlpatterns = [
    path("", views.docs, name="api"),
    path("openapi.json", views.description, name="openapi"),
    path("docs", views.docs, name="api_docs"),
    path("<path:name>", views.table, name="api_table"),
]
