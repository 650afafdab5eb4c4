"""Which statements are of a share in per cent, whose changes are told in points (百分点)."""

import re

from lantu.check.case import Case, Sentence
from lantu.model import Statement

# What the name of a share ends in; rates that are no part of a whole, or are told relatively, are not.
_SHARE = re.compile(r"(?:[^产效利汇频功速]率|比重|占比|比例|强度|覆盖面)(?:（[^）]*）)?$")
_NO_SHARE = re.compile(
    r"生产率|产出率|容积率|贡献率|周转率|(?:发案|发生|死亡|事故|投诉|发病|出生|增长|不良品|次品|故障|差错|缺陷)率|[能耗]耗|单位|强度下降"
)
_HEAD = re.compile(r"率|比重|占比|比例|强度|覆盖面|水平")


def is_share(case: Case, statement: Statement) -> bool:
    """Whether its indicator is a share or a rate in per cent: by the register, else by the end of its name."""
    indicator = case.indicator(statement)
    name = statement.indicator if indicator is None else indicator.zh
    if indicator and (indicator.unit != "%" or indicator.reduction_of):
        return False
    shared = indicator is not None and indicator.quantity_kind == "share"
    return shared or (bool(_SHARE.search(name)) and not _NO_SHARE.search(name))


def is_named_before(sentence: Sentence, statement: Statement) -> bool:
    """Whether the word that makes it a share (率, 比重 …) stands before its number: not a name that the next clause brings."""
    return bool(_HEAD.search(sentence.text[: sentence.at(statement)]))
