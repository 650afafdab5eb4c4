"""What the checks say of documents, and what the office replied."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from lantu.model import (
    Ledger,
    Note,
    Outcome,
    Reading,
    Replied,
    Reply,
)
from lantu.pipeline.files import beside
from lantu.pipeline.joining import left_out_note, link_all
from lantu.pipeline.reading import Read
from lantu.report.checked import Rule
from lantu.report.words import Words


def check(ledger: Ledger, drafts: Iterable[str] | None = None, *, registers: Path | None = None) -> tuple[Outcome, ...]:
    """What the checks say of the documents `drafts` (hashes; all where None), compared with all that the ledger holds."""
    from lantu.check import check as _check  # noqa: PLC0415 - reading and extracting do without

    return _check(ledger, drafts, registers)


def check_drafts(
    found: Read, drafts: frozenset[str], *, place: str | None = None, registers: Path | None = None
) -> tuple[Ledger, tuple[Outcome, ...]]:
    """The ledger of what was read, and what the checks say of `drafts` (hashes), compared with the other documents.

    The drafts say the place: documents of another are left out, and a note names them. Drafts of several places are
    checked each with the documents of its own place, and a note says so.
    """
    named = {p.code: p.name for r in found.readings if r.document.sha256 in drafts and (p := r.document.front.place)}
    if place is not None or len(named) < 2:
        ledger = link_all(found, place=place or next(iter(named), None), registers=registers)
        return ledger, check(ledger, drafts, registers=registers)
    groups: dict[str, list[Reading]] = {}
    for reading in found.readings:
        own = reading.document.front.place
        groups.setdefault(own.code if own else "", []).append(reading)
    ours = [code for code in groups if code in named or not code]
    others = [r.document.name for code in groups if code not in ours for r in groups[code]]
    kept = replace(found, readings=tuple(r for code in ours for r in groups[code]))
    whole = link_all(kept, registers=registers, mixed=True)
    answers = [
        one
        for code in ours
        for one in check(link_all(Read(tuple(groups[code]), ()), registers=registers), drafts, registers=registers)
    ]
    order = {rule.id: number for number, rule in enumerate(rules())}
    said = "、".join(f"{name} {code}" for code, name in sorted(named.items()))
    notes = (Note.of("places_apart", places=said), *([left_out_note(others)] if others else []))
    return replace(whole, notes=(*whole.notes, *notes)), tuple(sorted(answers, key=lambda one: order[one.check]))


def replies(drafts: Iterable[Path], named: Path | None = None, *, registers: Path | None = None) -> tuple[Reply, ...]:
    """The office's replies to findings: `answers.toml` beside the drafts or in `registers`, and the file `named`, which wins.

    Raises BadAnswers for a file that cannot be used.
    """
    from lantu.read.replies import FILE_NAME, read_replies  # noqa: PLC0415 - only a check wants it

    files = dict.fromkeys([*beside(drafts, registers, FILE_NAME), *([named] if named else [])])
    return tuple({one.finding: one for file in files for one in read_replies(file)}.values())


def replied(ledger: Ledger, outcomes: Iterable[Outcome], given: Iterable[Reply]) -> Replied:
    """Which findings the replies answer, which come back because their text changed, and which are gone."""
    from lantu.check.replying import replied as _replied  # noqa: PLC0415 - reading and extracting do without

    return _replied(ledger, outcomes, given)


def rules() -> tuple[Rule, ...]:
    """The checks in words, in the order of reports."""
    from lantu.check import CHECKS  # noqa: PLC0415 - reading and extracting do without
    from lantu.check.explaining import parts  # noqa: PLC0415 - reading and extracting do without

    return tuple(Rule(c.id, c.version, c.severity, Words(c.zh, c.en), Words(*parts(c))) for c in CHECKS)


def explain(check_id: str, lang: str = "zh") -> str:
    """A check's rule, exceptions and source in one language. Raises BadRequest for an identifier that is none."""
    from lantu.check.explaining import explain as _explain  # noqa: PLC0415 - reading and extracting do without

    return _explain(check_id, lang)
