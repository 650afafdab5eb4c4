"""N33: values of one indicator are of one size.

Rule: two levels of a registered indicator of one place, at most five years apart, do not differ by a factor of five hundred or more: one of them has probably lost or gained a 万
(亿元 for 万元, 人 for 万人).
Exceptions: indicators that the register does not know; rates; values below one; counts that start from nothing (below ten).
Source: practice.

规则：同一地区同一指标相隔不超过五年的两个总量，相差不应达到五百倍；否则单位多半多写或漏写了“万”（亿元写作万元，万人写作人）。
例外：登记册没有的指标；比率；小于一的数值；从零起步的计数（不足十）。
依据：实践。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure, number
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_TIMES = Decimal(500)
_YEARS = 5
_LEAST = Decimal(10)
_RATES = frozenset({"percent", "permille", "point"})

Sized = tuple[Statement, Decimal]


def run(case: Case) -> Iterator[Answered]:
    """Every registered indicator with levels of two years or places in the text, one of them in a draft."""
    for levels in _levels(case).values():
        if len(levels) > 1 and case.in_draft(s for s, _ in levels):
            yield from _answers(case, levels)


def _levels(case: Case) -> dict[tuple[str, ...], list[Sized]]:
    """Levels in their base unit, by place, indicator, scope and base unit."""
    found: dict[tuple[str, ...], list[Sized]] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            factor, base = units.split(one.quantity.unit)
            size = one.quantity.value * factor
            measured = one.measure is Measure.LEVEL and units.dimension(one.quantity.unit) not in _RATES
            if measured and size >= _LEAST and one.period.is_year and case.indicator(one):
                found.setdefault((*case.subject(one), base), []).append((one, size))
    return found


def _answers(case: Case, levels: Sequence[Sized]) -> Iterator[Answered]:
    """Each draft's level against the nearest in time; all that fit are one answer."""
    fitting: list[Statement] = []
    told: set[tuple[str, str]] = set()
    for one, size in levels:
        if one.document not in case.drafts:
            continue
        near = [(s, z) for s, z in levels if s is not one and abs(s.period.last_year - one.period.last_year) <= _YEARS]
        apart = [(s, z) for s, z in near if max(size, z) >= _TIMES * min(size, z)]
        if near and len(apart) == len(near):
            if (apart[0][0].id, one.id) not in told:  # of two that part, one is told
                told.add((one.id, apart[0][0].id))
                yield _told(case, one, size, apart[0])
        elif near:
            fitting.append(one)
    if fitting:
        yield passed(*case.evidence(fitting[0]))


def _told(case: Case, one: Statement, size: Decimal, other: Sized) -> Answered:
    times = max(size, other[1]) / min(size, other[1])
    return failed(
        *case.evidence(one, other[0]),
        seen=Note.of(
            "n33_seen", name=case.name(one), first=figure(one), year=one.period, second=figure(other[0]),
            other=other[0].period, times=number(times, 0),
        ),
        printed=figure(one),
        computed=figure(other[0]),
        ask=Note.of("n33_ask", name=case.name(one)),
    )  # fmt: skip


CHECK = Check("N33", 1, "单位量级", "Unit scale", Severity.LIKELY, run)
