"""Giving readings out of the ledger, as the machine read them or as people decided."""

from collections.abc import Iterator

from lantu.model import Reading
from lantu.store import deciding, models, naming, rows
from lantu.store.taking import not_in_ledger


def reading(sha256: str, *, decided: bool = True) -> Reading:
    """A document with what was read from it; `decided`: with people's decisions in force. Raises NotInLedger."""
    row = models.Document.objects.select_related("body").filter(sha256=sha256).first()
    if row is None:
        raise not_in_ledger(sha256)
    return _given(row, decided, row.place)


def original(sha256: str) -> bytes:
    """A document's own bytes. Raises NotInLedger."""
    row = models.Original.objects.filter(document__sha256=sha256).first()
    if row is None:
        raise not_in_ledger(sha256)
    return bytes(row.data)


def hashes() -> tuple[str, ...]:
    """Every document, those withdrawn among them, in the order in which they came."""
    return tuple(models.Document.objects.values_list("sha256", flat=True))


def readings(place: str, *, decided: bool = True) -> Iterator[Reading]:
    """The documents of a place that count, and those that name no place, in the order in which they came."""
    counted = models.Document.objects.filter(state=models.Document.State.COUNTED, place__in=(place, ""))
    for row in counted.select_related("body").prefetch_related("passages", "statements").iterator(chunk_size=20):
        yield _given(row, decided, place)


def _given(row: models.Document, decided: bool, place: str) -> Reading:
    found = rows.reading(row)
    if not decided:
        return found
    latest = {d.statement: d for d in row.decisions.order_by("pk")}
    in_force = {key: d for key, d in latest.items() if d.reopened is None}
    return deciding.decided(naming.named(found, naming.names(place)), in_force)
