"""“What did we say last time?” Sentences of all documents by the words in them, with the statements they make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q

from lantu.model import Statement
from lantu.store import models, rows, tokens, valuing

COUNTED = (
    1000  # sentences that are counted, and that can be leafed through; of more it is only said that there are more
)
_SORTED = 5000  # so many are put in order once found; where there are more, documents are walked from the newest until a page is full
_MATCHES = {
    "sqlite": "s.id IN (SELECT rowid FROM store_sentence_words WHERE store_sentence_words MATCH %s)",
    "postgresql": "s.words @@ to_tsquery('simple', %s)",
}
_PROBE = """SELECT count(*), count(*) FILTER (WHERE {of_sentence}), (SELECT count(*) FROM store_document d WHERE {of_document}) FROM (
 SELECT s.* FROM (
  SELECT d.id FROM store_document d WHERE {of_document} ORDER BY d.dated DESC, d.id DESC LIMIT 20
 ) d JOIN store_sentence s ON s.document_id = d.id LIMIT 1000
) s"""
_MINUS = "-−－—"
_COMMON = 10  # a word in one of so many of the newest sentences is found by walking: the index would list it to the end
_USUAL = 100  # a page of one in one of so many is soon walked, so that few are put in order
_FEW = 40  # documents that are walked whatever is asked for
_STATES = """EXISTS (SELECT 1 FROM store_statement t WHERE t.document_id = s.document_id
 AND t.start >= s.start AND t.start < s."end" AND t.indicator IN ({}))"""
_FOUND = """SELECT x.id, count(*) OVER () FROM (
 SELECT s.id, s.document_id, s.start, d.dated FROM store_sentence s JOIN store_document d ON d.id = s.document_id
 WHERE {of_sentence} AND {of_document} LIMIT %s
) x ORDER BY x.dated DESC, x.document_id DESC, x.start LIMIT %s OFFSET %s"""
_WALKED = {
    "postgresql": """SELECT x.id FROM (
 SELECT d.id, d.dated FROM store_document d WHERE {of_document} ORDER BY d.dated DESC, d.id DESC
) d CROSS JOIN LATERAL (
 SELECT s.id, s.start FROM (SELECT * FROM store_sentence WHERE document_id = d.id OFFSET 0) s WHERE {of_sentence}
) x ORDER BY d.dated DESC, d.id DESC, x.start LIMIT %s OFFSET %s""",
    "sqlite": """SELECT s.id FROM store_sentence s JOIN store_document d ON d.id = s.document_id
 WHERE {of_document} AND {of_sentence} ORDER BY d.dated DESC, d.id DESC, s.start LIMIT %s OFFSET %s""",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: words, and filters that are empty or None where all is wanted."""

    words: str
    place: str = ""
    kind: str = ""  # of document
    year: int | None = None  # that a document reports or plans
    indicator: str = ""  # that a sentence states, by any of its names
    first: int = 0
    at_most: int = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: where it stands, what of it was asked for (`marks`, spans of `text`), what it states."""

    document: str  # sha256
    name: str
    title: str
    kind: str
    place: str
    dated: str
    start: int  # raw span
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    figures: tuple[tuple[int, int, str], ...]  # spans of `text` that a statement was read from, with its id
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many sentences there are, and those asked for: the latest documents first. `more`: than were counted."""

    count: int
    hits: tuple[Hit, ...]
    more: bool = False


def search(asked: Asked) -> Found:
    """The sentences of documents that count which hold all that was asked for. Nothing to look for finds nothing."""
    sentence, of_sentence = _of_sentence(asked)
    if not sentence:
        return Found(0, ())
    keys, count = _found(asked, sentence, of_sentence)
    if not keys and asked.first:  # leafed past the end
        return search(replace(asked, first=0))
    sentences = models.Sentence.objects.select_related("document").in_bulk(keys)
    page = [sentences[key] for key in keys if key in sentences]
    said = _said(page)
    hits = tuple(_hit(s, asked.words, said[s.pk]) for s in page)
    return Found(min(count, COUNTED), hits, more=count > COUNTED)


def _found(asked: Asked, sentence: str, of_sentence: list[str | int]) -> tuple[list[int], int]:
    """The keys of the sentences of a page, in order, and how many there are in all, as far as they were counted."""
    document, of_document = _of_document(asked)
    conditions = {"of_sentence": sentence, "of_document": document}
    page = max(0, min(asked.at_most, COUNTED - asked.first)), asked.first
    at_most = _SORTED
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # whose index has no order: it lists every match before the first is seen
            cursor.execute(_PROBE.format(**conditions), [*of_sentence, *of_document, *of_document])
            probed, hits, documents = cursor.fetchone()
            if (hits and hits * _COMMON >= probed) or documents <= _FEW:
                cursor.execute(_WALKED["postgresql"].format(**conditions), [*of_document, *of_sentence, COUNTED + 1, 0])
                keys = [key for (key,) in cursor.fetchall()]
                return keys[asked.first : sum(page)], len(keys)
            at_most = COUNTED if hits * _USUAL >= probed else _SORTED
        cursor.execute(_FOUND.format(**conditions), [*of_sentence, *of_document, at_most + 1, *page])
        rows = cursor.fetchall()
        count = rows[0][1] if rows else 0
        if count <= at_most:
            return [key for key, _ in rows], count
        cursor.execute(_WALKED[connection.vendor].format(**conditions), [*of_document, *of_sentence, *page])
        return [key for (key,) in cursor.fetchall()], count


def _said(page: list[models.Sentence]) -> Mapping[int, list[Statement]]:
    """What each sentence states, in one query."""
    spans = (Q(document=s.document_id, start__gte=s.start, start__lt=s.end) for s in page)
    held = models.Statement.objects.filter(reduce(or_, spans, Q(pk=None))).order_by("start")
    by_document: dict[int, list[models.Statement]] = {}
    for row in held:
        by_document.setdefault(row.document_id, []).append(row)
    return {
        s.pk: [
            rows.statement(row, s.document.sha256)
            for row in by_document.get(s.document_id, ())
            if s.start <= row.start < s.end
        ]
        for s in page
    }


def _of_sentence(asked: Asked) -> tuple[str, list[str | int]]:
    """What must hold of a sentence, as a condition of SQL and its parameters; empty where nothing is asked for."""
    conditions: list[str] = []
    values: list[str | int] = []
    wanted = tokens.phrases(asked.words)
    if wanted:
        conditions.append(_MATCHES[connection.vendor])
        values.append(_query(wanted))
    if asked.indicator and (wanted or not asked.words.strip()):
        names = sorted(valuing.names(asked.indicator))
        conditions.append(_STATES.format(", ".join(["%s"] * len(names))))
        values.extend(names)
    return " AND ".join(conditions), values


def _of_document(asked: Asked) -> tuple[str, list[str | int]]:
    conditions: list[str] = ["d.state = %s"]
    values: list[str | int] = [models.Document.State.COUNTED.value]
    if asked.place:
        conditions.append("d.place = %s")
        values.append(asked.place)
    if asked.kind:
        conditions.append("d.kind = %s")
        values.append(asked.kind)
    if asked.year is not None:
        conditions.append("(d.reporting_year = %s OR d.planning_year = %s)")
        values += [asked.year, asked.year]
    return " AND ".join(conditions), values


def _query(wanted: list[list[str]]) -> str:
    """Every phrase, as the index is asked. Words are letters, digits and Chinese characters only: nothing of the syntax."""
    if connection.vendor == "postgresql":
        return " & ".join(f"({' <-> '.join(map(_lexeme, words))})" for words in wanted)
    return " AND ".join(f'"{" ".join(words)}"{_begins(words[-1]) and "*"}' for words in wanted)


def _lexeme(word: str) -> str:
    return f"'{word}'{_begins(word) and ':*'}"


def _begins(word: str) -> str:
    """The word, where it is one character that may begin a pair; else nothing."""
    return word if len(word) == 1 and not word.isascii() else ""


def _hit(sentence: models.Sentence, words: str, said: list[Statement]) -> Hit:
    d = sentence.document
    return Hit(
        d.sha256, d.name, d.title, d.kind, d.place, d.dated, sentence.start, sentence.end, sentence.text,
        tuple(_marks(sentence.text, words)), tuple(_figures(sentence.text, said)), tuple(said),
    )  # fmt: skip


def _marks(text: str, words: str) -> list[tuple[int, int]]:
    """Where the parts of a query stand in a sentence; folding that changes the length of a text marks nothing."""
    plain = tokens.folded(text)
    found: list[tuple[int, int]] = []
    for part in tokens.folded(words).split():
        at = plain.find(part) if len(plain) == len(text) else -1
        while at >= 0:
            found.append((at, at + len(part)))
            at = plain.find(part, at + len(part))
    return sorted(found)


def _figures(text: str, said: Iterable[Statement]) -> Iterator[tuple[int, int, str]]:
    """Where the statements of a sentence, in order, were read from."""
    done = 0
    for statement in said:
        at = text.find(statement.text, done) if statement.text else -1
        if at >= 0:
            done = at + len(statement.text)
            signed = at > 0 and statement.quantity.value < 0 and text[at - 1] in _MINUS
            yield at - signed, done, statement.id
