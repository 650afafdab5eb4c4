"""The counted thing that stands after its number: 签约47个重点招商项目 → 签约重点招商项目."""

import re
from functools import cache

from lantu.extract.edges import BRACKETS, NOISE, open_bracket, strip_lead, strip_tail, tidy
from lantu.extract.naming import Name, verb_head
from lantu.registers import phrases

_SHARED = re.compile(
    r"[、，]?(?![^，。；]{0,14}\d年)[^，。；]{0,12}?\d[^，。；、]{0,8}?的(?P<thing>[^，。；、\d]{2,20})|(?:\d+[万亿]?[\u4e00-\u9fff]{1,2}?(?:次|个|项|件)?|[、和]?[\d.]+万[户人](?!次))(?P<next>[^，。；、\d的]{2,20})"
)
_AND_OTHERS = re.compile("(?:等|等等)的?$")
_ABOUT_TAIL = re.compile("(?:各类|各级|了|约|近|超|超过|突破|至少|不少于)$")
_JOIN_TAIL = re.compile("(?:已有|各|等|，|和|及|以及|与|并|且|又|或|(?:、|，)?(?:共|共计|合计))$")
_ADVERB_TAIL = re.compile(
    "(?:已有|提供了?|圆满|梯次|加力|汛前|大幅|并|且|(?<![主重纪需必])要|首次|按期|年内|分别|又|还|(?<![创革更翻全最])新|均|都|已|全部|也|先后|正在|将|率先|高效|如期|顺利|同步|提前|陆续|正式|基本)+$"
)
_THINGS = "企业|集群|项目|村寨|园区|开发区|基地|平台|品牌|产业链|供应商|大户|合作社|农场|公司|银行|主体|城市|单品|产品|商圈|市场|小区|集体|特色链|增长点|站|机构|功能区|示范区|自然村(?!寨)|专业镇"
KIND = rf"[县市区镇乡村]|县[（(]区[）)]|{_THINGS}"
_STOP = re.compile("[，（(]")
_MANNER = frozenset("加全有顺正成基先相陆如")  # 全部, 有序, 顺利 …: the predicate is said after them
_WORDS = re.compile(r"[\u4e00-\u9fff]{3,}")
_AMONG = re.compile("(?<![高初集手])中$")  # 22个重点产业集群中，…
_SORTED = re.compile(
    r"(?:以上|左右)?的?(?P<thing>[^，。；、\d]{0,14}(?:超过?|过|突破|达到?|不低于)(?:\d[\d.,，]*[余多]?[十百千万亿]*|[一二三五八十百千万亿]+)"
    r"(?:元|人次?|亩|吨|平方米|千瓦|户)?(?:以上)?(?:的|级的?)[^，。；、\d]{2,24})"
)
_OVER_ENDS = frozenset("超过破达到于至为")
_ITS_VALUE = re.compile(
    rf"(?P<kind>[^，。；的]{{0,14}}?(?:{_THINGS}))(?![的、和及与等内中间型级化寨低（(])[\u4e00-\u9fff]{{2,}}"
)
_VALUE = re.compile("[率额值量]|收入|投资|面积|规模|营收")


@cache
def _verb_any() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('verb')})")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('predicate')})(?![率额量值数])")


@cache
def _predicate_head() -> re.Pattern[str]:
    return re.compile(rf"^(?:{phrases.one_of('predicate')})(?=.{{2,}})")


@cache
def _verb_tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>(?:{phrases.one_of('verb')})+)(?:了)?$")


def of_right(left: str, right: str, after: str, *, next_follows: bool) -> Name | None:
    """The counted thing after a number (签约47个重点招商项目 → 签约重点招商项目); None where nothing follows."""
    if next_follows and right[-1:] in _OVER_ENDS and (sorts := _SORTED.match(after)):
        return Name(tidy(_verb_before(left) + sorts["thing"]), "right")
    thing, predicate = _split_right(_AMONG.sub("", right), next_follows)
    verb = _verb_before(left)
    if not thing and not predicate:
        return None
    if left.rstrip().endswith(("为", "对", "给", "向")):
        found = _verb_any().search(thing, 2)
        thing, predicate = (thing[: found.start()] if found else thing), ""
    if thing == "就业" and not verb and left.rstrip().endswith(("安排", "了", "安置")):
        verb = "安排"
    if not thing or predicate.endswith(thing):
        return Name(tidy(predicate), "right")
    return Name(tidy((verb or predicate) + thing), "right")


def _verb_before(left: str) -> str:
    """The verb whose object the number opens: 签约华能国际等 → 签约, 新增提升 → 新增提升."""
    text = strip_lead(open_bracket(left))
    text = _AND_OTHERS.sub("等", text)
    if text.endswith("等"):
        found = verb_head().match(text)
        return _kept(found[0]) if found else ""
    found = _verb_tail().search(_ABOUT_TAIL.sub("", text))
    return _kept(found["verb"]) if found else ""


def _kept(verb: str) -> str:
    return "" if verb in {"实现", "完成", "推动", "推进", "安排", "争取", "拥有", "作"} else verb


def _split_right(right: str, next_follows: bool) -> tuple[str, str]:
    """Thing and predicate of a right context: 企业入选省级名单 → (企业, 入选省级)."""
    text = BRACKETS.sub("", right.lstrip("的"))
    at = text.rfind("、")
    if next_follows and (at > 2 or (at == 2 and _predicate().search(text, at))):
        text = text[:at]
    if next_follows:
        text = _JOIN_TAIL.sub("", text)
        text = _without_value(text)
    found = _outside_quotes(text)
    if not found or (found.start() == 0 and len(found[0]) == 1):
        return NOISE.sub("", _STOP.split(text, maxsplit=1)[0]), ""
    thing, rest = text[: found.start()], text[found.start() :]
    if found.start() == 1:
        return NOISE.sub("", text), ""
    rest = rest.removesuffix("名单").removesuffix("称号")
    if next_follows and rest.startswith(("实现", "达到", "完成")):
        rest = ""
    thing = _ADVERB_TAIL.sub("", thing)
    if rest[:1] in _MANNER and rest[:2] not in {"成功", "加快"}:
        rest = _predicate_head().sub("", rest)
    return NOISE.sub("", thing), rest[:30]


def _outside_quotes(text: str) -> re.Match[str] | None:
    """The first predicate of a text that is no part of a title (“一年基本恢复”项目)."""
    if "“" not in text:
        return _predicate().search(text)
    return next(
        (m for m in _predicate().finditer(text) if text.count("“", 0, m.start()) == text.count("”", 0, m.start())), None
    )


def _without_value(text: str) -> str:
    """45个重点开发区总产值达…: the counted thing without the indicator that its next number gives."""
    bare = strip_tail(text) if text[-1:] in _OVER_ENDS else text
    found = _ITS_VALUE.match(bare)
    return found["kind"] if found and (bare != text or _VALUE.search(bare, found.end("kind"))) else bare


def is_thing(right: str) -> bool:
    """Whether a right context opens with a noun, not with what the money is for (支持…, 用于…)."""
    return bool(_WORDS.match(right)) and not verb_head().match(right) and right[0] not in "用支帮以的"


def shared_after(after: str) -> Name | None:
    """The thing that several quantities share, after the last of them: 158个、总投资超2100亿元的省市重点项目."""
    found = _SHARED.match(after)
    return Name(tidy(found["thing"] or found["next"]), "right") if found else None


def ends_with_verb(left: str) -> bool:
    """Whether a left context ends with a verb that wants its object (国务院增发)."""
    return bool(_verb_tail().search(left))
