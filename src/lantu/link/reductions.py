"""Growth of an indicator that plans want reduced, kept as the reduction that they want: 能耗下降3% is 能耗降低 3."""

from dataclasses import replace

from lantu.link.indicators import Names
from lantu.link.said import Said
from lantu.model import Kind, Measure, Nature, Quantity, Statement

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


def _of_whole_plan(said: Said, statement: Statement) -> bool:
    front = said.document.front
    if statement.nature is not Nature.TARGET or front.kind not in _PLANS or not front.plan_period:
        return False
    return statement.period.last_year == front.plan_period.last_year


def _negated(quantity: Quantity) -> Quantity:
    """A fall is printed without its sign, so its comparator holds of the reduction as it stands."""
    return replace(quantity, value=-quantity.value, high=None if quantity.high is None else -quantity.high)
