"""A few lines of a plan document in, a small table out."""

from dataclasses import replace

from lantu.extract import extract
from lantu.model import Front, Kind, Period, Reading
from lantu.read import read_bytes

REPORT = Front(Kind.PLAN_REPORT, None, None, None, None, None, None, 2022, 2023)
OUTLINE = Front(Kind.OUTLINE, None, None, None, None, None, Period("2021-2025"), 2020, None)


def reading(text: str, front: Front = REPORT) -> Reading:
    """What is read of a text whose front matter is known."""
    document = read_bytes("text.md", text.encode())
    return extract(replace(document, front=front))


def said(text: str, front: Front = REPORT) -> list[str]:
    """Each statement as `indicator comparator value unit measure nature period`."""
    return [
        f"{s.indicator} {s.quantity.comparator} {s.quantity.value}"
        f"{'' if s.quantity.high is None else f'..{s.quantity.high}'} {s.quantity.unit or '-'} {s.measure} {s.nature} {s.period}"
        for s in reading(text, front).statements
    ]
