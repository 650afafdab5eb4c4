"""What a quantity measures: the indicator's name from the clause, completed from the sentence."""

import re
from dataclasses import dataclass
from functools import cache

from lantu.extract.numbers import YEAR
from lantu.registers import phrases

_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
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
_NOISE = re.compile(
    r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、．.](?=\D))?[\s，、。；：和与及或的了—\-\*·|　]+|[\s，、：—\-|　]+$"
)
_VINTAGE = re.compile(r"(?:经)?(?:最终核实|初步核实|初步核算|核算|核实|修订)(?:数|值|后)?$")
_COMPARISON = re.compile(
    r"(?:增速|增幅|占比|均|分别)*(?:高于|低于|高出|快于|好于|优于|比[^，。；]{1,12}(?:高|低|快|多|少)$)"
)
_NO_NAMES = frozenset("将转要翻定成长来跃平底即内年再各共有是为在")
_BASE = re.compile(r"每(?:[百千万十亿\d]+(?:常住|户籍)?(?:人口|名?[^，。；\d]{0,3}人)(?:拥有)?|亩|平方公里)")
_PLACED_ENDS = frozenset("国省市区县球界居过上")
_PLACED_TAIL = re.compile(
    r"(?:[跃稳位仍](?:居|列)(?:全[国省市区县球]|世界)|(?<=人均)居|(?<=[入值额量产模费资])[过上])$"
)
_WHOLE = re.compile(
    r"占(?P<whole>(?:全国|全省|全市|全区|全县|全球|世界|同期|全部)[^，。；\d]{0,6}?)(?:的|近|约|超过?|了|达到?)*$"
)
_RUN_OF_PERIODS = re.compile(r"(?:已)?连续\d+个?(?:月|季度|年)(?:[来都均])?")  # 连续12个月保持两位数增长
_OF = re.compile(
    r"^(?P<part>.+?)(?:压缩|压减|提高|提升|调整提高|降低|下降|缩减|控制|达|保持)?(?:至|到|在|为)(?P<whole>[^至到]{2,}?)的?$"
)


_SHARED = re.compile(
    r"[、，]?[^，。；]{0,12}?\d[^，。；、]{0,8}?的(?P<thing>[^，。；、\d]{2,20})|\d+[万亿]?[\u4e00-\u9fff]{1,2}?(?:次|个|项|件)?(?P<next>[^，。；、\d的]{2,20})"
)


_TAIL = 48  # characters that a date or verb of achieving at the end of a name may take
_SPAN_TAIL = re.compile("(?<![一二三四五六七八九零〇○十])[一二三四五两十]年$")
_TIME_HEAD = re.compile("^.*(?:期间|时期)(?=.{4,})")
_ACHIEVED_HEAD = re.compile(r"^.*?(?:实现|完成)(?=[\u4e00-\u9fffA-Z“]{4,})(?!率)")
_INNER_OF = re.compile(r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])")
_AND_OTHERS = re.compile("(?:等|等等)的?$")
_ABOUT_TAIL = re.compile("(?:各类|各级|了|约|近|超|超过|突破|至少|不少于)$")
_JOIN_TAIL = re.compile("(?:等|，|和|及|以及|与)$")
_ADVERB_TAIL = re.compile("(?:均|都|已|全部|也|先后|正在|将|率先|高效|如期|顺利|同步|提前|陆续|正式|基本)+$")
_WENT_ON = re.compile(
    "在(?:上年|去年|前)|快速|加快|稳步|持续|不断|进一步|保持|稳定|显著|明显|大幅|逐步|全面|扎实|有效|深入|稳中|平稳|较快"
    "|健康|总体|实现|达到|继续|成效|取得|得到|迈上|跃上"
)
_SHARE = re.compile("占.{2,}")
_SHARE_WORD = re.compile("比重|比例|占比|占.{0,8}率$")


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name, and how it was found: left, right, joined, inherited, carried, none."""

    text: str
    how: str


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?!年均)(?:{phrases.one_of('lead')})(?=.)")


@cache
def _reach_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('reach')}|(?<![平人户亩地日月年])均(?:为|达|达到|居)?)$")


@cache
def _verb_head() -> re.Pattern[str]:
    return re.compile(rf"^(?:{phrases.one_of('verb')})")


@cache
def _verbs_head() -> re.Pattern[str]:
    verbs = phrases.one_of("verb")
    return re.compile(rf"^(?:{verbs})(?:、(?:{verbs}))*")


@cache
def _verb_only() -> re.Pattern[str]:
    verbs = phrases.one_of("verb")
    return re.compile(rf"^(?:.{{0,8}}[^\w])?(?P<verb>(?:{verbs})(?:、?(?:{verbs}))*)(?:各类|各级|了|约|近|超|超过)?$")


@cache
def _verb_tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>(?:{phrases.one_of('verb')})+)(?:了)?$")


@cache
def _verb_any() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('verb')})")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('predicate')})(?![率额量值数])")


@cache
def _relational() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('relational')})+$")


def strip_lead(text: str) -> str:
    """Without the times, places, adverbs and verbs of achieving that a clause begins with."""
    while True:
        shorter = _NOISE.sub("", text)
        found = _DATE.match(shorter)
        shorter = shorter[found.end() :] if found else shorter
        shorter = _lead().sub("", shorter)
        if shorter == text:
            return text
        text = shorter


def strip_tail(text: str) -> str:
    """Without the verbs of achieving, comparators and places that stand before a number."""
    while True:
        shorter = _CHANGED_TO.sub("", _NOISE.sub("", text))
        tail = max(len(shorter) - _TAIL, 0)  # only what ends the text matters
        placed = _PLACED_TAIL.search(shorter, tail) if shorter[-1:] in _PLACED_ENDS else None
        found = placed or _reach_tail().search(shorter, tail)
        if found:
            shorter = shorter[: found.start()]
        shorter = shorter.removesuffix("每立方米")
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
    bare = _BRACKETS.sub(lambda m: " " * len(m[0]), left)
    at = max(bare.rfind("（"), bare.rfind("("))
    return left[at + 1 :] if at >= 0 else left


def of_left(left: str) -> str:
    """The name that a left context ends with; empty where there is none."""
    text = strip_lead(strip_tail(open_bracket(left)))
    text = _TIME_HEAD.sub("", text) if "期" in text else text
    text = _ACHIEVED_HEAD.sub("", text) if "实现" in text or "完成" in text else text
    name = tidy(_VINTAGE.sub("", _without_examples(text)))
    return (
        ""
        if name in _NO_NAMES
        or (name[:2] in {"连续", "已连"} and _RUN_OF_PERIODS.fullmatch(name))
        or name in phrases.load()["lead"]
        else name
    )


def _without_examples(text: str) -> str:
    """举办甲展、乙展等展会活动 → 举办展会活动: a verb keeps its object, not the examples before it."""
    head, found, kind = text.rpartition("等")
    verb = _verbs_head().match(head) if found and len(kind) > 1 else None
    return verb[0] + kind if verb and len(verb[0]) < len(head) else text


def share_of(left: str) -> str | None:
    """X压缩至Y的, X提高到Y的 before a per cent: the share of X in Y (X占Y比重)."""
    if not left.endswith("的"):
        return None
    found = _OF.match(left)
    if not found or "占" in found["part"]:
        return None
    part, whole = of_left(found["part"]), strip_lead(found["whole"])
    return f"{part}占{whole}比重" if part and len(whole) > 1 else None


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


def _verb_before(left: str) -> str:
    """The verb whose object the number opens: 签约华能国际等 → 签约, 新增提升 → 新增提升."""
    text = strip_lead(open_bracket(left))
    text = _AND_OTHERS.sub("等", text)
    if text.endswith("等"):
        found = _verb_head().match(text)
        return _kept(found[0]) if found else ""
    found = _verb_tail().search(_ABOUT_TAIL.sub("", text))
    return _kept(found["verb"]) if found else ""


def _kept(verb: str) -> str:
    return "" if verb in {"实现", "完成", "推动", "推进", "安排", "争取", "拥有", "作"} else verb


def _split_right(right: str, next_follows: bool) -> tuple[str, str]:
    """Thing and predicate of a right context: 企业入选省级名单 → (企业, 入选省级)."""
    text = _BRACKETS.sub("", right.lstrip("的"))
    if next_follows and text.rfind("、") > 2:
        text = text[: text.rindex("、")]
    if next_follows:
        text = _JOIN_TAIL.sub("", text)
    found = _predicate().search(text)
    if not found or (found.start() == 0 and len(found[0]) == 1):
        return _NOISE.sub("", re.split(r"[，（(]", text)[0]), ""
    thing, rest = text[: found.start()], text[found.start() :]
    if found.start() == 1:
        return _NOISE.sub("", text), ""
    rest = rest.removesuffix("名单").removesuffix("称号")
    if next_follows and re.match(r"实现|达到|完成", rest):
        rest = ""
    thing = _ADVERB_TAIL.sub("", thing)
    if re.match(r"[加全有顺正成基先相陆如]", rest) and not re.search(r"成功|加快", rest[:2]):
        rest = re.sub(rf"^(?:{phrases.one_of('predicate')})(?=.{{2,}})", "", rest)
    return _NOISE.sub("", thing), rest[:30]


def is_verb(name: str) -> bool:
    """Whether a name is only a verb that wants its object (新增, 引进落地)."""
    return bool(_verb_only().match(name))


_AWARD = re.compile(
    r"(?P<who>.*?)(?:，)?(?:可)?(?:按(?:照)?[^，。；]{0,20})?(?:分别|一次性|每年|各|再|最高|连续\d年)*(?:给予|奖励|补助|补贴|资助|发放|支持)"
)
_GIFT = re.compile(
    r"[^。；]{0,40}?(?P<thing>(?:一次性)?(?:生活|培训|配套|资金|运营|研发|购房|租房|岗位|培训费用)?(?:奖励|补贴|补助|支持|资助|奖补|扶持|贴息|津贴))"
)


def award(before: str, left: str, after: str) -> str | None:
    """对新认定的X，给予50万元一次性奖励 → 新认定X一次性奖励; None where nothing is granted."""
    found, gift = _AWARD.match(left), _GIFT.match(after)
    if not found and not (gift and re.search(r"给予|按|最高$", left)):
        return None
    who = found["who"] if found else ""
    who = who or before
    who = re.sub(r"^(?:第[^，。]{1,4}条|对于?|按照?|由|于[^，。]{1,6}年)+|(?:的|，)+$", "", strip_lead(who))
    who = who if len(who) > 1 else re.sub(r"^(?:第[^，。]{1,4}条|对于?|按照?|由)+|(?:的|，)+$", "", strip_lead(before))
    thing = gift["thing"] if gift else "奖励" if "奖励" in left else "补助"
    return tidy(who + thing) if len(who) > 1 else None


def ends_with_verb(left: str) -> bool:
    """Whether a left context ends with a verb that wants its object (国务院增发)."""
    return bool(_verb_tail().search(left))


def is_thing(right: str) -> bool:
    """Whether a right context opens with a noun, not with what the money is for (支持…, 用于…)."""
    return (
        bool(re.match(r"[\u4e00-\u9fff]{3,}", right)) and not _verb_head().match(right) and right[0] not in "用支帮以的"
    )


def is_bare_verb(name: str) -> bool:
    """Whether a name is a verb that says nothing without its object (新增, 培育)."""
    return name in phrases.load()["bare_verb"]


def opens_with_verb(name: str) -> bool:
    """Whether a name brings its own verb (建成…, 开工…)."""
    return bool(_verb_head().match(name))


def part_of(whole: str, part: str) -> str:
    """开工项目 and 产业项目 → 开工产业项目: a part keeps what is said of its whole."""
    for size in (4, 3, 2):
        said = whole[:-size]
        if part.endswith(whole[-size:]) and 0 < len(said) <= 6 and "、" not in said and part[0] != said[0]:
            return said + part
    return part


def with_whole(name: str, left: str) -> str:
    """占 with the whole that a place was taken for (占全国的 → 占全国比重); 占比 where none is said."""
    found = _WHOLE.search(left) if name.endswith("占") else None
    if found:
        return f"{name}{found['whole']}比重"
    return name + "比" if name.endswith("占") else name


def opening_base(name: str) -> str:
    """每千人口 of 每千人口执业医师: what each of the things listed is counted for."""
    found = _BASE.match(name)
    return found[0] if found else ""


def lacks_share_word(name: str) -> bool:
    """Whether a name says 占 without the word that makes it a share."""
    return "占" in name and bool(_SHARE.search(name)) and not _SHARE_WORD.search(name)


def shared_after(after: str) -> Name | None:
    """The thing that several quantities share, after the last of them: 158个、总投资超2100亿元的省市重点项目."""
    found = _SHARED.match(after)
    return Name(tidy(found["thing"] or found["next"]), "right") if found else None


def is_relational(name: str) -> bool:
    """Whether a name only makes sense beside its subject (总投资, 占比, 超序时进度)."""
    return bool(_relational().match(name)) or name.startswith(("占", "超序时", "超时序")) or is_comparison(name)


def is_comparison(name: str) -> bool:
    """Whether a name only compares its subject with another place or time (高于全省平均水平)."""
    return bool(_COMPARISON.match(name))


def of_clause_before(text: str) -> str:
    """The subject that a clause without a number opens with (高新技术企业快速发展 → 高新技术企业)."""
    head = strip_lead(text)
    found = _WENT_ON.search(head)
    return tidy(head[: found.start()] if found else head) if found else ""


def tidy(name: str) -> str:
    """White space, list marks, quotes left open and 的 before the head taken out of a name."""
    name = "".join(name.split())
    name = _NOISE.sub("", name)
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    for opening, closing in ("（）", "()", "《》"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return (_INNER_OF.sub("", name) if "的" in name else name).strip("的、，")
