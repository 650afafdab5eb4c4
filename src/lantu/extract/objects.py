"""What the words after a number add to the name before it: 改革扩大到29个省, 建成70万千瓦热电项目, 出资1亿元用于建设."""

import re
from dataclasses import replace

from lantu.extract import naming, things
from lantu.extract.clauses import Clause
from lantu.extract.edges import tidy
from lantu.extract.measures import Meaning, comparator_after
from lantu.extract.naming import Name
from lantu.model import Measure
from lantu.registers import units

_ADDED = re.compile(r"(?P<verb>增加|减少|提高|突破(?=了?\s*$))(?:了|近|约|超过?)*\s*$")
_ADDED_ENDS = frozenset("加少高破了近约超过")
_MASTERED = frozenset({"项", "个", "种", "类", "款", "件", "套"})
_SPREAD = re.compile(r"(?:扩大|推广|拓展|扩展|增加)(?:到|至)(?:了|近|约|全国)*$")
_SPREAD_ENDS = frozenset("到至了近约国")
_PLACE = "省份|省|城市|县区|地区|区县|县|市|区|国家|乡镇|乡|村|街道|社区"
_PLACES = re.compile(rf"(?:{_PLACE})(?=[，。；、（(]|$)")
_RANGE = re.compile("(?<=试点)范围$|(?<=..)范围$")
_WORKS = re.compile(r"[^，。；、\d（）()“”的]{0,14}?(?:项目|工程|机组|电站|生产线|装置)(?=[^的]|$)(?!总?投资|资金|数)")
_SIZE = re.compile(r"(?P<what>总投资|投资|总规模|规模|总金额)(?:为|达到?|超过?|近|约|\s)*$")
_WHOSE = re.compile(r"的(?P<whose>[^，。；、\d]{2,24}?(?:项目|工程|基地|基金|体系))")
_PRODUCT = re.compile(r"[\u4e00-\u9fff]{2,10}(?=[，。；、]|$)")  # 年产150万吨芳烃
_SIZED = frozenset({"energy", "power", "mass", "volume", "area"})
_NOT_OWNER = re.compile("[达到至为超过近约是有的等、]$|(?:规模|能力|容量|装机|面积|产量|产能|投资)$")
_YEARLY = re.compile("(?:(?:全球|全国|世界|国内)?最大)?(?:单套)?年产(?:能)?$")
_SPENT = frozenset({"安排", "投入", "拿出", "出资", "拨付", "筹集", "筹措"})
_INVESTED = frozenset({"投资", "拟投资", "计划投资", "筹资", "共投资", "累计投资"})
_FOR = re.compile(r"(?:专项|主要|全部|优先)?(?P<what>(?:用于|支持|帮助|建设|建成|实施|设立|保障)[^，。；、\d]{2,24})")
_DOING = re.compile(
    r"(?:以上|左右)?(?P<what>(?:由|按照|投入|投向|用于|服务于|实现|达到|使用|来自|采用|纳入|集中在?|在(?=农村|城镇|城市))[^，。；、\d]{2,20}|全覆盖)(?=$|[，。；、）])"
)
_NO_PART = re.compile("[达到至为超过近约是有按在]$|(?:[率额量值数]|比重|占比|比例|目标|任务|标准|额度|增速)$")


def counted(clause: Clause, means: Meaning) -> Meaning:
    """增加1万个共享停车位, 突破10项技术: things are added or mastered, nothing that was named before changes or is passed."""
    end = clause.left.rstrip()[-1:]
    if end not in _ADDED_ENDS or not _counts(clause) or not things.is_thing(clause.right.lstrip()):
        return means
    found = _ADDED.search(clause.left)
    if not found or naming.of_left(clause.left[: found.start()]) or "比" in clause.left or "较" in clause.left:
        return means
    if found["verb"] == "突破":
        comparator, _ = comparator_after(clause.right)
        return replace(
            means, left="突破", comparator=comparator if clause.token.unit in _MASTERED else means.comparator
        )
    return replace(means, left=found["verb"], measure=Measure.LEVEL) if means.measure is Measure.CHANGE else means


def _counts(clause: Clause) -> bool:
    return clause.token.role == "count" or clause.token.unit in {"万", "亿"}


def bound(clause: Clause, left: str, name: str, right: str) -> Name | None:
    """The name before a number with the noun, works or purpose that only the words after it say; None for another."""
    if len(name) < 2:
        return None
    if clause.token.role == "count":
        return _spread(clause, name, right)
    if clause.token.unit == "%":
        return _part(clause, name)
    if right.startswith("的") and clause.token.unit.endswith("元"):
        return _sized(left, right)
    if name[-2:] in _SPENT or name in _INVESTED:
        found = _FOR.match(right)
        return Name(tidy(name + found["what"]), "left") if found else None
    return _works(clause, left, right)


def _sized(left: str, right: str) -> Name | None:
    """总投资164亿元的救治体系, 设立总规模500亿元的母基金: whose size a sum is."""
    found, whose = _SIZE.search(left), _WHOSE.match(right)
    if not found or not whose or "首个" in left:
        return None
    return Name(tidy(naming.of_left(left[: found.start()]) + whose["whose"] + found["what"]), "left")


def _part(clause: Clause, name: str) -> Name | None:
    """科技计划项目80%以上由企业牵头: which of them a share is."""
    found = None if _NO_PART.search(name) or _NO_PART.search(clause.left.rstrip()) else _DOING.match(clause.right)
    return Name(tidy(name + found["what"]) + "比重", "left") if found else None


def _spread(clause: Clause, name: str, right: str) -> Name | None:
    """农村合作医疗试点范围扩大到671个县: what was tried, by where."""
    if clause.left[-1:] not in _SPREAD_ENDS or not _SPREAD.search(clause.left):
        return None
    place = _PLACES.match(right)
    return Name(_RANGE.sub("", name) + place[0], "left") if place else None


def _works(clause: Clause, left: str, right: str) -> Name | None:
    """建成榆能西南70万千瓦热电项目: whose size a measure is."""
    if units.dimension(clause.token.unit) not in _SIZED or _NOT_OWNER.search(left.rstrip()):
        return None
    found = _WORKS.match(right) or (_PRODUCT.match(right) if left.endswith("年产") else None)
    owner = naming.of_left(_YEARLY.sub("", left[left.rfind("、") + 1 :])) if found else ""
    return Name(tidy(owner + found[0]), "left") if found else None
