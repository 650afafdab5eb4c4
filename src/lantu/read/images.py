"""Images of pages (PNG, JPEG, TIFF) as text by character recognition."""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, ImageSequence

from lantu.errors import DamagedFile, TooLarge
from lantu.read import ocr, printed, progress
from lantu.read.laid import Laid

if TYPE_CHECKING:
    from lantu.read.ruling import Pixels

MOST_PIXELS = 100_000_000  # A3 at 600 dpi has 70 million
_USUAL_DPI = 200.0  # of an image that does not say, or says what no scanner does
_LEAST_DPI = 90.0
_TALL = 2.2  # an image so many times as high as wide is a long screenshot, read in strips …
_STRIP = 1.4  # … each about so many times as high as wide


def lay(name: str, data: bytes) -> Laid:
    """The text of an image, a page for each of its frames. Raises MissingTool, DamagedFile and TooLarge."""
    ocr.demand(name)
    sheets: list[printed.Sheet] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sizes are looked at here, and odd metadata is no matter
        for frame, dpi, left in frames(name, data):
            for pixels in strips(frame):
                height, width = (72.0 * side / dpi for side in pixels.shape[:2])
                sheets.append(ocr.sheet_of(pixels, len(sheets) + 1, width, height))
                progress.tell(len(sheets), len(sheets) + left)
    return printed.laid(name, sheets)


def frames(name: str, data: bytes) -> Iterator[tuple["Pixels", float, int]]:
    """Each frame as it is meant to be seen, its pixels an inch, and how many frames are left."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            for at, frame in enumerate(ImageSequence.Iterator(image), 1):
                yield _rgb(_upright(name, frame)), _dpi(image), getattr(image, "n_frames", 1) - at
    except TooLarge:
        raise
    except (Image.DecompressionBombError, MemoryError):
        raise _too_many_pixels(name) from None
    except Exception as error:  # the library raises whatever foreign bytes make it raise
        raise DamagedFile(
            f"{name}：图像打不开，文件可能已损坏或不完整；请重新扫描或导出",
            f"{name}: the image cannot be opened, it may be damaged or cut short; scan or export it again",
        ) from error


def _upright(name: str, frame: Image.Image) -> Image.Image:
    """The frame as the camera was held; its size is looked at before it is decoded."""
    if frame.width * frame.height > MOST_PIXELS:
        raise _too_many_pixels(name)
    return ImageOps.exif_transpose(frame)


def _rgb(image: Image.Image) -> "Pixels":
    """Red, green and blue on white paper."""
    import numpy as np  # noqa: PLC0415 - brought by the extra

    if image.mode.startswith("I"):  # grey of 16 bits
        grey = (np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8)
        return np.stack([grey] * 3, axis=-1)
    if "A" in image.mode or "transparency" in image.info:
        clear = image.convert("RGBA")
        image = Image.new("RGB", clear.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    return np.array(image.convert("RGB"), np.uint8)


def _dpi(image: Image.Image) -> float:
    said = image.info.get("dpi") or (0.0, 0.0)
    dpi = float(said[0])
    return dpi if dpi >= _LEAST_DPI else _USUAL_DPI


def strips(image: "Pixels") -> Iterator["Pixels"]:
    """The image, or its strips where it is very tall: cut where least is printed."""
    height, width = image.shape[:2]
    if height <= _TALL * width:
        yield image
        return
    strip = round(_STRIP * width)
    unrest = image.max(axis=(1, 2)).astype(int) - image.min(axis=(1, 2))
    start = 0
    while height - start > _TALL * width:
        near = range(start + strip - strip // 4, start + strip + strip // 4)
        end = near[int(unrest[near.start : near.stop].argmin())]
        yield image[start:end]
        start = end
    yield image[start:]


def _too_many_pixels(name: str) -> TooLarge:
    return TooLarge(
        f"{name}：图像超过 {MOST_PIXELS // 1_000_000} 百万像素，未读；请以 200—300 dpi 重新扫描或缩小",
        f"{name}: an image of more than {MOST_PIXELS // 1_000_000} million pixels, not read; scan it at 200-300 dpi or make it smaller",
    )
