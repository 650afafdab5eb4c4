"""Plain tables for a terminal, in which a Chinese character is two columns wide."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

GAP = "  "


def width(text: str) -> int:
    """Columns a text takes in a terminal."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, most: int) -> str:
    """The text within `most` columns, its end marked with … where something was cut."""
    if width(text) <= most:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > most - 1:
            break
        kept += character
    return kept + "…"


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]], *, most: int = 44) -> str:
    """Rows under a head, columns aligned on the left, none wider than `most`; ends with a line break."""
    lines = [[cut(" ".join(cell.split()), most) for cell in row] for row in (head, *rows)]
    widths = [max(width(line[n]) for line in lines) for n in range(len(head))]
    rule = ["-" * w for w in widths]
    return "".join(_line(line, widths) for line in (lines[0], rule, *lines[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (w - width(cell)) for cell, w in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip() + "\n"
