"""N21: one thing keeps one name, and two things keep two.

Rule: two indicators that are easily taken for one another (出口总额 and 进出口总额, 数字经济 and its 核心产业, 公共财政总收入 and 一般公共预算总收入: `confusable_with` in the register) do not print
one figure for one period: one of the two names is then a slip. Where one document has only the one of them and another only the other, of one period and less than twice it, it is asked whether the name has changed.
Exceptions: figures of fewer than three digits, which agree by chance; a document that prints both with two figures; growth, which often agrees. A changed name is information.
Source: practice; 数字经济 of 400 and its 核心产业 of 100 in one text are two things.

规则：容易混淆的两个指标（出口总额与进出口总额、数字经济与核心产业、公共财政总收入与一般公共预算总收入等，见指标库）同一时期不应列同一数值，否则一处名称有误。一个文件只列其一、另一个文件只列其二，且时期相同、相差不到一倍的，询问是否改了名称。
例外：不足三位的数（可能巧合）；同一文件中两者并列且数值不同的；增速（常有相同）。名称变化只作提示。
依据：实践；实例：同一文中核心产业100亿元与数字经济400亿元为两个指标。
"""

from collections.abc import Iterator
from itertools import combinations

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import indicators, units
from lantu.registers.indicator_records import kind_of

_DIGITS = 3
_MONEY = frozenset({"money", "usd"})  # counts are told by many names

Key = tuple[object, ...]
Told = dict[str, Statement]  # by indicator


def run(case: Case) -> Iterator[Answered]:
    """Every two confusable indicators of one period: in one draft, then in a draft and another document."""
    told = {reading.document.sha256: _told(case, reading.statements) for reading in case.ledger.readings}
    for document in sorted(told.keys() & case.drafts):
        for held in told[document].values():
            for first, second in combinations(held.values(), 2):
                if _confusable(case, first, second):
                    yield _answer(case, first, second)
    for one, other in combinations(sorted(told), 2):
        if {one, other} & case.drafts and case.publications[one] is not case.publications[other]:
            yield from _renamed(case, told[one], told[other])


def _told(case: Case, statements: tuple[Statement, ...]) -> dict[Key, Told]:
    """The first level of money that a document gives for each indicator, by place, scope, period and nature."""
    found: dict[Key, Told] = {}
    for one in statements:
        kind = kind_of(one.quantity.unit)
        if one.measure is Measure.LEVEL and kind in _MONEY and intervals.is_plain(one.quantity) and case.indicator(one):
            place, indicator, scope = case.subject(one)
            found.setdefault((place, scope, one.period, kind), {}).setdefault(indicator, one)
    return found


def _confusable(case: Case, first: Statement, second: Statement) -> bool:
    one, other = case.indicator(first), case.indicator(second)
    return bool(one and other and (other.id in one.confusable_with or one.id in other.confusable_with))


def _same(first: Statement, second: Statement) -> bool:
    """One figure to the digit, in whatever unit, of three digits or more."""
    bounds = intervals.in_unit((first.quantity.value,) * 2, first.quantity.unit, second.quantity.unit)
    long = len(first.quantity.value.normalize().as_tuple().digits) >= _DIGITS
    return long and bounds is not None and bounds[0] == second.quantity.value


def _near(first: Statement, second: Statement) -> bool:
    """Whether one is less than twice the other: a thing under a new name keeps its size."""
    other = units.convert(second.quantity.value, second.quantity.unit, first.quantity.unit)
    return other is not None and max(first.quantity.value, other) < 2 * min(first.quantity.value, other)


def _answer(case: Case, first: Statement, second: Statement) -> Answered:
    evidence = case.evidence(first, second)
    if not _same(first, second):
        return passed(*evidence)
    return failed(
        *evidence,
        seen=Note.of(
            "n21_seen", name=case.name(first), other=case.name(second), period=first.period, value=figure(first)
        ),
        printed=figure(second),
        ask=Note.of("n21_ask", name=case.name(first), other=case.name(second)),
    )


def _renamed(case: Case, one: dict[Key, Told], other: dict[Key, Told]) -> Iterator[Answered]:
    """What one document has under one name only, and the other under the other."""
    everywhere = [{indicator for held in document.values() for indicator in held} for document in (one, other)]
    for key in one.keys() & other.keys():
        for name, first in sorted(one[key].items()):
            known = indicators.by_id(name, case.registers)
            for near in known.confusable_with if known else ():
                second = other[key].get(near)
                if second and name not in everywhere[1] and near not in everywhere[0] and _near(first, second):
                    yield failed(
                        *case.evidence(first, second),
                        seen=Note.of(
                            "n21_renamed", name=case.name(first), other=case.name(second), period=first.period,
                            first=figure(first), second=figure(second),
                        ),
                        printed=figure(second),
                        computed=figure(first),
                        ask=Note.of("n21_ask", name=case.name(first), other=case.name(second)),
                        severity=None if _same(first, second) else Severity.INFORMATION,
                    )  # fmt: skip


CHECK = Check("N21", 1, "指标名称混用", "Names taken for one another", Severity.LIKELY, run)
