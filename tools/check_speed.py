"""How long `lantu check` takes over a long draft, by the number of earlier documents that it is compared with.

    python tools/check_speed.py [--short]

The documents are work reports of consecutive years that `bench/lengthy.py` builds. What is counted are
seconds of one processor core: of the whole command, and of reading, joining and checking without the start of Python.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from bench import lengthy
from lantu import cli, pipeline

CHARACTERS = 30_000
LAST_YEAR = 2023
EARLIER = (1, 2, 5, 10)
SPARE = 5  # makes as many figures a character as in the provincial reports of 2025
SECONDS_WANTED, SECONDS_AT = 2, 5  # for the whole command, against so many earlier documents
GROWTH_WANTED = 1.2  # of the time a document, from the fewest to the most
PLACE = "350104"  # the drafts name a place that nobody has: all are said to be of one


def drafts(folder: Path, characters: int, earlier: int, spare: int = 0) -> list[Path]:
    """The draft and so many earlier documents, the latest first; `spare`: see `lengthy.years_of`."""
    years = range(LAST_YEAR - earlier, LAST_YEAR + 1)
    paths = [folder / f"{year}.txt" for year in years]
    for path, text in zip(paths, lengthy.years_of(characters, years, 7, spare), strict=True):
        path.write_text(text, encoding="utf8", newline="\n")
    said = "".join(f'["{path.name}"]\nplace = "{PLACE}"\n' for path in paths)
    (folder / "lantu.toml").write_text(said, encoding="utf8")
    return paths[::-1]


def _spent() -> float:
    """Processor seconds of this process and of those that it started: on one core and alone they are the clock's."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def command(paths: Sequence[Path]) -> float:
    """Processor seconds of the whole command, the first path against the others; Lantu itself is compiled once, as installed."""
    asked = [sys.executable, "-m", "lantu", "check", str(paths[0]), "--against", *map(str, paths[1:])]
    compiled = {"PYTHONPYCACHEPREFIX": str(paths[0].parent / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    start = _spent()
    told = subprocess.run(asked, capture_output=True, check=False, env={**os.environ, **compiled})  # noqa: S603 - our own
    taken = _spent() - start
    assert told.returncode in {0, 1}, told.stderr.decode()
    return taken


def inside(paths: Sequence[Path]) -> tuple[float, int, int]:
    """Processor seconds without the start of Python, the statements of all documents, and the outcomes."""
    start = _spent()
    found = pipeline.read_all(paths)
    ledger = pipeline.link_all(found)
    outcomes = pipeline.check(ledger, {found.readings[0].document.sha256})
    return _spent() - start, len(ledger.statements), len(outcomes)


def measure(characters: int, numbers: Sequence[int], runs: int, spare: int) -> None:
    """Print the seconds for each number of earlier documents, and how the time a document grows."""
    with tempfile.TemporaryDirectory() as folder:
        paths = drafts(Path(folder), characters, max(numbers), spare)
        gc.set_threshold(cli.SELDOM, 50, 50)  # as the command does
        inside(paths[:2])  # what is loaded once is no document's
        command(paths[:2])
        each: list[float] = []
        for number in numbers:
            wanted = paths[: number + 1]
            whole = min(command(wanted) for _ in range(runs))
            alone = [inside(wanted) for _ in range(runs)]
            least = min(taken for taken, _, _ in alone)
            each.append(least / (number + 1))
            judged = ""
            if number == SECONDS_AT and characters == CHARACTERS:
                judged = f" ({'within' if whole <= SECONDS_WANTED else 'above'} the {SECONDS_WANTED} wanted)"
            print(
                f"check, {number:2} earlier {whole:10.2f} s the command{judged}, {least:.2f} s inside,"
                f" {alone[0][1]:,} statements, {alone[0][2]} outcomes"
            )
    told = ", ".join(f"{n}: {taken / each[0]:.2f}" for n, taken in zip(numbers, each, strict=True))
    judged = "within" if max(each) <= GROWTH_WANTED * each[0] else "above"
    print(f"{'time a document':24} {told} ({judged} the {GROWTH_WANTED} wanted)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="short documents, once: shows that the bench works")
    short = parser.parse_args(arguments).short
    if short:
        measure(CHARACTERS // 10, EARLIER[:2], 1, SPARE)
        return 0
    print("as many figures as in a provincial report:")
    measure(CHARACTERS, EARLIER, 3, SPARE)
    print("four times as many:")
    measure(CHARACTERS, EARLIER, 3, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
