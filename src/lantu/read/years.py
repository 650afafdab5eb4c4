"""The year whose results a report tells, and the year it plans."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lantu.model import Kind
from lantu.read.dates import Day, years

_Y = r"(?P<year>(?:19|20)\d\d)\s*年"
_BOTH = re.compile(r".{0,30}(?:(?:执行|完成)情况|总结|回顾|工作情况).{0,4}?[与和及、暨].{0,4}?")
_HALF = re.compile(rf"{_Y}\s*(?:上半年|前三季度|1\s*[-—至]\s*\d+\s*月).{{0,20}}(?:执行|完成)情况")
_DONE = re.compile(
    rf"(?:{_Y}.{{0,16}}(?:回顾|总结|(?:执行|完成)情况|工作(?:情况|成绩)|主要成就)|^(?:预计|首先报告)\s*{_Y.replace('year', 'past')})"
)
_PLANNED = re.compile(
    rf"^(?!首先报告).*?{_Y}(?:(?!回顾|总结|执行情况|完成情况).){{0,24}}?(?:目标|安排|打算|重点工作|主要任务|工作任务|总体要求|总体部署|工作部署|工作建议|政府工作的建议|计划草案|计划的(?:任务|指标)|的工作$|政府工作$|年?工作重点)"
)
_ENTITLED = re.compile(rf"{_Y}\s*(?:\S{{0,12}})政府工作报告|政府工作报告\s*[（(]\s*{_Y.replace('year', 'late')}?")
_AHEAD = re.compile(r"(?:到|至|力争|确保|届时|[-—～~])\s*$")
_AHEAD_AFTER = re.compile(r"(?:末|底|前|以前|之前|时，)")
_BEGINS = re.compile(rf"(?:刚刚?过去的|过去的|首先报告)?\s*{_Y}\s*(?:，|,|是|国内工作|的?工作)")
_JUST_PAST = re.compile(rf"刚刚?过去的\s*{_Y}")
_FIRST = 6  # paragraphs
_COUNTED = 3  # mentions of a year that make it certain
Pair = tuple[int | None, int | None]


def years_of_title(title: str) -> Pair:
    """What a title names that tells of one year and plans the next: 2023年预算执行情况和2024年预算草案, 一九五三年工作总结和一九五四年工作任务; else None."""
    for (first, _, end), (second, start, _) in pairwise(years(title)):
        if _BOTH.fullmatch(title, end, start):
            return first, second
    return None, None


def report_years(kind: Kind, title: str, headings: Sequence[str], day: Day | None, body: str) -> Pair:
    """(reporting year, planning year) of an annual report or of news of one; None where not certain."""
    half = _HALF.search(title)
    if half:
        return int(half["year"]), None
    done, planned = years_of_title(title)
    if done and planned:
        return done, planned
    if kind is Kind.PLAN_REPORT:
        named = sorted({year for year, _, _ in years(title)})
        if named:
            return _only_title(title, named)
    told = _from_headings(headings) or _from_day(day) or _from_title(title)
    return told or _from_first_words(body) or _from_counts(body) or (None, None)


def _only_title(title: str, named: Sequence[int]) -> Pair:
    if len(named) > 1:
        return named[-2], named[-1]
    executed = re.search(r"(?:执行|完成)情况", title)
    return (named[0], named[0] + 1) if executed else (named[0] - 1, named[0])


def _from_headings(headings: Sequence[str]) -> Pair | None:
    """From 2024年工作回顾, 预计2023年主要指标, 2024年主要预期目标; both must fit."""
    done = {int(found["year"] or found["past"]) for found in map(_DONE.search, headings) if found}
    planned = {int(found["year"]) for found in map(_PLANNED.search, headings) if found}
    pairs = {(year, year + 1) for year in done} & {(year - 1, year) for year in planned}
    if not pairs and not (done and planned):
        pairs = {(year, year + 1) for year in done} | {(year - 1, year) for year in planned}
    return pairs.pop() if len(pairs) == 1 else None


def _from_day(day: Day | None) -> Pair | None:
    """A report held from January to September tells the year before, one in November or December its own."""
    if day is None or day.year is None or day.month == 10:
        return None
    return (day.year - 1, day.year) if day.month < 10 else (day.year, day.year + 1)


def _from_title(title: str) -> Pair | None:
    """2025年政府工作报告 is the report that the year starts with."""
    found = _ENTITLED.search(title)
    year = found and (found["year"] or found["late"])
    return (int(year) - 1, int(year)) if year else None


def _from_first_words(body: str) -> Pair | None:
    """A report that begins with a year (1996年是 …), or calls one just past, tells of that year."""
    past = _JUST_PAST.search(body)
    found = past or next(filter(None, map(_BEGINS.match, body.split("\n", _FIRST)[:_FIRST])), None)
    return (int(found["year"]), int(found["year"]) + 1) if found else None


def _from_counts(body: str) -> Pair | None:
    """The latest year told of often, where the years after the next are hardly named, except as what lies ahead.

    Where the next year is not named at all (because it is 今年), the evidence must be three times as strong.
    """
    counts: Counter[int] = Counter()
    for year, start, end in years(body):
        if not _AHEAD.search(body[max(0, start - 4) : start]) and not _AHEAD_AFTER.match(body[end : end + 2]):
            counts[year] += 1
    told = max((year for year, count in counts.items() if count >= _COUNTED), default=None)
    if told is None:
        return None
    if not counts[told + 1] and counts[told - 1] > counts[told]:
        told -= 1
    strength = 1 if counts[told + 1] else 3
    later = sum(counts[year] for year in range(told + 2, told + 5))
    certain = counts[told] >= strength * max(_COUNTED, _COUNTED * later)
    return (told, told + 1) if certain else None
