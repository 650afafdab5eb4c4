"""Plans: which one a document adopts, and which one a target in it belongs to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lantu.link.publications import Texts
from lantu.link.said import Said
from lantu.model import Document, Kind, Nature, Period, Place, Plan
from lantu.registers import places
from lantu.registers.plans import five_year

_LAST_PLAN = 50  # beyond any number that the register holds
_FIVE_YEAR = (Kind.OUTLINE, Kind.PROPOSAL)
_OF_A_PERIOD = (Kind.OTHER, Kind.EVALUATION, Kind.NEWS)  # where they name one
# Which text of a plan decides: the plan itself, the report that carries it, what repeats it, what tells of it.
_RANK = {
    Kind.OUTLINE: 0,
    Kind.PLAN_REPORT: 1,
    Kind.WORK_REPORT: 2,
    Kind.PROPOSAL: 3,
    Kind.OTHER: 4,
    Kind.EVALUATION: 5,
    Kind.NEWS: 6,
}


@dataclass(frozen=True, slots=True, order=True)
class PlanKey:
    """A plan by what makes it one: place, five-year or annual, period."""

    place: str
    annual: bool
    period: Period

    @property
    def id(self) -> str:
        """The plan's id."""
        return f"{self.place}/{'annual' if self.annual else 'five-year'}/{self.period}"


def rank(document: Document) -> tuple[int, str]:
    """The official text first, then by hash."""
    return _RANK[document.front.kind], document.sha256


def adopted(document: Document, place: str, said: Iterable[Said]) -> PlanKey | None:
    """The plan that a document sets or tells of; None where it wants nothing."""
    wanted = [s.statement.period for s in said if s.statement.nature is Nature.TARGET]
    front = document.front
    if front.kind in _FIVE_YEAR or (front.kind in _OF_A_PERIOD and front.plan_period):
        period = front.plan_period or _commonest_span(wanted)
        return PlanKey(place, False, period) if period else _by_targets(place, wanted)
    year = front.planning_year or (front.reporting_year + 1 if front.reporting_year else None)
    return PlanKey(place, True, Period.year(year)) if year else _by_targets(place, wanted)


def belongs(said: Said, own: PlanKey, all_plans: Collection[PlanKey]) -> PlanKey:
    """The plan that a target belongs to.

    A year's report may repeat a target of the five-year plan, or of another year: then that plan, where a
    document at hand adopts it. What it wants of later years (今后五年) belongs to the five-year plan of that
    time even where no outline is at hand, and never to the yearly plan of a later year, which sets its own:
    a year's values must not be held against it.
    """
    period = said.statement.period
    if not own.annual or _holds(own.period, period) or said.place != own.place:
        return PlanKey(said.place, own.annual, own.period)
    is_later = period.last_year > own.period.last_year
    others = [p for p in all_plans if p.place == own.place and _holds(p.period, period) and not (is_later and p.annual)]
    if others:
        return max(others)
    five_years = _five_years(period.last_year) if is_later else None
    return PlanKey(own.place, False, five_years) if five_years else own


def of_texts(texts: Iterable[tuple[Texts, Place]], said: Sequence[Said]) -> dict[str, PlanKey]:
    """The plan of each document by its hash; all texts of a publication are texts of one plan."""
    own: dict[str, PlanKey] = {}
    for one, place in texts:
        documents = [r.document for r in one.readings]
        here = [s for s in said if s.document in documents]
        key = next((k for d in documents if (k := adopted(d, place.code, here))), None)
        own |= {d.sha256: key for d in documents if key}
    return own


def close(
    texts: Mapping[PlanKey, Sequence[Document]],
    own: Mapping[str, PlanKey],
    documents: Sequence[Document],
    known: Sequence[Place],
) -> tuple[Plan, ...]:
    """The plans that hold a target, as records: five-year before annual, with the official text first."""
    found = []
    for key in sorted(texts):
        adopting = [d for d in documents if own.get(d.sha256) == key]
        place = next((p for p in known if p.code == key.place), None) or places.by_code(key.place)
        found.append(_closed(key, place or Place(key.place, key.place, "local"), adopting, texts[key]))
    return tuple(found)


def _closed(key: PlanKey, place: Place, adopting: Sequence[Document], telling: Sequence[Document]) -> Plan:
    """The plan as a record; it is a draft while every text of it is one. Texts that only tell of it are no drafts of it."""
    texts = sorted(adopting or telling, key=rank)
    draft = bool(adopting) and all(d.front.draft or d.front.kind is Kind.PROPOSAL for d in texts)
    return Plan(key.id, place, not key.annual, key.period, tuple(d.sha256 for d in texts), draft)


def _holds(whole: Period, part: Period) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _five_years(year: int) -> Period | None:
    """The five-year period that holds a year."""
    known = (five_year(number) for number in range(1, _LAST_PLAN + 1))
    return next((p for p in known if p and p.first_year <= year <= p.last_year), None)


def _commonest_span(periods: Sequence[Period]) -> Period | None:
    spans = Counter(p.code for p in periods if p.is_span)
    return Period(min(spans, key=lambda code: (-spans[code], code))) if spans else None


def _by_targets(place: str, wanted: Sequence[Period]) -> PlanKey | None:
    """A plan known by its targets only: from the first to the last of their years."""
    if not wanted:
        return None
    first, last = min(p.first_year for p in wanted), max(p.last_year for p in wanted)
    return PlanKey(place, first == last, Period.years(first, last))
