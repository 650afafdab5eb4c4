"""Times given out over a list of quantities: 一季度、二季度分别增长5.2%、5.3%; 2024年、2025年分别达到a和b; 近三年逐年下降a、b、c."""

import re
from dataclasses import dataclass

from lantu.extract import spans, timing
from lantu.extract.numbers import YEAR, as_year
from lantu.extract.setting import Setting
from lantu.model import Nature, Period

_PART = r"上半年|下半年|前三季度|第?[一二三四]季度|\d{1,2}(?:[—–\-~至到]\d{1,2})?月份?"
_ONE = rf"(?:(?:{YEAR}|[今去明])年(?:{_PART})?|{_PART}|全年)"
_JOIN = "(?:以及|[、和及与])"
_LIST = re.compile(
    rf"(?P<times>{_ONE}(?:{_JOIN}{_ONE})+)"
    rf"|(?:(?P<y>{YEAR}|[今去明])年)?(?:第?(?P<quarters>[一二三四](?:{_JOIN}[一二三四])+)季度|(?P<months>\d{{1,2}}(?:{_JOIN}\d{{1,2}})+)月份?"
    r"|(?P<all>四个季度))"
)
_SPAN = re.compile(
    rf"(?P<first>{YEAR})年?[—–\-~～至到]+(?P<last>{YEAR})年(?:间|期间)?"
    "|(?:近|过去|这|最近)的?(?P<many>[三四五十两3-5])年(?:来|间)?|(?P<since>[三四五十两])年(?:来|间)"
)
_SEVERAL = re.compile("[、和及与]")  # what the quantities might be given out over instead
_TIME = re.compile(rf"(?:(?P<y>{YEAR}|[今去明])年)?(?P<part>{_PART}|全年)?")
_SPLIT = re.compile(_JOIN)
_DIGIT = re.compile(r"\d")
_PAIR = 2  # two quantities after a span are its ends
_REACH = 60  # characters before the first quantity


@dataclass(frozen=True, slots=True)
class Listed:
    """The times in their order, and where their list stands in the head of the sentence."""

    periods: list[Period]
    start: int
    end: int


def listed_times(head: str, wanted: int, setting: Setting) -> Listed | None:
    """The times that 分别 or 逐年 gives out over `wanted` quantities; None unless so many are listed or spanned before it."""
    found = next(iter(reversed(list(_LIST.finditer(head, max(len(head) - _REACH, 0))))), None)
    if found is None or _DIGIT.search(head, found.end()):
        return _spanned(head, wanted, setting) if wanted > _PAIR else None
    periods = _periods(found, _year_before(head[: found.start()], setting), setting)
    return Listed(periods, *found.span()) if len(periods) == wanted else None


def _spanned(head: str, wanted: int, setting: Setting) -> Listed | None:
    """Each year of a span before as many quantities (2018—2022年, 近五年), where no names are listed that they might be of."""
    found = next(iter(reversed(list(_SPAN.finditer(head, max(len(head) - _REACH, 0))))), None)
    if found is None or _DIGIT.search(head, found.end()) or _SEVERAL.search(head, found.end()):
        return None
    many = found["many"] or found["since"]
    first, last = (as_year(found["first"]), as_year(found["last"])) if many is None else (0, setting.now)
    if many:
        first = last + 1 - (spans.COUNT.get(many) or int(many))
    years = [Period.year(year) for year in range(first, last + 1)]
    return Listed(years, *found.span()) if len(years) == wanted else None


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
