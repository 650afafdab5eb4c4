"""Statements of indicator tables: one a cell, typed by its column."""

import re
from dataclasses import dataclass, replace

from lantu.extract.measures import comparator_after, comparator_before
from lantu.extract.numbers import ARABIC, arabic
from lantu.extract.setting import Setting
from lantu.model import (
    Binding,
    Cell,
    CellPlace,
    Comparator,
    Confidence,
    Document,
    LeftOut,
    Measure,
    Nature,
    Period,
    Quantity,
    Statement,
    Table,
    TextCell,
    Unread,
)  # fmt: skip
from lantu.registers import indicators, plans, units

_VALUE = re.compile(
    rf"(?P<before>[^\d\[［〔(（]*?)(?P<open>[\[［〔]?)\s*(?P<sign>[-－−+]?)(?P<n>{ARABIC})(?:\s*[—–~～\-至]\s*(?P<h>{ARABIC}))?\s*(?P<unit>%|％|‰|个?百分点|[万亿]?[元人户吨亩]|[个件张家岁年]?)\s*(?P<close>[\]］〕]?)(?P<after>[^\d]*)"
)
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s*[:：∶]\s*\d+(?:\.\d+)?)+")
_MEMBER = re.compile(r"\d+(?:\.\d+)?")
_PARTS = ("第一产业", "第二产业", "第三产业")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_ROW_NUMBER = re.compile(r"^\s*[（(]?(\d{1,2})[.．、)）]\s*(?!\d)")
_NAME_UNIT = re.compile(r"[（(]([^（）()]{1,10})[）)]$")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds; None for columns that hold no values."""

    name: int
    unit: int | None
    binding: int | None
    responsible: int | None
    values: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: of a year, or the average growth or total change over the plan."""

    index: int
    role: str  # base, target, actual, path; growth, rate: beside the results of a year
    period: Period
    nature: Nature
    unit: str = ""  # where the header gives one of its own


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table gave."""

    statements: tuple[Statement, ...]
    text_cells: tuple[TextCell, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Unread, ...]


def columns(table: Table, setting: Setting) -> Columns | None:
    """The columns by their headers; None for a table without an indicator column and a year."""
    heads = [
        "".join(dict.fromkeys(row[i].text for row in table.rows[: table.header_rows]))
        for i in range(len(table.rows[0]))
    ]
    name = _first(heads, r"指标|项目|名称|内容")
    if name is None:
        return None
    values: list[Column] = []
    for i, head in enumerate(heads):
        found = _column(i, head, setting, values[-1] if values else None)
        if found is not None and i != name:
            values.append(found)
    if not any(c.role != "path" for c in values):
        return None
    return Columns(
        name,
        _first(heads, r"^(?:计量|指标)?单位$"),
        _first(heads, r"属性|性质"),
        _first(heads, r"责任|牵头|部门"),
        tuple(values),
    )


def _first(heads: list[str], pattern: str) -> int | None:
    return next((i for i, h in enumerate(heads) if re.search(pattern, h)), None)


def _column(index: int, head: str, setting: Setting, before: Column | None) -> Column | None:
    if before and re.search(r"完成率|完成比例|占.{0,4}计划|进度", head):
        return replace(before, index=index, role="rate", unit="%")
    if (
        before
        and before.nature is not Nature.TARGET
        and re.search(r"增速|增长|±|同比", head)
        and not re.search("年均|累计", head)
    ):
        return replace(before, index=index, role="growth", unit="%")
    if re.search(r"年均|累计|增速|增长|变化", head):
        return Column(index, "path", setting.span, Nature.TARGET)
    found = _YEAR.search(head)
    year = int(found[1]) if found else None
    if year is None:
        year = _undated(head, setting)
    if year is None:
        return None
    past = year <= setting.now and not re.search(r"目标|计划|预期(?!完成)", head)
    role = "base" if past and not re.search(r"实际|完成", head) else "actual" if past else "target"
    nature = Nature.ACTUAL if past else Nature.TARGET
    if past and re.search(r"预计", head):
        nature = Nature.ESTIMATE
    return Column(index, role, Period.year(year), nature)


def _undated(head: str, setting: Setting) -> int | None:
    if re.search(r"基期|基数|现状|实际|完成", head):
        return setting.now
    if re.search(r"目标|预期|规划值|计划", head):
        return setting.period.last_year if setting.nature is Nature.TARGET else setting.next_year
    return None


class Reader:
    """Reads one indicator table row by row."""

    def __init__(self, document: Document, number: int, setting: Setting, section: tuple[str, ...]) -> None:
        self.document = document
        self.number = number
        self.table = document.tables[number]
        self.setting = setting
        self.section = section
        self.statements: list[Statement] = []
        self.texts: list[TextCell] = []
        self.left_out: list[LeftOut] = []
        self.unread: list[Unread] = []

    def read(self) -> TableReading:
        """Every cell with digits read, left out by name, or listed as unread."""
        found = columns(self.table, self.setting)
        for i, row in enumerate(self.table.rows):
            if found is None or i < self.table.header_rows:
                self._outside(row, "table_header" if found else None)
            else:
                self._row(i, row, found)
        return TableReading(tuple(self.statements), tuple(self.texts), tuple(self.left_out), tuple(self.unread))

    def _outside(self, row: tuple[Cell, ...], rule: str | None) -> None:
        for cell in row:
            if not re.search(r"\d", cell.text):
                continue
            text = self.document.text[cell.start : cell.end]
            if rule:
                self.left_out.append(LeftOut(cell.start, cell.end, text, rule))
            else:
                self.unread.append(Unread(cell.start, cell.end, text, "table_without_known_columns"))

    def _row(self, index: int, row: tuple[Cell, ...], cols: Columns) -> None:
        name, unit = self._name_unit(row, cols)
        used = {c.index for c in cols.values}
        self._outside(tuple(c for i, c in enumerate(row) if i not in used), "table_label")
        if not name:
            self._outside(tuple(row[c.index] for c in cols.values), None)
            return
        said = row[cols.binding].text if cols.binding is not None else ""
        binding = Binding.BINDING if "约束" in said else Binding.EXPECTED if "预期" in said else None
        who = row[cols.responsible].text or None if cols.responsible is not None else None
        for column in cols.values:
            self._cell(CellPlace(self.number, index, column.index), row[column.index], column, name, unit, binding, who)

    def _name_unit(self, row: tuple[Cell, ...], cols: Columns) -> tuple[str, str]:
        name = _ROW_NUMBER.sub("", row[cols.name].text)
        unit = row[cols.unit].text if cols.unit is not None else ""
        found = _NAME_UNIT.search(name)
        if cols.unit is None and found and units.dimension(found[1].replace("％", "%")) != found[1]:
            return re.sub(r"\s+", "", name[: found.start()]), found[1].replace("％", "%")
        return re.sub(r"\s+", "", name), re.sub(r"\s+", "", unit).replace("％", "%")

    def _cell(
        self,
        place: CellPlace,
        cell: Cell,
        column: Column,
        name: str,
        unit: str,
        binding: Binding | None,
        who: str | None,
    ) -> None:
        text = cell.text.strip()
        found = _VALUE.fullmatch(text)
        if not text or self._ratio(place, cell, column, name, binding):
            return
        if not found or len(found["before"]) > 8:
            if re.search(r"\d", text):
                self.unread.append(
                    Unread(cell.start, cell.end, self.document.text[cell.start : cell.end], "cell_of_words")
                )
            self.texts.append(
                TextCell(name, unit, column.role, column.period, text, cell.start, cell.end, place, binding)
            )
            return
        measure, shown = _measure(name, unit, column, found)
        quantity = _quantity(found, shown)
        start, end = self._span(cell, found)
        period = column.period
        if measure is Measure.LEVEL and column.role == "path":
            period = Period.year(period.last_year)
        nature = Nature.TARGET if column.role == "path" else column.nature
        self.statements.append(
            Statement(
                self.document.sha256, self.table.passage, start, end, self.document.text[start:end], _named(name, measure, column),
                quantity, measure, nature, _period(measure, period, self.setting), f"table.{column.role}", Confidence.SURE,
                section=self.section, binding=binding, responsible=who, cell=place,
            )
        )  # fmt: skip

    def _ratio(self, place: CellPlace, cell: Cell, column: Column, name: str, binding: Binding | None) -> bool:
        """Read a cell such as 12:42:46, one statement a member; whether it is one."""
        if not _RATIO.fullmatch(cell.text.strip()):
            return False
        raw = self.document.text[cell.start : cell.end]
        members = list(_MEMBER.finditer(raw))
        parts = (
            _PARTS if len(members) == len(_PARTS) and "产" in name else [f"第{i + 1}项" for i in range(len(members))]
        )
        for member, part in zip(members, parts, strict=True):
            start, end = cell.start + member.start(), cell.start + member.end()
            self.statements.append(
                Statement(
                    self.document.sha256, self.table.passage, start, end, member[0], f"{name}（{part}）", Quantity(arabic(member[0]), ""),
                    Measure.RATIO, column.nature, column.period, f"table.{column.role}", Confidence.SURE,
                    section=self.section, binding=binding, cell=place,
                )
            )  # fmt: skip
        return True

    def _span(self, cell: Cell, found: re.Match[str]) -> tuple[int, int]:
        """Raw span of number and unit, brackets left out."""
        printed = found.string[
            found.start("n") : (
                found.end("unit") if found["unit"] else found.end("h") if found["h"] else found.end("n")
            )
        ]
        raw = self.document.text[cell.start : cell.end]
        at = raw.find(printed)
        return (cell.start + at, cell.start + at + len(printed)) if at >= 0 else (cell.start, cell.end)


def _named(name: str, measure: Measure, column: Column) -> str:
    """The indicator of a cell: a column of completion rates names its own, growth goes by the level's name."""
    if column.role == "rate":
        return name + "完成率"
    if measure in {Measure.GROWTH, Measure.AVERAGE_GROWTH}:
        return re.sub(r"(?:年均)?(?:增长率|增长速度|增长|增速|增幅)$", "", name)
    return name


def _period(measure: Measure, period: Period, setting: Setting) -> Period:
    if measure not in {Measure.CUMULATIVE, Measure.CHANGE, Measure.AVERAGE_GROWTH}:
        return period
    if period.is_year and period.last_year < setting.span.first_year:
        return plans.before(setting.span) or period  # a bracket in the base column is of the plan before
    return setting.span


def _measure(name: str, unit: str, column: Column, found: re.Match[str]) -> tuple[Measure, str]:
    """Measure and unit of a cell, by its column, its bracket and whether the indicator is a flow or a rate of growth."""
    own = re.sub(r"\s+", "", found["unit"]).replace("％", "%")
    if column.role == "growth":
        return Measure.GROWTH, "%"
    if column.role == "rate":
        return Measure.LEVEL, "%"
    if found["open"]:
        return (
            (Measure.CUMULATIVE, unit) if _is_flow(name, unit) else (Measure.CHANGE, own or _bracket_unit(name, unit))
        )
    grows = bool(re.search(r"(?:增长|增速|增幅|增长率|增长速度)$", name)) and unit in {"%", ""}
    if column.role == "path" and _sign_comparator(found["before"]) and not grows and _is_share(name) and unit == "%":
        return Measure.LEVEL, unit  # a rate bounded in the column of averages (失业率 <5.5)
    if column.role == "path":
        return (Measure.AVERAGE_GROWTH, own or "%") if own in {"", "%"} else (Measure.CHANGE, own)
    return (Measure.GROWTH if grows else Measure.LEVEL), own or unit


def _bracket_unit(name: str, unit: str) -> str:
    """Shares move in points; reductions and what is no share keep the printed unit."""
    reduces = any(i.aggregation == "compound_reduction" for i in indicators.named(name)) or bool(
        re.search("降低|降幅|下降", name)
    )
    return "个百分点" if unit == "%" and _is_share(name) and not reduces else unit


def _is_flow(name: str, unit: str) -> bool:
    known = indicators.named(name)
    if known:
        return all(i.quantity_kind == "flow" and i.aggregation == "flow_sum" for i in known)
    return bool(re.search(r"新增|新建|累计|改造|完成", name)) and unit not in {"%", "‰"}


def _is_share(name: str) -> bool:
    """Whether per cent is the indicator's own unit: 全员劳动生产率 printed with % stays as printed."""
    known = indicators.named(name)
    return not known or any(units.dimension(i.unit) == "percent" for i in known)


def _quantity(found: re.Match[str], unit: str) -> Quantity:
    value = arabic(found["n"])
    if found["sign"] and found["sign"] != "+":
        value = -value
    before, _ = comparator_before(found["before"].strip())
    after, _ = comparator_after(found["after"].strip() or found["unit"])
    if found["h"]:
        return Quantity(value, unit, Comparator.BETWEEN, arabic(found["h"]))
    return replace(
        Quantity(value, unit), comparator=before or after or _sign_comparator(found["before"]) or Comparator.EQ
    )


def _sign_comparator(before: str) -> Comparator | None:
    signs = {
        "≥": Comparator.GE,
        "＞": Comparator.GT,
        ">": Comparator.GT,
        "≤": Comparator.LE,
        "＜": Comparator.LT,
        "<": Comparator.LT,
    }
    return signs.get(before.strip()[-1:])
