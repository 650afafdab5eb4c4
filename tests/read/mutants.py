"""Files of ours in each format, and seeded ways to damage them: bytes, tags and figures of their inner parts too."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache
from random import Random

import docx
from lxml import etree
from openpyxl import Workbook

_ODD = (
    b"",
    b"0",
    b"-1",
    b"99999999999",
    b"1e999",
    b"NaN",
    b"2147483648",
    "，".encode(),
    b"\x00",
    b"true",
    b"A1:XFD1048576",
)
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'"[^"<>]*"')
_FIGURE = re.compile(rb"\d+")
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj\n", re.DOTALL)


def word() -> bytes:
    """A Word file with a heading, a list, a table with merged cells and a note."""
    made = docx.Document()
    made.add_heading("发展规划", 1)
    made.add_paragraph("全年生产总值增长5%。", style="List Number")
    table = made.add_table(4, 4)
    for r in range(4):
        for c in range(4):
            table.cell(r, c).text = f"{r}{c}"
    table.cell(0, 0).merge(table.cell(1, 1))
    made.sections[0].footer.paragraphs[0].text = "1"
    return _bytes(made.save)


def workbook() -> bytes:
    """A workbook with a merge, formats, a date and shared texts."""
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (
        ["指标", "单位", 2020, 2025],
        ["粮食", "万吨", 30.25, 31],
        [None, "亿斤", 0.6, 0.65],
        ["投资", "亿元", 9, 12],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet["C3"].number_format = "0.0%"
    sheet["D2"].number_format = '#,##0.0_ ;[Red]-0"万吨"'
    made.create_sheet("附表").append(["注：初步数。"])
    return _bytes(made.save)


def portable(text: str = "A 1500, up 5%") -> bytes:
    """A PDF written by hand: lines of text and a ruled table on each of two pages, nothing packed."""
    lines = "".join(f"1 0 0 1 50 {700 - 14 * i} Tm ({text} {i}) Tj " for i in range(6))
    rules = "".join(
        f"50 {500 + 20 * i} m 250 {500 + 20 * i} l S {50 + 50 * i} 500 m {50 + 50 * i} 580 l S " for i in range(5)
    )
    cells = "".join(f"1 0 0 1 {55 + 50 * c} {505 + 20 * r} Tm ({r}{c}) Tj " for r in range(4) for c in range(4))
    page = f"BT /F1 10 Tf {lines}{cells}ET {rules}"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        *["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>"] * 2,
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    out, table = "%PDF-1.4\n", ""
    for i, part in enumerate(parts, 1):
        table += f"{len(out):010} 00000 n \n"
        out += f"{i} 0 obj\n{part}\nendobj\n"
    tail = f"xref\n0 7\n0000000000 65535 f \n{table}trailer << /Size 7 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + tail).encode()


def _bytes(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


@cache
def sources() -> Mapping[str, bytes]:
    """A sound file of each format."""
    rows = "<tr><td rowspan=2 colspan='2'>指标</td><td>2025</td></tr><tr><td>30<table><tr><td>a</td><td>1</td></tr></table></td></tr>"
    page = f"<html><body><h1>规划</h1><ul><li>增长5%。<li>一</ul><p style='display:none'>x</p><table>{rows}</table></body></html>"
    return {
        "a.txt": "某市2023年政府工作报告\n\n一、回顾\n全年生产总值增长5%。\n指标\t值\n粮食\t30\n投资\t9\n\n┌─┬─┐\n│项│值│\n├─┼─┤\n│粮│9│\n└─┴─┘\n".encode(),
        "a.html": page.encode(),
        "a.csv": '指标,单位,2025\n"粮,食",万吨,30\n投资,"亿""元",9\n合计,,39\n'.encode(),
        "a.xlsx": workbook(),
        "a.docx": word(),
        "a.pdf": portable(),
    }


def mutant(data: bytes, chance: Random) -> bytes:
    """The file damaged in one of the ways that fit it."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, chance)
    return _damaged(data, chance)


def _repacked(data: bytes, chance: Random) -> bytes:
    """A zipped file one of whose parts is damaged, lost or twice there; its checksums are right."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    # the parts that carry the text are worth more tries than themes and properties
    telling = [
        entry for entry in parts if re.search(r"document|sheet|workbook|styles|numbering|Strings|rels|Types", entry)
    ]
    chosen = chance.choice(telling)
    if chance.random() < 0.05:
        del parts[chosen]
    else:
        parts[chosen] = chance.choice((_damaged, _regrown, _regrown))(parts[chosen], chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, part in parts.items():
            archive.writestr(entry, part)
    return stream.getvalue()


def _regrown(data: bytes, chance: Random) -> bytes:
    """XML that stays well-formed: elements lost, doubled, moved into others, their attributes and texts exchanged."""
    root = etree.fromstring(data)
    for _ in range(chance.choice((1, 3, 10))):
        every = [each for each in root.iter() if isinstance(each.tag, str)]
        one, other = chance.choice(every), chance.choice(every)
        what = chance.randrange(5)
        above = one.getparent()
        if what == 0 and above is not None:
            above.remove(one)
        elif what == 1 and above is not None:
            above.extend(deepcopy(one) for _ in range(chance.choice((1, 2, 50))))
        elif what == 2:
            other.append(deepcopy(one))
        elif what == 3 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(_ODD).decode().replace("\0", ""))
        elif what == 4:
            one.tag, other.tag = other.tag, one.tag
    return bytes(etree.tostring(root))


def _damaged(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 20))):
        data = chance.choice((_bits, _figure, _figure, _tag, _tag, _value, _object, _cut))(data, chance)
    return data


def _bits(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    at = chance.randrange(max(1, len(changed)))
    what = chance.randrange(4)
    if what == 0 and changed:
        changed[at] ^= 1 << chance.randrange(8)
    elif what == 1:
        changed[at:at] = chance.randbytes(chance.randrange(1, 9))
    elif what == 2:
        del changed[at : at + chance.randrange(1, 9)]
    else:
        changed[at:at] = changed[at : at + chance.randrange(1, 400)] * chance.choice((1, 2, 50))
    return bytes(changed)


def _replaced(pattern: re.Pattern[bytes], data: bytes, chance: Random, new: Callable[[bytes], bytes]) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + new(one.group()) + data[one.end() :]


def _figure(data: bytes, chance: Random) -> bytes:
    return _replaced(_FIGURE, data, chance, lambda _: chance.choice(_ODD))


def _value(data: bytes, chance: Random) -> bytes:
    return _replaced(_VALUE, data, chance, lambda _: b'"' + chance.choice(_ODD) + b'"')


def _tag(data: bytes, chance: Random) -> bytes:
    """A tag lost, doubled, repeated often, or put in another's place."""
    found = _TAG.findall(data) or [b"<table>"]
    other = chance.choice(found)
    return _replaced(_TAG, data, chance, lambda tag: chance.choice((b"", tag * 2, tag * 300, other, tag + other)))


def _object(data: bytes, chance: Random) -> bytes:
    """An object of a PDF lost, or another in its place."""
    found = _OBJECT.findall(data) or [b""]
    return _replaced(_OBJECT, data, chance, lambda _: chance.choice((b"", chance.choice(found))))


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) // 2, len(data) + 1)] if chance.random() < 0.3 else data
