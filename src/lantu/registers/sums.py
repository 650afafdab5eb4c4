"""Wholes that are the sum of their parts, none left out (`sums.csv`)."""

import csv
from functools import cache
from importlib.resources import files

from lantu.errors import BadRegister
from lantu.registers import indicators


@cache
def load() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each whole with its parts, as ids of the indicator register. Raises BadRegister for an id that it does not know."""
    rows = csv.DictReader((files("lantu.registers") / "sums.csv").read_text("utf8").splitlines())
    found = tuple((row["whole"], tuple(row["parts"].split())) for row in rows)
    unknown = sorted({one for whole, parts in found for one in (whole, *parts) if indicators.by_id(one) is None})
    if unknown:
        raise BadRegister(f"sums.csv：没有指标 {'、'.join(unknown)}。", f"sums.csv: no indicator {', '.join(unknown)}.")
    return found
