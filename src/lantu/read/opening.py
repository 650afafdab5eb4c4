"""The opening of a document: title, meeting label, date line and byline, before the body starts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.read.lines import Line

_LONGEST = 30  # lines that an opening may have
_SALUTE = re.compile(
    r"(?:各位|同志们|女士们)|(?:目\s*录|前\s*言|序\s*言|引\s*言)$|各(?:省|市|县|区|乡|镇|街道|有关)\S*[：:]$"
)
_BODY_FORMS = frozenset({"part", "section", "article", "han", "hanparen", "hanspace", "num", "bullet"})
_SUBJECT = re.compile(
    r"国民经济|社会发展|五年规划|五年计划|规划纲要|远景目标|政府工作|工作报告|计划执行|计划草案|规划|计划|纲要"
)
_ENDING = re.compile(
    r"(?:报告|纲要|规划|计划|建议|意见|方案|决定|决议|公报|通知|讲话|要点|办法|措施|指南|细则|条例|草案|评估|说明|总结|目标|批复|函|请示|公告|通告|规范|规定)"
    r"(?:全文|摘要|节选|解读)?(?:[（(《].{0,24}[）)》])?$"
)
_LABEL = re.compile(
    r"[（(]?\s*\d{4}\s*年\s*\d{1,2}\s*月|[—-]*\s*(?:在|\d{4}\s*年.{0,12})?.{0,30}(?:会议|全会)(?:上|第?\S{0,6}(?:通过|批准))"
    r"|.{0,12}(?:会议|大会)(?:文件|材料)|.{0,14}(?:文件|材料)之?\s*[（(]?[一二三四五六七八九十\d]+[）)]?$"
    r"|\S{0,10}届?\S{0,4}(?:人大|政协|党代会)\S{1,3}次(?:会议)?$|(?:信息)?来源\s*[：:]|.{0,20}[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号|(?:送审|征求意见|讨论|审议)稿?$|[（(].{1,16}稿[）)]$"
)
_LABEL_LENGTH = 60
_TELLS = re.compile(r"\d{4}\s*年[^（(]*?\d\s*(?:[%％‰]|[亿万千百余多]*[元吨人户家个公]|个?百分点)")
_SENTENCE = re.compile(r"，.*。$")  # 记者从市人大会议上获悉，… is no label, though it names the meeting
_WORDS = 20  # letters that a title in another language has at least
_BRACKETED = re.compile(r"[（(][^（）()。；]{50,118}[）)]")
_NO_TITLE = re.compile(r"[：:。；]$|\d\s*(?:[%％亿万元]|个百分点)")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_BYLINE = re.compile(
    r"(?:.{0,24}(?:省长|市长|州长|县长|区长|旗长|主席|总理|镇长|主任|书记|局长|秘书长)\s*(?:\S{2,4}(?:\s?\S{1,3})?|\S{1,8}·\S{1,12})"
    r"|.{2,24}(?:人民政府|发展和改革(?:局|委员会)|发展改革[局委]|计划委员会|计划经济委员会|办公[室厅])"
    r"|(?:本报)?\S{0,4}记者.{2,24}|.{0,12}通讯员.{2,24}|文[/／].{2,20})$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Line indexes: the title, the labels around it (meeting, date, byline), and where the body starts.

    What else stands before the body is text, but no heading.
    """

    title: range
    labels: frozenset[int]
    body: int


def is_official(title: str) -> bool:
    """Whether a title is that of an official text (报告, 纲要, 规划 …), not a headline."""
    return bool(_SUBJECT.search(title) and _ENDING.search(title))


def opening(lines: Sequence[Line], passed: set[int], titled: int | None = None) -> Opening:
    """What stands before the body; lines in `passed` (furniture, tables) belong to nothing here.

    `titled`: the offset of the title, where the format shows it.
    """
    body = next((i for i, line in enumerate(lines) if i >= _LONGEST or _is_body(lines, i)), len(lines))
    free = [i for i in range(body) if i not in passed]
    shown = next((i for i, line in enumerate(lines[:_LONGEST]) if line.start == titled), None)
    title = _title(lines, free) if shown is None else range(shown, shown + 1)
    labels = frozenset(i for i in free if i not in title and (_is_label(lines[i]) or _translates(lines, i, title)))
    return Opening(title, labels, body)


def _is_body(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if _SALUTE.match(line.bare) or (i > 0 and line.depth and not _titled(line)):
        return True
    if _is_label(line) or (
        i == 0 and line.form not in _BODY_FORMS and not (len(line.bare) > 60 and _CJK.search(line.bare))
    ):
        return False
    if line.form in _BODY_FORMS and not (line.form == "bullet" and _BYLINE.search(line.bare)):
        return True
    return bool(re.search(r"[。；]", line.bare)) or (len(line.bare) > 24 and "，" in line.bare and not _titled(line))


def is_titled(line: str) -> bool:
    """Whether a line by itself reads as the title of a text, in Chinese."""
    return bool(_ENDING.search(line)) and is_chinese(line) and not re.search(r"[，。；：:]", line)


def is_chinese(title: str) -> bool:
    """Whether a title has a Chinese character in it."""
    return bool(_CJK.search(title))


def _translates(lines: Sequence[Line], i: int, title: range) -> bool:
    """Whether a line is the title in another language, printed above the Chinese one."""
    return i < title.start and not is_chinese(lines[i].bare) and len(lines[i].bare) > _WORDS


def _titled(line: Line) -> bool:
    return len(line.bare) <= 80 and is_official(line.bare)


def _is_label(line: Line) -> bool:
    if len(line.bare) > _LABEL_LENGTH:  # one in brackets may name two meetings
        return bool(_BRACKETED.fullmatch(line.bare) and _LABEL.match(line.bare))
    if _TELLS.match(line.bare) or _SENTENCE.search(line.bare):  # 2022年11月，社会消费品零售总额增长4.5% opens the body
        return False
    return bool(_LABEL.match(line.bare) or _BYLINE.match(line.bare))


def _title(lines: Sequence[Line], free: Sequence[int]) -> range:
    """The lines of the title: the best ending with what stands directly above it, else the first line."""
    plain = [i for i in free if not _is_label(lines[i])]
    ends = [i for i in plain if _ENDING.search(lines[i].bare)]
    end = next(
        (i for i in ends if _SUBJECT.search(_joined(lines, _from(lines, plain, i), i))), ends[0] if ends else None
    )
    if end is not None:
        return range(_from(lines, plain, end), end + 1)
    if (
        plain
        and plain[0] == 0
        and len(lines[0].bare) <= (60 if _CJK.search(lines[0].bare) else 300)
        and not _NO_TITLE.search(lines[0].bare)
    ):
        split = len(lines) > 1 and lines[1].gap == 0 and _ENDING.search(lines[0].bare + lines[1].bare)
        return range(2 if split else 1)
    return range(0)


def _joined(lines: Sequence[Line], start: int, end: int) -> str:
    return "".join(line.bare for line in lines[start : end + 1])


def _from(lines: Sequence[Line], plain: Sequence[int], end: int) -> int:
    """The first line of a title that ends at `end`: lines right above that are no titles of their own."""
    start = end
    while start - 1 in plain and end - start < 3 and _continues(lines[start - 1], lines[start]):
        start -= 1
    return start


def _continues(above: Line, line: Line) -> bool:
    if _ENDING.search(above.bare) or not _CJK.search(above.bare):
        return False
    return (
        line.gap == 0
        or above.bare.startswith("关于")
        or bool(re.search(r"(?:社会)?发展$|[（(]草案$|第.{1,3}个$", above.bare))
    )
