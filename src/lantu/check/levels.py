"""The levels that a document prints, by indicator, and by place, scope, period and nature."""

from lantu.check import intervals
from lantu.check.case import Case
from lantu.model import Measure, Reading, Statement

Key = tuple[str, str, str, str]
Levels = dict[str, dict[Key, Statement]]


def levels(case: Case, reading: Reading) -> Levels:
    """The first plain level (no 以上, 约) of each; keys: place, scope, period, nature."""
    found: Levels = {}
    for one in reading.statements:
        if one.measure is Measure.LEVEL and intervals.is_plain(one.quantity):
            place, indicator, scope = case.subject(one)
            found.setdefault(indicator, {}).setdefault((place, scope, one.period.code, one.nature.value), one)
    return found
