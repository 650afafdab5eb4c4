"""Growth of an indicator that plans want reduced, kept as the reduction that they want: 能耗下降3% is 能耗降低 3."""

from collections.abc import Sequence
from dataclasses import replace

from lantu.link.indicators import Names
from lantu.link.said import Said
from lantu.model import DataRow, Kind, Measure, Nature, Note, Quantity, Statement
from lantu.registers import units

_COMPOUNDS = "compound_reduction"
_PLANS = (Kind.OUTLINE, Kind.PROPOSAL)


def as_reduction(said: Said, names: Names) -> Said:
    """The figure as one of the reduction's own series, where the register knows one; else as it is.

    A plan's fall over its whole period is the cumulative reduction, a year's fall that year's value.
    """
    statement = said.statement
    if statement.measure is not Measure.GROWTH or statement.quantity.unit != "%":
        return said
    named = names.named(statement.indicator, "%", Measure.GROWTH)
    reduction = names.reduction(named)
    if reduction is None:
        return said
    return replace(
        said,
        statement=replace(
            statement,
            indicator=reduction.name,
            measure=Measure.CUMULATIVE if _of_whole_plan(said, statement) else Measure.LEVEL,
            quantity=_negated(statement.quantity),
        ),
    )


def unclear_rows(rows: Sequence[DataRow], names: Names) -> tuple[Note, ...]:
    """Rows that give a reduction as a positive growth, which says either."""
    return tuple(
        Note.of("reduction_or_rise", file=r.file, row=r.row, indicator=r.indicator)
        for r in rows
        if not r.target and r.measure is Measure.GROWTH and r.quantity.value > 0 and _is_own(r, names)
    )


def _is_own(row: DataRow, names: Names) -> bool:
    named = names.of_id(row.indicator) or names.named(row.indicator, "%", row.measure)
    return named.known is not None and named.known.aggregation == _COMPOUNDS


def as_reduction_row(row: DataRow, names: Names) -> DataRow:
    """A year's value of a reduction, entered as its change or as a growth (−3), as the reduction of that year.

    A growth without its minus sign under the reduction's own name says either, and stays as it is.
    """
    if row.target or not row.period.is_year or units.dimension(row.quantity.unit) not in ("percent", "point"):
        return row
    named = names.of_id(row.indicator) or names.named(row.indicator, "%", row.measure)
    own = _is_own(row, names)
    reduction = named if own else names.reduction(named)
    if row.measure is Measure.GROWTH and reduction and (not own or row.quantity.value < 0):
        return replace(row, indicator=reduction.id, measure=Measure.LEVEL, quantity=_negated(row.quantity))
    if row.measure in (Measure.CHANGE, Measure.CUMULATIVE) and own:
        quantity = _negated(row.quantity) if row.quantity.value < 0 else row.quantity
        return replace(row, measure=Measure.LEVEL, quantity=replace(quantity, unit="%"))
    return row


def _of_whole_plan(said: Said, statement: Statement) -> bool:
    front = said.document.front
    if statement.nature is not Nature.TARGET or front.kind not in _PLANS or not front.plan_period:
        return False
    return statement.period.last_year == front.plan_period.last_year


def _negated(quantity: Quantity) -> Quantity:
    """A fall is printed without its sign, so its comparator holds of the reduction as it stands."""
    return replace(quantity, value=-quantity.value, high=None if quantity.high is None else -quantity.high)
