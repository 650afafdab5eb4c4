"""What the outputs of `lantu check` are made from: the outcomes, the rules in words, and which documents were checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lantu.model import Ledger, Outcome, Severity
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

    `paths`: each document's file as it was given, by its hash. `answered`: what the office said of a finding, by its id.
    """

    ledger: Ledger
    outcomes: tuple[Outcome, ...]
    checked: frozenset[str]
    rules: tuple[Rule, ...]
    paths: Mapping[str, Path] = field(default_factory=dict)
    answered: Mapping[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The findings, in the order of the checks."""
        return tuple(o for o in self.outcomes if o.is_finding)
