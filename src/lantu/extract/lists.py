"""Names given out over a list of quantities: A、B和C分别达到a、b和c; 国家级、省级X; 一、二、三产业."""

import re

from lantu.extract.naming import strip_lead, strip_tail, tidy
from lantu.registers import units

_LEVELS = re.compile(r"(?:国家|省|市|区|县)级?(?:[、和](?:国家|省|市|区|县)级?)+")
_INDUSTRIES = re.compile(
    r"(?:第?一(?:次产业|产业|产)?)、(?:第?二(?:次产业|产业|产)?)(?:、|和)(?:第?三(?:次产业|产业|产))(?P<tail>[^、]*)$"
)
_SHARED = re.compile(
    r"(?:占比|比重|增速|增长率|增幅|覆盖率|合格率|达标率|满意率|普及率|利用率)$"
)  # said of each, whatever it ends with
_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{2}率|总规模|能耗|总量|总数|数量|排放总量|排放量|产量|产销量|面积|增加值|投资|收入|产值|用量|消耗|保有量"
    r"|存款余额|贷款余额|余额|补助标准|低保标准|标准|零售额|销售额|交易额|成交额|营业收入|营收|利润|税收|进出口额?|出口额?|进口额?|支出|用电量|装机容量|装机|总额|人数|起数|件数|次数|里程|浓度)$"
)
_SPENT = re.compile("(?P<head>.*用于)(?P<on>.{2,})")  # 财政用于科技、教育和卫生的支出
_SPENT_TAIL = re.compile("的?(?:支出|投入|资金|投资)$")
_HEAD = re.compile("单位(?:国内生产总值|地区生产总值|GDP|工业增加值)(?=.{2})")
_PLACE = re.compile("城镇|城市|农村|乡村")
_AND = re.compile(r"、|和(?!平|谐)|以及|(?<!普)及(?!其)|与")
_NEXT_FIGURE = re.compile(r"[多余]?(?:以上|以下|以内|左右)?[、和及与][-－−+第]?\d")
_CLAUSE_END = re.compile("[。；，;\n]")
_JOINTS = re.compile("[、和及与]")
_FIGURE = re.compile(r"[-－−+第]?\d[\d.]*(?P<unit>[^\d]*)")
_RANKS = frozenset(("", "位", "名"))
_WORDS = frozenset(("", "以上", "以下", "以内", "左右", "多", "余"))
_NAME = re.compile("(?!.*(?:季度|上半年|年$))[^\\d]")
_SHORTEST = 2  # characters of a name
_PAIR = 2
_NOT_TOWNS = re.compile(r"城乡(?=低保|最低生活)")


def listed(after: str) -> int:
    """How many quantities a list holds whose first one `after` follows (98%和73%：2)."""
    rest = re.split("[。；，]", after, maxsplit=1)[0]
    return 1 + len(re.findall(r"(?:、|和|及)[^，。；、和\d百]{0,6}(?:\d|百分之|第[一二三四五六七八九十])", rest))


def joint(left: str, unit: str, after: str) -> list[str]:
    """The names that 、 alone gives out: A、B增长13%、9%; empty unless there are as many names as figures of one unit.

    `left`: what the clause says before the words that make growth or a level of its number.
    """
    if not _NEXT_FIGURE.match(after):
        return []
    wanted = figures(unit, after)
    said = strip_lead(strip_tail(left))
    names = _members(said, wanted) if wanted > 1 else []
    if len(names) != wanted or any(len(n) < _SHORTEST or not _NAME.match(n) for n in names):
        names = _town_and_country(said) if wanted == _PAIR else []
    return _with_tail(names) if names else []


def figures(unit: str, after: str) -> int:
    """How many figures stand in a row, nothing but 、 or 和 between them (13%、9.8%和7%：3); `unit`: of the first, none for a rank."""
    first, *others = _JOINTS.split(_CLAUSE_END.split(after, maxsplit=1)[0])
    found = [_FIGURE.fullmatch(other) for other in others]
    return 1 + len(found) if first in _WORDS and all(f is not None and _counts(f["unit"], unit) for f in found) else 0


def _counts(said: str, unit: str) -> bool:
    """Whether what follows a figure is its unit alone: that of the first figure or another."""
    if not unit:
        return said in _RANKS
    if said.startswith(unit):
        return said[len(unit) :] in _WORDS
    return units.split(said)[1] in units.load() and "%" not in {said, unit}


def _members(said: str, wanted: int) -> list[str]:
    """The names of a list: A、B和C; where 、 alone gives as many as wanted, 和 stands inside the names."""
    parted = [n for n in said.split("、") if n]
    return parted if len(parted) == wanted else [n for n in _AND.split(said) if n]


def distribute(left: str, after: str) -> list[str]:
    """The names that 分别 gives out in turn; empty without 分别 or unless the counts agree."""
    wanted = listed(after)
    industries = _industries(left) if wanted == 3 else []
    if industries:
        return industries
    found = re.search(r"(?P<names>.+?)分别[^\d]{0,8}$", left)
    if not found or wanted < 2:
        return []
    said = re.sub("(?:年均|平均每年|累计|均|[由从比较](?:上年|去年))$", "", strip_lead(found["names"]))
    names = _town_and_country(said) if wanted == 2 else []
    names = names or _members(said, wanted)
    return _with_tail(names) if len(names) == wanted else []


def levels(name: str) -> list[str]:
    """国家级、省级、市级X → X named once for each level; empty for a name without such a list."""
    found = _LEVELS.search(name)
    if not found:
        return []
    ending = "级" if found[0].endswith("级") else ""
    head, tail = name[: found.start()], name[found.end() :]
    return [head + level.removesuffix("级") + ending + tail for level in re.split("[、和]", found[0])]


def _industries(left: str) -> list[str]:
    """一、二、三产业增加值 → the three industries by their names."""
    said = left.split("分别", maxsplit=1)[0] if "分别" in left else re.sub(r"(?:调整)?(?:为|达到?|到)$", "", left)
    found = _INDUSTRIES.search(said)
    return [f"第{n}产业{tidy(found['tail'])}" for n in "一二三"] if found else []


def _town_and_country(said: str) -> list[str]:
    """城乡居民人均可支配收入 with two values is the one of towns, then the one of the country."""
    if said.count("城乡") != 1 or re.search(r"、|和|及|与", said):
        return []
    towns = "城市" if _NOT_TOWNS.search(said) else "城镇"
    return [tidy(said.replace("城乡", place)) for place in (towns, "农村")]


def _with_tail(names: list[str]) -> list[str]:
    """The members of a list with the head noun that only the last one says (治安、刑事案件立案数)."""
    *others, last = names
    spent = _SPENT.fullmatch(others[0])
    if spent and (tail := _SPENT_TAIL.search(last)):
        middle = [spent["on"], *others[1:], last[: tail.start()]]
        return [tidy(spent["head"] + on + tail[0]) for on in middle]
    head = _HEAD.match(others[0])
    if head and not any(_HEAD.match(n) for n in names[1:]):
        return [tidy(others[0]), *(head[0] + tidy(n) for n in names[1:])]
    place = _PLACE.match(last)
    if place and all(_PLACE.fullmatch(n) for n in others):
        return [tidy(n + last[place.end() :]) for n in others] + [tidy(last)]
    quoted = re.search(r"”(?P<tail>[^”]+)$", last)
    if quoted and all(n.endswith("”") for n in others):
        return [tidy(n + quoted["tail"]) for n in others] + [tidy(last)]
    shared = _SHARED.search(last)
    if shared:
        return [tidy(n if _SHARED.search(n) else n + shared[0]) for n in others] + [tidy(last)]
    tail = _TAIL.search(last)
    if tail and not any(_TAIL.search(n) for n in others):
        whole = (
            re.search(r"(?:居民|农村|城镇|常住)[\u4e00-\u9fff]{2,}$", last) if all(len(n) < 3 for n in others) else None
        )
        return [tidy(n + (whole[0] if whole and whole.start() else tail[0])) for n in others] + [tidy(last)]
    if all(len(n) <= 4 < len(last) - 2 for n in others):
        return [tidy(n + last[len(n) :]) for n in others] + [tidy(last)]
    return [tidy(n) for n in names]
