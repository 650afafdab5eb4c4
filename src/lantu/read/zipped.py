"""Zipped formats (DOCX, XLSX) opened with bounds on what they may swell to; XML of theirs parsed without entities."""

import io
import zipfile
import zlib
from typing import NoReturn

from lxml import etree

from lantu.errors import DamagedFile, TooLarge
from lantu.read.files import encrypted

MOST_ENTRIES = 5_000
MOST_BYTES = 400 << 20  # of all entries together, unpacked
MOST_XML = 150 << 20  # of one entry that is parsed: a tree takes some ten times as much
MOST_RATIO = 200  # of a whole file, once it unpacks to more than `SMALL`
SMALL = 20 << 20  # bytes; below it, how tightly a file is packed is of no interest
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, LookupError)


def open_zip(name: str, data: bytes) -> zipfile.ZipFile:
    """The archive in the bytes of a file called `name`, its directory checked before anything is unpacked.

    Raises DamagedFile for one that cannot be opened or is locked by a password, TooLarge for one that would
    unpack to too much. Entries are to be read with `read_entry`, which holds each to the size it states.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _BROKEN as error:
        raise damaged(name) from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise encrypted(name)
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        raise too_large(name, f"内含 {len(entries):,} 个部件", f"{len(entries):,} parts")
    if size > MOST_BYTES or (size > SMALL and size > MOST_RATIO * len(data)):
        raise too_large(name, f"解压后达 {size:,} 字节", f"unpacks to {size:,} bytes")
    return archive


def read_entry(name: str, archive: zipfile.ZipFile, entry: str) -> bytes | None:
    """The bytes of one entry, None where the archive has none of that name.

    Raises DamagedFile where it cannot be unpacked, TooLarge where it is too large to be parsed.
    """
    try:
        about = archive.getinfo(entry)
    except KeyError:
        return None
    if about.file_size > MOST_XML:
        raise too_large(name, f"{entry} 达 {about.file_size:,} 字节", f"{entry} has {about.file_size:,} bytes")
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(about) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > about.file_size:
                    break
                chunks.append(chunk)
    except _BROKEN as error:
        raise damaged(name) from error
    if size != about.file_size:
        raise damaged(name)
    return b"".join(chunks)


def parse_xml(name: str, data: bytes) -> etree._Element:
    """The root of an XML part. Raises DamagedFile for what is no XML or declares a document type.

    Office formats have none, and with one go entities that swell or reach outside the file.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if root.getroottree().docinfo.doctype:
        _refuse_doctype(name)
    return root


def read_xml(name: str, archive: zipfile.ZipFile, entry: str) -> etree._Element | None:
    """The root of the XML in an entry; None where there is no such entry."""
    data = read_entry(name, archive, entry)
    return None if data is None else parse_xml(name, data)


def damaged(name: str) -> DamagedFile:
    """The error for a file that is cut short or altered."""
    return DamagedFile(
        f"{name}：文件已损坏或不完整，无法打开；请重新下载，或用 Office/WPS 修复后另存再试",
        f"{name}: damaged or incomplete, cannot be opened; download it again, or repair and save it in Office or WPS",
    )


def too_large(name: str, zh: str, en: str) -> TooLarge:
    """The error for a file of which something, as said in both languages, is past the limit."""
    return TooLarge(
        f"{name}：{zh}，超过上限，未读取；请拆分文件，或检查文件是否正常",
        f"{name}: {en}, more than is allowed, not read; split the file, or check that it is sound",
    )


def _refuse_doctype(name: str) -> NoReturn:
    raise DamagedFile(
        f"{name}：内含文档类型声明（DTD），正常的 Office 文件没有，不予解析；请用 Office/WPS 另存后再试",
        f"{name}: declares a document type (DTD), which no sound Office file does, not parsed; save it in Office or WPS",
    )
