"""Writes the list of files in docs/flow.md from the first line of each module.

python tools/flow.py
"""

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "src" / "lantu"
FLOW = CHECKOUT / "docs" / "flow.md"
BEGIN = "<!-- from here on written by `make docs` -->\n"
# From the door to the ground, as a reader meets them.
ORDER = (
    "__main__.py",
    "cli.py",
    "web",
    "store",
    "pipeline",
    "read",
    "extract",
    "link",
    "check",
    "evaluate",
    "report",
    "formulas.py",
    "registers",
    "model",
    "errors.py",
)


def first_line(module: Path) -> str:
    """What a module says of itself."""
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf8")))
    assert said, f"{module} has no docstring"
    return said.splitlines()[0].replace("|", "\\|")


def layer(module: Path) -> str:
    """The folder, or the file beside the folders, that a module belongs to."""
    return module.relative_to(PACKAGE).parts[0]


def tables() -> Iterator[str]:
    """A table for each layer; the layer's own line is the heading's text."""
    modules = sorted((m for m in PACKAGE.rglob("*.py") if m.parent != PACKAGE or m.name in ORDER), key=order)
    for name, members in groupby(modules, layer):
        yield f"\n### {name.removesuffix('.py')}\n\n"
        files = list(members)
        yield first_line(files[0]) + "\n"
        if len(files) > 1:
            yield "\n| File | What it holds |\n| --- | --- |\n"
        for module in files[1:]:
            yield f"| `{module.relative_to(PACKAGE).as_posix()}` | {first_line(module)} |\n"


def order(module: Path) -> tuple[int, bool, str]:
    """Layers in the order of the flow; in each, what it says of itself first, then its files by name."""
    return ORDER.index(layer(module)), module.name != "__init__.py", module.as_posix()


def flow() -> str:
    """docs/flow.md as it should be: what people wrote above the mark, and the files below it."""
    written = FLOW.read_text(encoding="utf8").partition(BEGIN)[0]
    return written + BEGIN + "".join(tables())


def main() -> int:
    """Rewrite the file."""
    FLOW.write_text(flow(), encoding="utf8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
