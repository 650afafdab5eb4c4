"""Lantu as a service: the unit file is sound, gunicorn serves the pages, and only to this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.test import Client

from tests.command import free_port
from tests.conftest import CHECKOUT, absent

UNIT = CHECKOUT / "deploy" / "lantu.service"
GUNICORN = Path(sys.executable).parent / "gunicorn"


def test_systemd_finds_no_fault_with_the_unit(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        absent("systemd", "there is no systemd-analyze here (sudo apt-get install systemd)")
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text("utf-8").replace("/opt/lantu/venv/bin/gunicorn", str(GUNICORN)), "utf-8")
    done = subprocess.run(
        ["/usr/bin/env", "systemd-analyze", "verify", "--man=no", unit],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if "lantu" in line]) == (0, [])


def _command(port: int) -> list[str]:
    """As the unit starts it, but for the port."""
    line = next(text for text in UNIT.read_text("utf-8").splitlines() if text.startswith("ExecStart="))
    words = line.replace("127.0.0.1:8000", f"127.0.0.1:{port}").split()[1:]
    return [str(GUNICORN), *("" if word == '""' else word for word in words)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[int]:
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}
    environment |= {"LANTU_HOME": str(tmp_path / "home"), "LANTU_SECRET_KEY": "of the test"}
    with subprocess.Popen(_command(port), env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield port
        finally:
            process.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("gunicorn does not answer")


def test_two_processes_serve_a_new_ledger_and_its_files(server: int) -> None:
    for path in ("/documents/", "/static/web/lantu.css", "/search?q=%E6%B0%B4"):
        connection = HTTPConnection("127.0.0.1", server, timeout=20)
        connection.request("GET", path)
        assert connection.getresponse().status == 200, path


def test_without_a_key_the_server_does_not_start(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "LANTU_SECRET_KEY"} | {"LANTU_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", "import lantu.web.wsgi"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode
    assert "LANTU_SECRET_KEY" in done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
def test_a_proxy_that_asks_for_another_machine_is_refused(client: Client, name: str) -> None:
    assert client.get("/documents/", headers={name: "192.0.2.7"}).status_code == 403
    assert client.get("/documents/", REMOTE_ADDR="192.0.2.7").status_code == 403
