"""Where the command starts."""

import os
import subprocess
import sys
from pathlib import Path


def test_an_interruption_while_loading_is_said_in_a_line(tmp_path: Path) -> None:
    # A dependency that is interrupted while it loads stands in for a person's Ctrl-C, which no test can time.
    (tmp_path / "simplejson.py").write_text("raise KeyboardInterrupt\n", "utf8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf8"}
    done = subprocess.run(
        [sys.executable, "-m", "lantu", "--version"], env=environment, capture_output=True, encoding="utf8", check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (130, "已中断 · interrupted\n", "")
