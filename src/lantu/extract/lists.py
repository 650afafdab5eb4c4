"""Names given out over a list of quantities: A、B和C分别达到a、b和c; 国家级、省级X; 一、二、三产业."""

import re

from lantu.extract import tails
from lantu.extract.edges import strip_lead, strip_tail, tidy
from lantu.registers import phrases, units

_LEVELS = re.compile(r"(?:国家|省|市|区|县)级?(?:[、和](?:国家|省|市|区|县)级?)+")
_INDUSTRIES = re.compile(
    r"(?:第?一(?:次产业|产业|产)?)、?(?:第?二(?:次产业|产业|产)?)(?:、|和)?(?:第?三(?:次产业|产业|产))(?P<tail>[^、]*)$"
)
_GRADES = re.compile(
    r"(?P<of>(?:国家|省)[、和]?[省市区县](?:[、和]?[区县乡镇村])*|[市区县][、和]?[县乡镇](?:[、和]?[乡镇村])*)[两二三四]级的?(?P<what>.{2,})"
)
_GRADE = re.compile("国家|[省市区县乡镇村]")
_THREE = re.compile(r"(?:三次产业|三大产业)(?P<tail>[^、]*)$")
_PULLED = re.compile("拉动[\u4e00-\u9fffA-Z]{2,6}?(?=增长)")  # 分别拉动GDP增长: what each does
_WHAT = re.compile(
    "(?:完成|实现)?(?P<what>(?:投资|参保|淘汰|营业收入|产值|产量|销售)[\u4e00-\u9fff]{0,8}?)(?:约|近|达到?|超过?)?"
)
_AND = re.compile(r"、|和(?!平|谐)|以及|(?<!普)及(?!其)|与")
_SAYS = rf"(?:[-－−+第]|(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:{phrases.one_of('growth')}))?"  # a figure's sign: 增长5%、下降3%
_NEXT_FIGURE = re.compile(rf"[多余]?(?:以上|以下|以内|左右)?[、和及与]{_SAYS}\d")
_CLAUSE_END = re.compile("[。；，;\n]")
_JOINTS = re.compile("[、和及与]")
_FIGURE = re.compile(rf"{_SAYS}\d[\d.]*(?P<unit>[^\d]*)")
_RANKS = frozenset(("", "位", "名"))
_WORDS = frozenset(("", "以上", "以下", "以内", "左右", "多", "余"))
_NAME = re.compile("(?!.*(?:季度|上半年|年$))[^\\d]")
_SHORTEST = 2  # characters of a name
_PAIR = 2
_NOT_TOWNS = re.compile(r"城乡(?=低保|最低生活)")


def listed(after: str) -> int:
    """How many quantities a list holds whose first one `after` follows (98%和73%：2)."""
    rest = re.split("[。；，]", after, maxsplit=1)[0]
    return 1 + len(
        re.findall(
            r"(?:、|和|及)(?:[比较](?:上年|去年)(?:同期)?)?[^，。；、和\d百]{0,6}(?:\d|百分之|第[一二三四五六七八九十])",
            rest,
        )
    )


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
    return tails.shared(names) if names else []


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
    whole = len(parted) == wanted and all(n.count("（") == n.count("）") for n in parted)
    return parted if whole else [n for n in _AND.split(said) if n]


def distribute(left: str, after: str) -> list[str]:
    """The names that 分别 gives out in turn; empty without 分别 or unless the counts agree."""
    if "分别" not in left and not ("一" in left and "产" in left):
        return []
    wanted = listed(after)
    industries = _industries(left) if wanted == 3 else []
    pulled = _PULLED.search(left) if "拉动" in left else None
    if industries:
        return [n + pulled[0] for n in industries] if pulled else industries
    found = re.search(r"(?P<names>.+?)分别[^\d]{0,10}$", left)
    if not found or wanted < 2:
        return []
    said = re.sub("(?:年均|平均每年|累计|均|[由从比较](?:上年|去年))$", "", strip_lead(found["names"]))
    names = _town_and_country(said) if wanted == 2 else []
    names = names or _graded(said)
    names = names or _members(said, wanted)
    if len(names) != wanted:
        return []
    if pulled and pulled.start() == found.end("names") + 2:
        return [tidy(n + pulled[0]) for n in names]
    what = _WHAT.fullmatch(left[found.end("names") + 2 :])  # 交通、水利分别完成投资
    return [tidy(n + what["what"]) for n in names] if what else tails.shared(names)


def levels(name: str) -> list[str]:
    """国家级、省级、市级X → X named once for each level; empty for a name without such a list."""
    found = _LEVELS.search(name)
    if not found:
        return []
    ending = "级" if found[0].endswith("级") else ""
    head, tail = name[: found.start()], name[found.end() :]
    return [head + level.removesuffix("级") + ending + tail for level in re.split("[、和]", found[0])]


def _graded(said: str) -> list[str]:
    """省、市、县三级龙头企业 → the enterprises of each grade."""
    found = _GRADES.fullmatch(said) if "级" in said else None
    return [f"{grade}级{found['what']}" for grade in _GRADE.findall(found["of"])] if found else []


def _industries(left: str) -> list[str]:
    """一、二、三产业增加值 → the three industries by their names."""
    said = left.split("分别", maxsplit=1)[0] if "分别" in left else re.sub(r"(?:调整)?(?:为|达到?|到)$", "", left)
    found = _INDUSTRIES.search(said) or ("分别" in left and _THREE.search(said))
    return [f"第{n}产业{tidy(found['tail'])}" for n in "一二三"] if found else []


def _town_and_country(said: str) -> list[str]:
    """城乡居民人均可支配收入 with two values is the one of towns, then the one of the country."""
    if said.count("城乡") != 1 or re.search(r"、|和|及|与", said):
        return []
    towns = "城市" if _NOT_TOWNS.search(said) else "城镇"
    return [tidy(said.replace("城乡", place)) for place in (towns, "农村")]
