"""Characters a second of read and extract on one core, beside the bare scan over the same text in the same process.

    python tools/bench.py [--short] [--runs N] [FOLDER]

Over `../shared/corpus`, or the examples where that is absent. The ratio is the figure to compare: a clock is not.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from lantu.errors import LantuError
from lantu.model import Document, Reading
from lantu.pipeline import extract, read
from tools.shared import EXAMPLES, SHARED, documents, script

RATIO_WANTED = 30
SHORT_CHARACTERS = 200_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over all texts: seconds of each step. `scan` is None without the yardstick."""

    read: float
    extract: float
    scan: float | None
    readings: list[Reading]


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """How long the work took, and what came of it."""
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def readable(paths: list[Path], limit: int | None) -> list[Path]:
    """The files that can be read, up to about `limit` characters of them."""
    kept, size = [], 0
    for path in paths:
        try:
            size += len(read(path).text)
        except LantuError as error:
            print(f"left out: {path.name}: {error.en}")
            continue
        kept.append(path)
        if limit is not None and size >= limit:
            break
    return kept


def run(paths: list[Path], scan: Callable[[str], int] | None) -> Run:
    """One pass; the scan stands beside the extraction, so that other load on the machine meets both."""
    reading, documents_ = seconds(lambda: [read(p) for p in paths])
    scanning = None if scan is None else seconds(lambda: [scan(d.text) for d in documents_])[0]
    extracting, readings = seconds(lambda: [extract(d) for d in documents_])
    return Run(reading, extracting, scanning, readings)


def peak_memory() -> str:
    """The most memory that this process held, where the system tells."""
    try:
        import resource  # noqa: PLC0415  Windows has no such module
    except ImportError:
        return "not measured on this system"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):,.0f} MB"


def show(runs: list[Run], documents_: list[Document]) -> None:
    """Print the medians."""
    chars = sum(len(d.text) for d in documents_)
    found = sum(len(r.statements) for r in runs[0].readings)
    print(f"{len(documents_)} documents, {chars:,} characters, {found:,} statements, median of {len(runs)}")
    for step in ("read", "extract", "scan"):
        times = [t for r in runs if (t := getattr(r, step)) is not None]
        if times:
            print(f"{step:8} {chars / statistics.median(times):12,.0f} characters a second")
    ratios = [r.extract / r.scan for r in runs if r.scan]
    if ratios:
        ratio = statistics.median(ratios)
        judged = "within" if ratio <= RATIO_WANTED else "above"
        print(f"ratio    {ratio:12.1f} times the bare scan ({judged} the {RATIO_WANTED} wanted)")
    else:
        print("ratio    not measured: ../shared/bench/scan.py is absent")
    print(f"memory   {peak_memory():>12} at most")


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 3 when there is no text to measure on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="texts to measure on")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="one pass over a few texts: shows that the bench works")
    args = parser.parse_args(arguments)
    corpus = SHARED / "corpus"
    folder = args.folder or (corpus if corpus.is_dir() else EXAMPLES)
    paths = readable(documents(folder), SHORT_CHARACTERS if args.short else None)
    if not paths:
        print(f"no readable text below {folder}")
        return 3
    yardstick = script("bench/scan.py")
    scan: Callable[[str], int] | None = yardstick.scan if yardstick else None
    runs = [run(paths, scan) for _ in range(1 if args.short else args.runs)]
    show(runs, [r.document for r in runs[0].readings])
    return 0


if __name__ == "__main__":
    sys.exit(main())
