"""What a second reader proposes, and where it and the grammar part."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.model.document import Document
from lantu.model.period import Period
from lantu.model.statement import Measure, Nature, Statement


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number as a second reader reads it; `start`, `end`: offsets into `Document.text`, which prints `text` there."""

    start: int
    end: int
    text: str
    indicator: str
    value: Decimal
    unit: str
    measure: Measure
    nature: Nature
    period: Period


class Parting(StrEnum):
    """How the two readings of a number part."""

    THEIRS = "theirs"  # only the second reader reads it
    OURS = "ours"  # only the grammar reads it
    FIELDS = "fields"  # both read it, not the same


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One number that the two do not read alike; `fields`: the names of those that differ."""

    kind: Parting
    statement: Statement | None
    proposal: Proposal | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discarded:
    """What a second reader said and is not listened to: a reason of `[discarded]` in report/words.toml."""

    passage: int
    reason: str
    said: str


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A document as a second reader read it beside the grammar. It changes no statement."""

    document: Document
    model: str
    asked: int  # stretches of text that were sent
    agreed: int
    disagreements: tuple[Disagreement, ...]  # in the order of the text
    discarded: tuple[Discarded, ...]
