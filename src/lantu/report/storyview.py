"""What opens under a target's row: chart, computation, values, annual targets, sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantu.model import DataRow, Measure, Note, Observation, Series, Vintage
from lantu.registers import messages
from lantu.report import shown
from lantu.report.chart import chart_of, svg
from lantu.report.figures import Line
from lantu.report.rows import Doubt, Number, Row
from lantu.report.story import Source, Story, Told
from lantu.report.verdict import verdict
from lantu.report.words import Words, words


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Where a value comes from: an anchor and the name of a document or data file."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of the table beside the chart."""

    when: Words
    what: Words
    number: Number
    vintage: Words
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """An annual target that belongs to a five-year one."""

    id: str
    plan: Words
    goal: Number
    latest: Number | None
    tone: str
    icon: str
    status: Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """A place where the target stands."""

    id: str
    role: str
    text: str
    is_number: bool
    document: str
    section: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything under one row."""

    chart: str
    verdict: tuple[Words, ...]
    formula: Words
    lines: tuple[Line, ...]
    notes: tuple[Words, ...]
    values: tuple[ValueView, ...]
    mixed: bool  # whether the values are of several series
    parts: tuple[PartView, ...]
    sources: tuple[SourceView, ...]
    part_of: Row | None
    responsible: str | None
    silence: Words | None
    doubts: tuple[Doubt, ...]  # findings that the assessment rests on


def story_view(told: Told, row: Row, rows: Mapping[str, Row]) -> StoryView:
    """The story under a row."""
    story = row.story
    chart = chart_of(story)
    name = Words(f"{row.name}：走势", f"{row.en or row.name}: course")
    judged = story.judged
    return StoryView(
        chart=svg(chart, name) if chart else "",
        verdict=verdict(story),
        formula=formula_words(judged.formula, judged.formula_version),
        lines=story.lines,
        notes=tuple(_said(n) for n in story.target.notes),
        values=tuple(_value(told, story, o) for o in values_of(story)),
        mixed=len({o.series for o in values_of(story)}) > 1,
        parts=tuple(_part(rows[p]) for p in story.parts if p in rows),
        sources=tuple(
            _source(told, s) for s in story.sources if s.role not in ("actual", "input", "mention", "finding")
        ),
        part_of=rows.get(story.target.part_of or ""),
        responsible=story.target.responsible,
        silence=words("later", story.silence.answer) if story.silence else None,
        doubts=row.doubts,
    )


def formula_words(code: str, version: int) -> Words:
    """A formula's name and version."""
    said = words("formula", code)
    return Words(f"{code} {said.zh}（第{version}版）", f"{code} {said.en} (version {version})")


def _said(note: Note) -> Words:
    return Words(messages.say(note, "zh"), messages.say(note, "en"))


def values_of(story: Story) -> tuple[Observation, ...]:
    """The series' own values, then the others that the computation used."""
    others = (o for o in (*story.judged.inputs, *story.beside) if o.series != story.series.id)
    return tuple(dict.fromkeys((*story.actuals, *others)))


def _value(told: Told, story: Story, seen: Observation) -> ValueView:
    index = {r: n for n, r in enumerate(told.ledger.rows)}
    rows = tuple(index[r] for r in seen.rows if r in index)
    return ValueView(
        shown.period(seen.period),
        series_words(told.ledger.series_by_id[seen.series]),
        Number(shown.quantity(seen.quantity), seen.statements, rows),
        vintage_words(story, seen),
        _sources(told, seen, rows),
    )


def vintage_words(story: Story, seen: Observation) -> Words:
    """How final a value is."""
    if story.is_estimate(seen) and seen.vintage is Vintage.REPORTED:
        return words("page", "as_estimate")
    return words("vintage", seen.vintage.name)


def _sources(told: Told, seen: Observation, rows: tuple[int, ...]) -> tuple[SourceLink, ...]:
    """Each document once, then the data rows."""
    documents: dict[str, SourceLink] = {}
    for link in (_document(told, s) for s in seen.statements):
        documents.setdefault(link.name, link)
    return (*documents.values(), *(_row(r, n) for r, n in zip(seen.rows, rows, strict=False)))


def series_words(series: Series) -> Words:
    """What a series measures, where it is not the level."""
    measure = words("measure", series.measure)
    if series.measure is Measure.LEVEL:
        return Words(series.name, series.name)
    return Words(f"{series.name}（{measure.zh}）", f"{series.name} ({measure.en})")


def _document(told: Told, statement: str) -> SourceLink:
    said = told.ledger.statements[statement]
    return SourceLink(f"e-{statement}", told.ledger.document[said.document].name)


def _row(row: DataRow, number: int) -> SourceLink:
    return SourceLink(f"row-{number}", row.file)


def _part(row: Row) -> PartView:
    return PartView(row.id, shown.plan(row.story.plan), row.goal, row.latest, row.tone, row.icon, row.status)


def _source(told: Told, source: Source) -> SourceView:
    document = told.ledger.document[source.spot.document]
    excerpt = told.excerpt[source.spot.id]
    text = document.text[source.spot.start : source.spot.end]
    section = excerpt.section[-1] if excerpt.section else ""
    return SourceView(source.spot.id, source.role, text, source.statement is not None, document.name, section)
