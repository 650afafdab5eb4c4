"""Dates and meetings as documents print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DIGITS = {char: str(i) for i, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "Ｏ": "0", "O": "0"}
_HAN = "一二三四五六七八九十"
_YEAR = r"(?P<year>[12]\d{3}|[一二][九〇○零][一二三四五六七八九〇○零]{2})\s*年\s*"
_DATE = re.compile(rf"{_YEAR}(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})\s*月\s*(?:(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})\s*日)?")
_FIGURES = re.compile(
    r"(?<![\d.〔\[-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.-])"
)
_DAY = re.compile(r"(?<![年\d])(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_ORDINAL = rf"(?:[{_HAN}]{{1,3}}|\d{{1,2}})"
_CONGRESS = re.compile(
    rf"(?P<where>[\u4e00-\u9fff]{{0,16}}?)第(?P<term>{_ORDINAL})届(?P<nation>全国)?人民代表大会(?P<committee>常务委员会)?"
    rf"第?(?P<session>{_ORDINAL})次会议"
)
_SHORT_CONGRESS = re.compile(
    rf"(?P<where>[省市州县区旗]|[\u4e00-\u9fff]{{0,8}}[省市州县区旗])?(?P<term>{_ORDINAL})届(?P<nation>全国)?人大(?P<committee>常委会)?"
    rf"第?(?P<session>{_ORDINAL})次(?:会议)?"
)
_PLENUM = re.compile(
    rf"(?P<where>(?:中国共产党|中共)[\u4e00-\u9fff]{{2,12}}?)第(?P<term>{_ORDINAL})届(?:中央)?委员会第(?P<session>{_ORDINAL})次全体会议"
)
_BEFORE_NAME = re.compile(r".*(?:在|日|上午|下午|届|了|,|，|由|经)(?=.)")


@dataclass(frozen=True, slots=True)
class Day:
    """A printed date: year or month-and-day may be missing."""

    year: int | None
    month: int
    day: int | None

    @property
    def iso(self) -> str | None:
        """YYYY-MM-DD or YYYY-MM; None without a year or for a day that does not exist."""
        if self.year is None:
            return None
        try:
            date(self.year, self.month, self.day or 1)
        except ValueError:
            return None
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def days(text: str) -> Iterator[Day]:
    """The full dates in a text, in order: 2022年12月21日, 一九九六年七月十七日, 2021年11月, 2021-11-03."""
    for found in sorted((*_DATE.finditer(text), *_FIGURES.finditer(text)), key=lambda m: m.start()):
        yield Day(_year(found["year"]), number(found["month"]), number(found["day"]) if found["day"] else None)


def yearless_days(text: str) -> Iterator[Day]:
    """Dates without a year: 12月24日."""
    for found in _DAY.finditer(text):
        yield Day(None, int(found["month"]), int(found["day"]))


def years(text: str) -> Iterator[tuple[int, int, int]]:
    """Each year that a text names, with the start and end of its printed digits."""
    for found in re.finditer(_YEAR, text):
        yield _year(found["year"]), found.start(), found.end()


def number(words: str) -> int:
    """A number below one hundred in digits or Chinese numerals."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    value = int(_DIGITS.get(ones, "0"))
    return (int(_DIGITS.get(tens, "1")) if tens else 1) * 10 + value if ten else value


def meeting(text: str, place: str) -> str | None:
    """The meeting named in a text, in full: 某区第十八届人民代表大会第二次会议.

    `place` (its own name, without parents) stands where the text has only 区 or nothing.
    """
    found = _CONGRESS.search(text)
    if found:
        where = "" if found["nation"] else _where(found["where"], place)
        committee = found["committee"] or ""
        return f"{where}第{found['term']}届{found['nation'] or ''}人民代表大会{committee}第{found['session']}次会议"
    found = _PLENUM.search(text)
    if found:
        return found.group()
    found = _SHORT_CONGRESS.search(text)
    if found:
        where = "" if found["nation"] else _where(found["where"] or "", place)
        committee = "常务委员会" if found["committee"] else ""
        return f"{where}第{found['term']}届{found['nation'] or ''}人民代表大会{committee}第{found['session']}次会议"
    return None


def session(text: str) -> tuple[int, int] | None:
    """Term and session of the nation's congress that a full meeting name gives."""
    found = _CONGRESS.fullmatch(text)
    if found is None or found["committee"] or not (found["nation"] or found["where"] == "全国"):
        return None
    return number(found["term"]), number(found["session"])


def _where(words: str, place: str) -> str:
    words = _BEFORE_NAME.sub("", words)
    return place if place and (place in words or words in place) else words


def _year(words: str) -> int:
    return int("".join(_DIGITS.get(char, char) for char in words))
