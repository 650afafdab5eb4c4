"""What the rest of the time asks for, where it asks for anything: never a step back from a target that is reached."""

from lantu.model import Assessment, Comparator, Required, Status, Target, TargetKind
from lantu.registers import units

REACHED = "target_reached"  # the note that says so
_KEPT = frozenset({"F6", "F7"})  # a bound, or a level to be kept: a pace is asked for only beyond it
_BY_SIGN = frozenset({TargetKind.CHANGE, TargetKind.GROWTH, TargetKind.AVERAGE_GROWTH, TargetKind.REDUCTION})
_SIGNS = {Comparator.GE: 1, Comparator.GT: 1, Comparator.LE: -1, Comparator.LT: -1}


def needed(target: Target, judged: Assessment) -> Required | None:
    """The pace that the rest asks for; None where nothing is asked for, or where it would lead away from the target."""
    required = judged.required
    if required is None or required.value == 0 or judged.status is Status.ACHIEVED_EARLY:
        return None
    if judged.formula not in _KEPT and required.value * _way(target) < 0:
        return None
    return required


def is_reached(target: Target, judged: Assessment) -> bool:
    """Whether the wanted value is there before its time."""
    if judged.status is Status.NOT_ASSESSABLE:
        return False
    if judged.status is Status.ACHIEVED_EARLY or any(n.code == REACHED for n in judged.notes):
        return True
    return judged.required is not None and needed(target, judged) is None


def _way(target: Target) -> int:
    """1 for a way up, -1 for a way down, 0 where the plan does not say."""
    wanted = target.wanted or (target.assigned.quantity if target.assigned else None)
    if wanted is None:
        return 0
    if target.kind is TargetKind.SUM:
        return 1
    if target.kind in _BY_SIGN:
        return 1 if wanted.value > 0 else -1
    base = target.base
    start = units.convert(base.quantity.value, base.quantity.unit, wanted.unit) if base else None
    if start is None or start == wanted.value:
        return _SIGNS.get(wanted.comparator, 0)
    return 1 if wanted.value > start else -1
