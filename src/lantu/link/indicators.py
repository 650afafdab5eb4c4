"""Names of indicators found in the register; a name that it does not know becomes a local indicator."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lantu.model import Measure, Statement
from lantu.registers import indicator_names, indicators, linking
from lantu.registers.indicators import Indicator

_LEVELS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.CHANGE)
_GROWTHS = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_MEMBER = re.compile(r"[（(]([^（()）]+)[)）]$")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator by its id, `local:<name>` where the register does not know it, and its Chinese name."""

    id: str
    name: str
    known: Indicator | None = None
    member: str = ""  # of a ratio a:b:c, which of its numbers: each has a series of its own


@dataclass(frozen=True, slots=True)
class Names:
    """The register in which names are looked up: ours, and after it a bureau's own in the folder `extra`."""

    extra: Path | None = None

    def named(self, name: str, unit: str, measure: Measure) -> Named:
        """The indicator that a document names `name`, measured in `unit`."""
        known = indicators.find(name, unit, measure, self.extra)
        if known is None:
            return _local(name, is_growth=measure in _GROWTHS)
        member = _MEMBER.search(name) if measure is Measure.RATIO else None
        return replace(_known(known), member=member[1]) if member else _known(known)

    def of_row(self, name: str, unit: str) -> Named:
        """The indicator of a table row: its whole name decides, even where the printed unit is wrong."""
        known = indicators.find(name, unit, Measure.LEVEL, self.extra)
        if known is None:
            meant = indicators.named(name, self.extra)
            known = meant[0] if len(meant) == 1 else None
        return _known(known) if known else _local(name, is_growth=False)

    def of_statement(self, statement: Statement) -> tuple[Named, str]:
        """What a statement measures, and in which unit: its own, or the register's where a table prints a wrong one."""
        unit, measure = statement.quantity.unit, statement.measure
        if statement.cell is None or measure not in _LEVELS:
            return self.named(statement.indicator, unit, measure), unit
        named = self.of_row(statement.indicator, unit)
        is_wrong = named.known and not indicators.find(statement.indicator, unit, measure, self.extra)
        return named, named.known.unit if named.known and is_wrong else unit

    def of_id(self, indicator: str) -> Named | None:
        """The register's indicator of this id, if there is one."""
        known = indicators.by_id(indicator, self.extra)
        return _known(known) if known else None

    def reduction(self, named: Named) -> Named | None:
        """The register's indicator that is the relative fall of this one (能耗降低 of 单位GDP能耗), if there is one."""
        known = _reductions(self.extra).get(named.id)
        return _known(known) if known else None

    def order(self, indicator: str) -> tuple[int, str]:
        """Register order, then code point."""
        positions = _positions(self.extra)
        return positions.get(indicator, len(positions)), indicator


def is_growth_name(name: str) -> bool:
    """Whether a name says that its values are growth rates: 居民人均可支配收入增长."""
    return indicator_names.growth_stem(name) != indicator_names.spell(indicator_names.plain(name))


def _known(indicator: Indicator) -> Named:
    return Named(indicator.id, indicator.zh, indicator)


@lru_cache(maxsize=65536)
def _local(name: str, *, is_growth: bool) -> Named:
    """A local indicator: its id is its name in the register's spelling, without 全区 and without a growth's ending."""
    plain = indicator_names.plain(name)
    lead = next((w for w in linking.load().leading if plain.startswith(w) and len(plain) > len(w) + 1), "")
    plain = plain[len(lead) :]
    spelled = indicator_names.growth_stem(plain) if is_growth else indicator_names.spell(plain)
    return Named(f"local:{spelled}", plain)


@lru_cache(maxsize=8)
def _reductions(extra: Path | None) -> dict[str, Indicator]:
    return {i.reduction_of: i for i in indicators.load(extra) if i.reduction_of}


@lru_cache(maxsize=8)
def _positions(extra: Path | None) -> dict[str, int]:
    return {i.id: position for position, i in enumerate(indicators.load(extra))}
