"""A Word draft with planted errors, and a Word file taken apart: what comments cover, what is left without them."""

import io
import zipfile
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = f'xmlns:w="{W[1:-1]}"'
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def draft() -> bytes:
    """Its numbers stand in runs of several formats, a tracked change, a numbered item, merged cells and a footnote."""
    made = docx.Document()
    made.add_heading("福州市仓山区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告", 0)
    made.add_paragraph("（2023年1月5日在仓山区第十八届人民代表大会第二次会议上）")
    made.add_heading("一、2022年计划执行情况", 1)
    growth = made.add_paragraph("居民人均可支配")
    own = growth.add_run("收入3016")
    own.italic = True
    growth.add_run("1元，增长1")
    growth.add_run("4.6").bold = True
    growth.add_run("%，增收4376元。")
    made.add_comment(own, "请核对口径。", author="张三", initials="张")
    changed = made.add_paragraph("社会消费品零售总额由2017年的300亿元增长到2022年的567.1亿元，年均增长")
    _tracked(changed, "13.6", "9")
    changed.add_run("%。")
    made.add_paragraph("常住人口城镇化率比上年提高2%。", "List Number")
    noted = made.add_paragraph("科技创新步伐加快")
    noted.add_run()._r.append(etree.fromstring(f'<w:footnoteReference {SPACES} w:id="2"/>'))  # noqa: SLF001 - python-docx writes no footnotes
    noted.add_run("。")
    _footnote(made, "高新技术产业占比上升3%。")
    made.add_paragraph("表1 主要指标")
    _table(made)
    to = io.BytesIO()
    made.save(to)
    return to.getvalue()


def _tracked(paragraph: Paragraph, before: str, after: str) -> None:
    by = 'w:author="李四" w:date="2022-12-01T00:00:00Z"'
    for number, (how, what, said) in enumerate((("del", "delText", before), ("ins", "t", after)), 90):
        xml = f'<w:{how} {SPACES} w:id="{number}" {by}><w:r><w:{what}>{said}</w:{what}></w:r></w:{how}>'
        paragraph._p.append(etree.fromstring(xml))  # noqa: SLF001 - python-docx writes no changes


def _footnote(made: WordFile, said: str) -> None:
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in enumerate(("separator", "continuationSeparator"))
    )
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{said}</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {SPACES}>{notes}{note}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, xml, made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _table(made: WordFile) -> None:
    rows = (
        ("类别", "指标", "单位", "2020年", "2025年", "年均增长/累计", "属性"),
        ("生态", "建成区绿化覆盖率", "%", "45.26", "46.3", "[1.4]", "约束性"),
        ("", "森林覆盖率", "%", "40.0", "42.0", "[2.0]", "约束性"),
        ("创新", "每万人发明专利拥有量", "件", "32", "47", "10%", "预期性"),
    )
    table = made.add_table(len(rows), len(rows[0]), "Table Grid")
    for r, row in enumerate(rows):
        for c, said in enumerate(row):
            table.cell(r, c).text = said
    table.cell(1, 0).merge(table.cell(2, 0))


def parts(data: bytes) -> Mapping[str, bytes]:
    """The parts of a file by their paths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> Mapping[str, tuple[str, str]]:
    """Author and text of each comment by its number."""
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return {c.get(f"{W}id"): (c.get(f"{W}author"), "\n".join(map(_said, c.iter(f"{W}p")))) for c in root}


def _said(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def covered(data: bytes) -> Mapping[str, str]:
    """What each comment covers, by its number; every one has its sign behind it."""
    found: dict[str, str] = {}
    for path in ("word/document.xml", "word/footnotes.xml"):
        xml = parts(data).get(path)
        within: set[str] = set()
        for each in () if xml is None else etree.fromstring(xml).iter():
            number = each.get(f"{W}id")
            if each.tag == f"{W}commentRangeStart":
                within.add(number)
                found[number] = ""
            elif each.tag == f"{W}commentRangeEnd":
                within.remove(number)
                assert each.getnext()[-1].tag == f"{W}commentReference"
            elif each.tag == f"{W}t":
                found |= {number: found[number] + each.text for number in within}
    return found


def bare(data: bytes) -> Mapping[str, bytes]:
    """The parts without Lantu's comments, runs of one format joined: what was there before."""
    ours = {number for number, (author, _) in comments(data).items() if author == "Lantu"}
    found = dict(parts(data))
    for path in [p for p in found if p.endswith(".xml")]:
        root = etree.fromstring(found[path])
        for each in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}comment")):
            if each.get(f"{W}id") in ours:
                each.getparent().remove(each)
        for each in list(root.iter(f"{W}commentReference")):
            if each.get(f"{W}id") in ours:
                each.getparent().getparent().remove(each.getparent())
        for run in list(root.iter(f"{W}r")):
            _join(run)
        found[path] = etree.tostring(root, method="c14n")
    return found


def _join(run: etree._Element) -> None:
    """Put into a run those after it that are formatted as it is, and into its texts those after them."""
    while (after := run.getnext()) is not None and after.tag == run.tag and _format(after) == _format(run):
        run.extend(_content(after))
        run.getparent().remove(after)
    for text in list(run.iter(f"{W}t")):
        while text.getparent() is not None and (after := text.getnext()) is not None and after.tag == text.tag:
            text.text += after.text
            text.attrib.update(after.attrib)
            run.remove(after)


def _format(run: etree._Element) -> list[bytes]:
    return [etree.tostring(p, method="c14n") for p in run.iterchildren(f"{W}rPr")]


def _content(run: etree._Element) -> Iterator[etree._Element]:
    return (each for each in list(run) if each.tag != f"{W}rPr")
