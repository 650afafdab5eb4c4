"""A PDF with its findings as highlights with notes: the file's own bytes stay, the notes are added behind them."""

import ctypes
import hashlib
import io
import re
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from lantu.model import Box
from lantu.report.marks import AUTHOR, Mark

_COLOUR = (255, 214, 0, 120)  # red, green, blue, how opaque
_ID = re.compile(rb"/ID\s*\[\s*(<[0-9A-Fa-f]*>)\s*<([0-9A-Fa-f]{32})>\s*\]")


def annotated(data: bytes, wanted: Sequence[tuple[Mark, tuple[Box, ...]]], date: str | None) -> bytes:
    """The file with each mark as an annotation on its boxes, dated `date` (ISO) or not at all."""
    document = pdfium.PdfDocument(data)
    try:
        for number in sorted({box.page for _, boxes in wanted for box in boxes}):
            page = document[number - 1]
            for mark, boxes in wanted:
                here = [box for box in boxes if box.page == number]
                if here:
                    _annotate(page, mark, here, date)
            page.close()
        out = io.BytesIO()
        document.save(out, flags=raw.FPDF_INCREMENTAL)
    finally:
        document.close()
    return _without_chance(data, out.getvalue())


def _annotate(page: pdfium.PdfPage, mark: Mark, boxes: Iterable[Box], date: str | None) -> None:
    note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    rects = [_own(page, box) for box in boxes]
    for left, bottom, right, top in rects:
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(note, ctypes.byref(corners))
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    around = raw.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms))
    raw.FPDFAnnot_SetRect(note, ctypes.byref(around))
    raw.FPDFAnnot_SetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *_COLOUR)
    raw.FPDFAnnot_SetFlags(note, raw.FPDF_ANNOT_FLAG_PRINT)
    said = {"T": AUTHOR, "Contents": "\n".join(mark.lines)}
    if date:
        said["M"] = f"D:{date.replace('-', '')}000000Z"
    for key, text in said.items():
        encoded = (text + "\0").encode("utf-16-le")
        wide = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
        raw.FPDFAnnot_SetStringValue(note, key.encode(), wide)
    raw.FPDFPage_CloseAnnot(note)


def _own(page: pdfium.PdfPage, box: Box) -> tuple[float, float, float, float]:
    """A box on the page as shown in the page's own coordinates: left, bottom, right, top."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    if turn == 90:
        return box.top + left, box.left + bottom, box.bottom + left, box.right + bottom
    if turn == 180:
        return right - box.right, box.top + bottom, right - box.left, box.bottom + bottom
    if turn == 270:
        return right - box.bottom, top - box.right, right - box.top, top - box.left
    return box.left + left, top - box.bottom, box.right + left, top - box.top


def _without_chance(before: bytes, after: bytes) -> bytes:
    """The file with its second identifier, which the library draws by chance, made from what the file holds."""
    tail = after.removeprefix(before)
    found = list(_ID.finditer(tail))
    if not found:
        return after
    last, offset = found[-1], len(after) - len(tail)
    made = hashlib.sha256(after[: offset + last.start()]).hexdigest()[:32].encode()
    changed = tail[: last.start(2)] + made + tail[last.end(2) :]
    if b"/ID" not in before:  # the first one is by chance as well
        changed = changed[: last.start(1)] + b"<" + made + b">" + changed[last.end(1) :]
    return after[:offset] + changed
