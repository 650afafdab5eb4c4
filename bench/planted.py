"""How many planted mistakes the checks find, and what they say of the same drafts without them.

PYTHONPATH=src .venv/bin/python bench/planted.py [--seed 1] [--sites 40]

A draft of bench/synth.py is checked as it is and with one figure changed by more than three times its rounding. A mistake
is caught by a finding of severity likely or error that the draft without it does not have.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import synth

from lantu import pipeline
from lantu.model import Outcome, Severity


def findings(texts: Sequence[str], folder: Path) -> list[Outcome]:
    """What is said of the first text, beside the others."""
    paths = [folder / f"{number}.md" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf8")
    ledger = pipeline.ledger(paths)
    draft = {d.sha256 for d in ledger.documents if d.name == "0.md"}
    return [o for o in pipeline.check(ledger, draft) if o.is_finding and o.severity is not Severity.INFORMATION]


def measured(kind: str, seed: int, number: int) -> tuple[int, int, int, list[str]]:
    """Sites, mistakes caught, findings on drafts without a mistake, and what was missed."""
    caught, false, missed = 0, 0, []
    for site in synth.sites(kind, seed, number):
        with tempfile.TemporaryDirectory() as folder:
            clean = findings(site.with_(site.right), Path(folder))
            planted = findings(site.with_(site.wrong), Path(folder))
        false += len(clean)
        if {o.id for o in planted} - {o.id for o in clean}:
            caught += 1
        else:
            missed.append(f"{site.right} → {site.wrong}: {site.texts[0].split()[-1]}")
    return number, caught, false, missed


def main() -> int:
    """Print a table; exit status 1 where a kind is below 0.95."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--sites", type=int, default=40)
    options = wanted.parse_args()
    low = False
    print(f"{'kind':36}{'sites':>7}{'caught':>8}{'recall':>8}{'false':>7}")
    for kind in synth.KINDS:
        number, caught, false, missed = measured(kind, options.seed, options.sites)
        low = low or caught < 0.95 * number
        print(f"{kind:36}{number:7}{caught:8}{caught / number:8.2f}{false:7}")
        for each in missed:
            print(f"    missed {each}")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
