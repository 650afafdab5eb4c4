"""Names given out over a list of quantities: A、B和C分别达到a、b和c; 国家级、省级X; 一、二、三产业."""

import re

from lantu.extract.naming import strip_lead, tidy

_LEVELS = re.compile(r"(?:国家|省|市|区|县)级?(?:[、和](?:国家|省|市|区|县)级?)+")
_INDUSTRIES = re.compile(
    r"(?:第?一(?:次产业|产业|产)?)、?(?:第?二(?:次产业|产业|产)?)(?:、|和)?(?:第?三(?:次产业|产业|产))(?P<tail>[^、]*)$"
)
_SHARED = re.compile(
    r"(?:占比|比重|增速|增长率|增幅|覆盖率|合格率|达标率|满意率|普及率|利用率)$"
)  # said of each, whatever it ends with
_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{2}率|总量|总数|数量|排放总量|排放量|产量|产销量|面积|增加值|投资|收入|产值|用量|消耗|保有量"
    r"|存款余额|贷款余额|余额|补助标准|低保标准|标准|总额|人数|里程|浓度)$"
)
_NOT_TOWNS = re.compile(r"城乡(?=低保|最低生活)")


def listed(after: str) -> int:
    """How many quantities a list holds whose first one `after` follows (98%和73%：2)."""
    rest = re.split("[。；，]", after, maxsplit=1)[0]
    return 1 + len(re.findall(r"(?:、|和|及)[^，。；、和\d百]{0,6}(?:\d|百分之|第[一二三四五六七八九十])", rest))


def distribute(left: str, after: str) -> list[str]:
    """The names that 分别 gives out in turn; empty without 分别 or unless the counts agree."""
    wanted = listed(after)
    industries = _industries(left) if wanted == 3 else []
    if industries:
        return industries
    found = re.search(r"(?P<names>.+?)分别[^\d]{0,8}$", left)
    if not found or wanted < 2:
        return []
    said = re.sub("(?:年均|平均每年|累计|均)$", "", strip_lead(found["names"]))
    names = _town_and_country(said) if wanted == 2 else []
    names = names or [n for n in re.split(r"、|和(?!平|谐)|以及|(?<!普)及(?!其)|与", said) if n]
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
