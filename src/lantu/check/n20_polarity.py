"""N20: the words of a target point the way that is better.

Rule: what is better higher (优良天数比例) is not 控制在…内 or 不超过; what is better lower (失业率) is not 达到…以上.
Exceptions: indicators whose direction the register does not know; reductions (能耗降幅), which are worded both ways; growth.
Source: a plan's rows for air and water quality; directions of the indicator register.

规则：以高为好的指标（优良天数比例）不写“控制在…内”“不超过”；以低为好的指标（失业率）不写“…以上”。
例外：登记册未定方向的指标；降幅类指标（能耗降幅），两种写法都有；增速。
依据：某规划空气、水质指标的写法；登记册的方向。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.model import Comparator, Evidence, Measure, Nature, Note, Severity, Statement
from lantu.registers import indicators
from lantu.registers.indicator_records import Indicator

_KEPT_BELOW = re.compile(r"控制在.*(?:内|以下)|不(?:高于|超过|大于)|以内$")
_BELOW = frozenset({Comparator.LE, Comparator.LT})
_ABOVE = frozenset({Comparator.GE, Comparator.GT})
_DOWN = frozenset({"down", "bound"})
_REDUCTION = "compound_reduction"


def run(case: Case) -> Iterator[Answered]:
    """Every bounded target and every target in words, of an indicator with a direction."""
    for reading in case.readings:
        for cell in reading.text_cells:
            meant = indicators.named(cell.indicator, case.registers)
            if len(meant) == 1 and cell.column == "target" and _KEPT_BELOW.search(cell.text):
                evidence = case.cell(reading.document, cell.cell, cell.start, cell.end)
                yield _answer(meant[0], evidence, cell.indicator, cell.text, below=True)
        for one in reading.statements:
            indicator = case.indicator(one)
            if indicator and _is_bounded_target(one):
                (evidence,) = case.evidence(one)
                yield _answer(indicator, evidence, one.indicator, one.text, below=one.quantity.comparator in _BELOW)


def _is_bounded_target(one: Statement) -> bool:
    bounded = one.quantity.comparator in _BELOW | _ABOVE
    return bounded and one.nature is Nature.TARGET and one.measure is Measure.LEVEL


def _answer(indicator: Indicator, evidence: Evidence, name: str, words: str, *, below: bool) -> Answered:
    wrong = indicator.direction == "up" if below else indicator.direction in _DOWN
    if not wrong or indicator.aggregation == _REDUCTION or indicator.reduction_of:
        return passed(evidence)
    code = "n20_up" if below else "n20_down"
    return failed(
        evidence, seen=Note.of(code, name=name, words=words), printed=words, ask=Note.of("n20_ask", name=name)
    )


CHECK = Check("N20", 1, "措辞与方向", "Wording against direction", Severity.LIKELY, run)
