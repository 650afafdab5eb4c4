"""The store as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Named for what it keeps."""

    name = "lantu.store"
    label = "store"
    verbose_name = "台账 · ledger"
