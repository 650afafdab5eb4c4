"""What of a file could not be read or was left out, as notes on the document."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lantu.model import Note
from lantu.read.runs import Sheet


def mishaps(sheets: Sequence[Sheet]) -> Iterator[Note]:
    """One note for each sort of mishap, with its pages."""
    if lost := {sheet.number: sheet.unrecognised for sheet in sheets if sheet.unrecognised}:
        yield Note.of("lines_not_recognised", count=sum(lost.values()), pages=_ranges(lost))
    if lost := {sheet.number: sheet.unmapped for sheet in sheets if sheet.unmapped}:
        yield Note.of("characters_without_meaning", count=sum(lost.values()), pages=_ranges(lost))
    if unparsed := [sheet.number for sheet in sheets if sheet.unparsed]:
        yield Note.of("tables_not_parsed", pages=_ranges(unparsed))


def struck_out(characters: int) -> tuple[Note, ...]:
    """What is said of text with a line through it, which its author took back."""
    return (Note.of("struck_text_left_out", count=characters),) if characters else ()


def _ranges(numbers: Iterable[int]) -> str:
    """Rising numbers in short: `3, 5–9`."""
    found = []
    for _, stretch in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        pages = [page for _, page in stretch]
        found.append(str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}")
    return ", ".join(found)
