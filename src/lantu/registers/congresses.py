"""When the sessions of the National People's Congress (全国人民代表大会) opened (`congresses.csv`), and the party's congresses."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FIRST_HALF = 6  # months


@cache
def _sessions() -> Mapping[tuple[int, int], tuple[int, int]]:
    rows = csv.DictReader((files("lantu.registers") / "congresses.csv").read_text("utf8").splitlines())
    return {(int(row["term"]), int(row["session"])): _month(row["opened"]) for row in rows}


@cache
def _party() -> Mapping[int, int]:
    rows = csv.DictReader((files("lantu.registers") / "party_congresses.csv").read_text("utf8").splitlines())
    return {int(row["number"]): _month(row["opened"])[0] for row in rows}


def _month(text: str) -> tuple[int, int]:
    year, _, month = text.partition("-")
    return int(year), int(month)


def opened(term: int, session: int) -> tuple[int, int] | None:
    """Year and month in which the session of that number opened; None where the register has none.

    Only the nation's: the terms of local congresses begin in different years, their number tells no year.
    """
    return _sessions().get((term, session))


def party(number: int) -> int | None:
    """The year in which the party's national congress of that number met; None where the register has none."""
    return _party().get(number)


def held_in(year: int) -> tuple[int, int] | None:
    """Year and month of the session of the nation's congress that opened in a year; None where there was none."""
    return next((month for month in _sessions().values() if month[0] == year), None)


def hearing(planned: int) -> tuple[int, int] | None:
    """Year and month of the session that heard the report for the year planned; None where there was none.

    That is the session of the first half of the year, else one of the second half of the year before.
    """
    held = {month[0]: month for month in _sessions().values()}
    own, before = held.get(planned), held.get(planned - 1)
    if own and own[1] <= _FIRST_HALF:
        return own
    return before if before and before[1] > _FIRST_HALF else None
