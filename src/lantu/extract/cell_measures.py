"""What a table's number measures: by its column, its bracket, its words and the kind of its indicator."""

import re

from lantu.extract.cells import Printed
from lantu.extract.columns import Column
from lantu.extract.setting import Setting
from lantu.model import Measure, Nature, Period
from lantu.registers import indicators, plans, units

_GROWS = re.compile(r"(?:增长|增速|增幅|涨幅|增长率|增长速度)$")
_SHARE_NAME = re.compile(r"(?:率|比重|占比|比例|增速|增幅|增长)$")
_REDUCES = re.compile(r"降低|降幅|下降|减少|削减")
_RATES = ("%", "‰", "")
_TOTALS = (Measure.CUMULATIVE, Measure.CHANGE, Measure.AVERAGE_GROWTH)


def measure(
    name: str, unit: str, column: Column, found: Printed, setting: Setting, *, sums: bool
) -> tuple[Measure, str]:
    """Measure and unit of a cell; `sums`: the notes say that brackets hold sums."""
    own = found.quantity.unit
    if found.cumulated and (total := _cumulated(name, unit, column, found, setting)):
        return total
    if column.role == "growth":
        return (Measure.GROWTH, "%") if own in _RATES else (Measure.CHANGE, own)
    if column.role == "rate" and own in _RATES:
        return Measure.LEVEL, own or "%"
    if column.role == "rank" and own not in {"%", "‰"}:
        return Measure.RANK, "位"
    if found.bracketed:
        if is_flow(name, unit, sums=sums):
            return Measure.CUMULATIVE, own or unit
        return Measure.CHANGE, own or _bracket_unit(name, unit)
    grows = bool(_GROWS.search(name)) and (own or unit) in {"%", ""}
    if column.role == "path":
        if found.signed and not grows and _is_share(name) and unit == "%":
            return Measure.LEVEL, own or unit  # a rate bounded in the column of averages (失业率 <5.5)
        return (Measure.AVERAGE_GROWTH, own or "%") if own in {"", "%"} else (Measure.CHANGE, own)
    if found.moves and own:
        return _moved(found, column, setting), own
    # per cent of what is no share is its growth (规模以上工业增加值 8%); a plan of several years may mean an average
    grows = grows or (setting.span.is_year and (own or unit) == "%" and not _is_share(name))
    return (Measure.GROWTH if grows else Measure.LEVEL), own or unit


def _cumulated(name: str, unit: str, column: Column, found: Printed, setting: Setting) -> tuple[Measure, str] | None:
    """Measure and unit of a cell that says 累计 itself; None where its column tells as much: 累计 in a year's results."""
    if column.role in {"growth", "rate", "rank"}:
        return None
    own = found.quantity.unit
    if not found.moves and column.role != "path":
        sums = setting.span.is_span and is_flow(name, unit, sums=False) and own not in {"%", "‰"}
        return (Measure.CUMULATIVE, own or unit) if sums else None
    printed = own or (column.unit if found.moves else "") or unit
    if printed in _RATES:
        points = not own and unit == "%" and _is_share(name) and not _GROWS.search(name)
        if points or _is_reduction(name):
            return Measure.CHANGE, own or _bracket_unit(name, printed or "%")
        return Measure.GROWTH, printed or "%"
    adds = not found.moves and is_flow(name, printed, sums=True)
    return (Measure.CUMULATIVE if adds else Measure.CHANGE), printed


def _moved(found: Printed, column: Column, setting: Setting) -> Measure:
    """A rise or fall said in a column of values: of a year by itself, of a plan's target against its base."""
    if found.averaged:
        return Measure.AVERAGE_GROWTH
    over_plan = column.nature is Nature.TARGET and setting.span.is_span
    return Measure.CHANGE if over_plan or found.quantity.unit not in _RATES else Measure.GROWTH


def sign(name: str, found: Printed) -> int:
    """-1 for a value said to fall, unless its indicator is the fall (单位GDP能耗降低: 下降13.5%)."""
    return -1 if found.moves < 0 and not _is_reduction(name) else 1


def period(told: Measure, column: Column, setting: Setting, year: int | None, *, cumulated: bool) -> Period:
    """The years of a cell's value; `year`: where the cell or a note names one of its own."""
    total = told in _TOTALS or (cumulated and told is Measure.GROWTH and setting.span.is_span)
    if column.role == "path" and told is Measure.LEVEL:
        return Period.year(column.period.last_year)
    if year is not None and not total:
        return Period.year(year)
    if not total or column.role == "growth" or column.period.is_span:
        return column.period
    if column.nature is not Nature.TARGET and column.period.last_year < setting.span.first_year:
        return plans.before(setting.span) or column.period  # a bracket in the base column is of the plan before
    return setting.span


def named(name: str, told: Measure, unit: str, column: Column) -> str:
    """The indicator of a cell: a column of completion rates names its own, growth goes by the level's name."""
    if column.role == "rate" and unit in _RATES:
        return name + "完成率"
    worth = told is Measure.LEVEL and unit not in _RATES  # 500亿元 in a row of growth is no growth
    if worth or told in {Measure.GROWTH, Measure.AVERAGE_GROWTH}:
        return re.sub(r"(?:年均)?(?:增长率|增长速度|增长|增速|增幅)$", "", name) or name
    return name


def is_flow(name: str, unit: str, *, sums: bool) -> bool:
    """Whether an indicator's years add up; one that the register lacks by its name or, in counts, by the notes."""
    known = indicators.named(name)
    if known:
        return all(i.quantity_kind == "flow" and i.aggregation == "flow_sum" for i in known)
    return unit not in {"%", "‰"} and (sums or bool(re.search(r"新增|新建|累计|改造|完成|减排量", name)))


def fits(name: str, unit: str) -> bool:
    """Whether a unit given for a whole table can be this indicator's, as far as the register knows the indicator."""
    known = indicators.named(name)
    if not known and _SHARE_NAME.search(name):
        return units.dimension(unit) == "percent"
    return not known or any(units.dimension(i.unit) == units.dimension(unit) for i in known)


def _bracket_unit(name: str, unit: str) -> str:
    """Shares move in points; reductions and what is no share keep the printed unit."""
    return "个百分点" if unit == "%" and _is_share(name) and not _is_reduction(name) else unit


def _is_reduction(name: str) -> bool:
    known = any(i.aggregation == "compound_reduction" for i in indicators.named(name))
    return known or bool(_REDUCES.search(name))


def _is_share(name: str) -> bool:
    """Whether per cent is the indicator's own unit: 全员劳动生产率 printed with % stays as printed."""
    known = indicators.named(name)
    return not known or any(units.dimension(i.unit) == "percent" for i in known)
