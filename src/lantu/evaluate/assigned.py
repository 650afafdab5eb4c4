"""F9: targets that a higher level assigns (完成市下达指标). What was not sent down is never guessed."""

from dataclasses import replace

from lantu.evaluate.case import Case, Figures
from lantu.evaluate.data import outlined, points
from lantu.evaluate.shown import number
from lantu.model import Note, TargetKind


def unassigned(case: Case) -> Figures:
    """F9 without a value sent down: the latest value is shown, and nothing is judged."""
    return replace(outlined(case, "F9", points(case)), reason="not_assigned")


def as_sent_down(case: Case) -> Case:
    """The case with the value that was sent down as its target, of the kind that fits it; else as it is."""
    row = case.target.assigned
    if case.target.kind is not TargetKind.ASSIGNED or row is None:
        return case
    target = replace(case.target, kind=_kind(case), wanted=row.quantity, unit=row.quantity.unit, period=row.period)
    return replace(case, target=target)


def sent_by(case: Case) -> tuple[Note, ...]:
    """The document that sent the target down."""
    row = case.target.assigned
    if row is None:
        return ()
    return (Note.of("assigned_by", document=row.source, value=f"{number(row.quantity.value)}{row.quantity.unit}"),)


def _kind(case: Case) -> TargetKind:
    if case.indicator and case.indicator.aggregation == "compound_reduction":
        return TargetKind.REDUCTION
    return TargetKind.LEVEL if case.target.base else TargetKind.BOUND
