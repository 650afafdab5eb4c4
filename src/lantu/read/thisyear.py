"""Which year a text calls 今年, from what it dates by it: 去年三月第五届全国人民代表大会第一次会议 was in 1978."""

import re
from collections.abc import Iterator

from lantu.model import Period
from lantu.read.dates import number
from lantu.registers import congresses, plans

_N = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_SESSION = rf"第?(?P<term>{_N})届(?:全国(?:人民代表大会|人大)|人大)第?(?P<session>{_N})次会议"
_PARTY = rf"(?:党|中国共产党|中共)的?(?:第(?P<whole>{_N})次(?:全国)?代表大会|(?P<short>十[一二三四五六七八九]|二十)大(?!报告|精神))"
_EVENT = re.compile(rf"(?P<when>去年|今年)[^，,。；;：:今去前]{{0,14}}?(?:{_SESSION}|{_PARTY})")
_SINCE_FIRST = re.compile(rf"第?(?P<term>{_N})届全国(?:人民代表大会|人大)第?一次会议以来(?:的|这)?五年")
_IS = re.compile(r"今年是[^，,。；;]{0,30}")
_BEGINS = re.compile(r"从今年(?:开始|起)[，,]?[^，,。；;]{0,20}五年(?:计划|规划)")
_FIRST = re.compile(r"(?:头|第)一年|开局")
_LAST = re.compile(r"最后一年|收官")


def this_year(body: str, plan: Period | None = None) -> int | None:
    """The year that a national text calls 今年; None where it dates nothing by it, or not with one voice.

    `plan`: the five-year plan that the text lays before its readers.
    """
    found = set(_events(body)) | set(_plans(body, plan))
    return found.pop() if len(found) == 1 else None


def _events(body: str) -> Iterator[int]:
    for event in _EVENT.finditer(body) if "去年" in body or "今年" in body else ():
        year = _year(event)
        if year:
            yield year + (event["when"] == "去年")
    for since in _SINCE_FIRST.finditer(body):
        opened = congresses.opened(number(since["term"]) + 1, 1)  # five years after: the next congress hears it
        if opened:
            yield opened[0]


def _year(event: re.Match[str]) -> int | None:
    if event["term"]:
        opened = congresses.opened(number(event["term"]), number(event["session"]))
        return opened[0] if opened else None
    return congresses.party(number(event["whole"] or event["short"]))


def _plans(body: str, plan: Period | None) -> Iterator[int]:
    """今年是“七五”计划的头一年, and 从今年开始 of the plan that is laid before the congress, whatever its number there."""
    if "今年" not in body:
        return
    if plan and _BEGINS.search(body):
        yield plan.first_year
    for said in map(re.Match.group, _IS.finditer(body)):
        named = plans.named(said)
        if named and _LAST.search(said):
            yield named.last_year
        elif named and _FIRST.search(said):
            yield named.first_year
