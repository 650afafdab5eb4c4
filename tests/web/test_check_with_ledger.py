"""`lantu check --ledger`: a draft against what the ledger holds of its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.check.said import report
from tests.web.test_importing import environment, lantu_import


def check(home: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lantu", "check", *map(str, arguments)]
    return subprocess.run(command, env=environment(home), capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def years(tmp_path: Path) -> tuple[Path, Path]:
    """Last year's report and this year's draft, whose growth does not follow from last year's level."""
    last, draft = tmp_path / "上年.md", tmp_path / "草案.md"
    last.write_text(report("地方一般公共预算收入41.5亿元，增长3%。", 2022), encoding="utf-8")
    draft.write_text(report("地方一般公共预算收入31.2亿元，增长10%。", 2023), encoding="utf-8")
    return last, draft


def test_a_draft_is_compared_with_the_documents_of_its_place(tmp_path: Path, years: tuple[Path, Path]) -> None:
    last, draft = years
    alone, against = check(tmp_path, draft), check(tmp_path, draft, "--against", last)
    assert "上年.md" not in alone.stdout
    assert "上年.md" in against.stdout
    assert lantu_import(tmp_path / "台账", last, draft).returncode == 0
    assert check(tmp_path / "台账", draft, "--ledger").stdout == against.stdout


def test_a_ledger_that_cannot_be_used_is_said_in_a_line(tmp_path: Path, years: tuple[Path, Path]) -> None:
    empty = check(tmp_path / "空", years[1], "--ledger")
    assert (empty.returncode, len(empty.stderr.splitlines())) == (3, 1)
    assert "台账中没有可对照的文档：仓山区 350104" in empty.stderr
    (tmp_path / "坏").mkdir()
    (tmp_path / "坏" / "ledger.sqlite3").write_text("不是台账" * 999, encoding="utf-8")
    bad = check(tmp_path / "坏", years[1], "--ledger")
    assert (bad.returncode, len(bad.stderr.splitlines())) == (3, 1)
    assert "台账打不开" in bad.stderr
