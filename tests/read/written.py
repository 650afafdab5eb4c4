"""PDF files written by hand: text and rules at given places, as no program's habits have it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

HEIGHT = 842
_WORDS = re.compile(r"[（《“]*(?:[!-~]+|.)[，。、；：！？）》”%]*")


@dataclass
class Page:
    """What a page prints, in points from its upper left corner; `rotate` is written into its dictionary."""

    parts: list[str] = field(default_factory=list)
    rotate: int = 0

    def text(self, x: float, y: float, said: str, size: float = 12, font: str = "F1", turn: str = "1 0 0 1") -> None:
        """`said` with its baseline's start at (x, y)."""
        code = said.encode("utf-16-be").hex()
        self.parts.append(f"BT /{font} {size} Tf {turn} {x} {HEIGHT - y} Tm <{code}> Tj ET")

    def upward(self, x: float, y: float, said: str, size: float = 12) -> None:
        """`said` printed from below upwards."""
        self.text(x, y, said, size, turn="0 1 -1 0")

    def rule(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """A line."""
        self.parts.append(f"0.5 w {x} {HEIGHT - y} m {to_x} {HEIGHT - to_y} l S")

    def lines(self, x: float, y: float, text: str, right: float = 523, size: float = 12) -> float:
        """A paragraph set between `x` and `right`, its first line indented; where the next line would stand."""
        for i, line in enumerate(filled(text, (right - x) / size)):
            self.text(x if i else x + 2 * size, y, line, size)
            y += 1.7 * size
        return y

    def row(self, xs: Sequence[float], y: float, cells: Sequence[str], size: float = 12) -> None:
        """Cells that start at `xs`."""
        for x, cell in zip(xs, cells, strict=True):
            if cell:
                self.text(x, y, cell, size)


def filled(text: str, wide: float, indent: int = 2) -> list[str]:
    """Text in lines of `wide` Chinese characters: no number is cut, no mark stands at a line's start."""
    found = [""]
    room = wide - indent
    for word in _WORDS.findall(text):
        length = sum(0.5 if char < "\u2000" else 1 for char in word)
        if length > room:
            found.append("")
            room = wide
        found[-1] += word
        room -= length
    return found


def written(pages: Sequence[Page], fonts: Mapping[str, str] | None = None, trailer: str = "") -> bytes:
    """The file. The usual font `F1` is STSong by its Unicode map, not embedded; `fonts` are objects of others."""
    used = {"F1": _SONG, **(fonts or {})}
    names = " ".join(f"/{name} {3 + i} 0 R" for i, name in enumerate(used))
    first = 3 + len(used)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += used.values()
    for i, page in enumerate(pages):
        stream = "\n".join(page.parts)
        objects += [
            _PAGE.format(rotate=page.rotate, names=names, contents=first + 2 * i + 1),
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    return _file(objects, trailer)


_SONG = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>"
)


_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} "
    "/Resources << /Font << {names} >> >> /Contents {contents} 0 R >>"
)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, written_ in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{written_}\nendobj\n".encode()
    table = "".join(f"{at:010} 00000 n \n" for at in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R {trailer} >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()
