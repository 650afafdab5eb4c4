"""A document of many sections as an office program sets it: heads and feet, columns, landscape, a table over pages."""

import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lantu.extract import extract
from lantu.read import read
from tests.read.facts import facts
from tests.read.ink import holds_whole, ink_of

PARTS = (
    "农业",
    "工业",
    "建筑业",
    "交通运输业",
    "批发零售业",
    "住宿餐饮业",
    "金融业",
    "房地产业",
    "信息服务业",
    "商务服务业",
)
NAME = "规模以上{}企业全年增加值（按可比价格计算，含当年新入库企业）"


def prose(year: int) -> str:
    return "".join(
        f"{part}增加值完成{40 + i}.{i}亿元，增长{3 + i}.{i}%，新增企业{20 + i}家，吸纳就业{300 + 7 * i}人。"
        for i, part in enumerate(PARTS)
    ).replace("完成", f"{year}年完成", 1)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "某县2024年国民经济和社会发展计划报告"
    made.sections[0].footer.paragraphs[0].text = "某县发展和改革局编制"
    made.add_heading("某县2024年国民经济和社会发展计划报告", 0)
    made.add_heading("一、2023年计划执行情况", 1)
    for _ in range(3):
        made.add_paragraph(prose(2023))
    made.add_heading("二、2024年主要指标", 1)
    table(made)
    columns = made.add_section(WD_SECTION.CONTINUOUS)
    made.add_heading("三、重点领域", 1)
    for _ in range(3):
        made.add_paragraph(prose(2023))
    two = OxmlElement("w:cols")
    two.set(qn("w:num"), "2")
    two.set(qn("w:space"), "425")
    for old in columns._sectPr.findall(qn("w:cols")):  # noqa: SLF001 - the library has no columns
        columns._sectPr.remove(old)  # noqa: SLF001 - the same
    columns._sectPr.append(two)  # noqa: SLF001 - the same
    wide = made.add_section(WD_SECTION.NEW_PAGE)
    for old in wide._sectPr.findall(qn("w:cols")):  # noqa: SLF001 - the same
        wide._sectPr.remove(old)  # noqa: SLF001 - the same
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    made.add_heading("四、分行业指标", 1)
    table(made)
    made.add_paragraph("各乡镇、各部门要对照上述目标，逐项分解任务，按月调度，年底对账。")
    path = tmp_path_factory.mktemp("office") / "report.docx"
    made.save(str(path))
    return path


def table(made: Document) -> None:
    grid = made.add_table(1, 4, style="Table Grid")
    for cell, text in zip(grid.rows[0].cells, ("指标名称", "单位", "2023年实际", "2024年目标"), strict=True):
        cell.text = text
    for i, part in enumerate(PARTS):
        for cell, text in zip(
            grid.add_row().cells, (NAME.format(part), "亿元", f"{40 + i}.{i}", f"{43 + i}.5"), strict=True
        ):
            cell.text = text


@pytest.fixture(scope="module")
def print_out(source: Path, soffice: str) -> Path:
    """The PDF that LibreOffice makes of it."""
    home = f"-env:UserInstallation={(source.parent / 'home').as_uri()}"
    call = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")


def test_it_says_what_its_source_says(source: Path, print_out: Path) -> None:
    """In every field of every statement."""
    document = read(print_out)
    assert facts(document) == facts(read(source))
    assert document.notes == ()
    assert {page.width > page.height for page in document.pages} == {False, True}


def test_its_boxes_hold_their_numbers(print_out: Path) -> None:
    document = read(print_out)
    ink = ink_of(print_out)
    for statement in extract(document).statements:
        boxes = document.boxes(statement.start, statement.end)
        assert all(holds_whole(ink[box.page - 1], [box]) for box in boxes)
