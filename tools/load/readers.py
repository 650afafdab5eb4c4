"""Readers: plain sockets and one event loop, so that they cost little beside what they measure."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

Draw = Callable[[Random], str]
_PAUSE = 1.0  # seconds between two pages of a reader
_LONGEST = 30.0  # seconds until a page counts as lost


@dataclass(slots=True)
class Seen:
    """Seconds of each page that came, by kind; and what went wrong."""

    took: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


async def read(
    port: int, number: int, seconds: float, pages: Mapping[str, Draw], *, shares: Mapping[str, int], seed: int
) -> Seen:
    """So many readers for so long, each pausing between pages; which page is drawn by `shares`."""
    seen = Seen()
    end = time.monotonic() + seconds
    await asyncio.gather(*(_reader(port, end, pages, shares, Random(seed * 1000 + n), seen) for n in range(number)))  # noqa: S311 - to measure
    return seen


async def saturate(port: int, number: int, seconds: float, draw: Draw, *, seed: int) -> tuple[float, Seen]:
    """Pages a second when so many readers never pause."""
    seen = Seen()
    begun = time.monotonic()

    async def hurried(random: Random) -> None:
        while time.monotonic() < begun + seconds:
            await _get(port, "page", draw(random), seen)

    await asyncio.gather(*(hurried(Random(seed * 1000 + n)) for n in range(number)))  # noqa: S311 - to measure
    return len(seen.took.get("page", ())) / (time.monotonic() - begun), seen


async def _reader(
    port: int, end: float, pages: Mapping[str, Draw], shares: Mapping[str, int], random: Random, seen: Seen
) -> None:
    await asyncio.sleep(random.random() * _PAUSE)  # they do not come in step
    while time.monotonic() < end:
        kind = random.choices(list(shares), list(shares.values()))[0]
        await _get(port, kind, pages[kind](random), seen)
        await asyncio.sleep(_PAUSE)


async def _get(port: int, kind: str, path: str, seen: Seen) -> None:
    begun = time.monotonic()
    try:
        status, length = await asyncio.wait_for(_asked(port, path), _LONGEST)
    except (OSError, TimeoutError, ValueError, IndexError) as error:
        seen.errors.append(f"{path}: {type(error).__name__} {error}")
        return
    if status == 200 and length:
        seen.took.setdefault(kind, []).append(time.monotonic() - begun)
    else:
        seen.errors.append(f"{path}: {status}")


async def _asked(port: int, path: str) -> tuple[int, int]:
    """Status and length of a page, read to its end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode("ascii"))
        head, _, body = (await reader.read(-1)).partition(b"\r\n\r\n")
    finally:
        writer.close()
    return int(head.split(b" ", 2)[1]), len(body)
