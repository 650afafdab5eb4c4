"""The pages as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, and the files that they load."""

    name = "lantu.web"
    label = "web"
