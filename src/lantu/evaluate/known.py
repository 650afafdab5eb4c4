"""What is known at a date: the documents dated by then, and one value of each series for each period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from lantu.evaluate.rivals import Rival, settle
from lantu.model import (
    Confidence,
    Document,
    Kind,
    Ledger,
    Measure,
    Observation,
    Period,
    Plan,
    Series,
    Target,
    Vintage,
)
from lantu.registers.indicators import Indicator
from lantu.registers.indicators import load as load_indicators


def dated(document: Document) -> date | None:
    """The last day that a document's printed date may mean; None for an undated document.

    A date that names no day (2022-12) is taken to the end of its month.
    """
    printed = document.front.date
    if not printed:
        return None
    try:
        return date.fromisoformat(printed) if len(printed) == 10 else Period(printed).end
    except ValueError:
        return None


@dataclass(frozen=True)
class Known:
    """A ledger as it stands on the day `as_of`: unfinished periods and documents dated after `until` are not there.

    `until` is None where nobody named a day: the documents that tell of the latest period are from after it.
    """

    ledger: Ledger
    as_of: date
    until: date | None
    registers: Path | None = None
    instead: tuple[Observation, ...] = ()  # values to be used in place of those that `settle` takes

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Documents dated by `until`, and undated ones, in the ledger's order."""
        last = self.until
        return tuple(d for d in self.ledger.documents if last is None or (dated(d) or last) <= last)

    @cached_property
    def hashes(self) -> frozenset[str]:
        """The hashes of `documents`."""
        return frozenset(d.sha256 for d in self.documents)

    @cached_property
    def values(self) -> Mapping[str, tuple[Observation, ...]]:
        """By series, one value a period in order of periods: of the highest vintage the one that is taken."""
        instead = {(o.series, o.period): o for o in self.instead}
        return {
            series: tuple(instead.get((series, taken.period), taken) for taken, _ in settled)
            for series, settled in self._settled.items()
        }

    @cached_property
    def rivals(self) -> Mapping[str, tuple[Rival, ...]]:
        """By series, the values that differ from the one taken for their period, in the same vintage."""
        return {
            s: found for s, settled in self._settled.items() if (found := tuple(r for _, rs in settled for r in rs))
        }

    @cached_property
    def _settled(self) -> Mapping[str, tuple[tuple[Observation, tuple[Rival, ...]], ...]]:
        return {s: tuple(self._of_periods(values)) for s, values in self.ledger.observations_of.items()}

    def _of_periods(self, observations: Iterable[Observation]) -> Iterable[tuple[Observation, tuple[Rival, ...]]]:
        by_period: dict[str, list[Observation]] = {}
        for one in filter(self._is_known, observations):
            by_period.setdefault(one.period.code, []).append(one)
        for values in by_period.values():
            last = max(v.vintage for v in values)
            yield settle([v for v in values if v.vintage == last], self._rank)

    def _rank(self, observation: Observation) -> tuple[bool, bool]:
        official = any(d.front.kind is not Kind.NEWS for d in self.sources(observation))
        stated = [self.ledger.statements[s].confidence for s in observation.statements]
        doubtful = not observation.rows and all(c is Confidence.DOUBTFUL for c in stated)
        return not (official or observation.rows), doubtful

    def is_sure(self, observation: Observation) -> bool:
        """Whether a value was entered as data, or read by a rule that is sure."""
        stated = (self.ledger.statements[s] for s in observation.statements)
        return bool(observation.rows) or any(s.confidence is Confidence.SURE for s in stated)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The register by id, with a bureau's own entries where `registers` names its folder."""
        return {i.id: i for i in load_indicators(self.registers)}

    def at(self, series: str, period: Period) -> Observation | None:
        """The value of a series for exactly this period."""
        return next((o for o in self.values.get(series, ()) if o.period == period), None)

    def siblings(self, series: Series, measure: Measure) -> tuple[Series, ...]:
        """The series of the same indicator, place and scope in another measure."""
        same = (series.place, series.indicator, series.scope)
        return tuple(s for s in self.ledger.series if (s.place, s.indicator, s.scope) == same and s.measure is measure)

    def sources(self, observation: Observation) -> tuple[Document, ...]:
        """The known documents that state an observation."""
        stated = {self._document(s) for s in observation.statements}
        return tuple(d for d in self.documents if d.sha256 in stated)

    def wants(self, target: Target) -> bool:
        """Whether a known document sets the target."""
        said = {self._document(s) for s in target.statements} | {document for document, _, _ in target.cells}
        return bool(self.hashes & (said or set(self.ledger.plan_by_id[target.plan].documents)))

    def is_provisional(self, observation: Observation) -> bool:
        """Whether a value is, or has to be taken for, an estimate: none of its sources is from after its period."""
        if observation.vintage is Vintage.ESTIMATE:
            return True
        if observation.vintage > Vintage.REPORTED or observation.rows:
            return False
        return not any(_is_from_after(d, observation.period) for d in self.sources(observation))

    def _is_known(self, observation: Observation) -> bool:
        if observation.period.end > self.as_of:
            return False
        return bool(observation.rows) or any(self._document(s) in self.hashes for s in observation.statements)

    def _document(self, statement: str) -> str:
        return self.ledger.statements[statement].document


def _is_from_after(document: Document, period: Period) -> bool:
    """An undated document is from after a period only if it reports on a later year."""
    when = dated(document)
    if when:
        return when > period.end
    front = document.front
    if front.reporting_year:
        return front.reporting_year > period.last_year
    return bool(front.plan_period and front.plan_period.start > period.end)


def last_day(ledger: Ledger) -> date | None:
    """The end of the latest period with an actual or estimated value; without any, the eve of the first plan.

    A value of a year that no document at hand can know yet is a misprint or a misreading, and does not count.
    """
    horizon = _horizon(ledger.documents)
    ends = [o.period.end for o in ledger.observations if o.rows or horizon is None or o.period.last_year <= horizon]
    if ends:
        return max(ends)
    starts = [p.period.first_year for p in ledger.plans]
    return date(min(starts) - 1, 12, 31) if starts else None


def _horizon(documents: Iterable[Document]) -> int | None:
    years = [year for d in documents for year in _years(d)]
    return max(years, default=None)


def _years(document: Document) -> Iterable[int]:
    front, when = document.front, dated(document)
    if when:
        yield when.year
    if front.reporting_year:
        yield front.reporting_year
    if front.planning_year:
        yield front.planning_year - 1


def plans_at(known: Known) -> tuple[Plan, ...]:
    """The plans that a known document sets."""
    return tuple(p for p in known.ledger.plans if known.hashes & set(p.documents))
