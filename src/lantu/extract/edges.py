"""What a name begins and ends with that is not its own: times, places, adverbs, verbs of achieving, marks."""

import re
from functools import cache

from lantu.extract.numbers import YEAR
from lantu.registers import phrases

BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_DATE = re.compile(
    rf"(?:(?:到|至|截至|截止|自|从|于|在|比|相?较)?{YEAR}年?(?:[—\-~至到]{YEAR})?"
    r"年?(?:底|末|初|度|间|期间|时)?(?:(?:上|下)半年|前三季度|第?[一二三四]季度|\d{1,2}(?:[—\-~至]\d{1,2})?月(?:底|末|份)?)?(?:以来|之前|前)?)(?=[，、\u4e00-\u9fff“A-Za-z]|$)"
    r"|第[一二三四五六七八九十]{1,3}个五年(?:计划|规划)?(?:时期|期间|期末|末)"
    r"|近?[一二三四五六七八九十两几\d]{1,3}年(?:来|间|内(?!蒙)|中(?![央小部医等西]|国(?!家)))|近[一二三四五六七八九十两几\d]{1,3}年(?![来间内中])|“?(?:十[一二三四五六七]|[一二三四五六七八九])五”?(?:计划|规划)?(?:(?:时期|期间)?的?[前头后][一二两三四]年|时期|期间|期末|末|以来)"
    r"|(?:\d{1,2}[—–\-~至])?\d{1,2}月(?:份|底|末)?(?:当月)?|(?:上|下)半年|前三季度|一[至—-]三季度|第?[一二三四]季度(?:末|当季)?|当季"
)
_DATE_BEGINS = frozenset("近两几到至截自从于在比较相“第上下前当0123456789一二三四五六七八九十")
CHANGE = "减|变|变化|改|转|上调|下调|调高|调低|压降|加快|放缓|回落|收窄|扩大|缩小|演变|优化|提高|提升|上升|增加|增长|下降|降低|减少|扩大|缩小|回升|升高|发展|压缩|压减|缩短|缩减|调整|跃升|拓展|扩展|恢复|降|升|增"
_TO = frozenset("到至为")
_CHANGED_TO = re.compile(rf"(?:{CHANGE})(?:到|至|为)$")
_TAIL_DATE = re.compile(rf"(?:(?:{CHANGE})(?=到|至|为))?(?:从|由|自|比|较|为)?(?:{_DATE.pattern})(?:的|达|达到|为)?$")
_TIME_ENDS = frozenset(
    "年底末初度间期时月份来前均的达到为半0123456789一二三四五六七八九零〇○"
)  # what a time before a number ends with
_TAIL_YEAR = re.compile(r"(?:[今明去当]年[底末]|(?<=[\u4e00-\u9fff]{2})(?:全年|当年|本年|年末|年底))(?:平均)?$")
_LISTED = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、．.](?=[\s，、。；：和与及或的了—\-\*·|　])")
_LISTS = frozenset("（(0123456789一二三四五六七八九十")  # what the number of a list item begins with
_SPACE = " \t\n\r\x0b\x0c\xa0\u3000"
_NOT_JOINS = frozenset({"和谐", "和平", "和美", "及时", "及格", "了解"})  # words that begin as a joining word does
_AFTER_JOIN = frozenset(word[1] for word in _NOT_JOINS)
_NOISE_BEFORE, _NOISE_AFTER = f"{_SPACE}，、。；：和与及或的了—-*·|", f"{_SPACE}，、：—-|"
_RECEIVED = frozenset({"收到", "得到", "接到", "找到", "拿到"})  # verbs, not verbs of achieving before a value
_PLACED_ENDS = frozenset("国省市区县球界居过上")
_PLACED_TAIL = re.compile(
    r"(?:[跃稳位仍](?:居|列)(?:全[国省市区县球]|世界)|(?<=人均)居|(?<=[入值额量产模费资])[过上])$"
)
_TAIL = 48  # characters that a date or verb of achieving at the end of a name may take
_SPAN_TAIL = re.compile("(?<![一二三四五六七八九零〇○十])(?<!五[前头后])(?<!五”[前头后])[一二三四五两十]年$")
_MARKED = re.compile("[“”（）()《》的了]|[、，]$")  # what a name may have to lose
_INNER_DONE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![为除罢说事])了(?=[\u4e00-\u9fff“])(?![解结如却无然不])"
)  # 建立了邦交
_INNER_OF = re.compile(r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])")
_EARLIER_TAIL = re.compile(
    rf"(?:从|由|自|比|较|(?:{CHANGE})(?:到|至))(?:(?:上|去|前|今|当|往|初)?年(?:初|底|末|同期)?(?:预计|预期|计划)?|原来(?:设想|估计|预计|计划)?|过去|以前|现在|目前|原定|期初|年初"
    r"|前?[一二三四五六七八九十两\d]+年(?:前|来)?)(?:的|有)?$|(?:连年|年内|今年|年初|历年|逐年)$|连续[\d一二三四五六七八九十]+个?(?:季度|年|月|榨季)$"
)
_EARLIER_ENDS = frozenset("想度季月年初底末期计划来去前在定有内")
_PER_TAIL = re.compile(
    rf"(?:(?:{CHANGE})?(?:从|由|自|到|至|为|按|按照|达|达到|在))?(?:每人每[年月]|人均每[年月]|平均每[年月天]|每[年月天]|(?<=[从由至到为达在])(?:人均|户均|日均)|(?<![全地区国省市县乡球界人户])平均|(?<=[\u4e00-\u9fff]{4})(?:年均|日均|月均))$"
)
_PER_ENDS = frozenset("年月天均前的")
_MODAL_TAIL = re.compile(
    r"(?:(?<![主重纪需必紧首概提机])要|(?<![许认])可|(?:不|也|都|均|才|就|只|可)能|可以|能够|(?<=[率量额值数度例重])应|应当|(?<!军)须|必须|不得|不?宜|将会?"
    r"|一般|原则上|总体(?:上)?|预计|估计|大约|首次|历史性|再次|率先|又|(?<![不])也|(?<![造成迁])就|(?<![归偿返往])还|仍然?|则|却|(?<!船)只|仅|(?<=[\u4e00-\u9fff]{2})各|进一步|连续|持续|(?:达到|等于|接近)?或略?|基本上?|已经?|(?:(?<=[率量额值数])|(?<=投资|支出|赤字|资金|经费|收入|预算))(?:拟|还?将|共|计划)*安排|(?<=目标)[设确]?定|(?:(?<=[额量数率值])|(?<=经费|水平|投资))计划(?:安排)?)$"
)
_MODAL_ENDS = frozenset("定性要可能以够应当须得宜将会般上体计估约次先又也就还仍然则却只仅各步续本已经排划或略")
_STEP_TAIL = re.compile(r"(?:稳步|首次|一举|成功)?(?:跃|迈|站|登|跨|踏|冲)(?:上|过|入|进)(?:了)?$")
_ASIDE = re.compile(
    r"(?:(?:考虑|扣除|剔除|除去|不考虑)[^，。；]{1,14}?因素(?:影响)?后?|(?:按照?|据|根据|经)[^，。；占]{0,14}?(?:计算|统计|测算|核算|初步核算|推算|估算|估计|分析|调查|预测|反映|显示)"
    r"|相应地|换句话说|也就是说|换言之|总的来说|总之|与此同时|在此期间|在这期间|此外|另外|例如|比如|特别是|尤其是|综合权衡|这就是说)(?:[，、：]|(?=[\u4e00-\u9fff])|$)"
)
_ASIDE_STARTS = frozenset("考扣剔除不按据根经相换也总与在此另这例比特尤综")
_MARK = re.compile(
    r"^(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、](?=[^\d])|第[一二三四五六七八九十\d]{1,4}条|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、|[一二三四]产))\s*"
)
_MARK_STARTS = frozenset("（(第0123456789一二三四五六七八九十")
_SPAN_LEAD = re.compile(
    r"^(?:(?:今后|未来|这|今明|明后)[一二三四五六七八九十两几\d]{1,3}个?年(?:内(?!蒙)|中(?![央小部医等西国])|里|间|来)?|用[一二三四五六七八九十两几\d]{1,3}年(?:左右)?的?时间(?:使|将|把)?|(?:为?到|为)?本世纪(?:末|初|以来)|为(?=到)|以前(?=全部|已)|关于$"
    r"|连续[一二两三四五六七八九十\d]{1,2}年(?=由|每年)|可以?(?=减轻|返还|申请|节约|节省|减少|少用|增加|降低|带动|新增))"
)  # 今后五年, 用二十年时间使, 可减轻
_SPAN_LEAD_STARTS = frozenset("今未这明用为到本以关可连")
_NOT_LEAD = (
    "年均|从业|从事|从严|计划生育|计划单列|由于|使用|使馆|再就业|再生|再贷|还贷|共享|共建(?!成)|共同|共性|共青|共产|要素|主要(?!是|有|为|用)|全[国省市区县]性|全市州|已建在建|等级|后备|后续|后方|与会|把握|并网|并购"
    "|比例|比重|比较|比赛|含量|含氧|让利|和谐|和平|和美|后来|成功率|完成率|实现率|及格|及时|及早|年产|年检|年报|年货|年金|年龄|年轻|年级|将军|即时|即期|形成率|提出率|但书|达到[^，。；的]{2,12}(?:标准|要求|水平|等级)的"
)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?!{_NOT_LEAD})(?:{phrases.one_of('lead')})(?=.)")


@cache
def _reach_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.one_of('reach')}|(?<![平人户亩地日月年])均(?:为|达|达到|居)?)$")


@cache
def _reach_ends() -> frozenset[str]:
    return phrases.ends("reach") | frozenset("均为达到居")


def bare(text: str) -> str:
    """Without the marks, list numbers and joining words that a name is cut off with."""
    if text[:1] in _LISTS and (found := _LISTED.match(text)):
        text = text[found.end() :]
    name = text.lstrip(_NOISE_BEFORE)
    at = len(text) - len(name)
    if at and name[:1] in _AFTER_JOIN and text[at - 1 : at + 1] in _NOT_JOINS:
        name = text[at - 1 :]
    return name.rstrip(_NOISE_AFTER)


def strip_lead(text: str) -> str:
    """Without the times, places, adverbs and verbs of achieving that a clause begins with."""
    while True:
        shorter = bare(text)
        if shorter[:1] in _ASIDE_STARTS and (aside := _ASIDE.match(shorter)):
            shorter = shorter[aside.end() :]
        if shorter[:1] in _MARK_STARTS:
            shorter = _MARK.sub("", shorter)
        if shorter[:1] in _DATE_BEGINS and (found := _DATE.match(shorter)):
            shorter = shorter[found.end() :]
        if shorter[:1] in _SPAN_LEAD_STARTS:
            shorter = _SPAN_LEAD.sub("", shorter, count=1)
        if shorter[:1] in phrases.begins("lead") and (found := _lead().match(shorter)):
            shorter = shorter[found.end() :]
        if shorter == text:
            return text
        text = shorter


def strip_tail(text: str) -> str:
    """Without the verbs of achieving, comparators and places that stand before a number."""
    while True:
        shorter = bare(text)
        if shorter[-1:] in _TO:
            shorter = _CHANGED_TO.sub("", shorter)
        tail = max(len(shorter) - _TAIL, 0)  # only what ends the text matters
        placed = _PLACED_TAIL.search(shorter, tail) if shorter[-1:] in _PLACED_ENDS else None
        found = placed or (
            _reach_tail().search(shorter, tail)
            if shorter[-1:] in _reach_ends() and shorter[-2:] not in _RECEIVED
            else None
        )
        if found:
            shorter = shorter[: found.start()]
        shorter = _without_modal(shorter).removesuffix("每立方米")
        if shorter.endswith("年"):
            shorter = _SPAN_TAIL.sub("", shorter)
        if shorter[-1:] in _TIME_ENDS:
            dated = _TAIL_YEAR.search(shorter, tail) or _TAIL_DATE.search(shorter, tail)
            shorter = shorter[: dated.start()] if dated else shorter
        if shorter == text:
            return text
        text = shorter


def _without_modal(text: str) -> str:
    """Without what belongs to the verb or comparator before a number: 将, 首次, 一般, 由去年的, 从人均."""
    last = text[-1:]
    if last in _MODAL_ENDS:
        text = _STEP_TAIL.sub("", _MODAL_TAIL.sub("", text))
    if last in _EARLIER_ENDS:
        text = _EARLIER_TAIL.sub("", text)
    if last in _PER_ENDS:
        text = _PER_TAIL.sub("", text)
    return text


def open_bracket(left: str) -> str:
    """The part of a left context inside the bracket that is still open, or all of it."""
    if "（" not in left and "(" not in left:
        return left
    bare = BRACKETS.sub(lambda m: " " * len(m[0]), left)
    at = max(bare.rfind("（"), bare.rfind("("))
    return left[at + 1 :] if at >= 0 else left


def tidy(name: str) -> str:
    """White space, list marks, quotes left open and 的 before the head taken out of a name."""
    name = bare("".join(name.split()))
    if not _MARKED.search(name):
        return name
    for opening, closing in ("“”", "（）", "()", "《》"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return _INNER_OF.sub("", _INNER_DONE.sub("", name)).strip("的、，")


def is_aside(text: str) -> bool:
    """Whether a clause says nothing of what is measured (相应地, 据初步统计, 考虑价格下降因素)."""
    return text[:1] in _ASIDE_STARTS and bool(_ASIDE.fullmatch(text))
