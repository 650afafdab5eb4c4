"""The fixed words that the grammar goes by, as compiled alternations, longest first (`phrases.csv`)."""

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def load() -> dict[str, dict[str, str]]:
    """Phrases by class, each with its value (a comparator, a sign, or nothing)."""
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader((files("lantu.registers") / "phrases.csv").read_text("utf8").splitlines()):
        found.setdefault(row["class"], {})[row["phrase"]] = row["value"]
    return found


@cache
def one_of(*classes: str) -> str:
    """A regular expression (no group) for any phrase of these classes, longest first."""
    words = {w for c in classes for w in load()[c]}
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def value(of_class: str, phrase: str) -> str:
    """The value that a phrase has in its class."""
    return load()[of_class][phrase]
