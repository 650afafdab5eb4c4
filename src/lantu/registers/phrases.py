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


@cache
def begins(*classes: str) -> frozenset[str]:
    """The characters that phrases of these classes begin with: what begins with no other need not be searched."""
    return frozenset(word[0] for of_class in classes for word in load()[of_class])


@cache
def ends(*classes: str) -> frozenset[str]:
    """The characters that phrases of these classes end with."""
    return frozenset(word[-1] for of_class in classes for word in load()[of_class])


def value(of_class: str, phrase: str) -> str:
    """The value that a phrase has in its class."""
    return load()[of_class][phrase]
