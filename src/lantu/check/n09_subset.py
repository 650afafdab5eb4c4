"""N9: the counts of subsets fit the total.

Rule: in one sentence, 其中 opens subsets of what was counted (or summed in money or area) before it in the same unit: none of them passes it; 约束性 and 预期性 indicators
add up to all indicators. Parts that leave nothing out make the whole: those with a remainder (其余), every stage of projects up to those not begun (竣工、在建、待开工), 男 and 女.
Exceptions: values that are only bounded; averages; subsets may overlap or leave some out, so a sum below the total says
nothing; a stage may be counted in another (开工 with what is 竣工);
parts listed with 、 that sum to more are likely to be wrong or counted twice.
Source: a plan's 37 indicators were printed as 12 binding and 23 expected.

规则：同一句中“其中”之后以相同单位（个数、人数、金额、面积）列出的各部分，都不应大于前面的总数；约束性与预期性指标之和应等于指标总数；列全的各部分（有“其余”的，竣工、在建、待开工等各阶段俱全的，男与女等）之和应等于总数。
例外：带限定的数值；平均数；开工数可包含竣工数；各部分可能交叉或未列全，合计小于总数的不作判断；以顿号并列的各部分合计大于总数的列为疑似。
依据：实例：某规划37项指标写作约束性12项、预期性23项。
"""

import re
from collections.abc import Iterator, Sequence

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Sentence
from lantu.check.intervals import figure, number
from lantu.check.partition import Partition, partitions
from lantu.formulas import Bounds
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units
from lantu.registers.indicator_records import kind_of

_AMONG = "其中"
_AVERAGE = re.compile(r"年均|平均|人均|每")  # of which a single year's is no part
_COUNTED = frozenset({"item", "person", "money", "area"})
_ONE_BY_ONE = frozenset({"item", "person"})
_TWO = 2
_EXHAUSTIVE = ("约束性", "预期性")


def run(case: Case) -> Iterator[Answered]:
    """Every 其中, and every sentence that counts binding and expected indicators."""
    for sentence in case.sentences:
        counts = [s for s in sentence.statements if _is_count(s)]
        complete = list(partitions(sentence, counts))
        yield from (_whole(case, one) for one in complete)
        if _AMONG in sentence.text:
            yield from _among(case, sentence, counts, [one.whole for one in complete])
        both = [next((s for s in counts if word in s.indicator), None) for word in _EXHAUSTIVE]
        if all(both):
            yield from _exhaustive(case, sentence, counts, [s for s in both if s])


def _is_count(statement: Statement) -> bool:
    return statement.measure is Measure.LEVEL and kind_of(statement.quantity.unit) in _COUNTED


def _among(case: Case, sentence: Sentence, counts: list[Statement], complete: list[Statement]) -> Iterator[Answered]:
    """Each part against its whole, and their sum unless the whole is one whose parts are complete."""
    at = sentence.text.index(_AMONG)
    before = [s for s in counts if sentence.after(s) <= at]
    whole = before[-1] if before else None
    if whole is None or _AVERAGE.search(whole.indicator) or not _follows(case, sentence, whole, at):
        return
    unit = whole.quantity.unit
    parts = [s for s in counts if sentence.at(s) > at and s.quantity.unit == unit and s.nature is whole.nature]
    if whole not in complete:
        yield from _sum(case, sentence, whole, parts)
    for part in parts:
        if intervals.is_plain(part.quantity):
            low, high = part.quantity.interval[0], whole.quantity.interval[1]
            seen = Note.of("n09_part", part=part.indicator, low=figure(part), whole=whole.indicator, high=figure(whole))
            evidence = case.evidence(whole, part)
            if low <= high or not intervals.is_plain(whole.quantity):
                yield passed(*evidence, seen=seen)
            else:
                yield failed(
                    *evidence, seen=seen, printed=figure(part), computed=f"≤{figure(whole)}", ask=Note.of("n09_ask")
                )


def _sum(case: Case, sentence: Sentence, whole: Statement, parts: list[Statement]) -> Iterator[Answered]:
    """Parts listed with 、 that sum to more than their whole: some were counted twice, or one is wrong."""
    listed = parts[:1]
    for part in parts[1:]:
        if "、" not in sentence.text[sentence.after(listed[-1]) : sentence.at(part)]:
            break
        listed.append(part)
    total = formulas.total(s.quantity.value for s in listed)
    plain = all(intervals.is_plain(s.quantity) for s in (whole, *listed))
    if len(listed) < _TWO or not plain or any(s.quantity.value > whole.quantity.value for s in listed):
        return
    seen = Note.of(
        "n09_parts", sum=" + ".join(number(s.quantity.value) for s in listed), total=number(total), whole=figure(whole)
    )
    evidence = case.evidence(whole, *listed)
    if total <= whole.quantity.interval[1] + formulas.total(s.quantity.half_digit for s in listed):
        yield passed(*evidence, seen=seen)
        return
    yield failed(
        *evidence, seen=seen, printed=figure(whole), computed=number(total), ask=Note.of("n09_ask"),
        explanations=[Note.of("check_overlap")], severity=Severity.LIKELY,
    )  # fmt: skip


def _whole(case: Case, one: Partition) -> Answered:
    """Parts that leave nothing out make the whole, within the digits of all."""
    evidence = case.evidence(one.whole, *one.parts)
    if not all(intervals.is_plain(s.quantity) for s in (one.whole, *one.parts)):
        return not_applicable("check_only_bounded", *evidence, name=one.whole.indicator)
    total = formulas.total(s.quantity.value for s in one.parts)
    seen = Note.of("n09_whole", sum=" + ".join(map(figure, one.parts)), total=number(total), whole=figure(one.whole))
    if any(_makes(one.whole, parts) for parts in (one.parts, one.least) if parts):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(one.whole), computed=number(total), ask=Note.of("n09_ask"),
        explanations=[Note.of("check_overlap")], severity=Severity.LIKELY,
    )  # fmt: skip


def _makes(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether parts sum to the whole."""
    known = [intervals.in_unit(_stands(part), part.quantity.unit, whole.quantity.unit) for part in parts]
    found = [each for each in known if each]
    low, high = formulas.total(a for a, _ in found), formulas.total(b for _, b in found)
    return len(found) < len(known) or intervals.overlap((low, high), _stands(whole))


def _stands(statement: Statement) -> Bounds:
    """What a figure may stand for: things and people counted one by one are as printed, others are rounded."""
    value, unit = statement.quantity.value, statement.quantity.unit
    counted = kind_of(unit) in _ONE_BY_ONE and units.split(unit)[0] == 1
    return (value, value) if counted else intervals.printed(statement)


def _follows(case: Case, sentence: Sentence, whole: Statement, at: int) -> bool:
    """Whether 其中 speaks of the whole: right after it, or after what else is said of the same thing (its growth)."""
    if "，" not in sentence.text[sentence.after(whole) : at].rstrip("，（("):
        return True
    between = [s for s in sentence.statements if sentence.after(whole) <= sentence.at(s) < at]
    return bool(between) and all(case.subject(s) == case.subject(whole) for s in between)


def _exhaustive(case: Case, sentence: Sentence, counts: list[Statement], both: list[Statement]) -> Iterator[Answered]:
    others = [s for s in counts if s not in both and sentence.at(s) < sentence.at(both[0]) and "指标" in s.indicator]
    if len(others) != 1:
        return
    total = formulas.total(s.quantity.value for s in both)
    seen = Note.of(
        "n09_sum", sum=" + ".join(number(s.quantity.value) for s in both), total=number(total), whole=figure(others[0])
    )
    evidence = case.evidence(others[0], *both)
    if total == others[0].quantity.value:
        yield passed(*evidence, seen=seen)
        return
    yield failed(*evidence, seen=seen, printed=figure(others[0]), computed=number(total), ask=Note.of("n09_ask"))


CHECK = Check("N9", 2, "总数与其中数", "Counts of subsets", Severity.ERROR, run)
