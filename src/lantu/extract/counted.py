"""The thing that a number counts where it stands after it, and what is said of that thing."""

import re
from functools import cache

from lantu.extract.naming import (
    Name,
    first_verb,
    open_bracket,
    opens_with_verb,
    strip_lead,
    tidy,
    trimmed,
    without_brackets,
)
from lantu.registers import phrases

_SHARED = re.compile(
    r"[、，]?[^，。；]{0,12}?\d[^，。；、]{0,8}?的(?P<thing>[^，。；、\d]{2,20})|\d+[万亿]?[\u4e00-\u9fff]{1,2}?(?:次|个|项|件)?(?P<next>[^，。；、\d的]{2,20})"
)
_AND_OTHERS = re.compile("(?:等|等等)的?$")
_ABOUT_TAIL = re.compile("(?:各类|各级|了|约|近|超|超过|突破|至少|不少于)$")
_JOIN_TAIL = re.compile("(?:等|，|和|及|以及|与)$")
_ADVERB_TAIL = re.compile(
    "(?:均|都|已经?|全部|也|先后|正在|将|率先|高效|如期|顺利|同步|提前|陆续|正式|基本|首次|稳步|圆满|保质保量|汛前|年底前|月底前|年内|按期|按时|集中|进行|初步|能够|普遍|逐步|不同程度地)+$"
)
_PLACED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:均|都|已|将)*(?:在[^、，]{2,24}(?:中|上|内|里|领域|方面)|赴[^、，]{1,8}|被[^、，]{2,24}|(?:均|都)与[^，]{2,24})$"
)
_ENDED = re.compile(
    "(?:均|都|已|全部)?(?:动态|在全国|全国|复制|交流|实体化)*(?:转型或退出|退出|(?<![同的])亏损|清零|推广|实体化运行)$"
)
_NEXT_THING = re.compile(
    r"的?(?P<thing>[^，。；、和及\d]{2,12})[、和及](?:\d[\d.]*[余多]?[万亿]?[多余]?[^\d，。；、]{1,2}?的?(?P<next>[^，。；、\d]{3,30}))"
)
_EXAMPLES = re.compile("等(?:的|领域|方面|行业|地区|环节|城市|部门)?$")
_ADVERB_HEAD = re.compile("^(?:均|都|已|将)+")
_ONE_CHARACTER = frozenset("区县市省村国校州")


@cache
def _verb_tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>(?:{phrases.one_of('verb')})+)(?:了)?$")


@cache
def _verb_any() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('verb')})")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('predicate')})(?<!基本(?=[生养医公药农]))(?![率额量值]|数(?![字据智]))")


def of_right(left: str, right: str, next_follows: bool) -> Name | None:
    """The counted thing after a number (签约47个重点招商项目 → 签约重点招商项目); None where nothing follows."""
    thing, predicate = _split_right(right, next_follows)
    verb = _verb_before(left)
    if not thing and not predicate:
        return None
    if left.rstrip().endswith(("为", "对", "给", "向")):
        found = _verb_any().search(thing, 2)
        thing, predicate = (thing[: found.start()] if found else thing), ""
    if not thing or predicate.endswith(thing):
        return Name(tidy(predicate), "right")
    return Name(tidy((verb or predicate) + thing), "right")


def thing_after(right: str) -> str:
    """The noun that follows a number (万 家庭), without what is said of it."""
    return tidy(_split_right(right, next_follows=False)[0])


def _verb_before(left: str) -> str:
    """The verb whose object the number opens: 签约华能国际等 → 签约, 新增提升 → 新增提升."""
    text = strip_lead(open_bracket(left))
    if _EXAMPLES.search(_AND_OTHERS.sub("等", text)):
        return _kept(first_verb(text))
    found = _verb_tail().search(_ABOUT_TAIL.sub("", text))
    if found:
        return _kept(found["verb"])
    verb = first_verb(text) if "、" in text else ""
    return _kept(verb) if verb in phrases.load()["list_verb"] else ""  # 新增花湖机场、三峡机场2个国际机场


def _kept(verb: str) -> str:
    return "" if verb in {"实现", "完成", "推动", "推进", "安排", "争取", "拥有", "作"} else verb


def _split_right(right: str, next_follows: bool) -> tuple[str, str]:
    """Thing and predicate of a right context: 企业入选省级名单 → (企业, 入选省级)."""
    text = without_brackets(right.lstrip("的"))
    if next_follows and text.rfind("、") > 2:
        text = text[: text.rindex("、")]
    if next_follows:
        text = _JOIN_TAIL.sub("", text)
    found = next((f for f in _predicate().finditer(text) if not _quoted(text, f.start())), None) or _ENDED.search(text)
    if not found or (found.start() == 0 and len(found[0]) == 1):
        return trimmed(re.split(r"[，（(]", text)[0]), ""
    thing, rest = text[: found.start()], text[found.start() :]
    if found.start() == 1 and thing not in _ONE_CHARACTER:
        return trimmed(text), ""
    if placed := _PLACED.search(thing):  # 作品在评奖中得奖 → 在评奖中得奖作品
        thing, rest = thing[: placed.start()], _ADVERB_HEAD.sub("", placed[0]) + rest
    rest = rest.removesuffix("名单").removesuffix("称号")
    if next_follows and re.match(r"实现|达到|完成", rest):
        rest = ""
    thing = _ADVERB_TAIL.sub("", thing)
    if re.match(r"[加全有顺正成基先相陆如]", rest) and not re.search(r"成功|加快|成为", rest[:2]):
        rest = re.sub(rf"^(?:{phrases.one_of('predicate')})(?=.{{2,}})", "", rest)
    return trimmed(thing), rest[:30]


def _quoted(text: str, at: int) -> bool:
    """Whether a place in a text stands inside quotation marks (“一年基本恢复”项目)."""
    return text.count("“", 0, at) > text.count("”", 0, at)


def of_all(name: str, after: str) -> str:
    """10家单位、10名个人获表彰: the name of a thing with what is said of it and of the next one, or the name as it is."""
    found = _NEXT_THING.match(after)
    if not found or trimmed(found["thing"]) != name:
        return name
    thing, predicate = _split_right(found["next"], next_follows=False)
    return tidy(predicate + name) if thing and predicate and not predicate.startswith("认定") else name


def ends_with_verb(left: str) -> bool:
    """Whether a left context ends with a verb that wants its object (国务院增发)."""
    return bool(_verb_tail().search(left))


def is_thing(right: str) -> bool:
    """Whether a right context opens with a noun, not with what the money is for (支持…, 用于…)."""
    return bool(re.match(r"[\u4e00-\u9fff]{3,}", right)) and not opens_with_verb(right) and right[0] not in "用支帮以的"


def has_predicate(name: str) -> bool:
    """Whether a name holds what is said of its thing (项目开工)."""
    return bool(_predicate().search(name))


def shared_after(after: str) -> Name | None:
    """The thing that several quantities share, after the last of them: 158个、总投资超2100亿元的省市重点项目."""
    found = _SHARED.match(after)
    return Name(tidy(found["thing"] or found["next"]), "right") if found else None
