"""Words of targets against another series: what they demand, and of which place it is (`relations.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from lantu.errors import BadRegister

IN_STEP, BETTER = "sync", "better"
ANSWERS = frozenset({"<=", ">=", "<", ">", BETTER, IN_STEP})
NATION = "100000"


@cache
def load() -> Mapping[str, Mapping[str, Any]]:
    """The two tables. Raises BadRegister for a relation or a number of digits that is none."""
    said = tomllib.loads((files("lantu.registers") / "relations.toml").read_text("utf8"))
    wrong = [word for word, relation in said["relations"].items() if relation not in ANSWERS]
    wrong += [word for word, digits in said["places"].items() if digits not in (0, 2, 4)]
    if wrong:
        raise BadRegister(f"relations.toml 有误：{'、'.join(wrong)}。", f"relations.toml is wrong: {', '.join(wrong)}.")
    return said


def find(words: str) -> str | None:
    """The relation in a target's words: a sign, BETTER, IN_STEP, or None where they hold none."""
    relations: Mapping[str, str] = load()["relations"]
    found = max((w for w in relations if w in words), key=lambda w: (len(w), w), default=None)
    return None if found is None else relations[found]


def place_above(words: str, code: str) -> str | None:
    """The code of the higher place that the words name, seen from `code`; None where they name none."""
    places: Mapping[str, int] = load()["places"]
    digits = next((n for word, n in places.items() if word in words), None)
    above = None if digits is None else (code[:digits].ljust(6, "0") if digits else NATION)
    return None if above == code else above
