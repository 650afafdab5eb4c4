"""What `lantu import` does: files into the ledger, and a line on each; then its places joined."""

import argparse
from collections.abc import Callable
from pathlib import Path

from lantu import store
from lantu.model import Document
from lantu.report.words import Words, words
from lantu.store.keeping import Joined
from lantu.store.taking import Came, Taken
from lantu.web.entry import jobs

_CAME = {
    Came.NEW: Words("新入账", "new"),
    Came.UNCHANGED: Words("无变化", "unchanged"),
    Came.READ_AGAIN: Words("重新读取", "read again"),
}


def bring_in(
    options: argparse.Namespace,
    told: Callable[[Path], None],
    waiting: Callable[[str], None],
    say: Callable[[str], None],
) -> jobs.BroughtIn:
    """Every file of the command line into the ledger, or every document in it again.

    A line a document says what it is to the ledger and what it holds.
    """
    found = (
        jobs.read_again(waiting)
        if options.again
        else jobs.bring_in(options.files, told=told, registers=options.registers, max_size=options.max_size)
    )
    for document, taken in found.documents:
        came, understood = _CAME[taken.came].say(options.lang), _understood(document, options.lang)
        say(f"{came}  {document.name}  {understood}  {_held(taken, options.lang)}")
    return found


def join(
    found: jobs.BroughtIn, options: argparse.Namespace, told: Callable[[str], None], say: Callable[[str], None]
) -> None:
    """Join the places of these documents, those alone that are out of date: a line a place counts what follows."""
    for place in found.places:
        told(f"{place.code} {place.name}")
        joined = jobs.join(place, registers=options.registers)
        told("")
        if joined:
            say(_joined(joined, options.lang))
    say({"zh": f"台账在 {store.where()}", "en": f"The ledger is {store.where()}"}[options.lang])


def _understood(document: Document, lang: str) -> str:
    front = document.front
    place = front.place.name if front.place else {"zh": "地区未写明", "en": "place not stated"}[lang]
    period = front.plan_period or front.reporting_year or front.planning_year
    return " · ".join((words("document", front.kind.value).say(lang), place, *([str(period)] if period else [])))


def _held(taken: Taken, lang: str) -> str:
    if lang == "en":
        again = f", {taken.reopened} decisions to look at again" if taken.reopened else ""
        return f"{taken.statements} statements{again}"
    again = f"，{taken.reopened} 项审定待复核" if taken.reopened else ""
    return f"表述 {taken.statements} 条{again}"


def _joined(joined: Joined, lang: str) -> str:
    findings = sum(o.is_finding for o in joined.outcomes)
    place, targets = joined.place, len(joined.ledger.targets)
    day = joined.evaluations[-1].as_of.isoformat() if joined.evaluations else None
    if lang == "en":
        as_of = f", assessed as of {day}" if day else ""
        return f"{place.code} {place.name}: {targets} targets, {findings} findings{as_of}"
    as_of = f"，评估至 {day}" if day else ""
    return f"{place.code} {place.name}：目标 {targets} 项，问题 {findings} 个{as_of}"
