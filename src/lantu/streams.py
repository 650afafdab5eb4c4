"""Where the command writes: the terminal, or a file that was named."""

import io
import sys
from pathlib import Path

from lantu.report.files import write_all

_MACHINE = frozenset({"json", "jsonl", "csv", "sarif", "html"})

_EVERY = 20  # seconds between lines of progress where they stay


class Waiting:
    """What is being done, on the terminal: each line takes the place of the one before.

    Where the output is kept (a log, a pipe) a line now and then, for a file that takes long.
    """

    def __init__(self) -> None:
        self.file = ""
        self._said = 0

    def begin(self, file: str) -> None:
        """Name the file whose pages will be told."""
        self.file = file
        self._said = 0

    def show(self, line: str) -> None:
        """Show a line on a terminal; an empty one takes the last away."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()

    def pages(self, done: int, total: int, seconds: int) -> None:
        """Show how many pages of the file are done, `seconds` after it was begun."""
        line = f"{self.file} {done}/{total} 页 · pages".lstrip()
        self.show(line)
        if not sys.stderr.isatty() and seconds >= self._said + _EVERY:
            self._said = seconds
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


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
