"""Targets as one text says them, before the texts of a plan are joined."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantu.link import kinds, series
from lantu.link.indicators import Named, Names, is_growth_name
from lantu.link.plans import PlanKey
from lantu.link.rows import Parts, Row, parts, wanted_cell
from lantu.link.said import Said, base_value
from lantu.model import (
    Base,
    Document,
    Measure,
    Note,
    Period,
    Qualifiers,
    Quantity,
    Series,
    StatedPath,
    Target,
    TargetKind,
)
from lantu.registers import units

_OF_THE_WHOLE = (TargetKind.AVERAGE_GROWTH, TargetKind.SUM, TargetKind.CHANGE, TargetKind.REDUCTION)
_GROWTHS = (Measure.GROWTH, Measure.AVERAGE_GROWTH)

Key = tuple[str, str, str, object]


@dataclass(frozen=True, slots=True)
class Draft:
    """A target without its id, the series that it is wanted of, and by what another text is seen to say the same."""

    target: Target
    plan: PlanKey
    document: Document
    series: Series
    keys: tuple[Key, ...]


def of_row(row: Row, plan: PlanKey, names: Names) -> Iterator[Draft]:
    """The targets of a table row: one, and a second where growth has another price basis than the level."""
    said = parts(row, plan.period)
    if said.wanted is None:
        yield from _of_words(row, plan, said, names)
        return
    named, note = _named(said.wanted, said.base, names)
    if _is_rate(said.wanted):
        yield _of_rate(row, plan, said, named)
        return
    first = _of_value(row, plan, said, named, note)
    grows = said.path is not None and said.path.statement.measure is Measure.AVERAGE_GROWTH
    if said.path and grows and series.has_real_growth(named):
        yield replace(first, keys=first.keys[:1])
        yield _plain(said.path, plan, named, said.path.statement.quantity.unit, row=row.number)
    else:
        yield first


def of_statement(said: Said, plan: PlanKey, names: Names, *, headline: bool) -> Draft:
    """The target that one statement makes."""
    named, unit = names.of_statement(said.statement)
    return _plain(said, plan, named, unit, headline=headline)


def _plain(
    said: Said, plan: PlanKey, named: Named, unit: str, *, headline: bool = True, row: int | None = None
) -> Draft:
    """The target of a statement whose indicator is known; `unit`: that of its series."""
    statement = said.statement
    measure, quantity = statement.measure, statement.quantity
    kind = kinds.of_quantity(quantity, measure, named, None, spans=statement.period.is_span)
    of = series.choose(said.place, named, series.wanted_of(measure), unit, statement.qualifiers)
    period = _period(kind, statement.period, plan)
    target = Target(
        id="",
        plan=plan.id,
        series=of.id,
        name=statement.indicator,
        kind=kind,
        period=period,
        wanted=quantity,
        words=statement.text,
        unit=quantity.unit,
        binding=statement.binding,
        headline=headline,
        statements=said.sources,
        row=row,
        responsible=statement.responsible,
    )
    return Draft(target, plan, said.document, of, (_key(plan, of, period, quantity),))


def _of_value(row: Row, plan: PlanKey, said: Parts, named: Named, note: Note | None) -> Draft:
    """A row with a number in its target's column, its average or bracket kept as the stated path."""
    assert said.wanted, "a row in words goes another way"
    wanted, base = said.wanted.statement, _base(said)
    unit = named.known.unit if note and named.known else wanted.quantity.unit
    plain = _plain(said.wanted, plan, named, unit, row=row.number)
    kind = kinds.of_quantity(wanted.quantity, wanted.measure, named, base, spans=wanted.period.is_span)
    target = replace(
        plain.target,
        kind=kind,
        period=_period(kind, wanted.period, plan),
        base=base,
        path=_path(said),
        notes=(note,) if note else (),
    )
    key = _key(plan, plain.series, target.period, wanted.quantity)
    return replace(plain, target=target, keys=(key, *_path_keys(said, plan, named)))


def _of_rate(row: Row, plan: PlanKey, said: Parts, named: Named) -> Draft:
    """A row that asks for growth itself (F12): its average is what is wanted, its base a year's growth."""
    assert said.wanted, "a row in words goes another way"
    average = said.path if said.path and said.path.statement.measure is Measure.AVERAGE_GROWTH else None
    decides = average or said.wanted
    quantity = decides.statement.quantity
    plain = _plain(decides, plan, named, quantity.unit, row=row.number)
    of = series.choose(decides.place, named, Measure.GROWTH, quantity.unit, decides.statement.qualifiers)
    target = replace(
        plain.target,
        series=of.id,
        kind=TargetKind.AVERAGE_GROWTH,
        period=plan.period,
        statements=tuple(dict.fromkeys((*decides.sources, *said.wanted.sources))),
        base=_base(said),
        path=_path(said),
    )
    return Draft(target, plan, row.document, of, (_key(plan, of, plan.period, quantity),))


def _of_words(row: Row, plan: PlanKey, said: Parts, names: Names) -> Iterator[Draft]:
    """A row whose target is set elsewhere or against another series."""
    cell = wanted_cell(row)
    words = kinds.in_words(cell.cell.text) if cell else None
    if cell is None or words is None:
        return
    named = names.of_row(cell.cell.indicator, cell.cell.unit)
    growth = is_growth_name(cell.cell.indicator)
    of = series.choose(cell.place, named, Measure.GROWTH if growth else Measure.LEVEL, cell.cell.unit, Qualifiers())
    evidence = [cell, *(c for c in row.cells if c is not cell and c.cell.column == "base")]
    target = Target(
        id="",
        plan=plan.id,
        series=of.id,
        name=cell.cell.indicator,
        kind=words.kind,
        period=cell.cell.period,
        wanted=None,
        words=cell.cell.text,
        unit=cell.cell.unit,
        binding=cell.cell.binding,
        headline=True,
        statements=(),
        base=_base(said),
        row=row.number,
        reference=words.reference,
        cells=tuple(place for one in evidence for place in one.printed),
    )
    key = (plan.id, of.id, target.period.code, "".join(cell.cell.text.split()))
    yield Draft(target, plan, row.document, of, (key,))


def _named(wanted: Said, base: Said | None, names: Names) -> tuple[Named, Note | None]:
    """The indicator of a row with numbers; a note where the printed unit is not one of its units."""
    statement = wanted.statement
    unit = base.statement.quantity.unit if base else statement.quantity.unit
    unit = "%" if units.dimension(unit) == "point" else unit  # points are what values in % change by
    if statement.measure in _GROWTHS:
        return names.named(statement.indicator, statement.quantity.unit, statement.measure), None
    named = names.of_row(statement.indicator, unit)
    if named.known and not names.named(statement.indicator, unit, Measure.LEVEL).known:
        return named, Note.of("row_unit_differs", printed=unit, expected=named.known.unit)
    return named, None


def _is_rate(wanted: Said) -> bool:
    statement = wanted.statement
    if statement.measure is Measure.GROWTH:
        return True
    return statement.measure is Measure.LEVEL and statement.quantity.unit == "%" and is_growth_name(statement.indicator)


def _base(said: Parts) -> Base | None:
    if said.base is None:
        return None
    return Base(said.base.statement.quantity, said.base.statement.period, said.base.statement.id)


def _path(said: Parts) -> StatedPath | None:
    if said.path is None:
        return None
    statement = said.path.statement
    return StatedPath(statement.quantity, statement.measure, statement.id)


def _path_keys(said: Parts, plan: PlanKey, named: Named) -> Iterator[Key]:
    """Prose that repeats the average or the bracket says the same target again."""
    if said.path:
        statement = said.path.statement
        measure, unit = series.wanted_of(statement.measure), statement.quantity.unit
        of = series.choose(said.path.place, named, measure, unit, statement.qualifiers)
        yield _key(plan, of, plan.period, statement.quantity)


def _period(kind: TargetKind, period: Period, plan: PlanKey) -> Period:
    """Averages, sums and changes that end with the plan are wanted of the whole plan."""
    return plan.period if kind in _OF_THE_WHOLE and not plan.annual and period.end == plan.period.end else period


def _key(plan: PlanKey, of: Series, period: Period, quantity: Quantity) -> Key:
    return plan.id, of.id, period.code, base_value(quantity)
