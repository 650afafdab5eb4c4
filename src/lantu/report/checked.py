"""What the outputs of `lantu check` are made from: the outcomes, the rules in words, and which documents were checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lantu.model import Ledger, Outcome, Replied, Severity
from lantu.report.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A check in words; `help` is its rule, exceptions and source."""

    id: str
    version: int
    severity: Severity
    name: Words
    help: Words


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found. `checked`: hashes of the documents checked; the others are only compared against.

    `paths`: each document's file as it was given, by its hash. `replied`: what the office replies to findings.
    """

    ledger: Ledger
    outcomes: tuple[Outcome, ...]
    checked: frozenset[str]
    rules: tuple[Rule, ...]
    paths: Mapping[str, Path] = field(default_factory=dict)
    replied: Replied = field(default_factory=Replied)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The findings, in the order of the checks."""
        return tuple(o for o in self.outcomes if o.is_finding)

    @property
    def open(self) -> tuple[Outcome, ...]:
        """The findings without a reply to the text as it is."""
        return tuple(o for o in self.failed if o.id not in self.replied.answered)

    @property
    def answered(self) -> tuple[Outcome, ...]:
        """The findings with one: they stay quiet."""
        return tuple(o for o in self.failed if o.id in self.replied.answered)
