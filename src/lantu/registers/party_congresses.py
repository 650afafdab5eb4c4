"""The party's national congresses and their years (`party_congresses.csv`)."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load() -> Mapping[str, int]:
    """The year of each congress by its short name (二十大)."""
    rows = csv.DictReader((files("lantu.registers") / "party_congresses.csv").read_text("utf8").splitlines())
    return {row["number"]: int(row["year"]) for row in rows}
