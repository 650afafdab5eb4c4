"""What a check is, and what its function hands back for each place that it looks at."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lantu.check.case import Case
from lantu.model import Answer, Evidence, Note, Outcome, Severity


@dataclass(frozen=True, slots=True)
class Answered:
    """An outcome before the check's name is on it. `severity`: where it is not the check's own."""

    answer: Answer
    evidence: tuple[Evidence, ...]
    seen: Note | None = None
    printed: str = ""
    computed: str = ""
    explanations: tuple[Note, ...] = ()
    ask: Note | None = None
    reason: Note | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its name: `run` looks at a case and answers for every place that the rule speaks of.

    The module that holds `run` says rule, exceptions and source in its docstring.
    """

    id: str
    version: int
    zh: str
    en: str
    severity: Severity
    run: Callable[[Case], Iterable[Answered]]

    @property
    def doc(self) -> str:
        """The rule in words: its module's docstring."""
        return sys.modules[self.run.__module__].__doc__ or ""

    def outcome(self, answered: Answered) -> Outcome:
        """What its function said, under its name."""
        return Outcome(
            self.id,
            self.version,
            answered.answer,
            answered.severity or self.severity,
            answered.evidence,
            answered.seen,
            answered.printed,
            answered.computed,
            answered.explanations,
            answered.ask,
            answered.reason,
        )


def passed(*evidence: Evidence, seen: Note | None = None) -> Answered:
    """The figures agree."""
    return Answered(Answer.PASSED, evidence, seen)


def failed(
    *evidence: Evidence,
    seen: Note,
    ask: Note,
    printed: str = "",
    computed: str = "",
    explanations: Iterable[Note] = (),
    severity: Severity | None = None,
) -> Answered:
    """A finding: what is seen with its arithmetic, what would explain it, and what to ask."""
    return Answered(
        Answer.FAILED, evidence, seen, printed, computed, tuple(explanations), ask, reason=None, severity=severity
    )


def not_applicable(code: str, *evidence: Evidence, **values: object) -> Answered:
    """The rule does not bind here, and why: a message code with its values."""
    return Answered(Answer.NOT_APPLICABLE, evidence, reason=Note.of(code, **values))
