"""One target with everything that belongs to it: what HTML, JSON and XLSX all tell from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from lantu.model import (
    Assessment,
    Binding,
    Document,
    Evaluation,
    Evidence,
    Kind,
    LaterWord,
    Ledger,
    Measure,
    Note,
    Observation,
    Plan,
    Series,
    Silence,
    Statement,
    Status,
    Target,
    TargetKind,
    Vintage,
)  # fmt: skip
from lantu.registers import indicators
from lantu.report.excerpts import Excerpt, Spot, clause_spot, excerpts, span_spot, spot_of
from lantu.report.figures import Line
from lantu.report.working import worked


@dataclass(frozen=True, slots=True)
class Source:
    """One piece of evidence of a target: the part it plays, its place, the statement if it is one."""

    role: str  # a key of [role] in words.toml
    spot: Spot
    statement: Statement | None = None


@dataclass(frozen=True)
class Story:
    """One target, its plan and series, its assessment, and all evidence."""

    target: Target
    plan: Plan
    series: Series
    indicator: indicators.Indicator | None  # None for a local one
    judged: Assessment
    silence: Silence | None
    actuals: tuple[Observation, ...]  # of the series, of the target's time, known at the as-of date, by period, vintage
    beside: tuple[Observation, ...]  # levels that stand beside a growth whose scope is unresolved: base, result
    parts: tuple[str, ...]  # targets of single years that belong to this one
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]

    @property
    def status(self) -> Status:
        """The assessment's status."""
        return self.judged.status

    @property
    def binding(self) -> bool:
        """Whether it is 约束性."""
        return self.target.binding is Binding.BINDING

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The assessment's notes; a value of another series has its unit."""
        other = next((o for o in reversed(self.judged.inputs) if o.series == self.target.reference), None)
        return tuple(_with_unit(n, other) for n in self.judged.notes)

    @property
    def estimate(self) -> bool:
        """Whether the latest value is an estimate, or counts as one: a report from before its period was over."""
        seen = self.judged.latest
        if seen is None:
            return False
        as_one = self.judged.provisional and seen.vintage is Vintage.REPORTED and not seen.rows
        return as_one or seen.vintage is Vintage.ESTIMATE

    def is_estimate(self, seen: Observation) -> bool:
        """Whether a value of the series is shown as an estimate."""
        return seen.vintage is Vintage.ESTIMATE or (self.estimate and seen == self.judged.latest)

    @cached_property
    def best(self) -> tuple[Observation, ...]:
        """One value a period: the latest vintage."""
        return tuple({o.period.code: o for o in self.actuals}.values())


@dataclass(frozen=True)
class Told:
    """Everything of a report, in the order in which it is told."""

    ledger: Ledger
    evaluation: Evaluation
    stories: tuple[Story, ...]

    @cached_property
    def story(self) -> Mapping[str, Story]:
        """Stories by target id."""
        return {s.target.id: s for s in self.stories}

    @property
    def as_of(self) -> date:
        """The day of the evaluation."""
        return self.evaluation.as_of

    def of(self, plan: Plan, *, headline: bool) -> tuple[Story, ...]:
        """The headline, or the other, targets of one plan, binding ones first."""
        chosen = [s for s in self.stories if s.plan.id == plan.id and s.target.headline is headline]
        return tuple(sorted(chosen, key=lambda s: not s.binding))

    @cached_property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """Every sentence and table row that is evidence of a story, by document."""
        spots: dict[str, set[Spot]] = {}
        for story in self.stories:
            for source in story.sources:
                spots.setdefault(source.spot.document, set()).add(source.spot)
        return tuple(e for d in self.documents for e in excerpts(d, spots.get(d.sha256, ())))

    @cached_property
    def excerpt(self) -> Mapping[str, Excerpt]:
        """The excerpt that holds a spot, by the spot's id."""
        return {mark: e for e in self.excerpts for mark in e.marks}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents as a reader wants them: outlines first, news last, each kind by date, then name."""
        order = list(Kind)
        return tuple(
            sorted(
                self.ledger.documents,
                key=lambda d: (order.index(d.front.kind), d.front.date or "9999", d.name, d.sha256),
            )
        )

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Five-year plans first, then annual ones, each by period."""
        return tuple(sorted(self.ledger.plans, key=lambda p: (not p.five_year, p.period.start, p.id)))


def told(ledger: Ledger, evaluation: Evaluation, registers: Path | None = None) -> Told:
    """The stories of every assessed target, in the ledger's order of targets; `registers` as the ledger was made with."""
    judged = {a.target: a for a in evaluation.assessments}
    silences = {s.target: s for s in evaluation.silences}
    parts: dict[str, list[str]] = {}
    for target in ledger.targets:
        if target.part_of:
            parts.setdefault(target.part_of, []).append(target.id)
    register = {i.id: i for i in indicators.load(registers)}
    return Told(
        ledger,
        evaluation,
        tuple(
            _story(ledger, t, judged[t.id], silences.get(t.id), tuple(parts.get(t.id, ())), register)
            for t in ledger.targets
            if t.id in judged
        ),
    )


def _story(
    ledger: Ledger,
    target: Target,
    judged: Assessment,
    silence: Silence | None,
    parts: tuple[str, ...],
    register: Mapping[str, indicators.Indicator],
) -> Story:
    series, plan = ledger.series_by_id[target.series], ledger.plan_by_id[target.plan]
    seen = ledger.observations_of.get(series.id, ())
    actuals = tuple(o for o in seen if _known(ledger, o, judged.as_of) and _concerns(target, plan, judged, o))
    beside = _beside(ledger, series, judged)
    return Story(
        target=target,
        plan=plan,
        series=series,
        indicator=register.get(series.indicator),
        judged=judged,
        silence=silence,
        actuals=actuals,
        beside=beside,
        parts=parts,
        sources=_sources(ledger, target, (*actuals, *judged.inputs, *beside), silence, judged),
        lines=worked(target, judged, plan, beside),
    )


def _with_unit(note: Note, other: Observation | None) -> Note:
    said = note.filled
    if note.code != "reference_value" or other is None or not said["value"][-1:].isdigit():
        return note
    return Note.of(note.code, **{**said, "value": said["value"] + other.quantity.unit})


def _beside(ledger: Ledger, series: Series, judged: Assessment) -> tuple[Observation, ...]:
    """The level printed with the target and the level of the result, which the note on two bases names."""
    said = next((n.filled for n in judged.notes if {"base", "level"} <= n.filled.keys()), None)
    if said is None or judged.latest is None:
        return ()
    year = judged.latest.period.last_year
    levels = [
        s for s in ledger.series if (s.place, s.indicator, s.measure) == (series.place, series.indicator, Measure.LEVEL)
    ]
    seen = [o for s in levels for o in ledger.observations_of.get(s.id, ()) if _known(ledger, o, judged.as_of)]
    wanted = ((year - 1, said["base"]), (year, said["level"]))
    found = (
        next((o for o in seen if o.period.code == str(y) and format(o.quantity.value, "f") == v), None)
        for y, v in wanted
    )
    return tuple(o for o in found if o)


def _concerns(target: Target, plan: Plan, judged: Assessment, seen: Observation) -> bool:
    """Whether a value belongs to this target: of its plan's time, of its base year, or used in its computation."""
    first = plan.period.first_year
    last = max(plan.period.last_year, target.period.last_year)
    base = target.base.period.last_year if target.base else first - 1
    span = seen.period
    within = first <= span.first_year and span.last_year <= last
    return within or span.first_year == span.last_year == base or seen in judged.inputs


def _known(ledger: Ledger, seen: Observation, as_of: date) -> bool:
    """Whether its period was over and one of its documents was out by that day; undated ones are used."""
    if seen.period.end > as_of:
        return False
    days = [ledger.document[ledger.statements[s].document].front.date for s in seen.statements]
    return bool(seen.rows) or any(d is None or d[:10] <= as_of.isoformat()[: len(d)] for d in days)


def _sources(
    ledger: Ledger, target: Target, seen: tuple[Observation, ...], silence: Silence | None, judged: Assessment
) -> tuple[Source, ...]:
    found = [_source(ledger, "target" if n == 0 else "also", s) for n, s in enumerate(target.statements)]
    if target.base:
        found.append(_source(ledger, "base", target.base.statement))
    if target.path:
        found.append(_source(ledger, "path", target.path.statement))
    found += [Source("cell", span_spot(*cell)) for cell in target.cells]
    found += [_source(ledger, "actual", s) for o in seen for s in o.statements]
    if silence and silence.answer is not LaterWord.ACTUAL:  # of an actual the value itself is the evidence
        found += [Source("mention", clause_spot(m.document, m.start, m.end)) for m in silence.mentions]
    found += [finding_source(ledger, e) for one in judged.findings for e in one.evidence]
    first: dict[str, Source] = {}
    for source in found:
        first.setdefault(source.spot.id, source)
    return tuple(first.values())


def _source(ledger: Ledger, role: str, statement: str) -> Source:
    said = ledger.statements[statement]
    return Source(role, spot_of(said), said)


def finding_source(ledger: Ledger, one: Evidence) -> Source:
    """What a finding rests on, as a place of its own."""
    if one.statement:
        return _source(ledger, "finding", one.statement)
    return Source("finding", span_spot(one.document, one.start, one.end))


def documents_of(told_: Told, plan: Plan) -> tuple[Document, ...]:
    """The texts of a plan, the official one first."""
    return tuple(told_.ledger.document[d] for d in plan.documents if d in told_.ledger.document)


def is_growth(target: Target) -> bool:
    """Whether its values are yearly rates."""
    return target.kind in (TargetKind.AVERAGE_GROWTH, TargetKind.GROWTH, TargetKind.REDUCTION)
