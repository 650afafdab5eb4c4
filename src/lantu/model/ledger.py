"""The ledger: publications, series with vintages, plans and targets (台账)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property

from lantu.model.document import Document, Kind, Place
from lantu.model.note import Note
from lantu.model.period import Period
from lantu.model.statement import Binding, Measure, Quantity, Reading, Statement


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two texts of one publication differ: raw spans and what each prints there."""

    first: str  # sha256 of the first document
    second: str
    first_span: tuple[int, int]
    second_span: tuple[int, int]
    first_text: str
    second_text: str
    kind: str  # figure, wording, punctuation, imprint


@dataclass(frozen=True, slots=True)
class Publication:
    """What one or more documents are texts of, in the order of their hashes."""

    id: str
    kind: Kind
    place: Place | None
    title: str
    period: Period | None  # plan period, or the reporting year
    documents: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


class Vintage(IntEnum):
    """How final a value is; the later wins."""

    ESTIMATE = 1  # 预计
    REPORTED = 2  # 报告
    FLASH = 3  # 快报
    VERIFIED = 4  # 核实
    REVISED = 5  # 修订


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row of a `--data` sheet: a value, or an assigned target with its document number."""

    file: str
    row: int  # as a person counts them in the sheet; the header is 1
    place: str
    indicator: str
    measure: Measure
    period: Period
    quantity: Quantity
    vintage: Vintage
    source: str
    target: bool = False  # an assigned target (下达指标); then `source` holds the document number


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one place in one measure, price basis and scope, through time.

    `indicator` is a register id, or `local:<name>` for one that only these documents know.
    """

    id: str
    place: str
    indicator: str
    name: str  # the indicator's Chinese name
    measure: Measure
    unit: str  # the unit in which its values are shown
    price: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of a series for a period in one vintage, with every statement or data row that says it.

    `statements`: ids, the official text before news, then by document hash.
    """

    series: str
    period: Period
    quantity: Quantity
    vintage: Vintage
    statements: tuple[str, ...] = ()
    rows: tuple[DataRow, ...] = ()


class TargetKind(StrEnum):
    """What a target wants of its series."""

    LEVEL = "level"
    AVERAGE_GROWTH = "average_growth"
    GROWTH = "growth"  # of one year
    SUM = "sum"  # a sum of flows over the plan
    REDUCTION = "reduction"  # a cumulative reduction in %
    CHANGE = "change"  # a change of a level over the plan
    SHARE = "share"
    BOUND = "bound"
    MAINTAIN = "maintain"
    RELATIVE = "relative"  # against another series
    ASSIGNED = "assigned"  # 完成市下达指标
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Base:
    """The base value printed with a target, and the year it belongs to."""

    quantity: Quantity
    period: Period
    statement: str


@dataclass(frozen=True, slots=True)
class StatedPath:
    """The average growth or total change that the plan prints beside base and target."""

    quantity: Quantity
    measure: Measure  # average_growth, change or cumulative
    statement: str


@dataclass(frozen=True, slots=True)
class Plan:
    """An adopted set of targets: (place, five-year or annual, period)."""

    id: str
    place: Place
    five_year: bool
    period: Period
    documents: tuple[str, ...]  # the official text first
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What a plan wants of a series.

    `wanted` is None for targets set elsewhere or against another series (then `words` holds them).
    `statements`: every statement that says it, the deciding one first. `part_of`: the five-year
    target that a year's target belongs to.
    """

    id: str
    plan: str
    series: str
    name: str  # as the plan names the indicator
    kind: TargetKind
    period: Period  # to which the wanted value belongs
    wanted: Quantity | None
    words: str
    unit: str
    binding: Binding | None
    headline: bool
    statements: tuple[str, ...]
    base: Base | None = None
    path: StatedPath | None = None
    row: int | None = None  # the printed number in the plan's table
    responsible: str | None = None
    part_of: str | None = None
    reference: str | None = None  # RELATIVE: the series or the words of the comparison
    assigned: DataRow | None = None  # ASSIGNED: the target as it was sent down
    cells: tuple[tuple[str, int, int], ...] = ()  # evidence that is no statement: document, raw span
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOutFile:
    """A file that could not be read, and why, in both languages."""

    name: str
    reason: str
    reason_en: str


@dataclass(frozen=True)
class Ledger:
    """Everything the documents say, joined."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    publications: tuple[Publication, ...]
    series: tuple[Series, ...]
    observations: tuple[Observation, ...]
    plans: tuple[Plan, ...]
    targets: tuple[Target, ...]
    left_out: tuple[LeftOutFile, ...] = ()
    rows: tuple[DataRow, ...] = field(default=())
    notes: tuple[Note, ...] = ()  # about the joining: a document without a place, a data row without a plan

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement by its id."""
        return {s.id: s for r in self.readings for s in r.statements}

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """Every document by its hash."""
        return {d.sha256: d for d in self.documents}

    @cached_property
    def series_by_id(self) -> Mapping[str, Series]:
        """Every series by its id."""
        return {s.id: s for s in self.series}

    @cached_property
    def plan_by_id(self) -> Mapping[str, Plan]:
        """Every plan by its id."""
        return {p.id: p for p in self.plans}

    @cached_property
    def observations_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """Observations by series, in order of period, then vintage."""
        found: dict[str, list[Observation]] = {}
        for o in self.observations:
            found.setdefault(o.series, []).append(o)
        return {k: tuple(sorted(v, key=lambda o: (o.period.end, o.period.code, o.vintage))) for k, v in found.items()}
