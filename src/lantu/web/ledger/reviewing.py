"""The review of a document: its text with each statement marked, what was read beside it, what people and checks said of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lantu.model import Answer, Evidence, LeftOut, Outcome, Page, Reading, Statement, Unread
from lantu.registers import messages
from lantu.report import marked, shown
from lantu.report.marked import Block, Mark
from lantu.store import codec, deciding, models
from lantu.store.deciding import Verdict
from lantu.web.ledger.fields import corrections, flat

PROPOSED = "proposed"  # nobody has said anything of it, or what was said was of another reading
FINDING = "finding"  # a failed check rests on it: stands beside the state
STATES = (PROPOSED, *Verdict.values)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding that rests on a number."""

    id: str
    rule: str
    severity: str
    seen: str
    answered: bool


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
    corrected: tuple[tuple[str, str], ...] = ()  # the fields that a person gave other values
    reopened: bool = False
    findings: tuple[Found, ...] = ()
    called: str = ""  # what the place calls the indicator, where it is otherwise than read

    @property
    def title(self) -> str:
        """The statement in one line."""
        return f"{self.statement.indicator} {self.value}"


@dataclass(frozen=True, slots=True)
class Review:
    """A document under review: `numbers` are those that no rule read, with the id of each mark."""

    blocks: tuple[Block, ...]
    statements: tuple[Reviewed, ...]
    unread: Mapping[str, Unread]
    left_out: Sequence[tuple[str, Sequence[LeftOut]]]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many statements are in each state, in the order of the work."""
        counted = Counter(r.state for r in self.statements)
        return {state: counted[state] for state in STATES}

    @property
    def done(self) -> int:
        """How many statements a person has decided."""
        return len(self.statements) - self.counts[PROPOSED]

    @property
    def with_findings(self) -> int:
        """How many statements a finding rests on."""
        return sum(bool(r.findings) for r in self.statements)

    def chosen(self, state: str) -> tuple[Reviewed, ...]:
        """The statements in a state, or those that findings rest on; all where none is named."""
        if state == FINDING:
            return tuple(r for r in self.statements if r.findings)
        return tuple(r for r in self.statements if not state or r.state == state)

    @property
    def next(self) -> str:
        """The first statement that waits for a person; empty where none does."""
        return next((r.statement.id for r in self.statements if r.state == PROPOSED), "")


@dataclass(frozen=True, slots=True)
class Words:
    """What people and checks said of the statements of a document: the latest decisions, findings, names of the place."""

    decisions: Mapping[str, models.Decision]
    findings: Mapping[str, tuple[Found, ...]]
    names: Mapping[str, str]

    def of(self, number: int, statement: Statement) -> Reviewed:
        """A statement with what was said of it."""
        decision = self.decisions.get(statement.id)
        found = self.findings.get(statement.id, ())
        value, called = shown.quantity(statement.quantity), self.names.get(statement.indicator, "")
        if decision is None:
            return Reviewed(number, statement, value, PROPOSED, 0, findings=found, called=called)
        reopened = decision.reopened is not None
        other = told(statement, decision) if decision.fields else ()
        return Reviewed(
            number, statement, value, PROPOSED if reopened else str(decision.verdict), decision.pk, decision.reason,
            decision.by, other, reopened, found, called,
        )  # fmt: skip


def review(reading: Reading, words: Words) -> Review:
    """The review of a document."""
    found = tuple(words.of(n, s) for n, s in enumerate(reading.statements, 1))
    unread = {f"u{u.start}": u for u in reading.unread}
    marks = [Mark(r.statement.id, r.statement.start, r.statement.end, r.number) for r in found]
    marks += [Mark(id_, u.start, u.end) for id_, u in unread.items() if u.start < u.end]
    by_rule: dict[str, list[LeftOut]] = {}
    for one in reading.left_out:
        by_rule.setdefault(one.rule, []).append(one)
    left_out = sorted(by_rule.items(), key=lambda item: -len(item[1]))
    return Review(marked.blocks(reading.document, marks), found, unread, left_out)


def as_said(statement: Statement, decision: models.Decision | None) -> Statement:
    """A statement with the fields that a person corrected; one that was confirmed or rejected is as it was read."""
    if decision is None or decision.verdict != Verdict.CORRECTED:
        return statement
    return deciding.as_corrected(statement, decision)


def told(statement: Statement, decision: models.Decision) -> tuple[tuple[str, str], ...]:
    """The fields that a decision corrected, against the statement as it is read now."""
    return corrections(flat(statement), flat(as_said(statement, decision)))


def findings(
    outcomes: Iterable[models.Outcome], document: str, answered: frozenset[str]
) -> Mapping[str, tuple[Found, ...]]:
    """The findings on each statement of a document."""
    said: dict[str, dict[str, Found]] = {}
    for row in outcomes:
        outcome = codec.record(row.record, Outcome)
        if outcome.answer is not Answer.FAILED:
            continue
        seen = messages.say(outcome.seen, "zh") if outcome.seen else ""
        one = Found(outcome.id, outcome.check, outcome.severity.value, seen, outcome.id in answered)
        for key in _statements((*outcome.evidence, *outcome.also), document):
            said.setdefault(key, {})[one.id] = one
    return {key: tuple(found.values()) for key, found in said.items()}


def _statements(evidence: Iterable[Evidence], document: str) -> Iterable[str]:
    return (e.statement for e in evidence if e.document == document and e.statement)


def alone(statement: Statement, words: Words) -> Reviewed:
    """A statement with what was said of it, outside of its document's list."""
    return replace(words.of(0, statement), number=0)


def leaf(pages: Sequence[Page], offset: int) -> int:
    """The number of the page on which the character at an offset is printed; the first page's where none is known."""
    begun = [p.number for p in pages if p.lines and p.lines[0].start <= offset]
    return begun[-1] if begun else pages[0].number
