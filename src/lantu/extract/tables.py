"""Statements of indicator tables: one a cell, typed by its column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lantu.extract import cell_measures, cells, place_heads, table_notes
from lantu.extract.columns import Column, Columns, columns, heads_of, is_alone, lies_across, said_unit
from lantu.extract.numbers import arabic
from lantu.extract.row_heads import RowHead, RowHeads, is_category, split_names
from lantu.extract.setting import Setting
from lantu.model import (
    Cell,
    CellPlace,
    Confidence,
    Document,
    LeftOut,
    Measure,
    Period,
    Qualifiers,
    Quantity,
    Statement,
    TextCell,
    Unread,
)  # fmt: skip
from lantu.registers.units import MULTIPLIERS, multiplied, multiplier_at

_NOTE = re.compile(r"(?:备注|注释?|说明|资料来源|数据来源)\s*[：:]")
_PARTS = ("第一产业", "第二产业", "第三产业")


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table gave."""

    statements: tuple[Statement, ...]
    text_cells: tuple[TextCell, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Unread, ...]
    columns: Columns | None = None  # for a table that goes on from this one without a header


class Reader:
    """Reads one indicator table row by row; `above`: the columns of the table that it may go on from."""

    def __init__(
        self,
        document: Document,
        number: int,
        setting: Setting,
        section: tuple[str, ...],
        above: Columns | None = None,
    ) -> None:
        self.document = document
        self.number = number
        self.table = document.tables[number]
        self.setting = setting
        self.section = section
        self.above = above
        self.placed: int | None = None  # the column that names the place of each row, where one does
        self.across = False  # whether the indicators stand in the header, the years in the first column
        inside = dict.fromkeys(c.text for row in self.table.rows if is_alone(row) for c in row if _NOTE.match(c.text))
        self.notes = table_notes.notes_of((*self.table.notes, *inside))
        self.statements: list[Statement] = []
        self.texts: list[TextCell] = []
        self.left_out: list[LeftOut] = []
        self.unread: list[Unread] = []

    def read(self) -> TableReading:
        """Every cell with digits read, left out by name, or listed as unread."""
        rows: Sequence[Sequence[Cell]] = self.table.rows
        header = self.table.header_rows
        while header > 1 and is_alone(rows[header - 1]) and not said_unit(rows[header - 1][0].text):
            header -= 1  # the first category was taken for the header's last line
        heads, home = heads_of(rows, header), self.document.front.place
        if by_row := place_heads.rows(rows[header:], heads, self.table.caption, self.setting, home):
            self._places(rows, header, by_row)
            return TableReading(tuple(self.statements), tuple(self.texts), tuple(self.left_out), tuple(self.unread))
        self.placed = place_heads.of_rows(rows[header:], heads, home)
        found = self._columns(rows, header, heads)
        if found is None and header in {1, 2} and lies_across(rows, self.setting):
            self.across, rows, header = True, list(zip(*rows, strict=True)), 1
            found = columns(rows, header, self.setting, name=0)
        if found is None and header == 0 and self.above and _width(self.above) <= len(rows[0]):
            found = self.above
        self._rows(rows, header, found)
        return TableReading(
            tuple(self.statements), tuple(self.texts), tuple(self.left_out), tuple(self.unread), found
        )  # fmt: skip

    def _columns(self, rows: Sequence[Sequence[Cell]], header: int, heads: Sequence[str]) -> Columns | None:
        """The columns of a table with an indicator a row, for one place or for several."""
        spots = place_heads.of_heads(heads, self.document.front.place)
        given = place_heads.values(heads, spots, self.table.caption, self.setting) if spots else []
        found = columns(rows, header, self.setting, values=given)
        return found or (
            columns(rows, header, self.setting, name=0, values=given) if given and 0 not in spots else None
        )

    def _places(self, rows: Sequence[Sequence[Cell]], header: int, cols: place_heads.PlaceRows) -> None:
        """A table with a place a row, an indicator a column."""
        common = self._common(heads_of(rows, header))
        used = {column.index for column, _ in cols.values}
        for i, row in enumerate(rows):
            spot = place_heads.spot_of(row[cols.names].text, self.document.front.place) if i >= header else None
            label = "table_header" if i < header else "table_label"
            self._outside((c for k, c in enumerate(row) if k <= cols.names or (k not in used and i < header)), label)
            if spot is None:
                rest = (row[column.index] for column, _ in cols.values)
                self._outside(rest, label if i < header else None, "place_unknown")
                continue
            self._outside((c for k, c in enumerate(row) if k > cols.names and k not in used), None)
            for column, name in cols.values:
                unit = column.unit or (common if cell_measures.fits(name, common) else "")
                head = RowHead(name, unit, None, None, "")
                at = CellPlace(self.number, i, column.index, across=True)
                _Place(self, at, row[column.index], replace(column, place=spot.code), head).read()

    def _common(self, heads: Iterable[str]) -> str:
        return said_unit(" ".join([self.table.caption, *heads]))

    def _rows(self, rows: Sequence[Sequence[Cell]], header: int, found: Columns | None) -> None:
        heads = [[cell.text for cell in row] for row in rows[:header]]
        state = RowHeads(self.document.text, found) if found else None
        common = self._common(text for line in heads for text in line)
        for i, row in enumerate(rows):
            if found is None or state is None or i < header or [cell.text for cell in row] in heads:
                self._outside(row, "table_header" if found else None)
            else:
                self._row(i, row, found, state.read(row), common)

    def _outside(self, row: Iterable[Cell], rule: str | None, why: str = "table_without_known_columns") -> None:
        for cell in {(c.start, c.end): c for c in row}.values():
            if not re.search(r"\d", cell.text):
                continue
            text = self.document.text[cell.start : cell.end]
            if rule:
                self.left_out.append(LeftOut(cell.start, cell.end, text, rule))
            else:
                self.unread.append(Unread(cell.start, cell.end, text, why))

    def _row(self, index: int, row: Sequence[Cell], cols: Columns, head: RowHead | None, common: str) -> None:
        used = {c.index for c in cols.values}
        self._outside((c for i, c in enumerate(row) if i not in used), "table_label")
        if head is None:
            self._outside((row[c.index] for c in cols.values), "table_label" if is_category(row, cols) else None)
            return
        spot = (
            place_heads.spot_of(row[self.placed].text, self.document.front.place) if self.placed is not None else None
        )
        if self.placed is not None and spot is None:
            self._outside((row[c.index] for c in cols.values), None, "place_unknown")
            return
        for column in cols.values:
            at = (column.index, index) if self.across else (index, column.index)
            unit = head.unit or (column.unit if column.role not in {"path", "growth", "rate", "rank"} else "")
            if not unit and common and cell_measures.fits(head.name, common):
                unit = common
            _Place(
                self,
                CellPlace(self.number, *at, across=self.across),
                row[column.index],
                replace(column, place=spot.code) if spot else column,
                replace(head, unit=unit),
            ).read()


@dataclass(frozen=True, slots=True)
class _Place:
    """One cell of values under its column, beside its row's head."""

    table: Reader
    place: CellPlace
    cell: Cell
    column: Column
    head: RowHead

    def read(self) -> None:
        """The cell's statements, or what stands in their place."""
        text = self.cell.text
        if not text.strip() or self._structure() or self._several():
            return
        found = cells.printed(text)
        parts = [(0, len(text))] if found else cells.parts(text)
        for start, end in parts:
            one = cells.printed(text[start:end])
            assert one, "a cell is parted into numbers"
            self._value(replace(one, start=start + one.start, end=start + one.end))
        if found:
            self._rest(found)
        elif not parts:
            self._words()

    def _value(self, found: cells.Printed) -> None:
        head = self.head
        notes = self._notes(found.marks)
        if found.quantity.unit in MULTIPLIERS:
            unit = multiplied(found.quantity.unit, head.unit)
            found = replace(found, quantity=replace(found.quantity, unit=unit))
        told, unit = cell_measures.measure(
            head.name, head.unit, self.column, found, self.table.setting, sums=table_notes.sums(self.table.notes)
        )
        year = found.year or table_notes.base_year(notes, self.column)
        period = cell_measures.period(told, self.column, self.table.setting, year, cumulated=found.cumulated)
        quantity = replace(found.quantity, value=found.quantity.value * cell_measures.sign(head.name, found), unit=unit)
        self._state(
            (found.start, found.end), cell_measures.named(head.name, told, unit, self.column) + self.column.of, quantity, told, period,
            replace(table_notes.qualifiers(notes, self.column, told), cumulated=found.cumulated),
        )  # fmt: skip

    def _state(
        self,
        at: tuple[int, int],
        name: str,
        quantity: Quantity,
        told: Measure,
        period: Period,
        qualifiers: Qualifiers,
    ) -> None:
        document, column, table = self.table.document, self.column, self.table
        start, end = self.cell.span(*at)
        table.statements.append(
            Statement(
                document.sha256, table.table.passage, start, end, document.text[start:end], name, quantity, told,
                column.nature, period, f"table.{column.role}", Confidence.SURE, section=table.section, place=column.place,
                binding=self.head.binding, responsible=self.head.responsible, qualifiers=qualifiers, cell=self.place,
            )
        )  # fmt: skip

    def _notes(self, marks: str = "") -> tuple[str, ...]:
        return table_notes.of(self.table.notes, self.head.name, self.head.marks + marks)

    def _rest(self, found: cells.Printed) -> None:
        """The year that a cell names after its value is accounted for."""
        at = re.search(r"\d", self.cell.text[found.end :])
        if at:
            start, end = self.cell.span(found.end + at.start(), len(self.cell.text))
            self.table.left_out.append(LeftOut(start, end, self.table.document.text[start:end], "table_label"))

    def _words(self) -> None:
        cell, head, column, table = self.cell, self.head, self.column, self.table
        text = cell.text.strip()
        if re.search(r"\d", text):
            table.unread.append(
                Unread(cell.start, cell.end, table.document.text[cell.start : cell.end], "cell_of_words")
            )
        if column.place:
            return  # a cell in words is of the document's own place
        table.texts.append(
            TextCell(
                head.name, head.unit, column.role, column.period, text, cell.start, cell.end, self.place, head.binding,
                cells.why_words(text),
            )
        )  # fmt: skip

    def _structure(self) -> bool:
        """Read a cell such as 12:42:46, one statement a member; whether it is one."""
        found = cells.members(self.cell.text)
        named = _PARTS if len(found) == len(_PARTS) and "产" in self.head.name else ()
        for i, at in enumerate(found):
            part = named[i] if named else f"第{i + 1}项"
            self._member(at, f"{self.head.name}（{part}）", "", Measure.RATIO)
        return bool(found)

    def _several(self) -> bool:
        """Read a cell of several values, where the row's unit or name has as many parts; whether it is one."""
        found = cells.several(self.cell.text)
        given = re.split(r"[/／、]", self.head.unit)
        names = split_names(self.head.name, len(found)) if found else []
        if not found or (len(given) != len(found) and names[0].endswith("（第1项）")):
            return False
        shared = len(given) != len(found) or not all(map(cells.known_unit, given))
        for at, name, unit in zip(found, names, [self.head.unit] * len(found) if shared else given, strict=True):
            self._member(at, name, unit, Measure.LEVEL)
        return True

    def _member(self, at: tuple[int, int], name: str, unit: str, told: Measure) -> None:
        value = arabic(self.cell.text[at[0] : at[1]])
        if multiplier := multiplier_at(self.cell.text, at[1]):
            at, unit = (at[0], at[1] + len(multiplier)), multiplied(multiplier, unit)  # 5.2万/7.1万
        told_by = table_notes.qualifiers(self._notes(), self.column, told)
        self._state(at, name, Quantity(value, unit), told, self.column.period, told_by)


def _width(cols: Columns) -> int:
    return max(c.index for c in cols.values) + 1
