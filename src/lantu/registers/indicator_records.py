"""What the indicator register knows of an indicator and of its names."""

from dataclasses import dataclass, field
from functools import cache

from lantu.registers import units

DIRECTIONS = ("up", "down", "none", "bound")
QUANTITY_KINDS = ("stock", "flow", "share", "rate", "index", "ratio")
PRICE_BASES = ("nominal", "real", "nominal_level_real_growth", "comparable_scope", "none")
AGGREGATIONS = (
    "flow_sum",
    "stock_end",
    "ratio_recompute",
    "avg",
    "compound_reduction",
    "not_additive",
    "not_chainable",
    "none",
)
BINDING_USUAL = ("约束性", "预期性")
TIERS = ("core", "extended")

COUNTED = frozenset({"item", "firm", "household"})
"""Things counted: documents say 个, 家, 户, 项 of the same things."""


@cache
def kind_of(unit: str) -> str:
    """What a unit measures, so that units which may stand for one another have one kind: 家 and 个 are both `item`."""
    dimension = units.dimension(unit)
    return "item" if dimension in COUNTED else dimension


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an indicator, with what must hold for it to be meant.

    `kinds`: the kinds of unit it accepts (`kind_of`). `needs`: words of which one must stand in the name or its
    context; empty where the name alone is enough. `decides`: for an ambiguous name, what tells its meanings
    apart, in words. `growth`: it names the indicator's growth and accepts %.
    """

    name: str
    kinds: frozenset[str]
    needs: tuple[str, ...] = ()
    decides: str = ""
    growth: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the register.

    unit: the usual unit, in which its values are shown; units: every unit in which documents print it.
    quantity_kind: what is measured: a five-year number in brackets is a sum for a flow, a change for any other kind.
    direction: `up` or `down` is better, `none` neither, `bound` an upper limit that is to be kept.
    price_basis: `nominal_level_real_growth` (levels at current prices, growth at constant ones),
    `comparable_scope` (growth by comparable scope: levels do not divide to it) …
    aggregation: how the values of several years combine; `not_chainable` levels do not link to a growth.
    aliases: names that are enough by themselves; ambiguous: names that need more; growth_names: names of its growth.
    stems: words by which a document speaks of it, or of its neighbour, without its value.
    reduction_of: the indicator whose relative fall this one is. replaced_by, replaced_from: its successor and since
    when. frequency, release_lag, availability: how often, how late and for which places there is a value.
    """

    id: str
    zh: str
    en: str
    unit: str
    units: tuple[str, ...]
    direction: str
    quantity_kind: str
    price_basis: str
    aggregation: str
    sector: str
    departments: tuple[str, ...]
    binding_usual: str = "预期性"
    region_additive: bool = False
    tier: str = "extended"
    aliases: tuple[str, ...] = ()
    growth_names: tuple[str, ...] = ()
    ambiguous: tuple[Alias, ...] = ()
    confusable_with: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    notes: str = ""
    reduction_of: str | None = None
    replaced_by: str | None = None
    replaced_from: int | None = None
    frequency: str = ""
    release_lag: str = ""
    availability: str = ""
    names: tuple[Alias, ...] = field(default=(), repr=False)  # all of the above as records; made by the loader

    @property
    def dimension(self) -> str:
        """What its usual unit measures, as in the register of units: money, percent, person."""
        return units.dimension(self.unit)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its units."""
        return frozenset(map(kind_of, self.units))
