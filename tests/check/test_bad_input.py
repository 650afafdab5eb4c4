"""What is given to `lantu check` that does not belong together, or may not be changed: a clear line, and nothing is lost."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.said import outline, report
from tests.command import run
from tests.read.written import Page, written
from tests.report.test_pdf_marks import POINTS, TITLE
from tests.report.word_drafts import comments, draft, parts

WRONG = "居民人均可支配收入30161元，增长14.6%，增收4376元。"
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
SIGNATURE = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'


def of_place(body: str, name: str, year: int = 2022) -> str:
    return report(body, year).replace("福州市仓山区", name).replace("仓山区", name[-3:])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A district's draft with an error, another district's of two years, and the province's."""
    texts = {
        "仓山.md": report(f"社会消费品零售总额576.1亿元，增长3.5%。{WRONG}"),
        "徐汇.md": of_place("社会消费品零售总额200亿元，增长3.5%。", "上海市徐汇区"),
        "徐汇2021.md": of_place("社会消费品零售总额100亿元，增长3.5%。", "上海市徐汇区", 2021),
        "福建.md": of_place("社会消费品零售总额21000亿元，增长3.5%。", "福建省", 2021),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf8")
    return tmp_path


def found(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[set[str]], str]:
    """The documents that each finding rests on, and what was said beside them."""
    paths = [a if a.startswith("-") else folder / a for a in arguments]
    run("check", *paths, "--format", "json")
    out, err = capsys.readouterr()
    said = json.loads(out)
    names = {d["sha256"]: d["name"] for d in said["documents"]}
    return [
        {names[e["document"]] for e in f["evidence"]} for f in said["findings"] if f["severity"] != "information"
    ], err


def test_drafts_of_several_places_are_checked_each_by_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    each, err = found(folder, capsys, "仓山.md", "徐汇.md", "--against", "徐汇2021.md", "福建.md")
    assert each == [{"仓山.md"}, {"徐汇.md", "徐汇2021.md"}]
    assert err.splitlines() == [
        "所核查的文件属于几个地区：徐汇区 310104、仓山区 350104；各地区分别核查，不作相互对照。",
        "属于其他地区而未采用：福建.md。",
    ]


@pytest.mark.parametrize("other", ["徐汇2021.md", "福建.md"])
def test_another_place_or_level_is_never_compared_against(
    folder: Path, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    each, err = found(folder, capsys, "仓山.md", "--against", other)
    assert each == [{"仓山.md"}]
    assert err.splitlines() == [f"属于其他地区而未采用：{other}。"]


def test_a_draft_and_its_province_in_one_run_are_not_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    each, err = found(folder, capsys, "仓山.md", "福建.md")
    assert each == [{"仓山.md"}]
    assert "福建省 350000、仓山区 350104；各地区分别核查" in err


@pytest.mark.parametrize("version", ["0.0.1", "9.0"])
def test_what_another_version_wrote_is_no_document(
    folder: Path, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "台账.json").write_text(json.dumps({"format": 9, "lantu": version, "documents": []}), encoding="utf8")
    for lang, said in (
        ("zh", f"台账.json：是 Lantu {version} 输出的 JSON（格式 9）"),
        ("en", f"JSON that Lantu {version} wrote (format 9)"),
    ):
        assert run("check", folder / "仓山.md", "--against", folder / "台账.json", "--lang", lang) == 1
        out, err = capsys.readouterr()
        assert [said in line for line in err.splitlines()] == [True]
        assert "N1" in out  # the draft is checked all the same


def test_other_json_is_no_document_either(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.json").write_text('{"甲": "增长5%"}\n{"甲": "增长6%"}\n', encoding="utf8")
    assert run("check", folder / "a.json") == 3
    assert "a.json（JSON）：是 JSON 文件，不读" in capsys.readouterr().err


# --- Word files and PDFs that may not be changed --------------------------------------------------------


def changed(data: bytes, how: Callable[[str, str], str], **more: str) -> bytes:
    """A Word file with its XML parts changed, and further parts."""
    to = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, how(name, part.decode()) if name.endswith((".xml", ".rels")) else part)
        for name, text in more.items():
            new.writestr(name, text)
    return to.getvalue()


def strict(name: str, xml: str) -> str:
    for old, new in STRICT.items():
        if name != "[Content_Types].xml":
            xml = xml.replace(old, new)
    return xml


def protected(name: str, xml: str) -> str:
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    return xml.replace("</w:settings>", lock) if name == "word/settings.xml" else xml


def noted(source: Path) -> bytes:
    """The copy with notes; the file itself is as it was."""
    before, out = source.read_bytes(), source.parent / "out" / source.name
    assert run("check", source, "--format", source.suffix[1:], "--output", out) in {0, 1}
    assert source.read_bytes() == before
    return out.read_bytes()


def test_a_file_that_nobody_may_write_gets_its_notes_elsewhere(tmp_path: Path) -> None:
    """Read-only on the disk, and protected by Word: the copy stays protected."""
    source = tmp_path / "草案.docx"
    source.write_bytes(changed(draft(), protected))
    source.chmod(0o444)
    out = noted(source)
    assert len(comments(out)) == 7
    assert 'w:edit="readOnly"' in parts(out)["word/settings.xml"].decode()


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    source = tmp_path / "草案.docx"
    source.write_bytes(draft())
    first = comments(draft())
    out = comments(noted(source))
    assert {number: out[number] for number in first} == first
    assert ("张三", "请核对口径。") in out.values()


def test_the_strict_dialect_stays_strict(tmp_path: Path) -> None:
    source = tmp_path / "草案.docx"
    source.write_bytes(changed(draft(), strict))
    out = parts(noted(source))
    said = out["word/comments.xml"].decode()
    assert said.count('w:author="Lantu"') == 6
    old = next(iter(STRICT))
    assert old not in said
    assert old not in out["word/document.xml"].decode()


def test_a_signature_that_does_not_hold_for_the_copy_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, pdf = tmp_path / "草案.docx", tmp_path / "草案.pdf"
    word.write_bytes(changed(draft(), lambda _, xml: xml, **{"_xmlsignatures/sig1.xml": SIGNATURE}))
    page = Page()
    page.lines(72, 90, TITLE)
    page.lines(72, 160, POINTS)
    pdf.write_bytes(written([page], trailer="/Sig << /Type /Sig /ByteRange [0 1 2 3] >>"))
    for source in (word, pdf):
        noted(source)
        assert f"{source.name} 有数字签名：加注后的副本与原件不同，签名对副本无效" in capsys.readouterr().err


def test_a_copy_without_notes_keeps_its_signature(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    page.lines(72, 90, TITLE)
    source = tmp_path / "a.pdf"
    source.write_bytes(written([page], trailer="/Sig << /Type /Sig /ByteRange [0 1 2 3] >>"))
    assert run("check", source, "--format", "pdf", "--output", tmp_path / "b.pdf") == 0
    assert "签名" not in capsys.readouterr().err
    assert (tmp_path / "b.pdf").read_bytes() == source.read_bytes()


@pytest.mark.parametrize("form", ["table", "json", "sarif", "html"])
def test_no_output_takes_the_place_of_an_input(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By its own name, by another, or with --force."""
    source, link = tmp_path / "纲要.md", tmp_path / "别名.md"
    source.write_text(outline("1.全员劳动生产率 | % | 15.5 | 20 | [4.5] | 预期性"), encoding="utf8")
    link.symlink_to(source)
    before = source.read_bytes()
    for output in (source, link, tmp_path / "." / "纲要.md"):
        assert run("check", source, "--format", form, "--output", output, "--force") == 2
        assert "不能同时作输出" in capsys.readouterr().err
    assert source.read_bytes() == before


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_no_copy_takes_the_place_of_an_input(tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / f"a.{suffix}"
    page = Page()
    page.lines(72, 90, TITLE)
    page.lines(72, 160, POINTS)
    source.write_bytes(draft() if suffix == "docx" else written([page]))
    before = source.read_bytes()
    for output in (source, tmp_path):
        assert run("check", source, "--format", suffix, "--output", output, "--force") == 2
        assert "原文件不改动" in capsys.readouterr().err
    assert source.read_bytes() == before
