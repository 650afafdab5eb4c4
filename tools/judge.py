"""Precision over the corpus: a sample by a fixed seed, judged by a reader who sees the sentences alone.

    python tools/judge.py ask  statements|others QUESTIONS   the sentences, the number marked, nothing of what was read
    python tools/judge.py hold QUESTIONS ANSWERS             the answers beside what was read, for the verdicts

QUESTIONS holds document texts and stays out of the project. ANSWERS is a JSON line a question: `id` and, of a statement, the
fields of GUIDE.md (`indicator value value_hi unit measure comparator nature period`, or `none` with the reason where the number
is no statement); of a number left out or unread, `statement` true or false. Verdicts go to `bench/judgements-SEED-….jsonl`: document
hash, span, fields, verdict, no text. Documents of `tests/gold`'s unseen half are never asked about.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from lantu.model import Document, Reading
from lantu.pipeline import extract, read
from tools.scores import marked, row
from tools.shared import SHARED, documents

SEED = 20261126  # of the last sample: what an earlier one showed has been mended, so it measures nothing any more
SIZE = 200
_STOP = re.compile(r"[。；！？\n\r]")
Question = dict[str, Any]


def readings() -> Iterator[Reading]:
    """The corpus as read, text files only, without what is measured on."""
    corpus = SHARED / "corpus"
    unseen = {m.file for m in marked() if m.half == "unseen"}
    for path in documents(corpus):
        if path.relative_to(corpus).as_posix() not in unseen:
            yield extract(read(path))


def asked(document: Document, start: int, end: int) -> str:
    """The sentence around a span, with the number marked, under its title and headings."""
    text = document.text
    first = max((m.end() for m in _STOP.finditer(text, max(start - 300, 0), start)), default=max(start - 300, 0))
    stop = _STOP.search(text, end)
    last = min(stop.end() if stop else len(text), end + 200)
    passage = max((p for p in document.passages if p.start <= start), key=lambda p: p.start, default=None)
    heads = [document.front.title or "", *(passage.headings if passage else ())]
    return f"{' / '.join(heads)} | {text[first:start]}【{text[start:end]}】{text[end:last]}"


def pool(kind: str) -> list[Question]:
    """Every statement, or every number left out or unread, as a question with its answer beside it."""
    found = []
    for reading in readings():
        document = reading.document
        spans = (
            [(s.start, s.end, row(s)) for s in reading.statements]
            if kind == "statements"
            else [
                *((o.start, o.end, {"rule": o.rule}) for o in reading.left_out),
                *((u.start, u.end, {"rule": f"unread: {u.reason}"}) for u in reading.unread),
            ]
        )
        found += [
            {"document": document.sha256, "start": a, "end": b, "read": said, "asked": asked(document, a, b)}
            for a, b, said in spans
        ]
    return found


def ask(kind: str, out: Path) -> None:
    """Write the questions, and beside them (`.read`) what Lantu says, which the reader does not see."""
    sample = random.Random(SEED).sample(pool(kind), SIZE)  # noqa: S311 - a sample, no secret
    with out.open("w", encoding="utf8") as questions, Path(f"{out}.read").open("w", encoding="utf8") as answers:
        for i, question in enumerate(sample):
            said = question.pop("read")
            print(json.dumps({"id": i, "asked": question.pop("asked")}, ensure_ascii=False), file=questions)
            print(json.dumps({"id": i, **question, "read": said}, ensure_ascii=False, default=str), file=answers)
    print(f"{SIZE} of {kind}, seed {SEED}: {out}")


def hold(questions: Path, answers: Path) -> None:
    """Print each answer beside what was read, one line a question, for a person's verdict."""
    read_ = {r["id"]: r for r in map(json.loads, Path(f"{questions}.read").read_text("utf8").splitlines())}
    for answer in map(json.loads, answers.read_text("utf8").splitlines()):
        print(
            json.dumps({"id": answer["id"], "answer": answer, "read": read_[answer["id"]]["read"]}, ensure_ascii=False)
        )


def main(arguments: list[str] | None = None) -> int:
    """Ask or hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("ask", "hold"))
    parser.add_argument("what", help="statements, others; or the file of questions")
    parser.add_argument("file", type=Path)
    args = parser.parse_args(arguments)
    if args.step == "ask":
        ask(args.what, args.file)
    else:
        hold(Path(args.what), args.file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
