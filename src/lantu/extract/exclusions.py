"""Numbers that are no statements: the rule that leaves each out, by name."""

import re

from lantu.extract import terms, things
from lantu.extract.clauses import Clause
from lantu.extract.scan import Token
from lantu.extract.things import KIND
from lantu.registers import phrases

_RANK_BEFORE = re.compile(
    r"(?:全国|全省|全市|全区|全县|世界|全球|国内|省内|市内|位列|位居|居|(?<!下)(?<!系)列|排名?|排位|名列|跻身|进入|保持|稳居|升至|提升至|提升到|上升至|上升到|升到|蝉联"
    r"|考评|考核|评比|评价|竞赛|增速|总量|规模|获|获得|从|均|地区|城市|区县|同类|各省|直辖市|并列)[^，。；]{0,3}$"
)
_RANKED_AMONG = re.compile(
    r"(?:居(?![民住家])|(?<![系下])列(?![入为车])|(?<!安)排(?![水污放涝])名?|跻身)[^，。；\d]{0,14}$"
    r"|全[国省市区县州盟旗]\d+[多余]?[个家][^，。；\d]{1,10}$|在[^，。；、]{0,8}\d+[多余]?[个家][^，。；\d]{1,10}中[^，。；\d]{0,4}$"
)  # 居工业大省第1位, 稳居全国沿海港口前十
_AMONG_LEFT = re.compile(r"(?:在|居|列|排名?)[^，。；、]{0,12}$|全[国省市区县州盟旗]$")
_AMONG_RIGHT = re.compile(r"[^，。；、的]{1,12}?(?:[中里])?(?:综合)?(?:排名?|排位|位[居列]|名列|[居列])?(?:在|为|到)?")
_CLAUSE_ENDS = frozenset("，。；、）\n") | {""}
_COUNTED_LAST = re.compile(  # 新增企业十二家, 排名提升一位: the count closes what the clause adds or moves
    r"(?:新增|净增|新建|新设|新开|新批)[\u4e00-\u9fff]{2,8}$|(?:位次|名次|排名|排位)(?:较?上年|同比|比上年)?(?:提升|上升|前移|提高|下降|后移)了?$"
)
_LIFE = re.compile(r"寿命|(?:平均|中位)[^，。；]{0,6}年龄|年龄中位数")  # 年龄不超过65岁 is a condition
_DURATION_OF = re.compile(r"寿命|年龄|年限|时限|时间|周期|天数|时长|工期")
_CHANGED_TO = re.compile(
    r"(?:压缩|缩短|压减|提高|延长|降|控制|增加|减少|缩减|提速|达|达到)(?:至|到|在|了)?(?:目前的?)?(?:平均)?(?:约|近)?$"
)
_EXTENDED = re.compile("试点|整[省市县]|的?政策")  # 土地承包到期后再延长30年试点: what is tried, no term of ours
_CIRCLE = re.compile(r"[^，。；]{0,10}圈")
_VERB_TAIL = re.compile(rf"(?:{phrases.one_of('verb')})(?:各类|各级|了)?$")
_SORT = re.compile(
    r"(?:以上|以下)?的?(?:企业|项目|园区|产业集群|集群|单位|商贸企业|工业企业|服务业企业)"
)  # 产值超10亿元企业10家
_SORT_OF = re.compile(
    rf"(?:以上)?(?:的|级的?)?[\u4e00-\u9fff]{{0,14}}?(?:{KIND})(?:（.）)?(?:已|总数|数量|占比|分别|累计)*(?:达到?|增至|增加到|有|超过?|突破)?"
)
_SORT_UP = re.compile(
    rf"及?以[上下]的?[^，。；、\d]{{0,10}}?(?:{KIND})(?:已|总数|数量)*(?:由|从|达到?|增至|增加到|有|共|超过?)?"
)
_SORT_AFTER = re.compile(rf"(?:以上)?(?:的|级的?)[^，。；、\d]{{0,20}}(?:{KIND}|业|链|点)(?:$|[，。；、（])")
_COUNTED = re.compile(r"[\d一二三四五六七八九十余多](?:个|家|条|户|种|类|座|处|项|名|只)(?:以上|左右)?$")
_OVER_ENDS = frozenset("超过破达到于")
_PER_BASE = re.compile("每新?(?:认定|培育|引进|建成|增加|增)$")  # 每认定1家奖励10万元
_LEVELS = re.compile(
    r"(?:、[\d０-９][\d０-９.．]*\s?[万亿]*元)*(?:以上)?的(?!标准|比例|额度|资金|规模|奖|补)[^，。；、\d]{0,14}，?(?:分别|按|一次性)*给予"
)  # 首次突破100亿元、50亿元的企业，分别给予
_PERIODS = re.compile("季度|学年|财年|记分周期|小时|榨季|考核年度|有效期|交易日")
_STEPS = re.compile(r"(?:[百千万]+亿)?元?级?(?:台阶|关口|大关)")  # 连跨4个千亿台阶
_ORDINALS = re.compile(r"第(?:[\d一二三四五六七八九十]+[至到、—\-~])?$")  # 第1至4项
_ORDINAL_ENDS = frozenset("第至到、—-~")
_INDEX = re.compile(
    r"(?:指数|系数|得分|死亡率|收入比|之比|倍差|PUE|电能利用效率)(?:值)?(?:[^，。；\d]{0,6}(?:为|达|达到|至|到|在|从|由|降到|以下))?(?:约)?$|(?:指数|系数|死亡率|收入比|之比)[从由][\d.]+(?:下降|降低|上升|提高|缩小|扩大|收窄)?(?:至|到|为)$"
)
_MEASURES = re.compile(r"(?:达到?|至|到|为|约|近|超过?|突破|[增减升降]|增[加长]|减少|不[少低高]于)$")
_LONG = 7  # digits
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")  # 4.2
_ITEM = 2  # digits of an item's number
_NOT_MEASURED = {"年": "duration", "月": "duration", "日": "duration", "时": "date", "字": "threshold"}
_YEARS = re.compile(r"(?:19|20)\d\d[-—–~～](?:19|20)\d\d")
_WORDS = frozenset({"十分", "零部", "零件", "一起", "一道", "二次"})
_SOME = frozenset(
    {"一一", "一两", "一二", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"}
)  # 一两个
_SESSION = re.compile("会议|全会|全体|大会|常委会|党代会|党组")
_TASK_NUMBER = re.compile("[-－][A-ZＡ-Ｚ]|T-")  # 20120878-T-604, the number of a planned standard
_NOTE = re.compile(r"[\[［〔]$")
_NOTE_ENDS = re.compile(r"[\]］〕]")
_MOBILE = 10**10
_CALLED = ("邮编", "邮编：", "邮编:", "电话", "电话：", "电话:")
_NAMED_BEFORE = re.compile(r"[A-Za-z“《〔\[]$")
_NAMED_AFTER = re.compile(r"[A-Za-z”》〕+—\-/]")
_LARGE = re.compile(
    r"(?![一两]?[百千万])[一二两三四五六七八九]+[百千万][一二三四五六七八九零〇○十百多余]"
)  # 五百多个 counts, 一百个 may be a word
_WORD_UNITS = frozenset({"倍", "成", "番"})
_GROWN = re.compile(
    r"(?:增长|增加|增产|增收|增|提高|提升|上升|上涨|扩大|减少|减产|下降|降低|缩小|压减|压缩|缩短|缩减|削减|精简|减|降|偏多|偏少)(?:了|近|约|超过?|达到?|保持|预期|实现|接近|逾|在)*$"
)
_GROWTH_NEXT = re.compile(r"(?:以上)?的?(?:高|快速|较快|中高速)?(?:速)?(?:增长|增速)")
_TIMES = re.compile(r"(?:是|为|相当于|达到?)[^，。；]{0,14}的(?:近|约|超过?)?$")
_SHARE_BEFORE = re.compile(r"(?:份额|比重|占比|比例|[\u4e00-\u9fff]{2}率)(?:达到?|为|近|约|超过?|接近|逾)*$")
_PART_OF = re.compile(r"占[^，。；]{0,16}$|不(?:低|少|高|多)于[^，。；]{2,14}的$")
_NOTHING_FOLDS = re.compile(r"(?:^|[。“”就个双快敢于谋]|追求|提前|提前实现|努力|加快)$")
_STANDS_ALONE = re.compile(r"[，。；、）]|以上|大关|$")
_ENDS_HERE = re.compile(r"以[上下]|左右|多|[的，。；、）]|$")
_SIZE_REACHED = re.compile(r"(?:达到?|突破|超过?|迈[上入]|跨[上入]|跃上)$")  # 规模达到7000亿级, 突破万亿级规模
_OF_SIZE = re.compile(r"级(?:规模|台阶|水平)?(?:[，。；、]|$)")
_OF_PEOPLE = re.compile(
    r"以[上下](?:的)?[^，。；、\d]{0,16}?(?:矿井|自然村|村庄|工作面|班级|学校|企业|单位|城市|城镇)(?:$|[，。；、（4-5])"
    r"|以[上下](?:的)?(?:自然村|村[寨庄]|居民点|安置点|小区)"
)  # 100人以下矿井
_THRESHOLDS = frozenset("及以之")
_THRESHOLD = re.compile(
    r"(?:及)?以[上下内](?:的(?!目标|水平)|企业|项目|医院|学校|工业|人口|儿童|婴幼儿|城市|重大)|之间的?(?:企业|项目|单位)"
)


def rule(clause: Clause, number: str) -> str:
    """Why a quantity is no statement; empty if it is one, `unread` if no rule knows; `number`: as it stands in the text."""
    token, left, right = clause.token, clause.left, clause.right
    if token.kind == "rank":
        return _rank(token, left, right)
    if token.rule == "words":
        return ""  # `chinese` has decided
    if left.endswith("“") and right.startswith("”"):
        return "quoted_name"
    if token.role == "time":
        return _time(token, left, right)
    if token.role == "count" and clause.next_adjacent and _ranks_among(clause):
        return "rank_base"
    if token.unit == "个" and (_PERIODS.match(right) or _STEPS.match(right)):
        return "word" if _STEPS.match(right) else "duration"
    if left[-1:] in _ORDINAL_ENDS and _ORDINALS.search(left):
        return "ordinal"
    if not token.unit:
        return _bare(clause, number)
    return _no_measure(token, left, right) or terms.rule(clause) or ("threshold" if _is_threshold(clause) else "")


def _ranks_among(clause: Clause) -> bool:
    """在全市15个县区中排名第4位, 列全国1800多个县第86位: a count of those that something is ranked among."""
    rank = clause.after[len(clause.right) : len(clause.right) + 1]
    return rank in {"第", "前"} and bool(_AMONG_LEFT.search(clause.left) and _AMONG_RIGHT.fullmatch(clause.right))


def _no_measure(token: Token, left: str, right: str) -> str:
    """Why a quantity with a unit measures nothing itself: a base (每认定1家), a grade, a radius, a name."""
    if "每" in left[-4:] and _PER_BASE.search(left):
        return "per_base"
    if token.unit == "米" and right.startswith(("见园", "见绿", "服务半径")):
        return "service_circle"
    if token.unit == "B" and "参数" not in left + right:
        return "name_number"
    if token.role == "measure" and right.startswith("级"):
        return "" if _SIZE_REACHED.search(left) and _OF_SIZE.match(right) else "grade_name"
    return ""


def _is_threshold(clause: Clause) -> bool:
    """Whether a quantity only says which ones are meant: 500万元以上项目, 首次突破100亿元的企业，给予…."""
    token, right = clause.token, clause.right
    if right[:1] in _THRESHOLDS and token.role != "count" and token.unit != "%" and _THRESHOLD.match(right):
        return True
    if token.role == "measure" and token.unit.endswith("元") and "给予" in clause.after and _LEVELS.match(clause.after):
        return True
    if (
        token.unit in {"人", "户"}
        and right[:2] in {"以上", "以下"}
        and _OF_PEOPLE.match(right)
        and not things.ends_with_verb(clause.left)
    ):
        return True
    return (token.role == "measure" or token.unit in {"万人", "万户"}) and _only_sorts(clause)


def _only_sorts(clause: Clause) -> bool:
    """Whether a measure only says which ones are counted: 产值超10亿元企业10家, 生产总值超200亿元县26个, 5个收入过200亿元的集群."""
    left, right = clause.left, clause.right
    if clause.next_adjacent and (_SORT.fullmatch(right) or (right[:1] in {"以", "及"} and _SORT_UP.fullmatch(right))):
        return True
    if left[-1:] not in _OVER_ENDS or clause.token.unit in {"%", "‰"}:
        return False
    if clause.next_adjacent:
        return left[-1] in "超过破于" and bool(_SORT_OF.fullmatch(right))
    return bool(_SORT_AFTER.match(right)) and bool(_COUNTED.search(clause.head[: len(clause.head) - len(left)][-6:]))


def chinese(token: Token, text: str, *, chinese_style: bool) -> str:
    """Why a Chinese numeral measures nothing; empty if it does.

    In texts that write their quantities in Arabic digits most Chinese numerals are words (一批, 两岸).
    """
    left, number = text[max(token.start - 12, 0) : token.start], text[token.start : token.end]
    if token.unit == "个" and text.startswith("现代化", token.end):
        return "word"
    if number[:2] in _SOME and number[2:3] not in "十百千" and token.rule != "percent_words":
        return "word"
    if token.unit.endswith("百分点") and _GROWN.search(left):
        return ""
    if token.rule in {"words", "percent_words"} or token.unit in _WORD_UNITS:
        return _in_words(token, text[max(token.start - 24, 0) : token.start], text[token.end :], chinese_style)
    if token.rule == "bare_magnitude":
        return _magnitude(token, text, left)
    if token.unit in {"大", "大类"}:
        return (
            "edition_name" if token.unit == "大" and left.endswith("的") and len(number) > 2 else "word"
        )  # 党的二十大
    if token.role == "count" and (number[0] == "十" or not (chinese_style and token.end - token.start > 2)):
        return _count(token, text, left, chinese_style=chinese_style)
    if token.unit in {"方", "对", "折", "分"} and not chinese_style:
        return "word_share"
    if len(number) - len(token.unit) >= 2 or token.unit[0] in "万亿" or chinese_style:
        return ""
    return "duration" if token.unit == "年" else "word"


def _count(token: Token, text: str, left: str, *, chinese_style: bool) -> str:
    """A Chinese numeral with a counter: read where it is large or added, in texts that write so also after a verb."""
    number = text[token.start : token.end]
    if number[0] == "十" and left.endswith(("数", "几")):
        return "unread_words"
    if token.unit in {"批", "次", "趟"} and number[0] == "一":
        return "word"
    if text[token.end : token.end + 1] in _CLAUSE_ENDS and _COUNTED_LAST.search(left):
        return ""
    if _LARGE.match(number) or left.endswith(("新增", "新建", "新设")) or (chinese_style and _VERB_TAIL.search(left)):
        return ""
    return "" if chinese_style and token.end - token.start > 2 else _no_count(token, text)


def _magnitude(token: Token, text: str, left: str) -> str:
    """千亿, 百亿 alone: read after 超, 达, 近."""
    if re.search(r"[数几]$", left):
        return "unread_words"
    return "" if re.search(r"[超达近破过逾]$|(?<!以)上$", left) and not _sorts(token, text) else "word_magnitude"


def _no_count(token: Token, text: str) -> str:
    """The rule for a Chinese numeral with a counter that counts nothing: a word, a session, a count of ideas."""
    after = text[token.end : token.end + 3]
    if token.unit == "次" and _SESSION.match(after):
        return "edition_name"
    if text[token.start : token.end] in _WORDS or text[token.start - 1 : token.start] == "统":
        return "word"
    if token.unit == "部" and after.startswith("分"):
        return "document_part"
    if token.unit == "部" and after.startswith(("署", "件")):
        return "word"
    if text[token.start - 1 : token.start] == "第":
        return "ordinal"
    if text[token.start - 1 : token.start] == "“" and "”" in text[token.end : token.end + 2]:
        return "quoted_name"
    return "chinese_count"


def _sorts(token: Token, text: str) -> bool:
    """产值过亿元的企业, 投资超百亿元项目: money that only says which ones."""
    return token.unit.endswith("元") and token.value == 1 and not _STANDS_ALONE.match(text, token.end)


def _in_words(token: Token, left: str, right: str, chinese_style: bool) -> str:
    """翻番, 一倍, 三成, 一半, 两位数: read where a verb or 占 says of what; unread elsewhere. Per cents always."""
    if token.rule == "percent_words":
        return ""
    if token.unit == "番":
        return "unread_words" if _NOTHING_FOLDS.search(left) else ""
    if token.rule != "words" and chinese_style:
        return ""
    if token.unit == "%":
        return "" if _GROWN.search(left) or _GROWTH_NEXT.match(right) else "unread_words"
    if not token.unit:
        return "" if token.value and (_PART_OF.search(left) or _SHARE_BEFORE.search(left)) else "unread_words"
    if (
        _GROWN.search(left)
        or (token.unit == "倍" and _TIMES.search(left))
        or (token.unit == "成" and (_PART_OF.search(left) or _SHARE_BEFORE.search(left)))
    ):
        return ""
    return "unread_words" if token.unit == "倍" or _ENDS_HERE.match(right) else "word"


def _rank(token: Token, left: str, right: str) -> str:
    if not (_RANK_BEFORE.search(left) or _RANKED_AMONG.search(left)) or (
        left.endswith("在") and right.startswith(("的", "、第"))
    ):
        return "ordinal"
    if re.match(r"[%％‰‱]|档|梯次|[至到—-]\d|(?:完成|负责|作者|责任|发明)|[\u4e00-\u9fff]{0,4}大国", right):
        return "ordinal"
    if re.match(r"[个批次届产大轮时线书责梯方步者家人块]", right) and token.end - token.start <= 3:
        return "ordinal"
    return ""


def _time(token: Token, left: str, right: str) -> str:
    if token.unit.endswith("岁"):
        return "" if _LIFE.search(left) else "age"
    if left.endswith("延长") and _EXTENDED.match(right):
        return "duration"
    if _CIRCLE.match(right):
        return "service_circle"
    return "" if _CHANGED_TO.search(left) or _DURATION_OF.search(left[-10:]) else "duration"


def _named_by_digits(number: str, left: str) -> bool:
    """A year in a name (2024世界智能产业博览会), 01, a telephone or a code: digits that count nothing."""
    if not number.isdecimal() or len(number) == 1:
        return False
    year = len(number) == 4 and number[:2] in {"19", "20"} and not _MEASURES.search(left)
    return year or number[0] == "0" or len(number) >= _LONG


def _lists(clause: Clause, number: str) -> bool:
    """A number before its item (1.加强…, 1突破…), or one of two side by side in a list: no sentence measures so."""
    left, right = clause.left, clause.right
    if right[:1] in {".", "．"} and not right[1:2].isdigit():
        return True
    if "." in number:
        return False  # a value of a table that was not recognised
    opens = not clause.head.strip() and bool(right.strip()) and len(number) <= _ITEM
    return opens or (right == " " and clause.next_adjacent) or (not left.strip() and clause.head.endswith(" "))


def _code(token: Token, left: str, right: str) -> str:
    """The rule for the number of a planned standard, of a note, of a telephone."""
    if _TASK_NUMBER.match(right):
        return "standard_number"
    if _NOTE.search(left) and _NOTE_ENDS.match(right):
        return "note_number"
    return "phone" if token.value >= _MOBILE or left.endswith(_CALLED) else ""


def _bare(clause: Clause, number: str) -> str:
    left, right = clause.left, clause.right
    if _INDEX.search(left) or clause.token.rule == "mixed":
        return ""
    if code := _code(clause.token, left, right):
        return code
    if right[:1] in _NOT_MEASURED:
        return _NOT_MEASURED[right[:1]]
    if _lists(clause, number):
        return "list_number"
    if _named_by_digits(number, left) or _YEARS.fullmatch(number):
        return "name_number"
    if _NAMED_BEFORE.search(left) or _NAMED_AFTER.match(right):
        return "name_number"
    if not left.strip() and not right.strip():
        if clause.token.value % 1:
            if clause.token.high is not None:
                return "standard_number"
            alone = not clause.head.strip() and not clause.next_adjacent
            return "list_number" if alone and _SECTION.fullmatch(number) else "unread"
        return "lone_number"
    return "unread"
