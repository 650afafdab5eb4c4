"""The two levels of a table row between which its average growth or its change leads."""

from lantu.check.case import Row
from lantu.model import Measure, Statement

_TWO = 2


def ends(row: Row, path: Statement) -> tuple[Statement, Statement] | None:
    """The level of the year before the path's span and that of its last year; None where the row does not print both.

    A path whose span was not read leads between the row's only two levels, where they are more than a year apart.
    """
    levels = [s for s in row.statements if s.measure is Measure.LEVEL and s.period.is_year]
    if path.period.is_span:
        first = [s for s in levels if s.period.last_year == path.period.first_year - 1]
        last = [s for s in levels if s.period.last_year == path.period.last_year]
        return (first[0], last[0]) if len(first) == len(last) == 1 else None
    if len(levels) != _TWO:
        return None
    base, end = sorted(levels, key=lambda s: s.period.end)
    return (base, end) if end.period.last_year - base.period.last_year > 1 else None
