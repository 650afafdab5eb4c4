"""Characters a second of each peer over a text on standard input, as JSON; a peer that does not run has null.

Run by the peers' own Python: it imports nothing of Lantu.
"""

import json
import sys
import time
from collections.abc import Callable


def recognizers() -> Callable[[str], object]:
    """Microsoft Recognizers-Text, numbers with units, Chinese."""
    from recognizers_number_with_unit import (  # noqa: PLC0415 - may be absent
        Culture,
        recognize_currency,
        recognize_dimension,
    )

    return lambda text: (recognize_dimension(text, Culture.Chinese), recognize_currency(text, Culture.Chinese))


def quantulum() -> Callable[[str], object]:
    """quantulum3: English units, without its classifier."""
    from quantulum3 import parser  # noqa: PLC0415 - may be absent

    parse: Callable[[str], object] = parser.parse
    return parse


PEERS = {"Recognizers-Text": recognizers, "quantulum3": quantulum}


def speed(name: str, lines: list[str]) -> float | None:
    """Characters a second, line by line as its users would; None where it cannot be run."""
    try:
        run = PEERS[name]()
        run(lines[0])
        start = time.perf_counter()
        for line in lines:
            run(line)
        return sum(map(len, lines)) / (time.perf_counter() - start)
    except Exception as error:  # noqa: BLE001 - whatever a peer stumbles over, the others are measured
        print(f"skipped: {name}: {type(error).__name__}: {error}", file=sys.stderr)
        return None


def main() -> None:
    """Measure every peer."""
    lines = [line for line in sys.stdin.read().splitlines() if line.strip()]
    print(json.dumps({name: speed(name, lines) for name in PEERS}))


if __name__ == "__main__":
    main()
