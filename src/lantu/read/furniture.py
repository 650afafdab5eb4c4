"""Page furniture: page numbers, tables of contents, imprint and the words around a page of the web.

Such lines stay passages, so that every digit in them can be listed as left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lantu.read.lines import Line

_LEADERS = ".．·•…‥⋯_"
_LEADER = re.compile(r"(?:[.．·•…‥⋯_]\s?){4,}\s*\d{0,4}$|(?:[.．·•…‥⋯]\s?){2,}\s+\d{1,4}$")
_PAGED = re.compile(r"(?:\t|[ \u3000]{2,})[^\t]*?\d{1,3}$")
_PAGE = re.compile(r"[-—–－─·•\s]*(?:第\s*)?(\d{1,4})\s*(?:页)?(?:\s*[，,/]?\s*共\s*\d+\s*页)?[-—–－─·•\s]*$")
_SURE_PAGE = re.compile(r"[-—–－─]+\s*\d{1,4}\s*[-—–－─]+$|第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?$")
_CONTENTS = re.compile(r"目\s*录$|目\s*次$|contents$", re.IGNORECASE)
_KEY_NOISE = re.compile(r"[\s.．·•…‥⋯_]+|\d+$")
_IMPRINT = re.compile(
    r"(?:抄送|抄报|分送|发送|主题词|报送|印发机关)\s*[：:]"
    r"|.{0,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印(?:发|制)?\s*$|[（(]?\s*共印\s*\d+\s*份"
)
_CHROME = re.compile(
    r"(?:【[^】]{2,6}】\s*)+$|法宝联想|图片$|[（(]?责任编辑|扫一扫|分享到|上一篇|下一篇|相关(?:阅读|链接|稿件|附件|新闻)|版权所有"
    r"|.{0,12}ICP备|.{0,6}公网安备|字[体号]\s*[：:]\s*[\[【]?\s*大|打印本(?:页|稿)|关闭(?:窗口|本页)|您?(?:当前|现在)的?位置"
    r"|(?:信息)?来源\s*[：:]\S{0,20}(?:\s|$)|(?:发布|更新)(?:时间|日期)\s*[：:]|浏览(?:次数|量)?\s*[：:]|点击(?:数|量)\s*[：:]"
)


_TAIL = re.compile(r"本作品(?:是|在|属)|Public domain|版权声明|(?:文章|信息)来源：|转载请注明")
_TAIL_LINES = 40
_END_LINES = 12  # at the end, where an imprint may be wide
_LONGEST = 120  # characters
_AROUND = 12  # lines
_TEXT_WIDTH = 24


def furniture(lines: Sequence[Line]) -> set[int]:
    """The indexes of lines that are page furniture."""
    end = len(lines) - _END_LINES
    found = {i for i, line in enumerate(lines) if len(line.bare) <= _LONGEST and _plainly(line, i > end)}
    found.update(_numbers(lines))
    found.update(_contents(lines, found))
    tail = range(max(len(lines) - _TAIL_LINES, len(lines) // 2), len(lines))
    found.update(range(next((i for i in tail if _TAIL.match(lines[i].bare)), len(lines)), len(lines)))
    return found


def _plainly(line: Line, last: bool) -> bool:
    words = line.bare
    return bool(
        (_may_end_leader(words[-1]) and _LEADER.search(words))
        or _CHROME.match(words)
        or (("印" in words or "：" in words or ":" in words) and _IMPRINT.match(words) and (last or line.width < 60))
    )


def _may_end_leader(char: str) -> bool:
    return char in _LEADERS or char.isdecimal() or char.isspace()


def _numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that hold a page number: one in dashes, or a bare one with its neighbour some lines away."""
    bare: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if len(line.bare) > 24 or not (number := _PAGE.match(line.bare)) or line.width > 24:
            continue
        if _SURE_PAGE.match(line.bare):
            yield i
        else:
            bare.append((int(number[1]), i))
    places: dict[int, list[int]] = {}
    for number_, i in bare:
        places.setdefault(number_, []).append(i)
    for number_, i in bare:
        before, after = places.get(number_ - 1, []), places.get(number_ + 1, [])
        if (_apart(before, i, -60, -5) or _apart(after, i, 5, 60)) and _amid_text(lines, i):
            yield i


def _amid_text(lines: Sequence[Line], i: int) -> bool:
    """Whether the lines around are text: the numbers of rows of a table that was printed cell by cell are no pages."""
    around = [line for line in lines[max(i - _AROUND, 0) : i + _AROUND + 1] if line.bare]
    return 3 * sum(line.width >= _TEXT_WIDTH for line in around) >= len(around)


def _apart(places: Sequence[int], i: int, low: int, high: int) -> bool:
    at = bisect_left(places, i + low)
    return at < len(places) and places[at] <= i + high


def _contents(lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """A table of contents: from its title to where its first entry comes again as a heading."""
    start = next((i for i, line in enumerate(lines[:200]) if _CONTENTS.match(line.bare)), None)
    if start is None:
        yield from _paged(lines, range(min(len(lines), 200)))
        return
    yield start
    end = _again(lines, start)
    for i in range(start + 1, end):
        if _entry(lines[i]) or i in known:
            yield i
    if end == start + 1:
        yield from _paged(lines, range(start + 1, min(len(lines), start + 200)))


def _again(lines: Sequence[Line], start: int) -> int:
    """Where the first entry after `start` comes again, else just after `start`."""
    if start + 1 >= len(lines):
        return start + 1
    first = _key(lines[start + 1])
    for i in range(start + 2, min(len(lines), start + 400)):
        key = _key(lines[i])
        if len(key) > 1 and first.startswith(key) and lines[i].form == lines[start + 1].form:
            return i
        if len(lines[i].bare) > 150:
            break
    return start + 1


def _paged(lines: Sequence[Line], where: range) -> Iterator[int]:
    """Headings with a page number behind a tab or wide gap, where several stand together."""
    hits = [
        i
        for i in where
        if lines[i].form and len(bare := lines[i].bare) < 70 and bare[-1].isdecimal() and _PAGED.search(bare)
    ]
    if len(hits) >= 4:
        yield from hits


def _entry(line: Line) -> bool:
    return len(line.bare) <= 80 and not line.bare.endswith(("。", "；"))


def _key(line: Line) -> str:
    return _KEY_NOISE.sub("", line.bare)
