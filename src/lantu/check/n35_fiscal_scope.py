"""N35: growth of revenue in 2022 and 2023 says its scope.

Rule: the growth of a revenue of government in 2022 or 2023 says whether it is 自然口径 or 同口径 (扣除留抵退税): the VAT refunds of 2022 set the two far apart.
Exceptions: targets; other years; a scope named in the sentence or the table's caption.
Source: convention 4 of official statistics.

规则：2022年、2023年的财政收入、税收增速应写明自然口径或同口径（扣除留抵退税因素）：2022年大规模留抵退税使两者相差较大。
例外：目标；其他年份；句中或表题已写明口径的。
依据：统计惯例4。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Severity, Statement

_YEARS = frozenset({2022, 2023})
_REVENUE = re.compile(r"(?:收入|税收)$")
_SECTOR = "财政"
_SAID = re.compile(r"口径|留抵|退税|可比")


def run(case: Case) -> Iterator[Answered]:
    """Every growth of revenue of the two years in a draft."""
    for place in case.places:
        for one in place.statements:
            if one.measure is Measure.GROWTH and one.nature is not Nature.TARGET and _is_revenue(case, one):
                yield _answer(case, one)


def _is_revenue(case: Case, one: Statement) -> bool:
    indicator = case.indicator(one)
    year = one.period.first_year == one.period.last_year and one.period.first_year in _YEARS
    return (
        year and indicator is not None and indicator.sector.startswith(_SECTOR) and bool(_REVENUE.search(indicator.zh))
    )


def _answer(case: Case, one: Statement) -> Answered:
    evidence = case.evidence(one)
    caption = case.ledger.document[one.document].tables[one.cell.table].caption if one.cell else ""
    if one.qualifiers.scope or _SAID.search(evidence[0].around) or _SAID.search(caption):
        return passed(*evidence)
    return failed(
        *evidence,
        seen=Note.of("n35_seen", name=case.name(one), year=one.period, growth=figure(one)),
        printed=figure(one),
        explanations=[Note.of("check_tax_refunds")],
        ask=Note.of("n35_ask", name=case.name(one)),
    )


CHECK = Check("N35", 1, "财政收入增速的口径", "Scope of revenue growth", Severity.INFORMATION, run)
