"""Values that documents print differently: they are named, and where they would turn the status nothing is decided."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lantu.evaluate.case import Case
from lantu.evaluate.rivals import Rival
from lantu.evaluate.shown import number
from lantu.model import Assessment, Note, Observation, Status

Judge = Callable[[Case], Assessment]


def weigh(given: Case, judge: Judge) -> Assessment:
    """The assessment; NOT_ASSESSABLE (`values_conflict`) where another printed value gives another status."""
    found, rivals = judge(given), _concerned(given)
    if not rivals:
        return found
    turning = [r for r in rivals if r.is_open and _turns(given, found, [r], judge)]
    together = [r for r in rivals if r.is_open]
    if not turning and len(together) > 1 and _turns(given, found, together, judge):
        turning = together
    base = given.base.observation if given.plan.five_year and given.base else None
    notes = tuple(_note(given, r) for r in rivals if r in turning or r.taken in (*found.inputs, base))
    if not turning:
        return replace(found, notes=found.notes + notes)
    return replace(
        found, status=Status.NOT_ASSESSABLE, outlook=None, reason="values_conflict", notes=found.notes + notes
    )


def _turns(given: Case, found: Assessment, rivals: Sequence[Rival], judge: Judge) -> bool:
    known = replace(given.known, instead=tuple(r.other for r in rivals))
    return judge(replace(given, known=known)).status is not found.status


def _concerned(given: Case) -> tuple[Rival, ...]:
    """Rivals within the target's time among all values that a formula may look at."""
    of, known = given.series, given.known
    if not known.rivals:
        return ()
    near = {s.id for s in known.ledger.series if (s.place, s.indicator, s.scope) == (of.place, of.indicator, of.scope)}
    found = (r for s in (*sorted(near), given.target.reference or "") for r in known.rivals.get(s, ()))
    return tuple(r for r in found if int(given.start) <= r.taken.period.last_year <= given.target.period.last_year)


def _note(given: Case, rival: Rival) -> Note:
    return Note.of(
        "values_differ" if rival.is_open else "value_elsewhere",
        period=rival.taken.period,
        value=_shown(rival.taken),
        source=_source(given, rival.taken),
        other=_shown(rival.other),
        other_source=_source(given, rival.other),
    )


def _shown(observation: Observation) -> str:
    return f"{number(observation.quantity.value)}{observation.quantity.unit}"


def _source(given: Case, observation: Observation) -> str:
    documents = [d.name for d in given.known.sources(observation)]
    return ", ".join(documents or [f"{r.file}:{r.row}" for r in observation.rows])
