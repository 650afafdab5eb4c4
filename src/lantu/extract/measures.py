"""How a quantity measures: growth, change or level, its sign and comparator, and what qualifies it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from lantu.extract.numbers import YEAR, as_year
from lantu.model import Comparator, Measure, Qualifiers
from lantu.registers import phrases

_COMPARED = (
    rf"(?:在(?:上年|去年|上一年|前一年|同期|{YEAR}年|“?十[一二三四]五”?末)(?:的)?基础上|同比|环比|[与同和](?:上年|去年|前一年|{YEAR}年)(?:同期|末|底)?相比|(?:比|较)(?:上年|去年|上一年|前一年|同期|上年同期|去年同期|{YEAR}年|“?十[一二三四]五”?末|上月|计划|年初|期初)(?:同期|末|底)?"
    rf"|按(?:可比|不变)价格?(?:计算)?|可比价|现价|实际|名义|同口径|自然口径|可比口径|(?:扣除|剔除)[^，。]{{1,12}}因素后?|分别|将|可|预计|预期|力争|累计|平均|只|仅|又|要|约|比(?!例|重|率|值)[^，。；]{{1,8}}?)"
)
_BOUND_OF = re.compile(
    "不(?:得|应|宜|能)?(?:(?P<most>超过|高于|多于|大于|超出)|(?:低于|少于|小于))[^，。；、]{1,16}的\\s*$"
)
_CEILING = re.compile(
    r"最高(?:可)?(?:给予|资助|补助|奖励|补贴|支持|扶持|奖补|享受|申请)$|上限(?:为|是)?(?:每年|每家|每人)?\s*$"
)
_FLOOR = re.compile(r"下限(?:为|是)?(?:每年|每家|每人)?\s*$")
_TAIL = 80  # characters that the words of growth before a number may take
_BEFORE = 10  # characters that a comparator before a number may take
_AFTER_BEGINS = phrases.begins("after")
_BEFORE_ENDS = frozenset("了为在到至") | phrases.ends("before")
_GROWTH_ENDS = frozenset("多少幅度速率期标均都别了约近超逾达到过在高于定为持破") | phrases.ends("growth")
_THEN = rf"(?:上年|去年|上一年|前一年|上月|上季度|年初|期初|同期|上年同期|去年同期|{YEAR}年|“?十[一二三四]五”?末)(?:同期|末|底|预算|计划|水平)?"
_LESS = re.compile(
    rf"[比较]{_THEN}[^，。；、\d]{{0,6}}?(?P<less>低|少|慢|高|多|快)(?:出|了)?$|(?P<below>低于|高于){_THEN}$"
)
_ACTS = frozenset(  # somebody's doing or what was added, unless compared: 较上年净增
    ("扩大", "提升", "压减", "削减", "缩短", "压缩", "净增")
)
_THAN = "(?<=[总和年期国者倍还])(?:多|少)"  # 比前十七年的总和还多
_PRICE = re.compile(r"(?P<real>可比价|不变价|实际(?:增长|增速))|(?P<nominal>现价|名义增长)")
_WITH = rf"[与同和](?P<with>{YEAR})年(?:同期|末|底)?相?比"
_SINCE = re.compile(rf"[比较](?P<y>{YEAR})年|{_WITH}")
_LEADING = re.compile(rf"[^，。；]{{0,16}}{_WITH}，")  # for the whole sentence
_TO_LEVEL = ("到", "至", "为", "达")
_VINTAGE = re.compile("最终核实|初步核实|初步核算|快报|修订")
_SCOPE = re.compile(r"同口径|自然口径|可比口径|剔除[^，。；]{0,12}因素|不含农户")


_FOLDED = re.compile(rf"{_COMPARED}*(?:实现|再)*(?:翻|翻了)?$")
_RATE_TO = re.compile(
    r"(?:增速|增幅|涨幅|降幅|增长率|增长速度|增长|增加|递增)(?:预期)?(?:目标)?(?:均|都|分别)?(?:为|达|达到|保持在|稳定在|在|保持)$"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words right before (and after) a number make of it; `left` is the rest of the left context."""

    left: str
    measure: Measure
    comparator: Comparator | None
    negative: bool


_OF_WHOLE = re.compile(r"(?P<word>不得?(?:低于|少于|小于|超过|高于|多于|大于))(?P<whole>[^，。；\d]{2,16})的$")
_RATE_TO = re.compile(r"(?P<rate>增速|增幅|涨幅|降幅)[^，。；、\d]{0,8}(?:至|到)$")
_FASTER_THAN = re.compile("(?:快于|高于|低于|慢于|好于|优于)[^，。；]{1,12}$")
_RATE = re.compile("(?P<of>.{2,}?)(?:的)?(?:增速|增幅|涨幅|(?<!自然)增长率|增长速度|增长幅度|(?P<falls>降幅))$")
_SHARE_NAME = re.compile("(?:占比|比重|比例|份额|率)$")


def rate(name: str) -> tuple[str, bool] | None:
    """What a name that is of growth itself is the growth of, and whether it is a fall: 投资增速 → 投资."""
    found = _RATE.match(name)
    return (found["of"], bool(found["falls"])) if found else None


def _of_rate_or_whole(left: str, right: str, unit: str) -> Meaning | None:
    """A share bound by its whole (不低于财政支出的2.5%), a rate that moves (涨幅回落到2.6%) or leads (快于经济增长0.5个百分点)."""
    if left.endswith("的") and (whole := _OF_WHOLE.search(left)):
        name = left[: whole.start()]
        lower = whole["word"].endswith(("低于", "少于", "小于"))
        name = name if _SHARE_NAME.search(name) else f"{name}占{whole['whole']}"
        return Meaning(name, Measure.LEVEL, Comparator.GE if lower else Comparator.LE, negative=False)
    if left.endswith(("增长", "增速")) and unit.endswith("百分点") and _FASTER_THAN.search(left):
        return Meaning(left, Measure.CHANGE, comparator_after(right)[0], negative=False)
    if unit == "%" and left.endswith(("至", "到")) and (to := _RATE_TO.search(left)):
        return Meaning(left[: to.start()], Measure.GROWTH, comparator_after(right)[0], to["rate"] == "降幅")
    return None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('before')})(?:了)?(?:为|在|到|至)?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{phrases.one_of('after')})")


@cache
def _growth_ends() -> re.Pattern[str]:
    words = phrases.one_of("growth")
    return re.compile(
        rf"(?P<word>{words}|{_THAN})(?:幅度?)?(?:速度|率)?(?:预期)?(?:目标)?(?:均|都|分别)?(?P<to>[了约近超逾达]|达到|超过|保持在|高达|不低于|控制在|稳定在|为|在|保持|突破)?$"
    )


@cache
def _growth() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<average>年均复合|年复合|年均|平均每年|年平均|每年平均|每年|(?<![一二三四五两十全半\d上去今前当本往每明逐历连])年)?{_COMPARED}*(?P<average2>年均|平均每年|年平均)?(?<!自然){_growth_ends().pattern}"
    )


@cache
def _to() -> re.Pattern[str]:
    return re.compile(
        r"(?:提高|提升|上升|增加|增长|下降|降低|减少|扩大|缩小|回升|升高|发展|压缩|压减|缩短|缩减|调整|跃升|降|升|增|达|拓展|恢复)(?:了)?(?:到|至|为)$|(?:到|至|为|达|达到|在)$"
    )


def _grown(left: str) -> re.Match[str] | None:
    """The words of growth that a left context ends with; the whole expression is tried only where their end is found."""
    if left[-1:] not in _GROWTH_ENDS:
        return None
    tail = max(len(left) - _TAIL, 0)
    return _growth().search(left, tail) if _growth_ends().search(left, tail) else None


def comparator_after(right: str) -> tuple[Comparator | None, int]:
    """The comparator that follows a number (以上, 左右) and how many characters it takes."""
    found = _after().match(right) if right[:1] in _AFTER_BEGINS else None
    if not found or found[0] in {"多", "余"}:
        return None, 0
    return Comparator(phrases.value("after", found[0])), found.end()


def comparator_before(left: str) -> tuple[Comparator | None, str]:
    """The comparator that a left context ends with (不低于, 超过), and the context without it."""
    found = _before().search(left, max(len(left) - _BEFORE, 0)) if left[-1:] in _BEFORE_ENDS else None
    if not found:
        return None, left
    word = max((w for w in phrases.load()["before"] if found[0].startswith(w)), key=len)
    return Comparator(phrases.value("before", word)), left[: found.start()]


def shared_after(own: str, after: str) -> Comparator | None:
    """The comparator that the last member of a list says for all: 分别达到90%、60%、35%以上."""
    found = _list_after().match(after) if "分别" in own and after[:1] in {"、", "和"} else None
    return Comparator(phrases.value("after", found["word"])) if found and found["word"] not in {"多", "余"} else None


@cache
def _list_after() -> re.Pattern[str]:
    return re.compile(rf"(?:[、和][\d.]+[^，。；、和\d]{{0,4}}?)+(?P<word>{phrases.one_of('after')})(?=[，。；]|$)")


def shared(own: str) -> Comparator | None:
    """The comparator that the members of a list share: 分别超过70%和50%."""
    found = _shared().search(own) if "分别" in own else None
    return Comparator(phrases.value("before", found["word"])) if found else None


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(
        rf"分别[^，。；、\d]{{0,6}}?(?P<word>{phrases.one_of('before')})(?:了)?(?:[\d.]+[^，。；、和与及\d]{{0,6}}[和、与及])+$"
    )


def _bound(left: str) -> Comparator | None:
    """The comparator of words that stand further off: 不超过总投入的30%, 最高给予500万元, 上限为20万元."""
    if "不" in left and left.rstrip().endswith("的") and (found := _BOUND_OF.search(left)):
        return Comparator.LE if found["most"] else Comparator.GE
    if ("最高" in left or "上限" in left) and _CEILING.search(left):
        return Comparator.LE
    return Comparator.GE if "下限" in left and _FLOOR.search(left) else None


def _is_error(left: str) -> bool:
    """测量精度优于5%: the smaller the better."""
    return left.endswith("优于") and left[-4:-2] in {"精度", "确度", "误差", "辨率", "辨力"}


def meaning(left: str, right: str, unit: str) -> Meaning:
    """What measure the words around a number make of it.

    Growth is said by a verb right before a per cent (增长5%); the same verb with 到 or 至 gives a
    level, with points or another unit a change.
    """
    if apart := _of_rate_or_whole(left, right, unit):
        return apart
    after, _ = comparator_after(right)
    before, rest = comparator_before(left.rstrip())
    comparator = after or (Comparator.LT if before and _is_error(left) else before) or _bound(left)
    if unit == "番":
        return Meaning(_FOLDED.sub("", rest), Measure.GROWTH, comparator, False)
    found = _grown(rest) or (_grown(left) if before else None)
    if not found and unit.lstrip("个") == "百分点" and (than := _LESS.search(rest)):
        negative = (than["less"] or "") in {"低", "少", "慢"} if than["less"] else than["below"] == "低于"
        return Meaning(rest[: than.start()], Measure.CHANGE, comparator, negative)
    if not found or (_to().search(rest) and not _RATE_TO.search(rest)):
        return Meaning(rest, Measure.LEVEL, comparator, False)
    sign = {"多": "+", "少": "-"}.get(found["word"]) or phrases.value("growth", found["word"])
    measure = _kind(unit, found)
    if measure is None:
        return Meaning(rest, Measure.LEVEL, comparator, False)
    base = left if found.string is left else rest
    return Meaning(base[: found.start()], measure, comparator, sign == "-")


def next_of(shared: Meaning, own: Meaning, left: str, *, other_unit: bool) -> Meaning:
    """The meaning of the next quantity of 分别: its own words' (分别下降1.1%、增长2.3%), else what was said before it.

    `left`: its left context. `other_unit`: than that of the quantity before, so that 达到 makes it a level of its own.
    """
    if own.measure is Measure.LEVEL:
        return own if other_unit and left.endswith(_TO_LEVEL) else shared  # 分别增长5%和达到2万元
    if own.measure is Measure.GROWTH and shared.measure is Measure.AVERAGE_GROWTH:
        return replace(own, measure=Measure.AVERAGE_GROWTH)  # 年均 is said once for all
    return own


def _kind(unit: str, found: re.Match[str]) -> Measure | None:
    bare = unit.lstrip("个")
    average = found["average"] in {"年均", "年复合", "年均复合", "平均每年", "年平均", "每年平均"} or found["average2"]
    average = average or (found["average"] == "每年" and found["word"] == "递增")
    if bare in {"百分点", "千分点", "位次", "名次", "基点", "点", "位"}:
        return Measure.CHANGE
    if unit in {"%", "‰", "倍", "番", "成"}:
        if found["word"] in {"多", "少"} and "比" not in found.string[-24:]:
            return None
        return Measure.AVERAGE_GROWTH if average else Measure.GROWTH
    acts = found["word"] in _ACTS and not _MOVES.search(found.string, 0, found.start())
    if (acts and "比" not in found[0] and "较" not in found[0]) or found["to"] in {"达", "达到", "为"}:
        return None
    return Measure.CHANGE


def compared_with(clause: str, head: str, last: int) -> str:
    """The year that growth up to the year `last` is counted from (较2020年), where it is not the year before; else nothing.

    The clause says it, or the beginning of its sentence (`head`: 2005年与2000年相比，…).
    """
    found = _SINCE.search(clause)
    base = as_year(found["y"] or found["with"]) if found else year_compared_with(head)
    return "" if base is None or base >= last - 1 else f"较{base}年"


def year_compared_with(head: str) -> int | None:
    """The year that a whole sentence compares with, by its beginning: 2017 in 2022年同2017年相比，…."""
    found = _LEADING.match(head[:40])
    return as_year(found["with"]) if found else None


_AGAINST = re.compile(
    r"(?P<period>环比|[比较](?:上月|上个月|上季度|上期))|同比|[比较](?:上年|去年|上一年|前一年)|(?:上年|去年)(?:同期)?相比"
)


def against(left: str) -> str:
    """What the growth or change right after `left` is counted from, as far as the clause says it."""
    found = list(_AGAINST.finditer(left)) if "比" in left or "较" in left else []
    if not found:
        return ""
    return "previous_period" if found[-1]["period"] else "previous_year"


_MOVES = re.compile("(?:亩产|单产|产量|总量|[率值额]|收入|水平|强度|规模|能力)$")  # 亩产提升10斤 is what it moves by
_QUALIFIES = re.compile("[价实名口剔含核快修错]")  # a character of every word that does
_UNQUALIFIED = Qualifiers()


def qualifiers(clause: str, *, since: str = "", against: str = "", cumulated: bool = False) -> Qualifiers:
    """Price basis, scope, lag and vintage that a clause names, with what its context says of the others."""
    if not (since or against or cumulated or _QUALIFIES.search(clause)):
        return _UNQUALIFIED
    priced = "价" in clause or "实际" in clause or "名义" in clause
    price, scope, vintage = _PRICE.search(clause) if priced else None, _SCOPE.search(clause), _VINTAGE.search(clause)
    return Qualifiers(
        price=("real" if price["real"] else "nominal") if price else "",
        scope=since or (scope[0] if scope else ""),
        lagged="错年值" in clause,
        vintage=vintage[0] if vintage else "",
        against=against,
        cumulated=cumulated,
    )
