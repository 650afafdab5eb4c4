"""Foreign bytes are parsed in a process of its own, within bounds."""

import os
import time

import pytest

from lantu.errors import DamagedFile, TooLarge, UnknownFormat
from lantu.read import apart, progress
from lantu.read.formats import Reader
from lantu.read.laid import Laid

HERE = "tests.read.test_apart"


def echo(name: str, data: bytes) -> Laid:
    return Laid(f"{name}:{data.decode()}:{os.getpid()}")


def dies(name: str, data: bytes) -> Laid:  # noqa: ARG001 - a reader's shape
    os._exit(7)


def sleeps(name: str, data: bytes) -> Laid:
    time.sleep(60)
    return echo(name, data)


def swells(name: str, data: bytes) -> Laid:
    return echo(name, data + bytes(1 << 40))


def mistaken(name: str, data: bytes) -> Laid:  # noqa: ARG001 - a reader's shape
    raise KeyError(name)


def refuses(name: str, data: bytes) -> Laid:  # noqa: ARG001 - a reader's shape
    raise UnknownFormat(f"{name}：不读", f"{name}: not read")


def counts(name: str, data: bytes) -> Laid:
    for page in range(1, 4):
        progress.tell(page, 3)
    return echo(name, data)


def tires(name: str, data: bytes) -> Laid:
    progress.tell(2, 5000)
    return sleeps(name, data)


def lay(function: str, seconds: float = 30) -> str:
    return apart.lay(Reader(f"{HERE}:{function}", seconds), "a.pdf", b"x").text


def test_one_process_serves_many_files() -> None:
    assert lay("echo") == lay("echo")
    assert not lay("echo").endswith(f":{os.getpid()}")


@pytest.mark.parametrize(
    ("function", "error"),
    [("dies", DamagedFile), ("sleeps", TooLarge), ("swells", TooLarge), ("refuses", UnknownFormat)],
)
def test_a_bad_file_ends_in_one_line_and_the_next_is_read(function: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"a\.pdf"):
        lay(function, 0.5 if function == "sleeps" else 30)
    assert lay("echo").startswith("a.pdf:x:")


def test_a_file_that_takes_too_long_says_how_far_it_was_read() -> None:
    with pytest.raises(TooLarge, match=r"超时.*已读 2 页，共 5000 页"):
        lay("tires", 0.5)


def test_a_mistake_of_ours_is_no_fault_of_the_file() -> None:
    with pytest.raises(apart.ParserError, match="KeyError"):
        lay("mistaken")


def test_the_pages_done_are_told() -> None:
    told: list[tuple[int, int]] = []
    before = progress.listen(lambda done, total, _: told.append((done, total)))
    try:
        lay("counts")
    finally:
        progress.listen(before)
    assert told == [(1, 3), (2, 3), (3, 3)]
