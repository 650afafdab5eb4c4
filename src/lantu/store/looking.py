"""What changed in a place's targets since a person last looked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from lantu.store import models

_ONE_LOOK = timedelta(minutes=30)  # pages opened within it are one look


@dataclass(frozen=True, slots=True)
class Change:
    """A target that stands otherwise than at the last look; empty words where it was, or is, not there."""

    key: str
    name: str
    status_before: str
    status_now: str
    latest_before: str
    latest_now: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last look, and when that was; None at the first."""

    at: datetime | None
    changes: tuple[Change, ...]


@transaction.atomic
def look(place: str, by: str, rows: Iterable[Mapping[str, Any]]) -> Since:
    """What changed since the last look of this person, and note what is seen now. `rows`: `TargetRow`s as JSON."""
    now = {row["key"]: [row["name"], row["status_words"][0], _latest(row)] for row in rows}
    looks = list(models.Look.objects.filter(place=place, by=by).order_by("-pk")[:2])
    current = looks[0] if looks and timezone.now() - looks[0].at < _ONE_LOOK else None
    before = looks[1] if current and len(looks) > 1 else (None if current else (looks[0] if looks else None))
    if current is None:
        models.Look.objects.create(place=place, by=by, seen=now)
        models.Look.objects.filter(place=place, by=by).exclude(pk__in=[each.pk for each in looks[:1]]).filter(
            pk__lt=looks[0].pk if looks else 0
        ).delete()
    elif current.seen != now:
        models.Look.objects.filter(pk=current.pk).update(seen=now)
    if before is None:
        return Since(None, ())
    return Since(before.at, tuple(_changes(before.seen, now)))


def _latest(row: Mapping[str, Any]) -> str:
    if row["latest"] is None:
        return ""
    return f"{row['latest_when'][0]}{row['latest']['text']}"


def _changes(before: Mapping[str, list[str]], now: Mapping[str, list[str]]) -> Iterable[Change]:
    for key in dict.fromkeys((*now, *before)):
        was, is_ = before.get(key, ["", "", ""]), now.get(key, ["", "", ""])
        if was[1:] != is_[1:]:
            yield Change(key, is_[0] or was[0], was[1], is_[1], was[2], is_[2])
