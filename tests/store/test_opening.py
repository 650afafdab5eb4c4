"""The ledger's file: laid out when it is new, refused when a later version made it."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

OPEN = "from lantu import store; from lantu.errors import LantuError\ntry: store.open_ledger()\nexcept LantuError as e: print(type(e).__name__, e.zh)"


def opened(home: Path, **more: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    done = subprocess.run(
        [sys.executable, "-c", OPEN],
        env={**environment, "LANTU_HOME": str(home), "PYTHONUTF8": "1", **more},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_a_new_ledger_is_laid_out_and_opened_again(tmp_path: Path) -> None:
    home = tmp_path / "新 台账"
    assert opened(home) == ""
    assert opened(home) == ""
    with sqlite3.connect(home / "ledger.sqlite3") as db:
        assert db.execute("select count(*) from store_document").fetchone() == (0,)


def test_one_of_a_later_version_is_refused_unchanged(tmp_path: Path) -> None:
    opened(tmp_path)
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as db:
        db.execute("insert into django_migrations(app, name, applied) values ('store', '9999_later', '2030-01-01')")
    assert opened(tmp_path).startswith("NewerLedger 台账由更新版本的 Lantu 建立（9999_later）")


def test_what_is_no_ledger_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite3").write_text("这不是数据库" * 500, encoding="utf-8")
    assert opened(tmp_path).startswith("CannotOpenLedger 台账打不开")
    (tmp_path / "文件").write_text("")
    assert opened(tmp_path / "文件").startswith("CannotOpenLedger")
    assert opened(tmp_path, DATABASE_URL="nonsense://x").startswith("CannotOpenLedger")
