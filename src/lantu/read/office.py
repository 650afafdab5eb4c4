"""Old office formats (DOC, WPS, RTF, XLS) converted by LibreOffice where it is installed, then read as the new ones."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from lantu.errors import DamagedFile, MissingTool, TooLarge
from lantu.read import workbook
from lantu.read.laid import Laid

SECONDS = 120  # that a conversion may take
_PROGRAMS = ("soffice", "libreoffice")
# By name, for left to itself LibreOffice takes a damaged file for a plain text and shows its bytes.
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "xls": "MS Excel 97"}


def lay_doc(name: str, data: bytes) -> Laid:
    """A DOC or WPS document."""
    return _document(name, data, "doc")


def lay_rtf(name: str, data: bytes) -> Laid:
    """An RTF document."""
    return _document(name, data, "rtf")


def lay_xls(name: str, data: bytes) -> Laid:
    """An old XLS workbook; through XLSX, since only so each number keeps the digits that its cell shows."""
    return workbook.lay(name, converted(name, data, "xls", "xlsx"))


def converted(name: str, data: bytes, old: str, new: str) -> bytes:
    """The bytes of a file in the format `new`. Raises MissingTool, DamagedFile or TooLarge."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingTool(
            f"{name}：是 {old.upper()} 文件，要用 LibreOffice 转换，而本机没有安装；请安装 LibreOffice，或用 Office/WPS 另存为 .{new}",
            f"{name}: a {old.upper()} file, which LibreOffice converts, and it is not installed; install LibreOffice or save as .{new}",
        )
    with tempfile.TemporaryDirectory(prefix="lantu-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / f"in.{old}").write_bytes(data)
        (home / "out").mkdir()
        # a profile of its own: one that is open elsewhere would refuse; macros of the file never run headless
        command = [
            program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
            f"--infilter={_FILTERS[old]}", "--convert-to", new, "--outdir", str(home / "out"), str(home / f"in.{old}"),
        ]  # fmt: skip
        _run(name, command)
        made = home / "out" / f"in.{new}"
        if not made.is_file():
            raise DamagedFile(
                f"{name}：LibreOffice 无法打开，文件可能已损坏或加密；请用 Office/WPS 另存为 .{new}",
                f"{name}: LibreOffice cannot open it, it may be damaged or locked; save it as .{new} in Office or WPS",
            )
        return made.read_bytes()


def _run(name: str, command: list[str]) -> None:
    process = subprocess.Popen(  # noqa: S603 - the program that was found, on files of ours
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise TooLarge(
            f"{name}：LibreOffice 转换超过 {SECONDS} 秒，已停止；请用 Office/WPS 另存为新格式",
            f"{name}: LibreOffice took more than {SECONDS} seconds, stopped; save it in the new format in Office or WPS",
        ) from None
    finally:
        if process.poll() is None:
            if sys.platform != "win32":
                os.killpg(process.pid, signal.SIGKILL)  # soffice is a script: the program is its child
            process.kill()
            process.wait()


def _document(name: str, data: bytes, old: str) -> Laid:
    new = converted(name, data, old, "docx")
    try:
        lay = import_module("lantu.read.docx").lay
    except ModuleNotFoundError:
        raise MissingTool(f"{name}：本版不读 Word 文档", f"{name}: this version reads no Word documents") from None
    found = lay(name, new)
    assert isinstance(found, Laid), "a reader's answer"
    return found
