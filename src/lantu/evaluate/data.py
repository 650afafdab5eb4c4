"""The values that a formula uses, and what every formula says of them."""

from collections.abc import Sequence
from decimal import Decimal

from lantu.evaluate.case import Case, Figures, Measured
from lantu.model import Note, Observation


def points(case: Case) -> tuple[Measured, ...]:
    """Values within the target's time that can be held against it, in its unit, oldest first.

    A flow of part of a year says nothing of the year; a stock, share or rate of June does.
    """
    whole = case.indicator is None or case.indicator.quantity_kind == "flow" or not case.plan.five_year
    fitting = (o for o in case.data if o.period.is_year or not (whole or o.period.is_span))
    if not case.target.period.is_year and not case.target.period.is_span:
        fitting = (o for o in case.data if o.period == case.target.period)
    return tuple(m for o in fitting if (m := case.of(o)))


def at_end(case: Case, values: Sequence[Measured]) -> Measured | None:
    """The value of the end of the target's time, which the wanted one is held against."""
    return values[-1] if values and values[-1].year == case.end else None


def outlined(case: Case, formula: str, values: Sequence[Measured], reason: str | None = None) -> Figures:
    """Figures with data, time and what is missing; without data the reason is that none is published."""
    if not values:
        return Figures(formula=formula, missing=missing(case, ()), reason=reason or "not_published")
    used = tuple(m.observation for m in values if m.observation)
    return Figures(
        formula=formula,
        elapsed=case.elapsed(values[-1].year),
        latest=used[-1] if used else None,
        inputs=used,
        deciding=used[-1:],
        missing=missing(case, values),
        reason=reason,
    )


def missing(case: Case, values: Sequence[Measured]) -> tuple[Note, ...]:
    """The years after the latest value, ended by the day, that have none; and values in other units."""
    last = max((m.year for m in values), default=case.start)
    without = [y for y in case.years_without(()) if Decimal(y) > last]
    years = (years_note(without),) if without else ()
    return years + tuple(_unit_note(case, o) for o in case.data if case.of(o) is None)


def years_note(years: Sequence[int]) -> Note:
    """The note that years have no value."""
    return Note.of("years_missing", years=listed(years))


def listed(years: Sequence[int]) -> str:
    """Years in order, runs of them as a range, as both languages can read them: `2021, 2023–2025`."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _unit_note(case: Case, observation: Observation) -> Note:
    quantity = observation.quantity
    return Note.of(
        "unit_differs",
        value=f"{quantity.value}{quantity.unit}",
        period=observation.period,
        unit=case.target.unit,
    )
