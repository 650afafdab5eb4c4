"""Errors as they happen in an office, one number at a time; a plant is kept only where the identity breaks beyond doubt."""

import random
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bench.drafts import Figure, Site, chinese, rounded
from bench.rules import agrees

BEYOND = 3  # times the rounding: what a check must not miss
_LARGER = {"万亿": "亿", "亿": "万"}
_ABOVE = (Decimal("1.06"), Decimal("1.35"))


@dataclass(frozen=True, slots=True)
class Plant:
    """One changed number: `text` stands instead of what stood from `start` to `end` of the document."""

    site: Site
    change: str
    document: str
    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """The document with the error in it."""
        return text[: self.start] + self.text + text[self.end :]

    @property
    def shift(self) -> int:
        """By how much what follows has moved."""
        return len(self.text) - (self.end - self.start)


Change = Callable[[Figure, Site, random.Random], Iterator[Figure]]


def swapped(figure: Figure, _site: Site, _draw: random.Random) -> Iterator[Figure]:
    """Two digits beside one another changed places."""
    text = figure.text
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if one.isdigit() and two.isdigit() and one != two and not (at == 0 and two == "0"):
            yield replace(figure, text=text[:at] + two + one + text[at + 2 :])


def digit(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """One digit is another."""
    for at, old in enumerate(figure.text):
        if old.isdigit():
            new = draw.choice([d for d in "123456789" if d != old])
            yield replace(figure, text=figure.text[:at] + new + figure.text[at + 1 :])


def altered(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """The number is another of the same size and as many decimals."""
    places = len(figure.text.partition(".")[2])
    for _ in range(3):
        factor = Decimal(draw.choice((*range(62, 95), *range(106, 148)))) / 100
        yield replace(figure, text=f"{rounded(Decimal(figure.text) * factor, places):f}")


def shifted(figure: Figure, _site: Site, _draw: random.Random) -> Iterator[Figure]:
    """亿 for 万亿, 万 for 亿."""
    for large, small in _LARGER.items():
        if figure.glued and figure.unit.startswith(large):
            yield replace(figure, unit=small + figure.unit.removeprefix(large))
            return


def above(figure: Figure, site: Site, draw: random.Random) -> Iterator[Figure]:
    """A part larger than its whole."""
    whole = site.figures[1]
    if figure.unit != whole.unit:
        return
    factor = Decimal(draw.randint(int(_ABOVE[0] * 100), int(_ABOVE[1] * 100))) / 100
    places = len(figure.text.partition(".")[2])
    yield replace(figure, text=f"{rounded(Decimal(whole.text) * factor, places):f}")


def percent_sign(figure: Figure, _site: Site, _draw: random.Random) -> Iterator[Figure]:
    """% where 百分点 is meant, or where the unit is another."""
    yield replace(figure, unit="%")


def over_hundred(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """A rate that no rate can be: 978 for 97.8, or 197.8."""
    if "." in figure.text and draw.randint(0, 1):
        yield replace(figure, text=figure.text.replace(".", ""))
    yield replace(figure, text="1" + (figure.text if len(figure.text.partition(".")[0]) > 1 else f"0{figure.text}"))


def counted(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """A count that is off by some."""
    yield replace(figure, text=str(int(figure.text) + draw.choice((-3, -2, 2, 3, 5, 10))))


def other_numeral(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """The next or the last ordinal."""
    number = int(figure.value) + draw.choice((-1, 1))
    yield replace(figure, text=chinese(max(number, 1) if number != figure.value else number + 1))


def other_year(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """A year before or after."""
    yield replace(figure, text=str(int(figure.text) + draw.choice((-2, -1, 1, 2))))


def no_day(figure: Figure, _site: Site, draw: random.Random) -> Iterator[Figure]:
    """A day or month that no calendar has."""
    yield replace(figure, text=str(draw.randint(32, 39)))


Choice = tuple[str, Change, tuple[int, ...]]  # what it is called, and the figures of the site it may befall


def _everywhere(name: str, change: Change) -> Choice:
    return name, change, ()


_NUMBERS = (
    _everywhere("digits swapped", swapped),
    _everywhere("digit wrong", digit),
    _everywhere("level or growth altered", altered),
)
_UNIT = _everywhere("unit shifted by 万", shifted)
CHANGES: Mapping[str, tuple[Choice, ...]] = {
    "growth": (*_NUMBERS, ("unit shifted by 万", shifted, (0,))),
    "increment": (*_NUMBERS, ("unit shifted by 万", shifted, (0, 2))),
    "average": (("digits swapped", swapped, (0, 1)), ("level or growth altered", altered, (0, 1, 2)), ("unit shifted by 万", shifted, (0, 1))),
    "five_years": (("digits swapped", swapped, (0, 1)), ("level or growth altered", altered, (0, 1, 2))),
    "difference": _NUMBERS,
    "hundred": _NUMBERS,
    "part": (("part above whole", above, (0,)),),
    "ratio": _NUMBERS,
    "sum": (("sum broken", altered, (-1,)), ("digits swapped", swapped, ())),
    "counts": (("sum broken", counted, ()),),
    "equal": (("count or number altered", counted, ()), ("count or number altered", other_numeral, ())),
    "doubled": (("level or growth altered", altered, (0, 1)),),
    "reduction": (("level or growth altered", altered, (-1,)),),
    "ahead": (("level or growth altered", altered, (1, 2)), ("digits swapped", swapped, (1,))),
    "same": (*_NUMBERS, _UNIT),
    "within": (("percentage above 100", over_hundred, ()),),
    "day": (("no such day", no_day, (2,)),),
    "points": (("% for 百分点", percent_sign, ()),),
    "dimension": (("unit of another dimension", percent_sign, ()),),
    "first_year": (("year or plan altered", other_year, (0,)), ("year or plan altered", other_numeral, (1,))),
    "last_year": (("year or plan altered", other_year, (0,)), ("year or plan altered", other_numeral, (1,))),
    "nth_year": (("year or plan altered", other_year, (0,)), ("year or plan altered", other_numeral, (1, 2))),
    "alone": (("digits swapped", swapped, ()), ("level or growth altered", altered, ())),
}  # fmt: skip


def _applies(change: Change, figure: Figure) -> bool:
    """Numerals are changed as numerals, digits as digits."""
    digits = figure.text.isascii()
    return digits if change is not other_numeral else not digits


def _breaks(site: Site, at: int, changed: Figure) -> bool:
    old = site.figures[at]
    if (changed.text, changed.unit) == (old.text, old.unit):
        return False
    figures = (*site.figures[:at], changed, *site.figures[at + 1 :])
    return site.rule == "alone" or not agrees(site.rule, figures, BEYOND)


def plant(site: Site, draw: random.Random, drafts: Collection[str]) -> Plant | None:
    """One error in the site, of a kind and place of chance, in one of the drafts; None where no try breaks the identity."""
    choices = list(CHANGES[site.rule])
    draw.shuffle(choices)
    for name, change, where in choices:
        spots = [at % len(site.figures) for at in where] or list(range(len(site.figures)))
        spots = [at for at in spots if site.figures[at].document in drafts]
        draw.shuffle(spots)
        for at in spots:
            figure = site.figures[at]
            tries = list(change(figure, site, draw)) if _applies(change, figure) else []
            draw.shuffle(tries)
            if broken := next((c for c in tries if _breaks(site, at, c)), None):
                return _planted(site, name, figure, broken)
    return None


def _planted(site: Site, name: str, old: Figure, new: Figure) -> Plant:
    """The least change of the text: the number alone, or the unit alone."""
    if old.text != new.text:
        return Plant(site, name, old.document, old.start, old.end, new.text)
    return Plant(site, name, old.document, old.end, old.end + len(old.unit), new.unit)
