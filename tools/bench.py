"""Characters a second of read + extract on one core, beside the bare scan and other peers over the same texts.

    python tools/bench.py [--short] [--runs N] [FOLDER]

Over the provincial texts of `../shared/corpus`, or the examples where that is absent. The ratios are the figures to
compare: a clock is not. At the end `lantu check` over a long draft (tools/check_speed.py). Peers run where `make bench` could install them (`bench/requirements.txt`).
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from lantu.errors import LantuError
from lantu.model import Reading
from lantu.pipeline import extract, read
from tools import check_speed
from tools.shared import CHECKOUT, EXAMPLES, SHARED, documents, script

RATIO_WANTED = 8  # bare scan to read + extract
GROWTH_WANTED = 1.2  # of the time a character between one and sixteen times the same text
PEER_CHARACTERS = 30_000
LARGE = 10_000_000  # characters of the document whose memory is looked at
TEN_MINUTES = re.compile(
    r"\d[\d,]*(?:\.\d+)?\s*(?:万亿|亿|万|千)?\s*(?:美元|元|个百分点|%|‰|人次|人|户|家|个|项|公里|平方米|亩|吨|所|张|岁|件)"
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over all texts: seconds of each step. `scan` is None without the yardstick."""

    read: float
    extract: float
    scan: float | None
    expression: float
    readings: list[Reading]


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long the work took, and what came of it."""
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def readable(paths: Sequence[Path]) -> list[Path]:
    """The files that can be read."""
    kept = []
    for path in paths:
        try:
            read(path)
        except LantuError as error:
            print(f"left out: {path.name}: {error.en}")
            continue
        kept.append(path)
    return kept


def run(paths: Sequence[Path], scan: Callable[[str], int] | None) -> Run:
    """One pass; the scan stands beside the extraction, so that other load on the machine meets both."""
    reading, documents_ = seconds(lambda: [read(p) for p in paths])
    scanning = None if scan is None else seconds(lambda: [scan(d.text) for d in documents_])[0]
    extracting, readings = seconds(lambda: [extract(d) for d in documents_])
    expression = seconds(lambda: [sum(1 for _ in TEN_MINUTES.finditer(d.text)) for d in documents_])[0]
    return Run(reading, extracting, scanning, expression, readings)


def show(runs: Sequence[Run]) -> None:
    """Print the medians, and the ratio of scan to read + extract."""
    texts = [r.document.text for r in runs[0].readings]
    chars = sum(map(len, texts))
    found = sum(len(r.statements) for r in runs[0].readings)
    print(f"{len(texts)} documents, {chars:,} characters, {found:,} statements, median of {len(runs)}")
    steps = {
        "read": [r.read for r in runs],
        "extract": [r.extract for r in runs],
        "read + extract": [r.read + r.extract for r in runs],
        "bare scan": [r.scan for r in runs if r.scan is not None],
        "ten-minute expression": [r.expression for r in runs],
    }
    for step, times in steps.items():
        if times:
            print(f"{step:24} {chars / statistics.median(times):14,.0f} characters a second")
    ratios = [(r.read + r.extract) / r.scan for r in runs if r.scan]
    if ratios:
        ratio = statistics.median(ratios)
        judged = "within" if ratio <= RATIO_WANTED else "above"
        print(f"{'ratio':24} {ratio:14.1f} times the bare scan ({judged} the {RATIO_WANTED} wanted)")
    else:
        print("ratio: not measured: ../shared/bench/scan.py is absent")


def peers(text: str) -> None:
    """Print what the peers make of the first characters, run by their own Python."""
    python = CHECKOUT / ".venv-bench" / "bin" / "python"
    if not python.exists():
        print("peers: skipped: not installed (make bench installs them)")
        return
    told = subprocess.run(  # noqa: S603 - our own script
        [python, CHECKOUT / "bench" / "peers.py"], input=text[:PEER_CHARACTERS], text=True, capture_output=True, check=False
    )  # fmt: skip
    print(*(line for line in told.stderr.splitlines() if line.startswith("skipped")), sep="\n", end="")
    for name, speed in json.loads(told.stdout or "{}").items():
        if speed is not None:
            print(f"{name:24} {speed:14,.0f} characters a second over {PEER_CHARACTERS:,}")


def spent(path: Path) -> float:
    """Seconds that a file takes from its bytes to its statements."""
    return seconds(lambda: extract(read(path)))[0]


def growth(text: str, times: Sequence[int]) -> None:
    """Print the time a character of one, four and sixteen times the same text, as a ratio to the first."""
    with tempfile.TemporaryDirectory() as folder:
        rates = []
        for n in times:
            path = Path(folder) / f"{n}.txt"
            path.write_text("\n".join([text] * n), encoding="utf8")
            rates.append(min(spent(path) for _ in range(3)) / (n * len(text)))
        told = ", ".join(f"{n}×: {rate / rates[0]:.2f}" for n, rate in zip(times, rates, strict=True))
        judged = "within" if max(rates) <= GROWTH_WANTED * rates[0] else "above"
        print(f"{'time a character':24} {told} ({judged} the {GROWTH_WANTED} wanted)")


def large(text: str, size: int) -> None:
    """Print the most memory that a document of `size` characters takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        path.write_text("\n".join([text] * (size // len(text) + 1))[:size], encoding="utf8")
        code = (
            "import resource, sys; from pathlib import Path; from lantu.pipeline import extract, read;"
            " r = extract(read(Path(sys.argv[1])));"
            " print(len(r.statements), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
        )
        told = subprocess.run([sys.executable, "-c", code, path], text=True, capture_output=True, check=True)  # noqa: S603 - our own
        found, most = told.stdout.split()
        print(
            f"{'memory':24} {int(most):14,} MB at most over a document of {size:,} characters, {int(found):,} statements"
        )


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 3 when there is no text to measure on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="texts to measure on")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="one pass over a few texts: shows that the bench works")
    args = parser.parse_args(arguments)
    provincial = SHARED / "corpus" / "provincial-2025"
    folder = args.folder or (provincial if provincial.is_dir() else EXAMPLES)
    every = [p for p in documents(folder) if p.suffix != ".docx"]
    paths = readable(every[:3] if args.short else every)
    if not paths:
        print(f"no readable text below {folder}")
        return 3
    yardstick = script("bench/scan.py")
    scan: Callable[[str], int] | None = yardstick.scan if yardstick else None
    runs = [run(paths, scan) for _ in range(1 if args.short else args.runs)]
    show(runs)
    text = "\n".join(r.document.text for r in runs[0].readings)
    peers(text)
    growth(text[: 20_000 if args.short else 100_000], (1, 4) if args.short else (1, 4, 16))
    large(text, LARGE // 20 if args.short else LARGE)
    check_speed.main(["--short"] if args.short else [])
    return 0


if __name__ == "__main__":
    sys.exit(main())
