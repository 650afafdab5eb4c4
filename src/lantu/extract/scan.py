"""Finding every quantity, date and nameless number in a clean text: one pass of one expression."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from lantu.extract.numbers import ARABIC, CHINESE, CHINESE_DIGITS, YEAR, number
from lantu.model import Comparator
from lantu.registers import units


@dataclass(slots=True)
class Token:
    """One find in a clean text: `kind` is quantity, rank, ratio, date, or skip (a name, number or date: `rule` says)."""

    kind: str
    start: int
    end: int
    rule: str
    value: Decimal = Decimal(0)
    unit: str = ""
    high: Decimal | None = None
    comparator: Comparator | None = None
    negative: bool = False
    role: str = ""  # the unit's role: measure, count, time
    chinese: bool = False


_ORDINAL = rf"(?:\d+|[{CHINESE_DIGITS}十百]+)"
_DATE = (
    rf"{YEAR}年?[—–\-~～至到]+{YEAR}年(?:底|末|度|间|期间)?"
    rf"|{YEAR}年(?:(?:上|下)半年|前三季度|(?:前|第)?[一二三四1-4](?:至|—|-)?[一二三四1-4]?季度"
    rf"|{_ORDINAL}(?:[—–\-~至到]{_ORDINAL})?月(?:份|底|末|初|中旬|上旬|下旬)?(?:{_ORDINAL}日)?|底|末|初|度|代)?"
    rf"|(?<![\d.]){_ORDINAL}(?:[—–\-~至到]{_ORDINAL})?月(?:份|底|末|初|中旬|上旬|下旬|{_ORDINAL}日)"
    r"|(?<![\d.])\d{1,2}[—–\-~至到]\d{1,2}月|(?<![\d.])\d{1,2}月(?=[，、至到])|\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}|\d{1,2}:\d\d(?![\d:.])"
    rf"|{_ORDINAL}日(?=上午|下午|晚|，|在)|[一二三四五六七八九]十年代|[一二三四五六七八九\d]0?年代|前三季度|[一二三四]季度|(?:18|19|20)\d\d(?=年)"
)
_SKIPS: tuple[tuple[str, str], ...] = (
    (
        "long_number",
        rf"\d{{17,}}|[{CHINESE_DIGITS}十百千]{{17,}}",
    ),  # a code or a broken file; first, so that a run is passed over once
    (
        "document_number",
        r"[〔\[（(【]\d{4}[〕\]）)】]\s*\d+\s*号|〔\d+〕|[\[〔【]\d{1,3}[\]〕】](?=[^\d]|$)(?<=[^\s]\])(?!)",
    ),
    (
        "standard_number",
        r"(?:[A-Z]{2,4})(?:/[A-Z]{1,3})?[\s　]*\d+(?:\.\d+)*(?:[-—~～]\d+)+(?:\.\d+)*|(?:GB|ISO|IEC|IEEE|ITU)(?:/[A-Z]+)*[\s　]*\d+(?:\.\d+)*",
    ),
    (
        "label_number",
        r"(?:附件|附表|附录|专栏|(?<!代)表|图)[\s　]*\d+(?:[-—.]\d+)*(?:[、和]\d+)*(?![\d.]*(?:[%％亿万个家元名余]|人(?!工)))",
    ),
    ("hotline", r"1[02]\d{3}(?=[^，。；\d]{0,8}热线)|“?1[02]\d{3}”(?=[^，。；\d]{0,8}(?:热线|平台))"),
    (
        "product",
        r"(?<![A-Za-z])[A-Za-z]+[-—]?\d+(?:\.\d+)?[A-Za-z]*(?:[-/][A-Za-z]*\d*)*|\d+(?:\.\d+)?[GDKAVXgd](?![A-Za-zWwHhBbPp/])\+*级?|[2-9]A\+?",
    ),
    (
        "version",
        r"\d+\.0(?:版|时代|战略|行动|工程|计划)?(?![\d%％‰万亿]|\s*[个家元吨亩]|—+\d)(?=[版时战行工计体改建升平模—”、，。）])|\d\.0版",
    ),
    ("formula_name", r"“?(?:\d+\+)+(?:\d+|[A-Za-zXNn])+(?:\+[\dA-Za-zXNn]+)*|[NXＮ]\+\d+"),
    (
        "quoted_name",
        rf"“(?:\d[\d/.+]*|[{CHINESE_DIGITS}十]{{1,4}})”|“\d{{3,}}(?=[^“”\d%％]{{1,8}}”)|“[^“”，。\d]{{0,3}}\d{{1,5}}[^“”，。\d%％年]{{0,4}}”(?!的比)",
    ),
    ("anniversary", rf"{_ORDINAL}(?:周年|世纪|年代|周岁以)"),
    ("road_or_line", r"[A-Za-z]?\d+(?:号线|号院|号楼|号文|号公路|国道|省道|县道|号馆|号地块|号(?![召航]))"),
    ("club_name", r"\d+强|百强|[千万]强|\d+佳|双\d+"),
    (
        "ordinal_name",
        rf"第{_ORDINAL}(?:个五年|届|次|批|章|节|条|款|期|卷|版|代|轮|部分|阶段|方阵|梯队|时间|责任人|产业|线|学期|学年|季度|周|天|步|类|产|颗|艘|架|书记|医院|中学|小学|人民医院|附属|曲线|动力|生产力|资源|要素|村|家园|课堂|现场|窗口)",
    ),
    ("edition_name", rf"{_ORDINAL}(?:中全会|届|期(?!望|间|待|盼)|中[^共国心间]|号(?:文件)?)"),
    ("model", r"\d+(?:-\d+)+(?=[\u4e00-\u9fff]{0,2}型)|\d+型(?!企业|城市|社会|经济|农业|产业)"),
    ("phone", r"\d{3,4}-\d{7,8}|(?<!\d)\d{6}(?=[，。）]?邮)|邮编：?\d{6}"),
    (
        "list_number",
        r"(?:^|(?<=[。；：！？|]))(?:[（(]\d{1,3}[）)]|\d{1,2}[、．）)]|\d{1,2}\.(?!\d)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?![\d%％‰])(?=[\u4e00-\u9fff“])(?![万亿千百元个家项吨亩公平立米人户]))|[①-⑳⒈-⒛]",
    ),
    ("share_word", r"百分点(?!\d)"),
    (
        "denominator",
        r"(?<=每)\d+(?:\.\d+)?(?:[百千万亿]*(?:常住|户籍|服务)?(?:人口|人|元|名|户|个|吨|亩|平方公里|公里)|[百千万亿]+(?=[\u4e00-\u9fff]))(?!次)",
    ),
)


# What a token can begin with: tried first, since almost every character of a text begins none.
_GATE = rf"(?=[\d“〔\[【（(第前万双附专表图{CHINESE_DIGITS}十百千XNＮA-Za-z①-⑳⒈-⒛\-－−翻半亿])"


_GUARDED = frozenset(
    {"年", "日", "方", "人民币", "度", "大", "人", "家", "道", "面", "轮", "对"}
)  # not before every word


@cache
def _unit_expression() -> str:
    known = sorted(units.load(), key=lambda u: (-len(u), u))
    one = "|".join(re.escape(u) for u in known if u not in _GUARDED)
    latin = r"(?:[pnμumkMGT](?:V|A|W|Ω|Hz|T|s|g|L|Pa|J|F|H|Wh|VA|bar)|Pa|Hz|dB|FS|rpm|ppm|ppb|dpi)(?:/(?:[A-Za-z√]{1,4}))*(?![A-Za-z])"
    pair = r"[册台所家个处户辆套件](?:（[\u4e00-\u9fff]）|\([\u4e00-\u9fff]\))"
    return rf"(?:{latin}|{pair}|{one}|(?<=[万亿])度|人(?![口均才]|工智|工程|民法|机交)|道(?!路|德|理)|面(?!向|对|积)|轮(?!式|椅)|对(?!于|每|应)|家(?![庭长])|大类|大(?![卡学豆米桥道于约概幅陆规批量力湾多])|方(?!面|向|案|式|米|针|位|法|便|阵)|年(?!度|级|代|均|来|底|末|初|内|前|后|间|期|货|报|会|会议|轻|龄|终|检|审|鉴|青)(?![—–\-~]))"


@cache
def _expression() -> re.Pattern[str]:
    unit, multiplier = _unit_expression(), "万[余多]亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百"
    per = rf"(?:/\d*(?:万|亿)?(?:{unit}|人|月|日|天|GDP)?)"
    skips = "|".join(f"(?P<s_{name}>{expression})" for name, expression in _SKIPS)
    return re.compile(
        rf"{_GATE}(?:(?P<date>{_DATE})|{skips}"
        rf"|(?P<ratio>{ARABIC}(?:[:：∶]{ARABIC})+)"
        rf"|(?P<per>(?P<per_n>{ARABIC})(?P<per_u>/\d+万(?:人)?))"
        rf"|(?P<rank>(?:第|前)(?P<rank_n>\d+|[{CHINESE_DIGITS}十百]+)(?:位次|位|名(?!单|录|牌|师|医|校|企))?(?![\d年个季天期周月日大批步小时分届条章轮]))"
        rf"|(?P<words>翻了?(?P<fold>{ARABIC}|{CHINESE})?番|(?P<of>[{CHINESE_DIGITS}十]{{1,3}})分之(?P<part>[{CHINESE_DIGITS}十]{{1,3}})"
        r"|(?P<half>一半|半数)|(?P<long>[两二三四])位数(?![字目码据]))"
        rf"|(?P<percent>(?P<sign0>[-－−])?(?P<pc>[百千])分之(?P<pc_n>{CHINESE})(?:[至到—](?:[百千]分之)?(?P<pc_h>{CHINESE}))?)"
        rf"|(?P<mixed>(?P<mx_a>\d+)(?P<mx_big>[万亿])(?P<mx_b>\d{{1,4}})(?P<mx_small>[千百])?(?P<mx_more>[余多]?)(?P<mx_u>[万亿]?(?:{unit})?))(?![\d.])"
        rf"|(?P<quantity>(?P<sign>(?<![\d%％‰万亿元个家人吨A-Za-z])[-－−])?(?P<n>{ARABIC})"
        rf"(?:(?P<u1>(?:{multiplier})?(?:{unit})?)(?:[—–~～\-]{{1,2}}|至|到)(?P<h>{ARABIC}))?"
        rf"(?P<more>[余多几]?)(?P<u>(?:{multiplier})?(?P<more2>[余多]?)(?:{unit}(?:{per})?)?))"
        rf"|(?P<chinese>(?P<cn_n>{CHINESE})(?P<cn_big>[万亿](?:{CHINESE})万?(?!亿))?(?P<cn_more>[余多几]?)"
        rf"(?P<cn_u>(?:万亿|亿|万)?(?P<cn_more2>[余多]?)(?:{unit}(?:{per})?)|亿))"
        rf"|(?P<big>(?:千亿|百亿|万亿|(?:千万|百万|(?<=[超过破近逾达])[万亿])(?={unit}))(?P<big_u>{unit})?))"
    )


@lru_cache(maxsize=4096)
def _role(unit: str) -> str:
    base = units.split(unit.partition("/")[0])
    known = units.load()
    bare = re.sub(r"[（(].[）)]$", "", unit.partition("/")[0])
    while bare and bare not in known:
        bare = bare[1:]
    return known[bare].role if bare else ("measure" if base[0] != 1 else "")


_OVER_HUNDREDS = re.compile("万[余多]亿")
_OVER_UNIT = re.compile("^(万?)[余多]")
_SIZES = {
    "百亿": (100, "亿"), "千亿": (1000, "亿"), "万亿": (10000, "亿"), "百万": (100, "万"), "千万": (1000, "万"),
    "万": (1, "万"), "亿": (1, "亿"),
}  # fmt: skip
_PARTS = {"百": "%", "千": "‰"}
_PAIRED = frozenset({"和", "、", "与", "及"})
_OVER = {"余": Comparator.GT, "多": Comparator.GT, "几": Comparator.GT}


def _quantity(found: re.Match[str]) -> Token:
    unit = found["u"]
    over = found["more"]
    if "余" in unit or "多" in unit:
        over = over or found["more2"] or ("多" if _OVER_HUNDREDS.match(unit) else "")
        unit = _OVER_UNIT.sub(r"\1", unit)
        if found["more2"]:
            unit = unit.replace(found["more2"], "", 1)
    value, high = number(found["n"]), number(found["h"]) if found["h"] else None
    if found["u1"] and found["u1"] != unit and high is not None:
        converted = units.convert(value, found["u1"], unit) if unit else None
        value = converted.normalize() if converted is not None else value
    token = Token("quantity", found.start("n"), found.end(), "quantity", value, _plain(unit), high)
    token.negative = bool(found["sign"])
    token.comparator = Comparator.BETWEEN if high is not None else _OVER.get(over)
    token.role = _role(unit) if unit else ""
    return token


def _mixed(found: re.Match[str]) -> Token:
    """1万6千多户 → 16000 户, 1亿3千多万 → 130000000: a number in two steps is written out."""
    big, small = units.MULTIPLIERS[found["mx_big"]], units.MULTIPLIERS.get(found["mx_small"] or "", Decimal(1))
    rest, unit = number(found["mx_b"]) * small, found["mx_u"]
    value = number(found["mx_a"]) * big + rest
    if unit.startswith("万"):
        value, unit = number(found["mx_a"]) * big + rest * 10000, unit[1:]
        if big == units.MULTIPLIERS["万"]:  # 1万2千万 is no numeral that anyone writes
            value = number(found["mx_a"]) * big + rest
    token = Token("quantity", found.start(), found.end(), "mixed", value, _plain(unit))
    token.comparator = _OVER.get(found["mx_more"])
    token.role = _role(unit) if unit else "measure"
    return token


def _plain(unit: str) -> str:
    return unit.replace("％", "%")


def _chinese(found: re.Match[str]) -> Token:
    value, unit = number(found["cn_n"]), found["cn_u"]
    if found["cn_more2"]:
        unit = unit.replace(found["cn_more2"], "", 1)
    if found["cn_big"]:
        value = _long(found["cn_n"] + found["cn_big"])
    over = found["cn_more"] or found["cn_more2"]
    token = Token("quantity", found.start(), found.end(), "chinese_numeral", value, _plain(unit), chinese=True)
    token.comparator, token.role = _OVER.get(over), _role(unit)
    return token


def _long(text: str) -> Decimal:
    """一亿二千万 → 120000000, 五万三千 → 53000."""
    total = Decimal(0)
    for sign, factor in (("亿", Decimal(10**8)), ("万", Decimal(10**4))):
        head, found, tail = text.partition(sign)
        if found:
            total += number(head) * factor
            text = tail
    return total + (number(text) if text else 0)


def _other(found: re.Match[str], kind: str) -> Token:
    start, end = found.span()
    if kind == "rank":
        return Token("rank", start, end, "rank", number(found["rank_n"]), "位")
    if kind == "per":
        return Token(
            "quantity", start, end, "per", number(found["per_n"]), found["per_u"].removesuffix("人"), role="measure"
        )
    if kind == "mixed":
        return _mixed(found)
    if kind == "percent":
        return _percent(found)
    if kind == "big":
        size, multiplier = next(v for word, v in _SIZES.items() if found[0].startswith(word))
        token = Token("quantity", start, end, "bare_magnitude", Decimal(size), multiplier + (found["big_u"] or ""))
        token.role, token.chinese = "measure", True
        token.comparator = {"过": Comparator.GT, "上": Comparator.GE}.get(found.string[start - 1 : start])
        return token
    if kind == "words":
        return _words(found)
    return Token(kind, start, end, kind)


def _words(found: re.Match[str]) -> Token:
    """翻番 → 1 番, 三分之一 → 0.333, 一半 → 0.5, 两位数 → 10 % or more."""
    token = Token("quantity", *found.span(), "words", role="measure", chinese=True)
    if found["half"]:
        token.value = Decimal("0.5")
    elif found["part"]:
        parts, whole = number(found["part"]), number(found["of"])
        token.value = round(parts / whole, 3) if 0 < parts < whole else Decimal(0)
    elif found["long"]:
        token.value, token.unit = Decimal(10) ** (int(number(found["long"])) - 1), "%"
        token.comparator = Comparator.GE
    else:
        token.value, token.unit = number(found["fold"] or "一"), "番"
    return token


def _percent(found: re.Match[str]) -> Token:
    """百分之七点四 → 7.4 %, 千分之十一 → 11 ‰, 百分之三至五 → 3 … 5 %."""
    high = number(found["pc_h"]) if found["pc_h"] else None
    token = Token("quantity", *found.span(), "percent_words", number(found["pc_n"]), _PARTS[found["pc"]], high)
    token.comparator = Comparator.BETWEEN if high is not None else None
    token.negative, token.role, token.chinese = bool(found["sign0"]), "measure", True
    return token


def scan(text: str) -> list[Token]:
    """Every token of a clean text, in order, without overlap; a number takes its unit from the one it is paired with."""
    tokens = [_token(found) for found in _expression().finditer(text)]
    for one, following in pairwise(tokens):
        if one.kind == following.kind == "quantity" and not one.unit and text[one.end : following.start] in _PAIRED:
            one.unit, one.role = following.unit, following.role
    return tokens


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup  # the alternative, which closes after the groups inside it
    assert kind is not None, "every alternative has a name"
    if kind == "quantity":
        return _quantity(found)
    if kind == "chinese":
        return _chinese(found)
    if kind.startswith("s_"):
        return Token("skip", *found.span(), kind.removeprefix("s_"))
    return _other(found, kind)
