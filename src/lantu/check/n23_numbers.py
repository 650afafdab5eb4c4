"""N23: the numbers of plans and sessions fit the years printed beside them.

Rule: a five-year plan followed by its years in brackets (“十四五”时期（2021—2025年）) has the years of the register; a session of the National
People's Congress named with its year was held in that year.
So too where the years begin with the plan and end after it (“十四五”时期（2021—2026年）).
Exceptions: other years that are no span of five (a base year, a single year, a part of the plan); sessions of local congresses, whose terms begin in different years.
Source: registers/periods.csv, registers/congresses.csv.

规则：五年规划名称后括注的起止年份应与该规划一致，起于规划首年而止于规划期之后的也不一致；写明年份的全国人民代表大会会议，届次与年份应一致。
例外：括注的是其他年数的（基期年、规划期的一部分）；地方人民代表大会（各地换届年份不同）。
依据：periods.csv、congresses.csv。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.model import Note, Period, Severity
from lantu.registers import congresses, plans

_YEARS = re.compile(
    r"[”\"』」]?(?:规划期|规划|计划|时期|期间|纲要|国民经济和社会发展){0,2}[（(](?P<first>\d{4})年?[-—–－~～至到]+(?P<last>\d{4})年?[）)]"
)
_FIVE = 4  # years between the first and the last of a plan
_SESSION = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?在?(?:北京)?(?:举行|召开)?的?第?(?P<term>[一二三四五六七八九十]{1,3})届全国(?:人民代表大会|人大)(?:第)?(?P<session>[一二三四五六])次"
)
_TENS = "一二三四五六七八九"


def run(case: Case) -> Iterator[Answered]:
    """Every plan with its years, every national session with its year."""
    for sentence in case.sentences:
        if "五" in sentence.text:
            yield from _plans(sentence)
        if "届全国人" in sentence.text:
            yield from _sessions(sentence)


def _plans(sentence: Sentence) -> Iterator[Answered]:
    for start, end, period in plans.mentions(sentence.text):
        said = _YEARS.match(sentence.text, end)
        if not said or not _is_whole(int(said["first"]), int(said["last"]), period):
            continue
        evidence = sentence.evidence(start, said.end())
        printed = f"{said['first']}–{said['last']}"
        if (period.first_year, period.last_year) == (int(said["first"]), int(said["last"])):
            yield passed(evidence)
            continue
        yield failed(
            evidence,
            seen=Note.of("n23_plan", name=sentence.text[start:end], printed=printed, years=period),
            printed=printed,
            computed=f"{period.first_year}–{period.last_year}",
            ask=Note.of("n23_ask", words=sentence.text[start : said.end()]),
        )


def _is_whole(first: int, last: int, plan: Period) -> bool:
    """Whether years are meant as those of a plan: as many as it has, or from its first to beyond its last."""
    return last - first == _FIVE or (first == plan.first_year and last > plan.last_year)


def _sessions(sentence: Sentence) -> Iterator[Answered]:
    for found in _SESSION.finditer(sentence.text):
        opened = congresses.opened(_number(found["term"]), _number(found["session"]))
        if opened is None:
            continue
        evidence = sentence.evidence(*found.span())
        if opened[0] == int(found["year"]):
            yield passed(evidence)
            continue
        yield failed(
            evidence,
            seen=Note.of("n23_session", words=found[0], year=opened[0]),
            printed=found["year"],
            computed=str(opened[0]),
            ask=Note.of("n23_ask", words=found[0]),
        )


def _number(words: str) -> int:
    tens, ten, ones = words.rpartition("十")
    one = _TENS.index(ones) + 1 if ones else 0
    return (_TENS.index(tens) + 1 if tens else 1) * 10 + one if ten else one


CHECK = Check("N23", 2, "规划与会议的序号和年份", "Numbers of plans and sessions", Severity.LIKELY, run)
