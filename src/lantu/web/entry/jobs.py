"""Long work over the ledger: bringing files in, joining again what follows from them. Can be stopped at any moment and begun again.

Each document is taken whole or not at all; places are joined when all documents are in. Begun again, files that are in
and read alike cost a reading and write nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lantu import pipeline
from lantu.errors import BadCorrections, LantuError, NothingToDo, StaleCorrection
from lantu.model import Document, Evaluation, Front, Ledger, Outcome, Place, Reply
from lantu.store import answering, codec, giving, keeping, models, taking
from lantu.store.keeping import Joined
from lantu.store.taking import Taken


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of the files: documents in the order given, files that could not be read."""

    documents: tuple[tuple[Document, Taken], ...]
    failures: tuple[pipeline.Failure, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that the documents are of, by code."""
        named = {d.front.place.code: d.front.place for d, _ in self.documents if d.front.place}
        return tuple(named[code] for code in sorted(named))


def bring_in(
    paths: Iterable[Path], *, told: Callable[[Path], None] | None = None, registers: Path | None = None,
    max_size: int = pipeline.MAX_SIZE, state: str = models.Document.State.COUNTED,
) -> BroughtIn:  # fmt: skip
    """Read files into the ledger, one by one; a bad one never stops the others.

    `told` hears each path as its turn comes; `state` is that of new documents.

    Raises StaleCorrection or BadCorrections as `pipeline.read_all`; what came before stays in.
    """
    taken: list[tuple[Document, Taken]] = []
    failures: list[pipeline.Failure] = []
    for path in paths:
        if told:
            told(path)
        try:
            document, data = pipeline.read_whole(path, max_size=max_size, registers=registers)
            reading = pipeline.extract(document)
        except (StaleCorrection, BadCorrections):
            raise
        except LantuError as error:
            failures.append(pipeline.Failure(path.name, error))
        else:
            taken.append((document, taking.take(reading, data, state=state)))
    return BroughtIn(tuple(taken), tuple(failures))


def read_again(told: Callable[[str], None]) -> BroughtIn:
    """Read every document of the ledger anew, by the rules of today; `told` hears each name as its turn comes.

    What a person set or corrected holds; decisions are reopened where the text or the reading is no longer as decided.
    """
    taken: list[tuple[Document, Taken]] = []
    failures: list[pipeline.Failure] = []
    for sha256 in giving.hashes():
        before = giving.reading(sha256, decided=False).document
        told(before.name)
        try:
            document = pipeline.reread(before, giving.original(sha256))
        except LantuError as error:
            failures.append(pipeline.Failure(before.name, error))
        else:
            taken.append((document, taking.take(pipeline.extract(document))))
    return BroughtIn(tuple(taken), tuple(failures))


def join(place: Place, *, registers: Path | None = None) -> Joined | None:
    """Make anew what follows from a place's documents and keep it; None where what is kept is up to date."""
    inputs = keeping.inputs(place.code)
    if keeping.is_fresh(place.code):
        return None
    found = pipeline.Read(tuple(giving.readings(place.code)), ())
    ledger = pipeline.link_all(found, registers=registers)
    outcomes = pipeline.check(ledger, registers=registers)
    evaluations = tuple(_evaluations(ledger, outcomes, answering.replies(place.code), registers))
    plans, targets = pipeline.tell(ledger, evaluations, registers=registers)
    joined = Joined(place, ledger, outcomes, evaluations, plans, targets)
    keeping.keep(joined, inputs)
    return joined


def _evaluations(
    ledger: Ledger, outcomes: Sequence[Outcome], replies: Sequence[Reply], registers: Path | None
) -> Iterator[Evaluation]:
    """One at the end of each year that a plan was at work in and has results for, and one of the latest day."""
    try:
        latest = pipeline.evaluate(ledger, outcomes=outcomes, registers=registers, answers=replies)
    except NothingToDo:
        return  # a place with neither values nor plans: its documents are there to be read and searched
    begun = min((plan.period.first_year for plan in ledger.plans), default=latest.as_of.year)
    for year in range(begun, latest.as_of.year):
        yield pipeline.evaluate(ledger, date(year, 12, 31), outcomes=outcomes, registers=registers, answers=replies)
    yield latest


def place_of(code: str) -> Place | None:
    """A place as the documents of the ledger name it; None where none does."""
    row = models.Document.objects.filter(place=code).order_by("pk").first()
    return codec.record(row.front, Front).place if row else None
