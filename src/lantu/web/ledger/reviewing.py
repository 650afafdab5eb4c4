"""The review of a document: its text with each statement marked, what was read beside it, what people said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantu.model import Reading, Statement
from lantu.report import marked, shown
from lantu.report.marked import Block, Mark
from lantu.store import models
from lantu.store.deciding import Verdict

PROPOSED = "proposed"  # nobody has said anything of it, or what was said was of another reading


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A statement as the machine read it, and the latest word on it."""

    number: int
    statement: Statement
    value: str
    state: str  # proposed, confirmed, corrected, rejected
    decision: int  # its id; 0 where there is none
    reason: str = ""
    by: str = ""
    corrected: Mapping[str, object] | None = None
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A document under review."""

    blocks: tuple[Block, ...]
    statements: tuple[Reviewed, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many statements are in each state, in the order of the work."""
        states = (PROPOSED, *Verdict.values)
        return {state: sum(r.state == state for r in self.statements) for state in states}

    @property
    def done(self) -> int:
        """How many statements a person has decided."""
        return len(self.statements) - self.counts[PROPOSED]


def review(reading: Reading, decisions: Sequence[models.Decision]) -> Review:
    """The review of a document whose `decisions` are given in the order in which they were made."""
    latest = {d.statement: d for d in decisions}
    found = tuple(_reviewed(n, s, latest.get(s.id)) for n, s in enumerate(reading.statements, 1))
    marks = (Mark(r.statement.id, r.statement.start, r.statement.end, r.number) for r in found)
    return Review(marked.blocks(reading.document, marks), found)


def _reviewed(number: int, statement: Statement, decision: models.Decision | None) -> Reviewed:
    value = shown.quantity(statement.quantity)
    if decision is None:
        return Reviewed(number, statement, value, PROPOSED, 0)
    reopened = decision.reopened is not None
    state = PROPOSED if reopened else str(decision.verdict)
    return Reviewed(
        number, statement, value, state, decision.pk, decision.reason, decision.by, decision.fields or None, reopened
    )
