"""Observations: each value of a series once, in its vintage, with everything that says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lantu.link import places, series
from lantu.link.indicators import Names
from lantu.link.reductions import as_reduction_row
from lantu.link.said import Said, base_value, in_order, later_first
from lantu.model import DataRow, Nature, Observation, Period, Place, Qualifiers, Quantity, Series, Vintage
from lantu.registers import linking

_VINTAGES = {Nature.ESTIMATE: Vintage.ESTIMATE, Nature.ACTUAL: Vintage.REPORTED}


@dataclass(slots=True)
class _Value:
    """One value while its sources are gathered."""

    series: Series
    period: Period
    quantity: Quantity
    vintage: Vintage
    said: list[Said] = field(default_factory=list)
    rows: list[DataRow] = field(default_factory=list)

    def closed(self) -> Observation:
        statements = tuple(source for said in in_order(self.said) for source in said.sources)
        return Observation(self.series.id, self.period, self.quantity, self.vintage, statements, tuple(self.rows))


def observe(
    said: Sequence[Said], rows: Sequence[DataRow], known: Sequence[Place], names: Names
) -> tuple[tuple[Series, ...], tuple[Observation, ...]]:
    """Every actual and estimate as an observation of its series.

    In one vintage equal values join; different ones stay, the official text first, then the later document,
    then data rows in the order of their sheets.
    """
    values: dict[tuple[object, ...], _Value] = {}
    for one in later_first([s for s in said if _is_value(s, names)]):
        _value(
            values, series_of(one, names), one.statement.period, one.statement.quantity, vintage_of(one)
        ).said.append(one)
    for row in rows:
        if not row.target:
            place = places.of_row(row, known)
            kept = as_reduction_row(row, names)
            of = series_of_row(kept, place, names)
            _value(values, of, row.period, kept.quantity, row.vintage).rows.append(row)
    return _distinct(v.series for v in values.values()), tuple(v.closed() for v in values.values())


def series_of(said: Said, names: Names) -> Series:
    """The series that an actual value belongs to, in the measure it is stated in."""
    statement = said.statement
    named, unit = names.of_statement(statement)
    return series.choose(said.place, named, statement.measure, unit, statement.qualifiers)


def series_of_row(row: DataRow, place: str, names: Names) -> Series:
    """The series of a data row, whose indicator is a register id or a name."""
    named = names.of_id(row.indicator) or names.named(row.indicator, row.quantity.unit, row.measure)
    return series.choose(place, named, row.measure, row.quantity.unit, Qualifiers())


def vintage_of(said: Said) -> Vintage:
    """预计 for an estimate, 报告 for an actual value, unless the text itself says how final it is."""
    usual = _VINTAGES[said.statement.nature]
    return linking.load().vintages.get(said.statement.qualifiers.vintage, usual) if usual is Vintage.REPORTED else usual


def _is_value(said: Said, names: Names) -> bool:
    """Whether a statement is of what is or will soon be so; what a name calls planned (拟安排) is not."""
    statement = said.statement
    if statement.nature not in _VINTAGES or _is_after(said):
        return False
    return not linking.load().is_planned(statement.indicator) or names.of_statement(statement)[0].known is not None


def _is_after(said: Said) -> bool:
    """Whether a year was still to come when its document was written: then the year, or the nature, is misread."""
    front = said.document.front
    years = [front.planning_year, front.reporting_year and front.reporting_year + 1, front.date and int(front.date[:4])]
    known = [year for year in years if year]
    return bool(known) and said.statement.period.last_year > max(known)


def _value(
    values: dict[tuple[object, ...], _Value], of: Series, period: Period, quantity: Quantity, vintage: Vintage
) -> _Value:
    key = (of.id, period.code, vintage, base_value(quantity))
    return values.setdefault(key, _Value(of, period, quantity, vintage))


def _distinct(found: Iterable[Series]) -> tuple[Series, ...]:
    return tuple({s.id: s for s in reversed(tuple(found))}.values())
