"""Documents grouped into publications: texts of one report are one, laid side by side."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantu.link.alignment import Alignment, align, differences, is_alike
from lantu.link.folding import Folded, fold
from lantu.model import Document, Kind, Period, Publication, Reading

# Two texts are of one report when this share of their characters stands in pieces that both have.
# Reports of two years of one place share set phrases, about a tenth; copies of one report differ in a few words.
_ALIKE = 0.7  # float: a likeness of two texts, no number of theirs


@dataclass(frozen=True, slots=True)
class Texts:
    """The readings of one publication in the order of their hashes.

    `alignments` lay each text after the first one beside the first.
    """

    publication: Publication
    readings: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]


def group(readings: Sequence[Reading]) -> tuple[Texts, ...]:
    """Readings as publications, in the order of the hash of their first document."""
    together: list[list[Reading]] = []
    folded = {r.document.sha256: fold(r.document) for r in readings}
    for reading in sorted(readings, key=lambda r: r.document.sha256):
        for others in together:
            if _are_one(others[0].document, reading.document, folded):
                others.append(reading)
                break
        else:
            together.append([reading])
    return tuple(_texts(tuple(one), folded) for one in together)


def period(document: Document) -> Period | None:
    """What a document is about: its plan's period, or its reporting year, or the year it plans."""
    front = document.front
    if front.kind in (Kind.OUTLINE, Kind.PROPOSAL) and front.plan_period:
        return front.plan_period
    if front.reporting_year:
        return Period.year(front.reporting_year)
    return Period.year(front.planning_year) if front.planning_year else front.plan_period


def _are_one(first: Document, second: Document, folded: Mapping[str, Folded]) -> bool:
    """Same kind, place and period, as far as both say them (a copy may have lost its front page), and alike."""
    if first.front.kind is not second.front.kind:
        return False
    places = {d.front.place.code for d in (first, second) if d.front.place}
    periods = {p for p in (period(first), period(second)) if p}
    if len(places) > 1 or len(periods) > 1:
        return False
    return is_alike(folded[first.sha256], folded[second.sha256], _ALIKE)


def _texts(readings: tuple[Reading, ...], folded: Mapping[str, Folded]) -> Texts:
    first, *others = [r.document for r in readings]
    alignments = tuple(align(folded[first.sha256], folded[other.sha256]) for other in others)
    differ = (
        differences(alignment, first.sha256, other.sha256, (first.text, other.text))
        for alignment, other in zip(alignments, others, strict=True)
    )
    publication = Publication(
        id=_id([r.document for r in readings]),
        kind=first.front.kind,
        place=next((r.document.front.place for r in readings if r.document.front.place), None),
        title=next((r.document.front.title for r in readings if r.document.front.title), first.name),
        period=next((p for p in map(period, (r.document for r in readings)) if p), None),
        documents=tuple(r.document.sha256 for r in readings),
        differences=tuple(d for some in differ for d in some),
    )
    return Texts(publication, readings, alignments)


def _id(documents: Sequence[Document]) -> str:
    return hashlib.sha256(":".join(d.sha256 for d in documents).encode()).hexdigest()[:16]
