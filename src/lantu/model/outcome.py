"""What a check answers: outcomes, the findings among them, and what the office replies to a finding."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lantu.model.note import Note

_FIGURE = re.compile(r"\d[\d.,，．]*")


class Severity(StrEnum):
    """How much a finding weighs (轻重), from the heaviest on."""

    ERROR = "error"  # 错误: the printed figures cannot all be right
    LIKELY = "likely"  # 疑似: one of them is probably wrong, or means something else
    INFORMATION = "information"  # 提示: nothing is wrong; a reader may ask

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class Answer(StrEnum):
    """What a check says of one place that it looked at (核查结论)."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A number or words that an outcome rests on: raw span, and the sentence or table row around it without white space.

    `at` is where in `around` it begins: text alone, so that the same words in another draft are the same evidence.
    """

    document: str
    start: int
    end: int
    around: str
    at: int
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check's answer about one place (核查结果); a failed one is a finding (问题).

    `seen`: what stands there and the arithmetic, in figures; `explanations`: what would explain it; `ask`: what to ask
    the office; `reason`: why the check does not apply. `printed`, `computed`: the two figures that do not agree, with units.
    `also`: the same words again in the document, or in other texts of the same publication.
    """

    check: str  # N1 …
    version: int
    answer: Answer
    severity: Severity
    evidence: tuple[Evidence, ...] = ()
    seen: Note | None = None
    printed: str = ""
    computed: str = ""
    explanations: tuple[Note, ...] = ()
    ask: Note | None = None
    reason: Note | None = None
    also: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """Hash of the check and the texts it rests on: a reply to a finding holds until they change.

        The first half is that of the words alone: it stays where only figures change.
        """
        words = (self.check, *(_FIGURE.sub("#", e.around) for e in self.evidence))
        said = (self.check, *((e.around, e.at, e.end - e.start) for e in self.evidence))
        return _hash(words) + _hash(said)

    @property
    def is_finding(self) -> bool:
        """Whether it is a failed outcome."""
        return self.answer is Answer.FAILED


def _hash(said: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


class ReplyKind(StrEnum):
    """What the office replies to a finding (答复种类)."""

    ACCEPTED = "accepted"  # 已说明: the figures stay, and why
    CORRECTED = "corrected"  # 已更正
    NOT_APPLICABLE = "not_applicable"  # 不适用: the finding is none


@dataclass(frozen=True, slots=True)
class Reply:
    """What the office replies to a finding (答复), an entry of an `answers.toml`; `number` counts from 1.

    `finding`: the id of the outcome. `check`, `texts` and `documents` say which it was, for the day on which the text changes.
    """

    finding: str
    kind: ReplyKind
    reason: str
    by: str = ""
    date: str = ""
    check: str = ""
    texts: tuple[str, ...] = ()  # the sentences and rows that it rested on
    documents: tuple[str, ...] = ()  # names of the files
    file: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Replied:
    """Which findings have a reply, by id, and which replies have no finding.

    `answered`: they stay quiet. `changed`: a reply was given to an earlier text of theirs. `gone`: replies to findings
    that are there no longer.
    """

    answered: Mapping[str, Reply] = field(default_factory=dict)
    changed: Mapping[str, Reply] = field(default_factory=dict)
    gone: tuple[Reply, ...] = ()

    @property
    def unmade(self) -> tuple[Reply, ...]:
        """Replies that say corrected, though the text is as it was."""
        return tuple(r for r in self.answered.values() if r.kind is ReplyKind.CORRECTED)
