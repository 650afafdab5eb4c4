"""The command as its users meet it: outputs, exit status, and one clear line for each bad input."""

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.cli import main
from lantu.model import Document
from lantu.registers import methods
from tests.command import REPORT, run


def test_read_shows_what_was_understood(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", report) == 0
    shown = capsys.readouterr().out
    assert "仓山区" in shown
    assert "350104" in shown
    assert "2022年12月21日" in shown


def test_read_prints_the_text_that_offsets_point_into(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", report, "--format", "text") == 0
    assert capsys.readouterr().out == REPORT


def test_extract_keeps_printed_digits_in_json(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", report, "--format", "jsonl") == 0
    lines = [json.loads(line, parse_float=Decimal) for line in capsys.readouterr().out.splitlines()]
    assert [(x["indicator"], str(x["value"]), x["unit"], x["measure"]) for x in lines] == [
        ("建成区绿化覆盖率", "45.66", "%", "level"),
        ("社会消费品零售总额", "567.1", "亿元", "level"),
        ("社会消费品零售总额", "3.5", "%", "growth"),
        ("社会消费品零售总额", "5", "%", "growth"),
    ]
    assert all(REPORT[x["start"] : x["end"]] == x["text"] for x in lines)
    assert {"section", "rule", "confidence"} <= lines[0].keys()


def test_extract_writes_csv_and_tables(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", report, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff"))))
    assert [r["value"] for r in rows] == ["45.66", "567.1", "3.5", "5"]
    assert run("extract", report) == 0
    assert "建成区绿化覆盖率" in capsys.readouterr().out


def test_extract_lists_unread_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("深化智能产业12510行动体系，新建5G基站500个。", encoding="utf8")
    assert run("extract", path, "--unread", "--format", "jsonl") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["text"], json.loads(line)["reason"]) == ("12510", "no_unit")


def test_evaluate_writes_three_files(
    plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "评估"
    assert run("evaluate", plan, report, "--as-of", "2022-12-31", "--out", out) == 0
    assert sorted(p.name for p in out.iterdir()) == ["evaluation.html", "evaluation.json", "evaluation.xlsx"]
    assert str(out / "evaluation.html") in capsys.readouterr().out


def test_nothing_is_overwritten_unasked(
    plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run("evaluate", plan, report, "--out", out)
    assert run("evaluate", plan, report, "--out", out) == 3
    assert "--force" in capsys.readouterr().err
    assert run("evaluate", plan, report, "--out", out, "--force") == 0


def test_one_bad_file_never_stops_the_others(
    plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, out = tmp_path / "没有.txt", tmp_path / "out"
    assert run("evaluate", plan, missing, report, "--out", out) == 1
    assert len([line for line in capsys.readouterr().err.splitlines() if "没有.txt" in line]) == 1
    listed = json.loads((out / "evaluation.json").read_text("utf8"))["left_out"]
    assert [x["name"] for x in listed] == ["没有.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.txt", b""),
        ("二进制.txt", bytes(range(256)) * 40),
        ("乱码.txt", b"\xff\x80\xff\x81" * 50),
        ("文件.pdf", b"%PDF-1.7\n1 0 obj"),
    ],
)
def test_a_bad_file_gives_one_line_and_nothing_done(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for verb in ("read", "extract", "evaluate"):
        assert run(verb, path) == 3
        lines = capsys.readouterr().err.splitlines()
        assert name in lines[0]
        assert not any("Traceback" in line for line in lines)


def test_missing_files_and_folders_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", tmp_path / "无.txt") == 3
    assert "无.txt" in capsys.readouterr().err
    assert run("read", tmp_path) == 3
    assert tmp_path.name in capsys.readouterr().err


def test_a_large_file_is_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "大.txt"
    path.write_bytes(b"1" * 100)
    assert run("read", path, "--max-size", 99) == 3
    assert "大.txt" in capsys.readouterr().err
    assert run("read", path, "--max-size", 100) == 0


def test_megabytes_of_digits_are_no_trap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "digits.txt"
    path.write_bytes(b"1234567890" * 200_000)
    assert run("extract", path) == 3
    assert "digits.txt" in capsys.readouterr().err


def test_a_document_with_no_statement_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "散文.txt"
    path.write_text("山水之间，草木葱茏。", encoding="utf8")
    assert run("extract", path) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "散文.txt" in line
    assert "没有找到表述" in line


def test_a_plan_without_results_is_said(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", plan, "--out", tmp_path / "out") == 1
    assert any("没有与目标对应的实际结果" in line for line in capsys.readouterr().err.splitlines())


def test_results_without_a_plan_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "结果.md"
    path.write_text(REPORT.split("## 二、", maxsplit=1)[0], encoding="utf8")
    assert run("evaluate", path, "--out", tmp_path / "out") == 1
    assert any("没有目标" in line for line in capsys.readouterr().err.splitlines())


def test_two_places_want_a_choice(plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "鼓楼.md"
    other.write_text(REPORT.replace("仓山", "鼓楼"), encoding="utf8")
    assert run("evaluate", plan, report, other, "--out", tmp_path / "out") == 3
    said = capsys.readouterr().err
    assert "--place" in said
    assert "350102" in said
    assert run("evaluate", plan, report, other, "--place", "350104", "--out", tmp_path / "out") == 0
    assert "属于其他地区而未采用：鼓楼.md。" in capsys.readouterr().err
    assert run("extract", plan, report, other) == 0


def test_a_copy_is_named(plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "副本.md").write_bytes(report.read_bytes())
    assert run("evaluate", plan, report, tmp_path / "副本.md", "--out", tmp_path / "out") == 1
    assert any("逐字节相同" in line for line in capsys.readouterr().err.splitlines())


def test_values_of_a_sheet_are_added(plan: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "data.csv"
    sheet.write_text(
        "地区,指标,度量,时期,数值,单位,数据版本,来源\n350104,地区生产总值,level,2022,1045.78,亿元,快报,统计快报\n",
        encoding="utf8",
    )
    assert run("evaluate", plan, "--data", sheet, "--out", tmp_path / "out") == 0
    targets = json.loads((tmp_path / "out" / "evaluation.json").read_text("utf8"), parse_float=Decimal)["targets"]
    gdp = next(t for t in targets if t["kind"] == "level")
    assert str(gdp["inputs"][0]["value"]) == "1045.78"


def test_what_is_set_by_hand_is_used_and_said(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report.parent / "lantu.toml").write_text('["报告.md"]\nplace = "350102"\n', encoding="utf8")
    assert run("read", report, "--format", "json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["place"]["code"] == "350102"
    assert shown["by_hand"] == ["place"]


def test_statements_are_grouped_by_place(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = report.parent / "鼓楼.md"
    other.write_text(REPORT.replace("仓山", "鼓楼"), encoding="utf8")
    assert run("extract", report, other, report.parent / "报告.md", "--format", "jsonl") == 0
    places = [json.loads(line)["place"] for line in capsys.readouterr().out.splitlines()]
    assert places == sorted(places)
    assert set(places) == {"350102", "350104"}


def test_a_method_of_the_users_own(
    plan: Path, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    method = tmp_path / "办法.toml"
    shipped = (Path(methods.__file__).parent / "methods" / "default.toml").read_text("utf8")
    method.write_text(shipped.replace('name = "default"', 'name = "own"'), encoding="utf8")
    assert run("evaluate", plan, report, "--method", method, "--out", tmp_path / "out") == 0
    assert json.loads((tmp_path / "out" / "evaluation.json").read_text("utf8"))["method"]["name"] == "own"
    method.write_text("name = 1", encoding="utf8")
    assert run("evaluate", plan, report, "--method", method, "--out", tmp_path / "out2") == 3
    assert run("evaluate", plan, report, "--method", tmp_path / "无.toml", "--out", tmp_path / "out2") == 3
    said = capsys.readouterr().err
    assert "办法.toml" in said
    assert "无.toml" in said


def test_bad_use_is_told_apart(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["evaluate", str(plan), "--as-of", "去年"], ["read", "--fast"], ["未知"]):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
    assert "2023-12-31" in capsys.readouterr().err


def test_a_mistake_of_the_program_is_told_apart(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: Path, **options: object) -> Document:
        raise ZeroDivisionError(options)

    monkeypatch.setattr(pipeline, "read", broken)
    assert run("read", plan) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_messages_change_with_the_language_and_data_does_not(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", plan.parent / "no.txt", "--lang", "en") == 3
    assert capsys.readouterr().err.isascii()
    outputs = []
    for lang in ("zh", "en"):
        run("extract", plan, "--format", "jsonl", "--lang", lang)
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_the_example_is_evaluated_and_its_ledger_filled(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lantu", "demo", "--out", tmp_path], capture_output=True, encoding="utf8", check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "evaluation.html") in done.stderr
    assert "已装入示例" in done.stderr
    assert (tmp_path / "ledger" / "ledger.sqlite3").stat().st_size > 100_000
    summary = json.loads((tmp_path / "evaluation.json").read_text("utf8"))
    assert summary["as_of"] == "2023-12-31"
    assert len([t for t in summary["targets"] if t["headline"] and "five-year" in t["plan"]]) == 22


def test_an_output_that_cannot_be_written_is_no_mistake_of_lantu(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dd" / "evaluation.html").mkdir(parents=True)
    assert run("evaluate", plan, "--out", tmp_path / "dd", "--force") == 3
    (line,) = [x for x in capsys.readouterr().err.splitlines() if "写不进去" in x]
    assert "dd" in line


def test_an_output_never_replaces_a_document_that_is_read(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", report, "--output", report, "--force") == 2
    assert report.read_text("utf8") == REPORT
    assert "--output" in capsys.readouterr().err


def test_nothing_is_written_for_nothing(tmp_path: Path) -> None:
    assert run("extract", tmp_path / "无.txt", "--output", tmp_path / "out.jsonl") == 3
    assert not (tmp_path / "out.jsonl").exists()


def test_the_demo_does_not_write_over_a_users_file(tmp_path: Path) -> None:
    (tmp_path / "evaluation.json").write_text("keep", encoding="utf8")
    assert run("demo", "--out", tmp_path) == 3
    assert (tmp_path / "evaluation.json").read_text("utf8") == "keep"


def test_settings_may_be_empty_or_from_notepad(report: Path) -> None:
    (report.parent / "lantu.toml").write_bytes(b"")
    assert run("read", report) == 0
    (report.parent / "lantu.toml").write_bytes('\ufeff["报告.md"]\nplace = "350102"\n'.encode())
    assert run("read", report) == 0


def test_a_text_without_full_stops_stays_linear(tmp_path: Path) -> None:
    path = tmp_path / "数.txt"
    path.write_text(
        ",".join(str(i) for i in range(4000)) + "一二三四五六七八九十" * 2000 + "产值增长12.5%，" * 500, encoding="utf8"
    )
    assert run("extract", path, "--format", "jsonl") == 0


def test_a_slip_in_a_sheet_is_refused(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "data.csv"
    sheet.write_text(
        "place,indicator,measure,period,value,unit,vintage,source\n350104,地区生产总值,level,2022,1e5000,亿元,快报,表\n",
        encoding="utf8",
    )
    assert run("evaluate", plan, "--data", sheet, "--out", tmp_path / "out") == 3
    assert "data.csv" in capsys.readouterr().err


def test_registers_of_no_known_shape_are_named(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own").mkdir()
    assert run("evaluate", plan, "--registers", tmp_path / "own", "--out", tmp_path / "out") == 3
    assert "own/indicators" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["read", "extract", "check", "evaluate"])
def test_a_verb_without_files_says_so_in_the_language_asked_for(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", verb]) == 2
    assert capsys.readouterr().err.startswith("No file was given: ")
    assert main([verb]) == 2
    assert capsys.readouterr().err.startswith("没有给出文件：")


def test_the_language_may_stand_before_or_behind_the_verb(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--lang", "en", "extract"], ["extract", "--lang", "en"]):
        assert main([*words, str(report)]) == 0
        assert "statements" in capsys.readouterr().out
