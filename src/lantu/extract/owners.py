"""Whose a value is that its clause names alone: 国有企业效益好转，利润增长5% → 国有企业利润."""

import re

from lantu.extract import medals, naming, relational
from lantu.extract.clauses import Clause
from lantu.extract.edges import strip_lead, tidy

_VALUE = re.compile(
    "(?:年|总|合同|实际)?(?:主营业务收入|营业收入|营收|税收|销售收入|销售额|收入|净?利润(?:总额)?|利税(?:总额)?|产值|交易额|成交额|成交金额|营业额|引资额|到位资金"
    "|签约(?:总?金额|总?额)|投资总?规模|投资总额|总金额|纳税额|从业人员|提供服务)"
)
_RATE = re.compile("(?:市场)?(?:满足|占有)率|资本充足率|不良(?:贷款)?率|网民使用率|(?:保有)?储量")
_ENDS = frozenset("入收润额税值金模员率量务")
_WHO = re.compile(
    "(?:企业|[农工商行产信制造服务旅游金融运通筑林渔牧副险保券器械矿药酒纺能源息件料品]业|园区|集群|项目|工程|银行|合同|交易会|博览会|洽谈会|招商引资|开发区|合作社|医院|渠道|平台|院所|机构)"
)
_OWNER = re.compile(rf"[^，。；：\d]{{0,20}}{_WHO.pattern}")
_ITS_SIZE = re.compile("(?:用户规模|出货量|产销量|产量|销量|销售量|市场规模|产业规模|规模|保有量|装机量|用户数)$")
_ITS_STATE = re.compile(
    "(?:[、和及]?(?:经济|运行|技术|市场|核心|综合|创新|供给|盈利|风险|抵御|抗|发展|生产|经营){0,3}(?:水平|竞争力|能力|效益|质量|实力|优势|地位))+$"
)
_ACHIEVED = re.compile("(?P<who>.+?)(?:累计|全年|共|预计|已|将)*(?:实现|完成)")
_ACTS = re.compile(
    "推动|推进|支持|加快|加强|鼓励|引导|促进|帮助|持续|深化|强化|积极|大力|全力|聚焦|坚持|深入|全面|优化|做[大强优]|以|对|把|将|为|在|与|是|随着|通过|由于"
)
_FLOW = re.compile(r"^(?:新增|净增|新建|拥有|登记|培育|新培育)(?=.{2})")
_HOLDER = re.compile(
    "“[^“”，]{2,14}”|[^，。；、：\\d等的和及与对为在将把由]{2,16}(?:自贸区|试验区|示范区|开发区|高新区|合作区|新区|园区|基地|中心|试点|大学|高校|医院|集团|公司|平台|一体化|工程|机场|港)"
)
_HOLDER_ENDS = frozenset("”区地心点学校院团司台化程场港")
_BUSY = re.compile(
    "建成|建设|完成|实施|推动|推进|打造|新增|改造|创建|培育|引进|获批|获评|入选|推出|出台|支持|提升|开展|加快|启动|落实|抓好|入驻|用好|办好|全面|新建|开通|实现|达到|发布|认定"
)
_GRANTS = ("一次性奖励", "奖励", "补助", "补贴", "资助", "给予")
_SCOPE = re.compile("(?P<who>[^，。；]{2,}(?:范围|覆盖面))(?:又|再|已|进一步)*扩大(?:了|到)?$")
_LONGEST = 20  # characters of what is granted for
_PLACE = re.compile("国家(?:和地区)?|省份|地区|城市|县市|县区|[省市县区镇乡村]")
_ACTOR = re.compile(
    "省市|省份|县市|中小学|学校|医院|(?<![园农中])[省市县区镇乡村](?![市县区镇乡村级委])|园区|企业|单位|机构|农民工|职工|干部|群众|主体|断面|支出"
)
_ACTED = ("占", "追回", "中", "在线", "新改扩建", "包抓", "本级")
_SHORT = 3  # characters of a word that is no deed
_ABOUT = re.compile("(?<=.{2})(?:(?<![附最邻临远接])近|(?<![大节条公契签合特])约|超)$")
_SALES = ("盘活", "出让", "处置", "拍卖", "转让", "销售")
_STARTED = re.compile("^新?(?:开工)?(?:建设)?(?=.{2})")  # a total is of the projects, not of their start
_OPENS = "整合|完善|推行|推进|统一|实行|建立|健全|降低|提高|扩大|实施|落实|开展|启动|加强|参加|纳入|全面|在"
_SCHEME = "最低生活保障|医疗保险|养老保险|大病保险|失业保险|工伤保险|合作医疗|医保|低保|义务教育"
_TRAIT = (
    "(?:最[高低大小])?(?:灵敏度|量程|功耗|准确度|(?:测量|控制|检测|定位|绝对|重复定位)?精度|分辨率|分辨力|响应时间|响应频率|工作温度|工作频率范围|迟滞|(?:非线性|厚度|测量)?误差|测[量试]范围|检测范围|本底噪声|线宽|带宽"
    "|拉伸性|循环稳定性|稳定性|检测限|(?:开关)?寿命|接触电阻|采样率|信噪比|(?:轴间)?耦合度|应变系数|传输速率|检测电压|阵列性能离散性|重量|体积|延时|系统延时|时延)"
)
_DEVICE = "[器仪机统置备片列轴件膜块头]"
_IN_NAMES = tuple(
    (re.compile(value), re.compile(who))
    for value, who in (
        ("(?:旅客|货邮|货物|集装箱)吞吐量", "(?P<who>.{2,}?)(?:年|完成)*(?:旅客|货邮|货物|集装箱)吞吐量$"),
        ("吞吐量", "(?P<who>集装箱|[\u4e00-\u9fff]{0,8}(?:港口|机场))"),
        (_TRAIT, rf"(?P<who>.{{1,}}?{_DEVICE})[^、]{{0,6}}(?:{_TRAIT})$"),
        ("毛入学率", "(?P<who>[\u4e00-\u9fff]{0,6}教育)"),
    )
)  # what the like of a value was said of in the sentence
_IN_HEAD = tuple(
    (re.compile(value), re.compile(who))
    for value, who in (
        ("(?:通车|运营|营运|通达)总?里程", "(?P<who>高速公路|高速铁路|高铁|铁路|公路|地铁|轨道交通|绿道)"),
        (
            "(?:人均)?(?:财政补助|政府补助|筹资|补助|报销|支付)(?:标准|比例)?|(?:参保|参合|救助)(?:人数|率)|覆盖面",
            rf"(?:.*(?:{_OPENS}))?(?P<who>[^，。；：、\d]{{0,10}}(?:{_SCHEME}))",
        ),
        (
            "试点(?:的?范围)?",
            rf"(?:.*(?:{_OPENS}))?(?P<who>[^，。；：、\d]{{3,14}}?)(?:制度)?(?:建设|试点)[^，；]*[，；]",
        ),
        ("减税(?:降费)?|减负|降费", r"(?:推开|推行)(?P<who>[^，。；、\d]{2,10}?)(?:试点|改革|政策)?，"),
    )
)  # what the sentence names before a value
_KIN_ENDS = frozenset("量率程准例助资付数面点围税费负度耗力间温滞差声宽性限命阻比速压积时")
_MEDAL = re.compile("[金银铜]牌$")
_ADDED = re.compile("(?P<who>.{2,}?)新增[^，；]+、(?P<total>总数|总量|数量)$")  # 5A级景区新增某古城、总数达16家


def wants(name: str) -> bool:
    """Whether a name says only a kind of value, and so wants its owner (利润, 签约额, 市场占有率)."""
    return name[-1:] in _ENDS and bool(_VALUE.fullmatch(name) or _RATE.fullmatch(name))


def own(left: str, name: str) -> str:
    """The owner that a clause names before 实现 or 完成: 制造业实现营业收入; empty for another clause."""
    found = _ACHIEVED.match(left) if "实现" in left or "完成" in left else None
    who = strip_lead(found["who"]) if found else ""
    return who if _OWNER.fullmatch(who) and not _ACTS.match(who) and name not in who else ""


def before(text: str, name: str) -> str:
    """The owner that a clause without a number opens with: 国有企业效益明显好转 → 国有企业."""
    said = naming.of_clause_before(text) if text else ""
    state = _ITS_STATE.search(said)
    who = said[: state.start()] if state else said
    if _ACTS.match(who) or naming.opens_with_verb(who) or len(who) < 2:
        return ""
    if _RATE.fullmatch(name) and state:
        return who
    found = _OWNER.match(who)
    return found[0] if found else ""


def of_root(root: str, name: str) -> str:
    """The owner that the name of the sentence holds: 国有企业资产总额 → 国有企业, 传感器出货量 → 传感器."""
    if _RATE.fullmatch(name):
        return _ITS_SIZE.sub("", root) if _ITS_SIZE.search(root) else ""
    found = _OWNER.match(root)
    if name == "税收" and not (found and found[0].endswith("企业")):
        return ""
    return _FLOW.sub("", found[0]) if found else ""


def sold(run: list[str], name: str, left: str) -> str:
    """What brought an income: 盘活土地2万亩、房产1000万平方米，实现收入; empty for other values."""
    earned = name in {"收入", "收益"} and "实现" in left and run[0].startswith(_SALES)
    return relational.together(run) if earned else ""


def sibling(name: str, names: list[str], head: str) -> str:
    """A name with what its like was said of in the sentence (机场旅客吞吐量…；货邮吞吐量); else as it is."""
    if name[-1:] not in _KIN_ENDS:
        return name
    for value, who in _IN_NAMES:
        if value.fullmatch(name):
            found = next((f for said in reversed(names) if (f := who.match(said))), None)
            return tidy(found["who"]) + name if found else name
    for value, who in _IN_HEAD:
        if value.fullmatch(name):
            last = next(reversed([f["who"] for f in who.finditer(head)]), "")
            return tidy(last) + name
    return name


def holder(left: str) -> str:
    """Who has the things that are counted right after it: 某自贸区28项成果, “一件事”21项任务; empty elsewhere."""
    if left[-1:] not in _HOLDER_ENDS:
        return ""
    said = strip_lead(left.strip())
    if not _HOLDER.fullmatch(said) or _ACTS.match(said) or naming.opens_with_verb(said) or _BUSY.search(said):
        return ""
    return said


def joint(name: str) -> bool:
    """Whether each of several names only makes sense beside its subject (办结率、满意率)."""
    parts = name.split("、") if "、" in name else ()
    return bool(parts) and all(naming.is_relational(part) or wants(part) for part in parts)


def for_each(name: str, before: str) -> str:
    """每认定1家高新技术企业，一次性奖励…: what is granted for each; else the name as it is."""
    each = before.strip() if name.startswith(_GRANTS) else ""
    return tidy(each + name) if each.startswith("每") and len(each) <= _LONGEST else name


def within(own: str, left: str) -> str:
    """在13个国家投运海外仓36个: what is left of a number without the place that the number before it counts."""
    found = _PLACE.match(left) if own.lstrip().startswith("在") else None
    return left[found.end() :] if found and naming.opens_with_verb(left[found.end() :]) else left


def with_holder(clause: Clause, thing: str) -> str:
    """A counted thing with who has it, or medals with their games, said once."""
    if thing.endswith("牌") and (medal := _MEDAL.search(thing)):
        return medals.games(medal[0][0], clause.head, clause.after) + medal[0]
    if clause.left.endswith("中有") and len(among := strip_lead(clause.left[:-2])) > 1 and among[-1] not in "年月期":
        return tidy(among.removeprefix("在") + thing)  # 各部门网站中有31个开通英文版
    if clause.right.startswith("人口的"):
        return "人口"  # 十亿人口的国家
    if "扩大" in clause.left[-_SHORT:] and (scope := _SCOPE.search(clause.left)):
        return tidy(strip_lead(scope["who"]) + "扩大" + thing.removeprefix("扩大"))
    who = holder(clause.left)
    return tidy(who + thing) if who and who not in thing else thing


def before_figure(thing: str) -> str:
    """A counted thing without what belongs to the next figure: 64个县市新增人口30万人, 19个省市安排资金近200亿元."""
    for actor in _ACTOR.finditer(thing):
        done = thing[actor.end() :]
        if len(done) > _SHORT and (done.startswith(_ACTED) or naming.opens_with_verb(done)):
            return thing[: actor.end()]
    return _ABOUT.sub("", thing) if thing[-1:] in "近约超" else thing


def takes_over(before: str, said: str) -> bool:
    """原油产量继续增长，达到…: whether a clause without a number has gone over to something else than was said last."""
    if before[-1:] in {"后", "前", "来"}:
        return False  # 今后要继续努力
    return len(before) > 1 and before not in said and said not in before and not naming.is_relational(before)


def of_total(name: str) -> str:
    """5A级景区新增某古城、总数 → 5A级景区总数; other names as they are."""
    found = _ADDED.fullmatch(name) if name[-2:] in {"总数", "总量", "数量"} else None
    return found["who"] + found["total"] if found else name


def beside(owner: str, name: str) -> str:
    """A value after its owner, said once."""
    if "总规模" in name or name == "投资总额":
        owner = _STARTED.sub("", owner)
    return relational.beside(owner, name)
