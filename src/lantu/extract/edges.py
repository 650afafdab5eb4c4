"""What a name begins and ends with that is not its own: times, places, adverbs, verbs of achieving, marks."""

import re
from functools import cache

from lantu.extract.numbers import YEAR
from lantu.registers import phrases

BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_DATE = re.compile(
    rf"(?:(?:到|至|截至|截止|自|从|于|在)?{YEAR}年?(?:[—\-~至到]{YEAR})?"
    r"年?(?:底|末|初|度|间|期间|时)?(?:(?:上|下)半年|前三季度|第?[一二三四]季度|\d{1,2}(?:[—\-~至]\d{1,2})?月(?:底|末|份)?)?(?:以来|之前|前)?)(?=[，、\u4e00-\u9fff“A-Za-z]|$)"
    r"|“?(?:十[一二三四五六七]|[一二三四五六七八九])五”?(?:时期|期间|期末|末|以来)"
    r"|(?:\d{1,2}[—–\-~至])?\d{1,2}月(?:份|底|末)?(?:当月)?|(?:上|下)半年|前三季度|第?[一二三四]季度(?:末)?"
)
CHANGE = "变|变化|改|回落|收窄|扩大|缩小|演变|优化|提高|提升|上升|增加|增长|下降|降低|减少|扩大|缩小|回升|升高|发展|压缩|压减|缩短|缩减|调整|跃升|拓展|恢复|降|升|增"
_CHANGED_TO = re.compile(rf"(?:{CHANGE})(?:到|至|为)$")
_TAIL_DATE = re.compile(rf"(?:(?:{CHANGE})(?=到|至|为))?(?:从|由|自|比|较|为)?(?:{_DATE.pattern})(?:的|达|达到|为)?$")
_TIME_ENDS = frozenset(
    "年底末初度间期时月份来前均的达到为半0123456789一二三四五六七八九零〇○"
)  # what a time before a number ends with
_TAIL_YEAR = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:全年|当年|本年|年末|年底)(?:平均)?$")
NOISE = re.compile(
    r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、．.](?=\D))?[\s，、。；：和与及或的了—\-\*·|　]+|[\s，、：—\-|　]+$"
)
_PLACED_ENDS = frozenset("国省市区县球界居过上")
_PLACED_TAIL = re.compile(
    r"(?:[跃稳位仍](?:居|列)(?:全[国省市区县球]|世界)|(?<=人均)居|(?<=[入值额量产模费资])[过上])$"
)
_TAIL = 48  # characters that a date or verb of achieving at the end of a name may take
_SPAN_TAIL = re.compile("(?<![一二三四五六七八九零〇○十])[一二三四五两十]年$")
_INNER_OF = re.compile(r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?!年均)(?:{phrases.one_of('lead')})(?=.)")


@cache
def _reach_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('reach')}|(?<![平人户亩地日月年])均(?:为|达|达到|居)?)$")


def strip_lead(text: str) -> str:
    """Without the times, places, adverbs and verbs of achieving that a clause begins with."""
    while True:
        shorter = NOISE.sub("", text)
        found = _DATE.match(shorter)
        shorter = shorter[found.end() :] if found else shorter
        shorter = _lead().sub("", shorter)
        if shorter == text:
            return text
        text = shorter


def strip_tail(text: str) -> str:
    """Without the verbs of achieving, comparators and places that stand before a number."""
    while True:
        shorter = _CHANGED_TO.sub("", NOISE.sub("", text))
        tail = max(len(shorter) - _TAIL, 0)  # only what ends the text matters
        placed = _PLACED_TAIL.search(shorter, tail) if shorter[-1:] in _PLACED_ENDS else None
        found = placed or _reach_tail().search(shorter, tail)
        if found:
            shorter = shorter[: found.start()]
        if shorter.endswith("年"):
            shorter = _SPAN_TAIL.sub("", shorter)
        if shorter[-1:] in _TIME_ENDS:
            dated = _TAIL_YEAR.search(shorter, tail) or _TAIL_DATE.search(shorter, tail)
            shorter = shorter[: dated.start()] if dated else shorter
        if shorter == text:
            return text
        text = shorter


def open_bracket(left: str) -> str:
    """The part of a left context inside the bracket that is still open, or all of it."""
    if "（" not in left and "(" not in left:
        return left
    bare = BRACKETS.sub(lambda m: " " * len(m[0]), left)
    at = max(bare.rfind("（"), bare.rfind("("))
    return left[at + 1 :] if at >= 0 else left


def tidy(name: str) -> str:
    """White space, list marks, quotes left open and 的 before the head taken out of a name."""
    name = "".join(name.split())
    name = NOISE.sub("", name)
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    for opening, closing in ("（）", "()", "《》"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return (_INNER_OF.sub("", name) if "的" in name else name).strip("的、，")
