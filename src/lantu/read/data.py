"""`--data` sheets: values that no document says, and targets that a higher level assigns.

A CSV (UTF-8 or GB18030) or the first sheet of an XLSX, with a header row of the column names below in any
order. A sheet is read whole or not at all: every bad row is named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from lantu.errors import BadData
from lantu.model import Comparator, DataRow, Measure, Period, Quantity, Vintage
from lantu.read.files import MAX_SIZE
from lantu.read.sheets import Row, rows_of

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "place": ("地区", "地区代码"),
    "indicator": ("指标", "指标名称"),
    "measure": ("度量", "口径"),
    "period": ("时期",),
    "value": ("数值", "值"),
    "unit": ("单位", "计量单位"),
    "vintage": ("数据版本",),
    "source": ("来源",),
    "type": ("类型",),
}
_OPTIONAL = frozenset({"type"})
_MEASURES: Mapping[str, Measure] = {measure.value: measure for measure in Measure} | {
    "": Measure.LEVEL, "水平": Measure.LEVEL, "总量": Measure.LEVEL, "增速": Measure.GROWTH, "增长": Measure.GROWTH,
    "年均增长": Measure.AVERAGE_GROWTH, "变动": Measure.CHANGE, "增减": Measure.CHANGE, "累计": Measure.CUMULATIVE,
    "位次": Measure.RANK, "排名": Measure.RANK, "比例": Measure.RATIO,
}  # fmt: skip
_VINTAGES: Mapping[str, Vintage] = {vintage.name.lower(): vintage for vintage in Vintage} | {
    "预计": Vintage.ESTIMATE, "报告": Vintage.REPORTED, "快报": Vintage.FLASH, "核实": Vintage.VERIFIED, "修订": Vintage.REVISED,
}  # fmt: skip
_TYPES: Mapping[str, bool] = {
    "": False, "value": False, "数值": False, "实际值": False, "target": True, "目标": True, "下达目标": True, "下达指标": True,
}  # fmt: skip
_COMPARATORS: Mapping[str, Comparator] = {comparator.value: comparator for comparator in Comparator} | {
    "": Comparator.EQ, "≥": Comparator.GE, "≤": Comparator.LE,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?P<sign>>=|<=|[≥≤<>=]?)\s*(?P<value>[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?)"
)
_MAGNITUDE = 24  # powers of ten: larger or smaller is a slip of the sheet
_SHOWN = 20  # mistakes named in one message


def read_data(path: Path, *, max_size: int = MAX_SIZE) -> tuple[DataRow, ...]:
    """The rows of a sheet, in its order. Values are Decimals with their printed digits.

    Raises BadData with every mistake by row and column, and as `files.load` does.
    """
    header, *rows = rows_of(path, max_size)
    columns = _columns(path.name, header)
    found: list[DataRow] = []
    wrong: list[tuple[str, str]] = []
    for row in rows:
        if not any(row.cells):
            continue
        said = {name: row.cells[at] if at < len(row.cells) else "" for name, at in columns.items()}
        mistakes = list(_mistakes(said, row))
        wrong += mistakes
        if not mistakes:
            found.append(_data_row(path.name, row.number, said))
    if wrong:
        raise _bad(path.name, wrong)
    return tuple(found)


def _columns(file: str, header: Row) -> dict[str, int]:
    """Where each column stands; all but `type` must be there."""
    names = {alias: name for name, aliases in COLUMNS.items() for alias in (name, *aliases)}
    found = {names[cell.lower()]: i for i, cell in reversed(list(enumerate(header.cells))) if cell.lower() in names}
    missing = [name for name in COLUMNS if name not in found and name not in _OPTIONAL]
    if missing:
        zh = "、".join(f"{COLUMNS[name][0]}（{name}）" for name in missing)
        raise BadData(
            f"{file}：第 1 行缺少列 {zh}；请补上表头", f"{file}: row 1 lacks the columns {', '.join(missing)}; add them"
        )
    return found


def _mistakes(said: Mapping[str, str], row: Row) -> Iterator[tuple[str, str]]:
    """Everything that is wrong with a row, in both languages."""
    for name, zh, en in _wrong(said):
        yield (
            f"第 {row.number} 行“{COLUMNS[name][0]}”列的“{said[name]}”：{zh}",
            f"row {row.number}, column {name}, {said[name]!r}: {en}",
        )


def _wrong(said: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Column, and what it should hold."""
    for name in ("place", "indicator", "source"):
        if not said[name]:
            yield name, "不能为空", "must not be empty"
    if said["measure"].lower() not in _MEASURES:
        yield "measure", "应为 " + "、".join(Measure), "must be one of " + ", ".join(Measure)
    if _period(said["period"]) is None:
        yield (
            "period",
            "应为 2023、2021-2025、2023-Q3 或 2023-07 的形式",
            "must be written as 2023, 2021-2025, 2023-Q3 or 2023-07",
        )
    number = _NUMBER.fullmatch(said["value"])
    if not number or abs(Decimal(number["value"].replace(",", "").replace("−", "-")).adjusted()) > _MAGNITUDE:
        yield (
            "value",
            "应为数字（百分比写数字，单位列写 %）",
            "must be a number (for a percentage put % in the unit column)",
        )
    target = _TYPES.get(said.get("type", ""))
    if target is None:
        yield "type", "应为 value 或 target", "must be value or target"
    if said["vintage"].lower() not in _VINTAGES and not (target and not said["vintage"]):
        names = ", ".join(vintage.name.lower() for vintage in Vintage)
        yield "vintage", "应为 预计、报告、快报、核实、修订 之一", f"must be one of {names}"


def _data_row(file: str, number: int, said: Mapping[str, str]) -> DataRow:
    period, found = _period(said["period"]), _NUMBER.fullmatch(said["value"])
    assert period is not None and found is not None, "the row was checked"  # noqa: PT018 - one fact
    value = Decimal(found["value"].replace(",", "").replace("−", "-"))
    return DataRow(
        file=file,
        row=number,
        place=said["place"],
        indicator=said["indicator"],
        measure=_MEASURES[said["measure"].lower()],
        period=period,
        quantity=Quantity(value, said["unit"], _COMPARATORS[found["sign"]]),
        vintage=_VINTAGES.get(said["vintage"].lower(), Vintage.REPORTED),
        source=said["source"],
        target=_TYPES[said.get("type", "")],
    )


def _period(text: str) -> Period | None:
    try:
        return Period(text.removesuffix("年"))
    except ValueError:
        return None


def _bad(file: str, wrong: Sequence[tuple[str, str]]) -> BadData:
    more_zh = f"；另有 {len(wrong) - _SHOWN} 处" if len(wrong) > _SHOWN else ""
    more_en = f"; and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
    return BadData(
        f"{file}：{'；'.join(zh for zh, _ in wrong[:_SHOWN])}{more_zh}；请改正后再试（全表未读入）",
        f"{file}: {'; '.join(en for _, en in wrong[:_SHOWN])}{more_en}; mend them (nothing was read)",
    )
