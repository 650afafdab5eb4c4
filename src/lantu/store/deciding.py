"""What a person decides about a statement: confirm, correct, reject. The machine's reading stays beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_type_hints

from django.db import transaction
from django.db.models import Max, QuerySet

from lantu.errors import BadRequest, NotInLedger, StaleDecision
from lantu.model import Reading, Statement
from lantu.store import codec, models, rows

Verdict = models.Decision.Verdict
_MAY_CORRECT = frozenset({
    "indicator", "quantity", "measure", "nature", "period", "place", "binding", "responsible", "qualifiers",
})  # fmt: skip
_TYPES = get_type_hints(Statement)


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as a person saw it: its reading, and the latest decision on it (0 where there was none)."""

    statement: str
    reading: str
    decision: int = 0


def confirm(seen: Seen, by: str) -> Seen:
    """The reading is right. Raises StaleDecision where it is no longer as seen, NotInLedger."""
    return _decide(seen, Verdict.CONFIRMED, by)


def reject(seen: Seen, by: str, reason: str) -> Seen:
    """The number is no statement. Raises as `confirm`, and BadRequest without a reason."""
    return _decide(seen, Verdict.REJECTED, by, reason)


def correct(seen: Seen, by: str, reason: str, **values: object) -> Seen:
    """Fields of the statement are otherwise: `indicator=…`, `period=…`. Raises as `reject`, and BadRequest for no such field."""
    wrong = sorted(set(values) - _MAY_CORRECT)
    if wrong or not values:
        raise BadRequest(
            f"不能更正 {'、'.join(wrong) or '（未指明字段）'}；可以更正：{'、'.join(sorted(_MAY_CORRECT))}。",
            f"Cannot correct {', '.join(wrong) or '(no field named)'}; what can be: {', '.join(sorted(_MAY_CORRECT))}.",
        )
    said = {name: codec.plain(value, _TYPES[name]) for name, value in values.items()}
    return _decide(seen, Verdict.CORRECTED, by, reason, said)


@transaction.atomic
def _decide(seen: Seen, verdict: Verdict, by: str, reason: str = "", said: Mapping[str, Any] | None = None) -> Seen:
    if verdict != Verdict.CONFIRMED and not reason.strip():
        raise BadRequest("更正或否定一条表述要写明理由。", "A correction or rejection wants a reason.")
    row = models.Statement.objects.select_for_update().filter(key=seen.statement).first()
    if row is None:
        raise NotInLedger(f"台账中没有表述 {seen.statement}。", f"The ledger holds no statement {seen.statement}.")
    if as_it_is(row) != seen:
        raise StaleDecision(
            f"“{row.text}”在您打开之后已由他人审定或重新读取；请查看现在的结果再决定。",
            f"'{row.text}' was decided or read again after you opened it: look at it as it is now.",
        )
    made = models.Decision.objects.create(
        document_id=row.document_id, statement=row.key, reading=row.reading, text=row.text, verdict=verdict,
        fields=dict(said or {}), reason=reason.strip(), by=by,
    )  # fmt: skip
    return replace(seen, decision=made.pk)


def as_it_is(row: models.Statement) -> Seen:
    """What a person who looks at a statement now sees."""
    latest = models.Decision.objects.filter(statement=row.key).order_by("-pk").values_list("pk", flat=True).first()
    return Seen(row.key, row.reading, latest or 0)


def in_force() -> QuerySet[models.Decision]:
    """The latest decision of each statement, where no later reading reopened it."""
    latest = models.Decision.objects.order_by().values("statement").annotate(latest=Max("pk")).values("latest")
    return models.Decision.objects.filter(pk__in=latest, reopened=None)


def corrected(row: models.Statement, decision: models.Decision | None) -> models.Statement:
    """The row of a statement as `decision` corrects it, under the key that it has; not to be saved."""
    if decision is None or decision.verdict != Verdict.CORRECTED:
        return row
    values = {name: codec.record(value, _TYPES[name]) for name, value in decision.fields.items()}
    said = replace(rows.statement(row, row.document.sha256), **values)
    [shown] = rows.statement_rows([said], row.document)
    shown.key, shown.pk = row.key, row.pk
    return shown


def decided(reading: Reading, decisions: Mapping[str, models.Decision]) -> Reading:
    """The reading with what people decided: rejected statements left away, corrected ones as corrected.

    `decisions`: the latest of each statement that is not reopened.
    """
    kept = (_as_decided(s, decisions.get(s.id)) for s in reading.statements)
    return replace(reading, statements=tuple(s for s in kept if s is not None))


def _as_decided(statement: Statement, decision: models.Decision | None) -> Statement | None:
    if decision is None or decision.verdict == Verdict.CONFIRMED:
        return statement
    if decision.verdict == Verdict.REJECTED:
        return None
    return as_corrected(statement, decision)


def as_corrected(statement: Statement, decision: models.Decision) -> Statement:
    """The statement with the fields that a correction names."""
    values = {name: codec.record(value, _TYPES[name]) for name, value in decision.fields.items()}
    return replace(statement, **values)
