"""N40: the total of a table column is the sum of its rows.

Rule: in a row headed 合计, 总计 or 共计 at the foot or head of a table, each figure is the sum of those of the other rows, within the digits of all. The rows must be of one
rank: all of them places (towns, districts), or months or quarters, or another column of the table bears them out by summing up.
Exceptions: rates, averages, indexes, ranks and years do not add up; rows under 其中 or with subtotals; cells without one plain number (— counts as nothing); 全市, whose
figure is often not the sum of its districts'; a total that is half of its rows' sum or less: parts stand beside their wholes.
Source: conventions 7 and 8 of official statistics.

规则：表格首行或末行为“合计”“总计”“共计”的，各列合计数应等于其余各行之和，按印出位数的区间比较。各行须为同一层级：均为地区（乡镇、县区），或均为月份、季度，或同表另有一列相加相符。
例外：比率、平均数、指数、位次、年份不相加；有“其中”或小计的行；不是单一数值的单元格（“—”视为无）；“全市”等（其数常不等于各县区之和）；合计不及各行之和一半的（各行层级不一）。
依据：统计惯例7、8。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu import formulas
from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.check.intervals import number
from lantu.model import Cell, CellPlace, Document, Evidence, Note, Severity, Table

_TOTAL = re.compile(r"(?:合计|总计|共计)(?:数)?(?:[（(][^）)]*[）)])?")
_RANKED = re.compile(
    r"其中|^其[:：]|^#|小计|合计|总计|共计|^全[国省市区县州盟旗镇乡]|^[一二三四五六七八九十]+、|^[（(]"
)
_PLACE = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|街道|街道办|街道办事处|村|社区|农场|林场|本级|市直|县直|区直)(?:[（(][^）)]*[）)])?$"
)
_TIME = re.compile(r"(?:第?[一二三四]季度|[1-9]月份?|1[0-2]月份?|[一二三四五六七八九十]{1,2}月份?|上半年|下半年)$")
_NO_SUM = re.compile(
    r"%|‰|率|比|增长|增速|增幅|增减|均|每|排名|位次|名次|序号|指数|强度|占|单价|价格|年份|编号|代码|密度|系数|备注"
)
_FIGURE = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?")
_NOTHING = frozenset({"-", "—", "——", "－", "–", "/"})
_SPACE = re.compile(r"\s+")
_ROWS = 3  # as many rows at least make a sum worth the name
_HALF = Decimal("0.51")  # of the rows' sum: with room for rounding


@dataclass(frozen=True, slots=True)
class _Sum:
    """A column's total with what its rows sum to, and what rounding allows."""

    column: int
    total: Decimal
    summed: Decimal
    parts: tuple[Decimal, ...]
    allowed: Decimal

    @property
    def agrees(self) -> bool:
        """Whether rounding explains what the two differ by."""
        return abs(self.total - self.summed) <= self.allowed

    @property
    def is_flat(self) -> bool:
        """Whether rows that sum to twice their total or more, parts beside their wholes, can be ruled out."""
        return self.total > self.summed * _HALF


def run(case: Case) -> Iterator[Answered]:
    """Every table of the drafts that ends or begins with its total."""
    for reading in case.readings:
        for at, table in enumerate(reading.document.tables):
            if (found := _split(table)) is not None:
                yield from _answers(case, reading.document, at, *found)


def _label(row: Sequence[Cell]) -> str:
    return _SPACE.sub("", row[0].text) if row else ""


def _split(table: Table) -> tuple[int, range] | None:
    """The row of the total and the rows that it sums; None where the table has none, or its rows are of several ranks."""
    body = range(table.header_rows, len(table.rows))
    if len(body) <= _ROWS:
        return None
    totals = [at for at in body if _TOTAL.fullmatch(_label(table.rows[at]))]
    if len(totals) != 1 or totals[0] not in (body[0], body[-1]):
        return None
    parts = range(body[1], body[-1] + 1) if totals[0] == body[0] else range(body[0], body[-1])
    labels = [_label(table.rows[at]) for at in parts]
    ranked = any(not label or _RANKED.search(label) for label in labels)
    return None if ranked or len(set(labels)) != len(labels) else (totals[0], parts)


def _answers(case: Case, document: Document, at: int, total: int, parts: range) -> Iterator[Answered]:
    table = document.tables[at]
    sums = [s for column in range(1, len(table.rows[total])) if (s := _sum(table, column, total, parts))]
    labels = [_label(table.rows[row]) for row in parts]
    one_rank = all(map(_PLACE.search, labels)) or all(map(_TIME.fullmatch, labels))
    for each in sums:
        if each.agrees or (each.is_flat and (one_rank or any(other.agrees for other in sums))):
            evidence = [_evidence(case, document, at, row, each.column) for row in (total, *parts)]
            yield _answer(evidence, each, _label(table.rows[total]))


def _sum(table: Table, column: int, total: int, parts: range) -> _Sum | None:
    """A column's sum; None where it is none to make: no plain numbers, or no amounts."""
    heads = "".join(row[column].text for row in table.rows[: table.header_rows]) + table.caption
    cells = [table.rows[row][column] for row in (total, *parts)]
    if _NO_SUM.search(heads) or len({cell.start for cell in cells}) != len(cells):
        return None
    values = [_value(cell.text) for cell in cells]
    known = [v for v in values if v is not None]
    if len(known) != len(values) or sum(v != 0 for v in known) < _ROWS:
        return None
    whole, *others = known
    return _Sum(column, whole, formulas.total(others), tuple(others), formulas.total(map(_half, known)))


def _value(text: str) -> Decimal | None:
    bare = _SPACE.sub("", text)
    if bare in _NOTHING:
        return Decimal(0)
    return Decimal(bare.replace(",", "").replace("−", "-")) if _FIGURE.fullmatch(bare) else None


def _half(value: Decimal) -> Decimal:
    """Half of the last printed digit; a count has none."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "a printed number is finite"
    return Decimal(5).scaleb(exponent - 1) if exponent < 0 else Decimal(0)


def _evidence(case: Case, document: Document, table: int, row: int, column: int) -> Evidence:
    cell = document.tables[table].rows[row][column]
    return case.cell(document, CellPlace(table, row, column), cell.start, cell.end)


def _answer(evidence: Sequence[Evidence], each: _Sum, label: str) -> Answered:
    seen = Note.of(
        "n40_seen", name=label, sum=" + ".join(map(number, each.parts)), computed=number(each.summed), printed=number(each.total)
    )  # fmt: skip
    if each.agrees:
        return passed(*evidence, seen=seen)
    return failed(
        *evidence, seen=seen, printed=number(each.total), computed=number(each.summed),
        explanations=[Note.of("check_not_adjusted")], ask=Note.of("n40_ask", name=label),
    )  # fmt: skip


CHECK = Check("N40", 1, "表格合计", "Totals of tables", Severity.LIKELY, run)
