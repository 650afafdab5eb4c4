"""A PDF by the second parser, for what its pages draw: their text, which costs most of the time, is passed over."""

import io

import pdfplumber
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF


class _Drawings(PDFPageAggregatorWithMarkedContent):
    """What a page draws; its characters are known from the first parser."""

    def render_string(self, *_: object, **__: object) -> None:
        """A string of text: nothing drawn."""


def opened(data: bytes) -> PDF:
    """The file."""
    return pdfplumber.open(io.BytesIO(data))


def page_of(pdf: PDF, number: int) -> Page:
    """A page (counted from 0) with its lines, boxes and curves, and without its text."""
    page: Page = pdf.pages[number]
    device = _Drawings(pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    PDFPageInterpreter(pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()  # noqa: SLF001 - where the page keeps what it would parse with its text
    return page
