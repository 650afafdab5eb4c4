"""Drafts that remember where each figure stands, and which figures hang together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}(\\d+){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number: its span without the unit, which follows at once where `glued` (not so in a table's cell).

    `sign` is -1 where the words around it turn it: 下降3.1%.
    """

    document: str
    start: int
    end: int
    text: str
    unit: str = ""
    glued: bool = True
    sign: int = 1

    @property
    def value(self) -> Decimal:
        """The number as printed, without its unit."""
        return self.sign * (
            Decimal(self.text) if self.text[-1].isdigit() and self.text.isascii() else numeral(self.text)
        )


@dataclass(frozen=True, slots=True)
class Site:
    """Figures that hang together by a rule of `rules.py`: change one and the rule breaks."""

    kind: str
    rule: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Documents by name and the sites in them; `sessions`: names of documents checked together, and against which."""

    texts: Mapping[str, str]
    sites: tuple[Site, ...]
    sessions: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def session(self, document: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The documents checked together with this one, and those they are checked against."""
        return next((s for s in self.sessions if document in s[0]), ((document,), ()))


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in a draft that is still being written; its text carries its number to where it will stand."""

    number: int
    text: str
    unit: str
    glued: bool
    sign: int

    def __str__(self) -> str:
        return f"{_OPEN}{self.number}{_MIDDLE}{self.text}{_CLOSE}{self.unit if self.glued else ''}"


@dataclass(slots=True)
class Pen:
    """Writes the drafts of one bundle."""

    texts: dict[str, str] = field(default_factory=dict)
    _marks: list[Mark] = field(default_factory=list)
    _sites: list[tuple[str, str, tuple[Mark, ...]]] = field(default_factory=list)
    _spans: dict[int, Figure] = field(default_factory=dict)

    def mark(self, value: Decimal | int | str, unit: str = "", *, glued: bool = True, turned: bool = False) -> Mark:
        """A figure to be printed once; `turned` where a word such as 下降 gives it its sign."""
        said = f"{value:f}" if isinstance(value, Decimal) else str(value)
        self._marks.append(Mark(len(self._marks), said, unit, glued, -1 if turned else 1))
        return self._marks[-1]

    def growth(self, rate: Decimal, up: str = "增长", down: str = "下降") -> tuple[str, Mark]:
        """The words for a rate of growth, 增长3.1% or 下降3.1%, and its figure."""
        mark = self.mark(abs(rate), "%", turned=rate < 0)
        return f"{down if rate < 0 else up}{mark}", mark

    def site(self, kind: str, rule: str, *marks: Mark) -> None:
        """Record figures that hang together."""
        self._sites.append((kind, rule, marks))

    def write(self, document: str, text: str) -> None:
        """Keep a whole document, its marks turned into spans."""
        parts: list[str] = []
        last = length = 0
        for found in _MARK.finditer(text):
            parts.append(text[last : found.start()])
            length += len(parts[-1])
            mark = self._marks[int(found[1])]
            assert mark.number not in self._spans, "a figure is printed once"
            self._spans[mark.number] = Figure(
                document, length, length + len(mark.text), mark.text, mark.unit, mark.glued, mark.sign
            )
            parts.append(mark.text)
            length += len(mark.text)
            last = found.end()
        self.texts[document] = "".join([*parts, text[last:]])

    def sites(self) -> tuple[Site, ...]:
        """Every site whose figures were all printed."""
        return tuple(
            Site(kind, rule, tuple(self._spans[m.number] for m in marks))
            for kind, rule, marks in self._sites
            if all(m.number in self._spans for m in marks)
        )


def rounded(value: Decimal, places: int) -> Decimal:
    """To so many places, half up, as offices do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def chinese(number: int) -> str:
    """1 … 99 in Chinese."""
    tens, ones = divmod(number, 10)
    lead = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return lead + (_DIGITS[ones] if ones else "")


def numeral(text: str) -> Decimal:
    """The number that `chinese` wrote."""
    lead, ten, ones = text.partition("十")
    if not ten:
        return Decimal(_DIGITS.index(text))
    return Decimal((_DIGITS.index(lead) if lead else 1) * 10 + (_DIGITS.index(ones) if ones else 0))
