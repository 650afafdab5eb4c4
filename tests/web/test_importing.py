"""`lantu import`: files into the ledger, any number of times, stopped at any moment."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.command import OUTLINE, REPORT


def environment(home: Path) -> Mapping[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "LANTU_LANG"}}
    return {**kept, "LANTU_HOME": str(home), "PYTHONUTF8": "1"}


def lantu_import(home: Path, *files: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lantu", "import", *map(str, files)]
    return subprocess.run(command, env=environment(home), capture_output=True, encoding="utf-8", check=False)


def ledger(home: Path) -> list[list[tuple[object, ...]]]:
    """All that the ledger holds, but when it was taken and by which number a row goes."""
    with sqlite3.connect(home / "ledger.sqlite3") as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return [
            db.execute(f"select {columns} from {table} order by {columns}").fetchall()  # noqa: S608 - ours
            for table, columns in (
                ("store_document", "sha256, name, reading, state"),
                ("store_statement", "key, reading, rest"),
                ("store_sentence", "text, indexed"),
                ("store_target", "key, record"),
                ("store_outcome", "key, record"),
                ("store_assessment", "key, as_of, record"),
                ("store_place", "code, inputs"),
            )
        ]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name, text in (("纲要.md", OUTLINE), ("报告.md", REPORT)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return made


def test_files_go_in_once(tmp_path: Path, files: list[Path]) -> None:
    first = lantu_import(tmp_path / "台账", *files)
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines() == [
        "新入账  纲要.md  五年规划纲要 · 仓山区 · 2021-2025  表述 6 条",
        "新入账  报告.md  年度计划报告 · 仓山区 · 2022  表述 4 条",
        # 生产总值's level and its average growth, 绿化覆盖率, next year's 零售总额; the questions: a level beside its growth,
        # and a whole year told in December without 预计.
        "350104 仓山区：目标 4 项，问题 2 个，评估至 2022-12-31",
        f"台账在 {tmp_path / '台账' / 'ledger.sqlite3'}",
    ]
    before = ledger(tmp_path / "台账")
    again = lantu_import(tmp_path / "台账", *files)
    assert [line[:3] for line in again.stdout.splitlines()] == ["无变化", "无变化", "台账在"]
    assert ledger(tmp_path / "台账") == before


def test_a_bad_file_is_told_and_the_others_go_in(tmp_path: Path, files: list[Path]) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04broken")
    done = lantu_import(tmp_path / "台账", files[0], bad, tmp_path / "没有.md", files[1])
    assert done.returncode == 1
    assert len(ledger(tmp_path / "台账")[0]) == 2
    assert len(done.stderr.splitlines()) == 2
    assert "坏.docx" in done.stderr
    assert "没有.md：没有这个文件" in done.stderr


def test_one_killed_at_any_moment_and_begun_again_ends_the_same(tmp_path: Path, files: list[Path]) -> None:
    for nth in range(8):
        path = tmp_path / f"月报{nth}.md"
        path.write_text(f"{REPORT}\n全区完成投资{nth}1.5亿元，增长{nth}.2%。\n" * 40, encoding="utf-8")
        files.append(path)
    begun = time.monotonic()
    assert lantu_import(tmp_path / "整", *files).returncode == 0
    lasts = time.monotonic() - begun
    command = [sys.executable, "-m", "lantu", "import", *map(str, files)]
    for nth in range(5):
        with subprocess.Popen(command, env=environment(tmp_path / "断"), stdout=subprocess.PIPE) as running:
            time.sleep(lasts * (nth + 1) / 6)
            running.send_signal(signal.SIGKILL)
    assert lantu_import(tmp_path / "断", *files).returncode == 0
    assert ledger(tmp_path / "断") == ledger(tmp_path / "整")
