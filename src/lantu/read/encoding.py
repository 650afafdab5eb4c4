"""Bytes as text: UTF-8, UTF-16 with a byte order mark, GB18030 and Big5 told apart.

Each is decoded strictly. Where several fit, the one that gives the most common Chinese characters is
taken: a wrong decoding gives rare ones. A byte order mark stays in the text.
"""

import codecs
import re

from lantu.errors import BinaryFile, UnknownEncoding
from lantu.registers.hanzi import common

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMES = {
    "utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "gb": "gb18030",
    "big5": "big5", "big5-hkscs": "big5",
}  # fmt: skip
_CODECS = {"big5": "big5hkscs"}
_HINT = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])
_SAMPLE = 20_000  # characters that are enough to tell
_ENOUGH = 0.3  # of all Chinese characters are common ones; running text has 0.8 to 0.9, a wrong decoding 0.1 or less
_CONTROLS_ALLOWED = 0.003


def decode(name: str, data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, and its encoding.

    Raises BinaryFile for bytes that are no text, UnknownEncoding for text in no encoding that is read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is None or "\0" in text:
                raise _unknown(name)
            return text, encoding[:6]
    _refuse_binary(name, data)
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    return _chinese(name, data)


def _refuse_binary(name: str, data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _CONTROLS_ALLOWED * len(data):
        raise BinaryFile(
            f"{name}：不是文本文件（含有二进制字节）；请检查是否选错了文件，或另存为 PDF、DOCX 或 TXT",
            f"{name}: not a text file (it holds binary bytes); check that it is the right file, or save it as PDF, DOCX or TXT",
        )


def _chinese(name: str, data: bytes) -> tuple[str, str]:
    """The likelier of GB18030 and Big5; a page's own word for one of them decides between equals."""
    hint = _HINT.search(data, 0, 4096)
    told = _NAMES.get(hint[1].decode("ascii").lower(), "") if hint else ""
    texts = {encoding: _strictly(data, encoding) for encoding in ("gb18030", "big5")}
    scores = {encoding: _score(text) for encoding, text in texts.items() if text is not None}
    best = max(scores, key=lambda encoding: (scores[encoding], encoding == told, encoding), default="")
    text = texts.get(best)
    if text is None or scores[best] < _ENOUGH:
        raise _unknown(name)
    return text, best


def _score(text: str) -> float:
    """The share of common ones among the Chinese characters of a text."""
    chars = _HAN.findall(text[:_SAMPLE])
    known = common()
    return sum(char in known for char in chars) / len(chars) if chars else 0.0


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_CODECS.get(encoding, encoding))
    except UnicodeDecodeError:
        return None


def _unknown(name: str) -> UnknownEncoding:
    return UnknownEncoding(
        f"{name}：编码无法识别（不是 UTF-8、UTF-16、GB18030 或 Big5）；请另存为 UTF-8",
        f"{name}: unknown encoding (neither UTF-8, UTF-16, GB18030 nor Big5); save it as UTF-8",
    )
