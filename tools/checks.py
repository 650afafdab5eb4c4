"""Writes docs/checks.md from the docstrings of the checks.

python tools/checks.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from lantu.check import CHECKS
from lantu.check.explaining import parts

CHECKED = Path(__file__).resolve().parent.parent / "docs" / "checks.md"
HEAD = """# Checks

What `lantu check` looks for. Written by `make docs` from the files of `src/lantu/check`; `lantu check --explain N2` says the same.
Severity: error 错误, likely 疑似, information 提示; a check says where a finding of its own weighs less.

| | 名称 | Name | Severity | Version |
| --- | --- | --- | --- | --- |
"""


def checks() -> str:
    """The page as it should be."""
    rows = (f"| {one.id} | {one.zh} | {one.en} | {one.severity} | {one.version} |\n" for one in CHECKS)
    return HEAD + "".join(rows) + "".join(sections())


def sections() -> Iterator[str]:
    """Each check with its rule in both languages."""
    for one in CHECKS:
        zh, en = parts(one)
        yield f"\n## {one.id} {one.zh}: {one.en}\n\n{en}\n\n" + zh.replace("\n", "\n\n") + "\n"


def main() -> int:
    """Rewrite the file."""
    CHECKED.write_text(checks(), encoding="utf8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
