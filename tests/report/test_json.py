"""evaluation.json: its schema, its numbers, and a reason beside every null."""

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

D = Decimal


@pytest.fixture(scope="module")
def found(written: Path) -> Any:  # noqa: ANN401 # plain JSON
    text = (written / "evaluation.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal, parse_int=int)


def _target(found: Any, key: str) -> Any:  # noqa: ANN401 # plain JSON
    return next(t for t in found["targets"] if t["id"].endswith(key))


def test_it_keeps_to_its_schema(written: Path) -> None:
    schema = json.loads(files("lantu.report").joinpath("evaluation.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    said = json.loads((written / "evaluation.json").read_text(encoding="utf-8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(said)] == []


def test_the_schema_asks_for_a_reason_beside_a_null(written: Path) -> None:
    schema = json.loads(files("lantu.report").joinpath("evaluation.schema.json").read_text(encoding="utf-8"))
    said = json.loads((written / "evaluation.json").read_text(encoding="utf-8"))
    del next(t for t in said["targets"] if t["progress"] is None)["progress_reason"]
    assert not Draft202012Validator(schema).is_valid(said)


def test_level_with_base_and_target(found: Any) -> None:  # noqa: ANN401 # plain JSON
    gdp = _target(found, "2021-2025/1")
    assert (gdp["indicator"], gdp["name"], gdp["kind"], gdp["binding"]) == (
        "地区生产总值",
        "地区生产总值",
        "level",
        "预期性",
    )
    assert (gdp["base"], gdp["target"], gdp["unit"], gdp["headline"]) == (D("902.27"), 1500, "亿元", True)
    assert (gdp["status"], gdp["outlook"], gdp["provisional"]) == ("BEHIND", "UNLIKELY", True)
    assert (gdp["progress"], gdp["elapsed"], gdp["expected_share"]) == (D("0.272247"), D("0.6"), D("0.538290"))
    assert (gdp["required"], gdp["required_unit"]) == (D("0.186782"), "/year")
    assert [(i["period"], i["value"], i["vintage"]) for i in gdp["inputs"]] == [("2023", 1065, "estimate")]
    assert [(e["role"], e["text"]) for e in gdp["evidence"]] == [
        ("target", "1500"), ("base", "902.27"), ("path", "8%"), ("actual", "1065亿元"),
    ]  # fmt: skip


def test_an_unknown_is_null_with_its_reason(found: Any) -> None:  # noqa: ANN401 # plain JSON
    energy = _target(found, "2021-2025/3")
    assert (energy["target"], energy["target_reason"]) == (None, "not_assigned")
    assert (energy["progress"], energy["progress_reason"]) == (None, "not_assigned")
    assert energy["status"] == "NOT_ASSESSABLE"
    assert energy["evidence"][0]["text"] == "控制在市下达指标内"


def test_no_null_stands_without_a_reason(found: Any) -> None:  # noqa: ANN401 # plain JSON
    assert list(_bare(found)) == []


def _bare(value: Any) -> Iterator[str]:  # noqa: ANN401 # plain JSON
    if isinstance(value, dict):
        yield from (key for key, each in value.items() if each is None and not value.get(f"{key}_reason"))
        for each in value.values():
            yield from _bare(each)
    elif isinstance(value, list):
        for each in value:
            yield from _bare(each)


def test_numbers_keep_their_printed_digits(written: Path) -> None:
    text = (written / "evaluation.json").read_text(encoding="utf-8")
    assert '"value": 3.0,' in text
    assert '"progress_low": 0.271410,' in text


def test_evidence_is_the_text_it_points_to(found: Any, sample: Any) -> None:  # noqa: ANN401 # plain JSON
    texts = {d.sha256: d.text for d in sample.ledger.documents}
    for target in found["targets"]:
        for each in target["evidence"]:
            assert texts[each["document"]][each["start"] : each["end"]] == each["text"]


def test_the_summary_counts_headline_targets_and_says_so(found: Any) -> None:  # noqa: ANN401 # plain JSON
    assert found["summary"]["counts"] == "headline targets only"
    five, year = found["summary"]["plans"]
    assert (five["headline"], five["binding"], five["not_headline"]) == (6, 2, 1)
    assert five["by_status"] == {"AHEAD": 1, "BASICALLY_ON_TRACK": 1, "BEHIND": 1, "NOT_ASSESSABLE": 3}
    assert year["by_status"] == {"COMPLETED": 1, "NOT_MET": 1, "SCOPE_UNRESOLVED": 1}


def test_documents_say_what_was_read_of_them(found: Any) -> None:  # noqa: ANN401 # plain JSON
    news = next(d for d in found["documents"] if d["name"] == "news.txt")
    assert (news["date"], news["date_reason"], news["by_hand"]) == (None, "not_stated", ["kind", "reporting_year"])
    assert (news["statements"], news["left_out"], news["unread"]) == (5, 1, 1)
    assert found["left_out"] == [
        {"name": "broken.txt", "zh": "文件为空：没有文字可读。", "en": "The file is empty: no text to read."}
    ]


def test_two_texts_of_one_publication_with_their_difference(found: Any) -> None:  # noqa: ANN401 # plain JSON
    (difference,) = found["publications"][1]["differences"]
    assert (difference["kind"], difference["first"]["text"], difference["second"]["text"]) == (
        "wording",
        "推进",
        "推动",
    )


def test_an_annual_target_and_the_five_year_one_know_each_other(found: Any) -> None:  # noqa: ANN401 # plain JSON
    growth, five = _target(found, "annual/2023/1"), _target(found, "2021-2025/1g")
    assert growth["part_of"] == five["id"]
    assert five["parts"] == [growth["id"]]


def test_the_method_is_quoted(found: Any) -> None:  # noqa: ANN401 # plain JSON
    assert (found["method"]["ahead_pp"], found["method"]["binding_tol_pp"]) == (5, 0)
    assert {p["key"] for p in found["method"]["parameters"]} >= {"over", "effort_k", "base_gap"}
