"""Evidence: the sentence or table row that a number stands in, with the number's place in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lantu.model import Cell, Correction, Document, Passage, Segment, Statement, Table

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]*[”’）)」』]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A raw span of a document that is evidence; `id` names it within a report."""

    document: str
    start: int
    end: int
    id: str
    clause: bool = False  # a stretch of words, which may hold numbers that are spots of their own


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt; `marks` are the ids of the spots that begin in it, if it is one."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One sentence, or one row of a table with its header, and the spots in it.

    `lines`: for a sentence one line of one cell; for a table header rows, then the row.
    """

    document: str
    section: tuple[str, ...]
    start: int  # raw
    end: int
    lines: tuple[tuple[tuple[Piece, ...], ...], ...]
    table: bool = False
    caption: str = ""
    corrected: tuple[Correction, ...] = ()  # misprints in it, which `lines` show as corrected

    @property
    def text(self) -> str:
        """Its last line as plain text, cells parted by tabs."""
        return "\t".join("".join(piece.text for piece in cell) for cell in self.lines[-1])

    @property
    def marks(self) -> tuple[str, ...]:
        """Ids of the spots in it."""
        return tuple(m for line in self.lines for cell in line for piece in cell for m in piece.marks)


def spot_of(statement: Statement) -> Spot:
    """Where a statement's number stands."""
    return Spot(statement.document, statement.start, statement.end, statement.id)


def span_spot(document: str, start: int, end: int) -> Spot:
    """A span that is no statement: words in a table."""
    return Spot(document, start, end, f"{document[:12]}-{start}-{end}")


def clause_spot(document: str, start: int, end: int) -> Spot:
    """Words that name an indicator."""
    return Spot(document, start, end, f"{document[:12]}-{start}-{end}", clause=True)


def excerpts(document: Document, spots: Iterable[Spot]) -> tuple[Excerpt, ...]:
    """The excerpts that hold these spots of one document, each sentence or row once, in reading order."""
    held: dict[tuple[int, int, bool], list[Spot]] = {}
    where: dict[tuple[int, int, bool], Passage | tuple[Table, int]] = {}
    for spot in sorted(set(spots), key=lambda s: (s.start, s.end)):
        span, source = _locate(document, spot)
        key = (*span, spot.clause)  # a clause would swallow the marks of the numbers in it
        held.setdefault(key, []).append(spot)
        where[key] = source
    return tuple(
        replace(_excerpt(document, key[:2], where[key], tuple(held[key])), corrected=_misprints(document, *key[:2]))
        for key in sorted(held)
    )


def _misprints(document: Document, start: int, end: int) -> tuple[Correction, ...]:
    return tuple(c for c in document.corrections if c.start < end and start < c.end)


def sentence(document: Document, spot: Spot) -> Excerpt:
    """The one excerpt of one spot."""
    return excerpts(document, (spot,))[0]


def _locate(document: Document, spot: Spot) -> tuple[tuple[int, int], Passage | tuple[Table, int]]:
    """Raw span of the sentence or row around a spot, and what it belongs to."""
    row = _row_at(document, spot)
    if row:
        cells = row[0].rows[row[1]]
        return (min(c.start for c in cells), max(c.end for c in cells)), row
    passage = _passage_at(document, spot.start)
    text = shown_text(document, passage.segments, passage.text)
    first, last = clean_offset(passage.segments, spot.start), clean_offset(passage.segments, spot.end - 1) + 1
    found = [(s, e) for s, e in _sentences(text) if s < last and e > first]
    start, end = (found[0][0], found[-1][1]) if found else (0, len(text))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return passage.span(start, end), passage


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    return ((m.start(), m.end()) for m in _SENTENCE.finditer(text) if m.end() > m.start())


def _row_at(document: Document, spot: Spot) -> tuple[Table, int] | None:
    for table in document.tables:
        for index, row in enumerate(table.rows):
            if any(cell.start <= spot.start and spot.end <= cell.end and cell.end > cell.start for cell in row):
                return table, index
    return None


def _passage_at(document: Document, raw: int) -> Passage:
    at = bisect_right(document.passages, raw, key=lambda p: p.start) - 1
    return document.passages[max(at, 0)]


def clean_offset(segments: tuple[Segment, ...], raw: int) -> int:
    """The place in a clean text of the raw offset; between two segments, of the nearest character before it."""
    at = max(bisect_right(segments, raw, key=lambda s: s.raw) - 1, 0)
    segment = segments[at]
    return segment.clean + min(max(raw - segment.raw, 0), segment.length - 1)


def shown_text(document: Document, segments: tuple[Segment, ...], clean: str) -> str:
    """A clean text, without line wrapping and markup, in the document's own characters (full width as printed).

    Where a misprint was corrected, what should stand there.
    """
    if document.corrections:
        return clean
    own = "".join(document.text[s.raw : s.raw + s.length] for s in segments)
    return own if len(own) == len(clean) else clean


def _excerpt(
    document: Document, span: tuple[int, int], source: Passage | tuple[Table, int], spots: tuple[Spot, ...]
) -> Excerpt:
    if isinstance(source, Passage):
        first, last = clean_offset(source.segments, span[0]), clean_offset(source.segments, span[1] - 1) + 1
        places = [
            (clean_offset(source.segments, s.start), clean_offset(source.segments, s.end - 1) + 1, s.id) for s in spots
        ]
        cell = _pieces(shown_text(document, source.segments, source.text), first, last, places)
        return Excerpt(document.sha256, source.headings, *span, ((cell,),))
    table, index = source
    head = tuple(tuple((Piece(c.text),) for c in row) for row in table.rows[: min(table.header_rows, index)])
    line = _row_pieces(document, table.rows[index], spots)
    section = document.passages[table.passage].headings
    return Excerpt(document.sha256, section, *span, (*head, line), table=True, caption=table.caption)


def _row_pieces(document: Document, row: tuple[Cell, ...], spots: tuple[Spot, ...]) -> tuple[tuple[Piece, ...], ...]:
    """Cells with their marks; a merged cell that repeats carries them where it stands first."""
    left = list(spots)
    line = []
    for cell in row:
        inside = [s for s in left if cell.start <= s.start and s.end <= cell.end]
        left = [s for s in left if s not in inside]
        line.append(_cell_pieces(document, cell, inside))
    return tuple(line)


def _cell_pieces(document: Document, cell: Cell, inside: list[Spot]) -> tuple[Piece, ...]:
    if not inside:
        return (Piece(cell.text),)
    segments = cell.segments or (Segment(0, cell.start, len(cell.text)),)
    text = shown_text(document, segments, cell.text)
    places = [(clean_offset(segments, s.start), clean_offset(segments, s.end - 1) + 1, s.id) for s in inside]
    return _pieces(text, 0, len(text), places)


def _pieces(text: str, start: int, end: int, places: list[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """text[start:end] cut at the marks. Marks that overlap an earlier one share its piece."""
    found: list[Piece] = []
    at = start
    for first, last, name in sorted(places):
        if first < at and found:
            found[-1] = Piece(found[-1].text, (*found[-1].marks, name))
            continue
        if first > at:
            found.append(Piece(text[at:first]))
        found.append(Piece(text[first:last], (name,)))
        at = last
    if at < end:
        found.append(Piece(text[at:end]))
    return tuple(found)
