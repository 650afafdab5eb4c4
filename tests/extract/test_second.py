"""A second reader may only propose: what the print does not bear out is discarded, and no statement changes."""

import json
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from lantu import pipeline
from lantu.cli import main
from lantu.errors import BadRequest, SecondReaderFailed
from lantu.model import Parting, Reading, SecondReading

TEXT = """# 仓山区2022年国民经济和社会发展计划执行情况的报告

## 一、2022年执行情况

固定资产投资560亿元，增长3.5%；进出口总额33亿元，下降3.5%。
"""
Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


class Model:
    """A server of our own on 127.0.0.1 that answers as it is told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Answer = lambda _: (200, b"")
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.released = threading.Event()
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                model.asked.append(asked | {"path": self.path})
                model.keys.append(self.headers["Authorization"])
                status, body = model.answer(asked)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", f"http://127.0.0.1:{model.server.server_port}/elsewhere")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def says(self, content: str) -> None:
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.answer = lambda _: (200, body)

    def proposes(self, *entries: dict[str, object]) -> None:
        """The entries for the paragraph, nothing for the rest."""

        def answer(asked: dict[str, Any]) -> tuple[int, bytes]:
            ours = "投资" in asked["messages"][1]["content"].split('"passage"')[1]
            content = json.dumps({"statements": list(entries) if ours else []})
            return 200, json.dumps({"choices": [{"message": {"content": content}}]}).encode()

        self.answer = answer


@pytest.fixture
def model() -> Iterator[Model]:
    one = Model()
    thread = threading.Thread(target=one.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield one
    one.released.set()
    one.server.shutdown()
    one.server.server_close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.md"
    path.write_text(TEXT, encoding="utf8")
    return path


@pytest.fixture
def reading(report: Path) -> Reading:
    return pipeline.extract(pipeline.read(report))


def entry(span: str, value: object, indicator: str, measure: str = "level", **more: object) -> dict[str, object]:
    unit = span.lstrip("0123456789.")
    return {
        "quote": span, "span": span, "value": value, "unit": unit, "indicator": indicator, "measure": measure, "nature": "actual",
        "period": "2022",
    } | more  # fmt: skip


GOOD = (
    entry("560亿元", "560", "固定资产投资"),
    entry("3.5%", "3.5", "固定资产投资", "growth"),
    entry("33亿元", "33", "进出口总额"),
    entry("3.5%", "-3.5", "进出口总额", "growth"),
)


def again(reading: Reading, model: Model, timeout: float = 10, key: str = "") -> SecondReading:
    return pipeline.read_again(reading, pipeline.Endpoint(model.url, "m", key, timeout))


def test_two_who_read_alike_agree(reading: Reading, model: Model) -> None:
    model.proposes(*GOOD)
    found = again(reading, model, key="secret")
    assert (found.agreed, found.disagreements, found.discarded) == (4, (), ())
    assert {(a["path"], a["temperature"], a["model"]) for a in model.asked} == {("/v1/chat/completions", 0, "m")}
    assert set(model.keys) == {"Bearer secret"}
    assert "secret" not in repr(pipeline.Endpoint(model.url, "m", "secret"))


def test_differences_are_listed_and_the_grammar_s_statements_stay(reading: Reading, model: Model) -> None:
    before = reading.statements
    model.proposes(
        GOOD[0] | {"unit": "万元", "period": "2021"}, GOOD[1], GOOD[2], entry("2022年", "2022", "年份", unit="年")
    )
    found = again(reading, model)
    assert [(d.kind, d.fields) for d in found.disagreements] == [
        (Parting.FIELDS, ("unit", "period")),
        (Parting.OURS, ()),
    ]
    assert [d.reason for d in found.discarded] == ["span_not_in_passage"]
    assert reading.statements == before


def test_what_only_the_second_reader_reads_is_shown(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "报告.md"
    path.write_text(TEXT.replace("33亿元", "古树137"), encoding="utf8")
    model.proposes(entry("137", "137", "投资的古树"))
    found = again(pipeline.extract(pipeline.read(path)), model)
    (theirs,) = (d for d in found.disagreements if d.kind is Parting.THEIRS)
    assert theirs.proposal is not None
    assert (theirs.proposal.text, theirs.proposal.value) == ("137", Decimal(137))


@pytest.mark.parametrize(
    ("proposed", "reason"),
    [
        (entry("999亿元", "999", "固定资产投资"), "span_not_in_passage"),
        (entry("60亿元", "60", "固定资产投资"), "span_not_in_passage"),
        (entry("", "560", "固定资产投资"), "span_not_in_passage"),
        (entry("560亿元", "56", "固定资产投资"), "value_not_printed"),
        (entry("560亿元", 56000000000, "固定资产投资"), "value_not_printed"),
        (entry("560亿元", "NaN", "固定资产投资"), "bad_field"),
        (entry("560亿元", None, "固定资产投资"), "bad_field"),
        (entry("560亿元", "560", ""), "bad_field"),
        (entry("560亿元", "560", "固定资产投资", "size"), "bad_field"),
        (entry("560亿元", "560", "固定资产投资", period="去年"), "bad_field"),
        (entry("560亿元", "560", "固定资产投资", unit=7), "bad_field"),
    ],
)
def test_what_the_print_does_not_bear_out_is_discarded(
    reading: Reading, model: Model, proposed: dict[str, object], reason: str
) -> None:
    model.proposes(proposed)
    found = again(reading, model)
    assert [d.reason for d in found.discarded] == [reason]
    assert {d.kind for d in found.disagreements} == {Parting.OURS}


def test_a_date_is_no_quantity(tmp_path: Path, model: Model) -> None:
    (tmp_path / "a.md").write_text("2023年5月8日，全区新签项目12个，总投资33亿元。", encoding="utf8")
    reading = pipeline.extract(pipeline.read(tmp_path / "a.md"))
    model.proposes(entry("8日", "8", "项目"), entry("33亿元", "33", "总投资"))
    found = again(reading, model)
    assert [(d.reason, d.said) for d in found.discarded] == [("is_a_date", "8日")]


def test_the_same_place_counts_once(reading: Reading, model: Model) -> None:
    model.proposes(GOOD[0], GOOD[0])
    assert [d.reason for d in again(reading, model).discarded] == ["said_twice"]


def test_a_model_that_never_answers_in_json_is_an_error(reading: Reading, model: Model) -> None:
    model.says("固定资产投资是560亿元。")
    with pytest.raises(SecondReaderFailed, match="没有一条是 JSON"):
        again(reading, model)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (500, b"", "HTTP 500"), (401, b"", "HTTP 401"), (302, b"", "HTTP 302"), (200, b"<html>", "不是 chat/completions"),
        (200, b'{"choices": []}', "不是 chat/completions"), (200, b'{"choices": [{"message": {"content": null}}]}', "不是 chat"),
    ],
)  # fmt: skip
def test_an_endpoint_that_fails_is_one_line(
    reading: Reading, model: Model, status: int, body: bytes, said: str
) -> None:
    model.answer = lambda _: (status, body)
    with pytest.raises(SecondReaderFailed, match=said) as caught:
        again(reading, model, key="secret")
    assert "\n" not in caught.value.zh + caught.value.en
    assert "secret" not in caught.value.zh + caught.value.en
    assert len(model.asked) == 1, "a redirection is not followed"


def test_a_slow_endpoint_is_given_up(reading: Reading, model: Model) -> None:
    def slow(_: dict[str, Any]) -> tuple[int, bytes]:
        model.released.wait(5)
        return 500, b""

    model.answer = slow
    with pytest.raises(SecondReaderFailed, match="秒内没有答复"):
        again(reading, model, timeout=0.2)


def test_nobody_there(reading: Reading) -> None:
    with pytest.raises(SecondReaderFailed, match="连不上"):
        pipeline.read_again(reading, pipeline.Endpoint("http://127.0.0.1:9/v1", "m"))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "127.0.0.1:80", ""])
def test_only_http_is_an_address(url: str) -> None:
    with pytest.raises(BadRequest):
        pipeline.Endpoint(url, "m")


@pytest.mark.parametrize("given", ["http://a", "http://a/", "http://a/v1", "http://a/v1/chat/completions"])
def test_an_address_may_be_short(given: str) -> None:
    assert pipeline.Endpoint(given, "m").address == "http://a/v1/chat/completions"


def test_the_command_lists_what_differs(report: Path, model: Model, capsys: pytest.CaptureFixture[str]) -> None:
    model.proposes(GOOD[0] | {"value": "56"}, GOOD[1] | {"measure": "change"})
    asked = ["extract", str(report), "--second-reader", model.url, "--model", "m"]
    assert main(asked) == 0
    table = capsys.readouterr().out
    assert "只有规则读出 3" in table
    assert "不予采信 1（数值不是所引文字中的数字 1）" in table
    assert "固定资产投资 3.5% 变化" in table
    assert main([*asked, "--format", "jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [t["kind"] for t in told] == ["ours", "fields", "ours", "ours", "discarded", "counts"]
    assert told[1]["fields"] == ["measure"]
    assert (told[0]["theirs"], told[0]["theirs_reason"]) == (None, "not_read")


def test_it_is_off_unless_a_model_is_named(
    report: Path, model: Model, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANTU_SECOND_READER", model.url)
    monkeypatch.setenv("LANTU_SECOND_READER_KEY", "secret")
    assert main(["extract", str(report)]) == 0
    assert model.asked == []
    model.proposes(*GOOD)
    assert main(["extract", str(report), "--model", "m"]) == 0
    assert set(model.keys) == {"Bearer secret"}
    assert "一致 4 条" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--second-reader", "http://a"], ["--model", "m"], ["--second-reader", "http://a", "--model", "m", "--unread"],
        ["--second-reader", "http://a", "--model", "m", "--format", "csv"],
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_meant(report: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(report), *wrong]) == 2
    assert "--model" in capsys.readouterr().err
