"""The office answers a finding: it stays quiet in every format, until the text it rests on changes."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from tests.check.said import outline, report
from tests.command import run
from tests.report.pdf_notes import notes
from tests.report.test_pdf_marks import draft as pdf_draft
from tests.report.word_drafts import comments, covered
from tests.report.word_drafts import draft as word_draft

ROW = "1.全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """An outline with one error: a unit that cannot be right."""
    path = tmp_path / "纲要.md"
    path.write_text(outline(ROW), encoding="utf8")
    return path


def fill(path: Path, answer: str = "已说明", reason: str = "沿用上级口径") -> None:
    """Fill in every entry of a new file of answers."""
    text = path.read_text(encoding="utf8")
    text = text.replace('answer = ""', f'answer = "{answer}"').replace('reason = ""', f'reason = "{reason}"')
    path.write_text(text, encoding="utf8")


def answer(plan: Path, answer: str = "已说明", reason: str = "沿用上级口径") -> Path:
    path = plan.parent / "answers.toml"
    run("check", plan, "--new-answers", path, "--output", plan.parent / "before.txt")
    fill(path, answer, reason)
    return path


def answered_quietly(plan: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = answer(plan)
    capsys.readouterr()
    return path


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:  # noqa: ANN401 - plain JSON
    """What `lantu check --format json` says, by its schema."""
    capsys.readouterr()
    run("check", *arguments, "--format", "json")
    said = json.loads(capsys.readouterr().out)
    schema = json.loads(files("lantu.report").joinpath("check.schema.json").read_text(encoding="utf-8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(said)] == []
    return said


def test_the_new_file_names_each_finding_and_asks_for_an_answer(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plan.parent / "a.toml"
    assert run("check", plan, "--new-answers", path) == 1
    out, err = capsys.readouterr()
    assert "a.toml" in err
    text = path.read_text(encoding="utf8")
    entries = tomllib.loads(text)["answer"]
    assert [e["finding"] for e in entries] == re.findall(r"\(([0-9a-f]{16})\)", out)
    assert entries[0]["answer"] == entries[0]["reason"] == ""
    assert "# N5 单位与指标（错误）" in text
    assert run("check", plan, "--answers", path) == 1  # nothing filled in yet, nothing answered


@pytest.mark.parametrize("answer_", ["已说明", "已更正", "不适用", "accepted", "corrected", "not_applicable"])
def test_an_answered_finding_is_quiet_and_listed(plan: Path, answer_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", plan) == 1
    answer(plan, answer_)
    capsys.readouterr()
    assert run("check", plan) == 0
    out = capsys.readouterr().out
    assert "错误 0" in out
    assert "已答复 1" in out
    assert "沿用上级口径" in out.partition("已答复的问题")[2]


def test_every_format_lists_it_apart(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(plan)
    said = checked(capsys, plan)
    assert said["findings"] == []
    (one,) = said["answered"]
    assert (one["check"], one["reply"]["answer"], one["reply"]["reason"]) == ("N5", "accepted", "沿用上级口径")
    run("check", plan, "--format", "sarif")
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "已说明：沿用上级口径"
    run("check", plan, "--format", "html")
    page = LexborHTMLParser(capsys.readouterr().out)
    (card,) = page.css("#answered .card")
    assert "沿用上级口径" in card.text()
    assert page.css(".legend .error b")[0].text() == "0"
    assert not page.css("mark")


def test_in_a_word_file_the_answered_ones_are_one_comment_at_its_head(tmp_path: Path) -> None:
    source, out, path = tmp_path / "草案.docx", tmp_path / "批注.docx", tmp_path / "a.toml"
    source.write_bytes(word_draft())
    run("check", source, "--new-answers", path, "--output", tmp_path / "b.txt")
    text = path.read_text(encoding="utf8")
    path.write_text(text.replace('answer = ""\nreason = ""', 'answer = "不适用"\nreason = "口径不同"', 1), "utf8")
    run("check", source, "--answers", path, "--format", "docx", "--output", out)
    data = out.read_bytes()
    (head,) = [n for n, (_, said) in comments(data).items() if said.startswith("已答复的问题：1 条")]
    assert "不适用：口径不同" in comments(data)[head][1]
    assert covered(data)[head].startswith("福州市仓山区2022年")
    assert len(comments(data)) == 7  # the drafter's own, five to look at, one of the answered


def test_in_a_pdf_too(tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(pdf_draft())
    answer(source)
    assert run("check", source, "--format", "pdf", "--output", tmp_path / "b.pdf") == 0
    (note,) = notes((tmp_path / "b.pdf").read_bytes())[1]
    assert note.text.startswith("已答复的问题：2 条")
    assert "福州市仓山区2022年" in note.under


@pytest.mark.parametrize("row", [ROW.replace("20", "21").replace("4.5", "5.5"), ROW.replace("全员", "全社会全员")])
def test_a_finding_whose_text_changed_comes_back_and_says_so(
    plan: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Figures or words: the answer was to another text."""
    answer(plan)
    plan.write_text(outline(row), encoding="utf8")
    assert run("check", plan) == 1
    out, err = capsys.readouterr()
    assert "“已说明：沿用上级口径”针对的是另一文字“1.全员劳动生产率|%|15.5|20|[4.5]|预期性”" in out
    assert "已不存在" not in err
    assert checked(capsys, plan)["findings"][0]["earlier_reply"]["reason"] == "沿用上级口径"


def test_an_answer_with_the_id_alone_knows_that_figures_changed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = checked(capsys, plan)["findings"]
    (plan.parent / "answers.toml").write_text(
        f'[[answer]]\nfinding = "{one["id"]}"\nanswer = "不适用"\nreason = "无"\n', encoding="utf8"
    )
    assert run("check", plan) == 0
    plan.write_text(outline(ROW.replace("20", "21").replace("4.5", "5.5")), encoding="utf8")
    assert run("check", plan) == 1
    assert "针对的是改动前的文字" in capsys.readouterr().out


def test_text_elsewhere_may_change(plan: Path) -> None:
    answer(plan)
    plan.write_text(outline("0.常住人口 | 万人 | 115 | 120 | [5] | 预期性", ROW), encoding="utf8")
    assert run("check", plan) == 0


def test_an_answer_to_a_finding_that_is_gone_is_one_line_and_stays(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answered_quietly(plan, capsys)
    before = path.read_bytes()
    plan.write_text(outline(ROW.replace("| % |", "| 万元/人 |")), encoding="utf8")
    assert run("check", plan) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("answers.toml 所答复的问题已不存在")
    assert "N5" in line
    assert path.read_bytes() == before
    assert checked(capsys, plan)["answers_left"][0]["number"] == 1


def test_answers_about_another_document_are_not_missed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answered_quietly(plan, capsys)
    other = plan.parent / "报告.md"
    other.write_text(report("一切正常。"), encoding="utf8")
    assert run("check", other) == 0
    assert capsys.readouterr().err == ""


def test_corrected_but_not_in_the_text_is_said(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(plan, "已更正", "")
    assert run("check", plan) == 0
    assert "答复为已更正，但文字仍是原样" in capsys.readouterr().err


def test_new_answers_go_behind_those_that_are_there(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = answer(plan)
    before = path.read_text(encoding="utf8")
    plan.write_text(outline(ROW) + "\n常住人口城镇化率比上年提高2%。\n", encoding="utf8")
    assert run("check", plan, "--new-answers", path) == 3
    assert "已存在，不覆盖" in capsys.readouterr().err
    assert path.read_text(encoding="utf8") == before
    run("check", plan, "--new-answers", path, "--force")
    now = path.read_text(encoding="utf8")
    assert now.startswith(before)
    assert [e["check"] for e in tomllib.loads(now)["answer"]] == ["N5", "N4"]
    run("check", plan, "--new-answers", path, "--force")
    assert path.read_text(encoding="utf8") == now


def test_new_answers_never_take_the_place_of_another_file(plan: Path) -> None:
    before = plan.read_bytes()
    assert run("check", plan, "--new-answers", plan, "--force") == 2
    note = plan.parent / "note.txt"
    note.write_text("备忘", encoding="utf8")
    assert run("check", plan, "--new-answers", note, "--force") == 3
    assert (plan.read_bytes(), note.read_text(encoding="utf8")) == (before, "备忘")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("[[answer]\n", "不是有效的 TOML", "no valid TOML"),
        ("[[reply]]\nfinding = 'x'\n", "只能有 [[answer]] 各项", "only [[answer]] entries"),
        ("[[answer]]\nfinding = 'N5'\nanswer = '不适用'\nreason = '无'\n", "第 1 条答复的 finding", "answer 1: finding"),
        (f"[[answer]]\nfinding = '{'0' * 16}'\nanswer = '好'\n", "第 1 条答复的 answer", "answer 1: answer"),
        (f"[[answer]]\nfinding = '{'0' * 16}'\nanswer = '已说明'\n", "第 1 条答复的 reason", "answer 1: reason"),
        (f"[[answer]]\nfinding = '{'0' * 16}'\nanswer = '已更正'\ndate = '昨天'\n", "第 1 条答复的 date", "answer 1: date"),
        (f"[[answer]]\nfinding = '{'0' * 16}'\nanswer = '已更正'\n" * 2, "第 1 条和第 2 条答复同一个问题", "answers 1 and 2 are both"),
    ],
)  # fmt: skip
def test_a_malformed_file_is_one_line(
    plan: Path, text: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (plan.parent / "answers.toml").write_text(text, encoding="utf8")
    for lang, said in (("zh", zh), ("en", en)):
        assert run("check", plan, "--lang", lang) == 3
        (line,) = capsys.readouterr().err.splitlines()
        assert said in line


def test_a_file_of_answers_that_is_not_there_is_one_line(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", plan, "--answers", plan.parent / "none.toml") == 3
    assert "none.toml" in capsys.readouterr().err
