"""F8: targets against another series (不高于全市平均水平, 与经济增长基本同步)."""

from dataclasses import replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate.case import Case, Figures, Measured
from lantu.evaluate.data import outlined, points
from lantu.evaluate.limits import DOWN, direction
from lantu.evaluate.shown import number
from lantu.model import Note, Series
from lantu.registers import relations


def relative(case: Case) -> Figures:
    """F8: the latest value for whose year the other series has one too. Without one it cannot be assessed."""
    values = points(case)
    other = case.known.ledger.series_by_id.get(case.target.reference or "")
    found = outlined(case, "F8", values)
    relation = relations.find(case.target.words)
    if not values or relation is None:
        return replace(found, reason=found.reason or "unclear_target")
    pairs = [(m, r) for m in values if (r := _reference(case, other, m))]
    if not pairs:
        return replace(found, reason="no_reference", notes=_words(case))
    value, reference = pairs[-1]
    both = tuple(o for o in (value.observation, reference.observation) if o)
    return replace(
        outlined(case, "F8", [m for m in values if m.year <= value.year]),
        kept=_holds(case, relation, value.value, reference.value),
        expected=reference.value,
        inputs=both,
        deciding=both,
        notes=(Note.of("reference_value", value=number(reference.value), year=int(reference.year)),),
    )


def _holds(case: Case, relation: str, value: Decimal, reference: Decimal) -> bool:
    down = direction(case) == DOWN
    if relation == relations.IN_STEP:
        return formulas.in_step(value, reference, case.method.sync_pp, down=down)
    if relation == relations.BETTER:
        return value < reference if down else value > reference
    answers = {"<=": value <= reference, ">=": value >= reference, "<": value < reference, ">": value > reference}
    return answers[relation]


def _reference(case: Case, other: Series | None, measured: Measured) -> Measured | None:
    if other is None or measured.observation is None:
        return None
    found = case.known.at(other.id, measured.observation.period)
    return case.of(found) if found else None


def _words(case: Case) -> tuple[Note, ...]:
    return (Note.of("reference_missing", words=case.target.reference),) if case.target.reference else ()
