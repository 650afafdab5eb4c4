"""What the cells before a row's values say: its indicator, unit, whether it binds, who answers for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.extract.cells import MARK, known_unit, unit_of
from lantu.extract.columns import Columns, is_alone
from lantu.model import Binding, Cell
from lantu.registers import indicators

_ROW_NUMBER = re.compile(r"^\s*[（(]?(\d{1,2})[.．、)）]\s*(?!\d)")
_NAME_UNIT = re.compile(r"(?:[（(](?:单位[：:])?([^（）()]{1,10})[）)]|[，,、/]([^，,、]{1,8}))$")
_SAID_BINDING = re.compile(r"[（(\[［【〔](约束性|预期性)(?:指标)?[）)\]］】〕]")
_SORTS = re.compile(r"(?P<whole>[^（(]+)[（(](?P<sorts>[^（）()]+)[）)]")  # 居民收入（城镇/农村）
_OF_WHICH = re.compile(r"^[#＃]?\s*其中\s*[：:，,]?\s*|^[#＃]\s*")


@dataclass(frozen=True, slots=True)
class RowHead:
    """One row's indicator; `unit` is empty where neither its name nor its unit column gives one."""

    name: str
    unit: str
    binding: Binding | None
    responsible: str | None
    marks: str  # of the notes below the table


class RowHeads:
    """Reads the heads of a table's rows from top to bottom, keeping the category and the row above."""

    def __init__(self, text: str, cols: Columns) -> None:
        self.text = text
        self.cols = cols
        self.category: Binding | None = None  # of the last row that is a category alone
        self.parent = ""
        self.within = False  # whether the row above is one of the parts of `parent`

    def read(self, row: Sequence[Cell]) -> RowHead | None:
        """The head of a row; None for a row that is a category or names nothing."""
        cells = [row[i] for i in self.cols.names]
        if is_category(row, self.cols):
            self.category = binding("".join(c.text for c in row)) or (self.category if cells[-1].text else None)
            self.parent, self.within = re.sub(r"\s+", "", _ROW_NUMBER.sub("", cells[-1].text)), False
            return None
        marks = "".join(MARK.findall("".join(c.text for c in cells)))
        said = [MARK.sub("", _ROW_NUMBER.sub("", c.text)).strip() for c in cells]
        parts = [p for p in dict.fromkeys(said) if p]
        if not parts:
            return None
        own = binding("".join(found[0] for p in parts if (found := _SAID_BINDING.search(p))))
        parts = [_SAID_BINDING.sub("", p).strip() for p in parts]
        column = self.cols.unit
        said_unit = row[column].text if column is not None else ""
        marks += "".join(MARK.findall(said_unit))
        name, unit = self._name_unit(parts, cells[0], unit_of(MARK.sub("", said_unit)))
        who = self.cols.responsible
        return RowHead(
            name, unit, own or self._binding(row), (row[who].text or None) if who is not None else None, marks
        )

    def _binding(self, row: Sequence[Cell]) -> Binding | None:
        column = self.cols.binding
        said = row[column].text if column is not None else ""
        return binding(said) or binding("".join(c.text for c in row[: self.cols.names[0]])) or self.category

    def _name_unit(self, parts: Sequence[str], first: Cell, given: str) -> tuple[str, str]:
        """The indicator, with its parent where it is a part that has no meaning alone, and its unit.

        `given`: by the unit column; the name's own counts where there is none.
        """
        last, unit = _unit_cut(parts[-1])
        if given and unit != given:
            last, unit = parts[-1], given
        bare = re.sub(r"\s+", "", last)
        for above in reversed(parts[:-1]):
            bare = _joined(re.sub(r"\s+", "", _unit_cut(above)[0]), bare)
        part = _OF_WHICH.match(bare)
        self.within = bool(self.parent) and (bool(part) or (self.within and self._is_indented(first)))
        if part:
            bare = bare[part.end() :]
        if self.within:
            return _joined(self.parent, bare), unit
        self.parent = bare
        return bare, unit

    def _is_indented(self, cell: Cell) -> bool:
        before = self.text[: cell.start]
        gap = before[len(before.rstrip(" \u3000\u2003\u00a0")) :]
        return "\u3000" in gap or "\u2003" in gap or len(gap) > 2


def binding(said: str) -> Binding | None:
    """约束性 or 预期性, where the words say one of both."""
    return Binding.BINDING if "约束" in said else Binding.EXPECTED if "预期" in said else None


def split_names(name: str, count: int) -> list[str]:
    """The names of a row whose cells hold `count` values: 城镇、农村居民人均可支配收入; numbered where they are not named."""
    inside = _SORTS.fullmatch(name)
    for parter in ("/", "／", "、"):
        if inside and len(sorts := inside["sorts"].split(parter)) == count:
            whole = inside["whole"]
            return [sort + whole if indicators.named(sort + whole) else f"{whole}（{sort}）" for sort in sorts]
        parts = name.split(parter)
        if len(parts) == count:
            return [_with_tail(part, parts[-1]) for part in parts[:-1]] + [parts[-1]]
    return [f"{name}（第{i + 1}项）" for i in range(count)]


def _with_tail(part: str, last: str) -> str:
    """The first of joined names with the longest ending of the last that makes it an indicator of the register."""
    if indicators.named(part):
        return part
    endings = (last[i:] for i in range(1, len(last)))
    return next((part + ending for ending in endings if indicators.named(part + ending)), part)


def _joined(parent: str, part: str) -> str:
    """A part's own name where the register knows it, else its parent's with it."""
    return part if indicators.named(part) or part.startswith(parent) else f"{parent}（{part}）"


def _unit_cut(name: str) -> tuple[str, str]:
    """A name and the unit that ends it, in brackets or after a comma."""
    found = _NAME_UNIT.search(name)
    unit = unit_of(found[1] or found[2]) if found else ""
    return (name[: found.start()], unit) if found and unit and _is_unit(unit) else (name, "")


def _is_unit(unit: str) -> bool:
    return all(known_unit(u) for u in (unit, *unit.split("、")) if u) or known_unit(unit)


def is_category(row: Sequence[Cell], cols: Columns) -> bool:
    """Whether a row holds a category, a title or a note alone, across all columns or with none of their values."""
    values = [row[c.index] for c in cols.values]
    filled = [c for c in values if c.text.strip()]
    return is_alone(row) and (not filled or len({(c.start, c.end) for c in filled}) < len(filled))
