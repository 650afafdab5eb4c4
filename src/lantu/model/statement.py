"""What documents assert: quantities, statements, and the reading of a document."""

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from lantu.model.document import Correction, Document
from lantu.model.period import Period


class Comparator(StrEnum):
    """How a printed value bounds what is meant."""

    EQ = "="
    GE = ">="
    GT = ">"
    LE = "<="
    LT = "<"
    ABOUT = "~"
    BETWEEN = "between"


class Measure(StrEnum):
    """How an indicator is measured (GUIDE: measure)."""

    LEVEL = "level"
    GROWTH = "growth"
    AVERAGE_GROWTH = "average_growth"
    CHANGE = "change"
    CUMULATIVE = "cumulative"
    RANK = "rank"
    RATIO = "ratio"


class Nature(StrEnum):
    """Whether a value is already so, expected for the period now ending, or to become so."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    TARGET = "target"


class Confidence(StrEnum):
    """How far the rules that read a statement carry: a property of the rules, not a probability."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class Binding(StrEnum):
    """约束性 or 预期性."""

    BINDING = "约束性"
    EXPECTED = "预期性"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as printed. `high` is the upper end of a range (comparator BETWEEN).

    A measured 41.5 stands for 41.45 … 41.55 (`half_digit`); what was decided is exact.
    """

    value: Decimal
    unit: str  # as printed with its multiplier, white space removed: 亿元, %, /10万, ""
    comparator: Comparator = Comparator.EQ
    high: Decimal | None = None

    @property
    def half_digit(self) -> Decimal:
        """Half of the last printed digit, in the printed unit."""
        exponent = self.value.as_tuple().exponent
        assert isinstance(exponent, int), "a printed number is finite"
        return Decimal(5).scaleb(min(exponent, 0) - 1)

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """What a measured value may stand for: lowest and highest, in the printed unit."""
        return self.value - self.half_digit, (self.high or self.value) + self.half_digit


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What changes with what a value may be compared. Empty strings where the text says nothing."""

    price: str = ""  # real (可比价, 不变价), nominal (现价)
    scope: str = ""  # 同口径, 自然口径, 可比口径, 不含农户 …
    lagged: bool = False  # 错年值
    vintage: str = ""  # 快报, 初步核算, 核实, 修订: how final the text says a value is
    against: str = ""  # previous_year (同比, 比上年), previous_period (环比): what growth or change is counted from
    cumulated: bool = False  # 累计: from the start of the year or span on


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in a table a statement stands."""

    table: int  # index into Document.tables
    row: int
    column: int
    across: bool = False  # whether the table names its indicators in the header, its years in the first column


@lru_cache(maxsize=1 << 16)  # the ledger and every check ask for the same ones
def _id(document: str, start: int) -> str:
    return hashlib.sha256(f"{document}:{start}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Statement:
    """One measured quantity that a document asserts about its place (gold/GUIDE.md).

    `start`, `end`: offsets into `Document.text`; `text` is that slice as printed.
    `named`: the indicator in the document's own words, completed from context.
    """

    document: str  # sha256
    passage: int
    start: int
    end: int
    text: str
    indicator: str
    quantity: Quantity
    measure: Measure
    nature: Nature
    period: Period
    rule: str
    confidence: Confidence
    section: tuple[str, ...] = ()
    place: str | None = None  # a place code where it is not the document's own
    binding: Binding | None = None
    responsible: str | None = None
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    cell: CellPlace | None = None
    repaired: str = ""  # what a damaged figure (l23.5亿元, 10。5%) was read as; empty where it stands as printed
    corrected: tuple[Correction, ...] = ()  # misprints that were read as corrected; `text` is as printed

    @property
    def id(self) -> str:
        """Hash of the document's hash and the offset of the number's first character."""
        return _id(self.document, self.start)

    @property
    def reading(self) -> str:
        """Hash of everything else that was read: a decision on a statement names both."""
        said = (
            self.end, self.text, self.indicator, str(self.quantity.value), str(self.quantity.high),
            self.quantity.unit, self.quantity.comparator, self.measure, self.nature, self.period.code,
            self.place, self.binding, self.qualifiers, self.repaired,
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A run of digits that is no statement, and the rule that says so."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A number in digits or words that no rule read or left out, and why: a key of `[unread]` in report/words.toml."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of an indicator table that holds words in place of a number (完成市下达指标, —)."""

    indicator: str
    unit: str
    column: str  # base, target, path
    period: Period
    text: str
    start: int
    end: int
    cell: CellPlace
    binding: Binding | None = None
    reason: str = "words"  # none (—, 暂无), assigned (by a higher level), compared (持平, 同步), words (any other)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was read from it; nothing with digits is in none of the four."""

    document: Document
    statements: tuple[Statement, ...]
    text_cells: tuple[TextCell, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Unread, ...]
