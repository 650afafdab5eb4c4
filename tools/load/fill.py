"""Fills a PostgreSQL ledger: the example, read and joined by Lantu itself, repeated for many places and years.

The database repeats it, as a table at a time, so that a million statements take a minute or two. Each copy has its own
place, hashes, ids and digits; names of indicators and words stay, as they do in what places really write.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection, models

from lantu.store import models as store
from lantu.web.entry import example

_EXAMPLE = "仓山"
_PLACE = "to_char(900000 + p.n, 'FM000000')"
_NAME = (
    "translate(to_char(p.n, 'FM000'), '0123456789', '东西南北中上下前后新')"  # three characters, of each place its own
)
_DIGITS = "'0123456789', substr('12345678901234567890', 1 + (p.n + c.n) % 10, 10)"
_INDEX = "CREATE INDEX store_sentence_words ON store_sentence USING gin(words)"


@dataclass(frozen=True, slots=True)
class Size:
    """How many places, how many times each the example's documents, how many times each its plans."""

    places: int
    documents: int
    plans: int


WHOLE = Size(places=200, documents=38, plans=2)  # × 135 statements, × 52 targets
SHORT = Size(places=3, documents=2, plans=2)


def fill(size: Size) -> None:
    """Fill an empty ledger. The example itself stays in it as one more place."""
    example.fill()
    of = _old_hashes()
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX store_sentence_words")
    _documents(size)
    _derived(size, of)
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '256MB'")
        cursor.execute(_INDEX)
        for model in (store.Document, store.Sentence, store.Statement, store.Place):
            table = model._meta.db_table  # noqa: SLF001 - Django's documented name for it
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")  # noqa: S608 - our own names
        cursor.execute("VACUUM ANALYZE")


def _old_hashes() -> list[str]:
    return list(store.Document.objects.order_by("pk").values_list("sha256", flat=True))


def _hash(old: str, copy: str = "c.n") -> str:
    return f"encode(sha256(({old} || '/' || p.n || '/' || {copy})::bytea), 'hex')"


def _documents(size: Size) -> None:
    """Documents with what was read of them; of each copy another year."""
    of, many = _times(size.places, "p"), _times(size.documents, "c")
    each = f"{of}, {many}"
    key = f"1000 + (p.n * {size.documents} + c.n) * 10 + "
    year = "(2025 - c.n)"
    _repeat(store.Document, each, {
        "id": f"{key}t.id", "sha256": _hash("t.sha256"), "place": _PLACE, "title": f"replace(t.title, '{_EXAMPLE}', {_NAME})",
        "dated": f"{year} || substr(t.dated, 5)", "reporting_year": year, "planning_year": f"{year} + 1",
        "front": f"replace(replace(t.front::text, '{_EXAMPLE}', {_NAME}), '350104', {_PLACE})::jsonb",
    })  # fmt: skip
    of_document = f"{key}t.document_id"
    _repeat(store.Body, each, {"document_id": of_document})
    text = f"translate(replace(t.text, '{_EXAMPLE}', {_NAME}), {_DIGITS})"
    _repeat(store.Sentence, each, {
        "id": "NEXT", "document_id": of_document, "text": text, "indexed": f"translate(t.indexed, {_DIGITS})",
    })  # fmt: skip
    _repeat(store.Statement, each, {
        "id": "NEXT", "document_id": of_document, "key": f"left({_hash('t.key')}, 16)",
        "text": f"translate(t.text, {_DIGITS})", "value": f"translate(t.value, {_DIGITS})",
    })  # fmt: skip


def _derived(size: Size, hashes: list[str]) -> None:
    """What follows from them, as it is kept of the example; plans and targets several times a place."""
    place = "900000 + p.n"
    _repeat(store.Place, _times(size.places, "p"), {"id": place, "code": _PLACE, "name": _NAME})
    once = {"id": "NEXT", "place_id": place, "key": _renamed("t.key", "''"), "record": _own("t.record", hashes, "''")}
    one = f"{_times(size.places, 'p')}, (VALUES (0)) c(n)"
    _repeat(store.Publication, one, once)
    _repeat(store.Series, one, once)
    _repeat(store.Observation, one, {**once, "series": _renamed("t.series", "''")})
    _repeat(store.Outcome, one, once)
    each = f"{_times(size.places, 'p')}, {_times(size.plans, 'c')}"
    again = "CASE WHEN c.n = 0 THEN '' ELSE '~' || c.n END"
    many = {"id": "NEXT", "place_id": place, "key": _renamed("t.key", again), "record": _own("t.record", hashes, again)}
    of_plan = {**many, "plan": _renamed("t.plan", again)}
    _repeat(store.Plan, each, many)
    _repeat(store.PlanPage, each, many)
    _repeat(store.Assessment, each, many)
    _repeat(
        store.Target, each, {**of_plan, "series": _renamed("t.series", "''"), "part_of": _renamed("t.part_of", again)}
    )
    _repeat(store.TargetPage, each, {
        **of_plan, "row": _own("t.row", hashes, again), "documents": _own("t.documents", hashes, again),
    })  # fmt: skip


def _renamed(column: str, again: str) -> str:
    """A key of the example as that of a place's copy: 350104/five-year/… → 900001~1/five-year/…."""
    return f"replace({column}, '350104/', {_PLACE} || {again} || '/')"


def _own(column: str, hashes: list[str], again: str) -> str:
    """A record of the example as that of a place's copy."""
    text = _renamed(f"{column}::text", again)
    for old in hashes:
        text = f"replace({text}, '{old}', {_hash(repr(old), '0')})"
    return f"{text}::jsonb"


def _times(number: int, name: str) -> str:
    return f"generate_series(0, {number - 1}) {name}(n)"


def _repeat(model: type[models.Model], each: str, other: Mapping[str, str]) -> None:
    """Add every row of the example's again for `each`, with the `other` columns."""
    meta = model._meta  # noqa: SLF001 - Django's documented name for it
    columns = [field.column for field in meta.local_concrete_fields if field.column]
    table = meta.db_table
    following = f"nextval(pg_get_serial_sequence('{table}', 'id'))"
    chosen = [other.get(column, f't."{column}"').replace("NEXT", following) for column in columns]
    named = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{table}" ({named}) SELECT {", ".join(chosen)} FROM "{table}" t, {each}')  # noqa: S608 - our own names
