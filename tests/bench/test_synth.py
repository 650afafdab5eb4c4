"""Generated drafts: what is recorded as hanging together does, in figures and in place."""

import ast
import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from bench import synth
from bench.drafts import Bundle, chinese, numeral
from bench.economy import NAMES
from tests.bench.arithmetic import HOLDS

CHECKOUT = Path(__file__).resolve().parents[2]
SEEDS = (synth.SEED, 7)


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest) -> Bundle:
    return synth.bundle(request.param)


def test_there_are_forty_sites_of_each_kind(made: Bundle) -> None:
    counts = Counter(site.kind for site in made.sites)
    assert len(counts) == 31
    assert {kind: n for kind, n in counts.items() if n < 40} == {}


def test_what_hangs_together_holds_by_arithmetic_of_its_own(made: Bundle) -> None:
    wrong = [s for s in made.sites if s.rule != "alone" and not HOLDS[s.rule](s.figures)]
    assert wrong == []


def test_a_figure_stands_where_it_is_said_to_stand(made: Bundle) -> None:
    figures = [f for site in made.sites for f in site.figures]
    assert all(made.texts[f.document][f.start : f.end] == f.text for f in figures)
    assert all(made.texts[f.document].startswith(f.unit, f.end) for f in figures if f.glued)
    assert not any("\ue000" in text for text in made.texts.values())


def test_every_meeting_stands_against_the_one_before_it(made: Bundle) -> None:
    meetings, reprints = made.sessions[: 3 * len(NAMES)], made.sessions[3 * len(NAMES) :]
    assert [(len(drafts), len(against)) for drafts, against in reprints] == [(1, 1)] * len(NAMES)
    assert {name for drafts, _ in made.sessions for name in drafts} == set(made.texts)
    assert [len(against) for _, against in meetings] == [0, 3, 3] * len(NAMES)


def test_the_seed_decides_everything() -> None:
    assert synth.bundle(3, places=2) == synth.bundle(3, places=2)
    first, second = (synth.bundle(seed, places=1).texts for seed in (3, 4))
    assert not set(first.values()) & set(second.values())


def test_fewer_places_are_the_first_of_the_many() -> None:
    few, many = synth.bundle(3, places=1), synth.bundle(3, places=2)
    assert few.texts.items() <= many.texts.items()


def test_the_places_are_invented() -> None:
    with (CHECKOUT / "src/lantu/registers/places.csv").open(encoding="utf8", newline="") as file:
        real = {row["name"] for row in csv.DictReader(file)}
    assert not real & set(NAMES)


def test_printed_numbers_are_never_floats() -> None:
    for path in sorted((CHECKOUT / "bench").glob("*.py")):
        if path.name not in {"peers.py", "planted.py"}:
            tree = ast.parse(path.read_text(encoding="utf8"))
            assert not [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, float)]


def test_the_drafts_are_written_with_their_sites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert synth.main(["--places", "1", "--seed", "3", str(tmp_path)]) == 0
    sites = json.loads((tmp_path / "sites.json").read_text(encoding="utf8"))
    figure = sites[0]["figures"][0]
    text = (tmp_path / figure["document"]).read_text(encoding="utf8")
    assert text[figure["start"] : figure["end"]] == figure["text"]
    assert "10 documents" in capsys.readouterr().out


def test_numerals_are_read_as_they_are_written() -> None:
    assert [chinese(n) for n in (3, 10, 14, 20, 21)] == ["三", "十", "十四", "二十", "二十一"]
    assert all(numeral(chinese(n)) == n for n in range(1, 100))
