"""The text of a paragraph of a Word file as it prints: changes accepted, hidden and struck text and field codes left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lantu.read.docx_parts import attribute, child, is_on, named, through
from lantu.read.docx_styles import Styles, struck

LINE_BREAK = "\n"
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:br": LINE_BREAK, "w:cr": LINE_BREAK, "w:noBreakHyphen": "-"}
# Raised digits are no digits of the number they stand after (10⁸, km², a mark of a note).
_RAISED = str.maketrans("0123456789-+−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁻")
_WHITE = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))
_MARKS = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
NOTES = tuple(_MARKS.values())  # the parts that hold notes
_FORMULAS = {"m:f": ("m:num", "m:den", "/"), "m:sSup": ("m:e", "m:sup", "")}
SILENT = frozenset({"w:rPr", "w:pPr", "w:instrText", "w:delText", "w:delInstrText", "w:rt", "m:rPr", "m:ctrlPr"})


@dataclass(slots=True)
class Runs:
    """Reads paragraphs in the order of the text, as a field may run over several.

    `notes` (part and id) and `boxes` gather what is printed elsewhere; whoever asks for text takes them out.
    """

    styles: Styles
    fields: set[etree._Element]  # the marks where those fields begin that end as well
    opened: list[bool] = field(default_factory=list)  # for each open field whether its result was reached
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    strikes: bool = False  # whether the style of the paragraph strikes its text out
    struck: int = 0  # characters that are struck out, and left out

    def text(self, paragraph: etree._Element) -> str:
        """What a paragraph prints, its line breaks as `LINE_BREAK`."""
        style = self.styles.of_paragraph(child(paragraph, "w:pPr"))
        self.strikes = self.styles.strikes(style)
        return "".join(self._inside(paragraph, hidden=self.styles.hides(style)))

    def _inside(self, element: etree._Element, *, hidden: bool, raised: bool = False) -> Iterator[str]:
        for each in through(element):
            what = named(each)
            if what == "w:r":
                yield from self._run(each, hidden=hidden)
            elif what in ("w:t", "m:t"):
                yield self._shown(each, hidden=hidden, raised=raised)
            elif what in _SIGNS:
                yield _SIGNS[what] if self._prints(hidden=hidden) else ""
            elif what in _FORMULAS:
                yield from self._formula(each, *_FORMULAS[what], hidden=hidden)
            elif what not in SILENT and not self._is_mark(each, what, hidden=hidden):
                yield from self._inside(each, hidden=hidden, raised=raised)

    def _is_mark(self, element: etree._Element, what: str, *, hidden: bool) -> bool:
        """Note what stands for something printed elsewhere; whether this does, or bounds a field."""
        if what == "w:fldChar":
            self._field(element)
        elif what in _MARKS:
            self._note(_MARKS[what], element, hidden=hidden)
        elif what == "w:txbxContent":
            self.boxes += [element] if self._prints(hidden=hidden) else []
        else:
            return False
        return True

    def _run(self, run: etree._Element, *, hidden: bool) -> Iterator[str]:
        properties = child(run, "w:rPr")
        style = attribute(child(properties, "w:rStyle"))
        vanish = child(properties, "w:vanish")
        if vanish is not None:
            hidden = is_on(vanish)
        elif style is not None and self.styles.hides(style):
            hidden = True
        if not hidden and self._is_struck(properties, style):
            self.struck += sum(len((each.text or "").strip()) for each in run.iter("{*}t")) if all(self.opened) else 0
            hidden = True
        raised = attribute(child(properties, "w:vertAlign")) == "superscript"
        yield from self._inside(run, hidden=hidden, raised=raised)

    def _is_struck(self, properties: etree._Element | None, style: str | None) -> bool:
        said = struck(properties)
        if said is None and style is not None and self.styles.strikes(style):
            return True
        return self.strikes if said is None else said

    def _formula(self, element: etree._Element, first: str, then: str, between: str, *, hidden: bool) -> Iterator[str]:
        """A fraction or a power of a formula."""
        for i, part in enumerate((child(element, first), child(element, then))):
            if part is not None:
                found = "".join(self._inside(part, hidden=hidden))
                yield (between if i else "") + (found.translate(_RAISED) if i and not between else found)

    def _shown(self, element: etree._Element, *, hidden: bool, raised: bool) -> str:
        if not self._prints(hidden=hidden):
            return ""
        text = (element.text or "").translate(_WHITE)
        return text.translate(_RAISED) if raised else text

    def _prints(self, *, hidden: bool) -> bool:
        return not hidden and all(self.opened)

    def _field(self, mark: etree._Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin" and mark in self.fields:
            self.opened.append(False)
        elif kind == "separate" and self.opened:
            self.opened[-1] = True
        elif kind == "end" and self.opened:
            self.opened.pop()

    def _note(self, part: str, mark: etree._Element, *, hidden: bool) -> None:
        note = (part, attribute(mark, "id") or "")
        if self._prints(hidden=hidden) and note not in self.notes:
            self.notes.append(note)


def whole_fields(root: etree._Element) -> set[etree._Element]:
    """The marks where those fields begin that end as well: one without an end must not swallow the text after it."""
    found: set[etree._Element] = set()
    open_ones: list[etree._Element] = []
    for mark in (each for each in root.iter("{*}fldChar") if not _is_gone(each)):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            open_ones.append(mark)
        elif kind == "end" and open_ones:
            found.add(open_ones.pop())
    return found


def _is_gone(element: etree._Element) -> bool:
    return any(named(each) in ("w:del", "w:moveFrom", "mc:Fallback") for each in element.iterancestors())
