"""Shares that are one indicator over another (`ratios.csv`)."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lantu.errors import BadRegister
from lantu.registers import indicators


class Ratio(NamedTuple):
    """`share` in % is `part` over `whole`; ids of the indicator register."""

    share: str
    part: str
    whole: str


@cache
def load() -> tuple[Ratio, ...]:
    """Every ratio. Raises BadRegister for an id that the indicator register does not know."""
    rows = csv.DictReader((files("lantu.registers") / "ratios.csv").read_text("utf8").splitlines())
    found = tuple(Ratio(row["share"], row["part"], row["whole"]) for row in rows)
    unknown = sorted({one for ratio in found for one in ratio if indicators.by_id(one) is None})
    if unknown:
        raise BadRegister(
            f"ratios.csv：没有指标 {'、'.join(unknown)}。", f"ratios.csv: no indicator {', '.join(unknown)}."
        )
    return found
