"""The measurement of planted mistakes runs, and the first of each kind are caught."""

import os
import subprocess
import sys
from pathlib import Path


def test_planted_mistakes_are_caught(checkout: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTHONIOENCODING": "utf8"}
    done = subprocess.run(
        [sys.executable, "bench/planted.py", "--sites", "2", "--seed", "7"],
        cwd=checkout, env=environment, capture_output=True, text=True, encoding="utf8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()[1:]
    assert len(lines) == 11
    assert all(line.split()[-4:] == ["2", "2", "1.00", "0"] for line in lines)
