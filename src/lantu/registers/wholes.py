"""Parts and wholes: which indicator can never pass which (`wholes.csv`)."""

import csv
from functools import cache
from importlib.resources import files

from lantu.errors import BadRegister
from lantu.registers import indicators


@cache
def load() -> tuple[tuple[str, str], ...]:
    """Pairs of indicator ids, the part first. Raises BadRegister for an id that the indicator register does not know."""
    rows = csv.DictReader((files("lantu.registers") / "wholes.csv").read_text("utf8").splitlines())
    pairs = tuple((row["part"], row["whole"]) for row in rows)
    unknown = sorted({one for pair in pairs for one in pair if indicators.by_id(one) is None})
    if unknown:
        raise BadRegister(
            f"wholes.csv：没有指标 {'、'.join(unknown)}。", f"wholes.csv: no indicator {', '.join(unknown)}."
        )
    return pairs
