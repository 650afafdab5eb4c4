"""N28: shares are not below 0 nor above 100 %.

Rule: the level of a share of a whole lies within 0 … 100 %; nothing falls by more than 100 %.
Exceptions: rates that may pass 100 % (毛入学率, 产销率, 完成率, 负债率 …); shares of another thing's size.
Source: F11.

规则：部分占整体的比率应在0至100%之间；降幅不超过100%。
例外：可以超过100%的率（毛入学率、产销率、完成率、负债率等）；与另一事物相比的比例。
依据：公式F11。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import figure
from lantu.check.shares import is_share
from lantu.model import Measure, Note, Severity, Statement
from lantu.registers import units

_WHOLE = Decimal(100)
_MAY_PASS = re.compile(
    r"毛入|产销|销售率|完成|到位|负债|杠杆|债务|贷存|存贷|利润|收益|回报|增值|充足|拨备|依存|自给|超|相当于|为上年|平均水平|指数|强度|净率"
)
_FALLS = frozenset({Measure.GROWTH, Measure.AVERAGE_GROWTH})


def run(case: Case) -> Iterator[Answered]:
    """Every share's level, and every fall."""
    for place in case.places:
        for one in place.statements:
            if units.dimension(one.quantity.unit) != "percent":
                continue
            if one.measure is Measure.LEVEL and _is_part(case, one):
                inside = 0 <= one.quantity.value <= _WHOLE
                yield passed(*case.evidence(one)) if inside else _impossible(case, one, "n28_share")
            elif one.measure in _FALLS and one.quantity.value < -_WHOLE:
                yield _impossible(case, one, "n28_fall")


def _is_part(case: Case, one: Statement) -> bool:
    """Whether it is a part of a whole; a local 比例 may be of one thing to another."""
    local = case.indicator(one) is None and one.indicator.endswith("比例")
    return is_share(case, one) and not local and not _MAY_PASS.search(one.indicator)


def _impossible(case: Case, one: Statement, code: str) -> Answered:
    return failed(
        *case.evidence(one),
        seen=Note.of(code, name=one.indicator, printed=figure(one)),
        printed=figure(one),
        ask=Note.of("n28_ask", name=one.indicator),
    )


CHECK = Check("N28", 1, "不可能的百分数", "Impossible percentages", Severity.ERROR, run)
