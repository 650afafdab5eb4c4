"""N12: what doubles grows enough to double.

Rule: 翻一番 with an average growth in the same sentence over known years: (1+g)^N is 2 or more (翻两番: 4); with two levels of known years, or that
lead from one to the other (从 … 提高到 …): their ratio is. A half more than that is likely to be another growth.
Exceptions: 翻一番以上 and 翻了一番多 are floors; 近一番, 约 and 基本 are told loosely and allow a twentieth; a real growth beside a
nominal doubling is not compared; values of other indicators; ends that are only bounded.
Source: F2; 15 % over five years is 2.011.

规则：同一句中“翻一番”与年均增速并列时，(1+g)的N次方应不小于2（翻两番为4）；与两个数值（各有年份，或写作“从……提高到……”）并列时，比值应不小于2；超出一半以上的列为疑似。
例外：“以上”“多”为下限；“近”“约”“基本”允许相差二十分之一；按可比价的增速与按现价的翻番不相比；其他指标的数值；起止数值带限定的。
依据：公式F2；年均15%五年为2.011倍。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.check.intervals import figure, number
from lantu.formulas import Bounds
from lantu.model import Comparator, Measure, Note, Severity, Statement
from lantu.registers import units

_LOOSELY = Decimal("0.95")
_MUCH = Decimal("1.5")  # times what a doubling wants: then it was more, or the growth is wrong
_TWO = Decimal(2)
_FROM = re.compile(r"[从由]")
_TO = re.compile(r"[^，；。\d]{0,8}[到至为达][^，；。\d]{0,6}(?:\d{4}年[^，；。\d]{0,4})?")  # between the two ends


def run(case: Case) -> Iterator[Answered]:
    """Every doubling beside an average growth, or beside the two levels that it leads from and to."""
    for sentence in case.sentences:
        for doubling in sentence.statements:
            if units.dimension(doubling.quantity.unit) == "doubling":
                yield from _answers(case, sentence, doubling)


def _answers(case: Case, sentence: Sentence, doubling: Statement) -> Iterator[Answered]:
    same = [s for s in sentence.statements if case.subject(s)[:2] == case.subject(doubling)[:2] and s is not doubling]
    for average in same:
        years = average.period.last_year - average.period.first_year + 1
        if average.measure is Measure.AVERAGE_GROWTH and average.period.is_span:
            rate = intervals.share(intervals.printed(average))
            if rate[0] <= -1:
                continue  # a misprint of its own (N28)
            found = intervals.spread(lambda g, n=Decimal(years): formulas.index_of(g, n), rate)
            yield _answer(case, doubling, (average,), found, f"(1 + {figure(average)})^{years}")
    if levels := _ends(sentence, doubling, [s for s in same if s.measure is Measure.LEVEL]):
        base, end = intervals.meant(levels[0], levels[1].quantity.unit), intervals.meant(levels[1])
        if base and end and base[0] > 0:
            found = intervals.spread(lambda b, t: t / b, base, end)
            yield _answer(case, doubling, tuple(levels), found, f"{figure(levels[1])} ÷ {figure(levels[0])}")


def _ends(sentence: Sentence, doubling: Statement, levels: Sequence[Statement]) -> Sequence[Statement]:
    """The two levels between which it doubled: the only two of years that the sentence names, else 从 … 到 … before it."""
    dated = [s for s in levels if f"{s.period.last_year}年" in sentence.text]
    if len(dated) == 2 and dated[0].period.end < dated[1].period.end:
        return dated
    before = [s for s in levels if s.start < doubling.start][-2:]
    if len(before) < 2 or not all(intervals.is_plain(s.quantity) for s in before):
        return ()
    base, end = before
    between = sentence.text[sentence.after(base) : sentence.at(end)]
    return before if _FROM.search(sentence.lead(base)) and _TO.fullmatch(between) else ()


def _answer(case: Case, doubling: Statement, others: tuple[Statement, ...], found: Bounds, sum_: str) -> Answered:
    wanted = formulas.power(_TWO, doubling.quantity.value)
    loosely = doubling.quantity.comparator in {Comparator.ABOUT, Comparator.LE, Comparator.LT}
    evidence = case.evidence(doubling, *others)
    seen = Note.of("n12_seen", name=case.name(doubling), sum=sum_, index=number(found[1], 3), wanted=number(wanted, 0))
    open_ = doubling.quantity.comparator in {Comparator.GE, Comparator.GT}
    enough = found[1] >= (wanted * _LOOSELY if loosely else wanted)
    if enough and (open_ or found[0] <= wanted * _MUCH):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(doubling), computed=number(found[1], 3),
        ask=Note.of("n12_ask", name=case.name(doubling)), severity=Severity.LIKELY if enough else None,
    )  # fmt: skip


CHECK = Check("N12", 1, "翻番与增速", "Doubling", Severity.ERROR, run)
