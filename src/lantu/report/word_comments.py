"""A Word file with comments on stretches of its text: all else of it stays as it was, byte for byte or element for element.

Only the parts that take a comment are written anew, with lxml: python-docx would date comments by the clock and write
every part again.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from lantu.model import Stretch
from lantu.report.marks import AUTHOR, Mark

_WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}  # of both dialects, with the relations that go with it
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NEW = (1980, 1, 1, 0, 0, 0)  # the date of a part that we add: no clock reaches an output
_SIZE = "20"  # half points: a comment does not take the size of the document's own text


@dataclass(slots=True)
class _Part:
    """A part while it is being changed; its text elements as they were counted before."""

    root: etree._Element
    word: str = field(init=False)  # the namespace, in braces
    texts: list[etree._Element] = field(init=False)
    cut: dict[tuple[int, int], etree._Element] = field(default_factory=dict)  # element and start: the piece from there

    def __post_init__(self) -> None:
        self.word = f"{{{etree.QName(self.root).namespace}}}"
        self.texts = list(self.root.iter(f"{self.word}t"))

    def tag(self, name: str, **values: str) -> etree._Element:
        """A new element of the part's dialect."""
        made = etree.Element(self.word + name, nsmap={"w": self.word[1:-1]})
        for key, value in values.items():
            made.set(self.word + key, value)
        return made


def commented(data: bytes, wanted: Sequence[tuple[Mark, Stretch]], date: str | None) -> bytes:
    """The file with each mark as a comment on its stretch, dated `date` (ISO) or not at all."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = _Package(archive)
        main = next(iter(package.related("", "officeDocument")), "word/document.xml")
        comments = package.comments(main)
        body = _Part(package.root(main))
        notes = {at.part: _Part(package.parsed(at.part)) for _, at in wanted if at.part != main}
        _cut(body, [at for _, at in wanted if at.part == main])
        number = max((int(n) for each in comments.root if (n := _id(each, comments)).isdigit()), default=-1)
        for mark, at in wanted:
            number += 1
            runs, exact = _runs(body, at, notes.get(at.part))
            lines = mark.lines if exact else (*mark.lines[:1], mark.elsewhere, *mark.lines[1:])
            comments.root.append(_comment(comments, number, lines, date))
            _put(body, runs, str(number))
        return package.written()


class _Package:
    """The parts of a file, and those changed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = set(archive.namelist())
        self.changed: dict[str, etree._Element] = {}

    def root(self, path: str) -> etree._Element:
        """The root of a part that is going to be changed."""
        if path not in self.changed:
            self.changed[path] = self.parsed(path)
        return self.changed[path]

    def parsed(self, path: str) -> etree._Element:
        """The root of a part that stays as it is."""
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        return etree.fromstring(self.archive.read(path), parser)

    def related(self, path: str, kind: str) -> list[str]:
        """The paths of the parts of one kind that are related to the one at `path`."""
        rels = _rels(path)
        if rels not in self.names:
            return []
        found = [
            each.get("Target", "")
            for each in self.parsed(rels)
            if each.get("Type", "").rpartition("/")[2] == kind and each.get("TargetMode") != "External"
        ]
        return [posixpath.normpath(posixpath.join("/", posixpath.dirname(path), each)).lstrip("/") for each in found]

    def comments(self, main: str) -> _Part:
        """The part with the comments, made where there is none."""
        word = etree.QName(self.root(main)).namespace
        there = [path for path in self.related(main, "comments") if path in self.names]
        if there:
            return _Part(self.root(there[0]))
        path = posixpath.join(posixpath.dirname(main), "comments.xml")
        while path in self.names:
            path = path.replace(".xml", "_.xml")
        self.changed[path] = etree.Element(f"{{{word}}}comments", nsmap={"w": word})
        self._relate(main, path, _WORD[word] + "/comments")
        if _TYPES in self.names:
            types = self.root(_TYPES)
            space = etree.QName(types).namespace
            types.append(etree.Element(f"{{{space}}}Override", PartName=f"/{path}", ContentType=_TYPE))
        return _Part(self.changed[path])

    def _relate(self, main: str, path: str, kind: str) -> None:
        rels = _rels(main)
        if rels not in self.names:
            self.changed[rels] = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={None: _PACKAGE})
        root = self.root(rels)
        space = etree.QName(root).namespace
        taken = {each.get("Id") for each in root}
        free = next(name for n in range(1, len(taken) + 2) if (name := f"rIdLantu{n}") not in taken)
        tag = f"{{{space}}}Relationship" if space else "Relationship"
        root.append(etree.Element(tag, Id=free, Type=kind, Target=posixpath.basename(path)))

    def written(self) -> bytes:
        """The file, its parts in their order with their own dates, new ones at the end."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
            for entry in self.archive.infolist():
                root = self.changed.pop(entry.filename, None)
                to.writestr(entry, self.archive.read(entry) if root is None else _bytes(root), entry.compress_type)
            for path, root in self.changed.items():
                to.writestr(zipfile.ZipInfo(path, _NEW), _bytes(root), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _rels(path: str) -> str:
    folder, base = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _bytes(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _id(comment: etree._Element, part: _Part) -> str:
    return str(comment.get(f"{part.word}id", ""))


def _comment(part: _Part, number: int, lines: Iterable[str], date: str | None) -> etree._Element:
    comment = part.tag("comment", id=str(number), author=AUTHOR, initials="L")
    if date:
        comment.set(f"{part.word}date", f"{date}T00:00:00Z")
    for n, line in enumerate(lines):
        paragraph = etree.SubElement(comment, part.word + "p")
        properties = etree.SubElement(paragraph, part.word + "pPr")
        properties.append(part.tag("spacing", before="0", after="0", line="240", lineRule="auto"))
        properties.append(part.tag("ind", left="0", firstLineChars="0", firstLine="0"))
        properties.append(part.tag("jc", val="left"))
        if n == 0:
            etree.SubElement(paragraph, part.word + "r").append(part.tag("annotationRef"))
        run = etree.SubElement(paragraph, part.word + "r")
        sizes = etree.SubElement(run, part.word + "rPr")
        sizes.extend([part.tag("b")] if n == 0 else [])
        sizes.extend([part.tag("sz", val=_SIZE), part.tag("szCs", val=_SIZE)])
        text = etree.SubElement(run, part.word + "t")
        text.text = line
        text.set(_SPACE, "preserve")
    return comment


def _cut(part: _Part, stretches: Sequence[Stretch]) -> None:
    """Part the runs so that every stretch begins and ends with one."""
    cuts: dict[int, set[int]] = {}
    for one in stretches:
        cuts.setdefault(one.first, set()).add(one.start)
        cuts.setdefault(one.last, set()).add(one.end)
    for number, places in cuts.items():
        _cut_text(part, number, sorted(places))


def _cut_text(part: _Part, number: int, places: Sequence[int]) -> None:
    element = part.texts[number]
    text = element.text or ""
    inner = [at for at in places if 0 < at < len(text)]
    if len(text) in places:
        _part_run(part, element.getnext())
    bounds = [0, *inner, len(text)]
    pieces = [text[start:end] for start, end in pairwise(bounds)]
    for at, piece in reversed(list(zip(bounds, pieces, strict=False))[1:]):
        rest = part.tag("t")
        _say(rest, piece, kept=element.get(_SPACE) == "preserve", last=at == bounds[-2])
        element.addnext(rest)
        part.cut[number, at] = rest
        _part_run(part, rest)
    if inner:
        _say(element, pieces[0], kept=element.get(_SPACE) == "preserve", first=True)
    part.cut[number, 0] = element
    if 0 in places:
        _part_run(part, element)


def _say(element: etree._Element, text: str, *, kept: bool, first: bool = False, last: bool = False) -> None:
    """Give an element a piece of a text: white space where it was cut counts, at the text's own edges only if `kept`."""
    inner = (not first and text != text.lstrip()) or (not last and text != text.rstrip())
    if inner and not kept:
        text = text.lstrip() if first else text.rstrip() if last else text
    element.text = text
    if inner or kept:
        element.set(_SPACE, "preserve")


def _part_run(part: _Part, element: etree._Element | None) -> None:
    """Let `element` begin a run of its own, formatted as the one that it stands in."""
    if element is None:
        return
    run = element.getparent()
    moved = list(run)[run.index(element) :]
    properties = run.find(f"{part.word}rPr")
    if list(run)[0 if properties is None else 1 :] == moved:
        return
    other = etree.Element(run.tag, run.attrib, run.nsmap)
    if properties is not None:
        other.append(deepcopy(properties))
    other.extend(moved)
    other.tail, run.tail = run.tail, None
    run.addnext(other)


_Ends: TypeAlias = "tuple[etree._Element, etree._Element]"  # noqa: SLF001 - lxml has no public name for it


def _runs(body: _Part, at: Stretch, notes: _Part | None) -> tuple[_Ends, bool]:
    """The runs that a comment goes from and to, and whether they are the stretch, cut out, itself.

    What Word takes no comment in is commented where it belongs: a text box on the run that holds it, a note on its sign.
    """
    if notes is not None:
        sign = _sign_of(body, notes.texts[at.first])
        return (sign, sign), False
    pieces = [start for element, start in body.cut if element == at.last and start < at.end]
    ends = (body.cut[at.first, at.start].getparent(), body.cut[at.last, max(pieces)].getparent())
    around = (_outside(body, ends[0]), _outside(body, ends[1]))
    return around, around == ends


def _outside(part: _Part, run: etree._Element) -> etree._Element:
    for box in list(run.iterancestors(f"{part.word}txbxContent")):
        run = next(box.iterancestors(f"{part.word}r"), run)
    return run


def _sign_of(body: _Part, element: etree._Element) -> etree._Element:
    """The run with the sign of the foot- or endnote that holds a text: LibreOffice opens no file with comments in notes."""
    note = next(element.iterancestors(f"{body.word}footnote", f"{body.word}endnote"))
    signs = body.root.iter(f"{note.tag}Reference")
    ours = [sign for sign in signs if sign.get(f"{body.word}id") == note.get(f"{body.word}id")]
    gone = (f"{body.word}del", f"{body.word}moveFrom")
    return min(ours, key=lambda sign: next(sign.iterancestors(*gone), None) is not None).getparent()


def _put(part: _Part, runs: _Ends, number: str) -> None:
    """Set the bounds of a comment around runs, and its sign behind."""
    begins, ends = runs
    begins.addprevious(part.tag("commentRangeStart", id=number))
    sign = etree.Element(f"{part.word}r", nsmap={"w": part.word[1:-1]})
    sign.append(part.tag("commentReference", id=number))
    for behind in (sign, part.tag("commentRangeEnd", id=number)):
        behind.tail, ends.tail = ends.tail, None
        ends.addnext(behind)
