"""Halves, quarters and months of a year, as a text names them."""

import re

from lantu.model import Period

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_MONTH = re.compile(r"\d{1,2}")


def part_of_year(year: int, part: str) -> Period:
    """The half, quarter or months of a year that a text names (上半年, 前三季度, 一季度, 1—5月)."""
    if part in {"上半年", "下半年"}:
        return Period(f"{year}-H{1 if part[0] == '上' else 2}")
    if part[0] in "前一" and part.endswith("三季度"):  # 前三季度, 一至三季度
        return Period(f"{year}-01..{year}-09")
    if part.endswith("季度"):
        return Period(f"{year}-Q{_QUARTERS[part[-3]]}")
    if part in {"12月末", "12月底"}:
        return Period.year(year)
    months = [int(m) for m in _MONTH.findall(part)]
    if not all(1 <= m <= 12 for m in months) or months != sorted(months):
        return Period.year(year)
    return Period(f"{year}-{months[0]:02d}" if len(months) == 1 else f"{year}-{months[0]:02d}..{year}-{months[1]:02d}")
