"""What a quantity measures: the indicator's name from the clause, completed from the sentence."""

import re
from dataclasses import dataclass
from functools import cache

from lantu.extract.edges import open_bracket, strip_lead, strip_tail, tidy
from lantu.registers import phrases

_VINTAGE_ENDS = frozenset("算实订数值后")
_VINTAGE = re.compile(r"(?:经)?(?:最终核实|初步核实|初步核算|核算|核实|修订)(?:数|值|后)?$")
_COMPARISONS = frozenset("增占均都也还分远大明略稍显高低快好优超比")  # what a comparison begins with
_COMPARISON = re.compile(
    r"(?:增速|增幅|占比|均|都|也|还|分别|远远|大大|明显|略|稍|显著)*(?:高于|低于|高出|快于|好于|优于|超过(?!了)|比[^，。；]{1,12}(?:高出?|低|快|多|少)$)"
)
_ONLY_TIME = re.compile(
    r"(?:近|前|后|过去|这|头|今后)?[\d一二三四五六七八九十两几]+个?(?:年|月|天)(?:中|里|内|间|来|以来|合计|平均)?|[\d一二三四五六七八九十]+"
)
_THAN = re.compile(
    r"比(?!例|重|率|值|上|去|前|同|年|\d|[一二]九)[^，。；]{1,12}(?:高出?|低|快|慢|多|少)$"
)  # 比全国平均水平高
_MORE = frozenset("高低快慢多少出")
_ABOVE = re.compile(
    r"(?<!不)(?:高于|低于|快于|慢于|好于|优于|高出|领先)(?:于)?全[国省市区州县盟旗](?:平均|总体)?(?:水平|增速|增幅)?$"
)
_ABOVE_ENDS = frozenset("国省市区州县盟旗均体平速幅")
_DURING = re.compile(
    r"在.{1,6}(?:中|时|期|期间)|.{0,10}(?<![小工课学用耗历时实临延计定限准平及同当])时"
)  # 修订计划时, 在执行中
_DURING_ENDS = frozenset("中时期间")
_TIME_NAME_ENDS = frozenset("年月天中里内间来计均0123456789一二三四五六七八九十")
_BASE = re.compile(r"每(?:[百千万十亿\d]+(?:常住|户籍)?(?:人口|名?[^，。；\d]{0,3}人)(?:拥有)?|亩|平方公里)")
_PAYERS = frozenset({"中央", "地方", "各级", "市县"})  # they have their own: 各级政府投入…，其中中央财政投入
_YIELDS = frozenset({"总产量", "产量", "单产", "亩产", "产值", "总产值", "总产"})
_SOWN = re.compile("(?:播种|种植|栽培|养殖)面积$")  # 粮食播种面积…，总产量…
_SIZES = frozenset({"总量", "规模", "总规模", "总数", "数量", "总额", "总产量"})
_SIZED = re.compile("(?:规模|总量|数量|总额|产量|[额数])$")
_WHOLE = re.compile(
    r"占(?P<whole>(?:全国|全省|全市|全区|全县|全球|世界|同期|全部)[^，。；\d]{0,6}?)(?:的|近|约|超过?|了|达到?)*$"
)
_IN_WHOLE = re.compile(
    r"(?P<part>[^，。；]*?)在(?P<whole>[^，。；]{2,16}?)中所?(?:占(?:比|比重|比例|份额)|(?:比重|比例|份额))"
)  # 在GDP中的占比
_RUN_OF_PERIODS = re.compile(r"(?:已)?连续\d+个?(?:月|季度|年)(?:[来都均])?")  # 连续12个月保持两位数增长
_OF = re.compile(
    r"^(?P<part>.+?)(?:压缩|压减|提高|提升|调整提高|降低|下降|缩减|控制|达|保持)?(?:至|到(?![账位期场岗])|在|为|(?:占比|比例)?(?:不低于|不少于|不高于|不超过|超过))(?P<whole>(?:[^至到]|到[账位期场岗])+?)的?$"
)


_DONE = re.compile(
    "(?P<who>[^，；、]*?)(?:已经?|累计|共)*完成(?P<whole>[^，；、完占]*(?:概算|总?任务|工程量|总投资))的"
)
_TIME_HEAD = re.compile("^.*(?:期间|时期)(?=.{4,})")
_ACHIEVED_HEAD = re.compile(r"^.*?(?:实现|完成)(?=[\u4e00-\u9fffA-Z“]{4,})(?!率)")
_WENT_ON = re.compile(
    "由负转正|由正转负|由[升涨]转[降跌]|由[降跌]转[升涨]|止跌回升|仍然|连年|连跨|必须|近年来|首次|双下降|在(?:上年|去年|前|连续|大幅)|不[仅但]|没有|快速|加快|稳步|持续|不断|进一步|保持|稳定|显著|明显|大幅|逐步|全面|扎实|有效|深入|稳中|平稳|较快"
    "|健康|总体|实现|达到|继续|成效|取得|得到|迈上|跃上|再上|再创|创[下历新]|是综合|连续|增长较快|增产|丰收|(?:达到?|为|超过?|突破|近|约)?[0-9０-９]"
)
_BEGUN = re.compile(r"(?:从(?:[^，]{1,6}开始)?|(?<=[资出入口值额量产])(?:增长|增速|增幅|增加))$")
_SHARE = re.compile("占.{2,}")
_SHARE_WORD = re.compile("比重|比例|占比|占.{0,8}率$")


_INSERTED = re.compile(
    r"^(?P<who>[^、，]{2,12}?)(?:新增|新建|净增|增加)[^、，]{2,12}、(?=总[数量]?$)"
)  # 景区新增甲古城、总数达到
_MAKING = frozenset(["研发", "研制", "开发", "构建", "搭建"])  # what is made is said by what it does, not by examples
_SHORTEST = 2  # characters of a name
_KINDS = frozenset({"机构", "标准", "设施", "岗位"})  # what says too little without its examples: 新增康复、护理等机构
_SERVING = ("管道", "管网", "管线", "车位", "补贴", "补助", "装机")  # 燃气、供水等老化管道: told by what they serve
_GRADES = frozenset("高中初平同均优劣")
_RESPECTS = ("方面", "领域", "行业", "环节")  # 产业、金融等方面政策: what is listed says of what the policies are
_DRIVES = frozenset({"带动", "拉动", "推动", "促进"})
_PACES = frozenset({"增速", "增幅"})
_EACH_TIME = re.compile("^(?:平均)?每[天日月年](?:平均)?")
_EACH = frozenset(["平均每人", "每人平均", "平均每户", "每户平均", "人均", "户均", "亩均", "平均"])


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name, and how it was found: left, right, joined, inherited, carried, none."""

    text: str
    how: str


@cache
def verb_head() -> re.Pattern[str]:
    """The verbs that a name may open with."""
    return re.compile(rf"^(?:{phrases.one_of('verb')})")


@cache
def _verbs_head() -> re.Pattern[str]:
    verbs = phrases.one_of("verb")
    return re.compile(rf"^(?:{verbs})(?:[、和及]?(?:{verbs}))*")


@cache
def _verb_only() -> re.Pattern[str]:
    verbs = phrases.one_of("verb")
    return re.compile(rf"^(?:.{{0,8}}[^\w])?(?P<verb>(?:{verbs})(?:、?(?:{verbs}))*)(?:各类|各级|了|约|近|超|超过)?$")


@cache
def _relational() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('relational')})+$")


def of_left(left: str) -> str:
    """The name that a left context ends with; empty where there is none."""
    if left[-1:] in _MORE and "比" in left and (compared := _THAN.search(left)):
        return tidy(strip_lead(strip_tail(open_bracket(left[: compared.start()]))) + compared[0])
    if left[-1:] in _ABOVE_ENDS and "全" in left[-7:] and (compared := _ABOVE.search(left)):
        return tidy(strip_lead(strip_tail(open_bracket(left[: compared.start()]))) + compared[0])
    text = strip_lead(strip_tail(open_bracket(left)))
    text = _TIME_HEAD.sub("", text) if "期" in text else text
    text = _ACHIEVED_HEAD.sub("", text) if "实现" in text or "完成" in text else text
    text = _without_examples(text) if "等" in text else text
    text = _INSERTED.sub(r"\g<who>", text) if "、总" in text else text
    name = tidy(_VINTAGE.sub("", text) if text[-1:] in _VINTAGE_ENDS else text)
    if name[-1:] in _DURING_ENDS and _DURING.fullmatch(name):
        return ""
    return (
        ""
        if name in phrases.load()["no_name"]
        or (name[-1:] in _TIME_NAME_ENDS and _ONLY_TIME.fullmatch(name))
        or (name[:2] in {"连续", "已连"} and _RUN_OF_PERIODS.fullmatch(name))
        or name in phrases.load()["lead"]
        else name
    )


def _without_examples(text: str) -> str:
    """举办甲展、乙展等展会活动 → 举办展会活动: a verb keeps its object, not the examples before it."""
    head, found, kind = text.rpartition("等")
    if head[-1:] in _GRADES:
        return text  # 高等院校
    kept = len(kind) < _SHORTEST or kind in _KINDS or kind.startswith(_RESPECTS) or kind.endswith(_SERVING)
    verb = _verbs_head().match(head) if found and not kept else None
    examples = verb is not None and len(verb[0]) < len(head) and verb[0] not in _MAKING
    return verb[0] + kind if verb and examples else text


def done_of(left: str) -> str | None:
    """某工程投资完成概算的 before a per cent: how much of what was planned is done (某工程投资完成概算比重)."""
    found = _DONE.fullmatch(left) if "完成" in left and left.endswith("的") else None
    return tidy(strip_lead(found["who"]) + f"完成{found['whole']}比重") if found else None


def share_of(left: str) -> str | None:
    """X压缩至Y的, X提高到Y的 before a per cent: the share of X in Y (X占Y比重)."""
    if not left.endswith("的"):
        return None
    if done := done_of(left):
        return done
    found = _OF.match(left)
    if not found or "占" in found["part"]:
        return None
    part, whole = of_left(found["part"]), strip_lead(found["whole"])
    return f"{part}占{whole}比重" if len(part) > 1 and len(whole) > 1 else None


def of_growth(name: str) -> str:
    """带动投资增长5%, 投资增速由…转为增长5%: the name of what grows, without what made it grow or that it is its pace."""
    name = name[2:] if name[:2] in _DRIVES and len(name) > len("带动") + 1 else name
    return name[:-2] if name[-2:] in _PACES and len(name) > len("增速") + 1 else name


def is_verb(name: str) -> bool:
    """Whether a name is only a verb that wants its object (新增, 引进落地)."""
    return bool(_verb_only().match(name))


def is_bare_verb(name: str) -> bool:
    """Whether a name is a verb that says nothing without its object (新增, 培育)."""
    if "每" in name:
        name = _EACH_TIME.sub("", name)  # 平均每天新增
    return name in phrases.load()["bare_verb"]


def opens_with_verb(name: str) -> bool:
    """Whether a name brings its own verb (建成…, 开工…)."""
    return bool(verb_head().match(name))


def part_of(whole: str, part: str) -> str:
    """开工项目 and 产业项目 → 开工产业项目: a part keeps what is said of its whole."""
    if whole in part:
        return part
    for size in (4, 3, 2):
        said = whole[:-size].removesuffix("总")  # 农机总动力…，其中灌排机械动力
        if (
            part.endswith(whole[-size:])
            and 1 < len(said) <= 6
            and "、" not in said
            and part[0] not in said
            and said[-2:] not in part
            and part[:2] not in _PAYERS
        ):
            return said + part
    return part


def of_subject(subject: str, name: str) -> str:
    """A relational name after its subject, said once: 产业规模 and 总量 are 产业规模."""
    if name in _YIELDS:
        subject = _SOWN.sub("", subject) or subject
    if subject.endswith(name) or (name in _SIZES and _SIZED.search(subject)):
        return subject
    return tidy(subject + (name.removeprefix("总量") if _SIZED.search(subject) else name))


def with_whole(name: str, left: str) -> str:
    """占 with the whole that a place was taken for (占全国的 → 占全国比重); 占比 where none is said."""
    if "中" in name and (inside := _IN_WHOLE.fullmatch(name)):
        return f"{inside['part']}占{inside['whole']}比重"
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


_OTHER = re.compile(
    r"(?:这[^，]{0,6}|增速|增幅|也|都|均|还|并)*(?:远远|大大|明显|略|稍|显著)?(?:高于|低于|超过|快于|慢于|多于|少于|高出)了?(?P<other>.+)$"
)
_ITS_PACE = re.compile(r"(?:以上|左右)?的(?:平均|年均)?(?:增长)?(?:速度|水平|增速|增幅|幅度)")
_MULTIPLE = re.compile(r"^(?P<name>.*?)(?:正好|大约|分别)?(?:相当于|等于|是|为|达到?)[^，。；]{2,40}的(?:近|约|超过)?$")


def of_other(left: str, after: str) -> str | None:
    """超过重工业增长3.4%的速度: the value is of what the subject is compared with; empty where that is a time."""
    if after[:1] not in {"的", "以", "左"} or not _ITS_PACE.match(after):
        return None
    found = _OTHER.match(left.strip())
    return of_left(found["other"]) if found else None


def of_multiple(left: str, name: str) -> str:
    """人均收入为全国平均的1.2倍, 相当于前九年总和的1.6倍: what is a multiple, not what of."""
    found = _MULTIPLE.match(left) if "的" in left[-3:] else None
    return of_left(found["name"]) if found else name


def is_relational(name: str) -> bool:
    """Whether a name only makes sense beside its subject (总投资, 占比, 超序时进度)."""
    return (
        (name[:1] in phrases.begins("relational") and bool(_relational().match(name)))
        or name.startswith(("占", "超序时", "超时序"))
        or is_comparison(name)
    )


def is_each(name: str) -> bool:
    """Whether a name only says for whom its subject is counted (每人平均)."""
    return name in _EACH


def is_comparison(name: str) -> bool:
    """Whether a name only compares its subject with another place or time (高于全省平均水平)."""
    return name[:1] in _COMPARISONS and bool(_COMPARISON.match(name))


def of_clause_before(text: str) -> str:
    """The subject that a clause without a number opens with (高新技术企业快速发展 → 高新技术企业)."""
    head = strip_lead(text)
    found = _WENT_ON.search(head)
    name = _BEGUN.sub("", tidy(strip_tail(head[: found.start()]))) if found else ""
    return "" if name[-1:] in {"年", "第"} else name


def each_year(name: Name, whole: str) -> Name:
    """年均 and 年均新增 with the name they leave out: 年均新增就业."""
    said = name.text.removeprefix("年均")
    if said and not is_bare_verb(said):
        return name
    whole = whole.removeprefix("年均").removeprefix(said)
    return Name(f"年均{said + whole}", "joined")
