"""Taking readings into the ledger: one document at a time, whole or not at all, the same one any number of times."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from lantu import __version__
from lantu.errors import BadRequest, NotInLedger
from lantu.model import Reading
from lantu.store import models, rows

_AT_ONCE = 500  # rows a command to the database
_OF_PEOPLE = ("state", "state_reason", "state_by", "replaced_by", "public", "taken")  # what no reading changes


class Came(StrEnum):
    """What a document that was taken is to the ledger."""

    NEW = "new"
    UNCHANGED = "unchanged"  # known, and read as before: nothing was written
    READ_AGAIN = "read_again"  # known, and read otherwise: by a newer grammar or other settings


@dataclass(frozen=True, slots=True)
class Taken:
    """A document after it was taken: what it holds, and how many decisions wait for a person again."""

    sha256: str
    came: Came
    statements: int
    reopened: int = 0


@transaction.atomic
def take(reading: Reading, data: bytes = b"", *, state: str = models.Document.State.COUNTED) -> Taken:
    """Keep what was read of a document, and its bytes; `state` is that of a new one.

    One that is known keeps its state and its decisions; those are reopened whose text or reading is no longer as
    decided. A process that dies leaves the document as it was before.
    """
    fresh = rows.document_row(reading, __version__)
    known = models.Document.objects.select_for_update().filter(sha256=fresh.sha256).first()
    if known is None:
        fresh.state = state
        fresh.save()
        models.Original.objects.create(document=fresh, data=data)
        _fill(fresh, reading)
        return Taken(fresh.sha256, Came.NEW, len(reading.statements))
    if known.reading == fresh.reading:
        return Taken(known.sha256, Came.UNCHANGED, len(reading.statements))
    fresh.pk, fresh.read_again = known.pk, timezone.now()
    for said in _OF_PEOPLE:
        setattr(fresh, said, getattr(known, said))
    fresh.save(force_update=True)
    models.Body.objects.filter(document=known).delete()
    for of_document in (models.Passage, models.Sentence, models.Statement):
        of_document.objects.filter(document=known).delete()
    _fill(fresh, reading)
    return Taken(fresh.sha256, Came.READ_AGAIN, len(reading.statements), _reopen(fresh, reading))


def _fill(row: models.Document, reading: Reading) -> None:
    rows.body_row(reading, row).save(force_insert=True)
    models.Passage.objects.bulk_create(rows.passage_rows(reading.document, row), batch_size=_AT_ONCE)
    models.Sentence.objects.bulk_create(rows.sentence_rows(reading.document, row), batch_size=_AT_ONCE)
    models.Statement.objects.bulk_create(rows.statement_rows(reading.statements, row), batch_size=_AT_ONCE)


def _reopen(row: models.Document, reading: Reading) -> int:
    """Mark the decisions whose statement is gone or reads otherwise; how many are newly marked."""
    now = {s.id: (s.reading, s.text) for s in reading.statements}
    stale = [d.pk for d in row.decisions.filter(reopened=None) if now.get(d.statement) != (d.reading, d.text)]
    return models.Decision.objects.filter(pk__in=stale).update(reopened=timezone.now())


@transaction.atomic
def withdraw(sha256: str, by: str = "", reason: str = "") -> None:
    """Count a document no longer; all that was read and decided stays. Raises NotInLedger, BadRequest where a person gives no reason."""
    if by and not reason.strip():
        raise BadRequest("撤回文档要写明理由。", "Withdrawing a document wants a reason.")
    if not models.Document.objects.filter(sha256=sha256).update(
        state=models.Document.State.WITHDRAWN, state_by=by, state_reason=reason.strip()
    ):
        raise not_in_ledger(sha256)


@transaction.atomic
def count(sha256: str, by: str = "") -> None:
    """Let a document count, from which on what follows from it is made. Raises NotInLedger."""
    if not models.Document.objects.filter(sha256=sha256).update(
        state=models.Document.State.COUNTED, replaced_by="", state_by=by, state_reason=""
    ):
        raise not_in_ledger(sha256)


@transaction.atomic
def replaced(sha256: str, later: str, by: str = "") -> None:
    """A later text stands in the place of a document, which counts no longer.

    Raises NotInLedger, BadRequest for itself or for a text that does not count.
    """
    if sha256 == later:
        raise BadRequest("文档不能由自己替换。", "A document cannot be replaced by itself.")
    instead = models.Document.objects.filter(sha256=later).first()
    if instead is None:
        raise not_in_ledger(later)
    if instead.state != models.Document.State.COUNTED:
        raise BadRequest(
            f"“{instead.name}”还没有入账，不能替换别的文档；请先将它入账。",
            f"'{instead.name}' does not count and cannot replace another document: let it count first.",
        )
    state = models.Document.State.REPLACED
    if not models.Document.objects.filter(sha256=sha256).update(
        state=state, replaced_by=later, state_by=by, state_reason=""
    ):
        raise not_in_ledger(sha256)


def not_in_ledger(sha256: str) -> NotInLedger:
    """The error that names a document which is not there."""
    return NotInLedger(f"台账中没有文档 {sha256[:12]}。", f"The ledger holds no document {sha256[:12]}.")
