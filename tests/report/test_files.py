"""Outputs are whole or not there, and never replace what was there unasked."""

from pathlib import Path

import pytest

from lantu.errors import NotAFile, OutputExists
from lantu.registers import methods
from lantu.report import report
from lantu.report.files import write_all
from tests.report.sample import EVALUATION, LEDGER

NAMES = ["evaluation.html", "evaluation.json", "evaluation.xlsx"]


def test_three_files_in_a_folder_made_for_them(tmp_path: Path) -> None:
    paths = report(LEDGER, EVALUATION, methods.load(), tmp_path / "new" / "out")
    assert [p.name for p in paths] == NAMES
    assert sorted(p.name for p in (tmp_path / "new" / "out").iterdir()) == NAMES


def test_the_same_evaluation_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        report(LEDGER, EVALUATION, methods.load(), tmp_path / name)
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(OutputExists) as error:
        write_all(tmp_path, {"a": b"new", "b": b"new"})
    assert "b" in error.value.zh
    assert "--force" in error.value.en
    assert [p.name for p in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text() == "mine"


def test_force_replaces(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("old")
    write_all(tmp_path, {"b": b"new"}, force=True)
    assert (tmp_path / "b").read_bytes() == b"new"


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(NotAFile, match="--out"):
        write_all(tmp_path / "out", {"a": b""})


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")

    def interrupted(_: Path, __: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, {"a": b"new"}, force=True)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "old"
