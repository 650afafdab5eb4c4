"""Readings into the ledger of one place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lantu.errors import MixedPlaces, NothingToDo
from lantu.model import (
    DataRow,
    Ledger,
    LeftOutFile,
    Note,
    Reading,
)
from lantu.pipeline.reading import Read, read_all
from lantu.read.data import read_data
from lantu.read.files import MAX_SIZE


def link_all(
    found: Read, *, data: Sequence[DataRow] = (), place: str | None = None, registers: Path | None = None,
    mixed: bool = False,
) -> Ledger:  # fmt: skip
    """The ledger of what was read. Documents of several places want `place`, one's code, unless `mixed`.

    Raises NothingToDo where no file could be read, MixedPlaces where a place has to be chosen.
    """
    if not found.readings:
        raise NothingToDo(
            "没有读到任何文档：见上面各文件的原因。", "No document could be read: see the reason for each file above."
        )
    left_out = [LeftOutFile(f.name, f.error.zh, f.error.en) for f in found.failures]
    from lantu.link import link  # noqa: PLC0415 - reading and extracting do without

    ours, others = (list(found.readings), []) if mixed else _of_place(found.readings, place)
    linked = link(ours, data, left_out, registers)
    if not others:
        return linked
    return replace(linked, notes=(*linked.notes, left_out_note(r.document.name for r in others)))


def left_out_note(names: Iterable[str]) -> Note:
    """That these documents are of another place."""
    return Note.of("other_place", documents="、".join(sorted(names)))


def _of_place(readings: Sequence[Reading], code: str | None) -> tuple[list[Reading], list[Reading]]:
    """The readings of one place, documents that name no place among them, and the others."""
    named = {p.code: p.name for r in readings if (p := r.document.front.place)}
    if code is None and len(named) > 1:
        said = "、".join(f"{name}（{c}）" for c, name in sorted(named.items()))
        told = ", ".join(f"{c} {name}" for c, name in sorted(named.items()))
        raise MixedPlaces(
            f"文件属于几个地区：{said}；一次只对一个地区。用 --place 代码 选定，或在 lantu.toml 中更正。",
            f"The files are of several places: {told}; one is done at a time. Choose it with --place CODE, or correct lantu.toml.",
        )
    if code is not None and code not in named:
        raise NothingToDo(f"文件中没有地区 {code} 的文档。", f"None of the files is a document of place {code}.")
    ours: list[Reading] = []
    others: list[Reading] = []
    for reading in readings:
        own = reading.document.front.place
        (ours if own is None or code in {None, own.code} else others).append(reading)
    return ours, others


def ledger(
    paths: Iterable[Path], *, data: Path | None = None, place: str | None = None, registers: Path | None = None,
    max_size: int = MAX_SIZE,
) -> Ledger:  # fmt: skip
    """Everything that the files of one place say, joined; `data` is a CSV or XLSX sheet of further values.

    Files that cannot be read are listed in `Ledger.left_out`.
    """
    found = read_all(paths, max_size=max_size, registers=registers)
    return link_all(found, data=read_data(data) if data else (), place=place, registers=registers)
