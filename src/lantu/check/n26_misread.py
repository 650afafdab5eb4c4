"""N26: years in Chinese digits that have lost or changed a digit.

Rule: a year in words has four digits (二〇三五年); three digits that begin as a year does (二三五年) have lost one.
Exceptions: none of words that are no years: 三五年 (three to five), numbers with 十, 百, 千, 万.
Source: practice; recognition of scans and conversion of characters drop 〇.

规则：汉字年份应为四位（二〇三五年）；以“一”“二”开头只有三位的（二三五年），多为识别或转码时漏了“〇”。
例外：不是年份的词：“三五年”等约数，带十、百、千、万的数。
依据：扫描识别、字符转换中常见的脱字。
"""

import re
from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.model import Note, Severity

_DIGITS = "〇零○一二三四五六七八九"
_YEAR = re.compile(rf"(?<![{_DIGITS}十百千万第年月、])(?P<year>[一二][{_DIGITS}]{{2,3}})年(?![级龄])")
_WHOLE = 4


def run(case: Case) -> Iterator[Answered]:
    """Every year in Chinese digits."""
    for sentence in case.sentences:
        for found in _YEAR.finditer(sentence.text):
            evidence = sentence.evidence(found.start(), found.end())
            if len(found["year"]) == _WHOLE:
                yield passed(evidence)
                continue
            likely = f"{found['year'][0]}〇{found['year'][1:]}年"
            yield failed(
                evidence,
                seen=Note.of("n26_seen", printed=found[0]),
                printed=found[0],
                computed=likely,
                ask=Note.of("n26_ask", printed=found[0], likely=likely),
            )


CHECK = Check("N26", 1, "汉字年份脱字", "Years in words that lost a digit", Severity.LIKELY, run)
