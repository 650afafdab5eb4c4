"""N14: one document says one value of one thing: text against table, chapter against chapter.

Rule: two places of a document that print the same indicator, place, scope, price basis, measure and period agree within their digits. Where a
share of a shorter name (城乡居民参保率) differs from a longer one's in the table (城乡居民基本养老保险参保率), it is asked whether they are two indicators.
Exceptions: two values in one sentence (由5%到3%); 预计 beside a result, unless the one stands in the text and the other in a table; a target beside either; values that are only bounded; things counted (projects, firms), which chapters count
for themselves, unless a table counts them; 力争, a stretch up to a quarter
beyond the target. 预计 beside a table and growth outside tables are likely at most, and two
and a half times another is taken for that of several years.
Source: practice.

规则：同一文件中同一指标（地区、口径、价格、度量、时期均同）的两处数值，应在印出位数内一致。正文简称的比率与表中全称的不一致时，列为待核：是否为两个指标。
例外：同一句中的两个数值；预计数与实绩（正文预计数与表中实绩除外）、目标与实绩；带限定的数值；各章各自计数的项目、企业等，除非表中列有；“力争”目标（优于目标且在四分之一以内）。正文预计数与表中实绩不一、表外的增速最多列为疑似，相差两倍半以上视为多年增幅。
依据：实践。
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Comparator, Measure, Nature, Note, Reading, Severity, Statement
from lantu.registers import units
from lantu.registers.indicator_records import kind_of

_MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.AVERAGE_GROWTH})
_COUNTED = frozenset({"item", "person", "visit", "times", ""})
_STRETCH = "力争"
_PAIR = 2
_SEVERAL_YEARS = Decimal("2.5")  # times a growth: more may be the growth of several years, whose span was not read
_WAYS = {"up": 1, "down": -1, "bound": -1}
_A_LITTLE = Decimal("0.25")
_SHORT = 5  # a name of fewer characters is no abbreviation of another

Key = tuple[object, ...]


def run(case: Case) -> Iterator[Answered]:
    """Every thing that a draft prints more than once, and every share whose shorter name another share has."""
    for reading in case.readings:
        held = _held(case, reading)
        for said in held.values():
            if len(said) >= _PAIR:
                yield from _pairs(case, said)
        yield from _alike(case, reading)


def _held(case: Case, reading: Reading) -> dict[Key, list[Statement]]:
    found: dict[Key, list[Statement]] = {}
    for one in reading.statements:
        series = case.series(one)
        if one.measure in _MEASURES and series and not series.indicator.startswith("local:"):
            told = Nature.ACTUAL if one.nature is Nature.ESTIMATE else one.nature
            key = (*case.subject(one), one.measure, one.period, told, one.qualifiers, kind_of(one.quantity.unit))
            found.setdefault(key, []).append(one)
    return {key: _one_a_sentence(case, said) for key, said in found.items()}


def _one_a_sentence(case: Case, said: list[Statement]) -> list[Statement]:
    """Without those that share a sentence: two values of one thing there are told apart by words that were not read."""
    if len(said) < _PAIR:
        return said
    around = [case.evidence(s)[0].around for s in said]
    return [s for s, text in zip(said, around, strict=True) if s.cell or around.count(text) == 1]


def _pairs(case: Case, said: list[Statement]) -> Iterator[Answered]:
    """The first of them, one in a table if there is one, against each other."""
    first = next((s for s in said if s.cell), said[0])
    for other in said:
        if other is first or not (first.cell or _is_measured(first)):
            continue
        if first.nature is not other.nature and not (first.cell and not other.cell):
            continue  # 预计 in the text is the result of the table of its own paper; elsewhere it gives way to results
        if _comparable(first, other) and not _is_stretch(case, first, other):
            yield _answer(case, first, other)


def _is_measured(statement: Statement) -> bool:
    return kind_of(statement.quantity.unit) not in _COUNTED


def _comparable(one: Statement, other: Statement) -> bool:
    """Both one value, or both bounded on the same side."""
    if one.quantity.high is not None or other.quantity.high is not None:
        return False
    bounded = {one.quantity.comparator, other.quantity.comparator}
    return bounded == {Comparator.EQ} or (len(bounded) == 1 and Comparator.ABOUT not in bounded)


def _is_stretch(case: Case, first: Statement, other: Statement) -> bool:
    """Whether 力争 sets another target a little beyond this one, the way that is better."""
    if not any(_STRETCH in e.around for e in case.evidence(first, other)):
        return False
    value, wanted = other.quantity.value, units.convert(first.quantity.value, first.quantity.unit, other.quantity.unit)
    indicator = case.indicator(first)
    if wanted is None or indicator is None or indicator.direction not in _WAYS:
        return True
    beyond = (value - wanted) * _WAYS[indicator.direction]
    return 0 <= beyond <= abs(wanted) * _A_LITTLE


def _answer(case: Case, first: Statement, other: Statement) -> Answered:
    evidence = case.evidence(first, other)
    seen = Note.of("n14_seen", name=case.name(first), period=first.period, first=figure(first), second=figure(other))
    if _agree(first, other):
        return passed(*evidence, seen=seen)
    if first.measure is not Measure.LEVEL and not first.cell and _far(first, other):
        return not_applicable("check_other_span", *evidence, name=case.name(first))
    sure = first.nature is other.nature and (first.cell or first.measure is Measure.LEVEL)
    return failed(
        *evidence,
        seen=seen,
        printed=figure(other),
        computed=figure(first),
        ask=Note.of("n14_ask", name=case.name(first)),
        severity=None if sure else Severity.LIKELY,
    )


def _far(first: Statement, other: Statement) -> bool:
    """Whether one growth is so much more than the other that it may be of several years."""
    small, large = sorted((abs(first.quantity.value), abs(other.quantity.value)))
    return large > small * _SEVERAL_YEARS


def _agree(first: Statement, other: Statement) -> bool:
    """Within the digits of both: what was decided may be told more coarsely in another place too."""
    one = intervals.in_unit(intervals.printed(first), first.quantity.unit, other.quantity.unit)
    return one is None or intervals.overlap(one, intervals.printed(other))


def _alike(case: Case, reading: Reading) -> Iterator[Answered]:
    """Shares in a table against shares in the text whose name is the same with words left out."""
    shares = [s for s in reading.statements if _is_share(s) and case.series(s)]
    tabled = [s for s in shares if s.cell]
    texts = [s for s in shares if not s.cell]
    for row, text in ((a, b) for a in tabled for b in texts):
        same = (row.period, row.nature, case.subject(row)[0]) == (text.period, text.nature, case.subject(text)[0])
        if same and case.subject(row)[1] != case.subject(text)[1] and _shortens(text.indicator, row.indicator):
            yield _asked(case, row, text)


def _is_share(statement: Statement) -> bool:
    level = statement.measure is Measure.LEVEL and intervals.is_plain(statement.quantity)
    return level and units.dimension(statement.quantity.unit) == "percent"


def _shortens(short: str, long: str) -> bool:
    """Whether a name is the other with words left out of its middle: 城乡居民参保率, 城乡居民基本养老保险参保率."""
    if not _SHORT <= len(short) < len(long) or short[:2] != long[:2] or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _asked(case: Case, row: Statement, text: Statement) -> Answered:
    evidence = case.evidence(text, row)
    seen = Note.of(
        "n14_alike", name=text.indicator, first=figure(text), other=row.indicator, second=figure(row), period=row.period
    )
    if _agree(row, text):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence,
        seen=seen,
        printed=figure(text),
        computed=figure(row),
        explanations=[Note.of("check_two_indicators")],
        ask=Note.of("n14_ask_alike", name=text.indicator, other=row.indicator),
        severity=Severity.LIKELY,
    )


CHECK = Check("N14", 2, "正文与表、各章之间", "Text, table and chapters", Severity.ERROR, run)
