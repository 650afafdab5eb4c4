"""What is granted to whom: 对新认定的X，给予50万元一次性奖励 → 新认定X一次性奖励."""

import re

from lantu.extract import tails
from lantu.extract.clauses import Clause
from lantu.extract.edges import is_aside, strip_lead, tidy
from lantu.registers import units

_VERBS = "给予|予以|奖励|奖补|补助|补贴|资助|扶持"
_HOW = r"(?:可|分别|一次性|每年|每年度|各|再|最高|连续\d年|按(?:照)?[^，。；]{0,20}?|共)"
_AWARD = re.compile(rf"(?P<who>.*?)，?{_HOW}*(?:{_VERBS}|发放|支持)")
_THING = r"(?:一次性)?(?:生活|培训|配套|资金|运营|研发|购房|租房|房租|岗位|培训费用|创新|后)?(?:奖励|补贴|补助|支持|资助|奖补|扶持|贴息|津贴)"
_ANY_THING = re.compile(_THING)
_GIVES = re.compile("给予|按|最高$")
_GIFT = re.compile(rf"[^。；]{{0,40}}?(?P<thing>{_THING})")
_GIFT_HERE = re.compile(rf"[^，。；]{{0,20}}?(?P<thing>{_THING})")
_STILL = re.compile(
    rf"(?:一次性|分别|最高|再|各|累计|共|每[家个项人户名])+(?:{_VERBS})(?:资金|金额)?$"
)  # 一次性奖励50万元, with no 给予
_CEILING = re.compile(rf"(?P<thing>{_THING}(?:资金)?(?:上限|额度|标准))(?:为|最高|不超过|每[年人])*$")
_LIMIT = re.compile(
    rf"(?:^|按|按照|给予)(?:每[家个人名证项户]|单个)[^，。；\d]{{0,6}}?(?:累计|年度|每年)*(?:{_VERBS})?(?:资金|金额)*(?:最高|不超过|总额|累计)*$"
)
_PER = re.compile(
    r"(?P<per>(?<!给予)(?:每[家个人名证项户]|单个)[^，。；\d]{0,6}?|第[一二三四五]年|市级|省级|县级)(?:每[年月次]|累计|年度|最高)*(?=$|给予|奖励|补助|补贴|资助|奖补|扶持|最高|不超过|累计)"
)
_TO = re.compile(
    rf"(?:^|[，：\s、）).．是条])对于?(?![外口接标]|应(?!用))(?P<who>[^，；。]{{2,80}}?)的?(?=，|$|按|{_HOW}*(?:{_VERBS}))"
)
_OF_THOSE = re.compile(
    r"(?:^|[，：])(?P<who>[^，；。]{3,60})的，(?=按|给予|一次性|最高|分别|每)"
)  # 购买服务的，按…给予补助
_BY = re.compile(r"(?:其中|对)*(?P<who>[^，]{4,}?)按照?(?:最高|不超过)?$")
_BY_RATE = re.compile(r"按照?(?:每[家个人名证项户])?(?:每[年月天次])?(?:最高|不超过)?$")
_GIVEN = re.compile(r"给予(?!最高|一次性|每|不超过|.{1,2}年)(?P<who>[^，。；\d]{2,12})$")
_BASIS = re.compile(
    r"(?:按照?|给予)(?:最高|不超过|不高于|其|该)*(?P<basis>[^，。；]{1,34}?(?:额|费用?|[资租]金|经费|投入|款|价|收入|成本|支出|投资|损失|利息|贡献|财力|工资|部分|资本))(?:分别)?(?:给予[^，。；]*)?的?(?:最高|不超过|不高于|各)*$"
)
_HEADS = re.compile(r"^(?:第[^，。]{1,4}条|(?:奖励|补助|补贴|资助)对象为|对于?|按照?|由|于[^，。]{1,6}年)+|(?:的|，)+$")
_RECIPIENT = re.compile(
    r"^(?:第[^，。]{1,4}条|[一二三四五六七八九十]是|\d[.．、])?\s*对|的$|(?:企业|单位|个人|机构|平台|中心|项目|人才|团队|园区|基地|产品|车间|工厂|企业家|主体|人员|学生|博士|硕士|家庭|农民|农户|商户|[）)])等?$"
)
_NO_WHO = re.compile(
    r"^(?:经[^，的]{1,6}$|按|根据|依据|参照|于|连续|其中|给予|分期|分.年|第[一二三四五]年|每|单个|各|最高|一次性|分别|所需|[市省县]级$)"
)
_REACH = 16  # characters between the verb and the number that name the recipient
_THRESHOLD = re.compile(r"\d[\d.]*[万亿]*元")
_THRESHOLDS = re.compile(r"\d[\d.]*[万亿]*元(?:(?:、|和)\d[\d.]*[万亿]*元)+")
_PART = re.compile(r"[。；;\n]")
_QUOTE = re.compile("“[^”]+”")
_QUOTES = re.compile("“[^”]+”(?:[、和及与]?“[^”]+”)+")
_OPENED = re.compile("^.*?(?:获批|认定为?|入选|列入|评为|承担|获评|新引进)(?=.{2})")  # what is said of every one listed
_GRANTED = re.compile(rf"(?:{_THING}|奖励|补助|扶持)$")
_KINDS = ("企业", "单位", "机构")
_PAIR = 2
_WORD = 4  # characters of a member without words of its own


def granted(clause: Clause) -> str | None:
    """What a sum or share is granted for, and to whom; None where nothing is granted."""
    if "对" not in clause.head and "给予" not in clause.head and "给予" not in clause.after[:12]:
        return None
    dimension = units.dimension(clause.token.unit)
    if clause.token.role == "count" or dimension not in {"money", "percent"}:
        return None
    return award(clause.head, clause.before, clause.left, clause.after, percent=dimension == "percent")


def award(head: str, before: str, left: str, after: str, *, percent: bool) -> str | None:
    """对新认定的X，给予50万元一次性奖励 → 新认定X一次性奖励; None where nothing is granted."""
    part = _PART.split(head)[-1]
    gift = _gift(part, left, after)
    if gift is None:
        return None
    found = _PER.search(left)
    per = found["per"] if found else ""
    who = _recipient(part, before, left)
    if percent and (basis := _BASIS.search(left) or _BASIS.search(before)):
        return tidy(f"{who}{gift}占{strip_lead(basis['basis'])}比例")
    if not who and not per:
        who = _HEADS.sub("", strip_lead(left.partition("给予")[0]) or strip_lead(before))
        who = "" if who.startswith(("最高", "给予", "一次性")) else who
    return tidy(who + ("" if per in who else per) + gift) if len(who + per) > 1 else None


def paired(said: str, count: int) -> list[str]:
    """收入突破10亿元、5亿元的企业，分别奖励…: the award of each threshold by its name; empty unless the counts agree."""
    for run, one in ((_THRESHOLDS, _THRESHOLD), (_QUOTES, _QUOTE)):
        found = run.search(said)
        each = one.findall(found[0]) if found else []
        if found is not None and len(each) == count:
            return [said[: found.start()] + each_one + said[found.end() :] for each_one in each]
    return _members(said, count)


def _members(said: str, count: int) -> list[str]:
    """新认定甲、乙企业奖励: the award of each of those listed; empty unless the counts agree."""
    opened, gift = _OPENED.match(said), _GRANTED.search(said)
    if count < _PAIR or gift is None:
        return []
    head = opened[0] if opened else ""
    who = said[len(head) : gift.start()].split("、")
    if len(who) != count or not all(len(one) >= _PAIR for one in who):
        return []
    kind = next((k for k in _KINDS if head and who[-1].endswith(k)), "")
    first, *others = tails.shared(who)
    named = [first, *(_like(first, one) for one in others)]
    return [tidy(head + one.removesuffix(kind) + kind + gift[0]) for one in named]


def _like(first: str, other: str) -> str:
    """全日制应届博士、硕士: a short later member with what the first one says before its own word."""
    alike = len(other) < len(first) and len(other) <= _WORD and first[-1] == other[-1]
    return first[: -len(other)] + other if alike else other


def _gift(part: str, left: str, after: str) -> str | None:
    """What is granted (一次性奖励), said after the number, right before it, or earlier in the sentence."""
    granted, here = _AWARD.match(left), _GIFT_HERE.match(after)
    if granted and len(left) - granted.end() > _REACH:
        granted = None
    if "给予" in part:
        gift = _GIFT.match(after)
        if granted or (gift and _GIVES.search(left)):
            return gift["thing"] if gift else "奖励" if "奖励" in left else "补助"
    still = _STILL.search(left)
    if still and ("对" in part or "给予" in part):
        said = _ANY_THING.search(left)
        return said[0] if said else "补助"
    if here and ("予以" in after[:12] or "给予" in after[:12]) and (_BASIS.search(left) or _BY_RATE.search(left)):
        return here["thing"]
    if (ceiling := _CEILING.search(left)) and "对" in part:
        return ceiling["thing"] if _TO.search(part) else None
    if _LIMIT.search(left) and (things := _ANY_THING.findall(part)):
        return str(things[-1])
    return None


def _recipient(part: str, before: str, left: str) -> str:
    """To whom: said in the clause, in the one before, or behind 对 earlier in the sentence."""
    found = _AWARD.match(left) or _BY.match(left)
    own = found["who"] if found else ""
    for text in (own, before if _RECIPIENT.search(before) else ""):
        who = _HEADS.sub("", strip_lead(text))
        if len(who) > 1 and not _NO_WHO.match(who) and not _NO_WHO.match(text) and not is_aside(text):
            return who
    if said := list(_TO.finditer(part)):
        return _HEADS.sub("", strip_lead(said[-1]["who"]))
    if found := _OF_THOSE.search(part):
        return _HEADS.sub("", strip_lead(found["who"]))
    given = _GIVEN.search(left)
    return given["who"] if given else ""
