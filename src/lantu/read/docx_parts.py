"""The parts of a Word file: its XML by names that hold for both dialects, the parts related to the main one."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from lantu.read.zipped import damaged, read_xml

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_W = tuple(f"{{{space}}}" for space, prefix in _SPACES.items() if prefix == "w")
_OFF = frozenset({"0", "false", "off", "none"})
RELATED = ("styles", "numbering", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file: its path in the archive and its root element."""

    path: str
    root: etree._Element


@cache
def _named(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return f"{_SPACES.get(space[1:], '')}:{local}"


def named(element: etree._Element) -> str:
    """An element's name as `w:p`, whichever dialect it is written in; empty for comments and the like."""
    return _named(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """A Word attribute of an element; None where either is missing."""
    if element is None:
        return None
    found: str | None = element.get(_W[0] + name)
    if found is None:
        found = element.get(_W[1] + name)
    return found


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, then its first child of the next; None where one is missing."""
    for name in path:
        if element is None:
            return None
        for each in element:
            if named(each) == name:
                element = each
                break
        else:
            return None
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (each for each in (() if element is None else element) if named(each) == name)


def whole(said: str | None, otherwise: int) -> int:
    """A whole number as written, `otherwise` where there is none."""
    text = (said or "").strip()
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 10 else otherwise


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return element is not None and (attribute(element) or "").lower() not in _OFF


def main_part(name: str, archive: zipfile.ZipFile) -> Part:
    """The part with the text. Raises DamagedFile for an archive without one."""
    path = _related(name, archive, "").get("officeDocument", "word/document.xml")
    root = read_xml(name, archive, path)
    if root is None or child(root, "w:body") is None:
        raise damaged(name)
    return Part(path, root)


def related_parts(name: str, archive: zipfile.ZipFile, main: Part) -> Mapping[str, Part]:
    """Those of `RELATED` that the file has."""
    found: dict[str, Part] = {}
    paths = _related(name, archive, main.path)
    for kind in RELATED:
        path = paths.get(kind, "")
        root = read_xml(name, archive, path) if path else None
        if root is not None:
            found[kind] = Part(path, root)
    return found


def _related(name: str, archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """Paths of the parts related to the one at `path` by the last word of the relation."""
    folder, base = posixpath.split(path)
    root = read_xml(name, archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, str] = {}
    for each in () if root is None else root:
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        if target and each.get("TargetMode") != "External":
            found.setdefault(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return found


_WRAPPERS = frozenset({"w:customXml", "w:ins", "w:moveTo", "w:smartTag"})


def through(element: etree._Element) -> Iterator[etree._Element]:
    """The children as they stand once every change is accepted, without what only wraps them.

    Deleted and moved-away content is left out; of contents given in several ways (mc:AlternateContent) the first is taken.
    """
    for each in element:
        what = named(each)
        if what in _WRAPPERS:
            yield from through(each)
        elif what == "w:sdt":
            content = child(each, "w:sdtContent")
            if content is not None:
                yield from through(content)
        elif what == "mc:AlternateContent":
            way = child(each, "mc:Choice")
            way = child(each, "mc:Fallback") if way is None else way
            if way is not None:
                yield from through(way)
        elif what not in ("w:del", "w:moveFrom"):
            yield each
