"""N23: the numbers of plans and sessions fit the years printed beside them.

Rule: a five-year plan followed by its years in brackets (“十四五”时期（2021—2025年）) has the years of the register; a session of the National
People's Congress named with its year was held in that year. So too where the years begin with the plan and end after it (“十四五”时期（2021—2026年）).
Documents of one meeting of a congress (its body, and the year reported on or the day) give it one number, under their
titles and where they are laid before it (提请…第三次会议审议).
Exceptions: other years that are no span of five (a base year, a single year, a part of the plan); the year of local congresses' sessions, whose terms begin in
different years; sessions of standing committees; meetings that a document only remembers.
Source: registers/periods.csv, registers/congresses.csv.

规则：五年规划名称后括注的起止年份应与该规划一致，起于规划首年而止于规划期之后的也不一致；写明年份的全国人民代表大会会议，届次与年份应一致；同一次人民代表大会会议（同一地区，同一报告年度或同一日期）的各文件，标题下方和“提请……审议”处所写届次、会次应一致。
例外：括注的是其他年数的（基期年、规划期的一部分）；地方人民代表大会的年份（各地换届年份不同）；常务委员会会议；文中回顾的会议。
依据：periods.csv、congresses.csv。
"""

import re
from collections import Counter
from collections.abc import Iterator

from lantu.check import meetings
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.model import Front, Note, Period, Severity
from lantu.registers import congresses, plans

_YEARS = re.compile(
    r"[”\"』」]?(?:规划期|规划|计划|时期|期间|纲要|国民经济和社会发展){0,2}[（(](?P<first>\d{4})年?[-—–－~～至到]+(?P<last>\d{4})年?[）)]"
)
_FIVE = 4  # years between the first and the last of a plan
_SESSION = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?在?(?:北京)?(?:举行|召开)?的?第?(?P<term>[一二三四五六七八九十]{1,3})届全国(?:人民代表大会|人大)(?:第)?(?P<session>[一二三四五六])次"
)


def run(case: Case) -> Iterator[Answered]:
    """Every plan with its years, every national session with its year, every meeting that documents are laid before."""
    for sentence in case.sentences:
        if "五" in sentence.text:
            yield from _plans(sentence)
        if "届全国人" in sentence.text:
            yield from _sessions(sentence)
    yield from _meetings(case)


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
        opened = congresses.opened(meetings.number(found["term"]), meetings.number(found["session"]))
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


def _meetings(case: Case) -> Iterator[Answered]:
    """Whatever the documents of one meeting call it, against what most of them do."""
    found: dict[tuple[str, str], list[meetings.Named]] = {}
    laid = [(r, r.document.front.reporting_year, day) for r in case.ledger.readings for day in _laid(r.document.front)]
    years = {day: year for _, year, day in laid if year}
    for reading, year, (body, day) in laid:
        key = body, str(year or years.get((body, day)) or day)
        found.setdefault(key, []).extend(meetings.own(case, reading))
    for named in found.values():
        numbers = Counter((one.term, one.session) for one in named)
        usual = next((one for one in named if (one.term, one.session) == numbers.most_common(1)[0][0]), None)
        for one in named:
            if usual and one is not usual and {one.evidence.document, usual.evidence.document} & case.drafts:
                yield _same(usual, one)


def _laid(front: Front) -> list[tuple[str, str | None]]:
    """The congress that a document was laid before, and the day; none where it was none."""
    if front.meeting is None or "委员会" in front.meeting:
        return []
    return [(front.meeting.partition("第")[0], front.reported or front.date)]


def _same(usual: meetings.Named, one: meetings.Named) -> Answered:
    evidence = one.evidence, usual.evidence
    if (usual.term, usual.session) == (one.term, one.session):
        return passed(*evidence)
    return failed(
        *evidence,
        seen=Note.of("n23_meeting", words=one.words, other=usual.words),
        printed=one.words,
        computed=usual.words,
        ask=Note.of("n23_ask", words=one.words),
    )


CHECK = Check("N23", 3, "规划与会议的序号和年份", "Numbers of plans and sessions", Severity.LIKELY, run)
