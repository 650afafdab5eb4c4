"""Telling a plan's targets in plain values: rows, stories, charts, assessments through time (see `telling.py`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from lantu.model import Note, Observation
from lantu.registers import messages
from lantu.report import shown
from lantu.report.chart import Chart, chart_of
from lantu.report.chart import Point as Drawn
from lantu.report.figures import Line
from lantu.report.pace import needed
from lantu.report.quoting import Quotes
from lantu.report.rows import Number, Row, row, tone
from lantu.report.sectors import sector
from lantu.report.story import Story, Told
from lantu.report.storyview import formula_words, series_words, values_of, vintage_words
from lantu.report.telling import (
    ChartTold,
    DoubtTold,
    Figure,
    JudgedTold,
    LinePart,
    LineTold,
    PartTold,
    Point,
    Ref,
    SourceTold,
    TargetRow,
    TargetTold,
    ValueTold,
)
from lantu.report.verdict import status_words, verdict
from lantu.report.words import Words, words

_NO_SOURCE = frozenset({"actual", "input", "mention", "finding"})  # told elsewhere on the page
_NOT_RESTED_ON = frozenset({"mention", "finding"})


@dataclass(frozen=True)
class Teller:
    """Tells the targets of one evaluation, with what earlier ones said of them."""

    told: Told
    earlier: Sequence[Told]

    @cached_property
    def quotes(self) -> Quotes:
        """Where things stand."""
        return Quotes(self.told)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """The report's rows by target."""
        return {s.target.id: row(s, n) for n, s in enumerate(self.told.stories, 1)}

    def targets(self) -> Iterator[TargetTold]:
        """Every assessed target, in the ledger's order."""
        for story in self.told.stories:
            yield self._target(story, self.rows[story.target.id])

    def _target(self, story: Story, made: Row) -> TargetTold:
        judged, silence = story.judged, story.silence
        return TargetTold(
            row=self._row(story, made),
            plan_name=shown.plan(story.plan),
            indicator=story.series.indicator,
            verdict=verdict(story),
            formula=formula_words(judged.formula, judged.formula_version),
            lines=self._lines(story.lines),
            notes=tuple(_said(n) for n in story.target.notes),
            values=tuple(self._values(story)),
            parts=tuple(_part(self.rows[p]) for p in story.parts if p in self.rows),
            sources=tuple(SourceTold(s.role, self.quotes.spot(s.spot)) for s in story.sources if s.role not in _NO_SOURCE),
            mentions=tuple(self.quotes.spot(s.spot) for s in story.sources if s.role == "mention"),
            silence=words("later", silence.answer) if silence else None,
            responsible=story.target.responsible or "",
            chart=self._chart(story),
            history=tuple(self._history(story)),
            documents=tuple(dict.fromkeys(s.spot.document for s in story.sources if s.role not in _NOT_RESTED_ON)),
        )  # fmt: skip

    # --- the row -----------------------------------------------------------------------------------

    def _row(self, story: Story, made: Row) -> TargetRow:
        target, judged = story.target, story.judged
        return TargetRow(
            key=target.id, plan=story.plan.id, number=made.number, name=made.name, en=made.en, kind=made.kind, when=made.when,
            binding=target.binding.value if target.binding else "", headline=target.headline, sector=sector(self.told, story),
            status=story.status.value, status_words=made.status, tone=made.tone, icon=made.icon,
            base=self._figure(made.base), goal=self._goal(story, made.goal), latest=self._figure(made.latest),
            latest_when=made.latest_when, vintage=vintage_words(story, judged.latest) if judged.latest else None,
            estimate=made.estimate, progress=made.progress, rounding=made.rounding, due=made.due, bar=_bar(story),
            elapsed=made.elapsed, outlook=made.outlook, gap=made.gap, reason=made.reason, caution=made.caution,
            doubts=tuple(DoubtTold(d.id, d.check, d.severity.value, d.said, d.ask) for d in made.doubts),
            silence=story.silence.answer.value if story.silence else "", part_of=target.part_of or "",
        )  # fmt: skip

    def _figure(self, number: Number | None) -> Figure | None:
        return self.quotes.figure(number.text, number.statements) if number else None

    def _goal(self, story: Story, number: Number) -> Figure:
        """The target's figure; words that are no statement are quoted from their cell."""
        cells: tuple[Ref, ...] = tuple(self.quotes.spot(s.spot) for s in story.sources if s.role == "cell")
        figure = self.quotes.figure(number.text, number.statements)
        return Figure(figure.text, figure.refs or cells)

    # --- the story ---------------------------------------------------------------------------------

    def _lines(self, lines: Sequence[Line]) -> tuple[LineTold, ...]:
        document = self.quotes.document
        return tuple(
            LineTold(
                line.role,
                tuple(
                    LinePart(p.text, p.raised, document(p.statement) if p.statement else "", p.statement or "")
                    for p in line.parts
                ),
            )
            for line in lines
        )

    def _values(self, story: Story) -> Iterator[ValueTold]:
        seen = values_of(story)
        restated = {now for before, now in pairwise(seen) if _restates(before, now)}
        for one in seen:
            yield ValueTold(
                one.period.code, shown.period(one.period), series_words(self.told.ledger.series_by_id[one.series]),
                self.quotes.figure(shown.quantity(one.quantity), one.statements), vintage_words(story, one),
                one.vintage.value, story.is_estimate(one), one in restated,
            )  # fmt: skip

    def _history(self, story: Story) -> Iterator[JudgedTold]:
        """The assessments at earlier dates, then this one; dates before the plan began are left out."""
        for told in (*self.earlier, self.told):
            then = told.story.get(story.target.id)
            if then is None or told.as_of < story.plan.period.start:
                continue
            made, judged = row(then, 0), then.judged
            yield JudgedTold(
                told.as_of.isoformat(), then.status.value, status_words(then), *tone(then.status), made.progress,
                made.elapsed_plan, made.latest.text if made.latest else "", judged.provisional, self._lines(then.lines),
                formula_words(judged.formula, judged.formula_version),
            )  # fmt: skip

    # --- the chart ---------------------------------------------------------------------------------

    def _chart(self, story: Story) -> ChartTold | None:
        chart = chart_of(story)
        if chart is None:
            return None
        return ChartTold(
            chart.first, chart.last, chart.unit, tuple(self._point(p) for p in chart.points),
            self._point(chart.base) if chart.base else None, self._point(chart.goal) if chart.goal else None,
            tuple((shown.computed(year), shown.computed(value, _like(chart))) for year, value in chart.path),
            _pace(story, chart), chart.bars, chart.stacked,
        )  # fmt: skip

    def _point(self, drawn: Drawn) -> Point:
        document = self.quotes.document(drawn.statement) if drawn.statement else ""
        return Point(
            str(drawn.year), format(drawn.value, "f"), drawn.printed, drawn.estimate, document, drawn.statement or ""
        )


def _like(chart: Chart) -> Decimal | None:
    return chart.goal.value if chart.goal else None


def _pace(story: Story, chart: Chart) -> tuple[tuple[str, str], ...]:
    """From the latest value to the target, where the rest of the time asks for something."""
    if chart.bars or chart.goal is None or not chart.points or needed(story.target, story.judged) is None:
        return ()
    last = chart.points[-1]
    return ((str(last.year), format(last.value, "f")), (str(chart.goal.year), format(chart.goal.value, "f")))


def _restates(before: Observation, now: Observation) -> bool:
    same = (before.series, before.period) == (now.series, now.period)
    return same and before.quantity.value != now.quantity.value


def _bar(story: Story) -> str:
    share = story.judged.progress
    if share is None:
        return ""
    return format(shown.half_up(min(max(share.value, Decimal(0)), Decimal(1)) * 100, 1), "f")


def _said(note: Note) -> Words:
    return Words(messages.say(note, "zh"), messages.say(note, "en"))


def _part(made: Row) -> PartTold:
    latest = made.latest.text if made.latest else ""
    return PartTold(
        made.story.target.id, shown.plan(made.story.plan), made.goal.text, latest, made.status, made.tone, made.icon
    )
