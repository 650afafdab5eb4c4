"""The silence report: what later documents at hand say of each headline five-year target, worded neutrally."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lantu.evaluate.known import Known, dated
from lantu.evaluate.mentions import Mention, Names, folded, mentions, names_of, of_statement, sentences_with
from lantu.model import (
    Document,
    Kind,
    LaterWord,
    Ledger,
    Measure,
    Observation,
    Passed,
    Plan,
    Silence,
    Target,
    TargetKind,
)

_ALSO_ACTUAL = {
    TargetKind.SUM: Measure.CUMULATIVE,
    TargetKind.AVERAGE_GROWTH: Measure.AVERAGE_GROWTH,
    TargetKind.REDUCTION: Measure.CUMULATIVE,
    TargetKind.CHANGE: Measure.CHANGE,
}


def silences(known: Known, targets: Iterable[Target]) -> tuple[Silence, ...]:
    """One answer for each headline target of a five-year plan: an actual value, a mention without one, or none."""
    plans = known.ledger.plan_by_id
    wanted = [t for t in targets if t.headline and plans[t.plan].five_year]
    later = {p: _Later(known, plans[p], wanted) for p in dict.fromkeys(t.plan for t in wanted)}
    return tuple(later[t.plan].word_on(t) for t in wanted)


@dataclass(frozen=True)
class _Later:
    """The documents after a plan, and what they name."""

    known: Known
    plan: Plan
    targets: Sequence[Target]

    def word_on(self, target: Target) -> Silence:
        """The later word on one target."""
        successors = tuple(d.sha256 for d in self.documents)
        actual = self._actuals(target)
        if actual:
            return Silence(target.id, LaterWord.ACTUAL, self._said(s for o in actual for s in o.statements), successors)
        if not successors:
            return Silence(target.id, LaterWord.NO_LATER_DOCUMENT, (), ())
        named = self._named(target)
        return Silence(target.id, LaterWord.NAMED if named else LaterWord.NONE, named, successors)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Known documents of the plan's place that are later than the plan."""
        own = [d for d in self.known.ledger.documents if d.sha256 in self.plan.documents]
        return tuple(d for d in self.known.documents if d not in own and is_later(d, self.plan, own))

    @cached_property
    def hashes(self) -> frozenset[str]:
        return frozenset(d.sha256 for d in self.documents)

    @cached_property
    def texts(self) -> Mapping[str, tuple[Mention, ...]]:
        """Every mention of any name, by the name."""
        return mentions(self.documents, self._names)

    @cached_property
    def _names(self) -> Names:
        return Names.of(self.known.indicators.values(), [t.name for t in self.targets])

    def _actuals(self, target: Target) -> list[Observation]:
        series = self.known.ledger.series_by_id[target.series]
        also = _ALSO_ACTUAL.get(target.kind)
        of = [series, *(self.known.siblings(series, also) if also else ())]
        found = (o for s in of for o in self.known.values.get(s.id, ()))
        return [o for o in found if o.period.start >= self.plan.period.start and (o.rows or self._is_said(o))]

    def _is_said(self, observation: Observation) -> bool:
        return any(self.known.ledger.statements[s].document in self.hashes for s in observation.statements)

    def _named(self, target: Target) -> tuple[Passed, ...]:
        ledger = self.known.ledger
        series = ledger.series_by_id[target.series]
        indicator = self.known.indicators.get(series.indicator)
        own = names_of(indicator) if indicator else ()
        by_name = [m.passed for name in {folded(n) for n in (target.name, *own)} for m in self.texts.get(name, ())]
        by_stem = sentences_with(self.documents, indicator.stems) if indicator else ()
        by_value = self._said(_statements_of(ledger, series.indicator))
        return _in_order(self.documents, (*by_name, *by_stem, *by_value))

    def _said(self, statements: Iterable[str]) -> tuple[Passed, ...]:
        ledger = self.known.ledger
        found = [ledger.statements[s] for s in statements]
        passed = [of_statement(ledger.document[s.document], s) for s in found if s.document in self.hashes]
        return _in_order(self.documents, passed)


def is_later(document: Document, plan: Plan, own: Sequence[Document]) -> bool:
    """Whether a document of the plan's place comes after the plan: by dates, else by the year it reports on."""
    place = document.front.place
    if place and place.code != plan.place.code:
        return False
    adopted = min((d for text in own if (d := dated(text))), default=None)
    when, front = dated(document), document.front
    if when and adopted:
        return when > adopted
    if front.reporting_year:
        return front.reporting_year >= plan.period.first_year
    if front.plan_period and front.kind in (Kind.OUTLINE, Kind.PROPOSAL):
        return front.plan_period.first_year > plan.period.first_year
    return bool(when and when > plan.period.start)


def _statements_of(ledger: Ledger, indicator: str) -> Iterable[str]:
    """Every statement of an indicator in any measure, of values as of targets."""
    series = {s.id for s in ledger.series if s.indicator == indicator}
    for observation in ledger.observations:
        if observation.series in series:
            yield from observation.statements
    for target in ledger.targets:
        if target.series in series:
            yield from target.statements


def _in_order(documents: Sequence[Document], passed: Iterable[Passed]) -> tuple[Passed, ...]:
    place = {d.sha256: i for i, d in enumerate(documents)}
    return tuple(sorted(set(passed), key=lambda p: (place[p.document], p.start, p.end)))
