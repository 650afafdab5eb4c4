"""The funds of a budget and what they are made of: 收入总计 with its parts, 加上 … 收入总量."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.check.case import Sentence
from lantu.model import Comparator, Measure, Statement
from lantu.registers.indicator_records import kind_of

_WHOLE = re.compile(r"(?:收入|支出|财力)(?:总计|总量|合计)(?:共计|共|达到|达|约|为|是)?$")
_OPENS = re.compile("其中|包括")
_ADDED = re.compile("加上?")
_NEAR = 24  # characters between a part and what comes before it
_FEWEST = 3  # parts: two of several funds are no account of them


@dataclass(frozen=True, slots=True)
class Account:
    """A total and its parts; `whole`: whether the sentence adds them up (加上), or only names some (其中)."""

    total: Statement
    parts: tuple[Statement, ...]
    whole: bool


def accounts(sentence: Sentence) -> Iterator[Account]:
    """Every total of funds in a sentence that names three parts or more, before it or after it."""
    if "总" not in sentence.text and "合计" not in sentence.text:
        return
    said = sentence.statements
    for at, total in enumerate(said):
        if not (_WHOLE.search(sentence.lead(total)) and _is_money(total)):
            continue
        after, before = said[at + 1 :], said[:at]
        if after and _OPENS.search(sentence.lead(after[0])):
            parts = _named(sentence, after)
            if len(parts) >= _FEWEST:
                yield Account(total, parts, whole=False)
        elif any(_ADDED.search(sentence.lead(part)) for part in before[1:]):
            parts = tuple(part for part in before if part.measure is Measure.LEVEL)
            if len(parts) >= _FEWEST and all(map(_is_money, parts)):
                yield Account(total, parts, whole=True)


def _named(sentence: Sentence, after: Sequence[Statement]) -> tuple[Statement, ...]:
    """The sums that stand in a row behind 其中; their growth between them is passed over."""
    found: list[Statement] = []
    for part in after:
        if part.measure is Measure.GROWTH:
            continue
        nested = found and _OPENS.search(sentence.lead(part))
        if nested or not _is_money(part) or len(sentence.lead(part)) > _NEAR:
            break
        found.append(part)
    return tuple(found)


def _is_money(one: Statement) -> bool:
    level = one.measure is Measure.LEVEL and one.quantity.comparator is Comparator.EQ
    return level and kind_of(one.quantity.unit) == "money"
