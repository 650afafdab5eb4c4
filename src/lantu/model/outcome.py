"""What a check answers: outcomes, and the findings among them."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from lantu.model.note import Note


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
        """Hash of the check and the texts it rests on: an answered finding stays quiet until they change."""
        said = (self.check, *((e.around, e.at, e.end - e.start) for e in self.evidence))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    @property
    def is_finding(self) -> bool:
        """Whether it is a failed outcome."""
        return self.answer is Answer.FAILED
