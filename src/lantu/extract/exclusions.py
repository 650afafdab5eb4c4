"""Numbers that are no statements: the rule that leaves each out, by name."""

import re

from lantu.extract.clauses import Clause
from lantu.extract.scan import Token
from lantu.registers import phrases

_RANK_BEFORE = re.compile(
    r"(?:全国|全省|全市|全区|全县|世界|全球|国内|省内|市内|位列|位居|居|列|排名?|排位|名列|跻身|进入|保持|稳居|升至|提升至|提升到|上升至|上升到|升到|蝉联"
    r"|考评|考核|评比|评价|竞赛|增速|总量|规模|获|获得|从|均|地区|城市|区县|同类|各省|直辖市|并列)[^，。；]{0,3}$"
)
_DURATION_OF = re.compile(r"寿命|年龄|年限|时限|时间|周期|天数|时长|工期")
_CHANGED_TO = re.compile(r"(?:压缩|缩短|压减|提高|延长|降|控制|增加|减少|缩减|提速|达|达到)(?:至|到|在|了)?(?:约|近)?$")
_CIRCLE = re.compile(r"[^，。；]{0,10}圈")
_VERB_TAIL = re.compile(rf"(?:{phrases.one_of('verb')})(?:各类|各级|了)?$")
_SORT = re.compile(
    r"(?:以上|以下)?的?(?:企业|项目|园区|产业集群|集群|单位|商贸企业|工业企业|服务业企业)"
)  # 产值超10亿元企业10家
_INDEX = re.compile(
    r"(?:指数|系数|得分|死亡率|倍差|PUE)(?:值)?(?:[^，。；\d]{0,6}(?:为|达|达到|至|到|在|从|由|降到|以下))?(?:约)?$|(?:指数|系数|死亡率)从[\d.]+(?:下降|降低|上升|提高)?(?:至|到)$"
)
_NAMED_BEFORE = re.compile(r"[A-Za-z“《〔\[]$")
_NAMED_AFTER = re.compile(r"[A-Za-z”》〕+—\-/]")
_THRESHOLD = re.compile(r"(?:及)?以[上下内](?:的|企业|项目|医院|学校|工业|人口|儿童|婴幼儿|城市|重大)")


def rule(clause: Clause) -> str:
    """Why a quantity is no statement; empty if it is one, `unread` if no rule knows."""
    token, left, right = clause.token, clause.left, clause.right
    if token.kind == "rank":
        return _rank(token, left, right)
    if token.role == "time":
        return _time(token, left, right)
    if not token.unit:
        return _bare(left, right)
    if token.role == "measure" and right.startswith("级"):
        return "grade_name"
    if _THRESHOLD.match(right) and token.role != "count" and token.unit != "%":
        return "threshold"
    return "threshold" if clause.next_adjacent and _SORT.fullmatch(right) and token.role == "measure" else ""


def chinese(token: Token, text: str, *, chinese_style: bool) -> str:
    """Why a Chinese numeral measures nothing; empty if it does.

    In texts that write their quantities in Arabic digits most Chinese numerals are words (一批, 两岸).
    """
    left, number = text[max(token.start - 12, 0) : token.start], text[token.start : token.end]
    if token.rule == "percent_words":
        return ""
    if token.rule == "bare_magnitude":
        return "" if re.search(r"[超达近破过]$", left) else "word_magnitude"
    if token.unit in {"大", "大类"} or (token.unit in {"批", "次", "趟"} and number[0] == "一"):
        return "word"
    if token.role == "count" and not (chinese_style and token.end - token.start > 2):
        return (
            ""
            if re.search(r"(?:新增|新建|新设)$", left) or (chinese_style and _VERB_TAIL.search(left))
            else "chinese_count"
        )
    if token.unit in {"倍", "成", "番", "方", "对", "折", "分"} and not chinese_style:
        return "word_share"
    return "word" if len(number) - len(token.unit) < 2 and token.unit[0] not in "万亿" and not chinese_style else ""


def _rank(token: Token, left: str, right: str) -> str:
    if not _RANK_BEFORE.search(left):
        return "ordinal"
    if re.match(r"[%％‰‱]|档|梯次|[\u4e00-\u9fff]{0,4}大国", right):
        return "ordinal"
    if re.match(r"[个批次届产大轮时线书责梯方步者家人块]", right) and token.end - token.start <= 3:
        return "ordinal"
    return ""


def _time(token: Token, left: str, right: str) -> str:
    if token.unit == "岁":
        return "" if _DURATION_OF.search(left) else "age"
    if _CIRCLE.match(right):
        return "service_circle"
    return "" if _CHANGED_TO.search(left) or _DURATION_OF.search(left[-10:]) else "duration"


def _bare(left: str, right: str) -> str:
    if _INDEX.search(left):
        return ""
    if _NAMED_BEFORE.search(left) or _NAMED_AFTER.match(right):
        return "name_number"
    if not left.strip() and not right.strip():
        return "page_number"
    return "unread"
