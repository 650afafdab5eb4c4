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
_MATCHES = {"sqlite": "w.store_sentence_words MATCH %s", "postgresql": "s.words @@ to_tsquery('simple', %s)"}
_FROM = {
    "sqlite": "store_sentence_words w CROSS JOIN store_sentence s ON s.id = w.rowid CROSS JOIN store_document d ON d.id = s.document_id",
    "postgresql": "store_sentence s JOIN store_document d ON d.id = s.document_id",
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
_STATING = "d.id IN (SELECT t.document_id FROM store_statement t WHERE t.indicator IN ({}))"
_FOUND = """SELECT x.id, count(*) OVER () FROM (
 SELECT s.id, s.document_id, s.start, d.dated FROM {sentences} WHERE {of_sentence} AND {of_document} LIMIT %s
) x ORDER BY x.dated DESC, x.document_id DESC, x.start LIMIT %s OFFSET %s"""
_DOCUMENTS = "SELECT 0, 0, count(*) FROM store_document d WHERE {of_document}"
_WALKED = {  # OFFSET 0 keeps PostgreSQL from asking its index for each document, LIMIT -1 keeps SQLite's order of documents
    "postgresql": """SELECT x.id FROM (
 SELECT d.id, d.dated FROM store_document d WHERE {of_document} ORDER BY d.dated DESC, d.id DESC
) d CROSS JOIN LATERAL (
 SELECT s.id, s.start FROM (SELECT * FROM store_sentence WHERE document_id = d.id OFFSET 0) s WHERE {of_sentence}
) x ORDER BY d.dated DESC, d.id DESC, x.start LIMIT %s OFFSET %s""",
    "sqlite": """SELECT s.id FROM (
 SELECT d.id, (SELECT min(id) FROM store_sentence WHERE document_id = d.id) AS least,
  (SELECT max(id) FROM store_sentence WHERE document_id = d.id) AS most
 FROM store_document d WHERE {of_document} ORDER BY d.dated DESC, d.id DESC LIMIT -1
) d CROSS JOIN {words} store_sentence s
 WHERE {of_sentence} AND {spans} AND s.document_id = d.id LIMIT %s OFFSET %s""",
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
    wanted = tokens.phrases(asked.words)
    if not wanted and (asked.words.strip() or not asked.indicator):
        return Found(0, ())
    keys, count = _Search(asked, wanted).keys()
    if not keys and asked.first:  # leafed past the end
        return search(replace(asked, first=0))
    sentences = models.Sentence.objects.select_related("document").in_bulk(keys)
    page = [sentences[key] for key in keys if key in sentences]
    said = _said(page)
    hits = tuple(_hit(s, asked.words, said[s.pk]) for s in page)
    usual = bool(wanted)
    return Found(min(count, COUNTED), hits, more=count > (COUNTED if usual else asked.first + asked.at_most))


class _Search:
    """A search under way: its conditions in SQL, each with its parameters."""

    def __init__(self, asked: Asked, wanted: list[list[str]]) -> None:
        self._asked, self._wanted, self._vendor = asked, wanted, connection.vendor
        sentence, self._of_sentence = _of_sentence(asked, wanted)
        document, self._of_document = _of_document(asked, wanted)
        self._sql = {
            "of_sentence": sentence, "of_document": document, "sentences": _FROM[self._vendor],
            "words": "store_sentence_words w CROSS JOIN" if wanted else "",
            "spans": f"{'w.rowid' if wanted else 's.id'} BETWEEN d.least AND d.most{' AND s.id = w.rowid' if wanted else ''}",
        }  # fmt: skip

    def keys(self) -> tuple[list[int], int]:
        """The keys of the sentences of a page, in order, and how many there are in all, as far as they were counted."""
        first = self._asked.first
        size = max(0, min(self._asked.at_most, COUNTED - first))
        if not self._wanted:  # of documents that state the indicator: a page, and whether there is more
            keys = self._walked(first + size + 1)
            return keys[first : first + size], len(keys)
        probed, hits, documents = self._probed()
        if (hits and hits * _COMMON >= probed) or documents <= _FEW:
            keys = self._walked(COUNTED + 1)
            return keys[first : first + size], len(keys)
        at_most = _SORTED if self._vendor == "postgresql" and hits * _USUAL < probed else COUNTED
        rows = self._all(_FOUND, [*self._of_sentence, *self._of_document, at_most + 1, size, first])
        count = rows[0][1] if rows else 0
        return ([row[0] for row in rows] if count <= at_most else self._walked(size, first)), count

    def _probed(self) -> tuple[int, ...]:
        """How many of the newest sentences were looked at, how many of them hold it, how many documents there are to walk.

        PostgreSQL's index has no order: it lists every match before the first is seen. SQLite's gives them one by one.
        """
        if self._vendor == "postgresql":
            return self._all(_PROBE, [*self._of_sentence, *self._of_document, *self._of_document])[0]
        return self._all(_DOCUMENTS, self._of_document)[0]

    def _walked(self, at_most: int, first: int = 0) -> list[int]:
        """Keys of sentences, going through the documents from the newest."""
        rows = self._all(_WALKED[self._vendor], [*self._of_document, *self._of_sentence, at_most, first])
        return [row[0] for row in rows]

    def _all(self, command: str, values: list[str | int]) -> list[tuple[int, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(command.format(**self._sql), values)
            return list(cursor.fetchall())


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


def _of_sentence(asked: Asked, wanted: list[list[str]]) -> tuple[str, list[str | int]]:
    """What must hold of a sentence, as a condition of SQL and its parameters."""
    conditions: list[str] = []
    values: list[str | int] = []
    if wanted:
        conditions.append(_MATCHES[connection.vendor])
        values.append(_query(wanted))
    if asked.indicator:
        names = sorted(valuing.names(asked.indicator))
        conditions.append(_STATES.format(_places(names)))
        values.extend(names)
    return " AND ".join(conditions), values


def _of_document(asked: Asked, wanted: list[list[str]]) -> tuple[str, list[str | int]]:
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
    if asked.indicator and not wanted:
        names = sorted(valuing.names(asked.indicator))
        conditions.append(_STATING.format(_places(names)))
        values.extend(names)
    return " AND ".join(conditions), values


def _places(values: list[str]) -> str:
    return ", ".join(["%s"] * len(values))


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
