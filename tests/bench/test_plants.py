"""Planted errors: one number, one place, and the identity really broken."""

import random
import re
from decimal import Decimal

import pytest

from bench import synth
from bench.drafts import Bundle, Figure, Site
from bench.plants import Plant, plant
from bench.rules import agrees
from tests.bench.arithmetic import HOLDS

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|(?<=第)[一二三四五六七八九十]+|(?<=“)[一二三四五六七八九十]+(?=五”)")


@pytest.fixture(scope="module")
def made() -> Bundle:
    return synth.bundle(5, places=3)


@pytest.fixture(scope="module")
def plants(made: Bundle) -> list[Plant]:
    draw = random.Random(1)
    tried = (plant(site, draw, made.session(site.figures[0].document)[0]) for site in made.sites)
    return [one for one in tried if one]


def changed(one: Plant) -> tuple[Figure, ...]:
    """The site's figures after the change."""
    return tuple(
        Figure(f.document, f.start, f.start + len(one.text), one.text, f.unit, f.glued, f.sign)
        if (f.document, f.start, f.end) == (one.document, one.start, one.end)
        else Figure(f.document, f.start, f.end, f.text, one.text, f.glued, f.sign)
        if (f.document, f.end) == (one.document, one.start)
        else f
        for f in one.site.figures
    )


def test_nearly_every_site_takes_an_error(made: Bundle, plants: list[Plant]) -> None:
    assert len(plants) >= len(made.sites) * 9 // 10
    assert {p.site.kind for p in plants} == {s.kind for s in made.sites}
    assert len({p.change for p in plants}) >= 12


def test_one_number_or_one_unit_changes_and_nothing_else(made: Bundle, plants: list[Plant]) -> None:
    for one in plants:
        before, after = made.texts[one.document], one.apply(made.texts[one.document])
        assert before != after
        old, new = NUMBER.findall(before), NUMBER.findall(after)
        by_unit = any(f.end == one.start and f.unit == before[one.start : one.end] for f in one.site.figures)
        assert sum(a != b for a, b in zip(old, new, strict=True)) == (0 if by_unit else 1)


def test_the_identity_is_broken_by_arithmetic_of_its_own(plants: list[Plant]) -> None:
    whole = [p for p in plants if p.site.rule in HOLDS and HOLDS[p.site.rule](changed(p))]
    assert [(p.site.kind, p.change, p.text) for p in whole] == []


def test_only_the_draft_is_changed_never_what_it_is_checked_against(made: Bundle, plants: list[Plant]) -> None:
    assert all(p.document in made.session(p.site.figures[0].document)[0] for p in plants)


def test_the_seed_decides_the_errors(made: Bundle) -> None:
    site = next(s for s in made.sites if s.kind == "structure")
    drafts = made.session(site.figures[0].document)[0]
    assert plant(site, random.Random(3), drafts) == plant(site, random.Random(3), drafts)


def test_growth_agrees_within_the_printed_digits_alone() -> None:
    """560 after 24.7 % less than 743.7: 743.6 … 743.9 all round to it, 760 does not."""
    now, rate = Figure("a", 0, 3, "560", "亿元"), Figure("a", 9, 13, "24.7", "%", sign=-1)
    assert agrees("growth", (now, rate, Figure("b", 0, 5, "743.7", "亿元")))
    assert not agrees("growth", (now, rate, Figure("b", 0, 5, "760.0", "亿元")), 3)


def test_units_count() -> None:
    """7239亿元 and 4168万元 are compared in yuan."""
    whole, part = Figure("a", 0, 4, "4168", "万元"), Figure("a", 9, 13, "7239", "亿元")
    assert not agrees("part", (part, whole), 3)
    assert agrees("part", (whole, part))


def test_rounding_thrice_is_no_error() -> None:
    """0.2:38.2:61.6 sums to 100, and so may 33.3:33.3:33.3."""
    thirds = tuple(Figure("a", at, at + 4, "33.3") for at in (0, 5, 10))
    assert agrees("hundred", thirds)
    assert not agrees("hundred", (*thirds[:2], Figure("a", 10, 14, "35.3")), 3)


def test_a_change_within_three_times_the_rounding_is_not_planted() -> None:
    """2.0 of 2.1 can be said to be 95 % or 97 %, so no digit of 95 is changed to 96."""
    site = Site(
        "ratio",
        "ratio",
        (Figure("a", 0, 3, "2.0", "亿元"), Figure("a", 9, 12, "2.1", "亿元"), Figure("a", 19, 21, "95", "%")),
    )
    texts = {p.text for seed in range(60) if (p := plant(site, random.Random(seed), ("a",))) and p.start == 19}
    assert texts
    assert all(abs(Decimal(t) - 95) > 3 for t in texts)
