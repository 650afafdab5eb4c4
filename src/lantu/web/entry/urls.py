"""The addresses of bringing in, long work and publishing."""

from django.urls import path

from lantu.web.entry import names, views

urlpatterns = [
    path("import", views.bring_in, name="import"),
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/<int:pk>", views.job, name="job"),
    path("jobs/<int:pk>/again", views.again, name="job_again"),
    path("read-again", views.read_again, name="read_again"),
    path("documents/<str:sha256>/front", views.front, name="front"),
    path("documents/<str:sha256>/state", views.state, name="state"),
    path("names", names.names, name="names"),
    path("publishing", views.publishing, name="publishing"),
]
