"""Tables by place: columns or rows that are the districts of the document's own place, or the provinces of the nation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lantu.extract import columns
from lantu.extract.columns import Column, Rows
from lantu.extract.setting import Setting
from lantu.model import Nature, Place
from lantu.registers import places

_WHOLE = re.compile(r"全[国省市州区县盟旗]|[总合]计|[本我][省市州区县]")
_AROUND = re.compile(
    r"\s|[（(][^（）()]*[）)]|(?:19|20)\d\d年?|[上下]半年|前三季度|目标值?|计划数?|预期|预计|实际|完成[数值]?|增速|同比|增长率?|[全省市]*(?:位次|排名|名次)|[%％]"
)
_OF_PLACES = re.compile(r"地区|区域|[省市州县区](?:[（(、/／]|$)|行政区划|[市区县]别")
_INDICATORS = re.compile(r"指标(?:名称)?$|^项目(?:名称)?$")
_GROWS = re.compile(r"增速|增长|增幅|同比")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """The place that a head names: a code, or none for the document's own; `rest`: what else it says."""

    code: str | None
    rest: str


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """A table with a place a row: the column that names it, the columns of values with the indicator of each."""

    names: int
    values: tuple[tuple[Column, str], ...]


def of_heads(heads: Sequence[str], home: Place | None) -> Mapping[int, Spot]:
    """The columns that are places, the whole among them; empty unless two are parts."""
    found = {i: spot for i, head in enumerate(heads) if (spot := spot_of(head, home))}
    return found if len({s.code for s in found.values() if s.code}) >= _FEW else {}


def spot_of(text: str, home: Place | None) -> Spot | None:
    """The place that a head or the first cell of a row names; None where it names none inside `home`."""
    name = _AROUND.sub("", text)
    if not 1 < len(name) <= 12:
        return None
    if _WHOLE.fullmatch(name):
        return Spot(None, text.replace(name, ""))
    found = _inside(home.code).get(name) if home else None
    if found is None:
        found = places.find(name, within=home)
        if found is None or name not in places.names(found) or (home and not places.lies_in(found, home)):
            return None
    return Spot(None if home and found.code == home.code else found.code, text.replace(name, ""))


@lru_cache(maxsize=64)
def _inside(code: str) -> Mapping[str, Place]:
    return {name: place for place in places.children(code) for name in places.names(place)}


def values(heads: Sequence[str], spots: Mapping[int, Spot], caption: str, setting: Setting) -> list[Column]:
    """The columns of values of a table with a place a column."""
    found: list[Column] = []
    for i, spot in spots.items():
        own = column(i, spot.rest, caption, setting, found[-1] if found else None)
        found.append(replace(own, place=spot.code, unit=own.unit or columns.head_unit(heads[i])))
    return found


def column(index: int, rest: str, caption: str, setting: Setting, before: Column | None) -> Column:
    """A column of values of one place: dated by its head, else by the table's caption, else by the document."""
    found = columns.column(index, rest, setting, before)
    dated = found if found and found.role != "path" else columns.dated(index, caption, setting)
    if dated is None:
        role = "target" if setting.nature is Nature.TARGET else "actual"
        dated = Column(index, role, setting.period, setting.nature)
    return replace(dated, role="growth", unit="%") if dated.role != "rank" and _GROWS.search(rest) else dated


def of_rows(table: Rows, heads: Sequence[str], home: Place | None) -> int | None:
    """The column, of the first two, that names a place for each row; None where there is none."""
    names = next((i for i, head in enumerate(heads[:2]) if _OF_PLACES.search(head)), None)
    if names is None or len({s.code for row in table if (s := spot_of(row[names].text, home)) and s.code}) < _FEW:
        return None
    return names


def rows(table: Rows, heads: Sequence[str], caption: str, setting: Setting, home: Place | None) -> PlaceRows | None:
    """The columns of a table with a place a row; None for any other."""
    names = of_rows(table, heads, home)
    if names is None or any(_INDICATORS.search(head) for head in heads):
        return None
    values: list[tuple[Column, str]] = []
    for i in range(names + 1, len(heads)):
        name = _indicator(heads[i]) or (values[-1][1] if values else "")
        if name and not re.search("备注|说明", name):
            own = column(i, heads[i], caption, setting, values[-1][0] if values else None)
            values.append((replace(own, unit=own.unit or columns.head_unit(heads[i])), name))
    return PlaceRows(names, tuple(values)) if values else None


def _indicator(head: str) -> str:
    return _AROUND.sub("", head)
