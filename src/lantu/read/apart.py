"""Laying out a file in a process of its own, with bounds on time and memory.

The process is started when first needed and kept for the next file; one that breaks down, swells or falls
silent is ended with all that it started, and the next file gets a new one.
"""

import atexit
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from typing import IO

from lantu.errors import BadRequest, DamagedFile, LantuError, TooLarge
from lantu.read import progress
from lantu.read.formats import Reader
from lantu.read.laid import Laid

MEMORY = 4 << 30  # bytes that a parser may take
LONGEST = 1800.0  # seconds that one file may take in all
_DRAWING = 1 << 30  # bytes that drawing a page may take …
_DRAWN = 20.0  # … and seconds
_PICTURES = {
    "pdf": Reader("lantu.read.picturing:of_pdf", _DRAWN),
    **dict.fromkeys(("png", "jpeg", "tiff"), Reader("lantu.read.picturing:of_image", _DRAWN)),
}
_Answer = tuple[str, object] | tuple[str, int, int]


class ParserError(RuntimeError):
    """A mistake in a format's reader: its traceback from the other process."""


class _Silent(Exception):
    """No answer in time; how many pages of how many were done."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(done, total)
        self.done = done
        self.total = total


class _Broken(Exception):
    """The process ended without an answer."""


class _Parser:
    """The process, and a thread that listens to it."""

    def __init__(self, memory: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own Python and module
            [sys.executable, "-m", "lantu.read.parser", str(memory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        self._answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()
        assert self._process.stdout is not None, "asked for"
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()

    def ask(self, reader: Reader, name: str, data: bytes, longest: float, *more: object) -> tuple[str, object]:
        """The last answer about a file; what is told of its pages is passed on. `more`: what else the reader is told."""
        assert self._process.stdin is not None, "asked for"
        begun = time.monotonic()
        until = begun + longest
        try:
            pickle.dump((reader.function, name, data, *more), self._process.stdin)
            self._process.stdin.flush()
        except OSError as error:
            raise _Broken from error
        done = total = 0
        while True:
            try:
                answer = self._answers.get(timeout=max(0.0, min(reader.seconds, until - time.monotonic())))
            except queue.Empty:
                raise _Silent(done, total) from None
            if answer is None:
                raise _Broken
            if len(answer) == 2:
                return answer
            done, total = answer[1], answer[2]
            progress.tell(done, total, int(time.monotonic() - begun))

    def stop(self) -> None:
        """End the process with everything that it started."""
        if self._process.poll() is None:
            if sys.platform != "win32":
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()


def _listen(stream: IO[bytes], answers: "queue.SimpleQueue[_Answer | None]") -> None:
    """Pass on each answer; None when the process has ended, however it did."""
    try:
        while True:
            answers.put(pickle.load(stream))  # noqa: S301 - our own parser's words
    except (EOFError, pickle.UnpicklingError, OSError, ValueError):
        answers.put(None)
    finally:
        stream.close()


class _Line:
    """One process at a time, and who waits for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.idle: list[_Parser] = []

    def ask(self, reader: Reader, name: str, data: bytes, memory: int, longest: float, *more: object) -> object:
        """What the reader makes of a file; raises as `lay`."""
        with self.lock:
            parser = self.idle.pop() if self.idle else _Parser(memory)
            sound = False
            try:
                what, answer = parser.ask(reader, name, data, longest, *more)
                sound = what == "laid" or not isinstance(answer, TooLarge)
            except _Silent as silent:
                raise _too_long(name, silent.done, silent.total) from None
            except _Broken:
                raise _broke(name) from None
            finally:
                if sound:
                    self.idle.append(parser)
                else:
                    parser.stop()
        if isinstance(answer, LantuError):
            raise answer
        return answer


_reading, _drawing = _Line(), _Line()  # who looks at a page does not wait for a file that is being read


def lay(reader: Reader, name: str, data: bytes, *, memory: int = MEMORY, longest: float = LONGEST) -> Laid:
    """What `reader` makes of the bytes of the file `name`.

    Raises the reader's own LantuError, TooLarge past the bounds of time or memory, DamagedFile where the parser
    broke down, ParserError for a mistake in the reader.
    """
    answer = _reading.ask(reader, name, data, memory, longest)
    if not isinstance(answer, Laid):
        raise ParserError(answer)
    return answer


def draw(format_: str, name: str, data: bytes, page: int) -> bytes:
    """The image of a page (from 1) as PNG; raises as `lay`, and BadRequest where there is no such page."""
    if format_ not in _PICTURES:
        raise BadRequest(f"{name}：这种格式没有版面页。", f"{name}: files of this format have no pages.")
    answer = _drawing.ask(_PICTURES[format_], name, data, _DRAWING, _DRAWN, page)
    if not isinstance(answer, bytes):
        raise ParserError(answer)
    return answer


def _too_long(name: str, done: int, total: int) -> TooLarge:
    zh = f"（已读 {done} 页，共 {total} 页，未采用）" if total else ""
    en = f" after page {done} of {total}, none of it used" if total else ""
    return TooLarge(
        f"{name}：解析超时，已停止{zh}；请拆分文件，或检查文件是否正常",
        f"{name}: parsing it takes too long, stopped{en}; split the file, or check that it is sound",
    )


def _broke(name: str) -> DamagedFile:
    return DamagedFile(
        f"{name}：解析时程序中断，文件可能已损坏或过大；请重新导出或另存后再试",
        f"{name}: the parser broke down on it, the file may be damaged or too large; export it again and retry",
    )


@atexit.register
def stop() -> None:
    """End the idle processes."""
    for line in (_reading, _drawing):
        while line.idle:
            line.idle.pop().stop()
