"""N2: average growth and its end points agree.

Rule: (T/B)^(1/N) − 1 is the stated average growth, N counted without the base year; compared as intervals of the printed digits.
A nominal level beside a real growth rate (地区生产总值 …) is no error: the implied deflator is told, as information within −1 … 5 % (from −2.5 % in the years of falling prices, 1998–2003), as likely within −2.5 … 6 %.
Exceptions: investment in fixed assets (累计法) and shares (points, N4) are not compounded; 以上 is a floor.
Source: F2, F12; conventions 1, 3 and 5 of official statistics.

规则：以期初、期末值推算的年均增速（N年不含基年）应与所列年均增速一致，按印出位数的区间比较。总量按现价、增速按可比价的指标，差额是隐含平减指数，在−1%至5%之间（物价下降的1998—2003年放宽到−2.5%）只作提示，在−2.5%至6%之间列为疑似。
例外：固定资产投资按累计法计算，比重按百分点计算，均不适用；“以上”按下限比较。
依据：公式F2、F12；统计惯例1、3、5。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Row, Sentence
from lantu.check.ends import ends
from lantu.check.intervals import figure, percent
from lantu.formulas import Bounds
from lantu.model import Comparator, Measure, Nature, Note, Period, Severity, Statement
from lantu.registers import units

_PLAUSIBLE = (Decimal("-0.01"), Decimal("0.05"))  # yearly price change that needs no question
_POSSIBLE = (Decimal("-0.025"), Decimal("0.06"))  # and that has been seen: a question, no error
_FALLING = range(1998, 2004)  # retail prices fell, by as much as 3 % a year
_ROUNDED_TARGET = Decimal("0.01")  # a decided level is often a round figure: within a point it is a question, no error


def run(case: Case) -> Iterator[Answered]:
    """Every average growth with a level at both its ends: in a table row, or in one sentence."""
    for place in case.places:
        for average in place.statements:
            if average.measure is Measure.AVERAGE_GROWTH and units.dimension(average.quantity.unit) == "percent":
                ends = _ends(case, place, average)
                if ends:
                    yield _answer(case, *ends, average)


def _ends(case: Case, place: Row | Sentence, average: Statement) -> tuple[Statement, Statement] | None:
    """The two levels that the average leads from and to; None where the place does not print them."""
    if isinstance(place, Row):
        found = ends(place, average)
        return found if found and _is_pair(*found) else None
    subject = case.subject(average)[:2]
    levels = [s for s in place.statements if s.measure is Measure.LEVEL and case.subject(s)[:2] == subject]
    levels = [s for s in levels if s.start < average.start]
    span = average.period if average.period.is_span else None
    if span is None:  # then the levels have to say their years
        levels = [s for s in levels if f"{s.period.last_year}年" in place.text]
    pairs = [
        (base, end)
        for base, end in combinations(sorted(levels, key=lambda s: s.period.end), 2)
        if _is_pair(base, end) and (span is None or _spans(place, base, end, span))
    ]
    return pairs[0] if len(pairs) == 1 and not _another(place, pairs[0][1], average) else None


def _another(sentence: Sentence, end: Statement, average: Statement) -> bool:
    """Whether another average stands between the levels and this one, which is then what it is compared with."""
    return any(s.measure is Measure.AVERAGE_GROWTH and end.start < s.start < average.start for s in sentence.statements)


def _is_pair(base: Statement, end: Statement) -> bool:
    years = base.period.is_year and end.period.is_year and end.period.last_year - base.period.last_year > 1
    return years and units.dimension(base.quantity.unit) == units.dimension(end.quantity.unit)


def _spans(sentence: Sentence, base: Statement, end: Statement, span: Period) -> bool:
    """Whether the levels are those before a span's first year and of its last one; a base whose year is not printed is the former.

    2018年至2023年，由a提高到b: the base may be of the first year, or of the one before.
    """
    before = base.period.last_year + 1 == span.first_year
    opens = base.period.last_year == span.first_year
    unsaid = f"{base.period.last_year}年" not in sentence.text or f"{base.period.last_year}年至" in sentence.text
    return end.period.last_year == span.last_year and (before or (unsaid and opens))


def _years(base: Statement, end: Statement, average: Statement) -> int:
    """The years over which the average is taken."""
    if average.period.is_span:
        return average.period.last_year - average.period.first_year + 1
    return end.period.last_year - base.period.last_year


def _answer(case: Case, base: Statement, end: Statement, average: Statement) -> Answered:
    evidence = case.evidence(base, end, average)
    indicator = case.indicator(average) or case.indicator(end)
    name = case.name(end)
    if indicator and indicator.aggregation == "not_chainable":
        return not_applicable("check_not_chained", *evidence, name=name)
    if units.dimension(end.quantity.unit) in {"percent", "permille"}:
        return not_applicable("check_in_points", *evidence, name=name)
    found = _growth(base, end, _years(base, end, average))
    if found is None:
        return not_applicable("check_no_rate", *evidence, name=name)
    said = intervals.share(intervals.printed(average))
    if average.quantity.value <= -intervals.HUNDRED:
        return not_applicable("check_no_rate", *evidence, name=name)
    later = found
    if f"{base.period.last_year}年至" in evidence[-1].around:  # the base may be of the span's first year
        later = _growth(base, end, end.period.last_year - base.period.last_year) or found
    if case.is_real(average):
        return _deflator(case, (base, end, average), later)
    if any(_agrees(each, said, average.quantity.comparator) for each in (found, later)):
        return passed(*evidence, seen=_seen(name, base, end, average, found))
    apart = max(found[0] - said[1], said[0] - found[1])
    rounded = end.nature is Nature.TARGET and apart <= _ROUNDED_TARGET
    scope = indicator is not None and indicator.price_basis == "comparable_scope"
    return failed(
        *evidence,
        seen=_seen(name, base, end, average, found),
        printed=figure(average),
        computed=_shown(found),
        explanations=[Note.of("check_scope_changed")] if scope else [Note.of("check_base_year_counted")],
        ask=Note.of("n02_ask", name=name),
        severity=Severity.LIKELY if rounded or scope else None,
    )


def _growth(base: Statement, end: Statement, years: int) -> Bounds | None:
    """The yearly rate from base to end, over what their digits leave open."""
    low, high = intervals.meant(base, end.quantity.unit), intervals.meant(end)
    if low is None or high is None or low[0] <= 0 or high[0] <= 0:
        return None
    return intervals.spread(lambda b, t: formulas.rate(b, t, Decimal(years)), low, high)


def _agrees(found: Bounds, said: Bounds, comparator: Comparator) -> bool:
    if comparator in {Comparator.GE, Comparator.GT}:
        return found[1] >= said[0]
    if comparator in {Comparator.LE, Comparator.LT}:
        return found[0] <= said[1]
    if comparator is Comparator.ABOUT:
        return intervals.overlap((found[0] - _ROUNDED_TARGET / 2, found[1] + _ROUNDED_TARGET / 2), said)
    return intervals.overlap(found, said)


def _deflator(case: Case, said: Sequence[Statement], found: Bounds) -> Answered:
    base, end, average = said
    real = intervals.share((average.quantity.value, average.quantity.value))[0]
    middle = (found[0] + found[1]) / 2
    deflator = formulas.implied_deflator(middle, real)
    since = _since(base, end, average)
    falling = (
        sum(year in _FALLING for year in range(since + 1, end.period.last_year + 1)) * 2 > end.period.last_year - since
    )
    usual = (_POSSIBLE[0] if falling else _PLAUSIBLE[0]) <= deflator <= _PLAUSIBLE[1]
    severity = Severity.LIKELY if _POSSIBLE[0] <= deflator <= _POSSIBLE[1] else Severity.ERROR
    return failed(
        *case.evidence(*said),
        seen=Note.of(
            "n02_deflator", name=case.name(end), base=figure(base), end=figure(end), average=figure(average),
            since=since, until=end.period, growth=percent(middle), deflator=percent(deflator),
        ),
        printed=figure(average),
        computed=_shown(found),
        explanations=[Note.of("check_nominal_real")],
        ask=Note.of("n02_ask_usual" if usual else "n02_ask_deflator", name=case.name(end)),
        severity=Severity.INFORMATION if usual else severity,
    )  # fmt: skip


def _seen(name: str, base: Statement, end: Statement, average: Statement, found: Bounds) -> Note:
    return Note.of(
        "n02_seen", name=name, since=_since(base, end, average), until=end.period, base=figure(base), end=figure(end),
        years=_years(base, end, average), growth=_shown(found), average=figure(average),
    )  # fmt: skip


def _since(base: Statement, end: Statement, average: Statement) -> int:
    return end.period.last_year - _years(base, end, average)


def _shown(found: Bounds) -> str:
    low, high = percent(found[0]), percent(found[1])
    return f"{low}%" if low == high else f"{low}%–{high}%"


CHECK = Check("N2", 2, "年均增速与期初、期末值", "Average growth against its end points", Severity.ERROR, run)
