"""N24: the fixed formulas of a year fit the year.

Rule: “2021年是‘十四五’开局之年”: 开局, 起步 and 第一年 name a plan's first year, 收官 and 最后一年 its last, 第N年 its Nth; 开局之年 with a party congress is the year
after it. A year that follows a congress and is not called 开局之年 in that phrase is information: the standing phrase is another.
Exceptions: 关键之年, 攻坚之年, 承上启下 may be said of any year of a plan; sentences that do not name the year in figures.
Source: standing phrases of reports; registers/periods.csv, registers/party_congresses.csv.

规则：“开局之年”“起步之年”“第一年”指规划首年，“收官之年”“最后一年”指末年，“第N年”依次类推；党代会精神的“开局之年”为大会次年。大会次年未用“开局之年”的，只作提示。
例外：“关键之年”“攻坚之年”“承上启下”可用于规划期各年；句中没有写明年份的。
依据：公文惯用语；periods.csv、party_congresses.csv。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.model import Note, Period, Severity
from lantu.registers import party_congresses, plans

_YEAR_IS = re.compile(r"(?P<year>(?:19|20)\d\d)年[，,]?(?:既|正)?是")
_CLAUSE = re.compile(r"[^，,、。；;]+")
_FIRST = re.compile(r"开局|起步|第一年|首年|头一年")
_LAST = re.compile(r"收官|最后一年|末年")
_NTH = re.compile(r"第(?P<n>[二三四五])年")
_STANDING = re.compile(r"(?:关键|起步|第一|开启|重要)之?一?年")
_ORDINALS = "一二三四五"
_CONGRESS = re.compile(r"二十大|十[一二三四五六七八九]大")


def run(case: Case) -> Iterator[Answered]:
    """Every clause that says of a year what it is in a plan or after a congress."""
    for sentence in case.sentences:
        year = _YEAR_IS.search(sentence.text)
        if year and "年" in sentence.text[year.end() :]:
            for clause in _CLAUSE.finditer(sentence.text, year.end()):
                yield from _clause(sentence, int(year["year"]), clause)


def _clause(sentence: Sentence, year: int, clause: re.Match[str]) -> Iterator[Answered]:
    plan = plans.named(clause[0])
    if plan:
        wanted = _wanted(plan, clause[0])
        if wanted:
            yield _answer(sentence, year, clause, wanted)
        return
    congress = _CONGRESS.search(clause[0])
    held = party_congresses.load().get(congress[0]) if congress else None
    if held is None:
        return
    if "开局" in clause[0]:
        yield _answer(sentence, year, clause, held + 1)
    elif year == held + 1 and _STANDING.search(clause[0]):
        yield failed(
            sentence.evidence(*clause.span()),
            seen=Note.of("n24_standing", words=clause[0], year=year),
            printed=clause[0],
            computed="开局之年",
            ask=Note.of("n24_ask_standing"),
            severity=Severity.INFORMATION,
        )


def _wanted(plan: Period, clause: str) -> int | None:
    """The year that the formula means; None where it may be any."""
    after = clause[max(clause.rfind("五"), 0) :]  # words after the plan's name
    if _FIRST.search(after):
        return plan.first_year
    if _LAST.search(after):
        return plan.last_year
    nth = _NTH.search(after)
    return plan.first_year + _ORDINALS.index(nth["n"]) if nth else None


def _answer(sentence: Sentence, year: int, clause: re.Match[str], wanted: int) -> Answered:
    evidence = sentence.evidence(*clause.span())
    if year == wanted:
        return passed(evidence)
    return failed(
        evidence,
        seen=Note.of("n24_seen", words=clause[0], year=year, wanted=wanted),
        printed=str(year),
        computed=str(wanted),
        ask=Note.of("n24_ask", year=year),
    )


CHECK = Check("N24", 1, "年份的惯用语", "Fixed formulas of the year", Severity.LIKELY, run)
