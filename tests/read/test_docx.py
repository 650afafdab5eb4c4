"""Word files of our own, written part by part, and the shared ones beside their texts."""

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pytest

from lantu.errors import DamagedFile, TooLarge
from lantu.extract import extract
from lantu.model import Document, PassageKind
from lantu.read import docx as word
from lantu.read import read, read_bytes
from lantu.read.docx_numbers import written
from lantu.read.laid import Laid

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="wps" xmlns:v="v"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def packed(**parts: str) -> bytes:
    """A Word file of these parts; `document` is the main one."""
    to = io.BytesIO()
    rels = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f"<Relationships>{main}</Relationships>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{rels}</Relationships>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return to.getvalue()


def laid(body: str, **parts: str) -> Laid:
    return word.lay("a.docx", file(body, **parts))


def file(body: str, **parts: str) -> bytes:
    more = {name: f"<w:{name} {SPACES}>{xml}</w:{name}>" for name, xml in parts.items()}
    return packed(document=f"<w:document {SPACES}><w:body>{body}</w:body></w:document>", **more)


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else r(inside)}</w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else p(text)}</w:tc>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cells(found: Laid) -> list[list[list[str]]]:
    return [[[found.text[slice(*span)] for span in row] for row in grid.rows] for grid in found.grids]


def test_changes_are_read_as_accepted() -> None:
    found = laid(
        p(
            r("增长")
            + f"<w:del>{r('5')}</w:del><w:ins>{r('6')}</w:ins><w:moveFrom>{r('7')}</w:moveFrom><w:moveTo>{r('%')}</w:moveTo>"
        )
        + f"<w:moveTo>{p('就业100万人。')}</w:moveTo><w:moveFrom>{p('就业90万人。')}</w:moveFrom>"
        + p("投资", "<w:rPr><w:del/></w:rPr>")
        + p("增长8%。")
    )
    assert found.text == "增长6%\n就业100万人。\n投资增长8%。"


def test_comments_hidden_text_and_field_codes_are_left_out() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = mark.format("begin") + "<w:r><w:instrText>REF 9</w:instrText></w:r>" + mark.format("separate")
    found = laid(
        p(
            r("增长")
            + r("4", "<w:vanish/>")
            + r("5%", '<w:vanish w:val="0"/>')
            + '<w:r><w:commentReference w:id="1"/></w:r>'
        )
        + p(field + r("见表3") + mark.format("end") + r("。"))
        + p(f'<w:fldSimple w:instr="PAGE 8">{r("12")}</w:fldSimple><w:hyperlink>{r("页")}</w:hyperlink>')
        + p("丙", '<w:pStyle w:val="hid"/>')
        + p(mark.format("begin") + r("丁")),  # a field that never ends swallows nothing
        comments=f'<w:comment w:id="1">{p("批注77")}</w:comment>',
        styles='<w:style w:type="paragraph" w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    assert found.text == "增长5%\n见表3。\n12页\n丁"


def test_signs_breaks_and_raised_digits() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    found = laid(
        p(
            "<w:r><w:t>一、</w:t><w:tab/><w:t>总</w:t><w:softHyphen/><w:t>量</w:t><w:br/><w:t>二</w:t><w:noBreakHyphen/></w:r>"
        )
        + p(r("发电10") + r("8", raised) + r("千瓦时，占地5km") + r("2", raised))
    )
    assert found.text == "一、 总量\n二-\n发电10⁸千瓦时，占地5km²"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('框中3个。')}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    found = laid(
        p(r("上") + f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>" + r("文")) + p("下文")
    )
    assert found.text == "上文\n框中3个。\n下文"


def test_notes_follow_the_running_paragraph_and_their_marks_print_nothing() -> None:
    found = laid(
        p(r("规划纲要") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + p(r("生产总值1000亿元") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r("，增长5%。"))
        + p("就业50万人。"),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p("－")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r("草案。"))}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("按2020年价。")}</w:endnote>',
    )
    assert found.text == "规划纲要\n生产总值1000亿元，增长5%。\n草案。\n按2020年价。\n就业50万人。"
    assert [a.at for a in found.anchors] == [
        "word/document.xml#p1", "word/document.xml#p2", "word/footnotes.xml#p2", "word/endnotes.xml#p1", "word/document.xml#p3"
    ]  # fmt: skip


NUMBERING = "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for i, form, link, suffix, text in (
        (0, "japaneseCounting", '<w:pStyle w:val="h1"/>', "space", "第%1章"),
        (1, "chineseCounting", "", "nothing", "（%2）"),
        (2, "decimal", "<w:isLgl/>", "tab", "%1.%3."),
    )
)


def numbered(text: str, level: int, list_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_numbers_that_word_prints_are_part_of_the_line() -> None:
    found = laid(
        p("总体要求", '<w:pStyle w:val="h1"/>') + numbered("指导思想", 1) + numbered("主要目标", 1) + numbered("增长5%。", 2)
        + numbered("增长6%。", 2) + p("重点任务", '<w:pStyle w:val="h1"/>') + numbered("改革", 1) + numbered("另起", 1, 2)
        + p("无号", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles='<w:style w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering=f'<w:abstractNum w:abstractNumId="7">{NUMBERING}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )  # fmt: skip
    assert found.text.split("\n") == [
        "第一章 总体要求", "（一）指导思想", "（二）主要目标", "1.1. 增长5%。", "1.2. 增长6%。",
        "第二章 重点任务", "（一）改革", "（五）另起", "无号",
    ]  # fmt: skip


def test_a_number_that_word_prints_is_no_quantity() -> None:
    body = (
        p("一、主要目标", '<w:outlineLvl w:val="0"/>')
        + numbered("地区生产总值增长5%。", 0)
        + numbered("新增就业10万人。", 0)
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    reading = extract(read_bytes("a.docx", file(body, numbering=lists)))
    assert [s.text for s in reading.statements] == ["5%", "10万人"]
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (10, "chineseCounting", "十"), (11, "chineseCountingThousand", "十一"), (20, "japaneseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"), (10, "ideographDigital", "一〇"), (3, "decimalEnclosedCircle", "③"),
        (12, "chineseLegalSimplified", "壹拾贰"), (14, "upperRoman", "XIV"), (28, "lowerLetter", "bb"), (4, "decimalZero", "04"),
        (2, "ideographTraditional", "乙"), (99, "decimalEnclosedParen", "99"), (7, "none", ""),
    ],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, printed: str) -> None:
    assert written(count, form) == printed


def test_depths_of_headings_by_style_and_outline() -> None:
    found = laid(
        p("规划", '<w:pStyle w:val="t"/>') + p("目标", '<w:pStyle w:val="own"/>') + p("指标", '<w:outlineLvl w:val="2"/>')
        + p("正文", '<w:pStyle w:val="own"/><w:outlineLvl w:val="9"/>') + p("任务", '<w:pStyle w:val="cn"/>')
        + p("第一节 甲1", '<w:pStyle w:val="toc"/>'),
        styles='<w:style w:styleId="h2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="own"><w:name w:val="某式"/><w:basedOn w:val="h2"/></w:style>'
        '<w:style w:styleId="cn"><w:name w:val="标题 3"/><w:basedOn w:val="cn"/></w:style>'
        '<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>',
    )  # fmt: skip
    assert list((found.depths or {}).values()) == [1, 2, 3, 3]
    assert [found.text[at:] for at in found.furniture] == ["第一节 甲1"]


def test_merged_cells_repeat_their_origin() -> None:
    whole = '<w:gridSpan w:val="3"/>'
    found = laid(
        p("表1")
        + tbl(
            tc("专栏1 主要指标", whole),
            tc("指标", '<w:vMerge w:val="restart"/>') + tc("目标", '<w:gridSpan w:val="2"/>'),
            tc("", "<w:vMerge/>") + tc("2020年") + tc("2025年"),
            tc("生产总值") + tc(p("1000") + p("亿元")) + tc("1500亿元"),
            tc("注：按现价。", whole),
        )
    )
    assert (
        found.text == "表1\n专栏1 主要指标\n指标\t目标\t\n\t2020年\t2025年\n生产总值\t1000 亿元\t1500亿元\n注：按现价。"
    )
    assert cells(found) == [
        [["指标", "目标", "目标"], ["指标", "2020年", "2025年"], ["生产总值", "1000 亿元", "1500亿元"]]
    ]
    assert found.anchors[-2].at == "word/document.xml#t1r4c3"
    document = read_bytes("a.docx", file(p("甲乙") + p("增长5%。")))
    assert document.anchor(document.text.index("5%")) == "word/document.xml#p2"


def test_deleted_rows_and_columns_without_cells_go() -> None:
    two = '<w:gridSpan w:val="2"/>'
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('旧')}{tc('1')}</w:tr>"
    added = f"<w:ins><w:tr>{tc('就业', two)}<w:sdt><w:sdtContent>{tc('5')}</w:sdtContent></w:sdt></w:tr></w:ins>"
    found = laid(f"<w:tbl>{gone}<w:tr>{tc('指标', two)}{tc('值')}</w:tr>{added}</w:tbl>")
    assert cells(found) == [[["指标", "值"], ["就业", "5"]]]


def test_a_table_that_lays_out_the_page_is_read_as_paragraphs_and_one_in_a_cell_after_its_table() -> None:
    small = tbl(tc("项目") + tc("数"), tc("学校") + tc("9所"))
    found = laid(
        tbl(tc(p("专栏1") + p("新建5所。") + small))
        + tbl(tc("名称甲乙丙丁") + tc("内容"), tc("指标戊己庚辛") + tc(p("见下面的小表中的各项数字") + small))
    )
    assert found.text.split("\n") == [
        "专栏1", "新建5所。", "项目\t数", "学校\t9所", "名称甲乙丙丁\t内容", "指标戊己庚辛\t见下面的小表中的各项数字", "项目\t数", "学校\t9所",
    ]  # fmt: skip
    assert len(found.grids) == 3


def test_files_of_python_docx_are_read() -> None:
    made = docx.Document()
    made.add_heading("某市2024年国民经济和社会发展计划执行情况", 0)
    made.add_heading("一、2024年执行情况", 1)
    made.add_paragraph("地区生产总值增长5.2%。")
    table = made.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["指标", "2025年目标", "就业", "10万人"], strict=True
    ):
        cell.text = text
    made.sections[0].header.paragraphs[0].text = "页眉99"
    to = io.BytesIO()
    made.save(to)
    document = read_bytes("a.docx", to.getvalue())
    assert document.format == "docx"
    assert [x.kind for x in document.passages] == [
        PassageKind.TITLE, PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.TABLE
    ]  # fmt: skip
    assert document.passages[2].headings == ("一、2024年执行情况",)
    assert "99" not in document.text


def test_the_strict_dialect_is_read() -> None:
    data = file(p("增长5%。"))
    strict = f"<w:document {SPACES}><w:body>{p('增长5%。')}</w:body></w:document>".replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert word.lay("a.docx", packed(document=strict)).text == word.lay("a.docx", data).text


def bomb(size: int) -> bytes:
    return packed(document="<a/>", styles=" " * size)


def locked() -> bytes:
    data = bytearray(file(p("甲")))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flag] |= 1
    return bytes(data)


def lying() -> bytes:
    """A part that unpacks to more than the directory states."""
    data = packed(document=f"<w:document {SPACES}><w:body/>{' ' * 100_000}</w:document>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return data.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))


ENTITIES = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>'


@pytest.mark.parametrize(
    "data",
    [
        file(p("甲乙丙丁" * 99))[:-200],
        packed(document=f"{ENTITIES}<w:document {SPACES}><w:body>{p('&y;')}</w:body></w:document>"),
        packed(document="<w:document"),
        packed(document="<a/>"),
        packed(styles="<a/>"),
        locked(),
        lying(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    ],
    ids=["cut", "entities", "no xml", "no text", "no main part", "locked", "lying", "under a password"],
)
def test_damaged_and_locked_files_are_named(data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"^a\.docx：") as error:
        read_bytes("a.docx", data)
    assert error.value.en.startswith("a.docx: ")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (bomb(64 << 20), "解压后达"),
        (packed(document="<a/>", **{f"x{i}": "" for i in range(5001)}), "个部件"),
        (file(tbl(*[tc("1", '<w:gridSpan w:val="1000"/>')] * 1000)), "1,000 行 × 1,000 列"),
        (file(tbl(tc("1", '<w:gridSpan w:val="900000000"/>'))), "900,000,000 列"),
    ],
    ids=["bomb", "many parts", "many cells", "a wide cell"],
)
def test_what_swells_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(TooLarge, match=what):
        read_bytes("a.docx", data)


def said(document: Document) -> tuple[int, str]:
    """How many statements, and the hash of what they say."""
    found = [
        (s.text, s.indicator, s.quantity, s.measure, s.nature, s.period.code) for s in extract(document).statements
    ]
    return len(found), hashlib.sha256(repr(found).encode()).hexdigest()


def test_shared_word_files_say_what_their_texts_say(shared: Path) -> None:
    folder = shared / "corpus" / "provincial-2025"
    files = sorted((folder / "docx").glob("*.docx"))
    assert len(files) == 25
    for path in files:
        count, digest = said(read(path))
        assert count > 50, path.name
        assert (count, digest) == said(read(folder / f"{path.stem}.txt")), path.name


@pytest.mark.parametrize("line", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="gone"/>'])
def test_struck_text_is_left_out_like_deleted_text_and_said(line: str) -> None:
    styles = '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(r("增长") + r("8%", line) + r("7%。")) + p(r("全删。", line)) + p(r("投资6%。", '<w:strike w:val="0"/>'))
    found = laid(body, styles=styles)
    assert found.text == "增长7%。\n投资6%。"
    assert [(note.code, note.filled) for note in found.notes] == [("struck_text_left_out", {"count": "5"})]


def test_a_style_strikes_its_paragraphs_but_not_the_runs_that_say_otherwise() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="old"><w:name w:val="old"/><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(r("旧目标9%。") + r("留5%。", '<w:strike w:val="false"/>'), '<w:pStyle w:val="old"/>')
    assert laid(body, styles=styles).text == "留5%。"
