"""How extraction does against the gold statements.

    python tools/scores.py [--misses]

Scored by `../shared/gold/score.py`: first the half of `tests/gold` that nobody looks at except as a score, then the other
half, then each document of `../shared/gold`, last the fields marked in reviews of several years. `--misses` lists what was missed, extra or wrong, never for the unseen half.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from lantu.model import Statement
from lantu.pipeline import extract, read
from tools.shared import CHECKOUT, SHARED, script

Row: TypeAlias = dict[str, Any]  # one line of a gold file, with the fields of GUIDE.md

MARKS = CHECKOUT / "tests" / "gold"
HALVES = ("unseen", "seen")
REVIEWED = ("measure", "nature", "period")


@dataclass(frozen=True, slots=True)
class Marked:
    """Passages of one document in which every statement was marked by hand; offsets as in `Document.text`."""

    half: str
    file: str  # below ../shared/corpus
    sha256: str
    passages: tuple[tuple[int, int], ...]

    def holds(self, row: Row) -> bool:
        """Whether the statement starts inside one of the passages."""
        return any(start <= row["start"] < end for start, end in self.passages)


def row(statement: Statement) -> Row:
    """A statement with the fields that GUIDE.md names and the scorer reads."""
    quantity = statement.quantity
    return {
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "indicator": statement.indicator,
        "value": str(quantity.value),
        "value_hi": None if quantity.high is None else str(quantity.high),
        "unit": quantity.unit,
        "measure": statement.measure.value,
        "comparator": quantity.comparator.value,
        "nature": statement.nature.value,
        "period": statement.period.code,
    }


def predicted(path: Path) -> list[Row]:
    """Every statement that Lantu reads in the file."""
    return [row(s) for s in extract(read(path)).statements]


def rows(path: Path) -> list[Row]:
    """The lines of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def marked(folder: Path = MARKS) -> tuple[Marked, ...]:
    """The hand-marked passages of `passages.json`; none where it is absent."""
    path = folder / "passages.json"
    if not path.is_file():
        return ()
    found = json.loads(path.read_text(encoding="utf8"))
    return tuple(
        Marked(m["half"], m["file"], m["sha256"], tuple((start, end) for start, end in m["passages"])) for m in found
    )


def source(document: Marked) -> Path:
    """The marked file. Raises ValueError when it is not, byte for byte, the one that was marked."""
    return _unchanged(document.file, document.sha256)


def _unchanged(file: str, sha256: str) -> Path:
    path = SHARED / "corpus" / file
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{file} is not the file whose passages were marked")
    return path


def reviewed() -> Iterator[tuple[Row, Row | None]]:
    """Each statement marked in a review of several years, with what is read there; null fields are not marked."""
    documents: dict[str, str] = json.loads((MARKS / "reviews.json").read_text(encoding="utf8"))
    gold = rows(MARKS / "reviews.jsonl")
    for file, sha256 in documents.items():
        found = predicted(_unchanged(file, sha256))
        for g in (g for g in gold if g["doc"] == file):
            yield g, next((r for r in found if r["start"] < g["end"] and r["end"] > g["start"]), None)


def show_reviewed(*, misses: bool) -> None:
    """One line: the share right of each field marked in reviews of several years."""
    pairs = list(reviewed())
    shares = []
    for name in REVIEWED:
        wrong = [(g, r) for g, r in pairs if g[name] is not None and (r is None or r[name] != g[name])]
        shares.append(f"{name} {1 - len(wrong) / sum(g[name] is not None for g, _ in pairs):.3f}")
        for g, r in wrong if misses else ():
            print(f"  {g['doc']} {g['start']} {name}: {r and r[name]} should be {g[name]}")
    print(f"{'reviews':18} {'  '.join(shares)}   gold {len(pairs)}")


def shifted(found: Iterable[Row], by: int) -> Iterator[Row]:
    """The same rows further on, so that several documents can be scored as one text."""
    return ({**r, "start": r["start"] + by, "end": r["end"] + by} for r in found)


def pool(documents: Iterable[tuple[list[Row], list[Row]]]) -> tuple[list[Row], list[Row]]:
    """Predicted and gold rows of several documents, as if they stood one behind the other."""
    all_predicted: list[Row] = []
    all_gold: list[Row] = []
    at = 0
    for found, gold in documents:
        all_predicted.extend(shifted(found, at))
        all_gold.extend(shifted(gold, at))
        at += 1 + max((r["end"] for r in (*found, *gold)), default=0)
    return all_predicted, all_gold


def half_rows(half: str) -> tuple[list[Row], list[Row]]:
    """Predicted and gold rows of one half of the hand-marked passages."""
    gold = rows(MARKS / "statements.jsonl")
    return pool(
        ([r for r in predicted(source(m)) if m.holds(r)], [g for g in gold if g["doc"] == m.file and m.holds(g)])
        for m in marked()
        if m.half == half
    )


def seed_rows(gold: Path) -> tuple[list[Row], list[Row]]:
    """Predicted and gold rows of one document of `../shared/gold`."""
    wanted = rows(gold)
    return predicted(SHARED / "seeds" / wanted[0]["doc"]), wanted


def show(name: str, result: dict[str, Any]) -> None:
    """One line a score: precision, recall and F1 of quantities and of whole statements."""
    for kind in ("quantity", "statement"):
        p, r, f1 = result[kind]
        print(
            f"{name:18} {kind:9}  P {p:.3f}  R {r:.3f}  F1 {f1:.3f}   gold {result['gold']}  read {result['predicted']}"
        )


def show_misses(result: dict[str, Any]) -> None:
    """What was missed, read though it is no statement, or read wrongly."""
    for label in ("missed", "extra"):
        for r in result[label]:
            print(f"  {label} {r['start']} {r.get('text', '')!r} {r['indicator']} {r['measure']} {r['period']}")
    for found, gold in result["pairs"]:
        wrong = [f"{f}: {found[f]} should be {gold[f]}" for f in result["fields"] if str(found[f]) != str(gold[f])]
        if wrong:
            print(f"  differs {gold['start']} {found['text']!r} {'; '.join(wrong)}")


def main(arguments: list[str] | None = None) -> int:
    """Print all scores; 3 when there is nothing to score against."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list them (not those of the unseen half)")
    args = parser.parse_args(arguments)
    scorer = script("gold/score.py")
    if scorer is None:
        print("nothing to score against: ../shared/gold is absent")
        return 3
    for half in HALVES if marked() else ():
        result = scorer.score(*half_rows(half))
        show(f"{half} half", result)
        if args.misses and half == "seen":
            show_misses(result)
    for gold in sorted((SHARED / "gold").glob("statements-*.jsonl")):
        result = scorer.score(*seed_rows(gold))
        show(gold.stem.removeprefix("statements-")[:3], result)
        if args.misses:
            show_misses(result)
    show_reviewed(misses=args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
