"""How far a long reading is: a reader tells its pages, whoever waits listens."""

from collections.abc import Callable

Told = Callable[[int, int, int], None]  # pages done, pages in all, seconds since the file was begun


def _nobody(done: int, total: int, seconds: int) -> None:
    """Until somebody listens."""


_listener: Told = _nobody


def listen(told: Told | None) -> Told:
    """Tell `told` from now on (None: nobody); who was told before."""
    global _listener
    before, _listener = _listener, told or _nobody
    return before


def tell(done: int, total: int, seconds: int = 0) -> None:
    """Say how many of a file's pages are done; `seconds` is known to who keeps the time (read/apart.py)."""
    _listener(done, total, seconds)
