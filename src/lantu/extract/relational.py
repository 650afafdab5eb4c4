"""Names that only make sense beside their subject: 重点项目 and 总投资 → 重点项目总投资."""

import re

from lantu.extract import coordination, naming, things
from lantu.extract.edges import tidy

FLOW_VERB = re.compile(r"新增(?:提升)?|新建|净增|新改扩建|新开工|新认定")
_EXTENT = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:播种面积|种植面积|面积|产量|规模|里程)$")
_EXTENTS = re.compile(r"总?(?:产量|规模|里程|面积|产值|容量)|[单亩]产")
_SPENT = frozenset({"投资", "年度投资", "计划投资", "实际投资"})
_STAGES = frozenset({"竣工", "投产", "开工", "签约", "落地", "完工", "投用"})
_ALL = re.compile("(?<![平年人户日月亩地])均|(?<![成首])都(?=[居达超是为在])")
_ONLY_SPENT = re.compile(r"(?:[、，]|累计|已|共|预计|完成|实现|年度|计划|实际)*投资(?!增)")

_DID = re.compile(
    "(?P<who>[^、，的]{2,16}?)(?:累计|共)?(?:完成|实现)(?P<what>[^、，]{2,}(?:额|投资|产值|收入|利润|增加值)(?:约|近|超|超过|突破|达|达到)?$)"
)
_LEVELS = re.compile("(?:国家|[省市区县镇乡])级?、[省市区县镇乡村]")  # 省、市重点项目 are one thing

NEXT_RANK = re.compile(
    r"[、，和及与]?(?:位?[居列])?(?:[东中西]部|东北|中西部|[\u4e00-\u9fff]{1,6}(?:地区|城市|省份)|全[国省市区县]|世界)?(?:位?[居列])?"
)  # between the ranks of one thing: 位列全国第六、中部第二
_AMONG = re.compile(
    r"(?:在|[居列]|位[居列]|排名?)*(?:在|全[国省市区县州盟旗])[^，。；、\d]{0,8}\d+[多余]?个(?P<among>[^，。；、\d]{1,20})$"
)
_STANDING = re.compile("排名|指数|评价|考核")  # 在15个城市综合排名中位列
_AMONG_PLACES = re.compile(
    r"(?<=.{2})(?:稳?居|位[居列]|排名?|列|保持)(?:[东中西]部|东北|中西部|同类|[\u4e00-\u9fff]{2,4})(?:地区|城市|省份|大省)?$"
)


def beside(root: str, name: str) -> str:
    """A relational name with its subject: what a total is of is not only what was added, no extent has two nouns."""
    if name.startswith("总"):
        root = FLOW_VERB.sub("", root)
    if _EXTENTS.fullmatch(name):
        root = _EXTENT.sub("", root)
    return naming.of_subject(root, name)


def completed(root: str, name: str, left: str) -> str:
    """A stage of projects, their investment or a bare verb with the root of the sentence; empty for other names."""
    if root.endswith("项目"):
        if name in _STAGES:
            return name + "项目"
        if name == "投资":
            return root + ("完成投资" if "完成" in left else name)
    if name in _STAGES and root[-2:] in _STAGES:
        return root[:-2] + name  # 小区改造开工742个、完工548个
    return tidy(name + coordination.without_bare_verb(root)) if root and naming.is_bare_verb(name) else ""


def spent(root: str, name: str, left: str) -> str:
    """完成投资 after projects is what was spent on them; empty for other names or subjects."""
    only = name in _SPENT and root.endswith(("项目", "工程")) and _ONLY_SPENT.match(left)
    return tidy(root + name) if only else ""


def of_all(left: str) -> bool:
    """Whether a clause says of all of them what it says (均居全国第二), and no mean (平均, 年均)."""
    return ("均" in left or "都" in left) and bool(_ALL.search(left))


def together(run: list[str]) -> str:
    """The subject of what holds for every member of a list: 办理人大代表建议、政协提案 (满意率均为100%)."""
    first = coordination.opened(run[0])
    others = [n.removeprefix(first.verb) if first else n for n in run[1:]]
    return "、".join([run[0], *others])


def own_words(left: str) -> str:
    """What is left of a number without the thing of the number before it.

    22家工厂、总数达 → 总数达; the thing stays as what did it: 300个项目完成年度投资 → 项目年度投资.
    """
    done = _DID.match(left)
    if done:
        return done["who"] + done["what"]
    left = things.without_place(left)
    own = left if _LEVELS.match(left) else left[left.rfind("、") + 1 :]
    return own if "分别" not in left and own.count("”") == own.count("“") else left


def ranked(name: str, left: str = "") -> str:
    """What is ranked, without those it is ranked among (出口通关效率保持中部地区, 空气质量在168个城市中)."""
    if "个" in left and (among := _AMONG.search(left)):
        return naming.of_left(
            among["among"] if _STANDING.search(among["among"][:-2]) else left[: among.start()]
        ).removesuffix("中")
    name = _AMONG_PLACES.sub("", name) if name[-1:] in "区份市部省" else name
    return name.removesuffix("中") + ("排名" if name.endswith("国际") else "")
