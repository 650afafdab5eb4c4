"""What the styles of a Word file say of a paragraph: its depth as a heading, its list, whether it is hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lantu.read.docx_parts import attribute, child, children, is_on, whole

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[1-9]|table of figures", re.IGNORECASE)
_BODY = 9  # the outline level of text that is no heading


@dataclass(frozen=True, slots=True)
class Style:
    """One style, as far as reading needs it."""

    name: str
    based_on: str | None
    outline: int | None  # from 0
    list_id: int | None
    list_level: int | None
    hidden: bool | None
    struck: bool | None


@dataclass(slots=True)
class Styles:
    """The styles of a file by their ids, and the one of paragraphs that name none."""

    by_id: dict[str, Style] = field(default_factory=dict)
    usual: str | None = None

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        at = style_id if style_id in self.by_id else None
        while at is not None and at not in seen and at in self.by_id:
            seen.add(at)
            yield at, self.by_id[at]
            at = self.by_id[at].based_on

    def of_paragraph(self, properties: etree._Element | None) -> str | None:
        """The id of the style of a paragraph with these w:pPr."""
        return attribute(child(properties, "w:pStyle")) or self.usual

    def depth(self, properties: etree._Element | None) -> int:
        """The depth of a paragraph as a heading; 0 for none."""
        said = attribute(child(properties, "w:outlineLvl"))
        if said is not None:
            return _depth(whole(said, _BODY))
        for _, style in self.chain(self.of_paragraph(properties)):
            if style.outline is not None:
                return _depth(style.outline)
            if found := _HEADING.fullmatch(style.name):
                return int(found[1])
            if _TITLE.fullmatch(style.name):
                return 1
        return 0

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for _, style in self.chain(self.of_paragraph(properties)))

    def hides(self, style_id: str | None) -> bool:
        """Whether a style hides its text."""
        return next((style.hidden for _, style in self.chain(style_id) if style.hidden is not None), False)

    def strikes(self, style_id: str | None) -> bool:
        """Whether a style strikes its text out."""
        return next((style.struck for _, style in self.chain(style_id) if style.struck is not None), False)


def styles_of(root: etree._Element | None) -> Styles:
    """The styles in the root of the styles part."""
    found = Styles()
    for each in children(root, "w:style"):
        style_id = attribute(each, "styleId")
        if style_id is None:
            continue
        properties = child(each, "w:pPr")
        vanish = child(each, "w:rPr", "w:vanish")
        found.by_id[style_id] = Style(
            (attribute(child(each, "w:name")) or "").strip(),
            attribute(child(each, "w:basedOn")),
            _number(child(properties, "w:outlineLvl")),
            _number(child(properties, "w:numPr", "w:numId")),
            _number(child(properties, "w:numPr", "w:ilvl")),
            is_on(vanish) if vanish is not None else None,
            struck(child(each, "w:rPr")),
        )
        if attribute(each, "type") == "paragraph" and attribute(each, "default") in ("1", "true", "on"):
            found.usual = style_id
    return found


def struck(properties: etree._Element | None) -> bool | None:
    """Whether these w:rPr strike text out, by one line or two; None where they say nothing of it."""
    said = [mark for name in ("w:strike", "w:dstrike") if (mark := child(properties, name)) is not None]
    return any(map(is_on, said)) if said else None


def _depth(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY else 0


def _number(element: etree._Element | None) -> int | None:
    return whole(attribute(element), 0) if element is not None else None
