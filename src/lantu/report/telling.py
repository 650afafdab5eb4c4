"""A plan and its targets as pages tell them: plain values in both languages, each figure with the places it stands in.

Made once when a place is joined, kept by the store, shown by every page: no page works anything out. No field has a
default, so that a template finds all of them. `Words` become `[zh, en]` in JSON.
"""

from dataclasses import dataclass

from lantu.report.words import Words


@dataclass(frozen=True, slots=True)
class Ref:
    """Where something stands: the document, the statement ("" where it is none), the raw offset, the sentence in three parts."""

    document: str  # sha256
    name: str  # of the document, as people call it
    kind: str  # of the document
    statement: str
    start: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number or words, and where they stand; none for a data sheet's."""

    text: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DoubtTold:
    """A finding that an assessment rests on."""

    id: str
    check: str
    severity: str
    said: Words
    ask: Words | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as a row of the overview."""

    key: str
    plan: str
    number: str  # printed in the plan's table
    name: str
    en: str
    kind: Words
    when: Words
    binding: str  # 约束性, 预期性 or ""
    headline: bool
    sector: str  # the plan's own heading over it, or its table's category
    status: str  # a Status
    status_words: Words
    tone: str  # good, near, behind, query, none
    icon: str
    base: Figure | None
    goal: Figure
    latest: Figure | None
    latest_when: Words | None
    vintage: Words | None
    estimate: bool
    progress: str
    rounding: str
    due: str
    bar: str  # 0 … 100, for the drawn bar; "" where there is no progress
    elapsed: str
    outlook: Words | None
    gap: Words | None
    reason: Words | None
    caution: Words | None
    doubts: tuple[DoubtTold, ...]
    silence: str  # a LaterWord, "" where nobody looked
    part_of: str  # key of the five-year target


@dataclass(frozen=True, slots=True)
class LinePart:
    """A stretch of a worked line: an exponent where `raised`, a printed number where it has a statement."""

    text: str
    raised: bool
    document: str
    statement: str


@dataclass(frozen=True, slots=True)
class LineTold:
    """One worked line; `role` as in `report.figures.Line`."""

    role: str
    parts: tuple[LinePart, ...]


@dataclass(frozen=True, slots=True)
class ValueTold:
    """One value of the series in one vintage; `restates`: another value was printed for the period before."""

    period: str
    when: Words
    what: Words
    figure: Figure
    vintage: Words
    rank: int  # of the vintage
    estimate: bool
    restates: bool


@dataclass(frozen=True, slots=True)
class PartTold:
    """A year's target that belongs to this one."""

    key: str
    plan: Words
    goal: str
    latest: str
    status_words: Words
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A place where the target stands, and the part it plays there."""

    role: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the chart: value as printed, without its unit, as a plain decimal."""

    year: str
    value: str
    printed: str
    estimate: bool
    document: str
    statement: str


@dataclass(frozen=True, slots=True)
class ChartTold:
    """What the chart draws, and its table says."""

    first: int
    last: int
    unit: str
    points: tuple[Point, ...]
    base: Point | None
    goal: Point | None
    path: tuple[tuple[str, str], ...]  # (year, value)
    pace: tuple[tuple[str, str], ...]  # from the latest value to the target: what the rest asks for
    bars: bool
    stacked: bool


@dataclass(frozen=True, slots=True)
class JudgedTold:
    """The assessment at one date."""

    as_of: str
    status: str
    status_words: Words
    tone: str
    icon: str
    progress: str
    elapsed: str
    latest: str
    provisional: bool
    lines: tuple[LineTold, ...]
    formula: Words


@dataclass(frozen=True, slots=True)
class TargetTold:
    """The whole story of a target, beside its row."""

    row: TargetRow
    plan_name: Words
    indicator: str
    verdict: tuple[Words, ...]
    formula: Words
    lines: tuple[LineTold, ...]
    notes: tuple[Words, ...]
    values: tuple[ValueTold, ...]
    parts: tuple[PartTold, ...]
    sources: tuple[SourceTold, ...]
    mentions: tuple[Ref, ...]
    silence: Words | None
    responsible: str
    chart: ChartTold | None
    history: tuple[JudgedTold, ...]
    documents: tuple[str, ...]  # every document that it rests on


@dataclass(frozen=True, slots=True)
class Tally:
    """How many headline targets have one status."""

    number: int
    status: str
    words: Words
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A plan's head: what it is, how much of its time is over, how its headline targets stand."""

    key: str
    name: Words
    about: Words
    period: str
    five_year: bool
    draft: bool
    as_of: str
    elapsed: str  # "60 %": share of the plan's time that is over at `as_of`
    sentence: Words
    tallies: tuple[Tally, ...]
    binding: Words | None
    method: Words
    notes: tuple[Words, ...]
    documents: tuple[str, ...]
