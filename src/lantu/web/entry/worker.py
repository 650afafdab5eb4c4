"""The worker: takes up the long work that pages ask for, one piece at a time, and says how far it is."""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from django.db import DatabaseError, close_old_connections
from django.urls import reverse
from django.utils import timezone

from lantu.errors import LantuError
from lantu.model import Document as Read
from lantu.registers import places
from lantu.report.words import words
from lantu.store import models, queue
from lantu.store.queue import State
from lantu.store.taking import Taken
from lantu.web.entry import jobs, uploads

_IDLE = 1  # seconds between two looks into the queue
_SETTLE = timedelta(seconds=2)  # decisions that follow each other closely are joined at once
_OWN_MISTAKE = "Lantu 自身出错，详情在运行 lantu serve 的终端里；已入账的文档不受影响，可以再试一次。"
_at_work: list[int] = []  # of this process: pages say so without asking the database


def start() -> threading.Thread:
    """Start the worker of this process, which ends with it. What an earlier one left undone is begun anew."""
    queue.begin_anew()
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
    job = queue.take_up()
    if job is None:
        return False
    _at_work.append(job.pk)
    try:
        state = _WORK[job.kind](job)
    except LantuError as error:
        queue.heard(job, told=[*job.told, {"error": error.zh}])
        state = State.FAILED
    except DatabaseError as error:
        queue.heard(
            job,
            told=[*job.told, {"error": f"台账写不进去：{error}。请检查磁盘空间后重新导入；台账没有只写一半的文档。"}],
        )
        state = State.FAILED
    except Exception:
        logging.getLogger(__name__).exception("job %s", job.pk)
        queue.heard(job, told=[*job.told, {"error": _OWN_MISTAKE}])
        state = State.FAILED
    finally:
        _at_work.clear()
    queue.ended(job, state)
    return True


def at_work() -> str:
    """The address of the page of the work that this process does at this moment; empty where it does none."""
    return next((reverse("job", args=[pk]) for pk in tuple(_at_work)), "")


def _is_settling(settle: timedelta) -> bool:
    first = models.Job.objects.filter(state=State.WAITING).order_by("pk").first()
    return first is not None and first.kind == "join" and timezone.now() - first.at < settle


def _import(job: models.Job) -> str:
    """Files of the inbox into the ledger, as proposals; each leaves the inbox when it is in, or cannot be read."""
    paths = [uploads.path(name) for name in job.asked["files"]]
    queue.heard(job, total=len(paths))
    for number, path in enumerate(paths):
        if number >= job.done:  # else it was told of before the worker stopped
            queue.heard(job, at_work=path.name)
            queue.heard(job, told=[*job.told, _brought_in(path)], done=number + 1)
        uploads.clear(path)
    return State.FAILED if all("error" in line for line in job.told) else State.DONE


def _brought_in(path: Path) -> Mapping[str, object]:
    """What is told of one file; a bad one never stops the others, a file of corrections on its own among them."""
    try:
        found = jobs.bring_in([path], state=models.Document.State.PROPOSED)
    except LantuError as error:
        return {"name": path.name, "error": error.zh}
    for failure in found.failures:
        return {"name": path.name, "error": failure.error.zh}
    document, taken = found.documents[0]
    return _understood(document, taken)


def _understood(document: Read, taken: Taken) -> Mapping[str, object]:
    front, row = document.front, models.Document.objects.get(sha256=document.sha256)
    period = front.plan_period.code if front.plan_period else front.reporting_year or front.planning_year
    return {
        "name": document.name, "sha256": document.sha256, "came": taken.came.value, "statements": taken.statements,
        "state": row.get_state_display(),
        "kind": words("document", front.kind.value).zh, "place": front.place.name if front.place else "", "period": str(period or ""),
    }  # fmt: skip


def _read_again(job: models.Job) -> str:
    total = models.Document.objects.count()
    done = 0

    def told(name: str) -> None:
        nonlocal done
        queue.heard(job, at_work=name, done=done, total=total)
        done += 1

    found = jobs.read_again(told)
    said = [{"name": f.name, "error": f.error.zh} for f in found.failures]
    queue.heard(
        job, told=[*said, {"read": len(found.documents), "reopened": sum(t.reopened for _, t in found.documents)}]
    )
    for place in found.places:
        queue.ask("join", {"place": place.code}, job.by)
    return State.DONE


def _join(job: models.Job) -> str:
    code = job.asked["place"]
    place = jobs.place_of(code) or places.by_code(code)
    if place is None:
        return State.FAILED
    queue.heard(job, at_work=place.name, done=0, total=1)
    joined = jobs.join(place)
    queue.heard(job, done=1, told=[{"targets": len(joined.targets)}] if joined else [])
    return State.DONE


_WORK: Mapping[str, Callable[[models.Job], str]] = {"import": _import, "read_again": _read_again, "join": _join}
