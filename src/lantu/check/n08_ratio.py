"""N8: a printed share is what its two levels give.

Rule: for the ratios of `registers/ratios.csv` (服务业比重 is 第三产业增加值 over 地区生产总值) printed in one document for one place, period and nature, part over whole agrees
with the share within the digits; the share may be cut off and not rounded.
Exceptions: values that are only bounded; units of different kinds; different scope.
Source: definitions of the indicators; convention 8.

规则：同一文件中同一地区、同一时期的比重，应等于部分除以整体（服务业比重=第三产业增加值÷地区生产总值等，见 ratios.csv），按印出位数的区间比较，比重允许截尾。
例外：带限定的数值；单位不同类；口径不同。
依据：指标定义；统计惯例8。
"""

from collections.abc import Iterator

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, percent
from lantu.check.levels import Levels, levels
from lantu.model import Note, Severity, Statement
from lantu.registers import ratios


def run(case: Case) -> Iterator[Answered]:
    """Every share in every draft whose part and whole are printed too."""
    for reading in case.readings:
        found = levels(case, reading)
        for ratio in ratios.load():
            yield from _answers(case, found, ratio)


def _answers(case: Case, found: Levels, ratio: ratios.Ratio) -> Iterator[Answered]:
    for key, share in found.get(ratio.share, {}).items():
        part, whole = found.get(ratio.part, {}).get(key), found.get(ratio.whole, {}).get(key)
        answer = _answer(case, share, part, whole) if part and whole else None
        if answer:
            yield answer


def _answer(case: Case, share: Statement, part: Statement, whole: Statement) -> Answered | None:
    above, below = intervals.meant(part), intervals.meant(whole, part.quantity.unit)
    if above is None or below is None or below[0] <= 0:
        return None
    found = intervals.spread(formulas.sum_progress, above, below)
    middle = (found[0] + found[1]) / 2
    seen = Note.of(
        "n08_seen", share=case.name(share), part=figure(part), whole=figure(whole), computed=percent(middle),
        printed=figure(share), period=share.period,
    )  # fmt: skip
    evidence = case.evidence(share, part, whole)
    if intervals.overlap(found, intervals.share(intervals.cut(share))):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(share), computed=f"{percent(middle)}%",
        explanations=[Note.of("check_scope_changed")], ask=Note.of("n08_ask", name=case.name(share)),
    )  # fmt: skip


CHECK = Check("N8", 1, "比重与分子、分母", "A share and its two levels", Severity.LIKELY, run)
