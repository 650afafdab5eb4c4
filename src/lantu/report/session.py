"""The documents of one session side by side: figures that differ, names of one thing, periods of one figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.model import Document, Evidence, Ledger, Nature, Outcome, Series, Statement
from lantu.report import shown
from lantu.report.checked import Findings
from lantu.report.words import Words, group, words

_TEXTS = "N25"  # two texts of one document: they differ in words, not in what is said of one thing
_LONG = 48
_AROUND = 10  # characters shown on either side of a differing word
_FOLDED = str.maketrans("（）“”", '()""', " 　")  # signs that make no other name
_TELLING = 3  # digits that make an equal figure more than a chance


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says, with its raw span."""

    text: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing as each document says it; `findings` are the ids of the outcomes it comes from."""

    about: Words
    said: Mapping[str, tuple[Said, ...]]  # by document
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """Checked documents that report the same year of the same place."""

    documents: tuple[Document, ...]
    name: Words
    figures: tuple[Row, ...]
    names: tuple[Row, ...]
    periods: tuple[Row, ...]
    texts: tuple[Row, ...]


def sessions(found: Findings, numbers: Mapping[int, int]) -> tuple[Session, ...]:
    """Each session with more than one document checked. `numbers`: a finding's number by its place among the findings."""
    grouped: dict[tuple[str, int], list[Document]] = {}
    for document in found.ledger.documents:
        front = document.front
        if document.sha256 in found.checked and front.reporting_year:
            grouped.setdefault((front.place.code if front.place else "", front.reporting_year), []).append(document)
    several = [(key, held) for key, held in sorted(grouped.items()) if len(held) > 1]
    return tuple(_session(found, year, held, numbers) for (_, year), held in several)


def _session(found: Findings, year: int, documents: Sequence[Document], numbers: Mapping[int, int]) -> Session:
    known = frozenset(d.sha256 for d in documents)
    across = [(n, o) for n, o in enumerate(found.failed) if len({e.document for e in o.evidence} & known) > 1]
    heads = {rule.id: rule.name for rule in found.rules}
    said = _statements(found.ledger, known)
    return Session(
        tuple(documents),
        _called(year, documents),
        tuple(_figures(found.ledger, [(n, o) for n, o in across if o.check != _TEXTS], known, heads, numbers)),
        tuple(_names(said)),
        tuple(_periods(said)),
        tuple(_texts(found.ledger, [(n, o) for n, o in across if o.check == _TEXTS], heads, numbers)),
    )


def _called(year: int, documents: Sequence[Document]) -> Words:
    """The meeting, where all say the same one, else the year that is reported."""
    meetings = {d.front.meeting for d in documents}
    only = meetings.pop() if len(meetings) == 1 else None
    return Words(only, only) if only else Words(f"{year}年", str(year))


def _figures(
    ledger: Ledger,
    across: Iterable[tuple[int, Outcome]],
    known: frozenset[str],
    heads: Mapping[str, Words],
    numbers: Mapping[int, int],
) -> Iterator[Row]:
    """A row for each thing, however many pairs of documents disagree about it."""
    held: dict[tuple[str, str, str], list[tuple[int, Outcome]]] = {}
    for number, one in across:
        values = one.seen.filled if one.seen else {}
        name = values.get("name", "")
        own = name or str(number)
        held.setdefault((one.check, own, values.get("period", values.get("year", ""))), []).append((number, one))
    for (check, _, period), ones in held.items():
        name = ones[0][1].seen.filled.get("name", "") if ones[0][1].seen else ""
        head = heads[check]
        about = Words(
            " ".join(filter(None, (name, period))) or head.zh, " ".join(filter(None, (name, period))) or head.en
        )
        evidence = [e for _, o in ones for e in (*o.evidence, *o.also) if e.document in known]
        yield Row(about, _by_document(_said(ledger, e) for e in evidence), tuple(numbers[n] for n, _ in ones))


def _texts(
    ledger: Ledger, across: Iterable[tuple[int, Outcome]], heads: Mapping[str, Words], numbers: Mapping[int, int]
) -> Iterator[Row]:
    for number, one in across:
        kind = one.seen.code.partition("_")[2] if one.seen else ""
        about = words("difference", kind) if kind in group("difference") else heads[one.check]
        yield Row(about, _by_document(_in_words(ledger, e) for e in one.evidence), (numbers[number],))


def _in_words(ledger: Ledger, one: Evidence) -> Said:
    """A differing word or sign with the words around it, without which it says nothing."""
    said = _said(ledger, one)
    if len(said.text) > _AROUND:
        return said
    start, end = max(one.at - _AROUND, 0), one.at + len(said.text)
    after = one.around[end : end + _AROUND]
    lead, rest = "…" if start else "", "…" if end + _AROUND < len(one.around) else ""
    return replace(said, text=f"{lead}{one.around[start : one.at]}【{said.text}】{after}{rest}")


def _said(ledger: Ledger, one: Evidence) -> Said:
    text = "".join(ledger.document[one.document].text[one.start : one.end].split())
    return Said(text if len(text) <= _LONG else f"{text[:_LONG]}…", one.document, one.start, one.end)


def _by_document(each: Iterable[Said]) -> Mapping[str, tuple[Said, ...]]:
    held: dict[str, dict[str, Said]] = {}
    for one in each:
        held.setdefault(one.document, {}).setdefault(one.text, one)
    return {document: tuple(said.values()) for document, said in held.items()}


def _statements(ledger: Ledger, known: frozenset[str]) -> Sequence[tuple[Series, Statement]]:
    """What the documents say of known things, in the order of the series."""
    series = {s: o.series for o in ledger.observations for s in o.statements}
    series.update({s: t.series for t in ledger.targets for s in t.statements})
    pairs = [(ledger.series_by_id[series[s.id]], s) for s in ledger.statements.values() if s.id in series]
    kept = [(one, s) for one, s in pairs if s.document in known and not one.indicator.startswith("local:")]
    return sorted(kept, key=lambda pair: (pair[0].id, pair[1].document, pair[1].start))


def _names(pairs: Iterable[tuple[Series, Statement]]) -> Iterator[Row]:
    """Things that no two of the documents call by one name."""
    held: dict[tuple[str, str], list[tuple[Series, Statement]]] = {}
    for series, one in pairs:
        held.setdefault((series.indicator, series.scope), []).append((series, one))
    for each in held.values():
        said = _by_document(Said(s.indicator, s.document, s.start, s.end) for _, s in each)
        names = [{one.text.translate(_FOLDED) for one in ones} for ones in said.values()]
        if len(names) > 1 and not set.intersection(*names):
            yield Row(Words(each[0][0].name, each[0][0].name), said)


def _periods(pairs: Iterable[tuple[Series, Statement]]) -> Iterator[Row]:
    """One figure of one thing, to which the documents give different periods."""
    held: dict[tuple[str, bool, Decimal], list[Statement]] = {}
    name: dict[str, str] = {}
    for series, one in pairs:
        if len(one.quantity.value.as_tuple().digits) >= _TELLING:
            name[series.id] = series.name
            held.setdefault((series.id, one.nature is Nature.TARGET, one.quantity.value), []).append(one)
    for (series_id, _, _), ones in held.items():
        periods: dict[str, set[str]] = {}
        for one in ones:
            periods.setdefault(one.document, set()).add(one.period.code)
        if len(periods) > 1 and not set.intersection(*periods.values()):
            said = [Said(f"{s.text}（{shown.period(s.period).zh}）", s.document, s.start, s.end) for s in ones]
            yield Row(Words(name[series_id], name[series_id]), _by_document(said))
