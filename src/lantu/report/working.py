"""Formulas worked out in figures: `(1065 − 902.27) ÷ (1500 − 902.27) = 27.2%`.

A line is shown only where its own result is the assessment's: what cannot be shown to be the
computation that was made is not shown as one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu import formulas
from lantu.model import Assessment, Comparator, Measure, Observation, Plan, Quantity, Target, TargetKind
from lantu.registers import units
from lantu.report import shown

_CLOSE = Decimal("0.000005")
_COMPARED = frozenset({"F6", "F7", "F8", "F9", "F10"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a worked line; `statement` is the evidence of a printed number, `raised` an exponent."""

    text: str
    statement: str | None = None
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One worked line; `role` is progress, expected, required, average or comparison."""

    role: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The line as plain text, exponents after a caret."""
        return "".join(f"^({p.text})" if p.raised else p.text for p in self.parts)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in the target's unit, as printed where nothing had to be converted, and its evidence."""

    value: Decimal
    part: Part


@dataclass(frozen=True, slots=True)
class _Case:
    """What a line can be made of."""

    target: Target
    judged: Assessment
    base: _Figure | None
    wanted: _Figure | None
    latest: _Figure | None
    inputs: tuple[_Figure, ...]
    years: Decimal  # from base to target

    @property
    def done(self) -> Decimal:
        """Years of the plan at the latest data."""
        return (self.judged.elapsed or Decimal(0)) * self.years

    @property
    def left(self) -> Decimal:
        """Years of the plan after the latest data."""
        return self.years - self.done


def worked(target: Target, judged: Assessment, plan: Plan, beside: tuple[Observation, ...] = ()) -> tuple[Line, ...]:
    """The lines of one assessment: where it is, where it should be, what the rest asks for.

    `beside`: the levels of the base printed with a growth target and of its result, where they tell another story.
    """
    case = _case(target, judged, plan)
    lines = (
        *_comparison(case),
        *_average(case),
        *_progress(case),
        *_own_base(case, beside),
        *_expected(case),
        *_required(case),
    )
    return tuple(Line(role, parts) for role, parts in lines)


_Found = Iterator[tuple[str, tuple[Part, ...]]]


def _case(target: Target, judged: Assessment, plan: Plan) -> _Case:
    first = target.statements[0] if target.statements else None
    sent_down = target.assigned.quantity if target.assigned else None
    wanted = target.wanted or sent_down
    return _Case(
        target, judged,
        base=_figure(target.base.quantity, target.unit, target.base.statement) if target.base else None,
        wanted=_figure(wanted, target.unit, first) if wanted else None,
        latest=_observed(judged.latest, target.unit) if judged.latest else None,
        inputs=tuple(f for f in (_observed(o, target.unit) for o in _of_series(target, judged)) if f),
        years=_years(target, plan),
    )  # fmt: skip


def _of_series(target: Target, judged: Assessment) -> tuple[Observation, ...]:
    return tuple(o for o in judged.inputs if o.series == target.series)


def _years(target: Target, plan: Plan) -> Decimal:
    """From the base's year to the wanted one; without a base from the eve of the plan, or of the year."""
    end = target.period.last_year
    if target.base and target.base.period.last_year < end:
        return Decimal(end - target.base.period.last_year)
    first = plan.period.first_year if plan.five_year else target.period.first_year
    return Decimal(end - first + 1)


def _observed(seen: Observation, unit: str) -> _Figure | None:
    return _figure(seen.quantity, unit, seen.statements[0] if seen.statements else None)


def _figure(quantity: Quantity, unit: str, statement: str | None) -> _Figure | None:
    value = quantity.value if quantity.unit == unit else units.convert(quantity.value, quantity.unit, unit)
    if value is None and not quantity.unit:
        value = quantity.value
    return None if value is None else _Figure(value, Part(shown.plain(value), statement))


def _same(first: Decimal, second: Decimal | None) -> bool:
    return second is not None and abs(first - second) <= _CLOSE * max(Decimal(1), abs(second))


def _text(*parts: Part | str) -> tuple[Part, ...]:
    return tuple(p if isinstance(p, Part) else Part(p) for p in parts)


def _up(text: str) -> Part:
    return Part(text, raised=True)


# --- where it is ------------------------------------------------------------------------------------


def _comparison(case: _Case) -> _Found:
    """A value held against what is wanted: bounds, ranks, one year's targets."""
    one_year = case.years == 1 or case.judged.formula in _COMPARED
    if not (one_year and case.latest and case.wanted):
        return
    low, high = case.latest.value, case.wanted.value
    relation = " = " if low == high else (" < " if low < high else " > ")
    unit = case.target.unit
    yield "comparison", _text(case.latest.part, unit, relation, case.wanted.part, unit)


def _progress(case: _Case) -> _Found:
    share = case.judged.progress
    if share is None:
        return
    for value, parts in _ways(case):
        if _same(value, share.value):
            lead = " ≥ " if share.comparator is Comparator.GE else " = "
            yield "progress", (*parts, Part(lead + shown.percent(share.value)))
            return


def _ways(case: _Case) -> Iterator[tuple[Decimal, tuple[Part, ...]]]:
    """Every way in which the handbook computes a share, with its value."""
    base, wanted, latest = case.base, case.wanted, case.latest
    if base and wanted and latest and wanted.value != base.value:
        value = formulas.progress(base.value, wanted.value, latest.value)
        yield value, _text("(", latest.part, " − ", base.part, ") ÷ (", wanted.part, " − ", base.part, ")")
    change = _change(case)
    if base and latest and change and change.value:
        value = formulas.change_progress(latest.value - base.value, change.value)
        yield value, _text("(", latest.part, " − ", base.part, ") ÷ ", change.part)
    if case.inputs and wanted and wanted.value:
        value = formulas.sum_progress(formulas.total(f.value for f in case.inputs), wanted.value)
        yield value, (*_summed(case.inputs, bracket=len(case.inputs) > 1), *_text(" ÷ ", wanted.part))
    yield from _compounded(case)


def _compounded(case: _Case) -> Iterator[tuple[Decimal, tuple[Part, ...]]]:
    if not (case.wanted and case.inputs and case.target.unit == "%"):
        return
    wanted = case.wanted.value / 100
    if case.target.kind is TargetKind.REDUCTION and wanted:
        done = formulas.reduced(f.value / 100 for f in case.inputs)
        parts = _text("(1 − ", *_product(case.inputs, " − "), ") ÷ ", case.wanted.part, "%")
        yield done / wanted, parts
    elif wanted:
        index = formulas.compound(f.value / 100 for f in case.inputs)
        years = shown.plain(case.years)
        whole = _text(" − 1) ÷ ((1 + ", case.wanted.part, "%)", _up(years), " − 1)")
        yield formulas.growth_progress(index, wanted, case.years), (*_text("(", *_product(case.inputs, " + ")), *whole)


def _product(rates: tuple[_Figure, ...], sign: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for rate in rates:
        parts += _text(" × " if parts else "", f"(1{sign}", rate.part, "%)")
    return tuple(parts)


def _summed(figures: tuple[_Figure, ...], *, bracket: bool) -> tuple[Part, ...]:
    parts: list[Part] = []
    for figure in figures:
        parts += _text(" + " if parts else "", figure.part)
    return _text("(", *parts, ")") if bracket else tuple(parts)


def _change(case: _Case) -> _Figure | None:
    """The wanted change of a level: the target itself, or the change printed beside it."""
    if case.target.kind is TargetKind.CHANGE:
        return case.wanted
    path = case.target.path
    if path is None or path.measure is not Measure.CHANGE:
        return None
    return _Figure(path.quantity.value, Part(shown.plain(path.quantity.value), path.statement))


def _average(case: _Case) -> _Found:
    """The average of the years that are known, where all of them so far are."""
    kinds = (TargetKind.AVERAGE_GROWTH, TargetKind.REDUCTION)
    known = len(case.inputs)
    if case.target.kind not in kinds or case.target.unit != "%" or known == 0 or Decimal(known) != case.done:
        return
    down = case.target.kind is TargetKind.REDUCTION
    rates = [f.value / 100 for f in case.inputs]
    average = formulas.reduced(rates) if down else formulas.average(formulas.compound(rates), Decimal(known))
    body = _product(case.inputs, " − " if down else " + ")
    if down:
        yield "average", _text("1 − ", *body, f" = {shown.percent(average, 2)}")
    else:
        yield "average", _text("(", *body, ")", _up(f"1/{known}"), f" − 1 = {shown.percent(average, 2)}")


def _own_base(case: _Case, beside: tuple[Observation, ...]) -> _Found:
    """One year's growth target against the level that its base, as printed with the target, asks for."""
    if len(beside) != 2 or not case.wanted or case.target.unit != "%":
        return
    before, now = (_observed(o, beside[0].quantity.unit) for o in beside)
    if before is None or now is None or before.value <= 0:
        return
    share = now.value / formulas.grown(before.value, case.wanted.value / 100, Decimal(1))
    end = f"%)] = {shown.percent(share)}"
    yield "own_base", _text(now.part, " ÷ [", before.part, " × (1 + ", case.wanted.part, end)


# --- where it should be, and what the rest asks for ---------------------------------------------------


def _expected(case: _Case) -> _Found:
    expected = case.judged.expected
    if expected is None or case.judged.elapsed is None or case.wanted is None or case.years == 1:
        return
    result = Part(f" = {shown.computed(expected, case.wanted.value)}{case.target.unit}")
    for value, parts in _paths(case, case.wanted, case.judged.elapsed):
        if _same(value, expected):
            yield "expected", (*parts, result)
            return


def _paths(case: _Case, goal: _Figure, share: Decimal) -> Iterator[tuple[Decimal, tuple[Part, ...]]]:
    """Every path of the handbook: at a stated rate, of even growth, in a straight line, of even shares of a sum."""
    done, base = shown.plain(case.done.normalize()), case.base
    time = f"{done}/{shown.plain(case.years)}"
    path = case.target.path
    if base and path and path.measure is Measure.AVERAGE_GROWTH and base.value > 0:
        rate = Part(shown.plain(path.quantity.value), path.statement)
        value = formulas.grown(base.value, path.quantity.value / 100, case.done)
        yield value, _text(base.part, " × (1 + ", rate, "%)", _up(done))
    if base and min(base.value, goal.value) > 0:
        value = formulas.geometric(base.value, goal.value, share)
        yield value, _text(base.part, " × (", goal.part, " ÷ ", base.part, ")", _up(time))
    if base:
        value = formulas.linear(base.value, goal.value, share)
        yield value, _text(base.part, " + (", goal.part, " − ", base.part, f") × {time}")
    yield goal.value * share, _text(goal.part, f" × {time}")


def _required(case: _Case) -> _Found:
    required = case.judged.required
    if required is None or case.wanted is None or case.left <= 0:
        return
    goal, latest, years = case.wanted, case.latest, shown.plain(case.left.normalize())
    if required.unit == "/year":
        yield from _required_rate(case, required.value, years)
        return
    unit = required.unit.removesuffix("/year")
    result = Part(f" = {shown.computed(required.value, goal.value)}{unit}")
    done = formulas.total(f.value for f in case.inputs)
    if case.target.kind is TargetKind.SUM and _same((goal.value - done) / case.left, required.value):
        parts = _text("(", goal.part, " − ", *_summed(case.inputs, bracket=len(case.inputs) > 1), f") ÷ {years}")
        yield "required", (*parts, result)
    elif latest and _same(formulas.pace(latest.value, goal.value, case.left), required.value):
        yield "required", (*_text("(", goal.part, " − ", latest.part, f") ÷ {years}"), result)


def _required_rate(case: _Case, rate: Decimal, years: str) -> _Found:
    goal, latest = case.wanted, case.latest
    result = Part(f" − 1 = {shown.percent(rate)}")
    if goal is None or latest is None:
        return
    if case.target.kind is TargetKind.AVERAGE_GROWTH:
        index = formulas.compound(f.value / 100 for f in case.inputs)
        if index > 0 and _same(formulas.rest_growth(goal.value / 100, case.years, index, case.done), rate):
            whole = _text("[(1 + ", goal.part, "%)", _up(shown.plain(case.years)), " ÷ ")
            yield "required", (*whole, *_text("(", *_product(case.inputs, " + "), ")]", _up(f"1/{years}")), result)
    elif min(goal.value, latest.value) > 0 and _same(formulas.rate(latest.value, goal.value, case.left), rate):
        yield "required", (*_text("(", goal.part, " ÷ ", latest.part, ")", _up(f"1/{years}")), result)
