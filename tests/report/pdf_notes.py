"""What PDFium reads back of a PDF: its text and the notes on it."""

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

_WITH_TEXT = frozenset({raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_TEXT})


class Noted(NamedTuple):
    """A note: what it says, by whom, the text under it, and where it is (left, top, right, bottom)."""

    text: str
    author: str
    under: str
    at: tuple[float, float, float, float]


def notes(data: bytes) -> tuple[str, list[Noted]]:
    """The text of all pages, and the notes on them."""
    texts, found = [], []
    document = pdfium.PdfDocument(data)
    for page in document:
        printed = page.get_textpage()
        texts.append(printed.get_text_bounded())
        for i in range(raw.FPDFPage_GetAnnotCount(page)):
            note = raw.FPDFPage_GetAnnot(page, i)
            if raw.FPDFAnnot_GetSubtype(note) in _WITH_TEXT:
                found.append(Noted(_said(note, b"Contents"), _said(note, b"T"), _under(printed, note), _at(note)))
    document.close()
    return "\n".join(texts), found


def _said(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    held = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(note, key, held, size)
    return bytes(held).decode("utf-16-le").rstrip("\0")


def _at(note: raw.FPDF_ANNOTATION) -> tuple[float, float, float, float]:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, ctypes.byref(rect))
    return rect.left, rect.top, rect.right, rect.bottom


def _under(printed: pdfium.PdfTextPage, note: raw.FPDF_ANNOTATION) -> str:
    corners = raw.FS_QUADPOINTSF()
    said = []
    for i in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        raw.FPDFAnnot_GetAttachmentPoints(note, i, ctypes.byref(corners))
        xs, ys = (corners.x1, corners.x2, corners.x3, corners.x4), (corners.y1, corners.y2, corners.y3, corners.y4)
        said.append(printed.get_text_bounded(min(xs) + 0.5, min(ys) + 0.5, max(xs) - 0.5, max(ys) - 0.5))
    return "".join(said)
