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
_MONTH = rf"{_ORDINAL}(?:[—–\-~至到]{_ORDINAL})?月(?:份|底|末|初|中旬|上旬|下旬)?(?:{_ORDINAL}日)?"
_DATE = (
    rf"{YEAR}年?[—–\-~～至到]+{YEAR}年(?:底|末|度|间|期间)?"
    rf"|{YEAR}年(?:(?:上|下)半年|前三季度|(?:前|第)?[一二三四1-4](?:至|—|-)?[一二三四1-4]?季度|{_MONTH}|底|末|初|度|代)?"
    rf"|(?<![\d.]){_ORDINAL}(?:[—–\-~至到]{_ORDINAL})?月(?:份|底|末|初|中旬|上旬|下旬|{_ORDINAL}日)"
)
_DATES: tuple[tuple[str, str], ...] = (
    (
        "0",
        (
            rf"{_DATE}|(?<![\d.])\d{{1,2}}(?:[—–\-~至到]\d{{1,2}}月|月(?!均))|\d{{4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}"
            rf"|\d{{1,2}}:\d\d(?![\d:.])|\d{{1,2}}[时点]\d{{1,2}}分|\d+日(?=上午|下午|晚|，|在)|\d{{1,2}}日(?:(?=[前起])|(?<=[—–\-~～至月、]\d日)|(?<=[—–\-~～至月、]\d\d日))|\d0?年代|(?:18|19|20)\d\d(?=年)"
        ),
    ),
    (
        "一",
        rf"{_DATE}|[{CHINESE_DIGITS}十百]+日(?=上午|下午|晚|，|在)|[一二三四五六七八九](?:十|0)?年代|一[至—-]三季度|[一二三四]季度",
    ),
    ("第", "前三季度"),
)
# What a token can begin with, by sort: no alternative is tried where it cannot begin.
_BEGINS = {
    "0": r"\d",
    "一": f"{CHINESE_DIGITS}十百千万亿翻倍半",
    "“": r"“〔\[【（(",
    "A": "A-Za-zＮ",
    "第": "第前双附专表图①-⑳⒈-⒛",
}
# Numbers that are names: the rule that leaves each out, the sort of its first character, its expression.
_NAMES: tuple[tuple[str, str, str], ...] = (
    # A code or a broken file; first, so that a run is passed over once.
    ("long_number", "0", r"\d{17,}"),
    ("long_number", "一", rf"[{CHINESE_DIGITS}十百千]{{17,}}"),
    ("document_number", "“", r"[〔\[（(【]\d{4}[〕\]）)】]\s*\d+\s*号|〔\d+〕"),
    (
        "standard_number",
        "A",
        r"(?:[A-Z]{2,4})(?:/[A-Z]{1,3})?[\s　]*\d+(?:\.\d+)*(?:[-—~～]\d+)+(?:\.\d+)*(?::\d{4})?|(?:GB|ISO|IEC|IEEE|ITU)(?:/[A-Z]+)*[\s　]*\d+(?:\.\d+)*(?::\d{4})?",
    ),
    (
        "label_number",
        "第",
        r"(?:附件|附表|附录|附|专栏|(?<!代)表|图)[\s　]*\d+(?:[-—.]\d+)*(?:[、和]\d+)*(?![\d.]*(?:[%％亿万个家元名余]|人(?!工)))",
    ),
    ("hotline", "0", r"1[02]\d{3}(?=[^，。；\d]{0,8}热线|”(?=[^，。；\d]{0,8}(?:热线|平台)))"),
    ("hotline", "“", r"“1[02]\d{3}”(?=[^，。；\d]{0,8}(?:热线|平台))"),
    ("product", "0", r"\d+(?:\.\d+)?[GDKAVXgd](?![A-Za-zWwHhBbPp/])\+*级?|[2-9]A\+?"),
    (
        "product",
        "A",
        r"(?<![A-Za-z])(?![A-Z&]{2,}\d[\d.]*(?:[%％]|[万亿]+元|元|[万亿]*美元))[A-Za-z]+[-—]?\d+(?:\.\d+)?[A-Za-z]*(?:[-/][A-Za-z]*\d*)*",
    ),
    (
        "version",
        "0",
        r"\d+\.0(?:版|时代|战略|行动|工程|计划)?(?![\d%％‰万亿]|\s*[个家元吨亩]|—+\d)(?=[版时战行工计体改建升模—”、，。）]|平台)|\d\.0版",
    ),
    ("formula_name", "0", r"(?:\d+\+)+(?:\d+|[A-Za-zXNn])+(?:\+[\dA-Za-zXNn]+)*"),
    ("formula_name", "“", r"“(?:\d+\+)+(?:\d+|[A-Za-zXNn])+(?:\+[\dA-Za-zXNn]+)*"),
    ("formula_name", "A", r"[NXＮ]\+\d+"),
    (
        "quoted_name",
        "“",
        rf"“(?:\d[\d/.+]*|[{CHINESE_DIGITS}十]{{1,4}})”|“\d{{3,}}(?=[^“”\d%％]{{1,8}}”)|“[^“”，。\d]{{0,3}}\d{{1,5}}[^“”，。\d%％年]{{0,4}}”(?!的比)",
    ),
    ("anniversary", "0", r"\d+(?:周年|世纪|年代|周岁以)"),
    ("anniversary", "一", rf"[{CHINESE_DIGITS}十百]+(?:周年|世纪|年代|周岁以)"),
    (
        "road_or_line",
        "0",
        r"(?<=[国省县]道)\d+线?|\d+(?:号线|号院|号楼|号文|号公路|国道|省道|县道|号馆|号地块|号(?![召航]))",
    ),
    ("road_or_line", "A", r"[A-Za-z]\d+(?:号线|号院|号楼|号文|号公路|国道|省道|县道|号馆|号地块|号(?![召航]))"),
    ("club_name", "0", r"\d+(?:[强佳]|人制(?!造))"),
    ("club_name", "一", "[百千万]强"),
    ("club_name", "第", r"双\d+"),
    (
        "ordinal_name",
        "第",
        rf"第{_ORDINAL}(?:个五年|届|次|批|章|节|条|款|期|卷|版|代|轮|部分|阶段|方阵|梯队|时间|责任人|产业|线|学期|学年|季度|周|天|步|类|产|颗|艘|架|书记|医院|中学|小学|人民医院|附属|曲线|动力|生产力|资源|要素|村|家园|课堂|现场|窗口)",
    ),
    ("edition_name", "0", r"\d+(?:中全会|届|期(?!望|间|待|盼)|中[^共国心间]|号(?:文件)?)"),
    (
        "edition_name",
        "一",
        rf"[{CHINESE_DIGITS}十百]+(?:中全会|届|期(?!望|间|待|盼)|中[^共国心间]|号(?:文件)?)",
    ),
    ("model", "0", r"\d+(?:-\d+)+(?=[\u4e00-\u9fff]{0,2}型)|\d+型(?!企业|城市|社会|经济|农业|产业)"),
    ("phone", "0", r"\d{3,4}-\d{7,8}|(?<!\d)\d{6}(?=[，。）]?邮)"),
    (
        "list_number",
        "0",
        r"(?:^|(?<=[。；：！？|]))(?:\d{1,3}[、．﹒）)]|\d{1,3}\.(?!\d)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?![\d%％‰])(?=[\u4e00-\u9fff“])(?![万亿千百元个家项吨亩公平立米人户]))|\d{1,2}\.\d+\.\d+(?:\.\d+)*",
    ),
    ("list_number", "“", r"(?:^|(?<=[。；：！？|]))[（(]\d{1,3}[）)]"),
    ("list_number", "第", "[①-⑳⒈-⒛]"),
    ("share_word", "一", r"百分点(?!\d)"),
    (
        "denominator",
        "0",
        r"(?<=每)\d+(?:\.\d+)?(?:[百千万亿]*(?:常住|户籍|服务)?(?:人口|人|元|名|户|个|吨|公斤|亩|平方公里|公里|[所家](?!次))|[百千万亿]+(?=[\u4e00-\u9fff]))(?!次)",
    ),
)


_DOUBLED = r"翻倍(?:增长|(?=[，。；、）]|$))|倍增(?=[，。；、）]|$)(?:(?<=实现倍增)|(?<=[量值入润模额数]倍增))"
_SLASHED = r"(?P<top>[1-9](?<![\d/.].))/(?P<bottom>[2-9]|10)(?![\d/.%％A-Za-z万亿])"  # 占全国1/10
# Places and sides counted without 个, after digits alone: 8市州, 59国, 9方面; 2024省级 and 100国道 are names.
_COUNTED = r"(?<=\d)(?:群(?![众体])|[金银铜](?=[\d、，。好]|$)|方面|市州|县市|县区|(?<!\d{4})[国省市县乡](?!集团|[道际家级场民值政委长属直内外区镇村有企会辖域]))"

# Units that other words begin with too: the expression says where each is one.
_IN_PLACES = frozenset("年日方度大人家道面轮对级B国省市县乡金银铜群t") | {"人民币", "方面", "市州", "县市", "县区"}


@cache
def _unit_expression() -> str:
    known = sorted(units.load(), key=lambda u: (-len(u), u))
    one = "|".join(re.escape(u) for u in known if u not in _IN_PLACES)
    latin = r"(?:[pnμumkMGT](?:V|A|W|Ω|Hz|T|s|g|L|Pa|J|F|H|Wh|VA|bar)|Pa|Hz|dB|FS|rpm|ppm|ppb|dpi)(?:/(?:[A-Za-z√]{1,4}))*(?![A-Za-z])"
    pair = r"[册台所家个处户辆套件](?:（[\u4e00-\u9fff]）|\([\u4e00-\u9fff]\))"
    magnitude = r"级(?=的?(?:强烈?|特大|大|浅源)*地?震)|(?<=\.\d)级(?!别)"
    parameters = r"B(?=(?:以[上下])?的?(?:参数|大?模型)|[，。；、以])"
    return rf"(?:{magnitude}|t(?![A-Za-z\d])|{parameters}|{latin}|{pair}|{one}|(?<=[万亿])度|人(?![口均才]|工智|工程|民法|机交)|道(?!路|德|理)|面(?!向|对|积)|轮(?!式|椅)|对(?!于|每|应)|家(?!庭|长(?!三角))|大类|大(?![卡学豆米桥道于约概幅陆规批量力湾多])|方(?!面|向|案|式|米|针|位|法|便|阵)|年(?!度|级|代|均|来|底|末|初|内|前|后|间|期|货|报|会|会议|轻|龄|终|检|审|鉴|青)(?![—–\-~]))"


def _quantities() -> dict[str, str]:
    """What measures or ranks, by the sort of its first character."""
    unit, multiplier = _unit_expression(), "万[余多]亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百"
    per = rf"(?:/\d*(?:万|亿)?(?:{unit}|人|月|日|天|[dha](?![A-Za-z])|GDP)?)"
    arabic = (
        rf"(?P<ratio>{ARABIC}(?:[:：∶]{ARABIC})+)"
        rf"|(?P<fraction>{_SLASHED})"
        rf"|(?P<per>(?P<per_n>{ARABIC})(?P<per_u>/\d+万(?:人)?))"
        rf"|(?P<mixed>(?P<mx_a>\d+)(?P<mx_big>[万亿]|千(?=\d百))(?P<mx_b>\d{{1,4}})(?P<mx_small>[千百])?(?P<mx_more>[余多]?)(?P<mx_u>[万亿]?(?:{unit})?))(?![\d.])"
        rf"|(?P<quantity>(?P<n>{ARABIC})"
        rf"(?:(?P<u1>(?:{multiplier})?(?:{unit})?)(?:[—–~～\-]{{1,2}}|至|到)(?P<h>{ARABIC}))?"
        rf"(?P<more>[余多几]?)(?P<u>(?:{multiplier})?(?P<more2>[余多]?)(?:(?:{unit}|{_COUNTED})(?:{per})?)?))"
    )
    chinese = (
        rf"(?P<words>翻了?(?P<fold>{ARABIC}|{CHINESE})?番|{_DOUBLED}|(?P<of>[{CHINESE_DIGITS}十]{{1,3}})分之(?P<part>[{CHINESE_DIGITS}十]{{1,3}})"
        r"|(?P<half>一半|半数|(?<=减)半(?=[，。；、）]|$))|(?P<long>[两二三四])位数(?![字目码据]))"
        rf"|(?P<percent>(?P<pc>十万|[百千万])分之(?P<pc_n>{CHINESE}|{ARABIC})(?:[至到—](?:十万|[百千万])?(?:分之)?(?P<pc_h>{CHINESE}))?)"
        rf"|(?P<chinese>(?P<cn_n>{CHINESE})(?:(?P<cn_m>[万亿])?(?:[至到]|[—–~～]{{1,2}})(?P<cn_h>{CHINESE})(?![年月日])(?(cn_m)(?=(?P=cn_m)))|(?P<cn_big>[万亿](?:{CHINESE})(?:万(?!亿))?))?(?P<cn_more>[余多几]?)"
        rf"(?P<cn_u>(?:万亿|亿|万)?(?P<cn_more2>[余多]?)(?:{unit}(?:{per})?)|亿|(?<=[百千])万(?=[\u4e00-\u9fff])(?!的)))"
        rf"|(?P<big>(?:千亿|百亿|万亿|(?:千万|百万|(?<=[超过破近逾达])[万亿])(?={unit}))(?P<big_u>{unit})?)"
    )
    rank = rf"(?P<rank>(?:第|前)(?P<rank_n>\d+|[{CHINESE_DIGITS}十百]+)(?:位次|位|名(?!单|录|牌|师|医|校|企))?(?!\.\d|[\d年个季天期周月日大批步小时分届条章轮]))"
    return {"0": arabic, "一": chinese, "第": rank}


@cache
def _expression() -> re.Pattern[str]:
    quantities, alternatives = _quantities(), []
    for nth, (sort, begins) in enumerate(_BEGINS.items()):
        tried = [f"(?P<date_{nth}>{dates})" for of, dates in _DATES if of == sort]
        tried += [f"(?P<s_{rule}_{nth}>{names})" for rule, of, names in _NAMES if of == sort]
        tried += [quantities[sort]] if sort in quantities else []
        alternatives.append(f"(?=[{begins}])(?:{'|'.join(tried)})")
    return re.compile(f"(?=[{''.join(_BEGINS.values())}])(?:{'|'.join(alternatives)})")


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
_TENTHS = re.compile(r"[半一二三四五六七八九](?=[，。；、）]|以[上下]|左右|$)")  # 三成五 is 3.5 成
_MINUS = frozenset("-－−")
_HYPHENED = re.compile(r"[\d%％‰万亿元个家人吨A-Za-z]")
_PARTS = {"百": "%", "千": "‰", "万": "‱", "十万": "/10万"}
_MOVED = re.compile(r"(?:增加|增长|提高|增|减少|压减|压缩|缩短|缩减|削减|精简|下降|降低|降|减)(?:了|近|约|超过?)*$")
_MOVED_REACH = 8  # characters
_PAIRED = frozenset({"和", "、", "与", "及"})
_OVER = {"余": Comparator.GT, "多": Comparator.GT, "几": Comparator.GT}


def _quantity(found: re.Match[str]) -> Token:
    unit = found["u"]
    if unit and found.string.startswith("每立方米", max(found.start() - 4, 0)):
        unit += "/立方米"  # 每立方米20微克
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
    token.negative = _is_signed(found.string, token.start)
    token.comparator = Comparator.BETWEEN if high is not None else _OVER.get(over)
    token.role = _role(unit) if unit else ""
    return token


def _is_signed(text: str, start: int) -> bool:
    """Whether a minus stands before a number: not a hyphen, as in 5-10 and A-3."""
    return text[start - 1 : start] in _MINUS and (start < 2 or not _HYPHENED.match(text, start - 2))


def _mixed(found: re.Match[str]) -> Token:
    """1万6千多户 → 16000 户, 1亿3千多万 → 130000000: a number in two steps is written out."""
    big, small = units.MULTIPLIERS[found["mx_big"]], units.MULTIPLIERS.get(found["mx_small"] or "", Decimal(1))
    rest, unit = number(found["mx_b"]) * small, found["mx_u"]
    value = number(found["mx_a"]) * big + rest
    if unit.startswith("万") and found["mx_big"] != "千":
        value, unit = number(found["mx_a"]) * big + rest * 10000, unit[1:]
        if big == units.MULTIPLIERS["万"]:  # 1万2千万 is no numeral that anyone writes
            value = number(found["mx_a"]) * big + rest
    if found["mx_big"] == "千" and unit[:1] in {"万", "亿"}:  # 9千8百万吨: all of it is counted in 万
        value, unit = (number(found["mx_a"]) * big + rest) * units.MULTIPLIERS[found["mx_u"][0]], found["mx_u"][1:]
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
        written = found["cn_n"] + found["cn_big"]
        if unit.startswith("万") and "亿" in written and not written.endswith("万"):  # 七亿七千多万吨
            written, unit = f"{written}万", unit.removeprefix("万")
        value = _long(written)
    over, end = found["cn_more"] or found["cn_more2"], found.end()
    if unit == "成" and (part := _TENTHS.match(found.string, end)):
        value += Decimal("0.5") if part[0] == "半" else number(part[0]) / 10
        end = part.end()
    rule = "chinese_numeral" if unit else "mixed"  # 十亿六千万
    token = Token("quantity", found.start(), end, rule, value, _plain(unit), chinese=True)
    token.high = number(found["cn_h"]) if found["cn_h"] else None  # 三到五家
    token.comparator = Comparator.BETWEEN if token.high is not None else _OVER.get(over)
    token.role = _role(unit)
    return token


def _long(text: str) -> Decimal:
    """一亿二千万 → 120000000, 五万三千 → 53000, 一万二千万 → 120000000: what stands before the last 亿 or 万 is its count."""
    for sign, factor in (("亿", Decimal(10**8)), ("万", Decimal(10**4))):
        head, found, tail = text.rpartition(sign)
        if found:
            return _long(head) * factor + (_long(tail) if tail else 0)
    return number(text)


def _ratio(found: re.Match[str]) -> Token:
    return Token("ratio", *found.span(), "ratio")


def _rank(found: re.Match[str]) -> Token:
    return Token("rank", *found.span(), "rank", number(found["rank_n"]), "位")


def _per(found: re.Match[str]) -> Token:
    """5.2/10万: so many for each."""
    unit = found["per_u"].removesuffix("人")
    return Token("quantity", *found.span(), "per", number(found["per_n"]), unit, role="measure")


def _big(found: re.Match[str]) -> Token:
    """超千亿元 → more than 1000 亿元."""
    start, end = found.span()
    size, multiplier = next(v for word, v in _SIZES.items() if found[0].startswith(word))
    token = Token("quantity", start, end, "bare_magnitude", Decimal(size), multiplier + (found["big_u"] or ""))
    token.role, token.chinese = "measure", True
    token.comparator = {"过": Comparator.GT, "上": Comparator.GE}.get(found.string[start - 1 : start])
    return token


def _words(found: re.Match[str]) -> Token:
    """翻番 → 1 番, 三分之一 → 0.333, 一半 → 0.5, 减少一半 → 50 %, 两位数 → 10 % or more."""
    token = Token("quantity", *found.span(), "words", role="measure", chinese=True)
    if found["half"] or found["part"] or found["top"]:
        parts, whole = (found["part"] or found["top"] or "1"), (found["of"] or found["bottom"] or "2")
        share = number(parts) / number(whole)
        if _MOVED.search(found.string, max(found.start() - _MOVED_REACH, 0), found.start()):
            token.value, token.unit = _short(share * 100, 1), "%"
        else:
            token.value = _short(share, 3) if 0 < share < 1 else Decimal(0)
    elif found["long"]:
        token.value, token.unit = Decimal(10) ** (int(number(found["long"])) - 1), "%"
        token.comparator = Comparator.GE
    else:
        token.value, token.unit = number(found["fold"] or "一"), "番"
    return token


def _short(value: Decimal, places: int) -> Decimal:
    """50, not 50.0 or 5E+1; 33.3 for a third."""
    return Decimal(f"{round(value, places):f}".rstrip("0").rstrip("."))


def _percent(found: re.Match[str]) -> Token:
    """百分之七点四 → 7.4 %, 千分之十一 → 11 ‰, 百分之三至五 → 3 … 5 %."""
    high = number(found["pc_h"]) if found["pc_h"] else None
    token = Token("quantity", *found.span(), "percent_words", number(found["pc_n"]), _PARTS[found["pc"]], high)
    token.comparator = Comparator.BETWEEN if high is not None else None
    token.negative, token.role, token.chinese = _is_signed(found.string, token.start), "measure", True
    return token


_OTHERS = {
    "ratio": _ratio,
    "rank": _rank,
    "per": _per,
    "mixed": _mixed,
    "percent": _percent,
    "big": _big,
    "words": _words,
    "fraction": _words,
}


def scan(text: str) -> list[Token]:
    """Every token of a clean text, in order, without overlap; a number takes its unit from the one it is paired with."""
    tokens = [_token(found) for found in _expression().finditer(text)]
    for following, one in pairwise(reversed(tokens)):  # from the end: 1.8、0.4和3.1个百分点
        short = not one.unit or (one.unit == "个" and following.unit == "个百分点")  # 1.1个、3个百分点
        if short and one.kind == following.kind == "quantity" and text[one.end : following.start] in _PAIRED:
            one.unit, one.role = following.unit, following.role
    return tokens


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup  # the alternative, which closes after the groups inside it
    assert kind is not None, "every alternative has a name"
    if kind == "quantity":
        return _quantity(found)
    if kind == "chinese":
        return _chinese(found)
    if kind.startswith("date_"):
        return Token("date", *found.span(), "date")
    if kind.startswith("s_"):
        return Token("skip", *found.span(), kind[2:-2])
    return _OTHERS[kind](found)
