"""N7: a part does not pass its whole.

Rule: for the pairs of `registers/wholes.csv` (地方一般公共预算收入 and 一般公共预算总收入, 出口 and 进出口 …) printed in one document for one place, period and
nature, the lowest that the part may stand for is not above the highest that the whole may.
Exceptions: values that are only bounded (以上, 约); values of different scope or in units of different kinds.
Source: definitions of the indicators.

规则：同一文件中同一地区、同一时期的部分不应大于整体（出口与进出口、地方一般公共预算收入与总收入等，见 wholes.csv），按印出位数的区间比较。
例外：带“以上”“约”等限定的数值；口径不同或单位不同类的数值。
依据：指标定义。
"""

from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.check.levels import levels
from lantu.model import Note, Severity, Statement
from lantu.registers import wholes


def run(case: Case) -> Iterator[Answered]:
    """Every pair in every draft."""
    for reading in case.readings:
        found = levels(case, reading)
        for part, whole in wholes.load():
            for key, one in found.get(part, {}).items():
                other = found.get(whole, {}).get(key)
                answer = _answer(case, one, other) if other else None
                if answer:
                    yield answer


def _answer(case: Case, part: Statement, whole: Statement) -> Answered | None:
    low, high = intervals.meant(part), intervals.meant(whole, part.quantity.unit)
    if low is None or high is None:
        return None
    evidence = case.evidence(part, whole)
    seen = Note.of(
        "n07_seen",
        part=case.name(part),
        low=figure(part),
        whole=case.name(whole),
        high=figure(whole),
        period=part.period,
    )
    if low[0] <= high[1]:
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(part), computed=f"≤{figure(whole)}",
        ask=Note.of("n07_ask", part=case.name(part), whole=case.name(whole)),
    )  # fmt: skip


CHECK = Check("N7", 1, "部分与整体", "Part and whole", Severity.ERROR, run)
