"""The sample evaluation, written out once."""

from pathlib import Path

import pytest

from lantu.registers import methods
from lantu.report import report
from lantu.report.story import Told, told
from tests.report.sample import EVALUATION, LEDGER


@pytest.fixture(scope="session")
def sample() -> Told:
    return told(LEDGER, EVALUATION)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three files of the sample."""
    out = tmp_path_factory.mktemp("report")
    report(LEDGER, EVALUATION, methods.load(), out, force=True)
    return out
