"""F2, F12: average growth over the plan. A year that is missing is never assumed, but what it would have to be is said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu import formulas
from lantu.evaluate.case import A_YEAR, HUNDRED, Case, Figures, Measured
from lantu.evaluate.data import listed, outlined, points, years_note
from lantu.evaluate.limits import aim, direction, limits
from lantu.evaluate.shown import number, percent
from lantu.model import Comparator, Measure, Note, Quantity, Required, Share, Target, TargetKind
from lantu.registers import units

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Grown:
    """The growth since the base, as far as it is known: parts of one or more years, and the years they cover."""

    parts: tuple[Measured, ...]  # indices, 1.03 for 3 %; `year` is the last year of the part
    lengths: tuple[int, ...]
    years: frozenset[int]

    @property
    def index(self) -> Measured:
        """The index of all known parts together."""
        low, value, high = ONE, ONE, ONE
        for part in self.parts:
            low, value, high = low * part.low, value * part.value, high * part.high
        return Measured(low, value, high, self.parts[-1].year)


def average(case: Case) -> Figures:
    """F2; F12 where the base is itself a growth. Progress is the share of the plan's cumulative growth."""
    formula = "F12" if _has_growth_as_base(case) else "F2"
    wanted, known = wanted_average(case), _grown(case)
    if wanted is None or abs(wanted.value) >= HUNDRED:
        return outlined(case, formula, known.parts, reason="unclear_target")
    if not known.parts:
        return outlined(case, formula, ())
    found = outlined(case, formula, known.parts)
    found = replace(found, deciding=found.inputs, expected=aim(wanted, direction(case)))
    last = int(known.parts[-1].year)
    without = tuple(y for y in range(int(case.start) + 1, last + 1) if y not in known.years)
    if without:
        return _incomplete(case, found, wanted, known, without)
    return _complete(case, found, wanted, known)


def _has_growth_as_base(case: Case) -> bool:
    base = case.target.base
    return base is not None and units.dimension(base.quantity.unit) in ("percent", "point")


def wanted_average(case: Case) -> Quantity | None:
    """The wanted average in %: the printed average beside a growth's base and target, else the target itself."""
    path = case.target.path
    return path.quantity if path and path.measure is Measure.AVERAGE_GROWTH else case.wanted


def _complete(case: Case, found: Figures, wanted: Quantity, known: Grown) -> Figures:
    rate, index = aim(wanted, direction(case)) / HUNDRED, known.index
    done = index.year - case.start
    held = _average(index, done)
    rest = case.end - index.year
    required = formulas.rest_growth(rate, case.years, index.value, done) if rest > 0 else None
    sign = -1 if rate < 0 else 1
    reached = sign * (index.value - formulas.index_of(rate, case.years)) >= 0 and rate != 0
    found = replace(
        found,
        required=None if required is None or reached else Required(required, A_YEAR),
        pace=None if required is None else sign * required,
        best=max(sign * _yearly(part, n) for part, n in zip(known.parts, known.lengths, strict=True)),
        held=held if rest == 0 else None,
        reached=reached,
        notes=_lead(case, wanted, index),
    )
    if rate == 0:  # growth of 0 has no share: the average so far answers like a bound
        return replace(found, kept=limits(wanted, direction(case)).hold(held.value))
    low, value, high = (formulas.growth_progress(i, rate, case.years) for i in (index.low, index.value, index.high))
    share = Share(value, low=min(low, high), high=max(low, high))
    return replace(found, progress=share, expected_share=formulas.growth_path(rate, case.years, done))


def _incomplete(case: Case, found: Figures, wanted: Quantity, known: Grown, without: tuple[int, ...]) -> Figures:
    """Not assessable; but provable without an assumption is what the missing years would have to be."""
    rate, index = aim(wanted, direction(case)) / HUNDRED, known.index
    done, gone = index.year - case.start, Decimal(len(without))
    so_far = formulas.missing_growth(rate, done, index.value, gone)
    notes = [_needed("missing", without, so_far, span=_span(case, int(index.year)), wanted=_shown(wanted))]
    planned = planned_years(case, int(index.year))
    if planned and min(planned.values()) > -HUNDRED:
        whole = index.value * formulas.compound(g / HUNDRED for g in planned.values())
        to_end = formulas.missing_growth(rate, case.years, whole, gone)
        said = {"span": _span(case, int(case.end)), "wanted": _shown(wanted), **_assumed(case, planned)}
        notes.append(_needed("missing_planned", without, to_end, **said))
    return replace(found, missing=(years_note(without), *found.missing), notes=tuple(notes), reason="not_published")


def planned_years(case: Case, after: int) -> Mapping[int, Decimal]:
    """Growth of the coming years by the annual plans at hand, in %; the last one stands for the rest."""
    known: dict[int, Decimal] = {}  # targets that lead their plan come before others of the same year
    for target in _annual_targets(case):
        wanted, year = target.wanted, target.period.first_year
        if wanted and year > after and year not in known:
            known[year] = aim(wanted, direction(case))
    if not known:
        return {}
    last = known[max(known)]
    if min(known) != after + 1:
        return {}
    return {year: known.get(year, last) for year in range(after + 1, int(case.end) + 1)}


def _annual_targets(case: Case) -> Iterable[Target]:
    ledger, known = case.known.ledger, case.known
    for target in sorted(ledger.targets, key=lambda t: not t.headline):
        joins = target.part_of == case.target.id or target.series == case.target.series
        annual = target.period.is_year and not ledger.plan_by_id[target.plan].five_year
        if joins and annual and target.kind is TargetKind.GROWTH and known.wants(target):
            yield target


def _assumed(case: Case, planned: Mapping[int, Decimal]) -> dict[str, str]:
    own = {t.period.first_year for t in _annual_targets(case)}
    return {
        "planned": ", ".join(f"{y}: {number(g)}%" for y, g in planned.items() if y in own),
        "repeated": listed([y for y in planned if y not in own]),
    }


def _needed(code: str, without: tuple[int, ...], rate: Decimal, **said: str) -> Note:
    """One of six sentences: one year or several; so far, with the annual targets at hand, or with the last repeated."""
    several = "years" if len(without) > 1 else "year"
    if not said.get("repeated"):
        said.pop("repeated", None)
    elif code == "missing_planned":
        code = "missing_repeated"
    return Note.of(f"{code}_{several}_growth", years=listed(without), needed=percent(rate), **said)


def _lead(case: Case, wanted: Quantity, index: Measured) -> tuple[Note, ...]:
    """Whether the annual targets at hand still lead to the plan's average."""
    planned = planned_years(case, int(index.year))
    if not planned or min(index.value, *(HUNDRED + g for g in planned.values())) <= 0:
        return ()
    average_rate = formulas.average(index.value * formulas.compound(g / HUNDRED for g in planned.values()), case.years)
    if limits(wanted, direction(case)).hold(average_rate * HUNDRED):
        return ()
    said = _assumed(case, planned)
    code = "annual_targets_repeated_fall_short" if said["repeated"] else "annual_targets_fall_short"
    if not said["repeated"]:
        said.pop("repeated")
    return (
        Note.of(code, span=_span(case, int(case.end)), average=percent(average_rate), wanted=_shown(wanted), **said),
    )


def _grown(case: Case) -> Grown:
    yearly = {int(m.year): _index(m, 1) for m in points(case) if m.low > -HUNDRED}
    span = _printed_average(case)
    if span is not None and not all(y in yearly for y in range(int(case.start) + 1, int(span.year) + 1)):
        length = int(span.year - case.start)
        later = {y: m for y, m in yearly.items() if y > span.year}
        covered = frozenset(range(int(case.start) + 1, int(span.year) + 1))
        return Grown((_index(span, length), *later.values()), (length, *(1 for _ in later)), covered | later.keys())
    if not yearly:
        return _from_levels(case)
    return Grown(tuple(yearly.values()), tuple(1 for _ in yearly), frozenset(yearly))


def _printed_average(case: Case) -> Measured | None:
    """The longest average since the base that is in print (前三年年均增长)."""
    own = [o for o in case.data if o.period.is_span]
    found = [o for o in (*case.spans(Measure.AVERAGE_GROWTH), *own) if case.is_since_base(o)]
    fitting = [m for o in sorted(found, key=lambda o: o.period.end) if (m := case.of(o)) and m.low > -HUNDRED]
    return fitting[-1] if fitting else None


def _from_levels(case: Case) -> Grown:
    """The growth between a base level and the latest one, where levels are of the growth's basis and chain."""
    nothing = Grown((), (), frozenset())
    register = case.indicator
    if case.series.price == "real" or (register and register.price_basis in ("real", "nominal_level_real_growth")):
        return nothing
    if register and register.aggregation == "not_chainable":
        return nothing
    for series in case.known.siblings(case.series, Measure.LEVEL):
        values = [o for o in case.known.values.get(series.id, ()) if o.period.is_year and o.quantity.unit]
        base = next((o for o in values if o.period.last_year == case.start), None)
        last = next((o for o in reversed(case.within(values)) if base and o.quantity.unit == base.quantity.unit), None)
        if base and last and base.quantity.interval[0] > 0 and last.quantity.interval[0] > 0:
            (b0, b1), (v0, v1) = base.quantity.interval, last.quantity.interval
            length = last.period.last_year - int(case.start)
            covered = frozenset(range(int(case.start) + 1, last.period.last_year + 1))
            index = last.quantity.value / base.quantity.value
            return Grown((Measured(v0 / b1, index, v1 / b0, Decimal(last.period.last_year), last),), (length,), covered)
    return nothing


def _index(rate: Measured, years: int) -> Measured:
    n = Decimal(years)
    low, value, high = (formulas.index_of(r / HUNDRED, n) for r in (rate.low, rate.value, rate.high))
    return replace(rate, low=low, value=value, high=high)


def _yearly(part: Measured, years: int) -> Decimal:
    return formulas.average(part.value, Decimal(years))


def _average(index: Measured, years: Decimal) -> Measured:
    low, value, high = (formulas.average(i, years) * HUNDRED for i in (index.low, index.value, index.high))
    return replace(index, low=low, value=value, high=high)


def _span(case: Case, last: int) -> str:
    first = int(case.start) + 1
    return str(first) if first == last else f"{first}–{last}"


def _shown(wanted: Quantity) -> str:
    signs = {Comparator.GE: "≥", Comparator.GT: ">", Comparator.LE: "≤", Comparator.LT: "<", Comparator.ABOUT: "≈"}
    high = "" if wanted.high is None else f"–{number(wanted.high)}"
    return f"{signs.get(wanted.comparator, '')}{number(wanted.value)}{high}"
