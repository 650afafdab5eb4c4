"""The back of the page as plain views: documents, their unread numbers, what differs between texts, added data, the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantu.model import Difference, Document, Publication
from lantu.report import shown
from lantu.report.card import document_when
from lantu.report.excerpts import Excerpt, Piece
from lantu.report.statements import correction_said, unread_sentence
from lantu.report.story import Told
from lantu.report.words import Words, words

_MOST_UNREAD = 300  # of one document: a sheet of codes may hold thousands


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document as the page lists it."""

    name: str
    sha256: str
    kind: Words
    when: Words
    by_hand: Words | None
    period: Words
    statements: int
    left_out: int
    unread: int
    corrected: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Also:
    """The same figure in another document."""

    text: str
    id: str
    document: str


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """One sentence or table row of the evidence; `main` ones are printed."""

    document: str
    section: tuple[str, ...]
    lines: tuple[tuple[tuple[Piece, ...], ...], ...]
    table: bool
    pairs: tuple[tuple[str, tuple[Piece, ...]], ...]  # of a table row: header and cell
    main: bool
    also: tuple[Also, ...]
    corrected: tuple[Words, ...] = ()  # what was misprinted in it


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The evidence of one document."""

    name: str
    kind: Words
    excerpts: tuple[ExcerptView, ...]


# --- documents --------------------------------------------------------------------------------------


def documents(told: Told) -> tuple[DocumentView, ...]:
    """The documents with what was read of each."""
    readings = {r.document.sha256: r for r in told.ledger.readings}
    found = []
    for document in told.documents:
        reading = readings.get(document.sha256)
        counted = (len(reading.statements), len(reading.left_out), len(reading.unread)) if reading else (0, 0, 0)
        found.append(
            DocumentView(
                document.name,
                document.sha256,
                words("document", document.front.kind),
                document_when(document),
                _by_hand(document),
                _about_period(document),
                *counted,
                corrected=tuple(correction_said(c) for c in document.corrections),
            )
        )
    return tuple(found)


def _by_hand(document: Document) -> Words | None:
    fields = [words("field", f) for f in sorted(document.front.by_hand)]
    if not fields:
        return None
    return Words(f"人工指定：{'、'.join(f.zh for f in fields)}", f"set by hand: {', '.join(f.en for f in fields)}")


def _about_period(document: Document) -> Words:
    front = document.front
    said = [shown.period(front.plan_period)] if front.plan_period else []
    if front.reporting_year and not front.plan_period:
        said.append(Words(f"{front.reporting_year}年结果", f"results of {front.reporting_year}"))
    if front.planning_year and not front.plan_period:
        said.append(Words(f"{front.planning_year}年计划", f"plans for {front.planning_year}"))
    return Words("，".join(s.zh for s in said) or "—", ", ".join(s.en for s in said) or "—")


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A number that nothing read, why, and the sentence or table row that it stands in."""

    text: str
    reason: Words
    sentence: str


@dataclass(frozen=True, slots=True)
class UnreadView:
    """The unread numbers of one document; `more` of them are not listed."""

    name: str
    total: int
    rows: tuple[UnreadRow, ...]
    more: int


def unread(told: Told) -> tuple[UnreadView, ...]:
    """The unread numbers of every document that has some, in the order of its text, as `lantu extract --unread` lists them."""
    readings = {r.document.sha256: r for r in told.ledger.readings}
    found = []
    for document in told.documents:
        numbers = readings[document.sha256].unread if document.sha256 in readings else ()
        listed = tuple(
            UnreadRow(u.text, words("unread", u.reason), unread_sentence(u, document)) for u in numbers[:_MOST_UNREAD]
        )
        if listed:
            found.append(UnreadView(document.name, len(numbers), listed, len(numbers) - len(listed)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DifferencesView:
    """Where two texts of one publication differ."""

    said: Words
    first: str
    second: str
    rows: tuple[Mapping[str, str], ...]


def differences(told: Told) -> tuple[DifferencesView, ...]:
    """For every pair of texts of one publication that differ."""
    found = []
    for publication in told.ledger.publications:
        pairs = dict.fromkeys((d.first, d.second) for d in publication.differences)
        found += [_differences(told, publication, *pair) for pair in pairs]
    return tuple(found)


def _differences(told: Told, publication: Publication, first: str, second: str) -> DifferencesView:
    chosen = [d for d in publication.differences if (d.first, d.second) == (first, second)]
    figures = sum(1 for d in chosen if d.kind == "figure")
    name = publication.title
    zh = f"{name}：{len(chosen)}处不同，" + (f"其中{figures}处是数字。" if figures else "没有一处是数字。")
    en = f"{name}: {len(chosen)} differences, " + (f"{figures} of figures." if figures else "none of a figure.")
    names = (told.ledger.document[first].name, told.ledger.document[second].name)
    return DifferencesView(Words(zh, en), *names, tuple(_difference(d) for d in chosen))


def _difference(found: Difference) -> Mapping[str, str]:
    return {"kind": found.kind, "first": found.first_text or "（无）", "second": found.second_text or "（无）"}


@dataclass(frozen=True, slots=True)
class DataView:
    """One row of added data."""

    file: str
    at: Words
    indicator: str
    period: Words
    value: str
    vintage: Words
    source: str


def data_rows(told: Told) -> tuple[DataView, ...]:
    """The added data, in the ledger's order."""
    at = words("page", "data_row")
    return tuple(
        DataView(
            r.file,
            Words(at.zh.format(row=r.row), at.en.format(row=r.row)),
            r.indicator,
            shown.period(r.period),
            shown.quantity(r.quantity),
            words("vintage", r.vintage.name),
            r.source,
        )
        for r in told.ledger.rows
    )


def data_said(told: Told) -> Words:
    """That values beside the documents were used."""
    files = "、".join(dict.fromkeys(r.file for r in told.ledger.rows))
    number = len(told.ledger.rows)
    return Words(f"另用补充数据{number}条（{files}）", f"and {number} added values ({files})")


# --- evidence ---------------------------------------------------------------------------------------


def evidence(told: Told) -> tuple[EvidenceView, ...]:
    """Every sentence and row that the page's numbers stand in, by document."""
    main = {s.spot.id for story in told.stories if story.target.headline for s in story.sources}
    twins = _twins(told)
    found = []
    for document in told.documents:
        held = [e for e in told.excerpts if e.document == document.sha256]
        if held:
            views = tuple(_excerpt_view(told, e, main, twins) for e in held)
            found.append(EvidenceView(document.name, words("document", document.front.kind), views))
    return tuple(found)


def _excerpt_view(told: Told, held: Excerpt, main: set[str], twins: Mapping[str, tuple[str, ...]]) -> ExcerptView:
    document = told.ledger.document[held.document]
    also = tuple(_also(told, mark, twin) for mark in held.marks for twin in twins.get(mark, ()) if twin in told.excerpt)
    return ExcerptView(
        document.name, held.section, held.lines, held.table, _pairs(held), bool(main & set(held.marks)), also,
        tuple(correction_said(c) for c in held.corrected),
    )  # fmt: skip


def _pairs(held: Excerpt) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """A table row read downwards, which fits a narrow panel; empty cells are left out."""
    if not held.table:
        return ()
    *heads, line = held.lines
    names = [" ".join(dict.fromkeys(p.text for row in heads for p in row[n])).strip() for n in range(len(line))]
    return tuple((name, cell) for name, cell in zip(names, line, strict=True) if any(p.text for p in cell))


def _also(told: Told, mark: str, twin: str) -> Also:
    statements = told.ledger.statements
    return Also(statements[mark].text, twin, told.ledger.document[statements[twin].document].name)


def _twins(told: Told) -> Mapping[str, tuple[str, ...]]:
    """Statements of other documents that say the same value."""
    found: dict[str, dict[str, None]] = {}
    for said in (*(o.statements for o in told.ledger.observations), *(t.statements for t in told.ledger.targets)):
        for one in said:
            others_ = (s for s in said if s != one)
            found.setdefault(one, {}).update(dict.fromkeys(others_))
    return {one: tuple(same) for one, same in found.items()}
