"""Assessments that rest on a figure in a finding say so, wherever they are told."""

import io
import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from lantu import pipeline
from tests.check.said import outline, report
from tests.check.test_answers import fill
from tests.command import run

PLAN = outline(
    "1.居民人均可支配收入 | 元 | 25000 | 35000 | 7% | 预期性",
    "2.城镇化率 | % | 60 | 65 | [8] | 预期性",  # 65 − 60 is no 8
    "3.社会消费品零售总额 | 亿元 | 100 | 147 | 8% | 预期性",
)
RESULTS = report("居民人均可支配收入30161元，增长14.6%，增收4376元。社会消费品零售总额117亿元，增长8%。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An outline and a report with an error in each."""
    for name, text in (("纲要.md", PLAN), ("报告.md", RESULTS)):
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


def judged(folder: Path, *more: object) -> Path:
    out = folder / "out"
    assert run("evaluate", folder / "纲要.md", folder / "报告.md", "--out", out, "--force", *more) == 0
    return out


def findings(out: Path) -> dict[str, list[str]]:
    """The checks at each five-year target."""
    told: Any = json.loads((out / "evaluation.json").read_text(encoding="utf8"))
    schema = json.loads(files("lantu.report").joinpath("evaluation.schema.json").read_text(encoding="utf-8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(told)] == []
    return {t["name"]: [f["check"] for f in t["findings"]] for t in told["targets"]}


def test_target_base_and_result_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(judged(folder))
    assert found == {"居民人均可支配收入": ["N1"], "城镇化率": ["N3"], "社会消费品零售总额": []}
    assert "2项目标的评估依据了待核的数字（核查 N1 N3）" in capsys.readouterr().err


def test_the_page_leads_to_the_sentence(folder: Path) -> None:
    page = LexborHTMLParser((judged(folder) / "evaluation.html").read_text(encoding="utf8"))
    links = {a.text(): str(a.attributes["href"])[1:] for a in page.css("small.doubts a")}
    assert set(links) == {"N1", "N3"}
    for check, words in (("N1", "增收4376元"), ("N3", "城镇化率")):
        place = page.css_first(f"[id='{links[check]}']")
        assert place is not None
        article: Any = place
        while article.tag != "article":
            article = article.parent
        assert words in article.text()
    assert any("14.6" in each.text() for each in page.css("ul.doubts li"))


def test_so_does_the_workbook(folder: Path) -> None:
    sheet = load_workbook(io.BytesIO((judged(folder) / "evaluation.xlsx").read_bytes()))["指标"]
    head = [cell.value for cell in next(sheet.iter_rows())]
    said = [str(row[head.index("所依据的待核数字")].value or "") for row in sheet.iter_rows(min_row=2)]
    assert [text.partition("（")[0] for text in said] == ["N1", "N3", ""]
    assert "原文：报告.md" in said[0]


def test_an_answered_finding_is_no_doubt(folder: Path) -> None:
    path = folder / "a.toml"
    run("check", folder / "纲要.md", folder / "报告.md", "--new-answers", path, "--output", folder / "b.txt")
    fill(path)
    assert findings(judged(folder, "--answers", path))["居民人均可支配收入"] == []
    path.rename(folder / "answers.toml")
    assert findings(judged(folder))["城镇化率"] == []


def test_what_a_later_document_shows_is_not_known_yet(folder: Path) -> None:
    (folder / "后.md").write_text(report("社会消费品零售总额140亿元，增长8%。", 2023), encoding="utf8")
    ledger = pipeline.ledger(folder / name for name in ("纲要.md", "报告.md", "后.md"))
    early, late = (pipeline.evaluate(ledger, date(year, 12, 31)) for year in (2022, 2024))
    said = [{f.check for a in each.assessments for f in a.findings} for each in (early, late)]
    assert "N16" not in said[0]
    assert "N16" in said[1]
