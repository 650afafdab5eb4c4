"""What kind of target a statement makes (practice.md 1.4, 1.7)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lantu.link.indicators import Named
from lantu.link.said import base_value
from lantu.model import Base, Comparator, Measure, Quantity, TargetKind
from lantu.registers import linking, relations, units

_BELOW = (Comparator.LE, Comparator.LT)


@dataclass(frozen=True, slots=True)
class InWords:
    """A target in words: its kind, and for a comparison what it is compared with."""

    kind: TargetKind
    reference: str | None


def of_quantity(quantity: Quantity, measure: Measure, named: Named, base: Base | None, *, spans: bool) -> TargetKind:
    """The kind of a target with a value; `spans`: it is wanted over several years."""
    if measure in (Measure.AVERAGE_GROWTH, Measure.GROWTH):
        return TargetKind.AVERAGE_GROWTH if spans or measure is Measure.AVERAGE_GROWTH else TargetKind.GROWTH
    if measure in (Measure.CUMULATIVE, Measure.CHANGE):
        if is_reduction(named, quantity):
            return TargetKind.REDUCTION
        return TargetKind.SUM if measure is Measure.CUMULATIVE else TargetKind.CHANGE
    if measure is Measure.RANK:
        return TargetKind.RANK
    return _of_level(quantity, named, base)


def in_words(text: str) -> InWords | None:
    """The kind of a target that has no number; None where the words want nothing (—)."""
    words, plain = linking.load(), "".join(text.split())
    if plain in words.nothing:
        return None
    if any(w in plain for w in words.assigned):
        return InWords(TargetKind.ASSIGNED, None)
    relation = relations.find(plain)
    if relation:
        return InWords(TargetKind.RELATIVE, _compared_with(plain, relation) or None)
    return InWords(TargetKind.LEVEL, None)


def _compared_with(plain: str, relation: str) -> str:
    """What stands after the words of the comparison (不高于…), or before those of keeping step (与…同步)."""
    words: Mapping[str, str] = relations.load()["relations"]
    longest = max((w for w, said in words.items() if w in plain and said == relation), key=len)
    before, _, after = plain.partition(longest)
    return re.sub("^[与和同跟]", "", before) if relation == relations.IN_STEP else after


def is_reduction(named: Named, quantity: Quantity) -> bool:
    """Whether values are reductions in %, which compound from year to year (F5).

    A bracket [13.5] is read as points; of an indicator that is a reduction itself these are its per cent.
    """
    dimension = units.dimension(quantity.unit)
    if named.known:
        return named.known.aggregation == "compound_reduction" and dimension in ("percent", "point")
    return dimension == "percent" and any(w in named.name for w in linking.load().reduction)


def _of_level(quantity: Quantity, named: Named, base: Base | None) -> TargetKind:
    if quantity.comparator in _BELOW or (named.known and named.known.direction == "bound"):
        return TargetKind.BOUND
    if base and base_value(base.quantity) == base_value(quantity):
        return TargetKind.MAINTAIN
    return TargetKind.SHARE if _is_share(quantity, named) else TargetKind.LEVEL


def _is_share(quantity: Quantity, named: Named) -> bool:
    """Shares and rates in % move in points. A level that is printed in % by mistake stays a level."""
    if named.known:
        return units.convert(Decimal(1), named.known.unit, "%") is not None
    return units.dimension(quantity.unit) == "percent"
