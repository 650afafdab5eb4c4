"""Findings of the ledger as they are listed: what stands there, the arithmetic, what to ask, and where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lantu import pipeline
from lantu.model import Evidence, Outcome, Severity
from lantu.registers import messages
from lantu.report.checked import Rule
from lantu.store import codec, derived, models


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row that a finding rests on, in pieces, of which some are what it rests on.

    `document` is empty where it is no longer in the ledger; `statement` is the first that the finding rests on.
    """

    document: str
    name: str
    statement: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as a person reads it."""

    id: str
    rule: Rule
    severity: Severity
    seen: str
    explanations: tuple[str, ...]
    ask: str
    sentences: tuple[Sentence, ...]


def listed(rows: Sequence[derived.Outcome]) -> list[Listed]:
    """The findings of some rows, in two queries however many there are."""
    outcomes = [codec.record(row.record, Outcome) for row in rows]
    hashes = {e.document for o in outcomes for e in o.evidence}
    names = dict(models.Document.objects.filter(sha256__in=hashes).values_list("sha256", "name"))
    rules = {rule.id: rule for rule in pipeline.rules()}
    return [_listed(o, rules[o.check], names) for o in outcomes if o.check in rules]


def _listed(outcome: Outcome, rule: Rule, names: Mapping[str, str]) -> Listed:
    said: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in outcome.evidence:
        said.setdefault((evidence.document, evidence.around), []).append(evidence)
    return Listed(
        outcome.id, rule, outcome.severity, messages.say(outcome.seen, "zh") if outcome.seen else "",
        tuple(messages.say(note, "zh") for note in outcome.explanations),
        messages.say(outcome.ask, "zh") if outcome.ask else "", tuple(_sentence(each, names) for each in said.values()),
    )  # fmt: skip


def _sentence(evidence: Sequence[Evidence], names: Mapping[str, str]) -> Sentence:
    """The one sentence of several pieces of evidence."""
    first = evidence[0]
    known = first.document if first.document in names else ""
    statement = next((e.statement for e in evidence if e.statement), "")
    return Sentence(known, names.get(first.document, ""), statement, tuple(_pieces(evidence)))


def _pieces(evidence: Sequence[Evidence]) -> Iterator[tuple[str, bool]]:
    text, done = evidence[0].around, 0
    for at, end in sorted((e.at, e.at + e.end - e.start) for e in evidence):
        if at >= done:
            yield text[done:at], False
            yield text[at:end], True
            done = end
    yield text[done:], False
