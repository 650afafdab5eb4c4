"""Units: what a printed unit measures, its base unit and the factor between them (`units.csv`)."""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

from lantu.errors import BadRegister

# 万亿 before 亿 and 万: the longest multiplier wins.
MULTIPLIERS: dict[str, Decimal] = {
    "万亿": Decimal(10**12), "千亿": Decimal(10**11), "百亿": Decimal(10**10), "十亿": Decimal(10**9),
    "亿万": Decimal(10**12), "亿": Decimal(10**8), "千万": Decimal(10**7), "百万": Decimal(10**6),
    "十万": Decimal(10**5), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100),
}  # fmt: skip
_MULTIPLIER = re.compile("|".join(MULTIPLIERS))
ROLES = ("measure", "count", "time")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `factor` of it makes one `base`; `role` says how it may follow a number in prose."""

    name: str
    dimension: str
    base: str
    factor: Decimal
    role: str


@cache
def load() -> dict[str, Unit]:
    """Every unit by its printed name. Raises BadRegister for a row that breaks the rules."""
    rows = csv.DictReader((files("lantu.registers") / "units.csv").read_text("utf8").splitlines())
    found: dict[str, Unit] = {}
    for row in rows:
        if row["unit"] in found or row["role"] not in ROLES:
            raise BadRegister(
                f"units.csv：{row['unit']} 重复或角色不明。",
                f"units.csv: {row['unit']} is doubled or has no known role.",
            )
        found[row["unit"]] = Unit(row["unit"], row["dimension"], row["base"], Decimal(row["factor"]), row["role"])
    return found


@lru_cache(maxsize=4096)
def split(unit: str) -> tuple[Decimal, str]:
    """Factor and base unit of a printed unit: 亿元 → (10⁸, 元), 万公顷 → (10⁸, 平方米), 元/月 → (1, 元/月).

    A unit that the register does not know is its own base.
    """
    known = load().get(unit)
    if known:
        return known.factor, known.base
    multiplier = _MULTIPLIER.match(unit)
    if multiplier:
        factor, base = split(unit[multiplier.end() :])
        return MULTIPLIERS[multiplier[0]] * factor, base
    numerator, slash, denominator = unit.partition("/")
    if slash and numerator:
        factor, base = split(numerator)
        return factor, f"{base}/{denominator}"
    return Decimal(1), unit


def multiplier_at(text: str, at: int) -> str:
    """The multiplier that stands at `at` of a text (5.2万: 万); empty where none does."""
    found = _MULTIPLIER.match(text, at)
    return found[0] if found else ""


def multiplied(multiplier: str, unit: str) -> str:
    """A unit with another multiplier in place of its own: 万 of 元 and of 亿元 is 万元; no share has one."""
    if dimension(unit) in {"percent", "permille", "point"}:
        return multiplier
    own = "" if unit in load() else multiplier_at(unit, 0)  # 千瓦 and 百分点 are units as they stand
    return multiplier + unit[len(own) :]


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in `unit` as a value in `to`; None where the two measure different things."""
    (factor, base), (to_factor, to_base) = split(unit), split(to)
    return value * factor / to_factor if base == to_base else None


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """What a printed unit measures: money, percent, point, area, person, item …; the base unit itself if unknown."""
    base = split(unit)[1]
    known = load().get(base)
    return known.dimension if known else base
