"""The columns of an indicator table, told by their headers: names, units, values of a year, averages, growth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lantu.extract.cells import known_unit, unit_of
from lantu.extract.numbers import number as as_number
from lantu.extract.setting import Setting
from lantu.model import Cell, Nature, Period
from lantu.registers import plans

Rows = Sequence[Sequence[Cell]]
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_YEARS = re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—–~～至]+\s*((?:19|20)\d\d)")
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[：:])?([^（）()]{1,10})[）)]")
_UNIT_SAID = re.compile(r"单位\s*[：:]\s*([^\s）)。；]{1,12})")
_NAME = r"指标|项目|名称|内容"
_UNIT_HEAD = r"(?:计量|指标)?单位"
_NO_NAME = re.compile(r"类别|类型|属性|性质|单位|分类|\d{4}|目标值|完成")
_RATE = re.compile(r"完成率|完成比例|占.{0,4}计划|进度|完成.{0,4}计划.{0,3}[%％]")
_RANK = re.compile("位次|排名|名次|排位")
_GROWTH = re.compile(r"增速|增长|增幅|增减|升降|±|同比|比上年|比去年")
_PATH = re.compile(r"年均|累计|增速|增长|变化|增减")
_PROJECTS = re.compile(r"项目(?:名称)?$|^工程名称")
_MEASURED = re.compile(
    r"(?:总|计划总|计划|(?:累计)?(?:已)?完成|年度(?:计划)?)?投资(?:总?额|规模)?(?!主体|方|单位|人)|(?:用地|占地|建筑)面积|总产能|年?产值"
)
_ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?")
_PART = re.compile(r"[上下]半年|季度|(?<!\d)(?:1[0-2]|[1-9])月|全年")
_WHOLE = re.compile(r"年均|累计")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: of a year, or the average growth or total change over the plan."""

    index: int
    role: str  # base, target, actual, path; growth, rate, rank: beside the results of a year
    period: Period
    nature: Nature
    unit: str = ""  # where the header gives one of its own
    place: str | None = None  # the code of the place that the header names
    of: str = ""  # what the header measures of each name: the total investment of projects


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds; None for columns that hold no values."""

    names: tuple[int, ...]  # more than one where an indicator's parts stand in a column of their own
    unit: int | None
    binding: int | None
    responsible: int | None
    values: tuple[Column, ...]


def columns(
    rows: Rows, header_rows: int, setting: Setting, name: int | None = None, values: Sequence[Column] = ()
) -> Columns | None:
    """The columns by their headers; None for a table without an indicator column and a year.

    `name`: the column of indicators where it is known without its header; `values`: the columns of values likewise.
    """
    heads = heads_of(rows, header_rows)
    names = (name,) if name is not None else _names(heads)
    if not names:
        return None
    values = values or _values(heads, names, setting)
    if not any(c.role != "path" for c in values):
        return None
    return Columns(
        names,
        _first(heads, f"^{_UNIT_HEAD}$"),
        _first(heads, r"属性|性质"),
        _first(heads, r"责任|牵头|部门"),
        tuple(values),
    )


def _values(heads: Sequence[str], names: Sequence[int], setting: Setting) -> list[Column]:
    projects = bool(_PROJECTS.search(heads[names[0]]))
    values: list[Column] = []
    for i, head in enumerate(heads):
        found = None if i in names else column(i, head, setting, values[-1] if values else None)
        if projects and i not in names:
            found = _of_projects(i, head, setting, found)
        if found is not None and found.role == "rate":
            found = replace(found, period=_latest_result(values, found.period))
        if found is not None and found.role == "path" and found.period == setting.span:
            found = _of_past(found, values)
        if found is not None:
            values.append(replace(found, unit=found.unit or head_unit(head)))
    return values


def _of_projects(index: int, head: str, setting: Setting, found: Column | None) -> Column | None:
    """What a column measures of projects (总投资, 2023年计划投资); dated by the document where its head names no year."""
    measured = _MEASURED.search(head)
    if not measured or (found and found.role in {"rate", "growth", "path"}):
        return found
    role = "target" if setting.nature is Nature.TARGET else "actual"
    return replace(found or Column(index, role, setting.period, setting.nature), of=measured[0])


def lies_across(rows: Rows, setting: Setting) -> bool:
    """Whether a table names its indicators in the header and the years in its first column, below a row of units or not."""
    firsts = [row[0].text for row in rows[1:] if not re.fullmatch(_UNIT_HEAD, row[0].text.strip())]
    dated = [f for f in firsts if column(0, f, setting, None)]
    return len(rows[0]) > 2 and len(dated) > 1 and len(dated) == len(firsts)


def said_unit(text: str) -> str:
    """The one unit that a caption or header gives for a whole table (单位：亿元); none where it gives several.

    Of 亿元、% it is the first: per cent is what shares and growth are in.
    """
    found = _UNIT_SAID.search(text)
    given = [unit_of(u) for u in re.split("[、，,]", found[1]) if u] if found else []
    levels = [u for u in given if u != "%"] or given
    return levels[0] if len(levels) == 1 and known_unit(levels[0]) else ""


def head_unit(head: str) -> str:
    """The unit in brackets in a header: 2025年（亿元）."""
    return next((unit_of(u) for u in _IN_BRACKETS.findall(head) if known_unit(unit_of(u))), "")


def heads_of(rows: Rows, header_rows: int) -> list[str]:
    """The header of each column, its lines joined; an empty cell over a filled one is of the head to its left."""
    lines = [[cell.text.strip() for cell in row] for row in rows[:header_rows] if header_rows == 1 or not is_alone(row)]
    for above, below in pairwise(lines):
        for i in range(1, len(above)):
            if not above[i] and below[i] and above[i - 1] and below[i - 1] and below[i] != above[i - 1]:
                above[i] = above[i - 1]
    return ["".join(dict.fromkeys(column)) for column in zip(*lines, strict=True)] if lines else []


def is_alone(row: Sequence[Cell]) -> bool:
    """Whether a row holds one text alone, beside its number: a title, a category (二 约束性指标) or a note."""
    texts = [c.text.strip() for c in row if c.text.strip() and not _ORDINAL.fullmatch(c.text.strip())]
    return bool(texts) and len(set(texts)) == 1 and not re.fullmatch(r"[\d.,]+", texts[0])


def _names(heads: list[str]) -> tuple[int, ...]:
    """The column of indicators, with those to its right that a wide header covers too."""
    fit = [i for i, h in enumerate(heads) if re.search(_NAME, h)]
    first = next((i for i in fit if not _NO_NAME.search(heads[i])), None)
    if first is None:
        first = next((i for i in fit if not re.search(r"类别|属性|性质|单位", heads[i])), None)
    if first is None:
        return ()
    last = first
    while last + 1 < len(heads) and heads[last + 1] == heads[first]:
        last += 1
    return tuple(range(first, last + 1))


def _first(heads: list[str], pattern: str) -> int | None:
    return next((i for i, h in enumerate(heads) if re.search(pattern, h)), None)


def column(index: int, head: str, setting: Setting, before: Column | None) -> Column | None:
    """The column of values that a header names; `before`: the one to its left, which growth and rates are of."""
    if before and _RANK.search(head):
        return replace(dated(index, head, setting) or before, index=index, role="rank", unit="位")
    if before and _RATE.search(head):
        return replace(before, index=index, role="rate", unit="%", nature=Nature.ACTUAL)
    grows = bool(_GROWTH.search(head)) and not _WHOLE.search(head)
    if grows and len(_YEAR.findall(head)) == 1:
        at = dated(index, head, setting)
        if at and (at.role != "target" or setting.span.is_year):
            return replace(at, role="growth", unit="%")
    if before and grows and (before.nature is not Nature.TARGET or setting.span.is_year):
        return replace(before, index=index, role="growth", unit="%")
    if _PATH.search(head) or _YEARS.search(head):
        return Column(index, "path", *_span(head, setting))
    return dated(index, head, setting)


def _span(head: str, setting: Setting) -> tuple[Period, Nature]:
    """The years of an average or a sum: those printed, those of the plan named, else the setting's."""
    found = _YEARS.search(head)
    period = Period.years(int(found[1]), int(found[2])) if found and found[1] <= found[2] else plans.named(head)
    if period is None:
        return setting.span, Nature.TARGET
    return period, Nature.ACTUAL if period.last_year <= setting.now else Nature.TARGET


def _latest_result(before: Sequence[Column], otherwise: Period) -> Period:
    """What a column of progress is counted up to: the last results to its left."""
    return next((c.period for c in reversed(before) if c.nature is not Nature.TARGET), otherwise)


def _of_past(column: Column, before: Sequence[Column]) -> Column:
    """An average after two years of results, before any target, is of the years between them: 2015年, 2020年, 年均增长."""
    if len(before) < 2 or any(c.nature is Nature.TARGET for c in before):
        return column
    first, last = before[-2].period, before[-1].period
    if not (first.is_year and last.is_year and first.last_year + 1 < last.last_year):
        return column
    return replace(column, period=Period.years(first.last_year + 1, last.last_year), nature=Nature.ACTUAL)


def dated(index: int, head: str, setting: Setting) -> Column | None:
    """The column of values of the year, or of its part, that a header names."""
    found = _YEAR.search(head)
    year = int(found[1]) if found else _undated(head, setting) or (setting.now if _PART.search(head) else None)
    if year is None:
        return None
    past = year <= setting.now and not re.search(r"目标|计划|规划[值数]|预期(?!完成)", head)
    role = "base" if past and not re.search(r"实际|完成", head) else "actual" if past else "target"
    nature = Nature.ACTUAL if past else Nature.TARGET
    if past and re.search(r"预计", head):
        nature = Nature.ESTIMATE
    return Column(index, role, _part_of(year, head), nature)


def _part_of(year: int, head: str) -> Period:
    """The part of a year that a header names (上半年, 前三季度, 1—9月), else the year."""
    if found := re.search(r"(?<!\d)1\s*月?\s*[-—–~～至]+\s*(1[0-2]|[2-9])\s*月", head):
        return Period(f"{year}-01..{year}-{int(found[1]):02d}") if found[1] != "12" else Period.year(year)
    if "前三季度" in head:
        return Period(f"{year}-01..{year}-09")
    if found := re.search(r"[上下]半年", head):
        return Period(f"{year}-H{1 if found[0][0] == '上' else 2}")
    if found := re.search(r"(?:第)?([一二三四1-4])季度", head):
        return Period(f"{year}-Q{int(as_number(found[1]))}")
    if found := re.search(r"(?<![\d至到—–~～-])(1[0-2]|[1-9])月(?!\d)", head):
        return Period(f"{year}-{int(found[1]):02d}")
    return Period.year(year)


def _undated(head: str, setting: Setting) -> int | None:
    plan = plans.named(head)
    if plan and re.search(r"目标|规划[值数]|计划数", head):
        return plan.last_year
    if re.search(r"基期|基数|现状|实际|完成", head):
        return setting.now
    if re.search(r"目标|预期|规划值|计划", head):
        return setting.period.last_year if setting.nature is Nature.TARGET else setting.next_year
    return None
