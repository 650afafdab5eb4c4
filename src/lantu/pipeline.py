"""The library's door: the whole flow, one short function a scale.

from pathlib import Path
from lantu import pipeline

ledger = pipeline.ledger([Path("outline.md"), Path("report.txt")])
evaluation = pipeline.evaluate(ledger, date(2023, 12, 31))
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from lantu.errors import BadCorrections, BadRequest, LantuError, MixedPlaces, NothingToDo, StaleCorrection
from lantu.extract import extract as _extract
from lantu.extract.endpoint import Endpoint
from lantu.model import (
    DataRow,
    Document,
    Evaluation,
    Ledger,
    LeftOutFile,
    Note,
    Outcome,
    Reading,
    Replied,
    Reply,
    SecondReading,
    Stretch,
)
from lantu.read import corrections
from lantu.read import read as _read
from lantu.read.data import read_data
from lantu.read.files import MAX_SIZE
from lantu.read.settings import FILE_NAME, Settings, read_settings
from lantu.registers import methods
from lantu.registers.methods import Method
from lantu.report.checked import Findings, Rule
from lantu.report.words import Words

__all__ = [
    "MARKED", "MAX_SIZE", "Endpoint", "Failure", "Marked", "Read", "check", "check_drafts", "evaluate", "explain", "extract", "ledger", "link_all", "mark", "read", "read_all", "read_again", "read_data", "replied", "replies", "report", "rules", "wants_output",
]  # fmt: skip


MARKED = ("docx", "pdf")  # formats in which a finding is a note on its number


def read(path: Path, *, max_size: int = MAX_SIZE, registers: Path | None = None) -> Document:
    """The document in a file, with what a `lantu.toml` beside it says of it.

    Its misprints are read as a `corrections.toml` beside it, or in the folder `registers`, corrects them.
    Raises a LantuError that says what is wrong with the file and what to do.
    """
    return _read(path, max_size=max_size, settings=_settings_beside(path), corrections=_corrections(path, registers))


def _settings_beside(path: Path) -> Settings | None:
    beside = path.parent / FILE_NAME
    return read_settings(beside) if _is_file(beside) else None


def _corrections(path: Path, registers: Path | None) -> tuple[corrections.Wanted, ...]:
    files = _beside((path,), registers, corrections.FILE_NAME)
    return tuple(one for file in files for one in corrections.read_corrections(file))


def _beside(paths: Iterable[Path], registers: Path | None, name: str) -> list[Path]:
    """The files of that name beside the documents and in the folder `registers`, each once."""
    folders = [*(path.parent for path in paths), *([registers] if registers else [])]
    held = [folder for folder in folders if _is_file(folder / name)]
    return [Path(folder) / name for folder in dict.fromkeys(map(os.path.realpath, held))]  # one may have two names


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises in a closed folder


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
    return replace(linked, notes=(*linked.notes, _left_out(r.document.name for r in others)))


def _left_out(names: Iterable[str]) -> Note:
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


def check(ledger: Ledger, drafts: Iterable[str] | None = None, *, registers: Path | None = None) -> tuple[Outcome, ...]:
    """What the checks say of the documents `drafts` (hashes; all where None), compared with all that the ledger holds."""
    from lantu.check import check as _check  # noqa: PLC0415 - reading and extracting do without

    return _check(ledger, drafts, registers)


def check_drafts(
    found: Read, drafts: frozenset[str], *, place: str | None = None, registers: Path | None = None
) -> tuple[Ledger, tuple[Outcome, ...]]:
    """The ledger of what was read, and what the checks say of `drafts` (hashes), compared with the other documents.

    The drafts say the place: documents of another are left out, and a note names them. Drafts of several places are
    checked each with the documents of its own place, and a note says so.
    """
    named = {p.code: p.name for r in found.readings if r.document.sha256 in drafts and (p := r.document.front.place)}
    if place is not None or len(named) < 2:
        ledger = link_all(found, place=place or next(iter(named), None), registers=registers)
        return ledger, check(ledger, drafts, registers=registers)
    groups: dict[str, list[Reading]] = {}
    for reading in found.readings:
        own = reading.document.front.place
        groups.setdefault(own.code if own else "", []).append(reading)
    ours = [code for code in groups if code in named or not code]
    others = [r.document.name for code in groups if code not in ours for r in groups[code]]
    kept = replace(found, readings=tuple(r for code in ours for r in groups[code]))
    whole = link_all(kept, registers=registers, mixed=True)
    answers = [
        one
        for code in ours
        for one in check(link_all(Read(tuple(groups[code]), ()), registers=registers), drafts, registers=registers)
    ]
    order = {rule.id: number for number, rule in enumerate(rules())}
    said = "、".join(f"{name} {code}" for code, name in sorted(named.items()))
    notes = (Note.of("places_apart", places=said), *([_left_out(others)] if others else []))
    return replace(whole, notes=(*whole.notes, *notes)), tuple(sorted(answers, key=lambda one: order[one.check]))


def replies(drafts: Iterable[Path], named: Path | None = None, *, registers: Path | None = None) -> tuple[Reply, ...]:
    """The office's replies to findings: `answers.toml` beside the drafts or in `registers`, and the file `named`, which wins.

    Raises BadAnswers for a file that cannot be used.
    """
    from lantu.read.replies import FILE_NAME, read_replies  # noqa: PLC0415 - only a check wants it

    files = dict.fromkeys([*_beside(drafts, registers, FILE_NAME), *([named] if named else [])])
    return tuple({one.finding: one for file in files for one in read_replies(file)}.values())


def replied(ledger: Ledger, outcomes: Iterable[Outcome], given: Iterable[Reply]) -> Replied:
    """Which findings the replies answer, which come back because their text changed, and which are gone."""
    from lantu.check.replying import replied as _replied  # noqa: PLC0415 - reading and extracting do without

    return _replied(ledger, outcomes, given)


def rules() -> tuple[Rule, ...]:
    """The checks in words, in the order of reports."""
    from lantu.check import CHECKS  # noqa: PLC0415 - reading and extracting do without
    from lantu.check.explaining import parts  # noqa: PLC0415 - reading and extracting do without

    return tuple(Rule(c.id, c.version, c.severity, Words(c.zh, c.en), Words(*parts(c))) for c in CHECKS)


def explain(check_id: str, lang: str = "zh") -> str:
    """A check's rule, exceptions and source in one language. Raises BadRequest for an identifier that is none."""
    from lantu.check.explaining import explain as _explain  # noqa: PLC0415 - reading and extracting do without

    return _explain(check_id, lang)


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
        data = path.read_bytes() if _is_file(path) else b""
        key = sha256(data).hexdigest()
        if key in ledger.document and key not in seen:
            seen.add(key)
            yield path, ledger.document[key], data


def _word_places(document: Document, data: bytes, spans: Sequence[tuple[int, int]]) -> list[Stretch | None]:
    from lantu.read.docx_places import Places  # noqa: PLC0415 - only Word files want it

    places = Places(document, data)
    return [places.stretch(start, end) for start, end in spans]


def evaluate(
    ledger: Ledger, as_of: date | None = None, *, method: Method | None = None, registers: Path | None = None,
    answers: Iterable[Reply] = (),
) -> Evaluation:  # fmt: skip
    """How far each target is at a date (default: the end of the latest period with data), by a method.

    The checks run over all documents: an assessment that rests on a finding without an answer says so.
    """
    from lantu.evaluate import evaluate as _evaluate  # noqa: PLC0415 - reading and extracting do without
    from lantu.evaluate.resting import resting  # noqa: PLC0415 - see above

    found = _evaluate(ledger, method or methods.load(), as_of, registers)
    outcomes = check(ledger, registers=registers)
    answered = replied(ledger, outcomes, answers).answered
    return resting(ledger, found, (o for o in outcomes if o.is_finding and o.id not in answered), as_of)


def report(
    ledger: Ledger,
    evaluation: Evaluation,
    out: Path,
    *,
    method: Method | None = None,
    force: bool = False,
    lang: str = "zh",
    registers: Path | None = None,
) -> tuple[Path, ...]:
    """Write evaluation.html, evaluation.json and evaluation.xlsx into the folder `out`; the paths written."""
    from lantu.report import report as _report  # noqa: PLC0415 - reading and extracting do without

    return _report(ledger, evaluation, method or methods.load(), out, force=force, lang=lang, registers=registers)
