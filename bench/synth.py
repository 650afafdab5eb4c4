"""Drafts in the genre, of invented places, whose figures are consistent to the printed digit.

    python bench/synth.py [--seed N] [--places N] FOLDER

Three meetings of every place in consecutive years, each with a work report, a plan report with tables and a budget report.
Writes the documents and `sites.json`: which figures hang together, by which rule.
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, the checkout is not on the path

from bench import reports
from bench.drafts import Bundle, Pen
from bench.economy import NAMES

SEED = 20261124


def bundle(seed: int = SEED, places: int = len(NAMES)) -> Bundle:
    """The drafts of so many places."""
    pen = Pen()
    sessions = []
    for place_name in NAMES[:places]:
        story = reports.begin(pen, place_name, seed)
        earlier: tuple[str, ...] = ()
        for year in story.place.years():
            reports.write(story, year)
            session = tuple(reports.name(place_name, year, sort) for sort in reports.SORTS)
            sessions.append((session, earlier))
            earlier = session
    return _with_reprints(Bundle(pen.texts, pen.sites(), tuple(sessions)))


def _with_reprints(made: Bundle) -> Bundle:
    """The first work report of every place in a second text, which is checked against the first."""
    texts, sites, sessions = dict(made.texts), list(made.sites), list(made.sessions)
    for drafts, against in made.sessions:
        if not against:
            document = drafts[0]
            again, text, same = reports.reprint(made, document)
            texts[again] = text
            sites += same
            sessions.append(((again,), (document,)))
    return Bundle(texts, tuple(sites), tuple(sessions))


def main(arguments: list[str] | None = None) -> int:
    """Write the drafts into a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--places", type=int, default=len(NAMES))
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    made = bundle(options.seed, options.places)
    options.folder.mkdir(parents=True, exist_ok=True)
    for document, text in made.texts.items():
        (options.folder / document).write_text(text, encoding="utf8", newline="\n")
    sites = json.dumps([asdict(site) for site in made.sites], ensure_ascii=False, indent=0)
    (options.folder / "sites.json").write_text(sites + "\n", encoding="utf8", newline="\n")
    for kind, count in sorted(Counter(site.kind for site in made.sites).items()):
        print(f"{kind:20} {count}")
    print(f"{len(made.texts)} documents, {sum(map(len, made.texts.values()))} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
