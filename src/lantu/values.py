"""What is typed after an option, as a value; a mistake is told as one of use."""

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lantu.errors import BadRequest


def day(text: str) -> date:
    """A day as 2023-12-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}：日期写作 2023-12-31 · write the date as 2023-12-31") from None


def size(text: str) -> int:
    """A number of bytes."""
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text}：应为正整数字节数 · a positive number of bytes")
    return int(text)


def port(text: str) -> int:
    """A port that a user's program may listen on."""
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text}：端口是 1024 到 65535 的整数 · a port is a number from 1024 to 65535")
    return int(text)


def apart(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raises BadRequest for an output that would take the place of a document that is read."""
    if output and output.resolve() in {path.resolve() for path in inputs}:
        raise BadRequest(
            f"{output} 是要读的文件，不能同时作输出。用 --output 换一个文件名。",
            f"{output} is one of the files to be read. Choose another name with --output.",
        )


def want_files(options: argparse.Namespace) -> None:
    """Raise BadRequest where a verb for files has none, and needs some."""
    if getattr(options, "again", False) and options.files:
        raise BadRequest(
            "--again 重新读取台账中已有的全部文件，不再另写文件；新文件请另行导入。",
            "--again reads the documents of the ledger anew and takes no files: import new ones by a command of their own.",
        )
    without = getattr(options, "explain", None) or getattr(options, "again", False)
    if "files" in options and not options.files and not without:
        raise BadRequest(
            "没有给出文件：请在命令后写上要读的文件，如 lantu extract 报告.docx；各命令的用法见 --help。",
            "No file was given: name the files to read behind the verb, as in lantu extract report.docx; --help tells the rest.",
        )
