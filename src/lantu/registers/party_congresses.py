"""The party's national congresses and their years (`party_congresses.csv`)."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_DIGITS = ("", *"一二三四五六七八九")


@cache
def load() -> Mapping[str, int]:
    """The year of each congress by its short name (二十大)."""
    rows = csv.DictReader((files("lantu.registers") / "party_congresses.csv").read_text("utf8").splitlines())
    return {f"{_in_words(int(row['number']))}大": int(row["opened"].partition("-")[0]) for row in rows}


def _in_words(number: int) -> str:
    """8 → 八, 12 → 十二, 20 → 二十."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return f"{ten}{_DIGITS[ones]}"
