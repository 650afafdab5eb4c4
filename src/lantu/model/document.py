"""What was read: documents, their passages and tables, and what their front matter says."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from lantu.model.note import Note
from lantu.model.page import Anchor, Box, Page, boxes, confidence
from lantu.model.period import Period


class Kind(StrEnum):
    """What sort of planning document a text is (文档种类)."""

    OUTLINE = "outline"  # 五年规划纲要
    PROPOSAL = "proposal"  # 规划建议
    PLAN_REPORT = "plan_report"  # 年度计划报告
    WORK_REPORT = "work_report"  # 政府工作报告
    EVALUATION = "evaluation"  # 规划实施中期评估、总结评估报告
    NEWS = "news"  # news of one of the above, or what explains one
    OTHER = "other"


class Version(StrEnum):
    """How far the text of a document has come (文本版本), by its own words."""

    DRAFT = "draft"  # 草案, 征求意见稿, 送审稿: laid before someone who may still change it
    ADOPTED = "adopted"  # 通过, 批准, 印发
    UNKNOWN = "unknown"  # the document does not say


@dataclass(frozen=True, slots=True)
class Place:
    """A territory by its six-digit code and validity (years; `until` None = still valid).

    Local places (zones, towns) have the code of their parent, a hyphen and their name.
    """

    code: str
    name: str
    level: str  # nation, province, city, county, local
    parent: str | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """`length` characters of a passage's clean text from `clean`, standing in the raw text from `raw`."""

    clean: int
    raw: int
    length: int


def raw_offset(segments: tuple[Segment, ...], position: int, start: int) -> int:
    """Where the clean character at `position` stands in the raw text; `start` is added where there are no segments."""
    if not segments:
        return start + position
    if len(segments) == 1:
        return segments[0].raw + min(position, segments[0].length)
    segment = segments[bisect_right(segments, position, key=lambda s: s.clean) - 1]
    return segment.raw + min(position - segment.clean, segment.length)


class PassageKind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"  # a whole table; its cells are in Document.tables
    NOTE = "note"  # a note under a table
    FURNITURE = "furniture"  # page numbers, tables of contents, imprint: read, not extracted


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, list item or table, as one clean text mapped back onto `Document.text`.

    `text` has line wrapping, spaces beside Chinese characters and markup taken out and full-width
    forms folded one to one; `segments` (sorted, gapless in `clean`) say where each character stands.
    """

    index: int
    kind: PassageKind
    text: str
    segments: tuple[Segment, ...]
    headings: tuple[str, ...]  # the heading path above this passage, outermost first
    level: int = 0  # of a heading: 1 is the outermost

    def raw(self, position: int) -> int:
        """The offset in `Document.text` of the clean text's character at `position`."""
        return raw_offset(self.segments, position, 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of the clean slice [start, end); not empty."""
        if len(self.segments) == 1:
            only = self.segments[0]
            return only.raw + min(start, only.length), only.raw + min(end - 1, only.length) + 1
        return self.raw(start), self.raw(end - 1) + 1

    @property
    def start(self) -> int:
        """Raw offset of the first character."""
        return self.segments[0].raw

    @property
    def end(self) -> int:
        """Raw offset after the last character."""
        return self.segments[-1].raw + self.segments[-1].length


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: clean text and its raw place. A cell that a merge covers repeats its origin's."""

    text: str
    start: int
    end: int
    segments: tuple[Segment, ...] = ()  # as of a passage; empty where the clean text is the raw slice

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of the clean slice [start, end); not empty."""
        return raw_offset(self.segments, start, self.start), raw_offset(self.segments, end - 1, self.start) + 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; every row has as many cells as the header. `caption` and `notes` are clean text."""

    passage: int
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    caption: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """What was understood of a document as a whole. None where the document does not say.

    `date` is the day from which its text was there: printed at its head, else at its foot, else the month of
    the session that it was laid before. `reporting_year` is the year whose results it tells, `planning_year`
    the year it plans; `by_hand` names the fields that a person set in `lantu.toml`.
    """

    kind: Kind
    title: str | None
    place: Place | None
    issuer: str | None
    date: str | None  # ISO
    meeting: str | None
    plan_period: Period | None  # of a five-year plan, or of the one the document is about
    reporting_year: int | None
    planning_year: int | None
    version: Version = Version.UNKNOWN
    reported: str | None = None  # ISO: laid before a meeting
    adopted: str | None = None  # ISO: passed or approved by a meeting or a higher organ
    by_hand: frozenset[str] = frozenset()

    @property
    def draft(self) -> bool:
        """Whether the text calls itself a draft."""
        return self.version is Version.DRAFT


@dataclass(frozen=True, slots=True)
class Correction:
    """A misprint as a person corrected it: at [start, end) of the raw text `printed` stands, `should` is what is read.

    The narrowest stretch that changes: a whole number, or the characters that differ.
    """

    start: int
    end: int
    printed: str
    should: str
    reason: str
    by: str = ""  # who corrected it, and when (ISO); empty where the file does not say
    date: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read; known by the SHA-256 of its bytes. Every offset points into `text`."""

    name: str  # file name, without folder
    sha256: str
    format: str  # txt, md, html, docx, pdf …: see read/formats.py
    encoding: str  # of text files; empty where the format has its own
    text: str
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]
    front: Front
    anchors: tuple[Anchor, ...] = ()  # sorted; empty for text files, whose offsets are the place
    pages: tuple[Page, ...] = ()  # of PDF and scans
    corrections: tuple[Correction, ...] = ()  # sorted; made in passages and tables, never in `text`
    notes: tuple[Note, ...] = ()  # what of the file could not be read, page by page

    def anchor(self, offset: int) -> str | None:
        """Where in the file the character at `offset` stands, in the format's own words."""
        at = bisect_right(self.anchors, offset, key=lambda anchor: anchor.start)
        return self.anchors[at - 1].at if at else None

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where on its pages the text [start, end) is printed, one box a printed line; empty without pages."""
        return tuple(boxes(self.pages, start, end))

    def confidence(self, start: int, end: int) -> float | None:
        """How sure character recognition is of the text [start, end), 0 to 1; None where the text is the file's own."""
        return confidence(self.pages, start, end)
