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


def test_a_text_is_extracted_without_what_only_other_files_and_reports_need(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("2022年，全区生产总值增长5%。\n", "utf8")
    heavy = "{'openpyxl', 'jinja2', 'lxml', 'selectolax', 'http.client', 'subprocess', 'lantu.evaluate', 'lantu.link'}"
    told = (
        "import sys; from lantu.cli import main; main(['extract', sys.argv[1]]); "
        f"sys.stderr.write(' '.join({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", told, str(text)], capture_output=True, encoding="utf8", check=True)
    assert (done.stderr, "5%" in done.stdout) == ("", True)
