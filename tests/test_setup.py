"""Set-up names what is missing, with the command that brings it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tools" / "setup.sh"
SHELL = shutil.which("sh")

pytestmark = pytest.mark.skipif(SHELL is None or os.name == "nt", reason="set-up is a shell script")


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"#!{SHELL}\n{text}\n", encoding="utf8")
    (folder / name).chmod(0o755)


def set_up(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run set-up on a machine that has only the programs of this folder."""
    assert SHELL is not None
    return subprocess.run(
        [SHELL, str(SCRIPT), str(folder / "venv")],
        env={"PATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_names_the_command_that_brings_it(tmp_path: Path) -> None:
    program(tmp_path, "apt-get", "exit 0")
    done = set_up(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
    assert "sudo apt-get install python3 python3-venv" in done.stderr


def test_an_older_python_gets_one_beside_it(tmp_path: Path) -> None:
    program(tmp_path, "dnf", "exit 0")
    program(tmp_path, "python3", "exit 1")
    assert "sudo dnf install python3.11" in set_up(tmp_path).stderr


def test_without_venv_it_names_the_command_that_brings_it(tmp_path: Path) -> None:
    program(tmp_path, "apt-get", "exit 0")
    program(tmp_path, "python3", f'case "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"')
    done = set_up(tmp_path)
    major, minor = sys.version_info[:2]
    assert done.returncode == 1
    assert f"sudo apt-get install python{major}.{minor}-venv" in done.stderr


def test_uv_is_used_where_it_is(tmp_path: Path) -> None:
    program(tmp_path, "uv", 'echo "uv $* in $UV_PROJECT_ENVIRONMENT"')
    assert set_up(tmp_path).stdout.splitlines()[-1] == f"uv sync --frozen in {tmp_path / 'venv'}"
