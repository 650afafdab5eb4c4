"""N30: projects counted in a plan and in the report on it.

Rule: a number of 重点, 重大 or 实事 projects that a plan sets for a year, and the number of the same name in a report of that year, are alike; where they are
not, it is asked.
Exceptions: names that differ in more than punctuation before 项目; numbers that are only bounded. A list may be changed in the year: information.
Source: 158 key projects planned, 137 reported.

规则：年度计划所列重点、重大、实事项目数，与当年报告中同名项目数应一致；不一致的列为待核。
例外：“项目”之前除标点外名称不同的；带限定的数目。年中项目可能调整，只作提示。
依据：实例：计划158个省市重点项目，报告137个。
"""

import re
from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Severity, Statement
from lantu.registers.indicator_records import kind_of

_CORE = re.compile(r"^(.*(?:重点|重大|实事).*?项目)")
_MARKS = re.compile(r"[、，“”\"‘’（）()·\s]|^(?:推进|实施|推动|完成|全年)+")
_LEAST = 5  # characters: a shorter name is too common to be the same projects


def run(case: Case) -> Iterator[Answered]:
    """Every count of named projects that is wanted of a year and reported for it, one of the two in a draft."""
    planned = _counts(case, target=True)
    for key, results in _counts(case, target=False).items():
        for wanted in planned.get(key, ())[:1]:
            result = results[0]
            if case.in_draft([wanted, result]):
                yield _answer(case, wanted, result)


def _counts(case: Case, *, target: bool) -> dict[tuple[str, str, str], list[Statement]]:
    found: dict[tuple[str, str, str], list[Statement]] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            counted = one.measure is Measure.LEVEL and kind_of(one.quantity.unit) == "item"
            plain = counted and one.period.is_year and intervals.is_plain(one.quantity)
            core = _CORE.match(_MARKS.sub("", one.indicator)) if plain else None
            if core and len(core[1]) >= _LEAST and (one.nature is Nature.TARGET) is target:
                found.setdefault((case.subject(one)[0], core[1], one.period.code), []).append(one)
    return found


def _answer(case: Case, wanted: Statement, result: Statement) -> Answered:
    evidence = case.evidence(wanted, result)
    seen = Note.of(
        "n30_seen", name=wanted.indicator, year=wanted.period, planned=figure(wanted), reported=figure(result)
    )
    if wanted.quantity.value == result.quantity.value:
        return passed(*evidence, seen=seen)
    return failed(
        *evidence,
        seen=seen,
        printed=figure(result),
        computed=figure(wanted),
        ask=Note.of("n30_ask", year=wanted.period),
    )


CHECK = Check("N30", 1, "计划与报告的项目数", "Projects planned and reported", Severity.INFORMATION, run)
