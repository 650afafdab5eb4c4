"""N31: the money of a project fits its total.

Rule: in one sentence about one project or group of projects, what is planned for the year and what was done in it are not above the total investment.
Exceptions: values that are only bounded (超2100亿元); several totals in the sentence; a sum over several years.
Source: fields of project lists (总投资, 年度计划投资, 完成投资).

规则：同一句中一个或一批项目的年度计划投资、完成投资都不应大于总投资。
例外：带限定的数值（超2100亿元）；句中有几个总投资的；多年累计的。
依据：项目清单字段（总投资、年度计划投资、完成投资）。
"""

import re
from collections.abc import Iterator

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_TOTAL = re.compile(r"总投资(?:额)?(?:约|为|达)?$")
_YEARLY = re.compile(r"(?:计划|完成)(?:完成)?投资(?:额)?(?:约|为|达)?$")


def run(case: Case) -> Iterator[Answered]:
    """Every sentence with one total investment and what is planned or done of it."""
    for sentence in case.sentences:
        if "总投资" not in sentence.text:
            continue
        money = [s for s in sentence.statements if _is_money(s)]
        totals = [s for s in money if _TOTAL.search(sentence.lead(s))]
        for part in money:
            if len(totals) == 1 and part.start > totals[0].start and _YEARLY.search(sentence.lead(part)):
                answer = _answer(case, totals[0], part)
                if answer:
                    yield answer


def _is_money(one: Statement) -> bool:
    level = one.measure is Measure.LEVEL and intervals.is_plain(one.quantity)
    return level and units.dimension(one.quantity.unit) == "money"


def _answer(case: Case, total: Statement, part: Statement) -> Answered | None:
    high, low = intervals.meant(total, part.quantity.unit), intervals.meant(part)
    if high is None or low is None:
        return None
    evidence = case.evidence(total, part)
    seen = Note.of("n31_seen", total=figure(total), part=figure(part))
    if low[0] <= high[1]:
        return passed(*evidence, seen=seen)
    return failed(*evidence, seen=seen, printed=figure(part), computed=f"≤{figure(total)}", ask=Note.of("n31_ask"))


CHECK = Check("N31", 1, "项目资金", "Money of projects", Severity.LIKELY, run)
