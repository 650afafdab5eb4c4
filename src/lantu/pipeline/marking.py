"""The documents that were checked, written anew with their findings on the numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lantu.errors import BadRequest, LantuError
from lantu.model import (
    Document,
    Ledger,
    Stretch,
)
from lantu.pipeline.files import is_file
from lantu.pipeline.reading import Failure
from lantu.report.checked import Findings

MARKED = ("docx", "pdf")  # formats in which a finding is a note on its number


@dataclass(frozen=True, slots=True)
class Marked:
    """Files written with findings on their numbers, files that take none, and how many findings rest on no number of theirs.

    `signed`: files whose digital signature does not hold for the copy.
    """

    written: tuple[Path, ...]
    failures: tuple[Failure, ...]
    elsewhere: int
    signed: tuple[str, ...] = ()


def wants_output(format_: str, output: Path | None) -> Path | None:
    """Raises BadRequest where files with notes are wanted and not said where, or the other way round."""
    if format_ in MARKED and output is None:
        raise BadRequest(
            f"--format {format_} 要同时写 --output 文件或文件夹：原文件不改动。",
            f"--format {format_} wants --output FILE or DIR: no input is changed.",
        )
    if format_ not in MARKED and output is not None:
        raise BadRequest(
            f"--output 只用于 --format {' 或 '.join(MARKED)}；{format_} 打印在屏幕上，可用 > 存入文件。",
            f"--output goes with --format {' or '.join(MARKED)}; {format_} is printed, keep it with >.",
        )
    return output


def mark(
    found: Findings, drafts: Sequence[Path], output: Path | None, *, format_: str, against: Sequence[Path] = (), force: bool = False, lang: str = "zh",
) -> Marked:  # fmt: skip
    """Write each draft anew with its findings as Word comments (`docx`) or as annotations (`pdf`).

    `output` is a folder, or a file name for one draft. No draft is changed in place. Raises BadRequest or OutputExists.
    """
    from lantu.report import copies, marks  # noqa: PLC0415 - a table of findings does without
    from lantu.report.files import write_all  # noqa: PLC0415 - see above

    output = wants_output(format_, output)
    assert output is not None, "wants_output saw to it"
    taken: dict[Path, tuple[Document, bytes]] = {}
    failures: list[Failure] = []
    for path, document, data in _drafts(found.ledger, drafts):
        try:
            copies.suits(document, format_)
            taken[path] = document, data
        except LantuError as error:
            failures.append(Failure(document.name, error))
    targets = copies.targets(taken, output, format_, [*drafts, *against])
    made: dict[Path, bytes] = {}
    for target, (document, data) in zip(targets, taken.values(), strict=True):
        wanted = marks.marks(found, document, lang)
        made[target] = copies.marked(document, data, wanted, _word_places)
    contents = {target.name: content for target, content in made.items()}
    written = write_all(targets[0].parent, contents, force=force) if targets else ()
    shown = [document for document, _ in taken.values()]
    elsewhere = sum(not marks.is_marked(o, shown) for o in found.open)
    changed = [
        (document, data)
        for target, (document, data) in zip(targets, taken.values(), strict=True)
        if made[target] != data
    ]
    signed = tuple(document.name for document, data in changed if copies.is_signed(format_, data))
    return Marked(written, tuple(failures), elsewhere, signed)


def _drafts(ledger: Ledger, paths: Sequence[Path]) -> Iterator[tuple[Path, Document, bytes]]:
    """The files that the ledger holds, with their bytes, each text once."""
    seen: set[str] = set()
    for path in paths:
        data = path.read_bytes() if is_file(path) else b""
        key = sha256(data).hexdigest()
        if key in ledger.document and key not in seen:
            seen.add(key)
            yield path, ledger.document[key], data


def _word_places(document: Document, data: bytes, spans: Sequence[tuple[int, int]]) -> list[Stretch | None]:
    from lantu.read.docx_places import Places  # noqa: PLC0415 - only Word files want it

    places = Places(document, data)
    return [places.stretch(start, end) for start, end in spans]
