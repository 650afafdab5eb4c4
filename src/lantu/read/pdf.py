"""PDF as text: the text layer with the place of each character, ruled tables; pages without one are recognised.

Bounds: 5,000 pages; of a page 200,000 characters and, for tables, 5,000 drawn paths.
"""

from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs

from lantu.errors import DamagedFile, MissingTool, TooLarge
from lantu.read import ocr, progress
from lantu.read.drawing import MANY_PATHS, drawing
from lantu.read.laid import Laid
from lantu.read.pdfchars import Char, chars, runs
from lantu.read.pdftables import Drawn, Frames
from lantu.read.printed import laid
from lantu.read.runs import CellRuns, RuledTable, Sheet
from lantu.read.unmapped import masked, recovered, unreadable

MOST_PAGES = 5000
_DPI = 200
_LARGEST = 5000  # pixels of a side of the image to recognise
_COVERS = 0.6  # share of the page that the image of a scan covers


def lay(name: str, data: bytes) -> Laid:
    """The text of a PDF, its tables, and where each character is printed."""
    document = opened(name, data)
    try:
        return laid(name, _sheets(name, data, document))
    finally:
        document.close()


def opened(name: str, data: bytes) -> pdfium.PdfDocument:
    """A PDF of at most `MOST_PAGES` pages. Raises DamagedFile and TooLarge."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except Exception as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise DamagedFile(
                f"{name}：PDF 已加密；请去除密码后再试", f"{name}: encrypted, remove the password and retry"
            ) from error
        raise _damaged(name) from error
    if count > MOST_PAGES:
        raise TooLarge(
            f"{name}：共 {count} 页，超过 {MOST_PAGES} 页的上限；请拆分文件",
            f"{name}: {count} pages, more than the limit of {MOST_PAGES}; split the file",
        )
    if not count:
        raise _damaged(name)
    return document


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(
        f"{name}：PDF 已损坏，无法打开；请重新下载或导出",
        f"{name}: damaged PDF, cannot be opened; get or export it again",
    )


def _sheets(name: str, data: bytes, document: pdfium.PdfDocument) -> list[Sheet]:
    total = len(document)
    found: list[Sheet | None] = []
    frames = Frames(data)
    try:
        for i in range(total):
            page = _page(name, document, i)
            found.append(_sheet(name, page, i, frames))
            page.close()
            progress.tell(i + 1, total)
        images = [i for i, sheet in enumerate(found) if sheet is None]
        if images and not ocr.installed():
            raise MissingTool(
                f"{name}：{total} 页中有 {len(images)} 页没有可用的文字（扫描图像），需要文字识别；"
                '请先安装：pip install "lantu[ocr]"',
                f"{name}: {len(images)} of {total} pages hold no usable text (images) and want character recognition; "
                'install it: pip install "lantu[ocr]"',
            )
        if ocr.installed():
            for i in [i for i, sheet in enumerate(found) if sheet is None or sheet.unmapped]:
                seen = _recognised(name, document, i)
                found[i] = seen if found[i] is None else _mended(name, document, i, frames, seen)
                progress.tell(i + 1, total)
    finally:
        frames.close()
    return [sheet for sheet in found if sheet is not None]


def _mended(name: str, document: pdfium.PdfDocument, i: int, frames: Frames, seen: Sheet) -> Sheet | None:
    """A page of whose characters some were recognised."""
    page = _page(name, document, i)
    try:
        return _sheet(name, page, i, frames, seen)
    finally:
        page.close()


def _page(name: str, document: pdfium.PdfDocument, i: int) -> pdfium.PdfPage:
    try:
        return document[i]
    except Exception as error:
        raise DamagedFile(
            f"{name}：第 {i + 1} 页已损坏；请重新下载或导出", f"{name}: page {i + 1} is damaged; get or export it again"
        ) from error


def _sheet(name: str, page: pdfium.PdfPage, i: int, frames: Frames, seen: Sheet | None = None) -> Sheet | None:
    """The page as its text layer has it; None where it must be recognised. `seen`: what recognition makes of it."""
    try:
        width, height = page.get_size()
        found, turns = chars(page)
        drawn = drawing(page, turns)
    except Exception as error:
        raise DamagedFile(
            f"{name}：第 {i + 1} 页已损坏；请重新下载或导出", f"{name}: page {i + 1} is damaged; get or export it again"
        ) from error
    if unreadable(found) or (drawn.covered > _COVERS and sum(not char.blank for char in found) < 20):
        return None
    found, unmapped = masked(found)
    if seen is not None:
        found, unmapped = recovered(found, seen)
    ruled = [] if not drawn.cells else frames.of(i, turns) if drawn.paths <= MANY_PATHS else None
    tables, rest = _filled(ruled or [], found)
    if turns % 2:
        width, height = height, width
    return Sheet(
        i + 1, width, height, tuple(runs(rest)), tuple(tables),
        unmapped=unmapped, unparsed=ruled is None, turns=turns, rules=drawn.rules,
    )  # fmt: skip


def _filled(drawn: Sequence[Drawn], found: Sequence[Char]) -> tuple[list[RuledTable], list[Char]]:
    """Drawn tables with the characters in their cells, and the characters outside."""
    tables: list[RuledTable] = []
    rest = list(found)
    for table in drawn:
        inside: dict[int, list[Char]] = {}
        outside: list[Char] = []
        for char in rest:
            at = table.cell_at(char.left + char.width / 2, (char.top + char.bottom) / 2)
            (outside if at is None else inside.setdefault(at, [])).append(char)
        if not inside:
            continue
        rest = outside
        cells = [
            CellRuns(*place, tuple(runs(inside.get(k, []))), box[2] - box[0])
            for k, (place, box) in enumerate(zip(table.places, table.boxes, strict=True))
        ]
        tables.append(RuledTable(*table.frame, tuple(cells)))
    return tables, rest


def _recognised(name: str, document: pdfium.PdfDocument, i: int) -> Sheet:
    page = _page(name, document, i)
    width, height = page.get_size()
    try:
        scale = min(_DPI / 72, _LARGEST / max(width, height, 1))
        image: Any = page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
    except Exception as error:
        raise _damaged(name) from error
    finally:
        page.close()
    return ocr.sheet_of(image, i + 1, width, height)
