"""The numbers that Word itself prints before headings and items: 第一章, （一）, 1.

They are printed text and part of the line, written as if typed, so that whatever holds for typed numbers of
headings and items (their form, that they are no quantities) holds for them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from lantu.read.docx_parts import attribute, child, children, is_on, whole
from lantu.read.docx_styles import Styles

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SERIES: Mapping[str, str] = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_COUNTED = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
     "koreanCounting", "ideographLegalTraditional", "chineseLegalSimplified", "japaneseLegal"}
)  # fmt: skip
_LEGAL_FORMS = frozenset({"ideographLegalTraditional", "chineseLegalSimplified", "japaneseLegal"})
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_MOST_COUNTED = 9999  # past it Chinese numerals are not written out


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what is printed."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = " "
    restarts: int | None = None  # after which level it starts anew, from 1; 0 never; None after any above it
    plain: bool = False  # levels above are printed as 1, 2, 3
    style: str | None = None


@dataclass(slots=True)
class Numbers:
    """The lists of a file, and how far each has counted. Ask for the paragraphs in the order of the text."""

    levels: dict[int, dict[int, Level]] = field(default_factory=dict)  # by w:num
    counter_of: dict[int, int] = field(default_factory=dict)  # w:num: the list that it counts with others
    anew: dict[int, dict[int, int]] = field(default_factory=dict)  # w:num: levels that start anew with it
    counts: dict[int, dict[int, int]] = field(default_factory=dict)

    def next(self, properties: etree._Element | None, styles: Styles) -> str:
        """What Word prints before the paragraph with these w:pPr, with what parts it from the text; may be empty."""
        if not self.levels:
            return ""
        list_id, at = self._place(properties, styles)
        levels = self.levels.get(list_id)
        if not levels:
            return ""
        level = levels.get(at, Level())
        counts = self.counts.setdefault(self.counter_of[list_id], {})
        start = self.anew.get(list_id, {}).pop(at, None)
        counts[at] = start if start is not None else counts[at] + 1 if at in counts else level.start
        for below in [each for each in counts if each > at]:
            after = levels.get(below, Level()).restarts
            if after is None or (after and at < after):
                del counts[below]
        if level.form == "none" or not level.text:
            return ""
        if level.form == "bullet":
            return f"{_BULLET} "
        return self._printed(levels, counts, level) + level.suffix

    def _printed(self, levels: Mapping[int, Level], counts: dict[int, int], level: Level) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            above = levels.get(at, Level())
            count = counts.setdefault(at, above.start)
            return written(count, "decimal" if level.plain and above.form != "decimalZero" else above.form)

        return _PLACE.sub(number, level.text)

    def _place(self, properties: etree._Element | None, styles: Styles) -> tuple[int, int]:
        """The list and the level in it of a paragraph; list 0 is none."""
        own = child(properties, "w:numPr")
        list_id = whole(attribute(child(own, "w:numId")), -1)
        at = whole(attribute(child(own, "w:ilvl")), -1)
        style_ids: list[str] = []
        for style_id, style in styles.chain(styles.of_paragraph(properties)):
            style_ids.append(style_id)
            if list_id < 0 and style.list_id is not None:
                list_id = style.list_id
            if at < 0 and style.list_level is not None:
                at = style.list_level
        if at < 0:
            linked = (i for i, level in self.levels.get(list_id, {}).items() if level.style in style_ids)
            at = next(linked, 0)
        return max(list_id, 0), at


def numbers_of(root: etree._Element | None) -> Numbers:
    """The lists in the root of the numbering part."""
    drawn = {whole(attribute(each, "abstractNumId"), -1): each for each in children(root, "w:abstractNum")}
    by_style = {attribute(link): key for key, each in drawn.items() if (link := child(each, "w:styleLink")) is not None}
    found = Numbers()
    for each in children(root, "w:num"):
        list_id, key = whole(attribute(each, "numId"), 0), whole(attribute(child(each, "w:abstractNumId")), -1)
        linked = attribute(child(drawn.get(key), "w:numStyleLink"))
        key = by_style.get(linked, key) if linked else key
        levels = _levels(drawn.get(key))
        for change in children(each, "w:lvlOverride"):
            at = whole(attribute(change, "ilvl"), 0)
            if (own := child(change, "w:lvl")) is not None:
                levels[at] = _level(own)
            if (start := child(change, "w:startOverride")) is not None:
                found.anew.setdefault(list_id, {})[at] = whole(attribute(start), 1)
        found.levels[list_id] = levels
        found.counter_of[list_id] = key
    return found


def _levels(drawn: etree._Element | None) -> dict[int, Level]:
    return {whole(attribute(each, "ilvl"), 0): _level(each) for each in children(drawn, "w:lvl")}


def _level(element: etree._Element) -> Level:
    restart = child(element, "w:lvlRestart")
    form = child(element, "w:numFmt")
    if form is None:  # forms that older programs do not know stand in a choice of two
        form = child(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return Level(
        whole(attribute(child(element, "w:start")), 0),
        attribute(form) or "decimal",
        attribute(child(element, "w:lvlText")) or "",
        "" if attribute(child(element, "w:suff")) == "nothing" else " ",
        whole(attribute(restart), 0) if restart is not None else None,
        is_on(child(element, "w:isLgl")),
        attribute(child(element, "w:pStyle")),
    )


def written(count: int, form: str) -> str:
    """A number as a list of that form prints it; plain digits where the form has no sign for it."""
    if count < 0 or form in ("decimal", "ordinal", "numberInDash"):
        return str(count)
    if form == "none":
        return ""
    if form in _COUNTED:
        return _counted(count, _LEGAL if form in _LEGAL_FORMS else _DIGITS)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital"):
        return str(count).translate({ord("0") + i: digit for i, digit in enumerate(_DIGITS)})
    if form == "decimalZero":
        return f"{count:02}"
    if form in _SERIES:
        return _SERIES[form][count - 1] if 0 < count <= len(_SERIES[form]) else str(count)
    if form in ("lowerLetter", "upperLetter") and 0 < count <= _MOST_COUNTED:
        letters = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count <= _MOST_COUNTED:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return str(count)


def _counted(count: int, digits: str) -> str:
    """十一, 二十, 一百零五."""
    if not 0 < count <= _MOST_COUNTED:
        return digits[0] if count == 0 else str(count)
    places = ("", "拾", "佰", "仟") if digits is _LEGAL else ("", "十", "百", "千")
    text = str(count)
    out = "".join(
        digits[int(digit)] + places[len(text) - 1 - i] if digit != "0" else "零" for i, digit in enumerate(text)
    )
    out = re.sub("零+", "零", out).rstrip("零")
    return out.removeprefix("一") if digits is _DIGITS and 10 <= count < 20 else out


def _roman(count: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (count // value)
        count %= value
    return out
