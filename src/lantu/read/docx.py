"""Word files (DOCX) as text: paragraphs and tables in reading order, as they print once all changes are accepted.

Anchors: `word/document.xml#p12` is the twelfth w:p of that part in document order, all counted, from 1 (XPath
`(//w:p)[12]`); `word/document.xml#t2r3c1` is the second w:tbl, third row, first column, a merged cell by its
first. Columns are those in which some cell starts. Notes stand in `word/footnotes.xml` and `word/endnotes.xml`.

Left out: deleted and struck text, comments, hidden text, field codes, headers and footers. Numbers that Word sets before
headings and items are part of their lines. A foot- or endnote follows the running paragraph that it belongs to
as lines of its own, its mark prints nothing. Lines of a table of contents are furniture. A text box follows the
paragraph that holds it. Rows of one cell above and below a table's data are lines; a table that lays out the page
is read as the paragraphs in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from lantu.model import Anchor
from lantu.read.docx_numbers import Numbers, numbers_of
from lantu.read.docx_parts import Part, attribute, child, is_on, main_part, named, related_parts, through
from lantu.read.docx_styles import struck, styles_of
from lantu.read.docx_tables import Place, Shape, shape_of
from lantu.read.docx_text import LINE_BREAK, NOTES, Runs, whole_fields
from lantu.read.grids import Grid, Span
from lantu.read.laid import Laid
from lantu.read.lines import BLANK
from lantu.read.mishaps import struck_out
from lantu.read.progress import tell
from lantu.read.zipped import open_zip

_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_RUNNING = re.compile(r"[。！？；]$")
_TOLD_EVERY = 2000  # paragraphs


@dataclass(slots=True)
class _Writer:
    """Lines as they are written, with the offset of each."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    depths: dict[int, int] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    anchors: list[Anchor] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add a line."""
        self.lines.append(text)
        self.size += len(text) + 1


@dataclass(slots=True)
class _Places:
    """Which one, of its part and from 1, each paragraph and table is."""

    path: str
    paragraphs: Mapping[etree._Element, int]
    tables: Mapping[etree._Element, int]
    contents: set[etree._Element]  # paragraphs of a table of contents


@dataclass(slots=True)
class _Layer:
    """Writes what the parts hold."""

    name: str
    numbers: Numbers
    runs: Runs
    at: _Places
    places: Mapping[str, _Places]  # of the parts that hold notes
    noted: Mapping[str, dict[str, etree._Element]]  # notes by part and id, until written
    total: int  # paragraphs
    done: int = 0
    carried: str = ""  # of paragraphs whose end was deleted: the next one goes on with it
    out: _Writer = field(default_factory=_Writer)

    def body(self, body: etree._Element) -> None:
        """Write the whole text."""
        self._blocks(body)
        self._lines(self.carried, f"{self.at.path}#p{len(self.at.paragraphs)}")
        self._notes()

    def _block(self, block: etree._Element) -> None:
        what = named(block)
        if what == "w:p":
            self._paragraph(block)
        elif what == "w:tbl":
            self._table(block)

    def _blocks(self, parent: etree._Element) -> None:
        for block in through(parent):
            self._block(block)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "w:pPr")
        depth = self.runs.styles.depth(properties)
        if depth:
            self._notes()
        text = self._printed(paragraph)
        if text is not None:
            place = f"{self.at.path}#p{self.at.paragraphs[paragraph]}"
            contents = paragraph in self.at.contents or self.runs.styles.is_contents(properties)
            self._lines(text, place, 0 if contents else depth, contents=contents)
        boxes, self.runs.boxes = self.runs.boxes, []
        for box in boxes:
            self._blocks(box)
        if text is not None and _RUNNING.search(text.rstrip()):
            self._notes()

    def _printed(self, paragraph: etree._Element) -> str | None:
        """A paragraph with its number; None where it is to go on in the next one, or prints nothing."""
        self.done += 1
        if self.done % _TOLD_EVERY == 0:
            tell(self.done, self.total)
        properties = child(paragraph, "w:pPr")
        text = self.carried + self.runs.text(paragraph)
        mark = child(properties, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            self.carried = text
            return None
        self.carried = ""
        if not text.strip() and (is_on(child(mark, "w:vanish")) or struck(mark)):
            return None
        return self.numbers.next(properties, self.runs.styles) + text.lstrip(BLANK + LINE_BREAK)

    def _lines(self, text: str, place: str, depth: int = 0, *, contents: bool = False) -> None:
        """Write the lines of a paragraph; those of a heading are one."""
        for part in [text] if depth else text.split(LINE_BREAK):
            line = _line(part)
            if not line:
                continue
            self.out.anchors.append(Anchor(self.out.size, place))
            if depth:
                self.out.depths[self.out.size] = depth
            if contents:
                self.out.furniture.add(self.out.size)
            self.out.write(line)

    def _notes(self) -> None:
        """Write the notes that were referred to and are not yet written."""
        notes, self.runs.notes = self.runs.notes, []
        for part, note_id in notes:
            note = self.noted[part].pop(note_id, None) if part in self.noted else None  # a note is printed once
            if note is not None:
                before, self.at = self.at, self.places[part]
                self._blocks(note)
                self.at = before

    def _table(self, table: etree._Element) -> None:
        shape = shape_of(self.name, table)
        data = shape.data_rows()
        for (r, _), cell in shape.cells.items():
            if r < data.start or not data:
                self._blocks(cell)
        if not data:
            return
        nested = self._grid(shape, data, f"{self.at.path}#t{self.at.tables[table]}")
        for inner in nested:
            self._table(inner)
        for (r, _), cell in shape.cells.items():
            if r >= data.stop:
                self._blocks(cell)

    def _grid(self, shape: Shape, rows: range, place: str) -> list[etree._Element]:
        """Write rows of data, and note each cell's span; the tables that stand in cells."""
        nested: list[etree._Element] = []
        start = self.out.size
        known: dict[Place, Span] = {}
        spans: list[tuple[Span, ...]] = []
        for r in rows:
            at = self.out.size
            texts: list[str] = []
            for c in range(shape.width):
                cell = shape.cells.get((r, c))
                texts.append(self._cell(cell, nested) if cell is not None else "")
                known.setdefault(shape.origins.get((r, c), (r, c)), (at, at + len(texts[-1])))
                if texts[-1]:
                    self.out.anchors.append(Anchor(at, f"{place}r{r + 1}c{c + 1}"))
                at += len(texts[-1]) + 1
            spans.append(tuple(known[shape.origins.get((r, c), (r, c))] for c in range(shape.width)))
            self.out.write("\t".join(texts))
        self.out.grids.append(Grid(start, self.out.size - 1, tuple(spans)))
        return nested

    def _cell(self, cell: etree._Element, nested: list[etree._Element]) -> str:
        """What a cell prints on one line; tables in it are put into `nested`."""
        texts: list[str] = []
        for block in through(cell):
            if named(block) == "w:tbl":
                nested.append(block)
            elif named(block) == "w:p":
                texts.append(self._printed(block) or "")
                boxes, self.runs.boxes = self.runs.boxes, []
                texts += [self._cell(box, nested) for box in boxes]
        return _line(" ".join(texts))


def lay(name: str, data: bytes) -> Laid:
    """The text of a Word file, with the depths of its headings and its tables.

    Raises DamagedFile or TooLarge.
    """
    with open_zip(name, data) as archive:
        main = main_part(name, archive)
        parts = related_parts(name, archive, main)
    fields = set().union(*(whole_fields(part.root) for part in (main, *parts.values())))
    styles = styles_of(parts["styles"].root if "styles" in parts else None)
    numbers = numbers_of(parts["numbering"].root if "numbering" in parts else None)
    places = {part: _places(parts[part]) for part in NOTES if part in parts}
    noted = {part: {attribute(each, "id") or "": each for each in parts[part].root} for part in places}
    at = _places(main)
    total = sum(len(each.paragraphs) for each in (at, *places.values()))
    layer = _Layer(name, numbers, Runs(styles, fields), at, places, noted, total)
    body = child(main.root, "w:body")
    assert body is not None, "main_part saw to it"
    layer.body(body)
    out = layer.out
    notes = struck_out(layer.runs.struck)
    return Laid(
        "\n".join(out.lines), out.depths, tuple(out.grids), frozenset(out.furniture), tuple(out.anchors), notes=notes
    )


def _places(part: Part) -> _Places:
    paragraphs = {each: i for i, each in enumerate(part.root.iter("{*}p"), 1) if named(each) == "w:p"}
    tables = {each: i for i, each in enumerate(part.root.iter("{*}tbl"), 1)}
    lists = (each for each in part.root.iter("{*}sdt") if _is_contents(each))
    return _Places(part.path, paragraphs, tables, {each for found in lists for each in found.iter("{*}p")})


def _is_contents(block: etree._Element) -> bool:
    gallery = attribute(child(block, "w:sdtPr", "w:docPartObj", "w:docPartGallery"))
    return gallery == "Table of Contents"


def _line(text: str) -> str:
    return _WHITE.sub(" ", text).strip(BLANK)
