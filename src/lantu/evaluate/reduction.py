"""F5: cumulative reductions of energy, carbon, water, pollutants. Yearly ones compound; one against the base does not."""

from dataclasses import dataclass, replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate.case import A_YEAR, HUNDRED, Case, Figures, Measured
from lantu.evaluate.data import outlined, points, years_note
from lantu.evaluate.shown import percent
from lantu.model import Measure, Note, Required, Share

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Done:
    """The reduction since the base (fraction of 1), the years it covers, and its yearly rates."""

    total: Measured
    parts: tuple[Measured, ...]
    years: frozenset[int]
    yearly: tuple[Decimal, ...]


def reduction(case: Case) -> Figures:
    """F5: decided on the compounding path; the simple share is said beside it."""
    wanted, done = case.wanted, _done(case)
    if wanted is None or not 0 < abs(wanted.value) < HUNDRED:
        return outlined(case, "F5", done.parts if done else (), reason="unclear_target")
    if done is None:
        return outlined(case, "F5", ())
    whole, found = abs(wanted.value) / HUNDRED, outlined(case, "F5", done.parts)
    found = replace(found, deciding=found.inputs)
    last = done.total.year
    without = tuple(y for y in range(int(case.start) + 1, int(last) + 1) if y not in done.years)
    if without:
        return replace(found, missing=(years_note(without), *found.missing), reason="not_published")
    due = formulas.reduction_path(whole, case.elapsed(last))
    rest = case.end - last
    required = formulas.rest_reduction(whole, done.total.value, rest) if rest > 0 and done.total.value < 1 else None
    sign = -1 if wanted.value < 0 else 1  # as the plan prints it: 下降 13.5 % is -13.5, 降幅 13.5 % is 13.5
    return replace(
        found,
        progress=Share(done.total.value / whole, low=done.total.low / whole, high=done.total.high / whole),
        expected=sign * due * HUNDRED,
        expected_share=due / whole,
        required=None if required is None or done.total.value >= whole else Required(sign * required, A_YEAR),
        pace=required,
        best=max(done.yearly),
        reached=done.total.value >= whole,
        held=_as_printed(done.total, sign) if rest == 0 else None,
        notes=(Note.of("reduction_done", done=percent(done.total.value), due=percent(due)),),
    )


def _done(case: Case) -> _Done | None:
    yearly = tuple(_reduced(case, m) for m in points(case))
    years = frozenset(int(m.year) for m in yearly)
    given = _against_base(case)
    if given and not frozenset(range(int(case.start) + 1, int(given.year) + 1)) <= years:
        return _from_given(case, given, yearly)
    if not yearly:
        return None
    total = _compounded(yearly)
    return _Done(total, yearly, years, tuple(m.value for m in yearly))


def _from_given(case: Case, given: Measured, yearly: tuple[Measured, ...]) -> _Done:
    covered = frozenset(range(int(case.start) + 1, int(given.year) + 1))
    parts = (given, *(m for m in yearly if m.year > given.year))
    even = ONE - formulas.root(max(ONE - given.value, Decimal(0)), given.year - case.start)
    years = covered | {int(m.year) for m in parts}
    return _Done(_compounded(parts), parts, years, (even, *(m.value for m in parts[1:])))


def _against_base(case: Case) -> Measured | None:
    """The latest reduction stated against the base (较2020年下降): it is the total, and is not compounded."""
    measures = (Measure.CUMULATIVE, Measure.CHANGE)
    own = [o for o in case.data if o.period.is_span]
    found = [o for measure in measures for o in case.spans(measure) if o.period.is_span] + own
    fitting = [m for o in found if case.is_since_base(o) and (m := case.of(o))]
    return _reduced(case, max(fitting, key=lambda m: m.year)) if fitting else None


def _compounded(parts: tuple[Measured, ...]) -> Measured:
    low, value, high = (
        formulas.reduced(p) for p in ([m.low for m in parts], [m.value for m in parts], [m.high for m in parts])
    )
    return Measured(low, value, high, parts[-1].year)


def _reduced(case: Case, measured: Measured) -> Measured:
    """A printed rate as a reduction, a fraction of 1: where the plan prints falls as negative, so do its results."""
    negative = case.wanted is not None and case.wanted.value < 0
    low, value, high = (v / HUNDRED for v in (measured.low, measured.value, measured.high))
    return (
        replace(measured, low=-high, value=-value, high=-low)
        if negative
        else replace(measured, low=low, value=value, high=high)
    )


def _as_printed(total: Measured, sign: int) -> Measured:
    low, value, high = sorted((sign * total.low, total.value * sign, sign * total.high))
    return replace(total, low=low * HUNDRED, value=value * HUNDRED, high=high * HUNDRED)
