"""“What did we say last time?” Sentences of all documents by the words in them, with the statements they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from lantu.model import Statement
from lantu.store import models, rows, tokens

_SQLITE = "SELECT rowid FROM store_sentence_words WHERE store_sentence_words MATCH %s"
_POSTGRESQL = "SELECT id FROM store_sentence WHERE words @@ to_tsquery('simple', %s)"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: words, and filters that are empty or None where all is wanted."""

    words: str
    place: str = ""
    kind: str = ""  # of document
    year: int | None = None  # that a document reports or plans
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
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many sentences there are, and those asked for: the latest documents first."""

    count: int
    hits: tuple[Hit, ...]


def search(asked: Asked) -> Found:
    """The sentences of documents that count which hold all that was asked for. Nothing to look for finds nothing."""
    wanted = tokens.phrases(asked.words)
    if not wanted:
        return Found(0, ())
    found = _filtered(asked).filter(pk__in=_matching(wanted))
    shown = found.select_related("document").order_by("-document__dated", "-document__pk", "start")
    page = list(shown[asked.first : asked.first + asked.at_most])
    said = _said(page)
    return Found(found.count(), tuple(_hit(s, asked.words, said[s.pk]) for s in page))


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


def _filtered(asked: Asked) -> QuerySet[models.Sentence]:
    found = models.Sentence.objects.filter(document__state=models.Document.State.COUNTED)
    if asked.place:
        found = found.filter(document__place=asked.place)
    if asked.kind:
        found = found.filter(document__kind=asked.kind)
    if asked.year is not None:
        found = found.filter(document__reporting_year=asked.year) | found.filter(document__planning_year=asked.year)
    return found


def _matching(wanted: list[list[str]]) -> RawSQL:
    """The rows that hold every phrase. Words are letters, digits and Chinese characters only: nothing of the syntax."""
    if connection.vendor == "postgresql":
        query = " & ".join(f"({' <-> '.join(map(_lexeme, words))})" for words in wanted)
        return RawSQL(_POSTGRESQL, (query,))  # noqa: S611 - the query is a parameter
    query = " AND ".join(f'"{" ".join(words)}"{_begins(words[-1]) and "*"}' for words in wanted)
    return RawSQL(_SQLITE, (query,))  # noqa: S611 - as above


def _lexeme(word: str) -> str:
    return f"'{word}'{_begins(word) and ':*'}"


def _begins(word: str) -> str:
    """The word, where it is one character that may begin a pair; else nothing."""
    return word if len(word) == 1 and not word.isascii() else ""


def _hit(sentence: models.Sentence, words: str, said: list[Statement]) -> Hit:
    d = sentence.document
    return Hit(
        d.sha256, d.name, d.title, d.kind, d.place, d.dated, sentence.start, sentence.end, sentence.text,
        tuple(_marks(sentence.text, words)), tuple(said),
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
