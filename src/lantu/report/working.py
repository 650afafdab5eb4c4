"""Formulas worked out in figures: `(1065 − 902.27) ÷ (1500 − 902.27) = 27.2%`.

A line is made only by the formula that the assessment names, and shown only where its result is the
assessment's: what cannot be shown to be the computation that was made is not shown as one.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from lantu import formulas
from lantu.model import Assessment, Comparator, Measure, Observation, Plan, Required, Target
from lantu.report import shown
from lantu.report.figures import Case, Figure, Line, Part, case_of, observed, same, text, up
from lantu.report.pace import needed

_HELD = frozenset({"F6", "F7", "F10"})  # a value against what is wanted; there is no way to go
_OF_A_YEAR = frozenset({"F1", "F2", "F11", "F12"})


def worked(target: Target, judged: Assessment, plan: Plan, beside: tuple[Observation, ...] = ()) -> tuple[Line, ...]:
    """The lines of one assessment: where it is, where it should be, what the rest asks for.

    `beside`: the levels of the base printed with a growth target and of its result, where they tell another story.
    """
    case = case_of(target, judged, plan)
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
_Ways = Iterator[tuple[Decimal, tuple[Part, ...]]]


# --- where it is ------------------------------------------------------------------------------------


def _comparison(case: Case) -> _Found:
    """A value held against what is wanted: bounds, levels to be kept, ranks, targets of one year."""
    if not (case.latest and case.wanted and _is_held(case)):
        return
    low, high = case.latest.value, case.wanted.value
    relation = " = " if low == high else (" < " if low < high else " > ")
    unit = case.target.unit
    yield "comparison", text(case.latest.part, unit, relation, case.wanted.part, unit)


def _is_held(case: Case) -> bool:
    """Whether the latest value itself was compared with the wanted one."""
    judged = case.judged
    if judged.formula == "F9":  # sent down: a bound, unless it is a reduction, or a way from a base
        plain_bound = judged.reason is None and judged.progress is None and case.base is None
        return plain_bound and case.wanted is not None and judged.expected == case.wanted.value
    return judged.formula in _HELD or (case.annual and judged.formula in _OF_A_YEAR)


def _progress(case: Case) -> _Found:
    share = case.judged.progress
    make = _SHARES.get(case.judged.formula)
    if share is None or make is None:
        return
    for value, parts in make(case):
        if same(value, share.value):
            lead = " ≥ " if share.comparator is Comparator.GE else " = "
            yield "progress", (*parts, Part(lead + shown.percent(share.value)))
            return


def _level_share(case: Case) -> _Ways:
    """F1: the share of the way; in a plan of one year, of the wanted level."""
    if not case.annual:
        yield from _way_share(case)
    elif case.latest and case.wanted and case.wanted.value:
        value = formulas.sum_progress(case.latest.value, case.wanted.value)
        yield value, text(case.latest.part, " ÷ ", case.wanted.part)


def _way_share(case: Case) -> _Ways:
    """F1, F11: the share of the way from base to target."""
    base, wanted, latest = case.base, case.wanted, case.latest
    if base and wanted and latest and wanted.value != base.value:
        value = formulas.progress(base.value, wanted.value, latest.value)
        yield value, text("(", latest.part, " − ", base.part, ") ÷ (", wanted.part, " − ", base.part, ")")


def _change_share(case: Case) -> _Ways:
    """F4: the share of the wanted change; the latest value is itself a change, or a level over its base."""
    base, wanted, latest = case.base, case.wanted, case.latest
    if latest is None or wanted is None or not wanted.value:
        return
    if base:
        value = formulas.change_progress(latest.value - base.value, wanted.value)
        yield value, text("(", latest.part, " − ", base.part, ") ÷ ", wanted.part)
    yield formulas.change_progress(latest.value, wanted.value), text(latest.part, " ÷ ", wanted.part)


def _sum_share(case: Case) -> _Ways:
    """F3: the known years together against the wanted sum."""
    if case.inputs and case.wanted and case.wanted.value:
        value = formulas.sum_progress(formulas.total(f.value for f in case.inputs), case.wanted.value)
        yield value, (*_summed(case.inputs, bracket=len(case.inputs) > 1), *text(" ÷ ", case.wanted.part))


def _reduction_share(case: Case) -> _Ways:
    """F5: what compounding has reduced against the wanted reduction."""
    if case.wanted and case.inputs and case.wanted.value and case.target.unit == "%":
        done = formulas.reduced(f.value / 100 for f in case.inputs)
        parts = text("[1 − ", *_product(case.inputs, " − "), "] ÷ ", case.wanted.part, "%")
        yield done / (case.wanted.value / 100), parts


def _growth_share(case: Case) -> _Ways:
    """F2, F12: the growth of the known years against that of all years at the wanted rate."""
    if case.wanted and case.wanted.value and case.inputs and case.target.unit == "%":
        wanted, years = case.wanted.value / 100, shown.plain(case.years)
        index = formulas.compound(f.value / 100 for f in case.inputs)
        whole = text(" − 1] ÷ [(1 + ", case.wanted.part, "%)", up(years), " − 1]")
        yield formulas.growth_progress(index, wanted, case.years), (*text("[", *_product(case.inputs, " + ")), *whole)


_SHARES: Mapping[str, Callable[[Case], _Ways]] = {
    "F1": _level_share,
    "F2": _growth_share,
    "F3": _sum_share,
    "F4": _change_share,
    "F5": _reduction_share,
    "F11": _way_share,
    "F12": _growth_share,
}


def _product(rates: tuple[Figure, ...], sign: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for rate in rates:
        parts += text(" × " if parts else "", f"(1{sign}", rate.part, "%)")
    return tuple(parts)


def _summed(figures: tuple[Figure, ...], *, bracket: bool) -> tuple[Part, ...]:
    parts: list[Part] = []
    for figure in figures:
        parts += text(" + " if parts else "", figure.part)
    return text("(", *parts, ")") if bracket else tuple(parts)


def _average(case: Case) -> _Found:
    """The average of the years that are known, where all of them so far are."""
    known = len(case.inputs)
    if case.judged.formula not in ("F2", "F5", "F12") or case.annual or case.target.unit != "%":
        return
    if known == 0 or Decimal(known) != case.done or not case.all_yearly:
        return
    down = case.judged.formula == "F5"
    rates = [f.value / 100 for f in case.inputs]
    average = formulas.reduced(rates) if down else formulas.average(formulas.compound(rates), Decimal(known))
    body = _product(case.inputs, " − " if down else " + ")
    if down:
        yield "average", text("1 − ", *body, f" = {shown.percent(average, 2)}")
    else:
        yield "average", text("(", *body, ")", up(f"1/{known}"), f" − 1 = {shown.percent(average, 2)}")


def _own_base(case: Case, beside: tuple[Observation, ...]) -> _Found:
    """One year's growth target against the level that its base, as printed with the target, asks for."""
    if len(beside) != 2 or not case.wanted or case.target.unit != "%":
        return
    before, now = (observed(o, beside[0].quantity.unit) for o in beside)
    if before is None or now is None or before.value <= 0:
        return
    share = now.value / formulas.grown(before.value, case.wanted.value / 100, Decimal(1))
    end = f"%)] = {shown.percent(share)}"
    yield "own_base", text(now.part, " ÷ [", before.part, " × (1 + ", case.wanted.part, end)


# --- where it should be, and what the rest asks for ---------------------------------------------------


def _expected(case: Case) -> _Found:
    expected, make = case.judged.expected, _PATHS.get(case.judged.formula)
    if expected is None or case.judged.elapsed is None or case.wanted is None or make is None:
        return
    if case.annual or case.judged.elapsed == 1:  # then the target itself is due
        return
    result = Part(f" = {shown.computed(expected, case.wanted.value)}{case.target.unit}")
    for value, parts in make(case, case.wanted, case.judged.elapsed):
        if same(value, expected):
            yield "expected", (*parts, result)
            return


def _level_path(case: Case, goal: Figure, share: Decimal) -> _Ways:
    """F1: at a stated rate, of even growth, or in a straight line."""
    done, base, path = shown.plain(case.done.normalize()), case.base, case.target.path
    if base is None:
        return
    if path and path.measure is Measure.AVERAGE_GROWTH and base.value > 0:
        rate = Part(shown.plain(path.quantity.value), path.statement)
        value = formulas.grown(base.value, path.quantity.value / 100, case.done)
        yield value, text(base.part, " × (1 + ", rate, "%)", up(done))
    if min(base.value, goal.value) > 0:
        value = formulas.geometric(base.value, goal.value, share)
        yield value, text(base.part, " × (", goal.part, " ÷ ", base.part, ")", up(_time(case)))
    yield from _line_path(case, goal, share)


def _line_path(case: Case, goal: Figure, share: Decimal) -> _Ways:
    """F11: in a straight line from the base."""
    base = case.base
    if base:
        value = formulas.linear(base.value, goal.value, share)
        yield value, text(base.part, " + (", goal.part, " − ", base.part, f") × {_time(case)}")


def _even_path(case: Case, goal: Figure, share: Decimal) -> _Ways:
    """F3, F4: even shares of a sum, or of a change."""
    yield goal.value * share, text(goal.part, f" × {_time(case)}")


def _reduction_path(case: Case, goal: Figure, share: Decimal) -> _Ways:
    """F5: even reductions that compound to the wanted one."""
    if 0 < goal.value < 100 and case.target.unit == "%":
        value = formulas.reduction_path(goal.value / 100, share) * 100
        yield value, text("1 − (1 − ", goal.part, "%)", up(_time(case)))


def _time(case: Case) -> str:
    return f"{shown.plain(case.done.normalize())}/{shown.plain(case.years)}"


_PATHS: Mapping[str, Callable[[Case, Figure, Decimal], _Ways]] = {
    "F1": _level_path,
    "F3": _even_path,
    "F4": _even_path,
    "F5": _reduction_path,
    "F11": _line_path,
}


def _required(case: Case) -> _Found:
    required, make = needed(case.target, case.judged), _PACES.get(case.judged.formula)
    if required is None or case.wanted is None or case.left <= 0 or make is None:
        return
    for value, parts in make(case, case.wanted, shown.plain(case.left.normalize())):
        if same(value, required.value):
            yield "required", (*parts, Part(f" = {_pace_text(required, case.wanted.value)}"))
            return


def _pace_text(required: Required, like: Decimal) -> str:
    if required.unit == "/year":
        return shown.percent(required.value)
    return shown.computed(required.value, like) + required.unit.removesuffix("/year")


def _level_pace(case: Case, goal: Figure, years: str) -> _Ways:
    """F1, F11, and a bound to come back to: a rate where levels grow by rates, else an amount a year."""
    latest, required = case.latest, case.judged.required
    if latest is None or required is None:
        return
    if required.unit != "/year":
        yield (
            formulas.pace(latest.value, goal.value, case.left),
            text("(", goal.part, " − ", latest.part, f") ÷ {years}"),
        )
    elif min(goal.value, latest.value) > 0:
        whole = text("(", goal.part, " ÷ ", latest.part, ")", up(f"1/{years}"), " − 1")
        yield formulas.rate(latest.value, goal.value, case.left), whole


def _sum_pace(case: Case, goal: Figure, years: str) -> _Ways:
    """F3: what is left of the sum, a year."""
    done = formulas.total(f.value for f in case.inputs)
    parts = text("(", goal.part, " − ", *_summed(case.inputs, bracket=len(case.inputs) > 1), f") ÷ {years}")
    yield (goal.value - done) / case.left, parts


def _change_pace(case: Case, goal: Figure, years: str) -> _Ways:
    """F4: what is left of the change, a year."""
    base, latest = case.base, case.latest
    if latest and base:
        left = goal.value - (latest.value - base.value)
        yield left / case.left, text("[", goal.part, " − (", latest.part, " − ", base.part, f")] ÷ {years}")
    if latest:
        yield (goal.value - latest.value) / case.left, text("(", goal.part, " − ", latest.part, f") ÷ {years}")


def _growth_pace(case: Case, goal: Figure, years: str) -> _Ways:
    """F2, F12: the rate that the rest of the time needs."""
    index = formulas.compound(f.value / 100 for f in case.inputs)
    if index > 0 and case.inputs:
        whole = text("[(1 + ", goal.part, "%)", up(shown.plain(case.years)), " ÷ ")
        parts = (*whole, *text("(", *_product(case.inputs, " + "), ")]", up(f"1/{years}"), " − 1"))
        yield formulas.rest_growth(goal.value / 100, case.years, index, case.done), parts


def _reduction_pace(case: Case, goal: Figure, years: str) -> _Ways:
    """F5: the yearly reduction that the rest of the time needs."""
    done = formulas.reduced(f.value / 100 for f in case.inputs)
    if case.inputs and done < 1 and 0 < goal.value < 100 and case.target.unit == "%":
        whole = text("1 − [(1 − ", goal.part, "%) ÷ (", *_product(case.inputs, " − "), ")]", up(f"1/{years}"))
        yield formulas.rest_reduction(goal.value / 100, done, case.left), whole


_PACES: Mapping[str, Callable[[Case, Figure, str], _Ways]] = {
    "F1": _level_pace,
    "F2": _growth_pace,
    "F3": _sum_pace,
    "F4": _change_pace,
    "F5": _reduction_pace,
    "F6": _level_pace,
    "F7": _level_pace,
    "F11": _level_pace,
    "F12": _growth_pace,
}
