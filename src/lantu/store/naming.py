"""What a name that the documents of a place print is called there: said once, it holds for every later document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from lantu.errors import BadRequest
from lantu.model import Reading, Statement
from lantu.store import models


@transaction.atomic
def name(place: str, read_as: str, called: str, by: str, reason: str = "") -> models.Naming:
    """Call what documents of the place name `read_as` by another name from now on. Raises BadRequest for an empty name."""
    read_as, called = read_as.strip(), called.strip()
    if not read_as or not called or read_as == called:
        raise BadRequest("归并要有两个不同的指标名。", "Two different names of an indicator are wanted.")
    said = {n.read_as: n.called for n in in_force(place)} | {read_as: called}
    if read_as in _chain(called, said):
        raise BadRequest(
            f"“{called}”已归并到“{read_as}”；请先取消那一条。",
            f"'{called}' is called '{read_as}' already: take that back first.",
        )
    return models.Naming.objects.create(place=place, read_as=read_as, called=called, reason=reason.strip(), by=by)


@transaction.atomic
def take_back(place: str, read_as: str, by: str, reason: str = "") -> models.Naming:
    """Let a name stand for itself again. Raises BadRequest where it was called nothing else."""
    if read_as not in names(place):
        raise BadRequest(f"“{read_as}”没有归并。", f"'{read_as}' is called nothing else.")
    return models.Naming.objects.create(place=place, read_as=read_as, called="", reason=reason.strip(), by=by)


def names(place: str) -> Mapping[str, str]:
    """What each name is called in the place, where it is called otherwise than printed; names of names are followed."""
    said = {n.read_as: n.called for n in in_force(place)}
    return {read_as: _chain(read_as, said)[-1] for read_as in said}


def in_force(place: str) -> Sequence[models.Naming]:
    """The namings of a place that count, in the order in which they were made."""
    latest = {n.read_as: n for n in models.Naming.objects.filter(place=place).order_by("pk")}
    return sorted((n for n in latest.values() if n.called), key=lambda n: n.pk)


def _chain(name: str, said: Mapping[str, str]) -> Sequence[str]:
    """The name, what it is called, what that is called, and so on."""
    found = [name]
    while (following := said.get(found[-1])) and following not in found:
        found.append(following)
    return found


def named(reading: Reading, called: Mapping[str, str]) -> Reading:
    """The reading with its indicators as they are called."""
    if not called:
        return reading
    return replace(reading, statements=tuple(_named(s, called) for s in reading.statements))


def _named(statement: Statement, called: Mapping[str, str]) -> Statement:
    other = called.get(statement.indicator)
    return replace(statement, indicator=other) if other else statement
