"""Files into readings: a document with what lies beside it, and what it asserts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lantu.errors import BadCorrections, LantuError, StaleCorrection
from lantu.extract import extract as _extract
from lantu.extract.endpoint import Endpoint
from lantu.model import (
    Document,
    Note,
    Reading,
    SecondReading,
)
from lantu.pipeline.files import beside, hash_of, is_file
from lantu.read import corrections, read_bytes
from lantu.read.files import MAX_SIZE, load
from lantu.read.settings import FILE_NAME, Settings, of_table, read_settings

_LOST = "correction_without_document"  # a note about what lies beside the file


def read(path: Path, *, max_size: int = MAX_SIZE, registers: Path | None = None) -> Document:
    """The document in a file, with what a `lantu.toml` beside it says of it.

    Its misprints are read as a `corrections.toml` beside it, or in the folder `registers`, corrects them.
    Raises a LantuError that says what is wrong with the file and what to do.
    """
    return read_whole(path, max_size=max_size, registers=registers)[0]


def read_whole(path: Path, *, max_size: int = MAX_SIZE, registers: Path | None = None) -> tuple[Document, bytes]:
    """As `read`, and the bytes that were read."""
    wanted, data = _corrections(path, registers), load(path, max_size)
    document = read_bytes(path.name, data, max_size=max_size, settings=_settings_beside(path), corrections=wanted)
    lost = tuple(_without_its_document(path, document, wanted))
    return (replace(document, notes=(*document.notes, *lost)) if lost else document), data


def reread(before: Document, data: bytes, said: Mapping[str, object] | None = None) -> Document:
    """The bytes of a document as they are read now; what a person set or corrected when it was read before holds.

    `said`: what a person says of its front matter now, as `lantu.toml` would. Raises as `read`, StaleCorrection where a
    correction no longer finds its place, BadSettings for what is not allowed.
    """
    by_hand = {name: getattr(before.front, name) for name in before.front.by_hand}
    told = Settings({before.name: {**by_hand, **of_table(before.name, said or {})}})
    wanted = tuple(
        corrections.Wanted("", number, before.sha256, c.printed, c.should, c.reason, c.start, c.by, c.date)
        for number, c in enumerate(before.corrections, 1)
    )
    document = read_bytes(before.name, data, max_size=max(len(data), MAX_SIZE), settings=told, corrections=wanted)
    lost = tuple(note for note in before.notes if note.code == _LOST)
    return replace(document, notes=(*document.notes, *lost)) if lost else document


def _without_its_document(path: Path, document: Document, wanted: Sequence[corrections.Wanted]) -> Iterator[Note]:
    """Entries beside a document that are for no file there, while it prints what they correct: it was saved anew."""
    own = document.sha256
    others = [one for one in wanted if not own.startswith(one.document) and corrections.stands_in(one, document.text)]
    if not others or not is_file(path.parent / corrections.FILE_NAME):
        return
    beside = corrections.read_corrections(path.parent / corrections.FILE_NAME)
    known = {hash_of(file) for file in path.parent.iterdir() if is_file(file)}
    for one in others:
        if one in beside and not any(each.startswith(one.document) for each in known):
            yield Note.of(_LOST, number=one.number, printed=one.printed, sha256=own)


def _settings_beside(path: Path) -> Settings | None:
    beside = path.parent / FILE_NAME
    return read_settings(beside) if is_file(beside) else None


def _corrections(path: Path, registers: Path | None) -> tuple[corrections.Wanted, ...]:
    files = beside((path,), registers, corrections.FILE_NAME)
    return tuple(one for file in files for one in corrections.read_corrections(file))


def extract(document: Document) -> Reading:
    """What a document asserts: statements, numbers left out by a named rule, numbers unread."""
    return _extract(document)


def read_again(reading: Reading, endpoint: Endpoint, told: Callable[[int, int], None] | None = None) -> SecondReading:
    """What the language model behind `endpoint` reads in a document, beside what the rules read.

    `told` hears how many stretches of how many are done. Raises SecondReaderFailed.
    """
    from lantu.extract.second import read_again as _read_again  # noqa: PLC0415 - the network is loaded with it

    return _read_again(reading, endpoint, told)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and the error that says why."""

    name: str
    error: LantuError


@dataclass(frozen=True, slots=True)
class Read:
    """Many files read: the good ones, and each bad one with its error."""

    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]
    paths: Mapping[str, Path] = field(default_factory=dict)  # of each document, by its hash, as given

    def with_(self, other: "Read") -> "Read":
        """These files and others."""
        failures = (*self.failures, *other.failures)
        return Read((*self.readings, *other.readings), failures, {**other.paths, **self.paths})


def read_all(
    paths: Iterable[Path], *, max_size: int = MAX_SIZE, progress: Callable[[Path], None] | None = None,
    registers: Path | None = None,
) -> Read:  # fmt: skip
    """Read and extract every file; a bad one never stops the others. `progress` is told each path as its turn comes.

    Raises StaleCorrection or BadCorrections: nothing is to be reported where a correction was meant and not made.
    """
    readings, failures = [], []
    given: dict[str, Path] = {}
    for path in paths:
        if progress:
            progress(path)
        try:
            readings.append(extract(read(path, max_size=max_size, registers=registers)))
            given.setdefault(readings[-1].document.sha256, path)
        except (StaleCorrection, BadCorrections):
            raise
        except LantuError as error:
            failures.append(Failure(path.name, error))
    return Read(tuple(readings), tuple(failures), given)


def picture(format_: str, name: str, data: bytes, page: int) -> bytes:
    """The image of a page of a file of the format `format_`, as PNG. Raises BadRequest, DamagedFile, TooLarge, MissingTool."""
    from lantu.read import apart  # noqa: PLC0415 - only the viewer wants it

    return apart.draw(format_, name, data, page)
