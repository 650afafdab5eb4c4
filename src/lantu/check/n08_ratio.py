"""N8: a printed share is what its two levels give.

Rule: for the ratios of `registers/ratios.csv` (服务业比重 is 第三产业增加值 over 地区生产总值) printed in one document for one place, period and nature, part over whole agrees
with the share within the digits; the share may be cut off and not rounded. So too 占年度计划的x% beside what was done and what was planned,
and 占x% after 其中.
Exceptions: values that are only bounded; units of different kinds; different scope.
Source: definitions of the indicators; convention 8.

规则：同一文件中同一地区、同一时期的比重，应等于部分除以整体（服务业比重=第三产业增加值÷地区生产总值等，见 ratios.csv），按印出位数的区间比较，比重允许截尾。同一句中“占年度计划的x%”与完成数、计划数，“其中……占x%”与总数，亦同。
例外：带限定的数值；单位不同类；口径不同。
依据：指标定义；统计惯例8。
"""

import re
from collections.abc import Iterator

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.check.intervals import figure, percent
from lantu.check.levels import Levels, levels
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import ratios, units

_AMONG = "其中"
_OF_PLAN = re.compile(
    r"(?:占|完成)(?:了)?(?:年度|全年|年初)?(?:计划|目标|任务|投资计划|计划投资)(?:目标|任务|投资)?的$"
)
_PLANNED = re.compile(r"计划(?:完成)?(?:投资)?(?:额)?(?:为)?$|目标(?:任务)?(?:为)?$")
_OF_WHOLE = re.compile(r"[，,（(]?占(?:比|总数的|总量的|总额的|比重)?(?:为|达|达到)?")


def run(case: Case) -> Iterator[Answered]:
    """Every share in every draft whose part and whole are printed too."""
    for reading in case.readings:
        found = levels(case, reading)
        for ratio in ratios.load():
            yield from _answers(case, found, ratio)
    for sentence in case.sentences:
        if "占" in sentence.text or "完成" in sentence.text:
            yield from _in_sentence(case, sentence)


def _answers(case: Case, found: Levels, ratio: ratios.Ratio) -> Iterator[Answered]:
    for key, share in found.get(ratio.share, {}).items():
        part, whole = found.get(ratio.part, {}).get(key), found.get(ratio.whole, {}).get(key)
        answer = _answer(case, share, part, whole) if part and whole else None
        if answer:
            yield answer


def _in_sentence(case: Case, sentence: Sentence) -> Iterator[Answered]:
    """Every share of a plan, and every share of what 其中 was opened in, with both its levels in the sentence."""
    levels = [s for s in sentence.statements if s.measure is Measure.LEVEL and intervals.is_plain(s.quantity)]
    for share in (s for s in levels if units.dimension(s.quantity.unit) == "percent"):
        before = [s for s in levels if s.start < share.start and units.dimension(s.quantity.unit) != "percent"]
        if not before:
            continue
        part, lead = before[-1], sentence.lead(share)
        whole = None
        if _OF_PLAN.search(lead):
            whole = _only([s for s in levels if s is not part and _PLANNED.search(sentence.lead(s)) and _same(s, part)])
        elif _OF_WHOLE.fullmatch(lead) and _AMONG in sentence.lead(part):
            whole = _only([s for s in before[-2:-1] if _same(s, part)])
        answer = _answer(case, share, part, whole) if whole else None
        if answer:
            yield answer


def _same(one: Statement, other: Statement) -> bool:
    return units.split(one.quantity.unit)[1] == units.split(other.quantity.unit)[1] and one.nature is other.nature


def _only(found: list[Statement]) -> Statement | None:
    return found[0] if len(found) == 1 else None


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
