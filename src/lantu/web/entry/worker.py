"""The worker: takes up the long work that pages ask for, one piece at a time, and says how far it is."""

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from lantu.errors import LantuError
from lantu.model import Document as Read
from lantu.registers import places
from lantu.report.words import words
from lantu.store import asking, models
from lantu.store.asking import State
from lantu.web.entry import inbox, jobs

_IDLE = 1  # seconds between two looks into the queue
_SETTLE = timedelta(seconds=2)  # decisions that follow each other closely are joined at once


def start() -> threading.Thread:
    """Start the worker of this process, which ends with it. What an earlier one left undone is begun anew."""
    asking.begin_anew()
    thread = threading.Thread(target=_forever, name="lantu-worker", daemon=True)
    thread.start()
    return thread


def _forever() -> None:
    pause = threading.Event()
    while True:
        close_old_connections()
        try:
            worked = run_one()
        except DatabaseError:  # the database is away for a moment: the work stays in the queue
            worked = False
        if not worked:
            pause.wait(_IDLE)


def run_one(*, settle: timedelta = _SETTLE) -> bool:
    """Do the next piece of work; whether there was one. What goes wrong is told by the job, and no other work suffers."""
    if _is_settling(settle):
        return False
    job = asking.take_up()
    if job is None:
        return False
    try:
        state = _WORK[job.kind](job)
    except LantuError as error:
        asking.heard(job, told=[*job.told, {"error": error.zh}])
        state = State.FAILED
    except DatabaseError as error:
        asking.heard(
            job,
            told=[*job.told, {"error": f"台账写不进去：{error}。请检查磁盘空间后重新导入；台账没有只写一半的文档。"}],
        )
        state = State.FAILED
    asking.ended(job, state)
    return True


def _is_settling(settle: timedelta) -> bool:
    first = models.Job.objects.filter(state=State.WAITING).order_by("pk").first()
    return first is not None and first.kind == "join" and timezone.now() - first.at < settle


def _import(job: models.Job) -> str:
    """Files of the inbox into the ledger, as proposals; each leaves the inbox when it is in, or cannot be read."""
    paths = [inbox.path(name) for name in job.asked["files"]]
    failed = 0
    for number, path in enumerate(paths):
        asking.heard(job, at_work=path.name, done=number, total=len(paths))
        if not path.exists():  # it was in before the worker stopped
            continue
        found = jobs.bring_in([path], state=models.Document.State.PROPOSED)
        failed += len(found.failures)
        said = [_understood(document, taken.came.value, taken.statements) for document, taken in found.documents]
        said += [{"name": path.name, "error": failure.error.zh} for failure in found.failures]
        asking.heard(job, told=[*job.told, *said], done=number + 1)
        inbox.clear(path)
    return State.FAILED if failed == len(paths) else State.DONE


def _understood(document: Read, came: str, statements: int) -> Mapping[str, object]:
    front = document.front
    period = front.plan_period.code if front.plan_period else front.reporting_year or front.planning_year
    return {
        "name": document.name, "sha256": document.sha256, "came": came, "statements": statements,
        "kind": words("document", front.kind.value).zh, "place": front.place.name if front.place else "", "period": str(period or ""),
    }  # fmt: skip


def _read_again(job: models.Job) -> str:
    total = models.Document.objects.count()
    done = 0

    def told(name: str) -> None:
        nonlocal done
        asking.heard(job, at_work=name, done=done, total=total)
        done += 1

    found = jobs.read_again(told)
    said = [{"name": f.name, "error": f.error.zh} for f in found.failures]
    asking.heard(
        job, told=[*said, {"read": len(found.documents), "reopened": sum(t.reopened for _, t in found.documents)}]
    )
    for place in found.places:
        asking.ask("join", {"place": place.code}, job.by)
    return State.DONE


def _join(job: models.Job) -> str:
    code = job.asked["place"]
    place = jobs.place_of(code) or places.by_code(code)
    if place is None:
        return State.FAILED
    asking.heard(job, at_work=place.name, done=0, total=1)
    joined = jobs.join(place)
    asking.heard(job, done=1, told=[{"targets": len(joined.targets)}] if joined else [])
    return State.DONE


_WORK: Mapping[str, Callable[[models.Job], str]] = {"import": _import, "read_again": _read_again, "join": _join}
