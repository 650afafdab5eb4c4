"""What a worked line is made of: the printed numbers of an assessment in the target's unit, with their evidence."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Assessment, Observation, Plan, Quantity, Target
from lantu.registers import units
from lantu.report import shown

_CLOSE = Decimal("0.000005")


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
class Figure:
    """A number in the target's unit, as printed where nothing had to be converted, and its evidence."""

    value: Decimal
    part: Part


@dataclass(frozen=True, slots=True)
class Case:
    """What a line can be made of."""

    target: Target
    judged: Assessment
    base: Figure | None
    wanted: Figure | None
    latest: Figure | None
    inputs: tuple[Figure, ...]
    years: Decimal  # from base to target
    annual: bool  # a plan of one year holds the year's value against the wanted one

    @property
    def done(self) -> Decimal:
        """Years of the plan at the latest data."""
        return (self.judged.elapsed or Decimal(0)) * self.years

    @property
    def all_yearly(self) -> bool:
        """Whether every value used is of one year: a printed average or sum of several is no yearly rate."""
        return all(o.period.is_year for o in self.judged.inputs)

    @property
    def left(self) -> Decimal:
        """Years of the plan after the latest data."""
        return self.years - self.done


def case_of(target: Target, judged: Assessment, plan: Plan) -> Case:
    """The figures of one assessment."""
    first = target.statements[0] if target.statements else None
    sent_down = target.assigned.quantity if target.assigned else None
    wanted = target.wanted or sent_down
    return Case(
        target, judged,
        base=_figure(target.base.quantity, target.unit, target.base.statement) if target.base else None,
        wanted=_figure(wanted, target.unit, first) if wanted else None,
        latest=observed(judged.latest, target.unit) if judged.latest else None,
        inputs=tuple(f for f in (observed(o, target.unit) for o in _of_series(target, judged)) if f),
        years=_years(target, plan),
        annual=not plan.five_year and not target.period.is_span,
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


def observed(seen: Observation, unit: str) -> Figure | None:
    """A value in the unit asked for; None where it cannot be converted."""
    return _figure(seen.quantity, unit, seen.statements[0] if seen.statements else None)


def _figure(quantity: Quantity, unit: str, statement: str | None) -> Figure | None:
    value = quantity.value if quantity.unit == unit else units.convert(quantity.value, quantity.unit, unit)
    if value is None and not quantity.unit:
        value = quantity.value
    return None if value is None else Figure(value, Part(shown.plain(value), statement))


def same(first: Decimal, second: Decimal | None) -> bool:
    """Whether two computed values are one, but for the last digits of their computation."""
    return second is not None and abs(first - second) <= _CLOSE * max(Decimal(1), abs(second))


def text(*parts: Part | str) -> tuple[Part, ...]:
    """Words and numbers side by side."""
    return tuple(p if isinstance(p, Part) else Part(p) for p in parts)


def up(text: str) -> Part:
    """An exponent."""
    return Part(text, raised=True)
