"""N22: a rate or a lead told with what is done, but not with the whole.

Rule: where a sentence counts what is done and says how far that is (超序时进度 …个百分点, 开工率, 竣工率, 完成率 …%), it says of how many. For a lead over the schedule
the wholes that the two figures allow are worked out and named, none is taken for true.
Exceptions: a whole in the sentence (计划, 共, 全部, a larger count of the same kind); a rate without a count beside it.
Source: 66 projects begun, 10.9 points ahead of schedule, no number of the plan: 70 by the end of October and 85 by the end of August both fit.

规则：同一句中既列完成数、又列完成程度（超序时进度、开工率、竣工率、完成率）的，应写明总数或计划数。超序时的，列出与两数相符的总数供核对，不作认定。
例外：句中已有总数（计划、共、全部，或更大的同类数）的；比率旁没有完成数的。
依据：实例：开工66个、超序时10.9个百分点，未列计划数；10月底70个、8月底85个均相符。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.check.intervals import figure
from lantu.model import Measure, Nature, Note, Severity, Statement
from lantu.registers import units
from lantu.registers.indicator_records import kind_of

_AHEAD = "超序时"
_DONE = re.compile(r"(?:开工|竣工|完工|投产|履约|落地|转化|办结|兑现|完成)率")
_COUNTED = frozenset({"item", "person"})
_WHOLE = re.compile(r"计划|年初|任务|总数|应|共|全部|所有")
_LOOSE = Decimal("0.0005")  # half of a tenth of a point
_NEAR = 12  # characters: more name another thing
_MONTHS = 12
_SHOWN = 2


def run(case: Case) -> Iterator[Answered]:
    """Every rate of completion and every lead over the schedule that follows a count."""
    for sentence in case.sentences:
        if _AHEAD in sentence.text or _DONE.search(sentence.text):
            for rate in sentence.statements:
                done = _done(sentence, rate) if _tells(sentence, rate) else None
                if done:
                    yield _answer(case, sentence, done, rate)


def _tells(sentence: Sentence, rate: Statement) -> bool:
    """Whether a figure says how far something is."""
    lead = sentence.lead(rate)
    if rate.nature is Nature.TARGET or len(lead) > _NEAR:
        return False
    dimension = units.dimension(rate.quantity.unit)
    return (dimension == "point" and _AHEAD in lead) or (dimension == "percent" and bool(_DONE.search(lead)))


def _done(sentence: Sentence, rate: Statement) -> Statement | None:
    """The count right before the rate; None where another figure stands between them."""
    before = [s for s in sentence.statements if s.start < rate.start]
    last = before[-1] if before else None
    counted = last and last.measure is Measure.LEVEL and kind_of(last.quantity.unit) in _COUNTED
    return last if last and counted and intervals.is_plain(last.quantity) else None


def _answer(case: Case, sentence: Sentence, done: Statement, rate: Statement) -> Answered:
    evidence = case.evidence(done, rate)
    kind = kind_of(done.quantity.unit)
    others = [s for s in sentence.statements if s is not done and kind_of(s.quantity.unit) == kind]
    told = any(s.quantity.value > done.quantity.value for s in others)
    if told or _WHOLE.search(sentence.text[: sentence.at(rate)]):
        return passed(*evidence)
    wholes = _wholes(done, rate) if _AHEAD in sentence.lead(rate) else ""
    return failed(
        *evidence,
        seen=Note.of("n22_ahead" if wholes else "n22_seen", done=figure(done), rate=figure(rate), wholes=wholes),
        printed=figure(rate),
        ask=Note.of("n22_ask"),
    )


def _wholes(done: Statement, ahead: Statement) -> str:
    """The whole numbers of which `done` is as far ahead as is said, with the month: those of the latest months."""
    lead = ahead.quantity.value / intervals.HUNDRED
    found = []
    for month in range(_MONTHS, 0, -1):
        share = lead + Decimal(month) / _MONTHS
        whole = (done.quantity.value / share).to_integral_value() if share > 0 else Decimal(0)
        for each in (whole, whole + 1, whole - 1):
            apart = done.quantity.value / each - share if each >= done.quantity.value else None
            if apart is not None and -_LOOSE <= apart < 2 * _LOOSE:
                found.append(f"{each}{done.quantity.unit}({month})")
                break
    return ", ".join(found[:_SHOWN])


CHECK = Check("N22", 1, "比率的总数", "Rates without their whole", Severity.INFORMATION, run)
