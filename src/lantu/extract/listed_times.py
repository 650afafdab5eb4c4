"""Times given out over a list of quantities: 一季度、二季度分别增长5.2%、5.3%; 2024年、2025年分别达到a和b; 2019—2021年分别为a、b、c."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.extract import timing
from lantu.extract.numbers import YEAR, as_year, number
from lantu.extract.parts_of_years import part_of_year
from lantu.extract.setting import Setting
from lantu.model import Nature, Period

_PART = r"上半年|下半年|前三季度|第?[一二三四]季度|\d{1,2}(?:[—–\-~至到]\d{1,2})?月份?"
_ONE = rf"(?:(?:{YEAR}|[今去明])年[底末]?(?:{_PART})?|{_PART}|全年)"
_JOIN = "(?:以及|[、和及与])"
_LIST = re.compile(
    rf"(?P<times>{_ONE}(?:{_JOIN}{_ONE})+)"
    rf"|(?:(?P<y>{YEAR}|[今去明])年)?(?:第?(?P<quarters>[一二三四](?:{_JOIN}[一二三四])+)季度|(?P<months>\d{{1,2}}(?:{_JOIN}\d{{1,2}})+)月份?"
    r"|(?P<all>四个季度))"
)
_TO = "[至到—–－~～-]"
_RANGE = re.compile(
    rf"(?P<y1>{YEAR})年?{_TO}(?P<y2>{YEAR})年|(?:(?P<y>{YEAR}|[今去明])年)?"
    rf"(?:第?(?P<q1>[一二三四1-4])(?:季度)?{_TO}第?(?P<q2>[一二三四1-4])季度|(?P<m1>\d{{1,2}})月?{_TO}(?P<m2>\d{{1,2}})月份?)"
    "|(?:近|过去|这|最近)的?(?P<many>[三四五六十3-6])年(?:来|间)?|(?P<since>[三四五六十])年(?:来|间)"
)
# Things listed or counted, over which 分别 may give out instead.
_OTHERS = re.compile(r"[、和及与\d两三四五六七八九十]")
_NAMED = "一二三四"
_TIME = re.compile(rf"(?:(?P<y>{YEAR}|[今去明])年[底末]?)?(?P<part>{_PART}|全年)?")
_SPLIT = re.compile(_JOIN)
_DIGIT = re.compile(r"\d")
_REACH = 60  # characters before the first quantity


@dataclass(frozen=True, slots=True)
class Listed:
    """The times in their order, and where their list stands in the head of the sentence."""

    periods: list[Period]
    start: int
    end: int


def listed_times(head: str, wanted: int, setting: Setting) -> Listed | None:
    """The times that 分别 or 逐年 gives out over `wanted` quantities; None unless so many are listed before it."""
    found = _last(_LIST, head)
    if found is None or _DIGIT.search(head, found.end()):
        return _ranged(head, wanted, setting)
    periods = _periods(found, _year_before(head[: found.start()], setting), setting)
    return Listed(periods, *found.span()) if len(periods) == wanted else None


def _last(expression: re.Pattern[str], head: str) -> re.Match[str] | None:
    return next(iter(reversed(list(expression.finditer(head, max(len(head) - _REACH, 0))))), None)


def _ranged(head: str, wanted: int, setting: Setting) -> Listed | None:
    """The times from the first to the last of a range (2019—2021年, 一至四季度, 近五年), where it has as many as are wanted."""
    found = _last(_RANGE, head)
    if found is None or _OTHERS.search(head, found.end()):
        return None
    periods = list(_between(found, head[: found.start()], setting))
    return Listed(periods, *found.span()) if len(periods) == wanted else None


def _between(found: re.Match[str], before: str, setting: Setting) -> Iterator[Period]:
    if found["y1"]:
        yield from map(Period.year, range(as_year(found["y1"]), as_year(found["y2"]) + 1))
        return
    if many := found["many"] or found["since"]:
        count = int(number(many))
        yield from map(Period.year, range(setting.now + 1 - count, setting.now + 1))
        return
    year = _year(found["y"], setting) or _year_before(before, setting)
    if found["q1"]:
        first, last = (_NAMED.find(said) if said in _NAMED else int(said) - 1 for said in (found["q1"], found["q2"]))
        yield from (part_of_year(year, f"{quarter}季度") for quarter in _NAMED[first : last + 1])
    else:
        yield from (part_of_year(year, f"{m}月") for m in range(int(found["m1"]), int(found["m2"]) + 1))


def _year_before(head: str, setting: Setting) -> int:
    said = [t.period for t in timing.said_times(head, setting) if not t.base]
    return said[-1].last_year if said else setting.next_year if setting.nature is Nature.TARGET else setting.now


def _periods(found: re.Match[str], year: int, setting: Setting) -> list[Period]:
    if found["times"] is None:
        year = _year(found["y"], setting) or year
        if found["months"]:
            return [part_of_year(year, f"{m}月") for m in _SPLIT.split(found["months"])]
        quarters = _SPLIT.split(found["quarters"]) if found["quarters"] else "一二三四"
        return [part_of_year(year, f"{q}季度") for q in quarters]
    periods = []
    for text in _SPLIT.split(found["times"]):
        one = _TIME.match(text)
        assert one, "every part of it may be absent"
        year = _year(one["y"], setting) or year
        part = one["part"]
        periods.append(part_of_year(year, part) if part and part != "全年" else Period.year(year))
    return periods


def _year(printed: str | None, setting: Setting) -> int | None:
    if printed is None:
        return None
    return {"今": setting.next_year, "去": setting.now, "明": setting.next_year}.get(printed) or as_year(printed)
