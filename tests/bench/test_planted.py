"""The harness: what counts as caught, and that the whole of it runs."""

import ast
import random
from collections.abc import Callable, Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bench import judged, planted
from bench.drafts import Bundle, Figure, Site
from bench.harness import Finding, Harness
from bench.plants import Plant
from lantu.model import Ledger

TEXT = "全年税收收入41.5亿元，增长7.1%，森林覆盖率达到66.8%。"
AT = TEXT.index("66.8")
RATE = Figure("a.txt", AT, AT + 4, "66.8", "%")
PLANT = Plant(Site("percent", "within", (RATE,)), "percentage above 100", "a.txt", AT, AT + 4, "166.8")
SESSION = (("a.txt",), ())


def finds(*words: str) -> Callable[[Ledger, Collection[str]], list[Any]]:
    """A check that finds these words, wherever they stand in a draft."""

    def check(ledger: Ledger, drafts: Collection[str]) -> list[Any]:
        return [
            SimpleNamespace(
                check="N0", severity=SimpleNamespace(value="error"), printed=word, computed="", also=(), is_finding=True,
                evidence=(SimpleNamespace(document=d.sha256, start=at, end=at + len(word)),),
            )
            for d in ledger.documents if d.sha256 in drafts
            for word in words if (at := d.text.find(word)) >= 0
        ]  # fmt: skip

    return check


def caught(*words: str) -> bool:
    return bool(Harness(finds(*words)).catches(PLANT, SESSION, {"a.txt": TEXT}))


def test_a_new_finding_on_the_changed_number_is_a_catch() -> None:
    assert caught("166.8%")


def test_a_finding_elsewhere_is_none() -> None:
    assert not caught("41.5亿元")


def test_what_was_found_in_the_untouched_text_is_none() -> None:
    """And what lies behind the change is the same finding, though it has moved."""
    assert not caught("森林覆盖率达到")
    assert not caught("。")


def test_the_partner_of_the_changed_number_is_a_catch() -> None:
    whole = Figure("a.txt", TEXT.index("41.5"), TEXT.index("41.5") + 4, "41.5", "亿元")
    plant = Plant(Site("ratio", "ratio", (RATE, whole)), "digit wrong", "a.txt", AT, AT + 4, "66.9")
    texts = {"a.txt": TEXT}
    assert Harness(
        lambda ledger, drafts: finds("41.5")(ledger, drafts) if "66.9" in ledger.documents[0].text else []
    ).catches(plant, SESSION, texts)


def test_only_findings_that_a_reader_judged_right_are_not_false() -> None:
    right, other = (Finding("N4", "likely", p, "", (("a.txt", 0, 1),)) for p in ("1%", "2%"))
    known = {judged.key(right): "right"}
    assert judged.counted([right, right, other], known) == {"right": 2, "false": 0, "unclear": 0, "unread": 1}


def test_every_kept_verdict_is_one_of_three() -> None:
    assert set(judged.verdicts().values()) <= {"right", "false", "unclear"}


def test_no_more_plants_of_a_kind_than_asked_for() -> None:
    bundle = Bundle({"a.txt": TEXT}, (PLANT.site,) * 5, (SESSION,))
    assert len(planted.drawn(bundle, 3, random.Random(1))) == 3


@pytest.mark.parametrize(
    ("found", "options", "status"),
    [
        (["166.8%"], [], 0),
        (["no such words"], [], 1),  # none of 25 is caught
        (["no such words"], ["--short"], 0),  # which only shows that it works
        (["166.8%", "41.5亿元"], [], 1),  # and a finding in the untouched text, which is too short to bear one
    ],
)
def test_the_status_says_whether_all_is_as_wanted(
    monkeypatch: pytest.MonkeyPatch, found: list[str], options: list[str], status: int
) -> None:
    bundle = Bundle({"a.txt": TEXT}, (PLANT.site,), (SESSION,))
    monkeypatch.setattr(planted, "bundles", lambda *_, **__: {"synth": bundle})
    monkeypatch.setattr(planted, "drawn", lambda *_: [PLANT] * 25)
    monkeypatch.setattr(planted, "Harness", lambda: Harness(finds(*found)))
    assert planted.main(options) == status


def test_the_short_run_prints_recall_by_kind_and_false_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(planted, "Harness", lambda: Harness(finds("166.8%")))
    assert planted.main(["--short", "--source", "example", "--missed", "--false"]) == 0
    printed = capsys.readouterr().out
    assert "example: bracket table" in printed
    assert "example       0 in " in printed


def test_nothing_of_the_stage_is_imported_to_plant() -> None:
    trees = [ast.parse(p.read_text(encoding="utf8")) for p in Path(planted.__file__).parent.glob("*.py")]
    froms = {n.module or "" for t in trees for n in ast.walk(t) if isinstance(n, ast.ImportFrom)}
    plain = {a.name for t in trees for n in ast.walk(t) if isinstance(n, ast.Import) for a in n.names}
    assert not [name for name in froms | plain if name.startswith("lantu.check")]
