"""F6, F7, F10: values held against a bound, a level to be kept, a rank. There is no share of progress."""

from collections.abc import Sequence
from dataclasses import replace

from lantu import formulas
from lantu.evaluate.case import Case, Figures, Measured, a_year
from lantu.evaluate.data import at_end, listed, outlined, points
from lantu.evaluate.limits import DOWN, aim, direction, limits, tolerance
from lantu.evaluate.shown import percent
from lantu.model import Comparator, Note, Quantity, Required


def bound(case: Case) -> Figures:
    """F6: the latest value against a bound, with its margin; earlier years beyond it are named."""
    wanted, values = case.wanted, points(case)
    if wanted is None:
        return outlined(case, "F6", values, reason="unclear_target")
    found = _held(case, "F6", wanted, values)
    return replace(found, notes=_margin(wanted, values) + found.notes)


def maintain(case: Case) -> Figures:
    """F7: a level to be kept."""
    wanted, values = case.wanted, points(case)
    if wanted is None:
        return outlined(case, "F7", values, reason="unclear_target")
    found = _held(case, "F7", wanted, values)
    if not values or wanted.comparator is not Comparator.EQ:
        return found
    kept = formulas.maintained(wanted.value, values[-1].value, down=direction(case) == DOWN)
    return replace(found, kept=kept)


def rank(case: Case) -> Figures:
    """F10: a rank among the first k."""
    wanted, values = case.wanted, points(case)
    if wanted is None:
        return outlined(case, "F10", values, reason="unclear_target")
    found = _held(case, "F10", wanted, values)
    return replace(found, kept=formulas.ranked(values[-1].value, aim(wanted, DOWN))) if values else found


def _held(case: Case, formula: str, wanted: Quantity, values: Sequence[Measured]) -> Figures:
    found = outlined(case, formula, values)
    found = replace(found, expected=aim(wanted, direction(case)), held=at_end(case, values))
    if not values:
        return found
    room = limits(wanted, direction(case))
    if wanted.comparator is Comparator.ABOUT:
        room = room.widened(tolerance(wanted, case.method))
    kept = room.met_by(values[-1])
    if not kept:
        found = _with_pace(case, found, values)
    broken = [m.year for m in values[:-1] if not room.hold(m.value)]
    notes = (Note.of("bound_broken", years=listed([int(y) for y in broken])),) if broken else ()
    return replace(found, kept=kept, tested=values[-1], notes=notes)


def _with_pace(case: Case, found: Figures, values: Sequence[Measured]) -> Figures:
    """What a year has to bring to come back within the bound, beside the best that a year has brought."""
    last, bound = values[-1], found.expected
    if bound is None or case.end <= last.year:
        return found
    step = formulas.pace(last.value, bound, case.end - last.year)
    sign = 1 if step > 0 else -1
    best = max((sign * s for s in formulas.yearly_steps([(m.year, m.value) for m in values])), default=None)
    return replace(found, required=Required(step, a_year(case)), pace=sign * step, best=best)


def _margin(wanted: Quantity, values: Sequence[Measured]) -> tuple[Note, ...]:
    upper = wanted.comparator in (Comparator.LE, Comparator.LT)
    if not upper or not values or wanted.value == 0:
        return ()
    return (Note.of("margin", share=percent(formulas.margin(wanted.value, values[-1].value))),)
