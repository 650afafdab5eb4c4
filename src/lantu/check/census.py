"""The economic censuses, after which the levels of the years before are printed anew."""

YEARS = frozenset({2004, 2008, 2013, 2018, 2023})
_RESULTS_AFTER = 2  # years: a report made two years after the census year has its results


def between(earlier: int | None, later: int | None, year: int) -> int | None:
    """The census year whose results came out between two documents of these years, and revise what is of `year`."""
    if earlier is None or later is None:
        return None
    found = [c for c in YEARS if year <= c and earlier < c + _RESULTS_AFTER <= later]
    return max(found, default=None)
