"""N19: a growth that doubles a figure or halves it is looked at.

Rule: the growth of a registered indicator in one year is below 100 % and above −50 %; beyond that the figure, its base or its scope is to be checked.
Exceptions: targets; indicators that the register does not know, which may start from little; growth over several years. All is information.
Source: a reported growth of 525 % on a base that shrank by as much before.

规则：登记册中指标一年的增速应小于100%、大于−50%；超出的，请核实数值、基数和口径。
例外：目标；登记册没有的指标（可能基数很小）；多年增幅。均只作提示。
依据：实例：增长525%，上年基数很小。
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Row, Sentence
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Severity, Statement
from lantu.registers import units

_MOST, _LEAST = Decimal(100), Decimal(-50)


def run(case: Case) -> Iterator[Answered]:
    """Every yearly growth of a registered indicator."""
    for place in case.places:
        for one in place.statements:
            if _is_growth(one) and case.indicator(one) is not None and not _leads_on(case, place, one):
                yield _answer(case, one)


def _leads_on(case: Case, place: Row | Sentence, one: Statement) -> bool:
    """Whether the place prints an earlier level too, from which the growth may count."""
    same = (s for s in place.statements if s.measure is Measure.LEVEL and case.subject(s) == case.subject(one))
    return any(s.period.end < one.period.start for s in same)


def _is_growth(one: Statement) -> bool:
    yearly = one.measure is Measure.GROWTH and one.period.is_year and one.nature is not Nature.TARGET
    return yearly and units.dimension(one.quantity.unit) == "percent"


def _answer(case: Case, one: Statement) -> Answered:
    evidence = case.evidence(one)
    if _LEAST <= one.quantity.value < _MOST:
        return passed(*evidence)
    return failed(
        *evidence,
        seen=Note.of("n19_seen", name=case.name(one), year=one.period, growth=figure(one)),
        printed=figure(one),
        explanations=[Note.of("check_small_base"), Note.of("check_scope_changed")],
        ask=Note.of("n19_ask", name=case.name(one)),
    )


CHECK = Check("N19", 1, "增速异常", "Growth out of the ordinary", Severity.INFORMATION, run)
