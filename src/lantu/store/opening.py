"""Opening the ledger: Django is set up, a new database is laid out, an older one brought up, a newer one refused."""

import os

import django
from dj_database_url import UnknownSchemeError
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from lantu.errors import CannotOpenLedger, NewerLedger


def open_ledger() -> None:
    """Make the ledger ready for use in this process; harmless when it is ready.

    Raises NewerLedger for one that a later Lantu laid out, CannotOpenLedger where the database does not answer.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.store.settings")
    try:
        if not apps.ready:
            django.setup()
        _make_home()
        _lay_out()
    except (DatabaseError, ImproperlyConfigured, OSError, UnknownSchemeError) as error:
        raise CannotOpenLedger(
            f"台账打不开：{error}。检查 LANTU_HOME（或 DATABASE_URL）所指的位置和权限。",
            f"The ledger cannot be opened: {error}. Check the place and rights that LANTU_HOME (or DATABASE_URL) names.",
        ) from error


def where() -> str:
    """Where the open ledger lies: its file, or its server without user and password."""
    from django.db import connection  # noqa: PLC0415 - wants the set-up

    said = connection.settings_dict
    return (
        str(said["NAME"]) if connection.vendor == "sqlite" else f"{connection.vendor}://{said['HOST']}/{said['NAME']}"
    )


def _make_home() -> None:
    from lantu.store.settings import HOME, database  # noqa: PLC0415 - read when the environment is as it shall be

    if database()["ENGINE"].endswith("sqlite3"):
        HOME.mkdir(parents=True, exist_ok=True)


def _lay_out() -> None:
    """Bring the schema up to this version. All steps or none where the database can (both of ours can)."""
    from django.core.management import call_command  # noqa: PLC0415 - wants the set-up
    from django.db import connection  # noqa: PLC0415 - wants the set-up
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - wants the set-up

    executor = MigrationExecutor(connection)
    known, applied = set(executor.loader.disk_migrations), set(executor.loader.applied_migrations)
    later = sorted(name for app, name in applied - known if app == "store")
    if later:
        raise NewerLedger(
            f"台账由更新版本的 Lantu 建立（{later[-1]}）；请升级 Lantu 后再打开，台账没有改动。",
            f"The ledger was laid out by a later Lantu ({later[-1]}): upgrade Lantu to open it; nothing was changed.",
        )
    if known - applied:
        call_command("migrate", verbosity=0, interactive=False)
