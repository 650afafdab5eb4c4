"""What every output must tell: misprints that were corrected, and numbers that were not read."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lantu import pipeline
from tests.command import REPORT, run


def test_a_corrected_misprint_is_told_wherever_its_number_is_shown(
    plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sha = pipeline.read(report).sha256
    (tmp_path / "corrections.toml").write_text(
        f'[[correction]]\ndocument = "{sha}"\nprinted = "率达到45.66%"\nshould = "率达到45.96%"\nreason = "公报"\n',
        "utf8",
    )
    assert run("extract", report, "--format", "jsonl") == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["text"], first["value"]) == ("45.66%", 45.96)
    assert [(c["printed"], c["should"], c["reason"]) for c in first["corrected"]] == [("45.66", "45.96", "公报")]
    assert run("extract", report, "--format", "csv") == 0
    assert "原文印作45.66，应为45.96：公报" in capsys.readouterr().out
    assert run("read", report) == 0
    assert "更正：原文印作“45.66”" in capsys.readouterr().out
    assert run("evaluate", plan, report, "--out", tmp_path / "out") == 0
    assert "更正：原文印作“45.66”，应为“45.96”（公报）" in (tmp_path / "out" / "evaluation.html").read_text("utf8")
    told = json.loads((tmp_path / "out" / "evaluation.json").read_text("utf8"))
    assert any(s["corrected"] for s in told["statements"])


def test_a_stale_correction_leaves_no_report(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sha = pipeline.read(plan).sha256
    (tmp_path / "corrections.toml").write_text(
        f'[[correction]]\ndocument = "{sha}"\nprinted = "1600"\nshould = "1500"\nreason = "公报"\n', "utf8"
    )
    assert run("evaluate", plan, "--out", tmp_path / "out") == 3
    assert capsys.readouterr().err.startswith("corrections.toml：第 1 条更正不适用于 纲要.md：应有原文“1600”")
    assert not (tmp_path / "out").exists()


def test_what_was_not_read_is_counted_in_every_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "报告.md"
    odd.write_text(REPORT.replace("增长3.5%。", "增长3.5%。全区有古树名木137。"), "utf8")
    reading = pipeline.extract(pipeline.read(odd))
    left, unread = len(reading.left_out), len(reading.unread)
    assert unread == 1
    said = f"按规则略去 {left} 处数字，未读懂 1 处"
    for verb in ("read", "extract"):
        assert run(verb, odd) == 0
        assert said in capsys.readouterr().out
    assert run("extract", odd, "--unread", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out)["sentence"] == "全区有古树名木137。"
    assert run("evaluate", odd, "--out", tmp_path / "out") == 1
    (document,) = json.loads((tmp_path / "out" / "evaluation.json").read_text("utf8"))["documents"]
    assert (document["left_out"], document["unread"]) == (left, 1)
    page = (tmp_path / "out" / "evaluation.html").read_text("utf8")
    assert f'<td class="num">{left}</td><td class="num">1</td>' in page
    head, row = load_workbook(tmp_path / "out" / "evaluation.xlsx")["文件"].iter_rows(values_only=True)
    counted = dict(zip(head, row, strict=True))
    assert (counted["按规则略去"], counted["未读懂"]) == (left, 1)
