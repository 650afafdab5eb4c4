"""Words in headings and sentences that tell results from intentions (`cues.csv`)."""

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def matcher(of_class: str) -> re.Pattern[str]:
    """An expression for any cue of one class: plan, result, review, estimate, span."""
    rows = csv.DictReader((files("lantu.registers") / "cues.csv").read_text("utf8").splitlines())
    words = sorted((r["phrase"] for r in rows if r["class"] == of_class), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
