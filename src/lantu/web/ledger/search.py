"""“What did we say last time?” The values of an indicator that is typed, year by year, and the sentences that hold the words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantu.model import Statement
from lantu.report.shown import quantity
from lantu.report.words import words
from lantu.store import models, valuing
from lantu.store.searching import COUNTED, Asked, Hit
from lantu.store.searching import search as find
from lantu.store.valuing import Line, Table

_A_PAGE = 30
_BESIDE = 4  # statements told beside a sentence
_NAMES = 4  # other names that are told of an indicator
_AT_MOST = 200  # characters of a query


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: whether it was asked for, and the statement that was read from it (empty for none)."""

    text: str
    asked: bool
    statement: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of values with its copy: cells parted by tabs, as a sheet takes them."""

    table: Table
    copy: str


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Sentences of all documents that hold what was typed, the newest documents first."""
    asked = _asked(request.GET)
    places = dict(models.Place.objects.values_list("code", "name"))
    kinds = models.Document.objects.order_by("kind").values_list("kind", flat=True).distinct()
    values = valuing.tables(asked.words or asked.indicator, asked.place)
    found = find(asked)
    by_indicator = replace(asked, words="", indicator=asked.words)
    instead = bool(values.tables) and not found.count and bool(asked.words) and not asked.indicator
    if instead:  # no document uses this name of the indicator
        found = find(by_indicator)
    names = valuing.names(asked.words) | valuing.names(asked.indicator)
    context = {
        "asked": asked, "found": found, "hits": [(hit, list(pieces(hit)), _stated(hit, names)) for hit in found.hits], "names": names, "shown": quantity, "places": places,
        "kinds": list(kinds), "tables": [Shown(table, copied(table)) for table in values.tables], "more_tables": values.more,
        "query": _query(asked), "by_indicator": _query(by_indicator), "instead": instead,
        "other_names": _others(names - {asked.words}, values.tables), "a_page": _A_PAGE, "counted": COUNTED,
    }  # fmt: skip
    return render(request, "ledger/search.html", context)


def _stated(hit: Hit, names: frozenset[str]) -> list[Statement]:
    """What is told beside a sentence: what it states of the indicator asked for; of any where it states nothing of that."""
    return [s for s in hit.statements if s.indicator in names] or list(hit.statements[:_BESIDE])


def _others(names: Iterable[str], tables: Iterable[Table]) -> list[str]:
    """A few other names of what was typed, the register's own before the short ones."""
    own = {table.series.name for table in tables}
    return sorted(names, key=lambda name: (name not in own, len(name), name))[:_NAMES]


def _asked(values: Mapping[str, str]) -> Asked:
    def said(name: str) -> str:
        return values.get(name, "").replace("\0", "").strip()[:_AT_MOST]

    year, first = said("year"), said("first")
    return Asked(
        said("q"), said("place"), said("kind"), int(year) if _is_number(year) and len(year) == 4 else None, said("indicator"),
        min(int(first), COUNTED - 1) if _is_number(first) else 0, _A_PAGE,
    )  # fmt: skip


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7


def _query(asked: Asked) -> str:
    """The search as an address has it, without the page."""
    said = {
        "q": asked.words,
        "place": asked.place,
        "kind": asked.kind,
        "year": asked.year,
        "indicator": asked.indicator,
    }
    return urlencode({key: value for key, value in said.items() if value})


def pieces(hit: Hit) -> Iterator[Piece]:
    """A sentence in order, cut where what was asked for and what was read begins and ends."""
    ends = {
        0,
        len(hit.text),
        *(at for a, b in hit.marks for at in (a, b)),
        *(at for a, b, _ in hit.figures for at in (a, b)),
    }
    cuts = sorted(ends)
    for begin, end in pairwise(cuts):
        asked = any(a <= begin < b for a, b in hit.marks)
        statement = next((key for a, b, key in hit.figures if a <= begin < b), "")
        yield Piece(hit.text[begin:end], asked, statement)


def copied(table: Table) -> str:
    """A table as text: a head with the years, a row a kind of value."""
    head = ("地区", "指标", "口径", "数据版本", "单位", *(f"{year}年" for year in table.years))
    return "\n".join("\t".join(row) for row in (head, *(_row(table, line) for line in table.lines)))


def _row(table: Table, line: Line) -> tuple[str, ...]:
    series = table.series
    return (
        table.place_name, series.name, words("measure", series.measure.value).zh, words("heard", line.vintage).zh,
        series.unit, *(" / ".join(value.text for value in cell) for cell in line.cells),
    )  # fmt: skip
