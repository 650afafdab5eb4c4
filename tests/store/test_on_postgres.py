"""The tests of store and pages once more, on a PostgreSQL server of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import CHECKOUT, absent


def has_postgres() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb") is not None


@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="a database is named already: this is that run")
def test_store_and_pages_do_the_same_on_postgresql() -> None:
    if not has_postgres():
        absent("postgres", "there is no PostgreSQL server here (sudo apt-get install postgresql)")
    done = subprocess.run(
        [
            "/bin/sh",
            "tools/with_postgres.sh",
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:xdist",
            "tests/store",
            "tests/web",
        ],
        cwd=CHECKOUT,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


@pytest.mark.skipif(not os.environ.get("DATABASE_URL"), reason="runs on the server that the test above starts")
@pytest.mark.django_db
def test_that_run_is_on_postgresql() -> None:
    assert connection.vendor == "postgresql"
