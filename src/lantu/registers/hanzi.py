"""The characters that planning documents use most, in simplified and traditional form, and traditional ones as simplified.

The five hundred of `hanzi.csv` make up nine tenths of such a text, so that a wrong decoding shows: it holds hardly any
of them; and so does the script that a text is in. `traditional.csv` gives for each traditional character the simplified one.
"""

import csv
from functools import cache
from importlib.resources import files

_OFTEN = "國發經會"  # no traditional text of a government is without one of them
_SEEN = 20000  # characters that tell the script of a text


@cache
def common() -> frozenset[str]:
    """All of them."""
    rows = csv.DictReader((files("lantu.registers") / "hanzi.csv").read_text("utf8").splitlines())
    return frozenset(char for row in rows for char in (row["simplified"], row["traditional"]))


@cache
def _told() -> tuple[frozenset[str], frozenset[str]]:
    """The common characters that only a traditional, and those that only a simplified text uses."""
    rows = csv.DictReader((files("lantu.registers") / "hanzi.csv").read_text("utf8").splitlines())
    pairs = [(row["simplified"], row["traditional"]) for row in rows]
    simplified, traditional = (frozenset(chars) for chars in zip(*pairs, strict=True))
    return traditional - simplified, simplified - traditional


@cache
def _folding() -> dict[int, str]:
    rows = csv.DictReader((files("lantu.registers") / "traditional.csv").read_text("utf8").splitlines())
    return {ord(row["traditional"]): row["simplified"] for row in rows}


def simplified(text: str) -> str:
    """A text in traditional characters in simplified ones, one for one, so that every offset holds; any other as it is."""
    if not any(char in text for char in _OFTEN):
        return text
    used = frozenset(text[:_SEEN])
    traditional, modern = _told()
    return text.translate(_folding()) if len(used & traditional) > len(used & modern) else text
