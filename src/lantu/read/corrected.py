"""Corrections made in clean texts: passages and tables that read as they should, with segments that point at the misprint."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lantu.model import Cell, Correction, Passage, PassageKind, Segment, Table
from lantu.read.clean import clean as clean_text
from lantu.read.headings import run_in

Read = tuple[tuple[Passage, ...], tuple[Table, ...]]
Clean = tuple[str, tuple[Segment, ...]]


def corrected(found: Sequence[Passage], tables: Sequence[Table], changes: Sequence[Correction]) -> Read:
    """The passages and tables with all changes made, in headings and captions too."""
    passages = [_passage(passage, changes) for passage in found]
    names = {
        old.text: new.text
        for old, new in zip(found, passages, strict=True)
        if old.text != new.text and old.kind is not PassageKind.TABLE
    }
    known: dict[Cell, Cell] = {}
    made = [
        replace(
            table,
            rows=tuple(tuple(known.setdefault(c, _cell(c, changes)) for c in row) for row in table.rows),
            caption=_renamed(table.caption, names),
            notes=tuple(names.get(note, note) for note in table.notes),
        )
        for table in tables
    ]
    return tuple(_under(passages, found)), tuple(made)


def _under(passages: Sequence[Passage], found: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with their headings as corrected: a heading's new name counts down to the end of its section."""
    renamed: dict[str, str] = {}
    for old, new in zip(found, passages, strict=True):
        renamed = {name: now for name, now in renamed.items() if name in old.headings}
        yield replace(new, headings=tuple(renamed.get(h, h) for h in old.headings)) if renamed else new
        if old.text != new.text and old.kind is not PassageKind.TABLE:
            renamed[old.text] = new.text
            renamed[run_in(old.text)] = run_in(new.text)


def unmade(found: Sequence[Passage], tables: Sequence[Table], changes: Sequence[Correction]) -> tuple[Correction, ...]:
    """The changes that lie in no one passage or cell: between two, or in what never prints."""
    held = [(p.start, p.end, p.segments) for p in found if p.kind is not PassageKind.TABLE]
    cells = {cell for table in tables for row in table.rows for cell in row}
    held += [(c.start, c.end, _segments(c)) for c in cells]
    return tuple(
        change
        for change in changes
        if not any(s <= change.start and change.end <= e and _slice(segments, change) for s, e, segments in held)
    )


def _segments(cell: Cell) -> tuple[Segment, ...]:
    return cell.segments or (Segment(0, cell.start, len(cell.text)),)


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def _passage(passage: Passage, changes: Sequence[Correction]) -> Passage:
    inside = [c for c in changes if passage.start <= c.start and c.end <= passage.end]
    if not inside:
        return passage
    text, segments = _made((passage.text, passage.segments), inside)
    return replace(passage, text=text, segments=segments)


def _cell(cell: Cell, changes: Sequence[Correction]) -> Cell:
    inside = [c for c in changes if cell.start <= c.start and c.end <= cell.end]
    if not inside:
        return cell
    text, segments = _made((cell.text, _segments(cell)), inside)
    return replace(cell, text=text, segments=segments)


def _made(clean: Clean, changes: Sequence[Correction]) -> Clean:
    """All changes made, the last one first, so that the places of the others still hold."""
    for change in reversed(changes):
        at = _slice(clean[1], change)
        if at:
            clean = _one(clean, at, change)
    return clean


def _slice(segments: Sequence[Segment], change: Correction) -> tuple[int, int] | None:
    """The clean characters that stand in a change's raw stretch."""
    inside = [
        (s.clean + max(change.start - s.raw, 0), s.clean + min(change.end - s.raw, s.length))
        for s in segments
        if s.raw < change.end and change.start < s.raw + s.length
    ]
    return (inside[0][0], inside[-1][1]) if inside else None


def _one(clean: Clean, at: tuple[int, int], change: Correction) -> Clean:
    (text, segments), (start, end) = clean, at
    new = clean_text(change.should, [(0, len(change.should))])[0] or change.should
    before = [replace(s, length=min(s.length, start - s.clean)) for s in segments if s.clean < start]
    after = [
        Segment(max(s.clean, end) + len(new) - (end - start), s.raw + max(end - s.clean, 0), s.length - max(end - s.clean, 0))
        for s in segments
        if s.clean + s.length > end
    ]  # fmt: skip
    return text[:start] + new + text[end:], (*before, *_spread(start, len(new), change), *after)


def _spread(start: int, length: int, change: Correction) -> list[Segment]:
    """Segments of `length` new characters: the first at the start of the misprint, the last at its end."""
    width = change.end - change.start
    if length == width:
        return [Segment(start, change.start, length)]
    places = [change.start + min(i, width - 1) for i in range(length)]
    if length > 1:
        places[-1] = change.end - 1
    breaks = [0, *(i for i, (a, b) in enumerate(pairwise(places), 1) if b != a + 1), length]
    return [Segment(start + a, places[a], b - a) for a, b in pairwise(breaks)]
