"""What sort of planning document a text is."""

import re

from lantu.model import Kind
from lantu.read.news import SALUTE, explains, is_news

_OUTLINE = re.compile(
    r"国民经济(?:和|与)社会发展.{0,30}(?:规划|计划).{0,24}纲要|(?:五年|远景)(?:规划|计划|目标)纲要|[“\"].{1,3}五[”\"](?:规划|计划)纲要"
    r"|国民经济(?:和|与)社会发展.{0,12}五年(?:规划|计划)(?:[（(]草案[）)])?(?:的报告)?$|[^关于]{0,12}第.{1,3}个五年计划(?:的报告)?$"
    r"|国民经济(?:(?:和|与)社会发展)?.{0,12}五年(?:规划|计划)(?:[（(](?:草案|[\d一二三四五六七八九○〇零—–~～年至-]+)[）)])+$"
)
# An evaluation of a plan, and papers about a plan or report that are not it: 决议, 审查结果的报告, 分工方案, 编制通知, 草案的说明.
_EVALUATION = re.compile(r"评估(?:工作|情况|结果|总)?的?(?:情况)?的?(?:报告|说明)|评估(?:[（(].{1,10}[）)])?$")
_BESIDE = re.compile(
    r"评估|名词解释|决议(?:[（(].{0,16}[）)])?$|审查(?:结果|意见)?(?:的|情况的)?(?:报告|意见)|(?:纲要|建议).{0,8}(?:说明|起草情况)"
    r"|(?:分工|分解|实施|落实|工作)(?:方案|意见|任务)?的?(?:通知|方案|意见)|(?:编制|制定|起草|调研|征集|征求).{0,24}(?:通知|方案|公告)$"
)
_PROPOSAL = re.compile(r"关于制定.{0,40}(?:规划|计划|目标).{0,24}建议")
_PLAN_REPORT = re.compile(
    r"(?:国民经济.{0,14}|年度|\d{4}\s*年.{0,10})计划.{0,24}(?:执行|完成|草案|安排).{0,30}(?:报告|说明|计划)"
    r"|计划执行情况|计划[（(]?草案[）)]?的报告|国民经济(?:和|与)社会发展(?:计划|情况)的?报告"
)
_WORK_REPORT = re.compile(r"政府工作报告|政府工作的报告|人民政府(?:\d{4}\s*年度?)?工作报告")
_SPEAKS = re.compile(r"我?(?:代表|受).{0,40}(?:国务院|政府|委托).{0,60}(?:报告|提请|审议|审查)|作关于.{0,40}报告")
FIVE_YEAR_REPORT = re.compile(r"第.{1,3}个五年(?:计划|规划)(?:的报告|纲要)")
_OTHER_ORGAN = re.compile(r"法院|检察院|常务委员会工作|预算")


def kind_of(title: str, opening: str, body: str, closing: str = "") -> Kind:
    """The kind, from the title, the labels around it, the first paragraphs and the last."""
    if is_news(title, opening, body, closing, official=titled(title) is not None and not explains(title)):
        return Kind.NEWS
    return titled(title) or (None if title else _spoken(body)) or Kind.OTHER


def titled(title: str) -> Kind | None:
    """The kind of text that a title names: its own, or of a headline the kind of what it tells of."""
    if _BESIDE.search(title):
        return Kind.EVALUATION if _EVALUATION.search(title) and re.search(r"规划|计划|纲要", title) else None
    for kind, pattern in (
        (Kind.PROPOSAL, _PROPOSAL), (Kind.WORK_REPORT, _WORK_REPORT), (Kind.PLAN_REPORT, _PLAN_REPORT), (Kind.OUTLINE, _OUTLINE),
    ):  # fmt: skip
        if pattern.search(title):
            return kind
    return None


def _spoken(body: str) -> Kind | None:
    """The kind of a report without a title, from how it addresses the meeting."""
    said = body[:400]
    if _SPEAKS.search(said):
        if FIVE_YEAR_REPORT.search(said):
            return Kind.OUTLINE
        if re.search(r"计划.{0,20}(?:执行情况|草案|安排)", said):
            return Kind.PLAN_REPORT
    speaks = _SPEAKS.search(said) or (SALUTE.match(said) if "过去的一年" in said else None)
    return Kind.WORK_REPORT if speaks and not _OTHER_ORGAN.search(speaks.group()) else None
