"""N11: 超序时 is completion less the months' share of the year.

Rule: a completion of x % with 超序时进度 (超时序进度, 快于序时进度) y points in one sentence and m months over: y = x − m/12, within the digits; the completion may be cut off and the
schedule rounded, so a tenth of a point more is allowed.
Exceptions: periods whose months the text does not say; a schedule of its own (序时进度 given as a figure).
Source: practice of investment and budget reports (68.8 % by the end of May is 27.13 points ahead).

规则：同一句中完成比例为x%、超序时（超时序、快于序时进度）y个百分点、时间为m个月的，应有y=x−m÷12，按印出位数比较，另容许0.1个百分点。
例外：没有写明月份的；另行规定序时进度的。
依据：投资、预算执行报告的通行算法。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check import intervals
from lantu.check.answers import Answered, Check, failed, not_applicable, passed
from lantu.check.case import Case, Sentence
from lantu.check.intervals import figure, number
from lantu.model import Measure, Note, Period, Severity, Statement
from lantu.registers import units

_AHEAD = re.compile(r"(?:超过?|快于|高于|快|超前于?)(?:序时|时序)")
_LED = ("序时", "时序")
_LOOSE = Decimal("0.1")
_YEAR = Decimal(12)
_OWN = re.compile(r"序时进度(?:为|是|应)")
_HALF = re.compile(r"上半年|半年")
_WORDS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"十一": 11}
_MONTHS = re.compile(
    r"(?:1|一)[—\-~～至]+(\d{1,2})月|前(\d{1,2}|[一二三四五六七八九十]+)个?(?:月|季度)|截至(?:\d{4}年)?(\d{1,2})月(?:底|末)"
)


def run(case: Case) -> Iterator[Answered]:
    """Every 超序时 with points, and the completion before it."""
    for sentence in case.sentences:
        if any(word in sentence.text for word in _LED):
            for ahead in sentence.statements:
                if units.dimension(ahead.quantity.unit) == "point" and _says_ahead(sentence, ahead):
                    yield _answer(case, sentence, ahead)


def _says_ahead(sentence: Sentence, ahead: Statement) -> bool:
    at = sentence.at(ahead)
    return bool(_AHEAD.search(sentence.text, max(at - 9, 0), at))


def _answer(case: Case, sentence: Sentence, ahead: Statement) -> Answered:
    before = [s for s in sentence.statements if s.start < ahead.start and _is_completion(s)]
    months = _months(sentence.text[: sentence.at(ahead)], ahead.period)
    if not before or months is None or _OWN.search(sentence.text):
        return not_applicable("n11_no_months", *case.evidence(ahead))
    done = before[-1]
    due = Decimal(100) * months / _YEAR
    low, high = intervals.cut(done)
    found = low - due - _LOOSE, high - due + _LOOSE
    lead = done.quantity.value - due
    seen = Note.of(
        "n11_seen", done=figure(done), months=months, due=number(due, 2), lead=number(lead, 2), ahead=figure(ahead)
    )
    evidence = case.evidence(done, ahead)
    if intervals.overlap(found, intervals.printed(ahead)):
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=figure(ahead), computed=f"{number(lead, 2)}个百分点", ask=Note.of("n11_ask")
    )


def _is_completion(statement: Statement) -> bool:
    return statement.measure is Measure.LEVEL and units.dimension(statement.quantity.unit) == "percent"


def _months(text: str, period: Period) -> int | None:
    """How many months of the year are over: by the statement's period, else by the words before it."""
    if not period.is_year and period.start.month == 1 and period.first_year == period.last_year:
        return period.end.month
    said = [m for m in _MONTHS.finditer(text) if m[1] or m[3] or m[2].isdigit() or m[2] in _WORDS]
    if said:
        count = said[-1][1] or said[-1][3] or said[-1][2]
        return int(_WORDS.get(count, count)) * (3 if "季度" in said[-1][0] else 1)
    return 6 if _HALF.search(text) else None


CHECK = Check("N11", 2, "超序时进度", "Ahead of schedule", Severity.LIKELY, run)
