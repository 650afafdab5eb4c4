"""Long work that people ask for on a page, as rows that one worker takes up: bringing files in, reading again, joining."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lantu.store import models

State = models.Job.State
_LOST = timedelta(minutes=10)  # a worker that said nothing for so long is gone


@transaction.atomic
def ask(kind: str, asked: Mapping[str, Any], by: str) -> models.Job:
    """Ask for work; the same work that still waits is not asked for twice."""
    waiting = models.Job.objects.select_for_update().filter(kind=kind, asked=dict(asked), state=State.WAITING).first()
    return waiting or models.Job.objects.create(kind=kind, asked=dict(asked), by=by)


@transaction.atomic
def take_up() -> models.Job | None:
    """The next work, now running; work whose worker is gone is taken up again. None where there is none."""
    now = timezone.now()
    open_ = models.Job.objects.select_for_update(skip_locked=_can_skip()).order_by("pk")
    job = open_.filter(Q(state=State.WAITING) | Q(state=State.RUNNING, heard__lt=now - _LOST)).first()
    if job is None:
        return None
    job.state, job.heard, job.ended = State.RUNNING, now, None  # what is done and told of files stays: it goes on there
    if job.kind != "import":
        job.done, job.told = 0, []
    job.save()
    return job


@transaction.atomic
def again(pk: int) -> bool:
    """Put work that failed back in the queue, with the files that still wait for it; whether there was such work."""
    job = models.Job.objects.select_for_update().filter(pk=pk, state=State.FAILED).first()
    if job is None:
        return False
    job.state, job.told = State.WAITING, [line for line in job.told if "name" in line]
    job.save()
    return True


def join_after(place: str, by: str) -> None:
    """Have made anew what follows from a document or a name of a place; of one that names no place, every place's."""
    for code in [place] if place else models.Place.objects.values_list("code", flat=True):
        ask("join", {"place": code}, by)


def _can_skip() -> bool:
    from django.db import connection  # noqa: PLC0415 - wants the set-up

    return connection.features.has_select_for_update_skip_locked


def begin_anew() -> int:
    """Put work that ran when the only worker ended back in the queue; how many."""
    return models.Job.objects.filter(state=State.RUNNING).update(state=State.WAITING)


def heard(job: models.Job, **now: object) -> None:
    """Note how far the work is: `at_work`, `done`, `total`, `told`."""
    for field, value in now.items():
        setattr(job, field, value)
    job.heard = timezone.now()
    job.save(update_fields=[*now, "heard"])


def ended(job: models.Job, state: str) -> None:
    """The work is over."""
    job.state, job.ended, job.at_work = state, timezone.now(), ""
    job.save(update_fields=["state", "ended", "at_work"])
