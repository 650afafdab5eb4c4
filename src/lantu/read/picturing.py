"""A page of a PDF or scan as an image, for people who compare what was read with what is printed.

Bounds: 1,600 pixels a side. Called in a process of its own (`apart.draw`).
"""

import io
from itertools import islice

from PIL import Image

from lantu.errors import BadRequest, DamagedFile
from lantu.read import images, pdf

_MOST = 1600  # pixels of a side
_SCALE = 2.0  # pixels a point


def of_pdf(name: str, data: bytes, page: int) -> bytes:
    """A page of a PDF."""
    document = pdf.opened(name, data)
    try:
        if not 1 <= page <= len(document):
            raise _no_page(name, page)
        try:
            shown = document[page - 1]
            scale = min(_SCALE, _MOST / max(*shown.get_size(), 1))
            image: Image.Image = shown.render(scale=scale).to_pil()
        except Exception as error:  # the library raises whatever foreign bytes make it raise
            raise DamagedFile(
                f"{name}：第 {page} 页画不出来，页面可能已损坏",
                f"{name}: page {page} cannot be drawn, it may be damaged",
            ) from error
        return _png(image)
    finally:
        document.close()


def of_image(name: str, data: bytes, page: int) -> bytes:
    """A page of a scan: a frame of the image, or a strip of a tall one."""
    strips = (strip for frame, _, _ in images.frames(name, data) for strip in images.strips(frame))
    pixels = next(islice(strips, page - 1, None), None) if page > 0 else None
    if pixels is None:
        raise _no_page(name, page)
    image = Image.fromarray(pixels)
    image.thumbnail((_MOST, _MOST))
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", compress_level=3)
    return out.getvalue()


def _no_page(name: str, page: int) -> BadRequest:
    return BadRequest(f"{name}：没有第 {page} 页。", f"{name}: there is no page {page}.")
