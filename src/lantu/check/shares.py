"""Which statements are of a share in per cent, whose changes are told in points (百分点)."""

import re

from lantu.check.case import Case
from lantu.model import Statement

_KINDS = frozenset({"share", "rate"})
# What a local name ends in when it is a share; rates that are no part of a whole, or fall relatively, are not.
_SHARE = re.compile(r"(?:[^产效利汇频功速]率|比重|占比|覆盖面)(?:（[^）]*）)?$")
_NO_SHARE = re.compile(
    r"生产率|产出率|容积率|贡献率|周转率|(?:发案|发生|死亡|事故|投诉|发病|出生|增长)率$|GDP.*耗|能耗|单位"
)


def is_share(case: Case, statement: Statement) -> bool:
    """Whether its indicator is a share or a rate in per cent: by the register, else by the end of its name."""
    indicator = case.indicator(statement)
    if indicator:
        return indicator.unit == "%" and indicator.quantity_kind in _KINDS and not indicator.reduction_of
    return bool(_SHARE.search(statement.indicator)) and not _NO_SHARE.search(statement.indicator)
