"""The stage itself: order, identity, one answer for two texts, who is spoken of; the command and its JSON."""

import ast
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lantu import pipeline
from lantu.check import CHECKS
from lantu.check.explaining import parts
from lantu.model import Answer, Outcome
from lantu.registers import messages
from tests.check.said import outline, report
from tests.command import run

ROW = "1.全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性"
SOURCES = sorted((Path(__file__).parents[2] / "src" / "lantu" / "check").glob("*.py"))


def written(folder: Path, **texts: str) -> list[Path]:
    paths = [folder / f"{name}.md" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf8")
    return paths


def findings(paths: list[Path], drafts: set[str] | None = None) -> list[Outcome]:
    ledger = pipeline.ledger(paths)
    names = {d.name: d.sha256 for d in ledger.documents}
    return [o for o in pipeline.check(ledger, drafts and {names[d] for d in drafts}) if o.is_finding]


def test_every_check_says_rule_exceptions_and_source_in_both_languages() -> None:
    for one in CHECKS:
        assert one.doc.startswith(f"{one.id}: ")
        zh, en = parts(one)
        assert all(f"{word}：" in zh for word in ("规则", "例外", "依据"))
        assert all(f"{word}: " in en for word in ("Rule", "Exceptions", "Source"))


def test_checks_have_their_own_identifiers_in_their_own_files() -> None:
    assert len({one.id for one in CHECKS}) == len(CHECKS)
    for one in CHECKS:
        assert re.fullmatch(rf"lantu\.check\.n0?{one.id[1:]}_\w+", one.run.__module__)


def test_every_reason_has_its_message() -> None:
    calls = (n for path in SOURCES for n in ast.walk(ast.parse(path.read_text("utf8"))) if isinstance(n, ast.Call))
    codes = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "not_applicable"
        and isinstance(call.args[0], ast.Constant)
    }
    assert codes <= messages.load().keys()


def test_a_check_without_a_place_says_so(tmp_path: Path) -> None:
    ledger = pipeline.ledger(
        written(tmp_path, a=report("一切正常。").replace("2022年12月21日", ""))
    )  # a day is a place to look at
    found = pipeline.check(ledger)
    assert {o.check for o in found} == {one.id for one in CHECKS}
    assert {(o.answer, o.reason and o.reason.code) for o in found} == {(Answer.NOT_APPLICABLE, "check_no_place")}


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    paths = written(tmp_path, a=outline(ROW), b=report("常住人口城镇化率比上年提高2%。"))
    assert findings(paths) == findings(paths[::-1])


def test_nothing_is_said_of_what_is_only_compared_against(tmp_path: Path) -> None:
    paths = written(tmp_path, a=outline(ROW), b=report("常住人口城镇化率比上年提高2%。"))
    assert [o.check for o in findings(paths, {"b.md"})] == ["N4"]


def test_two_texts_of_one_publication_are_one_finding(tmp_path: Path) -> None:
    text = report("常住人口城镇化率比上年提高2%。")
    (found,) = findings(written(tmp_path, a=text, b=text + "\n\n"))
    assert len(found.evidence) == len(found.also) == 1
    assert found.also[0].document != found.evidence[0].document


def test_a_finding_keeps_its_id_until_its_sentence_changes(tmp_path: Path) -> None:
    sentence = "常住人口城镇化率比上年提高2%。"
    (one,) = findings(written(tmp_path, a=report(sentence)))
    (other,) = findings(written(tmp_path, b=report(f"新增两句。再加一句。{sentence}")))
    (changed,) = findings(written(tmp_path, c=report("常住人口城镇化率比上年提高3%。")))
    assert one.id == other.id != changed.id


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - plain JSON
    (path,) = written(tmp_path, a=outline(ROW))
    assert run("check", path, "--format", "json") == 1
    return json.loads(capsys.readouterr().out)


def test_json_keeps_to_its_schema(said: Any) -> None:  # noqa: ANN401 - plain JSON
    schema = json.loads(files("lantu.report").joinpath("check.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(said)] == []
    (finding,) = said["findings"]
    assert (finding["check"], finding["printed"], finding["computed"]) == ("N5", "%", "万元/人")
    assert [e["text"] for e in finding["evidence"]] == ["15.5", "20"]


def test_the_table_shows_text_arithmetic_and_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = written(tmp_path, a=outline(ROW))
    assert run("check", path) == 1
    shown = capsys.readouterr().out
    assert "错误  N5 单位与指标" in shown
    assert "【15.5】" in shown
    assert "是否应为“万元/人”" in shown
    assert "错误 1" in shown


@pytest.mark.parametrize(("least", "status"), [("error", 0), ("likely", 1), ("information", 1)])
def test_exit_status_follows_the_severity_asked_for(tmp_path: Path, least: str, status: int) -> None:
    (path,) = written(tmp_path, a=report("常住人口城镇化率比上年提高2%。"))
    assert run("check", path, "--fail-on", least) == status


def test_a_file_that_is_not_there_is_named_and_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", tmp_path / "none.md") == 3
    assert "none.md" in capsys.readouterr().err


def test_one_of_two_places_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = report("一切正常。").replace("福州市仓山区", "温州市鹿城区").replace("仓山区", "鹿城区")
    paths = written(tmp_path, a=report("常住人口城镇化率比上年提高2%。"), b=other)
    assert run("check", *paths, "--place", "330302", "--fail-on", "likely") == 0
    assert run("check", *paths, "--place", "350104", "--fail-on", "likely") == 1
    assert capsys.readouterr().err.splitlines() == ["属于其他地区而未采用：a.md。", "属于其他地区而未采用：b.md。"]
    assert run("check", *paths, "--place", "110000") == 3


def test_explain_says_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--explain", "n2") == 0
    assert "年均增速" in capsys.readouterr().out
    assert run("check", "--explain", "N2", "--lang", "en") == 0
    assert "Exceptions:" in capsys.readouterr().out
    assert run("check", "--explain", "N99") == 2
    assert run("check") == 2


def test_a_file_given_twice_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = report("一切正常。")
    assert run("check", *written(tmp_path, a=text, b=text)) == 1
    assert "b.md" in capsys.readouterr().err


def test_an_input_is_never_changed(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=outline(ROW))
    before = path.read_bytes()
    run("check", path)
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == (before, [path])


MEAN = (
    "社会消费品零售总额由2017年的0亿元增加到2022年的0亿元，年均增长-150%，翻了一番。"
    "进出口总额0亿元，增加0亿元，下降100%。粮食产量由0万吨提高到0万吨，增长0%。"
    "三次产业结构为0:0:0。一般公共预算总收入41.5亿元，增长-100%，其中税收收入0亿元、非税收入99999999999999999999999999亿元。"
    "地区生产总值从2017年的100亿元增加到2022年的200亿元，年均增长-100%。地区生产总值翻999番，年均增长0%。"
)
MEAN_ROWS = (
    "1.地区生产总值 | 亿元 | 0 | 0 | -100% | 预期性",
    "2.研发经费投入强度 | % | 0 | 0 | 0% | 预期性",
    "3.人均预期寿命 | 岁 | 0 | 0 | [0] | 预期性",
    "4.每万人发明专利拥有量 | 件 | 0 | 47 | -200% | 预期性",
)


def test_numbers_that_no_formula_takes_stop_no_check(tmp_path: Path) -> None:
    plan = outline(*MEAN_ROWS) + "\n## 目标\n\n“十四五”期间，全社会研究与试验发展经费年均增长-100%。\n"
    later = report(MEAN + "地区生产总值增长-100%。", 2023) + "\n## 二、2024年计划安排\n\n地区生产总值增长-100%。\n"
    ledger = pipeline.ledger(written(tmp_path, a=plan, b=report(MEAN), c=later))
    assert {o.check for o in pipeline.check(ledger)} == {one.id for one in CHECKS}


def test_a_sentence_that_stands_twice_is_one_finding_with_two_places(tmp_path: Path) -> None:
    sentence = "常住人口城镇化率比上年提高2%。"
    (found,) = findings(written(tmp_path, a=report(f"{sentence}\n\n## 二、城市\n\n{sentence}")))
    assert len(found.evidence) == len(found.also) == 1
    assert found.also[0].start > found.evidence[0].start
