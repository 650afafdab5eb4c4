"""N8: a printed share is what its two levels give.

Rule: for the ratios of `registers/ratios.csv` (服务业比重 is 第三产业增加值 over 地区生产总值) printed in one document for one place, period and nature, part over whole agrees
with the share within the digits; the share may be cut off and not rounded. So too in one sentence: 占年度计划的x% beside what was done and what was planned,
完成预算a的x%, 占x% after 其中 or 在…中, 占…的x% where the whole is named before.
Exceptions: values that are only bounded; units of different kinds; different scope.
Source: definitions of the indicators; convention 8.

规则：同一文件中同一地区、同一时期的比重，应等于部分除以整体（服务业比重=第三产业增加值÷地区生产总值等，见 ratios.csv），按印出位数的区间比较，比重允许截尾。同一句中“占年度计划的x%”“完成预算a的x%”与完成数、计划数，“其中……占x%”“在……中，……占x%”“占某总数的x%”与该总数，亦同。
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
_OF_NAMED = re.compile(
    r"[，、（(]?(?:其中)?(?P<part>[^，。；、\d]{2,16}?)??(?:已|约|仅|只)?占(?:了|到)?(?P<whole>[^，。；、\d]{2,20}?)的(?:比重|比例|份额)?(?:为|达到?)?$"
)
_DONE_OF = re.compile(
    r"(?:完成|占|相当于|达到?)(?:了)?(?:[^，。；、\d]{0,4}?)(?:预算|计划|目标|任务)(?:数|额|安排)?(?:为)?$"
)
_OF_WHOLE = re.compile(r"[、，,（(]?占(?:比|总数的|总量的|总额的|比重)?(?:为|达|达到)?")


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
    """Every share whose part and whole stand before it in the sentence."""
    levels = [s for s in sentence.statements if s.measure is Measure.LEVEL and intervals.is_plain(s.quantity)]
    for share in (s for s in levels if units.dimension(s.quantity.unit) == "percent"):
        before = [s for s in levels if s.start < share.start and units.dimension(s.quantity.unit) != "percent"]
        found = _part_and_whole(sentence, share, before, levels) if before else None
        answer = _answer(case, share, *found) if found else None
        if answer:
            yield answer


def _part_and_whole(
    sentence: Sentence, share: Statement, before: list[Statement], levels: list[Statement]
) -> tuple[Statement, Statement] | None:
    """What a share is of: by 占…计划的, by the name after 占, by 完成预算a的, by 其中 or 在…中."""
    part, lead = before[-1], sentence.lead(share)
    if _OF_PLAN.search(lead):
        return _pair(part, [s for s in levels if _PLANNED.search(sentence.lead(s)) and _same(s, part)])
    if named := _OF_NAMED.match(lead):
        parts = [s for s in before if _is_called(s, named["part"])] if named["part"] else before
        return (
            _pair(parts[-1], [s for s in before if _same(s, parts[-1]) and _is_whole(sentence, s, named["whole"])])
            if parts
            else None
        )
    if lead == "的" and _DONE_OF.search(sentence.lead(part)):
        base = units.split(part.quantity.unit)[1]
        done = [
            s for s in before[:-1] if units.split(s.quantity.unit)[1] == base and not _DONE_OF.search(sentence.lead(s))
        ]
        return (done[-1], part) if done else None
    if _OF_WHOLE.fullmatch(lead) and (_AMONG in sentence.lead(part) or _is_inside(sentence, before)):
        return _pair(part, [s for s in before[-2:-1] if _same(s, part)])
    return None


def _pair(part: Statement, wholes: list[Statement]) -> tuple[Statement, Statement] | None:
    """A part with its whole, where only one other statement can be it."""
    others = [s for s in wholes if s is not part]
    return (part, others[0]) if len(others) == 1 else None


def _is_inside(sentence: Sentence, before: list[Statement]) -> bool:
    """在…a中，…b: whether the last but one is opened as the whole of the last."""
    return sentence.lead(before[-1]).startswith("中，") and "在" in sentence.text[: sentence.at(before[-1])]


def _is_called(statement: Statement, name: str) -> bool:
    return statement.indicator.endswith(name) or (len(statement.indicator) > 1 and name.endswith(statement.indicator))


def _is_whole(sentence: Sentence, statement: Statement, name: str) -> bool:
    """Whether a statement is of the named whole: words that its own name has not (全市) stand before its number."""
    said = statement.indicator
    return said.endswith(name) or (len(said) > 1 and name.endswith(said) and name in sentence.lead(statement))


def _same(one: Statement, other: Statement) -> bool:
    return units.split(one.quantity.unit)[1] == units.split(other.quantity.unit)[1] and one.nature is other.nature


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


CHECK = Check("N8", 2, "比重与分子、分母", "A share and its two levels", Severity.LIKELY, run)
