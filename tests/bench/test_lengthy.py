"""Long reports of consecutive years: as long as wanted, and each year's figures hang on those of the year before."""

from pathlib import Path

import pytest

from lantu import pipeline
from lantu.model import Answer
from tools import check_speed


def test_a_long_draft_is_compared_with_each_year_before(tmp_path: Path) -> None:
    paths = check_speed.drafts(tmp_path, check_speed.CHARACTERS, 2)
    assert [len(p.read_text(encoding="utf8")) for p in paths] == [check_speed.CHARACTERS] * 3
    found = pipeline.read_all(paths)
    outcomes = pipeline.check(pipeline.link_all(found), {found.readings[0].document.sha256})
    implied = [o for o in outcomes if o.check == "N16" and o.evidence]
    assert sum(o.answer is Answer.PASSED for o in implied) > 30
    assert {e.document for o in implied for e in o.evidence} <= {r.document.sha256 for r in found.readings[:2]}


def test_sentences_without_a_figure_thin_it_out(tmp_path: Path) -> None:
    dense, thin = (check_speed.drafts(tmp_path, 6000, 1, spare)[0] for spare in (0, check_speed.SPARE))
    assert dense == thin  # one name, written anew
    text = thin.read_text(encoding="utf8")
    found = pipeline.extract(pipeline.read(thin)).statements
    assert 60 < len(found) * 10_000 / len(text) < 200


def test_the_short_bench_prints_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_speed.main(["--short"]) == 0
    out = capsys.readouterr().out
    assert "check,  2 earlier" in out
    assert "time a document" in out
