"""N38: a date is one that the calendar has.

Rule: a month printed before a day lies within 1 … 12, and the day within that month (of that year, where it is printed too: 2023年2月29日).
Exceptions: 农历 and 阴历, where every month may have 30 days and no check is made.
Source: the calendar.

规则：写出的月、日应是日历上有的：月在1至12之间，日不超过该月天数（写出年份的，按该年，如2023年2月29日）。
例外：农历、阴历日期不作判断。
依据：公历。
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case, Sentence
from lantu.model import Note, Severity

_DAY = re.compile(
    r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)年)?(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})(?:[—–\-~至到](?P<end>\d{1,2}))?[日号]"
)
_LUNAR = re.compile(r"[农阴旧夏]历[^，。；]{0,6}$")
_MONTHS = 12
_LEAP = 2024  # a year with a 29 February, where none is printed


def run(case: Case) -> Iterator[Answered]:
    """Every month with its day in a sentence, heading, the lines under a title and the imprint."""
    for sentence in case.lines:
        if "月" in sentence.text:
            yield from _days(sentence)


def _days(sentence: Sentence) -> Iterator[Answered]:
    for found in _DAY.finditer(sentence.text):
        if _LUNAR.search(sentence.text, 0, found.start()):
            continue
        evidence = sentence.evidence(*found.span())
        month, printed = int(found["month"]), [int(d) for d in (found["day"], found["end"]) if d]
        last = monthrange(int(found["year"] or _LEAP), month)[1] if 1 <= month <= _MONTHS else 0
        if all(1 <= day <= last for day in printed):
            yield passed(evidence)
        else:
            code = "n38_day" if last else "n38_month"
            yield failed(
                evidence,
                seen=Note.of(code, words=found[0], month=month, last=last),
                printed=found[0],
                ask=Note.of("n38_ask", words=found[0]),
            )


CHECK = Check("N38", 1, "不存在的日期", "Dates that no calendar has", Severity.ERROR, run)
