"""Findings as comments in a Word file: on their numbers, and nothing else of it changed."""

import json
import subprocess
from pathlib import Path

import pytest

from lantu.read import read_bytes
from lantu.read.docx_places import Places
from lantu.report.marks import Mark
from lantu.report.word_comments import commented
from tests.command import OUTLINE, run
from tests.read.test_docx import file, p, r
from tests.report.pdf_notes import notes
from tests.report.word_drafts import bare, comments, covered, draft, parts


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Path]:
    """The draft, read-only, and the same with its findings."""
    source, out = tmp_path / "草案.docx", tmp_path / "批注" / "草案.docx"
    source.write_bytes(draft())
    source.chmod(0o444)
    assert run("check", source, "--format", "docx", "--output", out) == 1
    return source, out


def found(data: bytes) -> list[tuple[str, str]]:
    """Each comment's first word (the check), and what it covers."""
    under = covered(data)
    return [(said.split()[0], under[number]) for number, (_, said) in comments(data).items()]


def test_each_comment_covers_its_number(written: tuple[Path, Path]) -> None:
    assert found(written[1].read_bytes()) == [
        ("请核对口径。", "收入3016"),  # the drafter's own, kept
        ("N1", "14.6%"),  # in three runs
        ("N2", "9%"),  # inserted in place of 13.6
        ("N4", "2%"),  # in a numbered item
        ("N4", ""),  # in a footnote: on its sign
        ("N3", "1.4"),
        ("N2", "10%"),
    ]


def test_a_comment_says_what_is_seen_and_what_to_ask(written: tuple[Path, Path]) -> None:
    said = comments(written[1].read_bytes())
    assert said["0"] == ("张三", "请核对口径。")
    author, text = said["2"]
    first, seen, why, ask = text.splitlines()
    assert author == "Lantu"
    assert first.startswith("N2 年均增速与期初、期末值（错误，")
    assert "13.54%—13.62%" in seen
    assert (why[:3], ask[:3]) == ("可能：", "待核：")
    assert "高新技术产业占比上升3%。" in said["4"][1]
    assert (
        b'w:author="Lantu" w:initials="L" w:date="2023-01-05T00:00:00Z"'
        in parts(written[1].read_bytes())["word/comments.xml"]
    )


def test_without_its_comments_the_file_is_the_draft(written: tuple[Path, Path]) -> None:
    source, out = (path.read_bytes() for path in written)
    assert source == written[0].read_bytes()
    assert bare(out) == bare(source)
    same = {name for name, part in parts(source).items() if parts(out)[name] == part}
    assert set(parts(source)) - same == {"word/document.xml", "word/comments.xml"}
    assert "numId" in parts(out)["word/styles.xml"].decode()


def test_a_file_without_comments_gets_the_part_for_them(tmp_path: Path) -> None:
    """And one that has Lantu's keeps them; the same call makes the same bytes."""
    source, once, again = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    source.write_bytes(file(p(f"{OUTLINE.splitlines()[0][2:]}") + p("常住人口城镇化率比上年提高2%。")))
    for out in (once, again):
        run("check", source, "--format", "docx", "--output", out)
    assert once.read_bytes() == again.read_bytes()
    assert found(once.read_bytes()) == [("N4", "2%")]
    assert "comments" in parts(once.read_bytes())["word/_rels/document.xml.rels"].decode()
    run("check", once, "--format", "docx", "--output", again, "--force")
    assert found(again.read_bytes()) == [("N4", "2%")] * 2


BOX = f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{p('增长2%。')}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
GONE = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'


@pytest.mark.parametrize(
    ("body", "covers"),
    [
        (p(r("增") + r("长") + r("2", "<w:b/>") + r("%。")), "2%"),
        (p(r("增长 2") + r(" %。")), "2 %"),
        (p(r("增长2%", "<w:vanish/>") + r("增长2%。")), "2%"),
        (p("<w:r><w:t>一。</w:t><w:tab/><w:t>增长2%</w:t><w:br/><w:t>全面。</w:t></w:r>"), "2%"),
        (p(r("增长") + f'<w:hyperlink>{r("2%")}</w:hyperlink>' + r("。")), "2%"),
        (f"<w:p>{GONE}{r('增长2')}</w:p>" + p("%。"), "2%"),  # the mark between the paragraphs is deleted
        (p(BOX), "增长2%。"),  # a text box takes no comment: the run that holds it
        (p("<m:oMath><m:r><m:t>2%</m:t></m:r></m:oMath>" + r("增长")), "增长"),  # a formula: the paragraph
    ],
)  # fmt: skip
def test_the_range_in_runs_of_all_sorts(body: str, covers: str) -> None:
    data = file(p("规划纲要") + body)
    document = read_bytes("a.docx", data)
    start = document.text.index("2")
    stretch = Places(document, data).stretch(start, document.text.index("%", start) + 1)
    assert stretch is not None
    out = commented(data, [(Mark(0, 1, ("N1",), "框内"), stretch)], None)
    assert covered(out) == {"0": covers}
    assert comments(out)["0"] == ("Lantu", "N1\n框内" if body == p(BOX) else "N1")
    assert read_bytes("a.docx", out).text == document.text


def test_two_findings_on_one_number_and_one_beside_it() -> None:
    data = file(p("增长12%，下降3%。"))
    document = read_bytes("a.docx", data)
    spans = [(2, 5), (2, 5), (2, 4), (0, 10)]
    places = [Places(document, data).stretch(*span) for span in spans]
    out = commented(data, [(Mark(0, 1, ("N1",)), at) for at in places if at], None)
    assert covered(out) == {"0": "12%", "1": "12%", "2": "12", "3": "增长12%，下降3%"}
    assert read_bytes("a.docx", out).text == document.text


def test_libreoffice_shows_the_comments(written: tuple[Path, Path], soffice: str, tmp_path: Path) -> None:
    """The page's own text is that of the draft."""
    pages = []
    for name, path in zip(("draft", "marked"), written, strict=True):
        source = tmp_path / f"{name}.docx"
        source.write_bytes(path.read_bytes())
        kind = "pdf:writer_pdf_Export:" + json.dumps({"ExportNotes": {"type": "boolean", "value": "true"}})
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, check=True, timeout=100, capture_output=True)
        pages.append((tmp_path / f"{name}.pdf").read_bytes())
    (before, own), (after, said) = map(notes, pages)
    assert after == before
    assert len(own) == 1
    checks = sorted(note.text.split()[0] for note in said)
    assert checks == ["N1", "N2", "N2", "N3", "N4", "N4", "请核对口径。"]


def test_what_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, text = tmp_path / "a.docx", tmp_path / "b.md"
    word.write_bytes(draft())
    text.write_text(OUTLINE, encoding="utf8")
    before = word.read_bytes()
    for line, status, arguments in (
        ("b.md：是 MD 文件，不是 DOCX", 3, [text, "--output", tmp_path / "out"]),
        ("要同时写 --output", 2, [word]),
        ("原文件不改动", 2, [word, "--output", word, "--force"]),
        ("原文件不改动", 2, [word, "--output", tmp_path, "--force"]),
        ("不覆盖已有文件", 3, [word, "--output", tmp_path / "b.docx"]),
    ):
        (tmp_path / "b.docx").write_text("别的", encoding="utf8")
        assert run("check", *arguments, "--format", "docx") == status
        assert sum(line in said for said in capsys.readouterr().err.splitlines()) == 1
    assert run("check", word, text, "--format", "docx", "--output", tmp_path / "out") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.docx"]
    assert word.read_bytes() == before
    assert (tmp_path / "b.docx").read_text(encoding="utf8") == "别的"
