"""Every year's value of an indicator that somebody types, as tables: what was expected, reported and in bulletins apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantu.model import Measure, Observation, Series, Vintage
from lantu.registers import indicators
from lantu.report import shown
from lantu.store import codec, derived, models

AT_MOST = 6  # tables on one page; a place that is chosen shows all of its own
_BULLETIN = "公报"  # in the title of a statistical bulletin
_OF_PLACE = 40
_MEASURES = tuple(Measure)  # levels first


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is shown, and the sentence that says it; `document` is empty for one of a data sheet, named by `title`."""

    text: str
    document: str
    statement: str
    title: str
    also: int  # how many other sentences say the same


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one kind: `vintage` as in the words of the outputs, or `BULLETIN`; one cell a period, often empty."""

    vintage: str
    cells: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One series through the years. `others`: how many values it has for months, halves and spans, which are not shown."""

    place: str
    place_name: str
    series: Series
    years: tuple[str, ...]
    lines: tuple[Line, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of what was typed, and whether there are more (of other places)."""

    tables: tuple[Table, ...]
    more: bool


def names(typed: str) -> frozenset[str]:
    """Every name under which documents print the indicator that is typed; itself where the register has none."""
    found = indicators.named(typed) if typed else ()
    return frozenset((typed, *(alias.name for i in found for alias in i.names))) - {""}


def tables(typed: str, place: str = "") -> Tables:
    """The tables of each indicator typed, in three queries however much there is; none for words that name no indicator."""
    parts = dict.fromkeys((typed, *typed.split())) if typed else {}
    wanted = [name for part in parts for name in (*(i.id for i in indicators.named(part)), f"local:{part}")]
    if not wanted:
        return Tables((), more=False)
    at_most = _OF_PLACE if place else AT_MOST
    rows = derived.Series.objects.filter(indicator__in=wanted).select_related("place").order_by("pk")
    if place:
        rows = rows.filter(place__code=place)
    found = list(rows[: at_most + 1])
    made = sorted(_tables(found[:at_most]), key=lambda t: (t.place, _MEASURES.index(t.series.measure)))
    return Tables(tuple(made), more=len(found) > at_most)


def _tables(rows: Sequence[derived.Series]) -> list[Table]:
    if not rows:
        return []
    keys = [row.key for row in rows]
    observed: dict[str, list[Observation]] = {}
    for row in derived.Observation.objects.filter(series__in=keys).order_by("pk"):
        observed.setdefault(row.series, []).append(codec.record(row.record, Observation))
    wanted = {o.statements[0] for of_series in observed.values() for o in of_series if o.statements}
    said = models.Statement.objects.filter(key__in=wanted).values_list(
        "key", "document__sha256", "document__title", "document__name"
    )
    sources = {key: (sha256, title or name) for key, sha256, title, name in said}
    return [table for row in rows if (table := _table(row, observed.get(row.key, []), sources)).years]


def _table(row: derived.Series, observed: Sequence[Observation], sources: Mapping[str, tuple[str, str]]) -> Table:
    series = codec.record(row.record, Series)
    yearly = [o for o in observed if o.period.is_year]
    years = tuple(sorted({o.period.code for o in yearly}))
    lines: dict[tuple[int, str], dict[str, list[Value]]] = {}
    for one in yearly:
        value = _value(one, series, sources)
        kind = _kind(one.vintage, value.title)
        lines.setdefault(kind, {}).setdefault(one.period.code, []).append(value)
    return Table(
        row.place.code, row.place.name, series, years,
        tuple(Line(kind[1], tuple(tuple(cells.get(year, ())) for year in years)) for kind, cells in sorted(lines.items())),
        len(observed) - len(yearly),
    )  # fmt: skip


def _kind(vintage: Vintage, title: str) -> tuple[int, str]:
    """What line a value stands in; the line's number is its rank."""
    if vintage is Vintage.REPORTED and _BULLETIN in title:
        return vintage.value * 2 + 1, "BULLETIN"
    return vintage.value * 2, vintage.name


def _value(one: Observation, series: Series, sources: Mapping[str, tuple[str, str]]) -> Value:
    quantity = shown.quantity(one.quantity)
    text = quantity.removesuffix(series.unit) if one.quantity.unit == series.unit else quantity
    first = next((s for s in one.statements if s in sources), "")
    document, title = sources.get(first, ("", one.rows[0].file if one.rows else ""))
    return Value(text, document, first, title, max(0, len(one.statements) - 1))
