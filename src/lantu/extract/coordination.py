"""What the later members of a list take from its first: 新增国家级产业集群1个、产业园2个 → 新增国家级产业园."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lantu.extract import naming, things
from lantu.registers import phrases, units

_NOUN_AFTER = (
    "用地|规模|面积|资金|能力|周期|单位|标准|水平|机构|成本|费用|总|型|性|者"  # 建设用地 is a thing, not an act
)
_NOUN_AFTER_SECOND = f"{_NOUN_AFTER}|项目|工程|任务|行动|基地|中心|房|区(?!域)|点|企业|产业|人才|类|业"
_LEVEL = re.compile(r"(?:国家|省|市|县|区|自治区)级(?:及?以上)?")
_OWN_LEVEL = re.compile(r"(?:上市|国家|全国|世界|国际|全球|省|市|县|区|自治区|乡|镇|村|部)")
_JOINED = re.compile(r"(?:以上|左右|以内|余|多)?(?P<join>[、和及与]|以及|[，,](?:其中)?|；其中)")
_YEARLY_JOIN = re.compile(r"(?:以上|左右|以内|余|多)?[、和及与][^，。；]*$")
_EXAMPLES_NEXT = re.compile("[、和及与][^，；]{2,}等$")  # 4大功能类平台和汽车、医药等8个产业类平台
_SORTS = frozenset({"方面", "类别", "领域", "大类"})  # 先行区建设6个方面16条经验: no act is shared
_REACHING = frozenset(
    ("", "约", "近", "超", "超过", "逾", "达", "达到", "至少", "不少于", "不低于", "突破", "各", "共", "有")
)
_OWN_ACT = re.compile(
    "牵头|得到|新增|新建|新开|加装|建成|投产|投运|竣工|通车|再就业|开工|突破|实现|完成|增长|增至|累计|同比|入选|获|惠及|带动|受益|收益|缓税"
    "|全部|均|已|[达占总]"
)
_MEASURED_END = re.compile(r"(?:率|(?<![容])量|额|值|度|比|价|速|余额|收入|投资|规模|强度|人数|总数|位数|资金)$")
_BUILDING = frozenset({"建设", "开工建设", "实施"})
_SHARING = frozenset(("、", "和", "及", "与", "以及"))
_ABOUT = frozenset(("", "约", "近", "超", "超过"))
_GROWN = re.compile(r"(?:面积|里程|能力|容量)$")  # 新增灌溉面积, but 建成厂房3座、绿化面积5亩
_ADDS = re.compile("新增|净增|扩大|新建|改造|治理|修复")
_SHORT = 16  # characters of a name that is a noun alone
_NO_NOUN = re.compile("规上|规模以上|[为对向在将把环]|发展|.*利用$")
_OF_WHOLE = re.compile("全[国省市区县州]")
_EVENT_END = re.compile(r"(?:就业|活动|培训|招聘|服务)$")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a name opens with: its verb, the level it is of, and the object."""

    verb: str
    level: str
    thing: str


@cache
def _opening() -> re.Pattern[str]:
    verbs = phrases.one_of("list_verb")
    return re.compile(
        r"(?:[\u4e00-\u9fff]{2}[化地]){0,2}"  # 清单化改造燃气管网
        rf"(?P<verb>(?:{verbs})(?!{_NOUN_AFTER})(?:[、和及与并]?(?:{verbs})(?!{_NOUN_AFTER_SECOND}))*)(?P<thing>.{{2,}})"
    )


@cache
def _any_verb() -> re.Pattern[str]:
    return re.compile(phrases.one_of("list_verb"))


@lru_cache(maxsize=1024)
def opened(name: str) -> Opened | None:
    """The parts of a name that opens with a verb its list may share (新增国家级产业集群); None for another."""
    found = _opening().fullmatch(name)
    if not found:
        return None
    level = _LEVEL.match(found["thing"])
    return Opened(found["verb"], level[0] if level else "", found["thing"][level.end() if level else 0 :])


def without_bare_verb(name: str) -> str:
    """The thing of a name whose verb gives way to another (新增公共服务平台 → 公共服务平台, but 签约项目)."""
    found = opened(name)
    return found.level + found.thing if found and (naming.is_bare_verb(found.verb) or found.verb in _BUILDING) else name


def yearly(first: str, gap: str) -> str:
    """每年 of 每年举办活动3场、提供服务50次: what the head of a list says of its later members too."""
    head, found, _ = first.partition("每年")
    return head + found if found and head in {"", "平均"} and _YEARLY_JOIN.match(gap) else ""


def same(unit: str, other: str) -> bool:
    """Whether two units are the same but for their multiplier (人, 万人)."""
    return units.split(unit)[1] == units.split(other)[1]


def alike(unit: str, other: str) -> bool:
    """Whether things of two units can be objects of one verb: people with people, money with money."""
    ours, theirs = units.dimension(unit), units.dimension(other)
    return "percent" not in {ours, theirs} and (
        ours == theirs or not {ours, theirs} & {"money", "person", "visit", "household", "time", "times"}
    )


def member(first: Opened, name: str, gap: str, *, after: bool, same_unit: bool) -> str:
    """The name of a later member with what it shares, or as it is; `gap`: all that stands between the two quantities.

    `after`: whether the things stand after their numbers (新增3个X、5个Y).
    """
    found = _JOINED.match(gap) if not after else None
    if after:
        joined = (
            gap.endswith(("、", "和", "及", "与"))
            or (gap.endswith("等") and bool(_EXAMPLES_NEXT.search(gap)))
            or (gap == first.thing and gap not in _SORTS)
        )
        joined = joined and "，" not in gap and not things.has_predicate(name)
        return first.verb + name if joined and _shares(first, name) else name
    if not found:
        return name
    said, join = gap[found.end() :].replace("的", ""), found["join"]
    whole = _OF_WHOLE.match(said)
    said = said[whole.end() :] if whole and not name.startswith(whole[0]) else said
    if not said.startswith(name) or said[len(name) :] not in _REACHING:
        return name
    if naming.is_verb(name):
        swapped = same_unit and name != first.verb and name in phrases.load()["list_verb"]
        return name + first.level + first.thing if swapped else name
    if join in {"，", ","} and not (
        _adds(first, name) or (same_unit and _alone(first, name) and said[len(name) :] in _ABOUT)
    ):
        return name
    if not _shares(first, name) or (join not in _SHARING and _EVENT_END.search(first.thing)):
        return name
    level = "" if _OWN_LEVEL.match(name) or join not in _SHARING else first.level
    return first.verb + level + name


def _alone(first: Opened, name: str) -> bool:
    """Whether a member after a comma is a noun alone (培养本科毕业生584万人，研究生17万人)."""
    if _any_verb().search(name) or _NO_NOUN.match(name):
        return False
    return name[-2:] == first.thing[-2:] or (len(name) <= _SHORT and not _OWN_LEVEL.match(name))


def _adds(first: Opened, name: str) -> bool:
    """新增发电装机容量…，采煤能力…: capacities that one verb adds, each in its own unit."""
    return first.verb.startswith("新增") and bool(_GROWN.search(name)) and bool(_GROWN.search(first.thing))


def _shares(first: Opened, name: str) -> bool:
    if naming.opens_with_verb(name) or naming.is_relational(name) or name[0] in "每第各":
        return False
    if name[-2:] == first.thing[-2:]:
        return not _OWN_ACT.match(name)
    if _GROWN.search(name) and not _ADDS.search(first.verb):
        return False
    return not _OWN_ACT.search(name) and not _MEASURED_END.search(name)
