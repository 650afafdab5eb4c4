"""Periods: the years, half-years, quarters and months that values belong to."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

_CODE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<h>H[12])|(?P<q>Q[1-4])|(?P<m>\d\d)(?:\.\.(?P<y2>\d{4})-(?P<m2>\d\d))?|(?P<to>\d{4})))?"
)
_NOT_SAID = "?"


def _month_end(year: int, month: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """A span of time, written as in `2022`, `2021-2025`, `2023-H1`, `2023-Q3`, `2023-07`, `2023-01..2023-10`.

    `?` is a time that no document says (`UNDATED`): it has no days, and asking for them raises ValueError.
    Raises ValueError for any other code.
    """

    code: str

    def __post_init__(self) -> None:
        if self.code != _NOT_SAID:
            _bounds(self.code)

    @property
    def known(self) -> bool:
        """Whether it is a time at all."""
        return self.code != _NOT_SAID

    @staticmethod
    @lru_cache(maxsize=1024)
    def year(year: int) -> "Period":
        """The calendar year."""
        return Period(f"{year:04d}")

    @staticmethod
    @lru_cache(maxsize=4096)
    def years(first: int, last: int) -> "Period":
        """Whole years from `first` to `last`, both included."""
        return Period(f"{first:04d}" if first == last else f"{first:04d}-{last:04d}")

    @cached_property
    def start(self) -> date:
        """Its first day."""
        return _bounds(self.code)[0]

    @cached_property
    def end(self) -> date:
        """Its last day."""
        return _bounds(self.code)[1]

    @cached_property
    def first_year(self) -> int:
        """Calendar year of its first day."""
        return self.start.year

    @cached_property
    def last_year(self) -> int:
        """Calendar year of its last day."""
        return self.end.year

    @property
    def is_year(self) -> bool:
        """Whether it is exactly one calendar year."""
        return len(self.code) == 4

    @property
    def is_span(self) -> bool:
        """Whether it is several whole years."""
        return len(self.code) == 9 and self.code[5:].isdigit()

    def __str__(self) -> str:
        return self.code


UNDATED = Period(_NOT_SAID)


@lru_cache(maxsize=4096)
def _bounds(code: str) -> tuple[date, date]:
    found = _CODE.fullmatch(code)
    if not found:
        raise ValueError(f"not a period: {code!r}")
    year = int(found["y"])
    first, last = 1, 12
    last_year = year
    if found["h"]:
        first, last = (1, 6) if found["h"] == "H1" else (7, 12)
    elif found["q"]:
        last = 3 * int(found["q"][1])
        first = last - 2
    elif found["m"]:
        first = int(found["m"])
        last = int(found["m2"] or found["m"])
        last_year = int(found["y2"] or year)
    elif found["to"]:
        last_year = int(found["to"])
    start, end = date(year, first, 1), _month_end(last_year, last)
    if end < start:
        raise ValueError(f"period ends before it starts: {code!r}")
    return start, end
