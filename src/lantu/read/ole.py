"""What an old office file (OLE compound file) holds at its top: the names that tell a document from a workbook within it."""

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_NONE = 0xFFFFFFFA  # sector numbers from here on are none
_IN_HEADER = 109  # sectors of the table of sectors that the header lists; the others are listed in sectors of their own
_LISTS = 200  # such sectors that are looked at: enough for more than a gigabyte
_MOST = 4096  # entries that are looked at


def names(data: bytes) -> frozenset[str]:
    """The streams and storages right below the root; empty where the directory cannot be read."""
    try:
        directory = b"".join(_chain(data))
        return frozenset(_children(directory))
    except (struct.error, IndexError, UnicodeDecodeError):
        return frozenset()


def _chain(data: bytes) -> Iterator[bytes]:
    """The sectors of the directory."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        return
    size = 1 << shift
    table = _table(data, size)
    (sector,) = struct.unpack_from("<I", data, 48)
    for _ in range(_MOST * _ENTRY // size):
        if sector >= _NONE:
            return
        at = _at(sector, size)
        yield data[at : at + size]
        part, place = divmod(sector, size // 4)
        (sector,) = struct.unpack_from("<I", data, _at(table[part], size) + 4 * place)


def _at(sector: int, size: int) -> int:
    return max(_HEADER, size) + sector * size


def _table(data: bytes, size: int) -> list[int]:
    """The sectors that say which sector follows which."""
    found = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    (more,) = struct.unpack_from("<I", data, 68)
    for _ in range(_LISTS):
        if more >= _NONE:
            break
        *listed, more = struct.unpack_from(f"<{size // 4}I", data, _at(more, size))
        found += listed
    return [sector for sector in found if sector < _NONE]


def _children(directory: bytes) -> Iterator[str]:
    """The names in the tree below the root, each entry once."""
    todo = [struct.unpack_from("<I", directory, 76)[0]]
    seen: set[int] = set()
    while todo:
        number = todo.pop()
        if number >= len(directory) // _ENTRY or number in seen:
            continue
        seen.add(number)
        at = number * _ENTRY
        (length,) = struct.unpack_from("<H", directory, at + 64)
        yield directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le")
        todo += struct.unpack_from("<II", directory, at + 68)
