"""Times given out over a list of quantities: 一季度、二季度分别增长5.2%、5.3%; 2024年、2025年分别达到a和b."""

import re
from dataclasses import dataclass

from lantu.extract import timing
from lantu.extract.numbers import YEAR, as_year
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
_TIME = re.compile(rf"(?:(?P<y>{YEAR}|[今去明])年[底末]?)?(?P<part>{_PART}|全年)?")
_SPLIT = re.compile(_JOIN)
_REACH = 60  # characters before the first quantity


@dataclass(frozen=True, slots=True)
class Listed:
    """The times in their order, and where their list stands in the head of the sentence."""

    periods: list[Period]
    start: int
    end: int


def listed_times(head: str, wanted: int, setting: Setting) -> Listed | None:
    """The times that 分别 gives out over `wanted` quantities; None unless so many are listed before it."""
    found = next(iter(reversed(list(_LIST.finditer(head, max(len(head) - _REACH, 0))))), None)
    if found is None or re.search(r"\d", head[found.end() :]):
        return None
    periods = _periods(found, _year_before(head[: found.start()], setting), setting)
    return Listed(periods, *found.span()) if len(periods) == wanted else None


def _year_before(head: str, setting: Setting) -> int:
    said = [t.period for t in timing.said_times(head, setting) if not t.base]
    return said[-1].last_year if said else setting.next_year if setting.nature is Nature.TARGET else setting.now


def _periods(found: re.Match[str], year: int, setting: Setting) -> list[Period]:
    if found["times"] is None:
        year = _year(found["y"], setting) or year
        if found["months"]:
            return [timing.part_of_year(year, f"{m}月") for m in _SPLIT.split(found["months"])]
        quarters = _SPLIT.split(found["quarters"]) if found["quarters"] else "一二三四"
        return [timing.part_of_year(year, f"{q}季度") for q in quarters]
    periods = []
    for text in _SPLIT.split(found["times"]):
        one = _TIME.match(text)
        assert one, "every part of it may be absent"
        year = _year(one["y"], setting) or year
        part = one["part"]
        periods.append(timing.part_of_year(year, part) if part and part != "全年" else Period.year(year))
    return periods


def _year(printed: str | None, setting: Setting) -> int | None:
    if printed is None:
        return None
    return {"今": setting.next_year, "去": setting.now, "明": setting.next_year}.get(printed) or as_year(printed)
