"""The pages for gunicorn (docs/production.md): the ledger is opened, and one of the processes does the long work.

LANTU_SECRET_KEY=… gunicorn --bind 127.0.0.1:8000 --workers 2 lantu.web.wsgi:application
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.wsgi import get_wsgi_application

from lantu.errors import CannotServe
from lantu.store.opening import open_ledger
from lantu.store.settings import HOME


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Wait until no other process of this ledger's folder is in here; one that dies lets the next in."""
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / f"{name}.lock").open("w", encoding="utf-8") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _long_work() -> None:
    from lantu.web.entry import worker  # noqa: PLC0415 - Django's models want an open ledger

    with _alone("worker"):
        worker.start().join()


if not os.environ.get("LANTU_SECRET_KEY"):
    raise CannotServe(
        "没有设置 LANTU_SECRET_KEY：多个进程须用同一个密钥。用 python -c 'import secrets; print(secrets.token_urlsafe(50))' 生成，写入 /etc/lantu/environment。",
        "LANTU_SECRET_KEY is not set: several processes need the same one. Make it with python -c 'import secrets; print(secrets.token_urlsafe(50))' and put it into /etc/lantu/environment.",
    )
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.web.settings")
with _alone("opening"):  # two processes must not lay out a new ledger at once
    open_ledger()
application = get_wsgi_application()
threading.Thread(target=_long_work, name="lantu-long-work", daemon=True).start()
