"""N30: projects counted in a plan and in the report on it.

Rule: a number of 重点, 重大 or 实事 projects that a plan sets for a year, and the number of the same name in a report of that year, are alike; where they are
not, it is asked. Where the report itself says that it is the planned number (年初安排的158个重点项目), a difference is likely to be an error.
Exceptions: names that differ in more than punctuation and verbs before 项目 (民生实事 and 为民办实事项目 are one); names too common to be the same projects, unless
the report says that they are the planned ones; numbers that are only bounded; a number that another document or sentence planned. A list may be changed
in the year: information.
Source: 158 key projects planned, 137 reported.

规则：年度计划所列重点、重大、实事项目数，与当年报告中同名项目数应一致；不一致的列为待核。报告写明为年初安排、计划、承诺的，不一致的列为疑似。
例外：“项目”之前除标点、动词外名称不同的（民生实事与为民办实事项目视为同名）；名称过于笼统、又未写明为年初安排的；带限定的数目；另一文件或语句计划的数目与之一致的。年中项目可能调整，只作提示。
依据：实例：计划158个省市重点项目，报告137个。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Evidence, Measure, Nature, Note, Period, Severity, Statement
from lantu.registers import phrases
from lantu.registers.indicator_records import kind_of

_CORE = re.compile(r"^(?:(.*(?:重点|重大).*?(?:项目|工程))|(.*?)(?:民生|惠民|利民|便民|为民|为群众)?(?:办)?实事)")
_MARKS = re.compile(r"[、，“”\"‘’（）()·\s]")
_LEAST = 5  # characters: a shorter name is too common to be the same projects
_FAVOURS = "实事"  # of which a place has one list a year
_PROMISED = re.compile(r"(?:年初|计划|安排|确定|承诺|部署|下达|明确|提出|列入)[^，。；、\d]{0,8}的[约共]?$")
_MEASURES = frozenset({Measure.LEVEL, Measure.CUMULATIVE})

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of named projects; `promised`: told as what was planned."""

    statement: Statement
    evidence: Evidence
    promised: bool


def run(case: Case) -> Iterator[Answered]:
    """Every count of named projects that is wanted of a year and reported for it, one of the two in a draft."""
    planned = _counts(case, target=True)
    for key, results in _counts(case, target=False).items():
        promised = [r for r in results if r.promised]
        for result in promised or (results[:1] if len(key[1]) >= _LEAST or _FAVOURS in key[1] else ()):
            wanted = [p for p in planned.get(key, ()) if p.statement.id != result.statement.id]
            if wanted and case.in_draft([wanted[0].statement, result.statement]):
                yield _answer(case, wanted, result)


def _counts(case: Case, *, target: bool) -> dict[Key, list[_Count]]:
    found: dict[Key, list[_Count]] = {}
    for reading in case.ledger.readings:
        for one in reading.statements:
            counted = one.measure in _MEASURES and kind_of(one.quantity.unit) == "item"
            core = _core(one.indicator) if counted and intervals.is_plain(one.quantity) else ""
            if core and (one.nature is Nature.TARGET) is target:
                (evidence,) = case.evidence(one)
                promised = bool(_PROMISED.search(evidence.around[: evidence.at]))
                if one.period.is_year or promised:  # what was planned for the year is no sum of several
                    key = case.subject(one)[0], core, Period.year(one.period.last_year).code
                    found.setdefault(key, []).append(_Count(one, evidence, promised))
    return found


def _core(name: str) -> str:
    """What a name of projects is without marks, verbs before it and words after it; empty where it names none."""
    found = _CORE.match(_verbs().sub("", _MARKS.sub("", name)))
    if found is None:
        return ""
    return found[1] or f"{found[2]}{_FAVOURS}"


@cache
def _verbs() -> re.Pattern[str]:
    verbs = phrases.one_of("verb", "lead", "actual", "predicate", "list_verb")
    return re.compile(rf"^(?:{verbs}|顺利|全部|全年|年初|计划|继续|扎实|如期|动工)+(?=.*(?:重点|重大|实事))")


def _answer(case: Case, planned: Sequence[_Count], result: _Count) -> Answered:
    wanted = next((p for p in planned if p.statement.quantity.value == result.statement.quantity.value), planned[0])
    one, other = wanted.statement, result.statement
    evidence = case.evidence(one, other)
    seen = Note.of("n30_seen", name=one.indicator, year=one.period, planned=figure(one), reported=figure(other))
    if one.quantity.value == other.quantity.value:
        return passed(*evidence, seen=seen)
    return failed(
        *evidence,
        seen=seen,
        printed=figure(other),
        computed=figure(one),
        ask=Note.of("n30_ask", year=one.period),
        severity=Severity.LIKELY if result.promised else None,
    )


CHECK = Check("N30", 2, "计划与报告的项目数", "Projects planned and reported", Severity.INFORMATION, run)
