"""Django's settings for the store alone: which database. The web application adds its own to these.

`DATABASE_URL` names a database (`postgres://user:secret@host/name`); without it the ledger is the SQLite file
`ledger.sqlite3` in `$LANTU_HOME`, which is the user's data folder where that is not set.
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from platformdirs import user_data_path

HOME = Path(os.environ.get("LANTU_HOME") or user_data_path("lantu", appauthor=False))

# Readers never wait for the writer (WAL); a writer takes its lock at the start, so that two never deadlock over it.
_SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database() -> dict[str, Any]:
    """Django's description of the ledger's database."""
    url = os.environ.get("DATABASE_URL", "")
    found: dict[str, Any] = dict(dj_database_url.parse(url or f"sqlite:///{HOME / 'ledger.sqlite3'}", conn_max_age=60))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {**_SQLITE, **found.get("OPTIONS", {})}
    return found


DATABASES = {"default": database()}
INSTALLED_APPS = ["lantu.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"  # of what is stored; dates are shown in Asia/Shanghai
