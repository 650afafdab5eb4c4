"""Sentences that print two values and how far they lie apart: 由a提高到b，提高c; b，比上年的a提高c; a，高于b的预期目标c."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.case import Sentence
from lantu.model import Measure, Statement
from lantu.registers import units

_UP = "提高|提升|上升|升高|增加|增长|扩大|回升|上涨|加快|净增|多增"
_DOWN = "下降|降低|减少|回落|缩小|收窄|下滑|压减|放缓|减缓|减"
_MOVES = rf"(?:同比|累计|共|又|再|进一步|约|增幅为|[比较](?P<since>[^，。；、]{{2,8}}?))?(?:{_UP}|(?P<down>{_DOWN}))了?"
_WHEN = r"(?:(?:19|20)\d\d年(?:底|末)?的?)?"
_FROM = re.compile(rf"[由从](?:{_WHEN}|[^，。；、\d]{{0,8}})$")
_TO = re.compile(rf"[^，。；、\d]{{0,8}}(?:到|至|为|成)了?{_WHEN}$")
_ON_TO = re.compile(r"[，、]?(?:提高|提升|上升|升|增加|增长|下降|降低|降|减少)?(?:到|至|达到?)$")
_MOVED = re.compile(rf"[，、（(]?{_MOVES}$")
_MOVED_AT_ONCE = re.compile(rf"(?:{_UP}|(?P<down>{_DOWN}))了?$")
_THAN_BEFORE = re.compile(rf"[，、（(]?[^，。；、\d]{{0,3}}[比较](?:{_WHEN}|[^，。；、\d]{{2,8}}的)$")
_BEYOND = re.compile(
    r"[，、（(]?[^，。；、\d]{0,6}?(?:(?P<above>高于|快于|好于|优于|超过|超出|超)|(?P<below>低于|慢于)|[比较])[^，。；、\d]{0,12}?$"
)
_AIMED = re.compile(
    r"(?:左右|以上)?的?(?:年度|全年|年初|年|预期|计划|规划|调控|控制|工作|增长|任务)*(?:目标|计划|预期)(?:任务|值|水平)?"
    r"(?:(?P<above>高|快|多)|(?P<below>低|慢|少))?(?:出|了|近)?$"
)
_PERCENT = frozenset({"percent", "permille"})
_THREE = 3


@dataclass(frozen=True, slots=True)
class Between:
    """Two values and the printed distance from the first to the second; `falls`: whether the words say down.

    `aim`: whether the first is what was aimed at, which is exact.
    """

    base: Statement
    end: Statement
    change: Statement
    falls: bool
    aim: bool = False


def betweens(sentence: Sentence) -> Iterator[Between]:
    """Every such three figures that stand next to one another in a sentence."""
    said = sentence.statements
    if len(said) < _THREE or "分别" in sentence.text:
        return
    after = 0
    for number in range(len(said) - _THREE + 1):
        found = _read(sentence, said[number : number + _THREE]) if number >= after else None
        if found:
            after = number + _THREE
            yield found


def _read(sentence: Sentence, three: tuple[Statement, ...]) -> Between | None:
    one, two, three_ = three
    leads = [sentence.lead(s) for s in three]
    if any(s.measure in {Measure.RANK, Measure.RATIO, Measure.CUMULATIVE} for s in three):
        return None
    if _FROM.search(leads[0]):
        return _from_to(leads, one, two, three_)
    if not _alike(one, two) or not _apart(one, three_):
        return None
    moved = _MOVED_AT_ONCE.match(leads[2])
    if moved and _THAN_BEFORE.match(leads[1]):
        return Between(two, one, three_, falls=bool(moved["down"]))
    beyond, aimed = _BEYOND.match(leads[1]), _AIMED.match(leads[2])
    if not (beyond and aimed):
        return None
    below, above = beyond["below"] or aimed["below"], beyond["above"] or aimed["above"]
    return Between(two, one, three_, falls=bool(below), aim=True) if below or above else None


def _from_to(leads: list[str], one: Statement, two: Statement, three: Statement) -> Between | None:
    """由a提高到b，提高c, or 由a提高c，达到b."""
    moved = _MOVED.match(leads[2])
    if moved and _TO.match(leads[1]) and _alike(one, two) and _apart(one, three):
        ours = not moved["since"] or moved["since"] in leads[0] or _is_year_before(moved["since"], one, two)
        return Between(one, two, three, falls=bool(moved["down"])) if ours else None
    moved = _MOVED_AT_ONCE.match(leads[1])
    if moved and _ON_TO.match(leads[2]) and _alike(one, three) and _apart(one, two):
        return Between(one, three, two, falls=bool(moved["down"]))
    return None


def _is_year_before(since: str, base: Statement, end: Statement) -> bool:
    """Whether what a change is counted from (上年) is the time of the first value."""
    return since[:2] in {"上年", "去年", "年初"} and base.period.last_year + 1 == end.period.last_year


def _alike(one: Statement, other: Statement) -> bool:
    return units.dimension(one.quantity.unit) == units.dimension(other.quantity.unit)


def _apart(level: Statement, change: Statement) -> bool:
    """Whether the change is told in points of rates, or in the unit of other levels."""
    dimension = units.dimension(change.quantity.unit)
    return dimension == (
        "point" if units.dimension(level.quantity.unit) in _PERCENT else units.dimension(level.quantity.unit)
    )
