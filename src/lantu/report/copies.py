"""The documents that were checked, as files of their own with each finding on its number."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lantu.errors import BadRequest, UnknownFormat
from lantu.model import Document, Stretch
from lantu.report.marks import Mark

Locate = Callable[[Document, bytes, Sequence[tuple[int, int]]], Sequence[Stretch | None]]


def marked(document: Document, data: bytes, wanted: Sequence[Mark], locate: Locate) -> bytes:
    """A Word file with comments or a PDF with annotations; see `suits`. Without marks it is the file as it was."""
    if not wanted:
        return data
    date = document.front.date if len(document.front.date or "") == len("2023-01-31") else None
    if document.format == "docx":
        from lantu.report.word_comments import commented  # noqa: PLC0415 - a table of findings does without

        places = locate(document, data, [(mark.start, mark.end) for mark in wanted])
        return commented(data, [(m, at) for m, at in zip(wanted, places, strict=True) if at is not None], date)
    from lantu.report.pdf_marks import annotated  # noqa: PLC0415 - see above

    return annotated(data, [(mark, document.boxes(mark.start, mark.end)) for mark in wanted], date)


def is_signed(format_: str, data: bytes) -> bool:
    """Whether a file bears a digital signature, which does not hold for a copy with notes."""
    if format_ == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("_xmlsignatures/") for name in archive.namelist())
    return b"/ByteRange" in data


def suits(document: Document, format_: str) -> None:
    """Raises UnknownFormat where the document is no file of that format."""
    if document.format != format_:
        other = {"docx": "Word", "pdf": "PDF"}[format_]
        raise UnknownFormat(
            f"{document.name}：是 {document.format.upper()} 文件，不是 {format_.upper()}，不能在其中加批注；请另存为 .{format_}，或改用 --format table",
            f"{document.name}: a {document.format.upper()} file and no {other} file, takes no notes; save it as .{format_}, or use --format table",
        )


def targets(sources: Iterable[Path], output: Path, format_: str, inputs: Iterable[Path]) -> tuple[Path, ...]:
    """Where each marked file goes: `output` itself where it is a file name for one file, else a name in that folder.

    Raises BadRequest where one would take the place of a file that is read, or of another.
    """
    named = list(sources)
    one_file = output.suffix.lower() == f".{format_}" and not output.is_dir()
    if one_file and len(named) > 1:
        raise BadRequest(
            f"{output} 是一个文件名，而要写的有 {len(named)} 个文件。--output 给一个文件夹。",
            f"{output} names one file and there are {len(named)} to write. Give a folder with --output.",
        )
    found = (output,) if one_file else tuple(output / path.name for path in named)
    twice = [path for path, times in Counter(found).items() if times > 1]
    read = {path.resolve() for path in inputs}
    taken = [path for path in found if path.resolve() in read]
    if twice or taken:
        path = (twice or taken)[0]
        raise BadRequest(
            f"{path} 不能作输出：{'有两个同名文件' if twice else '它是要读的文件，原文件不改动'}。用 --output 换一处，或分次运行。",
            f"{path} cannot be an output: {'two files have that name' if twice else 'it is a file that is read, and no input is changed'}. "
            "Choose another place with --output, or run once for each.",
        )
    return found
