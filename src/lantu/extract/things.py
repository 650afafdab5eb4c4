"""The counted thing that stands after its number: 签约47个重点招商项目 → 签约重点招商项目."""

import re
from functools import cache

from lantu.extract.edges import BRACKETS, bare, open_bracket, strip_lead, strip_tail, tidy
from lantu.extract.naming import Name, is_verb, verb_head
from lantu.extract.scan import Token
from lantu.registers import phrases

_SHARED = re.compile(
    r"[、，]?(?![^，。；]{0,14}\d年)[^，。；]{0,12}?\d[^，。；、]{0,8}?的(?P<thing>[^，。；、\d]{2,20})|(?:\d+[万亿]?[\u4e00-\u9fff]{1,2}?(?:次|个|项|件)?|[、和]?[\d.]+万[户人](?!次))(?P<next>[^，。；、\d的]{2,20})"
)
_AND_OTHERS = re.compile("(?:等|等等)的?$")
_ABOUT_ENDS = frozenset("类级批次首两三四五多了约近超过破少于")
_ABOUT_TAIL = re.compile("(?:各类|各级|[首两三四五多]批次?|了|约|近|超|超过|突破|至少|不少于)$")
_JOIN_TAIL = re.compile("(?:已有|各|等|，|和|及|以及|与|并|且|又|或|(?:、|，)?(?:共|共计|合计))$")
_ADVERB_TAIL = re.compile(
    "(?:已有|提供了?|梯次|加力|大幅|并|且|(?<![主重纪需必])要|首次|按期|年内|分别|又|还|(?<![创革更翻全最])新|均|都|已经?|全部|也|先后|正在|将|率先|高效|如期|顺利|同步|提前|陆续|正式|基本|稳步|圆满|保质保量|汛前|年底前|月底前|按时|集中|进行|初步|能够|普遍|逐步|大力|积极|深入|广泛|不同程度地)+$"
)
_PLACED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:均|都|已|将)*(?:在[^、，]{2,24}(?:中|上|内|里|领域|方面)|在(?:城镇|城市|县城|农村|乡村|基层|本地|当地)|赴[^、，]{1,8}|被[^、，]{2,24}|(?:均|都)与[^，]{2,24})$"
)
_ENDED = re.compile(
    "(?:均|都|已|全部)?(?:动态|在全国|全国|复制|交流|实体化)*(?:转型或退出|退出|(?<![同的])亏损|清零|推广|实体化运行)$"
)
_NEXT_THING = re.compile(
    r"的?(?P<thing>[^，。；、和及\d]{2,12})[、和及](?:\d[\d.]*[余多]?[万亿]?[多余]?[^\d，。；、]{1,2}?的?(?P<next>[^，。；、\d]{3,30}))"
)
_EXAMPLES_OF_NEXT = re.compile(
    "(?<=..)[和及与][^，。；和及与]{2,}、[^，。；和及与、]{1,12}等$|(?<=..)[和及与][^，。；和及与、]{5,}等$"
)  # 功能类平台和汽车、医药等8个
_AND_SOME = re.compile(
    "(?<=..)(?:[和及与]|以及)数[十百千万].*|(?<=..)[，、]?(?:特别|尤其)是.*"
)  # 294支队伍以及数百名教师
_LAST_OF_LIST = re.compile("(?<=..)(?<![高初中平同均])等[^、]{2,4}$")  # 3座水厂和5座泵站等设施
_SIZE_NAMED = re.compile("(?:规模|总量|总数|数量|人数|户数)$")
_CARRIED_OUT = re.compile(  # 对250处街巷进行维护, 为2万名居民进行健康筛查
    "(?P<thing>[^，。；、对]{2,}?)(?:的[^，。；、对]{2,6})?[中下上]?进行了?(?:全面|综合|逐一|统一)?(?P<act>[^，。；、的]{2,14})"
)
_WITH_FOCUS = re.compile("^以[^，。；、]{2,14}?为(?:重点|主题|主|核心|代表)的")  # 23项以数字农业为重点的标准
_JOINS = ("、", "和", "及", "与")
_EXAMPLES = re.compile("等(?:的|领域|方面|行业|地区|环节|城市|部门)?$")
_ADVERB_HEAD = re.compile("^(?:均|都|已|将)+")
_ONE_CHARACTER = frozenset("区县市省村国校州")
_THINGS = "企业|集群|项目|村寨|园区|开发区|基地|平台|品牌|产业链|供应商|大户|合作社|农场|公司|银行|主体|城市|单品|产品|商圈|市场|小区|集体|特色链|增长点|站|机构|功能区|示范区|自然村(?!寨)|专业镇"
KIND = rf"[县市区镇乡村]|县[（(]区[）)]|{_THINGS}"
_STOP = re.compile("[，（(]")
_ADDING = frozenset({"新增", "净增"})
_SERVING = ("为", "对", "给", "向")
_SERVING_AREA = re.compile("(?:^|[，、已累计])(?:为|对|给|向)(?:全|我|本)[国省市区县州]$")
_AREA_ENDS = frozenset("国省市区县州")
_HOW_SERVED = re.compile("(?:免费|一次性|统一|全部|及时|直接|依法|累计|均|都)$")
_NO_ACT = frozenset({"实现", "完成", "推动", "推进", "安排", "争取", "拥有", "作", "支持", "突破"})  # of achieving
_MANNER = frozenset("加全有顺正成基先相陆如")  # 全部, 有序, 顺利 …: the predicate is said after them
_WORDS = re.compile(r"[\u4e00-\u9fff]{3,}|(?:投资|债券|贷款|资金|补贴|项目)(?=$|[，。；、）])")
_AMONG = re.compile("(?<![高初集手])中$")  # 22个重点产业集群中，…
_SORTED = re.compile(
    r"(?:以上|左右)?的?(?P<thing>[^，。；、\d]{0,14}(?:超过?|过|突破|达到?|不低于)(?:\d[\d.,，]*[余多]?[十百千万亿]*|[一二三五八十百千万亿]+)"
    r"(?:元|人次?|亩|吨|平方米|千瓦|户)?(?:以上)?(?:的|级的?)[^，。；、\d]{2,24})"
)
_OVER_ENDS = frozenset("超过破达到于至为")
_NEXT_ENDS = _OVER_ENDS | frozenset("近约逾")  # what belongs to the next number
_ITS_VALUE = re.compile(
    rf"(?P<kind>[^，。；的]{{0,14}}?(?:{_THINGS}))(?![的、和及与等内中间型级化寨低（(])[\u4e00-\u9fff]{{2,}}"
)
_VALUE = re.compile("[率额值量]|收入|投资|面积|规模|营收")
_MOVES = ("加快", "放缓", "回落到", "回升到", "收窄到")
_OPENS_RIGHT = ("等", "为", "对", "给", "向", "以", "把", "将", "组织", "有", "的", "和", "及", "与")
_NO_THING = re.compile(
    r"[、（(和及与或，]|级(?!别)|以(?![^，。；、]{2,14}为(?:重点|主题|主|核心|代表)的)|左右|大关|关口|新?台阶|[多高超]出|(?:撬动|带动|拉动|惠及)(?!能力|作用)|的?(?:目标|速度|增速|水平|比例|增长)|(?:增加|提高|上升|下降|降低|减少)(?:了|近|约|$)"
    r"|(?:增加|提高|发展|上升|提升|下降|降低?|增|升|调整|扩大|压缩|缩短|减少|精简|裁减|减)(?:到|至|为)"
)
_NO_OWNER_ENDS = frozenset("、和及与或等的为对向在将有把使让给以至到达过约近超是共各了其")
_NO_OWNER = re.compile(
    "[、，（(\\d]|^[全我各本其这该某]|每|其中|以[上下内]|超过|一批|全[国省市区县]$|[量率额值数]$|规模$|面积$"
    "|^(?:在|把|将|为|对|向|从|按|由|据|率先|实现|完成)"
)
_OWNER_END = re.compile(
    "[区园县院校群圈港带州岛湖谷湾镇”]$|(?:中心|平台|系统|领域|行业|集团|公司|大学|流域|试点|一体化)$"
)
_LONGEST_OWNER = 24  # characters
_LEVEL_ONLY = re.compile("(?:国家|世界|国际|全国|部|省|市|县|区|自治区)级[、和及与]")
_LEVEL_NEXT = re.compile(
    r"[^、和及与]{2,4}[、和及与]\d+[余多]?[\u4e00-\u9fff](?:国家|部|省|市|县|区|镇|自治区)(?:、(?:市|县|区)(?:[（(].[）)])?)?级(?P<thing>[^，。；、\d]{2,20})"
)
_REACHED = re.compile(r"(?:达|达到|为|至|到|超|超过|突破|有|约)$")


@cache
def _verb_any() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{phrases.one_of('verb', 'list_verb')}|清偿|偿还|补助|补贴|赋能|送去|缴纳|代缴|减轻|降低)(?!型|类|性|的)"
    )


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{phrases.one_of('predicate')})(?<!基本(?=[生养医公药农]))(?![率额量值]|的[^，。；、]{{2}}|数(?![字据智]))"
    )


@cache
def _predicate_head() -> re.Pattern[str]:
    return re.compile(rf"^(?:{phrases.one_of('predicate')})(?=.{{2,}})")


@cache
def _verb_opening() -> re.Pattern[str]:
    return re.compile(phrases.one_of("verb", "list_verb"))


@cache
def _verb_tail() -> re.Pattern[str]:
    verbs = phrases.one_of("verb", "list_verb") + "|提高|发生"
    return re.compile(rf"(?P<verb>(?:{verbs})+(?:(?:[、和及与并]|以及)(?:{verbs})+)*)(?:了)?$")  # 改造和新建


def of_right(left: str, right: str, after: str, *, next_follows: bool) -> Name | None:
    """The counted thing after a number (签约47个重点招商项目 → 签约重点招商项目); None where nothing follows."""
    if next_follows and right[-1:] in _OVER_ENDS and (sorts := _SORTED.match(after)):
        return Name(tidy(_verb_before(left) + sorts["thing"]), "right")
    verb = _verb_before(left)
    if next_follows and (shared := _shared_noun(right, after) or _done_in_place(right)):
        return Name(tidy(verb + shared), "right")
    if next_follows and right.endswith("的") and not _verb_any().match(right):
        verb = ""  # 总结15个环节的40个场景: what the next number counts is the object
    thing, predicate = _split_right(_AMONG.sub("", right), next_follows)
    if "等" in thing and "、" not in thing and left.endswith(_JOINS):
        thing = _LAST_OF_LIST.sub("", thing)
    if not thing and not predicate:
        return None
    if _serves(left.rstrip()):
        serves = not left.endswith("针对") and not right.startswith("的")
        thing, predicate = _served(right, next_follows=next_follows) if serves else (thing, "")
    if thing == "就业" and not verb and left.rstrip().endswith(("安排", "了", "安置")):
        verb = "安排"
    if not thing or predicate.endswith(thing):
        return Name(tidy(predicate), "right")
    if not verb and len(thing) > 1 and (owner := _owner(left)):
        return Name(tidy(owner + predicate + thing), "right")
    act = (
        verb + predicate if verb in _ADDING and "在" not in thing and _became().match(predicate) else verb or predicate
    )
    return Name(tidy(act + thing), "right")


def _serves(left: str) -> bool:
    """为20家企业…, 为全区1万名老人…: who is served stands after the number."""
    return left.endswith(_SERVING) or (left[-1:] in _AREA_ENDS and bool(_SERVING_AREA.search(left)))


def _served(right: str, *, next_follows: bool) -> tuple[str, str]:
    """Who is served, and by what: 为200家企业清偿了历史欠款 → (企业, 清偿历史欠款)."""
    text = _STOP.split(BRACKETS.sub("", right.lstrip("的")), maxsplit=1)[0]
    if _verb_any().match(text):
        return "", text  # 为1万人提供服务
    if "进行" in text and (done := _CARRIED_OUT.fullmatch(text)):
        return bare(done["thing"]), done["act"]
    found = _verb_any().search(text, 2)
    if not found:
        return _split_right(right, next_follows)[0], ""
    how = _HOW_SERVED.search(text, 0, found.start())
    at = how.start() if how else found.start()
    return bare(text[:at]), "" if next_follows else text[at:]


@cache
def _became() -> re.Pattern[str]:
    """What those that are added have become: 新增3家企业上市."""
    return re.compile("落户|入选|上市|上榜|获评|获批|纳入|通过|脱贫|入围|达到|参保")


def _shared_noun(right: str, after: str) -> str:
    """8个国家级、36个省级临床重点专科: the first number's noun, which only the next one says."""
    found = _LEVEL_NEXT.match(after) if _LEVEL_ONLY.fullmatch(right) else None
    thing, _ = _split_right(found["thing"], next_follows=False) if found else ("", "")
    return right[: right.index("级") + 1] + thing if thing else ""


def _done_in_place(right: str) -> str:
    """在13个国家投运海外仓36个: what is done in the places that a number counts."""
    found = _place_does().fullmatch(right)
    return found["did"] + found["place"] if found else ""


def without_place(left: str) -> str:
    """国家投运海外仓 between 13个 and 36个 → 投运海外仓: the next number without the place of the last."""
    found = _place_does().fullmatch(left)
    return found["did"] if found else left


def _owner(left: str) -> str:
    """Whose or what for the counted things are: 出台促进民营经济发展20条措施, 科学中心29个设施, “吉林一号”117颗卫星."""
    if left[-1:] in _NO_OWNER_ENDS:
        return ""
    text = strip_lead(open_bracket(left))
    if not 3 < len(text) < _LONGEST_OWNER or _NO_OWNER.search(text):
        return ""
    verb = _verb_opening().match(text)
    return text if (verb and len(verb[0]) + 2 < len(text)) or _OWNER_END.search(text) else ""


@cache
def _next_verb() -> re.Pattern[str]:
    """机场和改造 between 3个 and 5个: the verb of the next number."""
    return re.compile(rf"(?<=..)[、和及与并](?:{phrases.one_of('list_verb')})(?:了|各类)?$")


@cache
def _place_does() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<place>(?:援[疆藏青])?(?:国家|省份|省市|城市|地区|县区|区县|县市|县|乡镇|村))(?:已|共|累计)*(?P<did>(?:{phrases.one_of('list_verb')})[^，。；、\d的]{{2,20}}?)(?:超过|[近约逾超])?"
    )


def _verb_before(left: str) -> str:
    """The verb whose object the number opens: 签约华能国际等 → 签约, 新增提升 → 新增提升."""
    text = strip_lead(open_bracket(left))
    if text == "突破":  # 突破10项技术, but 总数突破10项
        return text
    if _EXAMPLES.search(_AND_OTHERS.sub("等", text)):
        found = _verb_opening().match(text)
        return _kept(found[0]) if found else ""
    found = _verb_tail().search(_ABOUT_TAIL.sub("", text) if text[-1:] in _ABOUT_ENDS else text)
    if found:
        return _kept(found["verb"])
    first = _verb_opening().match(text) if "、" in text else None
    return (
        _kept(first[0]) if first and first[0] in phrases.load()["list_verb"] else ""
    )  # 新增花湖机场、三峡机场2个国际机场


def _kept(verb: str) -> str:
    return "" if verb in _NO_ACT else verb


def _plain(right: str) -> str:
    """A right context without its brackets and what is only added to its thing: 元人民币的, 以及数百名教师, 特别是…."""
    text = right.removeprefix("人民币").lstrip("的")
    if "（" in text or "(" in text:
        text = BRACKETS.sub("", text)
    if text[:1] == "以":
        text = _WITH_FOCUS.sub("", text)
    return _AND_SOME.sub("", text) if "数" in text or "是" in text else text


def _split_right(right: str, next_follows: bool) -> tuple[str, str]:
    """Thing and predicate of a right context: 企业入选省级名单 → (企业, 入选省级)."""
    text = _plain(right)
    if "进行" in text and (done := _CARRIED_OUT.fullmatch(text)):
        return bare(done["thing"]), done["act"]
    if next_follows:
        text = _EXAMPLES_OF_NEXT.sub("", text) if text.endswith("等") else _next_verb().sub("", text)
    at = text.rfind("、")
    if next_follows and (at > 2 or (at == 2 and _predicate().search(text, at))):
        text = text[:at]
    if next_follows:
        text = _JOIN_TAIL.sub("", text)
        text = _without_value(text)
    found = _outside_quotes(text) or _ENDED.search(text)
    if not found or (found.start() == 0 and len(found[0]) == 1):
        return bare(_STOP.split(text, maxsplit=1)[0]), ""
    thing, rest = text[: found.start()], text[found.start() :]
    if found.start() == 1 and thing not in _ONE_CHARACTER:
        return bare(text), ""
    if placed := _PLACED.search(thing):  # 作品在评奖中得奖 → 在评奖中得奖作品
        thing, rest = thing[: placed.start()], _ADVERB_HEAD.sub("", placed[0]) + rest
    rest = rest.removesuffix("名单").removesuffix("称号")
    if next_follows and rest.startswith(("实现", "达到", "完成")):
        rest = ""
    thing = _ADVERB_TAIL.sub("", thing)
    if rest[:1] in _MANNER and rest[:2] not in {"成功", "加快", "成为"}:
        rest = _predicate_head().sub("", rest)
    return bare(thing), rest[:30]


def _outside_quotes(text: str) -> re.Match[str] | None:
    """The first predicate of a text that is no part of a title (“一年基本恢复”项目)."""
    if "“" not in text:
        return _predicate().search(text)
    return next(
        (m for m in _predicate().finditer(text) if text.count("“", 0, m.start()) == text.count("”", 0, m.start())), None
    )


def _without_value(text: str) -> str:
    """45个重点开发区总产值达…: the counted thing without the indicator that its next number gives."""
    rest = strip_tail(text) if text[-1:] in _NEXT_ENDS else text
    found = _ITS_VALUE.match(rest)
    if found and (rest != text or _VALUE.search(rest, found.end("kind"))):
        return found["kind"]
    return rest if rest == text else _ADVERB_TAIL.sub("", rest)


def of_all(name: str, after: str) -> str:
    """10家单位、10名个人获表彰: the name of a thing with what is said of it and of the next one, or the name as it is."""
    found = _NEXT_THING.match(after)
    if not found or bare(found["thing"]) != name:
        return name
    thing, predicate = _split_right(found["next"], next_follows=False)
    return tidy(predicate + name) if thing and predicate and not predicate.startswith("认定") else name


def thing_after(right: str) -> str:
    """The noun that follows a number (万 家庭), without what is said of it."""
    return tidy(_split_right(right, next_follows=False)[0])


def has_predicate(name: str) -> bool:
    """Whether a name holds what is said of its thing (项目开工)."""
    return bool(_predicate().search(name))


def is_thing(right: str) -> bool:
    """Whether a right context opens with a noun, not with what the money is for (支持…, 用于…)."""
    return bool(_WORDS.match(right)) and not verb_head().match(right) and right[0] not in "用支帮以的"


def shared_after(after: str) -> Name | None:
    """The thing that several quantities share, after the last of them: 158个、总投资超2100亿元的省市重点项目."""
    found = _SHARED.match(after)
    return Name(tidy(found["thing"] or found["next"]), "right") if found else None


def ends_with_verb(left: str) -> bool:
    """Whether a left context ends with a verb that wants its object (国务院增发)."""
    return bool(_verb_tail().search(left))


def counts_right(left: str, name: str, right: str, token: Token) -> bool:
    """Whether the counted thing stands after the number: 签约47个项目, but 建成长者食堂103个."""
    if not right or _NO_THING.match(right) or right.startswith(_MOVES):
        return False
    opens = not name or is_verb(name) or open_bracket(left).rstrip().endswith(_OPENS_RIGHT)
    if token.unit in {"万", "亿"} and right[0] != "的" and _SIZE_NAMED.search(name):
        return False  # 机架总规模超过650万标准机架
    if token.role != "count" and token.unit not in {"万", "亿"}:
        return opens or (ends_with_verb(left) and is_thing(right))
    return opens or not _REACHED.search(left.rstrip("约近超过"))
