"""How far a target is: assessments, with everything needed to recompute them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lantu.model.ledger import Observation
from lantu.model.note import Note
from lantu.model.outcome import Outcome
from lantu.model.statement import Comparator


class Status(StrEnum):
    """是否达到预期进度, and for a period that is over, 是否完成."""

    ACHIEVED_EARLY = "ACHIEVED_EARLY"  # 提前完成
    AHEAD = "AHEAD"  # 快于预期
    ON_TRACK = "ON_TRACK"  # 符合预期
    BASICALLY_ON_TRACK = "BASICALLY_ON_TRACK"  # 基本符合
    LIMIT_MET = "LIMIT_MET"  # 控制在目标内
    BEHIND = "BEHIND"  # 滞后
    NOT_ASSESSABLE = "NOT_ASSESSABLE"  # 不可评
    OVERFULFILLED = "OVERFULFILLED"  # 超额完成
    COMPLETED = "COMPLETED"  # 完成
    BASICALLY_COMPLETED = "BASICALLY_COMPLETED"  # 基本完成
    NOT_MET = "NOT_MET"  # 未完成
    SCOPE_UNRESOLVED = "SCOPE_UNRESOLVED"  # 口径待核


MET = frozenset({Status.COMPLETED, Status.OVERFULFILLED})


class Outlook(StrEnum):
    """完成目标的趋势判断; the machine's proposal, signed by a person."""

    EXCEEDED = "EXCEEDED"  # 预计超额
    EXPECTED = "EXPECTED"  # 预计完成
    WITH_EFFORT = "WITH_EFFORT"  # 经努力可完成
    UNLIKELY = "UNLIKELY"  # 难以完成


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction of 1 with the bounds that rounding leaves it; `>=` where periods are missing."""

    value: Decimal
    comparator: Comparator = Comparator.EQ
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """The pace that the rest of the time asks for: a rate (fraction of 1 a year) or an amount a year."""

    value: Decimal
    unit: str  # "/year" for a rate, else the target's unit with "/year"


class LaterWord(StrEnum):
    """What the documents at hand say of a target after its plan was adopted."""

    ACTUAL = "actual"  # an actual value of the series
    NAMED = "named"  # the indicator or a neighbouring one is named, without its value
    NONE = "none"  # no later word in the documents at hand
    NO_LATER_DOCUMENT = "no_later_document"


@dataclass(frozen=True, slots=True)
class Passed:
    """A later mention of a target's indicator: document and raw span of the sentence."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Silence:
    """The later word on one target; `successors`: the later documents that were looked through."""

    target: str
    answer: LaterWord
    mentions: tuple[Passed, ...]
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One target at one date. Everything unknown is None and says why in `missing`.

    elapsed: share of the plan's time at the latest data; elapsed_plan: the same at `as_of`;
    expected: value the path asks for at the latest data, in the target's unit;
    expected_share: the same as a share of the way (S of practice.md 1.5).
    """

    target: str
    as_of: date
    status: Status
    outlook: Outlook | None
    provisional: bool  # rests on an estimate (预计)
    formula: str  # F1 … F12
    formula_version: int
    progress: Share | None
    elapsed: Decimal | None
    elapsed_plan: Decimal | None
    expected: Decimal | None
    expected_share: Decimal | None
    required: Required | None
    latest: Observation | None
    inputs: tuple[Observation, ...]
    missing: tuple[Note, ...]
    notes: tuple[Note, ...]
    reason: str | None = None  # NOT_ASSESSABLE: a reason code of practice.md 1.5
    findings: tuple[Outcome, ...] = ()  # of severity error or likely, about a number that it rests on, unanswered


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All assessments of a ledger at a date by a method."""

    as_of: date
    method: str
    assessments: tuple[Assessment, ...]
    silences: tuple[Silence, ...]
    notes: tuple[Note, ...] = ()  # about the whole: no plan for a year, undated documents used
