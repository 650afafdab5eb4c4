"""Damaged files end in a document, from which what it says can be extracted, or in a named mistake; in bounded time."""

import contextlib
import random
import time

import pytest

from lantu.errors import LantuError
from lantu.extract import extract
from lantu.read import read_bytes
from tests.read.mutants import mutant, sources

RUNS = 60
LONGEST = 20.0  # seconds, on a machine that does other things too


@pytest.mark.parametrize("name", sources())
def test_sound_files_are_read(name: str) -> None:
    assert read_bytes(name, sources()[name]).format == name.removeprefix("a.")


@pytest.mark.parametrize("name", sources())
def test_damaged_files_end_in_a_document_or_a_named_mistake(name: str) -> None:
    for seed in range(RUNS):
        data = mutant(sources()[name], random.Random(f"{name} {seed}"))  # noqa: S311 - to be the same at each run
        start = time.perf_counter()
        with contextlib.suppress(LantuError):
            extract(read_bytes(name, data))
        assert time.perf_counter() - start < LONGEST, seed
