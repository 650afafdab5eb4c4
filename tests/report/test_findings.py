"""The findings as SARIF and as a page."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser, LexborNode

from lantu import pipeline
from lantu.model import Anchor, Page, PrintedLine, Replied, Reply, ReplyKind
from lantu.report.checked import Findings
from lantu.report.findings import shown
from lantu.report.session import sessions
from tests.check.said import WORK, outline, report
from tests.command import run

HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt; 3 < 5 一切正常。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An outline with a unit that cannot be right, and two reports of one meeting that part."""
    plan = outline("1.全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性")
    work = WORK.format(2022) + "2022年，社会消费品零售总额576.1亿元，增长3.5%。\n"
    texts = {
        "纲要.md": plan,
        "计划.md": report(f"社会消费品零售总额567.1亿元，增长3.5%。\n\n{HOSTILE}"),
        "工作报告.md": work,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


@pytest.fixture
def found(folder: Path) -> Findings:
    read = pipeline.read_all(sorted(folder.iterdir()))
    ledger = pipeline.link_all(read)
    checked = frozenset(d.sha256 for d in ledger.documents)
    return Findings(ledger, pipeline.check(ledger), checked, pipeline.rules(), read.paths)


def _sarif(found: Findings, lang: str = "zh") -> Any:  # noqa: ANN401 - plain JSON
    said = json.loads(shown(found, "sarif", lang))
    schema = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(said)] == []
    (one,) = said["runs"]
    return one


def test_sarif_leads_to_the_characters_of_the_file(found: Findings) -> None:
    sent = _sarif(found)
    assert [r["fingerprints"]["lantu/v1"] for r in sent["results"]] == [o.id for o in found.failed]
    for result in sent["results"]:
        assert sent["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for each in (*result["locations"], *result["relatedLocations"]):
            place, region = each["physicalLocation"]["artifactLocation"], each["physicalLocation"]["region"]
            text = found.ledger.documents[place["index"]].text
            start, length = region["charOffset"], region["charLength"]
            assert text[start : start + length] == region["snippet"]["text"]
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"])


def test_sarif_of_a_pdf_says_the_place_in_the_files_own_words_and_the_page(found: Findings) -> None:
    lines = (PrintedLine(0, 0.0, 1.0, tuple(float(n) for n in range(2000))),)
    paged = tuple(
        replace(d, anchors=(Anchor(0, "page 7"),), pages=(Page(7, 9.0, 9.0, lines),)) for d in found.ledger.documents
    )
    sent = _sarif(replace(found, ledger=replace(found.ledger, documents=paged)))
    (place,) = sent["results"][0]["locations"]
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "page 7"
    assert place["physicalLocation"]["region"]["properties"]["pages"] == [7]


def test_an_answered_finding_is_suppressed(found: Findings) -> None:
    first = found.failed[0]
    reply = Reply(first.id, ReplyKind.ACCEPTED, "口径不同", by="张三")
    answered = _sarif(replace(found, replied=Replied({first.id: reply})), "en")
    said = [r.get("suppressions", [{}])[0].get("justification") for r in answered["results"]]
    assert said[:2] == ["Explained: 口径不同 (张三)", None]
    assert answered["language"] == "en"


def test_the_path_is_written_as_it_was_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    given = [Path(folder.name) / name for name in ("纲要.md", "计划.md")]
    assert run("check", *given, "--format", "sarif", "--output", folder / "out.sarif") == 1
    said = json.loads((folder / "out.sarif").read_text(encoding="utf8"))
    uris = {a["location"]["uri"] for a in said["runs"][0]["artifacts"]}
    assert f"{folder.name}/%E7%BA%B2%E8%A6%81.md" in uris


def test_an_output_is_never_a_file_that_is_read(folder: Path) -> None:
    plan, report_ = folder / "纲要.md", folder / "计划.md"
    before = report_.read_bytes()
    assert run("check", plan, "--against", report_, "--format", "html", "--output", report_, "--force") == 2
    assert report_.read_bytes() == before


# --- the page -----------------------------------------------------------------------------------------


def test_every_finding_is_told_once_and_every_link_leads_somewhere(found: Findings) -> None:
    page = LexborHTMLParser(shown(found, "html", "zh"))
    assert [n.text() for n in page.css(".card footer code")] == [
        o.id for o in sorted(found.failed, key=lambda o: int(_card(page, o.id)[1:]))
    ]
    ids = [n.attributes["id"] for n in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(a.attributes["href"])[1:] for a in page.css("a[href^='#']")} <= set(ids)


def _text(where: LexborHTMLParser | LexborNode, selector: str) -> str:
    found = where.css_first(selector)
    assert found is not None, selector
    return found.text()


def _card(page: LexborHTMLParser, outcome: str) -> str:
    (card,) = [c for c in page.css(".card") if _text(c, "footer code") == outcome]
    return str(card.attributes["id"])


def test_a_number_in_the_text_carries_the_number_of_its_finding(found: Findings) -> None:
    page = LexborHTMLParser(shown(found, "html", "zh"))
    marks = {m.text(): m.parent.next.text() for m in page.css("table.grid mark") if m.parent and m.parent.next}
    card = page.css_first(".card.error")
    assert card is not None
    assert marks["15.5"] == _text(card, ".no")


def test_html_in_a_document_stays_text(found: Findings) -> None:
    text = shown(found, "html", "zh")
    assert text.count("<script>") == 1  # the page's own
    said = _text(LexborHTMLParser(text), ".sheets")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said
    assert "3 < 5" in said


def test_the_documents_of_one_session_stand_side_by_side(found: Findings) -> None:
    page = LexborHTMLParser(shown(found, "html", "zh"))
    row = next(r for r in page.css(".side tr") if "社会消费品零售总额" in r.text())
    assert {a.text() for a in row.css("a.n")} == {"567.1亿元", "576.1亿元"}


def test_other_names_and_other_periods_of_one_session_are_told(tmp_path: Path) -> None:
    plan = report("地区生产总值1065亿元，增长2.5%。进出口（总额）305亿元。")
    work = WORK.format(2022) + "2022年，GDP达到1065亿元，增长2.5%。2021年，进出口(总额)305亿元。\n"
    for name, text in (("计划.md", plan), ("工作报告.md", work)):
        (tmp_path / name).write_text(text, encoding="utf8")
    ledger = pipeline.ledger(sorted(tmp_path.iterdir()))
    documents = frozenset(d.sha256 for d in ledger.documents)
    (session,) = sessions(Findings(ledger, pipeline.check(ledger), documents, pipeline.rules()), {})
    assert [{s.text for each in row.said.values() for s in each} for row in session.names] == [{"地区生产总值", "GDP"}]
    assert [{s.text for each in row.said.values() for s in each} for row in session.periods] == [
        {"305亿元（2022年）", "305亿元（2021年）"}
    ]


def test_the_page_needs_no_network_and_is_the_same_twice(found: Findings) -> None:
    for lang in ("zh", "en"):
        text = shown(found, "html", lang)
        assert text == shown(found, "html", lang)
        assert not any(word in text for word in ("http:", "https:", "src=", "@import", "url("))


def test_documents_only_compared_against_are_quoted_not_shown(found: Findings) -> None:
    (plan,) = [d for d in found.ledger.documents if d.name == "计划.md"]
    outcomes = pipeline.check(found.ledger, found.checked - {plan.sha256})
    page = LexborHTMLParser(
        shown(replace(found, outcomes=outcomes, checked=found.checked - {plan.sha256}), "html", "zh")
    )
    assert "计划.md" not in _text(page, ".sheets")
    assert "567.1亿元" in _text(page, ".cards")
