"""Figures that only set terms: conditions of a rule, specifications of a device, parts of a text."""

import re

from lantu.extract.clauses import Clause

_DEVICE_UNITS = frozenset(
    {
        "Hz",
        "kHz",
        "MHz",
        "GHz",
        "dB",
        "dBm",
        "ppm",
        "ppb",
        "%FS",
        "μm",
        "nm",
        "mV",
        "mA",
        "mW",
        "mΩ",
        "Pa",
        "kPa",
        "MPa",
    }
    | {"μT", "pT", "nT", "ms", "μs", "ns", "dpi", "rpm", "mV/V/Oe", "pT/√Hz", "nT/√Hz", "kV/m"}
)
_GRADES = frozenset({"千伏", "kV", "伏"})
_AIMED = re.compile(r"指标|[到至](?:20\d\d|二[〇○零]..)年|达到|实现|突破")  # 考核指标：测量精度≥0.5% is one
_MEASURED = re.compile("噪声|浓度|排放|含量|气温|水位|降水|降雨")  # what is watched over a place in units of devices
_VALUE_WORDS = "≥≤＜＞<>±=＝为是达到至优于不得应低高大小超过约控制在内 　"
_SPECIFIED = frozenset(
    {
        "量程",
        "精度",
        "辨率",
        "辨力",
        "敏度",
        "样率",
        "误差",
        "迟滞",
        "功耗",
        "线宽",
        "延时",
        "转速",
        "增益",
        "噪比",
        "载点",
        "电阻",
        "电流",
        "电压",
        "确度",
    }
)  # the last two characters of 测量精度, 分辨率, 灵敏度 …
_SPEED = ("时速", "时速达", "时速为")
_GRANTS = "给予|予以|奖励|资助|补助|补贴|扶持|奖补|补偿|可以?申请|可享受|据实扣除|不予|不得|依法|责令|处以|采取|采用"
_CASE_ENDS = re.compile(rf"(?:及?以[上下内])?(?:（[^）]{{1,6}}）|\([^)]{{1,6}}\))?的，[^。；]{{0,60}}?(?:{_GRANTS})")
_CASE = re.compile(
    rf"[^，；。]{{0,40}}?的(?:[\u4e00-\u9fff]{{0,4}}(?:企业|单位|机构|项目|个人|平台|园区|团队|人才|产品|用户|主体|纳税人))?，[^。；]{{0,40}}?(?:{_GRANTS})"
)
_CASE_OPENS = re.compile(r"[\s　]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．][\s　]*)?(?:对|凡|经)")
_BOUNDS = ("以上", "以下", "以内", "及以")
_CASE_BEGINS = ("的，", "（", "(")
_GRANTED = re.compile("给予|予以|奖励|资助|补助|补贴|扶持|奖补|扣除")
_ALLOWED = re.compile(r"不得(?:超过|多于|超出)$|(?:只能|限)(?:申[请报]|推荐|报)$")  # how many an applicant may have
_ALLOWED_ENDS = frozenset("过于出请报荐")
_DIVISIONS = ("维度", "层面")
_PART = re.compile(r"[\s　]*部[\s　]*分(?![\u4e00-\u9fff]{0,6}(?:人|企业|地区|城市|群众))")
_ARTICLE_AFTER = re.compile("》[^，。；]{0,4}部分$")
_LISTED = re.compile(r"等[\s　]*$|包括[^，。；]*$|分为[^，。；]*$|由[^，。；]*$")


def rule(clause: Clause) -> str:
    """The rule by which a quantity only sets terms; empty if none does."""
    token = clause.token
    if token.unit == "伏" and token.chinese:  # 危机四伏
        return "word"
    if token.unit in _GRADES or clause.left.endswith(_SPEED):
        return "technical_figure"
    if token.unit in _DEVICE_UNITS or (token.role == "measure" and _is_specified(clause.left)):
        return "" if _AIMED.search(clause.head) or _MEASURED.search(clause.own) else "technical_figure"
    if token.role == "count" and _is_allowance(clause):
        return "threshold"
    if _is_part(clause):
        return "document_part"
    return "threshold" if "的" in clause.after and _is_condition(clause) else ""


def _is_specified(left: str) -> bool:
    """Whether what stands right before a number is what devices are specified by: 测量精度优于."""
    return left.rstrip(_VALUE_WORDS)[-2:] in _SPECIFIED


def _is_allowance(clause: Clause) -> bool:
    """合作研究单位不得超过2个, 同年只能申请1项: a rule for those who apply."""
    return clause.left[-1:] in _ALLOWED_ENDS and bool(_ALLOWED.search(clause.left))


def _is_part(clause: Clause) -> bool:
    """主要包括…等3个部分, 《若干政策》共七部分14条."""
    right = clause.right.lstrip()
    if clause.token.unit == "部" and right[:1] == "分" and right[1:2] != "析":
        return True  # 第2-4部分
    if right.startswith(_DIVISIONS):
        return clause.token.role == "count"
    if right.startswith("部"):
        return clause.token.role == "count" and bool(_PART.match(right))
    return clause.token.unit == "条" and bool(_ARTICLE_AFTER.search(clause.left))


def _is_condition(clause: Clause) -> bool:
    """达到500万元以上的，给予…; 对营业收入首次突破10亿元、5亿元的企业，分别给予…: who is granted something."""
    after = clause.after[:140]
    bound = after.startswith(_BOUNDS)
    opens = clause.token.role != "count" and _CASE_OPENS.match(clause.own)
    if not (bound or opens or after.startswith(_CASE_BEGINS)) or _GRANTED.search(clause.own):
        return False
    return bool(_CASE_ENDS.match(after) or ((bound or opens) and _CASE.match(after)))
