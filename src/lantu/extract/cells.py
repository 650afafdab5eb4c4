"""What one table cell prints: numbers with unit, bound, bracket and direction, or words in their place."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.extract.measures import comparator_after, comparator_before
from lantu.extract.numbers import ARABIC, arabic
from lantu.model import Comparator, Quantity
from lantu.registers import units

_OPEN, _CLOSE = r"\[［〔【﹝（(", r"\]］〕】﹞）)"
MARK = re.compile(r"[①-⑳*＊※]+")
_START = re.compile(
    rf"(?P<before>[^\d{_OPEN}]*?)(?P<open>[{_OPEN}]?)\s*(?P<inner>[^\d{_OPEN}{_CLOSE}]{{0,6}}?)(?P<sign>[-－−+＋]?)(?P<n>{ARABIC})"
)
_HIGH = re.compile(rf"\s*[—–~～\-－至]+\s*(?P<h>{ARABIC})")
_OF_YEAR = re.compile(rf"[{_OPEN}]\s*(?P<year>(?:19|20)\d\d)\s*年?[^\d{_CLOSE}]{{0,6}}[{_CLOSE}]$")
_SEVERAL = re.compile(rf"{ARABIC}[万亿]?(?:\s*[/／、]\s*{ARABIC}[万亿]?)+")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s*[:：∶]\s*\d+(?:\.\d+)?)+")
_NUMBER = re.compile(ARABIC)
_UP = re.compile(r"[↑▲]|提高|提升|上升|增长|增加|扩大")
_DOWN = re.compile(r"[↓▼]|下降|降低|减少|回落|下滑|缩小|压减|削减")
_UNIT_RUN = re.compile(r"[^\d\s，。；、（()）\[\]［］〔〕【】①-⑳*]{1,12}")
_PER = re.compile(r"1?/\d*[十百千万亿]*[^\d/]{0,6}")
_SIGNS = {
    "≥": Comparator.GE, "＞": Comparator.GT, ">": Comparator.GT, "≤": Comparator.LE, "＜": Comparator.LT, "<": Comparator.LT,
}  # fmt: skip
_NOTHING = re.compile(r"[—–―\-－/\\／…·\s]+|(?:暂?无|空缺|缺)(?:数据|目标)?")
_COMPARED = re.compile(r"持平|同步|相当|不变|平均水平|高于|低于|优于|好于|快于")
_LONGEST_BEFORE = 8  # words before a number that still are of the number


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as a cell prints it; `start`, `end`: its place and its unit's in the cell's clean text."""

    quantity: Quantity  # with the cell's own unit, a multiplier alone (5.2万), or none
    start: int
    end: int
    bracketed: bool = False
    moves: int = 0  # 1: said to rise, -1: to fall
    averaged: bool = False  # 年均 in the cell itself
    cumulated: bool = False  # 累计 in the cell itself
    signed: bool = False  # bounded by a sign (＞, ≤) rather than in words
    year: int | None = None  # where the cell names a year of its own
    marks: str = ""  # of notes below the table


def known_unit(text: str) -> bool:
    """Whether the register knows a printed unit, or the upper part of a unit per something: 亿元, 件/万人, 1/10万."""
    upper, slash, _ = text.partition("/")
    if _PER.fullmatch(text):
        return True
    return units.split(upper if slash and upper else text)[1] in units.load()


def unit_of(text: str) -> str:
    """A unit as printed, without white space; full-width % as %."""
    return re.sub(r"\s+", "", text).replace("％", "%")


def printed(text: str) -> Printed | None:
    """The number of a cell; None where it holds words, or figures that are no single number."""
    dated = _OF_YEAR.search(text)
    body = text[: dated.start()] if dated and re.search(r"\d", text[: dated.start()]) else text
    marks = "".join(MARK.findall(body))
    found = _START.match(body)
    if not found or len(found["before"]) > _LONGEST_BEFORE:
        return None
    unit, high, end = _range(body, found.end())
    rest = body[end:]
    if re.search(r"\d", rest):
        return None
    before = MARK.sub("", found["before"] + found["inner"]).strip()
    after = MARK.sub("", rest).strip().strip("".join("[]［］〔〕【】﹝﹞（）()"))
    value = arabic(found["n"])
    falls = found["sign"] not in {"", "+", "＋"}
    down = bool(_DOWN.search(before))
    one = Quantity(-value if falls else value, unit)
    return Printed(
        replace(one, comparator=Comparator.BETWEEN, high=high)
        if high is not None
        else replace(one, comparator=_bound(before, after)),
        found.start("n"), end, bool(found["open"]), -1 if down else 1 if _UP.search(before) else 0,
        "年均" in before, "累计" in before + after and "年均" not in before, before[-1:] in _SIGNS, int(dated["year"]) if dated and body is not text else None, marks,
    )  # fmt: skip


def _range(body: str, at: int) -> tuple[str, Decimal | None, int]:
    """The unit after a number, the upper end of its range, and where both end; no range where its ends differ in unit."""
    unit, end = _unit_at(body, at)
    upper = _HIGH.match(body, end)
    if not upper:
        return unit, None, end
    second, last = _unit_at(body, upper.end())
    if second and not second.startswith(unit):
        return unit, None, end
    return second or unit, arabic(upper["h"]), last


def _unit_at(body: str, at: int) -> tuple[str, int]:
    """The longest unit of the register that stands at `at` (after white space), else a multiplier, and its end."""
    start = at + len(body[at:]) - len(body[at:].lstrip())
    run = _UNIT_RUN.match(body, start)
    for length in range(len(run[0]) if run else 0, 0, -1):
        text = unit_of(body[start : start + length])
        if units.split(text)[1] in units.load():
            return text, start + length
    alone = units.multiplier_at(body, start)
    return (alone, start + len(alone)) if alone else ("", at)


def _bound(before: str, after: str) -> Comparator:
    first, _ = comparator_before(before)
    last, _ = comparator_after(after)
    return first or last or _SIGNS.get(before[-1:]) or Comparator.EQ


def members(text: str) -> list[tuple[int, int]]:
    """The places of the numbers of a structure such as 12:42:46; empty where a cell is none."""
    return [m.span() for m in re.finditer(r"\d+(?:\.\d+)?", text)] if _RATIO.fullmatch(text.strip()) else []


def several(text: str) -> list[tuple[int, int]]:
    """The places of the numbers of a cell that holds several values (22.4/52.4, 35120、18260); empty where it does not."""
    return [m.span() for m in _NUMBER.finditer(text)] if _SEVERAL.fullmatch(text.strip()) else []


def why_words(text: str) -> str:
    """Why a cell holds words: none, assigned (by a higher level), compared (with another value), words."""
    if _NOTHING.fullmatch(text):
        return "none"
    if re.search(r"下达|上级|核定|分解", text):
        return "assigned"
    return "compared" if _COMPARED.search(text) else "words"


def parts(text: str) -> list[tuple[int, int]]:
    """The stretches of a cell that says several things of its indicator (372.4亿元，增长6.1%), each with a unit of its own."""
    ends = [m.span() for m in re.finditer(r"(?<!\d)[，、；,;]|[，、；,;](?!\d)", text)]
    starts = [0, *(end for _, end in ends)]
    found = list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))
    told = [printed(text[a:b]) for a, b in found]
    return found if len(found) > 1 and all(p and p.quantity.unit for p in told) else []
