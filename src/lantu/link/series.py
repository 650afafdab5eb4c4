"""Which series a value belongs to, or a target is wanted of."""

from lantu.link.indicators import Named
from lantu.model import Measure, Qualifiers, Series
from lantu.registers import units
from lantu.registers.indicator_records import COUNTED, kind_of

# What a plan wants of a series is said in other measures than the series is kept in.
_WANTED_OF = {
    Measure.AVERAGE_GROWTH: Measure.GROWTH,
    Measure.CUMULATIVE: Measure.LEVEL,
    Measure.CHANGE: Measure.LEVEL,
}
_GROWTHS = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_MOVES = (*_GROWTHS, Measure.CHANGE)
_SHORT_TERM = "环比"
_LEVELS = (Measure.LEVEL, Measure.CUMULATIVE, Measure.CHANGE)


def wanted_of(measure: Measure) -> Measure:
    """The measure of the series that a target in `measure` is wanted of.

    Average growth is wanted of the growth series, a flow's sum and a level's change of the level series.
    """
    return _WANTED_OF.get(measure, measure)


def choose(place: str, named: Named, measure: Measure, unit: str, qualifiers: Qualifiers) -> Series:
    """The series of `named` at `place`; values in units of another dimension are another series.

    So is what moved against the period before (环比): it says nothing of the year.
    """
    price = qualifiers.price or _usual_price(named, measure)
    stated = price if _marks_price(named, measure, qualifiers) else ""
    scope = _scope(measure, qualifiers)
    parts = (place, named.id, named.member, measure.value, stated, scope, _dimension(named, measure, unit))
    return Series(
        id="/".join(p for p in parts if p),
        place=place,
        indicator=named.id,
        name=f"{named.name}（{named.member}）" if named.member else named.name,
        measure=measure,
        unit=_shown_unit(named, measure, unit),
        price=price,
        scope=scope,
    )


def _scope(measure: Measure, qualifiers: Qualifiers) -> str:
    moved = measure in _MOVES and qualifiers.against == "previous_period"
    return f"{qualifiers.scope}{_SHORT_TERM}" if moved else qualifiers.scope


def has_real_growth(named: Named) -> bool:
    """Whether the indicator's growth has another price basis than its level (GDP: nominal level, real growth)."""
    return named.known is not None and named.known.price_basis == "nominal_level_real_growth"


def _usual_price(named: Named, measure: Measure) -> str:
    basis = named.known.price_basis if named.known else ""
    if basis == "nominal_level_real_growth":
        return "real" if measure in _GROWTHS else "nominal"
    return basis if basis in ("real", "nominal") else ""


def _marks_price(named: Named, measure: Measure, qualifiers: Qualifiers) -> bool:
    """A price basis stands in the id where growth is real, or where the text says another than the usual one."""
    usual = _usual_price(named, measure)
    if qualifiers.price and qualifiers.price != usual:
        return True
    return measure in _GROWTHS and usual == "real"


def _dimension(named: Named, measure: Measure, unit: str) -> str:
    dimension = units.dimension(unit)
    dimension = "percent" if dimension == "point" else dimension  # points are what shares in % change by
    if measure in _GROWTHS:
        return "" if dimension == "percent" else dimension
    if measure not in _LEVELS:
        return ""
    if named.known:
        return "" if kind_of(unit) in (kind_of(named.known.unit), "point") else kind_of(unit)
    return "item" if dimension in COUNTED else dimension


def _shown_unit(named: Named, measure: Measure, unit: str) -> str:
    if measure in _LEVELS and named.known and units.dimension(named.known.unit) == units.dimension(unit):
        return named.known.unit
    return unit
