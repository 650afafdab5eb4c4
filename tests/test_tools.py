"""The tools say the truth about the program, so they are tested too."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lantu.pipeline import read
from tools import judge, scores, shared

QUANTITY_WANTED = 0.95
STATEMENT_WANTED = 0.85
REVIEWED_WANTED = 0.95


def test_several_documents_are_scored_as_one_text() -> None:
    first = ([{"start": 3, "end": 8}], [{"start": 3, "end": 8}])
    second = ([{"start": 0, "end": 2}], [{"start": 1, "end": 4}])
    found, gold = scores.pool([first, second])
    assert [(r["start"], r["end"]) for r in found] == [(3, 8), (9, 11)]
    assert [(r["start"], r["end"]) for r in gold] == [(3, 8), (10, 13)]


def test_only_what_starts_in_a_marked_passage_is_scored() -> None:
    document = scores.Marked("seen", "a.txt", "", ((10, 20), (30, 40)))
    assert [at for at in (9, 10, 19, 20, 35, 40) if document.holds({"start": at})] == [10, 19, 35]


def test_a_file_other_than_the_marked_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scores, "SHARED", tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("别的文本", encoding="utf8")
    with pytest.raises(ValueError, match=r"a\.txt"):
        scores.source(scores.Marked("seen", "a.txt", "0" * 64, ()))


def test_both_halves_are_marked_and_every_line_lies_in_a_passage() -> None:
    documents = {m.file: m for m in scores.marked()}
    lines = scores.rows(scores.MARKS / "statements.jsonl")
    assert {m.half for m in documents.values()} == set(scores.HALVES)
    assert len(documents) == 8
    assert len(lines) >= 200
    assert all(documents[line["doc"]].holds(line) for line in lines)


def test_the_unseen_half_is_only_ever_a_score(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However it is asked, no line of the unseen half is listed."""
    missed = {"start": 0, "end": 1, "value": 1, "unit": "", "indicator": "隐", "measure": "level", "period": "2000"}
    monkeypatch.setattr(scores, "half_rows", lambda half: ([], [missed] if half == "unseen" else []))
    monkeypatch.setattr(scores, "seed_rows", lambda _: ([], []))
    monkeypatch.setattr(scores, "show_reviewed", lambda **_: None)
    scores.main(["--misses"])
    assert "隐" not in capsys.readouterr().out
    assert (shared / "gold" / "score.py").is_file()


def test_reviews_of_several_years_are_read_well_enough(shared: Path) -> None:
    assert shared.is_dir()
    pairs = list(scores.reviewed())
    assert len(pairs) > 700
    for name in scores.REVIEWED:
        right = [r is not None and r[name] == g[name] for g, r in pairs if g[name] is not None]
        assert sum(right) / len(right) >= REVIEWED_WANTED


@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_the_seeds_are_read_well_enough(seeds: Mapping[str, Path], number: str) -> None:
    scorer = shared.script("gold/score.py")
    assert scorer is not None
    assert number in seeds
    gold = next((shared.SHARED / "gold").glob(f"statements-{number}_*.jsonl"))
    result = scorer.score(*scores.seed_rows(gold))
    assert result["quantity"][2] >= QUANTITY_WANTED
    assert result["statement"][2] >= STATEMENT_WANTED


def test_the_sample_never_asks_about_what_is_measured_on(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unseen = [shared / "corpus" / m.file for m in scores.marked() if m.half == "unseen"]
    assert unseen
    monkeypatch.setattr(judge, "documents", lambda _: unseen)
    assert list(judge.readings()) == []


def test_a_question_shows_the_sentence_alone_with_its_number_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("财政收入增长3%。地区生产总值增长5%，就业稳定。人口20万人。", encoding="utf8")
    document = read(path)
    at = document.text.index("5%")
    assert judge.asked(document, at, at + 2).endswith("| 地区生产总值增长【5%】，就业稳定。")
