"""Damaged figures of scans mended where the grammar leaves one reading: l23.5亿元, 10。5%, 8. 5%, 12 350.5亿元."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from lantu.model import Passage, Segment

# Only before a unit of measure: 5。二是, O2O and I5 stay what they are.
_UNIT = (
    r"[ 　]?[余多]?(?:[%％‰]|[百千]?[万亿]{1,2}(?![一二三四五六七八九\d])|[十百千]?(?:个百分点|元|美元|吨|斤|公斤|平方|立方|亩|公顷|公里|千米|米|"
    r"千瓦|人(?!民|才|均)|户|家|个|项|所|倍|辆|台|件))"
)
_COUNTED = r"[ 　]?(?:人|户|家|个(?!百)|项|辆|台|件)"  # what comes in wholes has no decimal point: 达65。3个项目开工
_LETTERS = re.compile(
    rf"(?<![A-Za-z\d./\-—“”（(])(?=[lI]*[\dlIOo.]*\d)(?=[\d.．]*[lIOo])[\dlI][\dlIOo]*(?:[.．][\dlIOo]+)?(?={_UNIT})"
)
_POINT = re.compile(rf"(?<=[\u4e00-\u9fff])(?!(?:19|20)\d\d。)\d{{1,4}}。\d{{1,2}}(?={_UNIT})(?!{_COUNTED})")
# The label of a table or section before the gap would be another number: only after a word, never after 表 or 第.
_GAP_AT_POINT = re.compile(rf"(?<=[\u4e00-\u9fff])(?<![表图第栏件章节])[ 　]?\d+(?: \. ?| ?\. )\d{{1,2}}(?={_UNIT})")
_GAP_OF_THOUSANDS = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?<![表图第栏件章节])[ 　]?[1-9]\d{{0,2}}(?:,?[ 　]\d{{3}})+(?:\.\d+)?(?={_UNIT})"
)
_SUSPECT = re.compile(
    r"[\dlI](?:(?<=\d)(?:[lIOo。]|[.．][lIO]|[ 　](?=[\d.])|\.[ 　]|,[ 　](?=\d{3}))|(?<=[lI])[\d.O])"
)
_GAPS = " 　"
_MEANT = str.maketrans("lIOo。．", "1100..")


Spans: TypeAlias = tuple[tuple[int, int], ...]


def repaired(passage: Passage) -> tuple[Passage, Spans]:
    """The passage with its damaged figures as they are read, and where these stand in its new text."""
    text = passage.text
    spans = tuple(_damaged(text)) if _SUSPECT.search(text) else ()
    if not spans:
        return passage, ()
    meant, dropped = list(text), set[int]()
    for start, end in spans:
        meant[start:end] = text[start:end].translate(_MEANT)
        dropped |= {i for i in range(start, end) if text[i] in _GAPS}
    kept = [i for i in range(len(text)) if i not in dropped]
    clean = replace(passage, text="".join(meant[i] for i in kept), segments=tuple(_segments(passage, kept)))
    return clean, tuple((bisect_left(kept, start), bisect_left(kept, end)) for start, end in spans)


def _damaged(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_LETTERS, _POINT, _GAP_AT_POINT, _GAP_OF_THOUSANDS):
        for found in pattern.finditer(text):
            yield found.span()


def _segments(passage: Passage, kept: list[int]) -> Iterator[Segment]:
    """Where the kept characters stand in the raw text, in runs."""
    first, length, at = 0, 0, -1
    for clean, position in enumerate(kept):
        raw = passage.raw(position)
        if length and raw == at + length:
            length += 1
            continue
        if length:
            yield Segment(first, at, length)
        first, length, at = clean, 1, raw
    if length:
        yield Segment(first, at, length)
