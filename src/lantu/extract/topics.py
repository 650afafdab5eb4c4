"""What a sentence speaks of before the clause that gives the value: 人口自然增长率，四川省由…降到…; 在总产值中，农业所占比重…."""

import re
from collections.abc import Sequence

from lantu.extract.clauses import BOUNDARY
from lantu.extract.edges import is_aside, strip_lead, strip_tail, tidy
from lantu.extract.numbers import YEAR

_NUMBER = re.compile(r"[\d％%“（]|百分之")
_YEAR = re.compile(rf"(?:在|到)?{YEAR}年(?:底|末)?")
_OTHER_YEAR = re.compile(
    rf"(?:在|到)?{YEAR}年(?:有|为|是|达|约|只)"
)  # a clause that only gives the value of another year
_CHANGES = re.compile(
    r"^(?:连续第?\d+年)?(?:逐步|进一步|继续|适当|大幅度?)*(?:扩大|增加|提高|降低|减少|加大|压缩)(?=.{3})"
)
_REACH = 120  # characters before a clause in which its topic stands
_HEAD_NOUN = re.compile(
    r"(?:[额值量率金]|能耗|煤耗|水耗|(?:总|人|户|件|倍|点|里程|招生|用户|发案|死亡)数|比重|比例|占比|收入|支出|投资|面积|水平|速度|费用|[贷存]款|成本|价格|指数|人口|强度|规模|里程"
    r"|能力|标准|资金|经费|税收|利润|密度|浓度|周期|赤字|工资|投入|储蓄|开支|缺口|差距|目标|工程量|班次|的[\u4e00-\u9fff]{0,3}(?:国家|企业|工业企业|大队|公社|城市|地区|项目|[县市省]|农户|户|人口|学生|职工|单位|工程|产品|课题|学校|乡镇|村|家庭|群众|贷款|土地|耕地))$"
)
_HEAD_ENDS = frozenset(
    "家业队社市区目县省户生工位程品题校镇村庭众款地耗额值量率数重例比入出资积平度用款本格口模程力准金费收润期字蓄支距标次"
)
_NO_TOPIC = re.compile(
    r"^(?:加上|连同|逐步|可|出现|提高|增加|加大|扩大|减少|降低|控制|压缩|改善|促进|推动|推进|加强|加快|完善|保持|稳定|优化|有|把|使|为|适当|严格|大力|积极|进一步|不断|通过|随着|如果|虽然|尽管|要|应|争取|支持|创|对)"
    r"|必须|出现|达到|超过|高于|低于|创[下了造]|居[全世]|位居|位列|完成|实现|超额|显著|明显|大幅|稳步|继续|仍然|已经|取得|就是|不[能足]|[前新]列|新高|没有|[，：；]"
)
_ADVERBIAL = re.compile(
    r"(?:情况|条件|基础|前提|背景|形势|影响|同时|方面|期间|过程|推动|带动)(?:[下上中里]|之[下上中])?$"
)
_WHOLE = re.compile(r"(?:在|从)?(?P<whole>[^，。；：]{2,24}?)(?:当|之)?中$")
_PART = re.compile(r"(?:所?占(?:的?(?:比重|比例|份额))?|(?<!占)(?:比重|比例|占比))$")
_NO_WHOLE = re.compile(
    r"(?:过程|工作|建设|发展|其|这|活动|行动|进程|实践|斗争|竞争|执行|计划|规划|报告|体系|改革|比赛|评价|评估|评比|考核|考评|大赛|项目|检查|年|期间|时期|[两几])$"
)
_OF_SCHOOL = frozenset({"在校学生", "在校生", "招生数", "毕业生", "在校学生总数", "在校生总数", "招生"})
_SCHOOL = re.compile(
    r"(?P<school>[\u4e00-\u9fff、]{2,}?(?:学校|院校|大学|教育|幼儿园))(?:招生数?|招生规模|在校学?生(?:总?数)?|毕业生数?)?$"
)
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?:省|市|自治区|[县区州盟旗])|北京|上海|天津|重庆|城镇|农村|城市|乡村|[东中西]部(?:地区)?|东北(?:地区)?|城镇居民|农村居民"
)


def topic(before: str, head: str) -> str:
    """The indicator that a clause without a number names for the next one; asides between are passed over."""
    if not before:
        return ""
    clauses = BOUNDARY.split(head[-_REACH - len(before) :])[:-1]
    for text in reversed(clauses[-3:]):
        stripped = text.strip()
        if is_aside(stripped) or _ADVERBIAL.search(stripped) or _OTHER_YEAR.match(stripped):
            continue
        return _indicator(stripped)
    return ""


def _indicator(text: str) -> str:
    """A clause that is only an indicator's name (今年职工的工资总额), or nothing."""
    text = _CHANGES.sub("", strip_lead(_YEAR.sub("", text)))
    if text[-1:] not in _HEAD_ENDS or not 2 < len(text) <= 36 or not _HEAD_NOUN.search(text):
        return ""
    return "" if _NO_TOPIC.search(text) or _NUMBER.search(text) else tidy(strip_tail(text))


def whole_before(before: str) -> str:
    """What a share is taken of: 在工农业总产值中，农业所占比重…; empty unless the clause before says so."""
    if not before.endswith("中"):
        return ""
    found = _WHOLE.fullmatch(before.strip())
    if not found or _NO_WHOLE.search(found["whole"]):
        return ""
    return tidy(strip_lead(found["whole"]))


def share(part: str, whole: str) -> str:
    """农业所占比重 and 工农业总产值 → 农业占工农业总产值比重; the part as it is where it is no share."""
    bare = _PART.sub("", part)
    return f"{bare}占{whole}比重" if bare and "占" not in bare else part


def is_share(name: str) -> bool:
    """Whether a name ends as shares do (农业所占比重, 占比)."""
    return bool(_PART.search(name))


def of_school(name: str, names: Sequence[str]) -> str:
    """在校学生 in a sentence on 普通高等学校: whose they are."""
    if name in _OF_SCHOOL:
        for said in reversed(names):
            if found := _SCHOOL.match(said):
                return found["school"] + name
    return name


def is_place(name: str) -> bool:
    """Whether a name is only a place (四川省, 农村) and so wants its indicator."""
    return len(name) <= 6 and bool(_PLACE.fullmatch(name))
