"""What `lantu check` finds of errors planted one at a time, and what it says of texts that nobody changed.

    python bench/planted.py [--short] [--seed N] [--each N] [--source synth example corpus] [--missed] [--false]

Sources: generated drafts (`synth.py`), the example, and `../shared/corpus` where expressions of `found.py` find an identity.
A plant is caught where a finding that the untouched text has not covers the changed number, or one it hangs together with.
Kinds with 20 plants or more are scored, the others are listed. `--missed` lists what was missed, `--false` the findings in
untouched texts that `judgements-check.jsonl` has no verdict on, each by its place. Exit status 1 where a scored kind or the false findings
are not as wanted, but for `--short`.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from bench import found, judged, synth
from bench.drafts import Bundle, Site
from bench.harness import HEAVY, Finding, Harness
from bench.plants import Plant, plant
from tools.shared import EXAMPLES, SHARED

SCORED_FROM = 20
RECALL_WANTED = 95  # of a hundred
FALSE_WANTED = Fraction(2, 10)  # likely or error, per 10,000 characters
SOURCES = ("synth", "example", "corpus")
ALONE = "no redundancy"


@dataclass(frozen=True, slots=True)
class Tried:
    """A plant and what was found of it."""

    source: str
    plant: Plant
    findings: frozenset[Finding]


def bundles(wanted: Sequence[str], seed: int, *, short: bool) -> dict[str, Bundle]:
    """The clean documents of each source that is there."""
    made: dict[str, Bundle] = {}
    if "synth" in wanted:
        made["synth"] = synth.bundle(seed, places=2) if short else synth.bundle(seed)
    if "example" in wanted:
        example = found.bundle(sorted(p for p in EXAMPLES.glob("*/*.*") if p.stem != "README"))
        made["example"] = replace(example, sessions=((tuple(example.texts), ()),))
    if "corpus" in wanted and not short and (SHARED / "corpus").is_dir():
        made["corpus"] = found.bundle(sorted((SHARED / "corpus").rglob("*.txt")))
    return made


def drawn(bundle: Bundle, each: int, draw: random.Random) -> list[Plant]:
    """At most so many plants of each kind; a draft is changed, not the documents it is checked against."""
    by_kind: dict[str, list[Site]] = {}
    for site in bundle.sites:
        by_kind.setdefault(site.kind, []).append(site)
    plants = []
    for _, sites in sorted(by_kind.items()):
        draw.shuffle(sites)
        tries = (plant(site, draw, bundle.session(site.figures[0].document)[0]) for site in sites)
        plants += [one for one, _ in zip((p for p in tries if p), range(each), strict=False)]
    return plants


def tried(source: str, bundle: Bundle, plants: Iterable[Plant], harness: Harness) -> list[Tried]:
    """Plant each and check."""
    return [Tried(source, one, harness.catches(one, bundle.session(one.document), bundle.texts)) for one in plants]


def show_sites(made: Mapping[str, Bundle]) -> None:
    """How many sites there are of each kind."""
    for source, bundle in made.items():
        said = ", ".join(f"{kind} {n}" for kind, n in sorted(Counter(s.kind for s in bundle.sites).items()))
        print(f"sites, {source}: {said or 'none'}")


def show_recall(all_: Sequence[Tried], label: str) -> list[str]:
    """Caught and missed by kind, then by what was changed; the kinds that are scored and below what is wanted."""
    print(f"\n{label}")
    print(f"{'':28}{'planted':>8}{'caught':>8}{'missed':>8}{'recall':>9}   of these only as information")
    for title, key in (("by kind of site", _kind), ("by change", _change)):
        print(f"– {title}")
        for name in sorted({key(t) for t in all_}):
            _row(name, [t for t in all_ if key(t) == name])
    return [name for name in sorted({_kind(t) for t in all_}) if _is_below([t for t in all_ if _kind(t) == name])]


def _is_below(some: Sequence[Tried]) -> bool:
    caught = sum(bool(t.findings) for t in some)
    return len(some) >= SCORED_FROM and caught * 100 < RECALL_WANTED * len(some)


def _kind(one: Tried) -> str:
    return f"{one.source}: {one.plant.site.kind}"


def _change(one: Tried) -> str:
    return one.plant.change


def _row(name: str, some: Sequence[Tried]) -> None:
    caught = [t for t in some if t.findings]
    light = sum(not any(f.severity in HEAVY for f in t.findings) for t in caught)
    recall = f"{len(caught) * 100 / len(some):.0f} %"
    mark = "" if len(some) < SCORED_FROM else "  below" if _is_below(some) else "  ok"
    shown = recall if len(some) >= SCORED_FROM else f"({recall})"
    print(f"{name:28}{len(some):8}{len(caught):8}{len(some) - len(caught):8}{shown:>9}{light:6}{mark}")


def show_false(made: Mapping[str, Bundle], harness: Harness, *, listed: bool) -> list[str]:
    """What is said of the untouched texts: all but what a reader judged right counts as false; the sources with too many."""
    print(
        f"\nfindings in untouched texts, likely or error, per 10,000 characters (wanted: at most {float(FALSE_WANTED)})"
    )
    known, above = judged.verdicts(), []
    for source, bundle in made.items():
        heavy = [f for s in bundle.sessions for f in harness.clean(s, bundle.texts) if f.severity in HEAVY]
        characters = sum(len(bundle.texts[name]) for drafts, _ in bundle.sessions for name in drafts)
        verdicts = judged.counted(heavy, known)
        false = len(heavy) - verdicts["right"]
        said = ", ".join(f"{verdict} {n}" for verdict, n in verdicts.items() if n)
        by_check = ", ".join(f"{check} {n}" for check, n in sorted(Counter(f.check for f in heavy).items()))
        rate = Fraction(false * 10000, max(characters, 1))
        above += [f"false findings, {source}"] if rate > FALSE_WANTED else []
        shown = f"{float(rate):.3f}   of {len(heavy)} ({said or 'none'})"
        print(f"{source:10}{false:5} in {characters} = {shown}: {by_check or 'nothing'}")
        for one in sorted(heavy, key=lambda f: (f.check, f.spans)) if listed else ():
            if judged.key(one) not in known:
                print(judged.blank(one))
    return above


def show_missed(all_: Iterable[Tried]) -> None:
    """Where each missed error lies."""
    print("\nmissed")
    for one in all_:
        if not one.findings:
            p = one.plant
            print(f"    {_kind(one)} | {p.change} | {p.document}:{p.start}-{p.end} → {p.text}")


def main(arguments: list[str] | None = None) -> int:
    """Plant, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--short", action="store_true", help="two places, the example, two plants of each kind: that it works"
    )
    parser.add_argument("--seed", type=int, default=synth.SEED)
    parser.add_argument("--each", type=int, default=40, help="plants of each kind and source")
    parser.add_argument("--source", nargs="+", choices=SOURCES, default=list(SOURCES))
    parser.add_argument("--missed", action="store_true", help="list every missed error")
    parser.add_argument("--false", action="store_true", help="list what nobody has judged yet, as lines to fill in")
    options = parser.parse_args(arguments)
    made = bundles(options.source, options.seed, short=options.short)
    show_sites(made)
    harness, draw = Harness(), random.Random(options.seed)
    each = 2 if options.short else options.each
    all_ = [t for source, bundle in made.items() for t in tried(source, bundle, drawn(bundle, each, draw), harness)]
    missing = show_recall([t for t in all_ if t.plant.site.kind != ALONE], "errors in figures that hang together")
    show_recall([t for t in all_ if t.plant.site.kind == ALONE], "errors in figures that nothing else bears out")
    missing += show_false(made, harness, listed=options.false)
    if options.missed:
        show_missed(all_)
    if missing:
        print(f"\nnot as wanted: {', '.join(missing)}")
    return int(bool(missing) and not options.short)  # the short form only shows that it works


if __name__ == "__main__":
    sys.exit(main())
