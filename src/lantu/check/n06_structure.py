"""N6: the parts of a structure sum to 100.

Rule: the members of a ratio printed as a structure in per cent (三次产业结构 0.2:38.2:61.6), and the shares of the three industries in one
sentence, sum to 100; each member leaves half of its last digit open, and one more is allowed for practice (±0.2 at one decimal).
Exceptions: ratios that are no structure in per cent (7:3) are told by their sum, below 80 or above 120, but for the industries.
Source: convention 8: sums may miss by rounding.

规则：以比例列出的结构（三次产业结构等）之和应为100；每项允许末位四舍五入，另加半个末位。
例外：不是百分比结构的比例（如7:3），以合计是否在80至120之间区分，产业结构除外。
依据：统计惯例8。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from lantu import formulas
from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case
from lantu.check.intervals import number
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_MEMBER = re.compile(r"^(.*)（([^（）]*)）$")
_INDUSTRY = re.compile(r"^(?:第)?[一二三](?:次)?(?:产业|产)|^三(?:次产业|产)")
_SHARE = re.compile(r"比重|占比|比例")
_STRUCTURE = (Decimal(80), Decimal(120))
_WHOLE = Decimal(100)


def run(case: Case) -> Iterator[Answered]:
    """Every ratio of three or more members, and the shares of the three industries in a sentence."""
    for place in case.places:
        ratios = [s for s in place.statements if s.measure is Measure.RATIO]
        for _, members in groupby(ratios, key=lambda s: (_structure(s), s.period)):
            found = list(members)
            if len(found) >= 3:
                yield _answer(case, _structure(found[0]), found)
        shares = [s for s in place.statements if _is_industry_share(s)]
        for _, one in groupby(shares, key=lambda s: s.period):
            found = list(one)
            if len(found) == 3 and len({s.indicator for s in found}) in {1, 3}:
                yield _answer(case, "、".join(dict.fromkeys(s.indicator for s in found)), found)


def _structure(statement: Statement) -> str:
    member = _MEMBER.match(statement.indicator)
    return member[1] if member else statement.indicator


def _is_industry_share(statement: Statement) -> bool:
    name = statement.indicator
    level = statement.measure is Measure.LEVEL and units.dimension(statement.quantity.unit) == "percent"
    return level and bool(_INDUSTRY.match(name)) and bool(_SHARE.search(name))


def _answer(case: Case, name: str, members: list[Statement]) -> Answered:
    evidence = case.evidence(*members)
    total = formulas.total(s.quantity.value for s in members)
    if not _STRUCTURE[0] <= total <= _STRUCTURE[1] and "产业" not in name:
        return not_applicable("check_no_structure", *evidence, name=name, total=number(total))
    half = max(s.quantity.half_digit for s in members)
    apart = abs(total - _WHOLE)
    seen = Note.of(
        "n06_seen", name=name, sum=" + ".join(number(s.quantity.value) for s in members), total=number(total)
    )
    if apart <= half * (len(members) + 1):
        return passed(*evidence, seen=seen)
    digits = max(intervals.places(s.quantity) for s in members)
    return failed(
        *evidence, seen=seen, printed=number(total), computed="100",
        ask=Note.of("n06_ask", name=name, apart=number(apart, digits)),
    )  # fmt: skip


CHECK = Check("N6", 1, "结构合计为100", "Structures sum to 100", Severity.ERROR, run)
