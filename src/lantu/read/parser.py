"""The parser's process: lays out one file after the other and answers on standard output.

    python -m lantu.read.parser BYTES_OF_MEMORY

A request is a pickle of (function, name, data) and whatever else the function takes. Answers are pickles: ("page", done, total) as often as a reader
likes, then ("laid", what it returns: a Laid, the image of a page), ("error", LantuError) or ("mistake", traceback). Foreign bytes are parsed only here,
so that what they break or swell ends with this process.
"""

import contextlib
import os
import pickle
import sys
import traceback
from importlib import import_module
from typing import IO

from lantu.errors import LantuError, MissingTool, TooLarge
from lantu.read import progress


def main() -> None:
    """Answer requests until standard input ends."""
    _limit(int(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not speak to our parent

    def told(done: int, total: int, _: int) -> None:
        _send(answers, ("page", done, total))

    progress.listen(told)
    with contextlib.suppress(EOFError):
        while True:
            _send(answers, _answer(*pickle.load(sys.stdin.buffer)))  # noqa: S301 - our parent's own words


def _answer(function: str, name: str, data: bytes, *more: object) -> tuple[str, object]:
    module, called = function.split(":")
    try:
        return "laid", getattr(import_module(module), called)(name, data, *more)
    except LantuError as error:
        return "error", error
    except (MemoryError, RecursionError):
        return "error", too_much(name)
    except ModuleNotFoundError as error:
        return "error", MissingTool(
            f"{name}：缺少组件 {error.name}，无法处理；请重新安装 lantu（扫描件另装 lantu[ocr]）",
            f"{name}: the library {error.name} is missing; install lantu again (for scans lantu[ocr])",
        )
    except Exception:  # noqa: BLE001 - Lantu's own mistake: raised again by the parent
        return "mistake", traceback.format_exc()


def too_much(name: str) -> TooLarge:
    """The error for a file that wants more memory than it may have."""
    return TooLarge(
        f"{name}：解析所需内存超过上限，已停止；请拆分文件，或检查文件是否正常",
        f"{name}: parsing it wants more memory than is allowed, stopped; split the file, or check that it is sound",
    )


def _send(answers: IO[bytes], answer: tuple[object, ...]) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such module
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


if __name__ == "__main__":
    main()
