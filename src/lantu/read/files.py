"""A path as bytes, within a limit of size."""

import re
from pathlib import Path

from lantu.errors import DamagedFile, EmptyFile, MissingFile, NotAFile, TooLarge

MAX_SIZE = 50_000_000
MAX_CELLS = 500_000  # of all tables of a file together
MAX_FIGURES = 500_000  # numbers of a text, and lines: each that is kept takes some thousand bytes and 0.1 ms
_FIGURE = re.compile(r"[\d〇零一二三四五六七八九十百千万亿]+")


def load(path: Path, max_size: int) -> bytes:
    """The bytes of a file of at most `max_size` bytes; its size is looked at before it is read."""
    try:
        if not path.exists():
            raise MissingFile(f"{path}：没有这个文件；请检查路径", f"{path}: no such file; check the path")
        if not path.is_file():
            raise NotAFile(
                f"{path}：不是文件（可能是文件夹）；请给出其中的文件",
                f"{path}: not a file (a folder?); name the files in it",
            )
        check_size(str(path), path.stat().st_size, max_size)
        return path.read_bytes()
    except OSError as error:
        raise MissingFile(
            f"{path}：无法打开；请检查路径和读取权限", f"{path}: cannot be opened; check the path and its permissions"
        ) from error


def check_size(name: str, size: int, max_size: int) -> None:
    """Refuse what is empty or too large."""
    if size == 0:
        raise empty(name)
    if size > max_size:
        raise TooLarge(
            f"{name}：{size} 字节，超过上限 {max_size}；请拆分文件，或用 --max-size 调高上限",
            f"{name}: {size} bytes, more than the limit of {max_size}; split the file or raise --max-size",
        )


def empty(name: str) -> EmptyFile:
    """The error for a file in which nothing is written."""
    return EmptyFile(
        f"{name}：文件里没有文字；请检查是否选错了文件", f"{name}: holds no text; check that it is the right file"
    )


def check_cells(name: str, cells: int) -> None:
    """Refuse a file whose tables have more than `MAX_CELLS` cells together."""
    if cells > MAX_CELLS:
        raise TooLarge(
            f"{name}：表格单元格超过 {MAX_CELLS:,} 个，未读取；请只保留需要的工作表或行列，或拆分文件",
            f"{name}: its tables have more than {MAX_CELLS:,} cells, not read; keep the sheets and rows that matter, or split it",
        )


def check_figures(name: str, text: str) -> None:
    """Refuse a text with more than `MAX_FIGURES` numbers or lines; one that is too short to have them is not counted."""
    if len(text) < 2 * MAX_FIGURES - 1:
        return
    if sum(1 for _ in _FIGURE.finditer(text)) > MAX_FIGURES or text.count("\n") > MAX_FIGURES:
        raise TooLarge(
            f"{name}：文中数字或行数超过 {MAX_FIGURES:,}，未读取；请拆分文件，或检查文件是否正常",
            f"{name}: more than {MAX_FIGURES:,} numbers or lines, not read; split the file, or check that it is sound",
        )


def encrypted(name: str) -> DamagedFile:
    """The error for a file that a password locks."""
    return DamagedFile(
        f"{name}：文件已加密，无法读取；请在 Office/WPS 中取消密码后另存再试",
        f"{name}: locked by a password, cannot be read; take the password off in Office or WPS, save it and retry",
    )
