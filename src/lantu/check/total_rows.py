"""Rows of a table that say they are the total (合计, 总计) of the others, with the columns that add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Cell, Table

_TOTAL = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,3}[、.．])?(?:[全本][省市县区州旗])?(?:合计|总计|总和)(?:数)?(?:[（(][^）)]*[）)])?"
)
_PART_TOTAL = re.compile(r"(?:[一二三四五六七八九十\d]{1,3}[、.．])?小计|.{0,12}(?:小计|合计|总计).{0,4}")
_WITHIN = re.compile(r"^(?:其中|#|＃)")
# Columns that do not add up, or whose numbers are no amounts.
_NEVER = re.compile(
    r"率|比重|占比|比例|增[长速幅减]|[％%‰]|平均|人均|单价|均价|单位|强度|指数|排名|位次|序号|编号|年限|年份|起止|时间|电话|页码|得分|占"
)
_NUMBER = re.compile(r"[-－−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?")
_EMPTY = frozenset({"", "-", "—", "–", "－", "/", "\\", "——", "…", "0"})
_LEAST = 2  # parts


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a cell, with its place in the table."""

    value: Decimal
    places: int
    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the figures that it is of."""

    header: str
    total: Figure
    parts: tuple[Figure, ...]


def sums(table: Table) -> Iterator[Sum]:
    """Every total of a column, where the table has one total row, before or after all of its parts."""
    body = range(table.header_rows, len(table.rows))
    totals = [row for row in body if _is_total(table, row)]
    if len(totals) != 1 or totals[0] not in {body[0], body[-1]}:
        return
    parts = [row for row in body if row != totals[0]]
    labels = [_label(table, row) for row in parts]
    if len(parts) < _LEAST or any(_WITHIN.match(x) or _PART_TOTAL.fullmatch(x) or not x for x in labels):
        return  # rows within rows: what adds up to what is not said
    for column in range(1, len(table.rows[0])):
        header = "".join(dict.fromkeys(row[column].text for row in table.rows[: table.header_rows]))
        if not _NEVER.search(header):
            yield from _of_column(table, column, header, totals[0], parts)


def _is_total(table: Table, row: int) -> bool:
    return any(_TOTAL.fullmatch(re.sub(r"\s", "", cell.text)) for cell in table.rows[row][:2])


def _label(table: Table, row: int) -> str:
    """What a row is called: its first cell that is no number."""
    return next((c.text.strip() for c in table.rows[row][:3] if c.text.strip() and not c.text.strip().isdigit()), "")


def _of_column(table: Table, column: int, header: str, total: int, parts: list[int]) -> Iterator[Sum]:
    whole = _figure(table, total, column)
    held = [(table.rows[row][column], _figure(table, row, column)) for row in parts]
    merged = len({cell.start for cell, _ in held}) < len(held)
    if whole is None or merged or any(found is None and cell.text.strip() not in _EMPTY for cell, found in held):
        return
    known = tuple(found for _, found in held if found)
    if len(known) >= _LEAST:
        yield Sum(header, whole, known)


def _figure(table: Table, row: int, column: int) -> Figure | None:
    cell = table.rows[row][column]
    text = cell.text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    plain = re.sub("[,，]", "", text).replace("－", "-").replace("−", "-")
    return Figure(Decimal(plain), len(plain.partition(".")[2]), row, column, cell)
