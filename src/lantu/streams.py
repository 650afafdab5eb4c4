"""Where the command writes: the terminal, or a file that was named."""

import io
import sys
from pathlib import Path

from lantu.report.files import write_all

_MACHINE = frozenset({"json", "jsonl", "csv", "sarif", "html"})


def prepare(format_: str) -> None:
    """Machine-readable output is UTF-8 everywhere; text shows what the terminal can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            machine = format_ in _MACHINE and stream is sys.stdout
            stream.reconfigure(encoding="utf-8" if machine else stream.encoding, errors="replace")


def put(text: str, output: Path | None, *, force: bool) -> None:
    """Into the file that was named, else on the terminal. Raises OutputExists."""
    if output:
        write_all(output.parent, {output.name: text.encode()}, force=force)
    else:
        sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
