"""N4: the change of a share is told in points (百分点), not in per cent.

Rule: a share or a rate in per cent that 提高, 上升, 下降 by x % is probably meant to change by x points; so is an average growth
in % beside base and target of a share, where (T − B)/N is what is printed.
Exceptions: the printed % is the relative growth of the two levels; rates that do not measure a part (劳动生产率), or that fall
relatively (死亡率, 发案率); growth rates themselves. Of a rate that the register does not know, 10 % or more is information only.
Source: convention 6 of official statistics, F11.

规则：比重、率类指标的变动应以百分点表示；写作“提高x%”的，多半应为x个百分点。指标表中比重的年均增长写作%而数值等于（目标值−基期值）÷年数的，亦同。
例外：所列%确为两个数值的相对增幅；不表示部分占整体的率（劳动生产率），习惯上按相对幅度说的率（死亡率、发案率）；增速本身。登记册没有的率变动10%及以上的只作提示。
依据：统计惯例6，公式F11。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Row, Sentence
from lantu.check.ends import ends
from lantu.check.intervals import figure, number, percent
from lantu.check.shares import is_named_before, is_share
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_PARTED = re.compile(r"[，,、；;。]")
_TWO = 2
_LARGE = Decimal(10)  # per cent: of a rate that only the document knows, so much may well be meant relatively
_GROWTH = frozenset({Measure.GROWTH, Measure.AVERAGE_GROWTH})


def run(case: Case) -> Iterator[Answered]:
    """Growth in % of a share: in table rows with base and target, and in prose."""
    for row in case.rows:
        for average in row.statements:
            if average.measure is Measure.AVERAGE_GROWTH and _in_percent(average):
                ends = _ends(row, average)
                if ends:
                    yield _in_row(case, *ends, average)
    for sentence in case.sentences:
        for growth in sentence.statements:
            shared = growth.measure in _GROWTH and _in_percent(growth) and is_share(case, growth)
            if shared and is_named_before(sentence, growth):
                yield _in_prose(case, sentence, growth)


def _in_percent(statement: Statement) -> bool:
    return units.dimension(statement.quantity.unit) == "percent"


def _ends(row: Row, average: Statement) -> tuple[Statement, Statement] | None:
    """Base and end of the row, both in per cent."""
    found = ends(row, average)
    return found if found and all(map(_in_percent, found)) else None


def _in_row(case: Case, base: Statement, end: Statement, average: Statement) -> Answered:
    years = Decimal(end.period.last_year - base.period.last_year)
    step = number(formulas.points_a_year(base.quantity.value, end.quantity.value, years), 2)
    relative = percent(formulas.rate(base.quantity.value, end.quantity.value, years)) if _grows(base, end) else step
    seen = Note.of(
        "n04_row", name=case.name(end), base=figure(base), end=figure(end), years=years, points=step, relative=relative,
        printed=figure(average),
    )  # fmt: skip
    evidence = case.evidence(average, base, end)
    if _is_meant_relatively(base, end, years, average):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(average), computed=f"{step}个百分点",
        ask=Note.of("n04_ask", name=case.name(end), printed=number(average.quantity.value)),
    )  # fmt: skip


def _grows(base: Statement, end: Statement) -> bool:
    return base.quantity.value > 0 and end.quantity.value > 0


def _is_meant_relatively(base: Statement, end: Statement, years: Decimal, growth: Statement) -> bool:
    """Whether what is printed is the relative growth from base to end a year, and not the points."""
    low, high, said = intervals.printed(base), intervals.printed(end), intervals.printed(growth)
    if not intervals.is_plain(growth.quantity) or low[0] <= 0 or high[0] <= 0:
        return False
    points = intervals.spread(lambda b, t: formulas.points_a_year(b, t, years), low, high)
    rates = intervals.spread(lambda b, t: formulas.rate(b, t, years), low, high)
    return intervals.overlap(rates, intervals.share(said)) and not intervals.overlap(points, said)


def _in_prose(case: Case, sentence: Sentence, growth: Statement) -> Answered:
    name = growth.indicator
    levels = [s for s in sentence.statements if s.measure is Measure.LEVEL and case.subject(s) == case.subject(growth)]
    levels = [s for s in levels if s.start < growth.start]
    if len(levels) >= _TWO and _is_meant_relatively(levels[-2], levels[-1], Decimal(1), growth):
        return passed(*case.evidence(growth, *levels[-2:]))
    sure = case.indicator(growth) is not None or abs(growth.quantity.value) < _LARGE
    words = _PARTED.split(sentence.text[: sentence.after(growth)])[-1]
    return failed(
        *case.evidence(growth),
        seen=Note.of("n04_prose", name=name, words=words),
        printed=figure(growth),
        computed=f"{number(abs(growth.quantity.value))}个百分点",
        ask=Note.of("n04_ask", name=name, printed=number(abs(growth.quantity.value))),
        severity=None if sure else Severity.INFORMATION,
    )


CHECK = Check("N4", 1, "百分点误作%", "Per cent where points are meant", Severity.LIKELY, run)
