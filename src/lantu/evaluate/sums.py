"""F3: a sum of flows over the plan. Missing years can only add to it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate.case import Case, Figures, Measured, a_year
from lantu.evaluate.data import outlined, points, years_note
from lantu.evaluate.limits import aim, direction, limits
from lantu.formulas import Bounds
from lantu.model import Comparator, Measure, Observation, Required, Share


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the sum: of a printed sum since the base and of single years after it."""

    parts: tuple[Measured, ...]
    years: tuple[int, ...]

    @property
    def done(self) -> Decimal:
        return formulas.total(m.value for m in self.parts)

    @property
    def bounds(self) -> Bounds:
        return formulas.total(m.low for m in self.parts), formulas.total(m.high for m in self.parts)


def total(case: Case) -> Figures:
    """F3: the sum of the known years against the wanted one; `>=` while a year is missing."""
    wanted, known = case.wanted, _known(case)
    if wanted is None or wanted.value <= 0:
        return outlined(case, "F3", known.parts, reason="unclear_target")
    if not known.parts:
        return outlined(case, "F3", ())
    way, whole, last = direction(case), aim(wanted, direction(case)), known.parts[-1]
    without = tuple(y for y in range(int(case.start) + 1, int(last.year) + 1) if y not in known.years)
    elapsed = case.elapsed(last.year)
    share = Share(
        formulas.sum_progress(known.done, whole),
        Comparator.GE if without else Comparator.EQ,
        *(formulas.sum_progress(b, whole) for b in known.bounds),
    )
    found = replace(
        outlined(case, "F3", known.parts),
        progress=share,
        expected=formulas.linear(Decimal(0), whole, elapsed),
        expected_share=elapsed,
        reached=limits(wanted, way).hold(known.done),
        at_least=bool(without),
        deciding=tuple(m.observation for m in known.parts if m.observation),
        held=_held(case, known, complete=not without, reached=limits(wanted, way).hold(known.done)),
        best=_best(known),
    )
    return _with_rest(case, _with_missing(found, without), whole - known.done, last.year)


def _with_missing(found: Figures, without: tuple[int, ...]) -> Figures:
    notes = (years_note(without), *found.missing) if without else found.missing
    reason = "not_published" if without else None
    return replace(found, missing=notes, reason=reason)


def _with_rest(case: Case, found: Figures, rest: Decimal, last: Decimal) -> Figures:
    if last >= case.end:
        return found
    pace = formulas.pace(Decimal(0), rest, case.end - last)
    return replace(found, required=None if found.reached else Required(pace, a_year(case)), pace=pace)


def _held(case: Case, known: _Known, *, complete: bool, reached: bool) -> Measured | None:
    """The sum to be judged at the end: when no year is missing, or when it is there already."""
    last = known.parts[-1]
    if not reached and not (complete and last.year == case.end):
        return None
    return Measured(known.bounds[0], known.done, known.bounds[1], last.year)


def _known(case: Case) -> _Known:
    single = {int(m.year): m for m in points(case)}
    whole = _printed_sum(case)
    if whole is None:
        return _Known(tuple(single.values()), tuple(single))
    last = int(whole.year)
    covered = range(int(case.start) + 1, last + 1)
    if all(year in single for year in covered):
        return _Known(tuple(single.values()), tuple(single))
    later = {y: m for y, m in single.items() if y > last}
    return _Known((whole, *later.values()), (*covered, *later))


def _printed_sum(case: Case) -> Measured | None:
    """The longest sum since the base that is in print: in its own series, or in the flow's as a value of years."""
    own = [o for o in case.data if o.period.is_span]
    found = [o for o in (*case.spans(Measure.CUMULATIVE), *own) if case.is_since_base(o)]
    fitting = [m for o in sorted(found, key=_length) if (m := case.of(o))]
    return fitting[-1] if fitting else None


def _length(observation: Observation) -> int:
    return observation.period.last_year - observation.period.first_year


def _best(known: _Known) -> Decimal | None:
    yearly = [_a_year(m) for m in known.parts]
    return max(yearly, default=None)


def _a_year(part: Measured) -> Decimal:
    years = 1 if part.observation is None else _length(part.observation) + 1
    return part.value / years
