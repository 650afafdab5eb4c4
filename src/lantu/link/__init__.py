"""Link: readings → ledger. Indicators, places, series with vintages, plans and targets."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lantu.link import joins, places, plans, publications, references, targets, vintages
from lantu.link.indicators import Names
from lantu.link.reductions import as_reduction, unclear_rows
from lantu.link.said import cells, figures, in_order
from lantu.model import DataRow, Document, Ledger, LeftOutFile, Observation, Place, Reading, Series

__all__ = ["link"]


def link(
    readings: Sequence[Reading],
    rows: Sequence[DataRow] = (),
    left_out: Sequence[LeftOutFile] = (),
    registers: Path | None = None,
) -> Ledger:
    """Join what the documents say, and the rows of data sheets, into one ledger.

    The order of `readings` and `rows` does not change the result. A file that is a copy, byte for byte, of
    another one is listed as left out. `registers`: a folder with a bureau's own indicators, read after ours.
    """
    distinct, copies = _apart(readings)
    ordered = sorted(rows, key=lambda r: (r.file, r.row))
    return _link(distinct, ordered, (*left_out, *copies), Names(registers))


def _link(
    readings: Sequence[Reading], rows: Sequence[DataRow], left_out: tuple[LeftOutFile, ...], names: Names
) -> Ledger:
    texts = publications.group(readings)
    located = [(one, places.of_texts(one)) for one in texts]
    known = _distinct(place for _, (place, _) in located)
    said = in_order([as_reduction(f, names) for one, (place, _) in located for f in figures(one, place)])
    words = [c for one, (place, _) in located for c in cells(one, place)]
    own = plans.of_texts([(one, place) for one, (place, _) in located], said)
    wanted = targets.of_documents(own, said, words, names)
    adopted = plans.close(wanted.texts, own, [r.document for r in readings], known)
    seen, observations = vintages.observe(said, rows, known, names)
    joined = joins.join(wanted, rows, adopted, known, names)
    series = _in_register_order([*seen, *joined.series], names)
    return Ledger(
        documents=tuple(r.document for r in readings),
        readings=tuple(readings),
        publications=tuple(t.publication for t in texts),
        series=series,
        observations=_in_series_order(observations, series),
        plans=adopted,
        targets=references.resolve(joined.targets, {s.id: s for s in series}, names),
        left_out=left_out,
        rows=tuple(rows),
        notes=tuple(n for _, (_, notes) in located for n in notes) + joined.notes + unclear_rows(rows, names),
    )


def _apart(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[LeftOutFile, ...]]:
    """Readings in the order of their hashes, each text once; byte-for-byte copies are left out by name."""
    kept: dict[str, Reading] = {}
    copies = []
    for reading in sorted(readings, key=lambda r: (r.document.sha256, r.document.name)):
        first = kept.setdefault(reading.document.sha256, reading)
        if first is not reading:
            copies.append(_copy(reading.document, first.document))
    return tuple(kept.values()), tuple(copies)


def _copy(document: Document, first: Document) -> LeftOutFile:
    return LeftOutFile(document.name, f"与 {first.name} 逐字节相同", f"the same as {first.name}, byte for byte")


def _distinct(found: Iterable[Place]) -> tuple[Place, ...]:
    return tuple({p.code: p for p in found}.values())


def _in_register_order(found: Iterable[Series], names: Names) -> tuple[Series, ...]:
    distinct = {s.id: s for s in reversed(tuple(found))}.values()
    return tuple(sorted(distinct, key=lambda s: (s.place, names.order(s.indicator), s.id)))


def _in_series_order(observations: Iterable[Observation], series: Sequence[Series]) -> tuple[Observation, ...]:
    """By series, period and vintage; values of one vintage stay as `vintages.observe` orders them."""
    position = {s.id: i for i, s in enumerate(series)}
    return tuple(sorted(observations, key=lambda o: (position[o.series], o.period.end, o.period.code, o.vintage)))
