"""A misprint that a person corrected is read as it should be; the text and every offset stay."""

import hashlib
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.errors import BadCorrections, LantuError, StaleCorrection
from lantu.model import Document, Statement
from lantu.report.card import document_notes
from lantu.report.statements import statements_table

TEXT = """# 仓山区2022年国民经济和社会发展计划执行情况的报告

（2022年12月21日）

## 一、2022年执行情况

固定资产投资560亿
元，增长3.5%；进出口总额33亿元，增长12%。财政收入41.5亿元，增长3.5%。

| 指标 | 单位 | 2020年 | 2025年 |
| --- | --- | --- | --- |
| 常住人口 | 人 | 902 | 950 |
| 绿化覆盖率 | % | 45.26 | 46.3 |
"""
SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def entry(printed: str, should: str, sha: str = SHA, **more: object) -> str:
    extra = "".join(f"{key} = {value}\n" for key, value in more.items())
    return f"[[correction]]\ndocument = {sha!r}\nprinted = {printed!r}\nshould = {should!r}\nreason = '公报'\n{extra}"


def document(folder: Path, *entries: str) -> Document:
    (folder / "报告.md").write_text(TEXT, encoding="utf8", newline="")
    (folder / "corrections.toml").write_text("\n".join(entries), encoding="utf8")
    return pipeline.read(folder / "报告.md")


def changed(found: Document) -> dict[str, str]:
    """Printed and read, of the statements that carry a correction."""
    return {s.text: f"{s.quantity.value}{s.quantity.unit}" for s in pipeline.extract(found).statements if s.corrected}


@pytest.mark.parametrize(
    ("printed", "should", "read"),
    [
        ("投资560亿元", "投资506亿元", {"560亿\n元": "506亿元"}),
        ("投资560亿元", "投资5060亿元", {"560亿\n元": "5060亿元"}),
        ("总额33亿元", "总额3亿元", {"33亿元": "3亿元"}),
        ("财政收入41.5亿元，增长3.5%", "财政收入45.1亿元，增长-3.5%", {"41.5亿元": "45.1亿元", "3.5%": "-3.5%"}),
        ("| 常住人口 | 人 |", "| 常住人口 | 万人 |", {"902": "902万人", "950": "950万人"}),
        ("| 45.26 |", "| 45.62 |", {"45.26": "45.62%"}),
    ],
)
def test_what_is_read_is_what_it_should_say(tmp_path: Path, printed: str, should: str, read: dict[str, str]) -> None:
    found = document(tmp_path, entry(printed, should))
    assert found.text == TEXT
    assert changed(found) == read


def numbers(found: Document) -> list[Statement]:
    return [s for s in pipeline.extract(found).statements if not s.corrected]


def test_the_statements_beside_it_stay_as_they_are(tmp_path: Path) -> None:
    before = {s.id: s for s in numbers(document(tmp_path))}
    after = numbers(document(tmp_path, entry("投资560亿元", "投资5060亿元"), entry("| 45.26 |", "| 45.6 |")))
    assert len(after) == len(before) - 2
    assert all(before[s.id] == s for s in after)


def test_every_span_points_at_its_print(tmp_path: Path) -> None:
    reading = pipeline.extract(document(tmp_path, entry("进出口总额33亿元", "进出口总额3.25亿元")))
    assert all(TEXT[s.start : s.end] == s.text for s in reading.statements)
    assert not reading.unread


def test_an_offset_tells_which_of_two(tmp_path: Path) -> None:
    second = TEXT.rindex("增长3.5%")
    assert changed(document(tmp_path, entry("增长3.5%", "增长5.3%", offset=second))) == {"3.5%": "5.3%"}


def test_a_corrected_title_is_what_the_document_is_about(tmp_path: Path) -> None:
    found = document(tmp_path, entry("仓山区2022年国民", "仓山区2021年国民"))
    assert found.front.reporting_year == 2021


def test_who_corrected_it_and_when_is_kept(tmp_path: Path) -> None:
    (made,) = document(tmp_path, entry("投资560亿元", "投资506亿元", by="'张三'", date="2026-11-24")).corrections
    assert (made.printed, made.should, made.reason, made.by, made.date) == ("560", "506", "公报", "张三", "2026-11-24")


def test_a_document_that_is_not_at_hand_is_no_matter(tmp_path: Path) -> None:
    assert document(tmp_path, entry("没有", "有", "0" * 64)).corrections == ()


def test_the_folder_of_registers_may_hold_it(tmp_path: Path) -> None:
    document(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "corrections.toml").rename(own / "corrections.toml")
    (own / "corrections.toml").write_text(entry("投资560亿元", "投资506亿元", SHA[:16]), encoding="utf8")
    assert pipeline.read(tmp_path / "报告.md").corrections == ()
    assert len(pipeline.read(tmp_path / "报告.md", registers=own).corrections) == 1


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([entry("投资561亿元", "投资506亿元")], "文中没有"),
        ([entry("增长3.5%", "增长5.3%")], "文中有 2 处"),
        ([entry("增长3.5%", "增长5.3%", offset=3)], "位置 3"),
        ([entry("投资560亿元", "投资506亿元"), entry("560亿", "605亿")], "第 2 条"),
        ([entry("| --- | --- | --- | --- |", "| --- | -- | --- | --- |")], "不在正文"),
    ],
)
def test_a_correction_that_does_not_fit_stops_everything(tmp_path: Path, entries: list[str], said: str) -> None:
    with pytest.raises(StaleCorrection, match=said) as caught:
        document(tmp_path, *entries)
    assert "报告.md" in caught.value.en
    with pytest.raises(StaleCorrection):
        pipeline.read_all([tmp_path / "报告.md"])


@pytest.mark.parametrize(
    "text",
    [
        "[[correction]\n", "[a]\nb = 1\n", entry("一", "一 "), entry("一", "二", "abc"), entry("一", "二", colour="1"),
        entry("一", "二", offset="-1"), entry("一", "二", date="'never'"), entry("一", ""), "correction = 1\n", "correction = [1]\n",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_in_a_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadCorrections) as caught:
        document(tmp_path, text)
    assert isinstance(caught.value, LantuError)
    assert caught.value.zh.startswith("corrections.toml：")


SECTIONS = """# 仓山区2022年国民经济和社会发展计划执行情况的报告

## 一、2032年执行情况

财政收入41亿元。

主要指标（单位：亿元）

| 指标 | 2022年 |
| --- | --- |
| 税收收入 | 9 |

### （一）工业

投资5亿元。

## 二、2023年计划安排

（一）工业。投资增长7%。消费增长6%。

消费增长8%。

（二）农业。投资增长3%。
"""


@pytest.mark.parametrize(
    ("printed", "should", "marked"),
    [
        ("一、2032年执行", "一、2022年执行", ["41亿元", "9", "5亿元"]),
        ("二、2023年计划安排", "二、2024年计划安排", ["7%", "6%", "8%", "3%"]),
        ("（单位：亿元）", "（单位：万元）", ["9"]),
        ("### （一）工业", "### （一）制造业", ["5亿元"]),
        ("（一）工业。投资增长", "（一）建筑业。投资增长", ["7%", "6%", "8%"]),
    ],
)
def test_a_correction_in_a_heading_is_of_every_statement_of_its_section(
    tmp_path: Path, printed: str, should: str, marked: list[str]
) -> None:
    path = tmp_path / "报告.md"
    path.write_text(SECTIONS, encoding="utf8", newline="")
    made = entry(printed, should, hashlib.sha256(SECTIONS.encode()).hexdigest())
    (tmp_path / "corrections.toml").write_text(made, encoding="utf8")
    found = pipeline.read(path)
    statements = pipeline.extract(found).statements
    assert [s.text for s in statements if s.corrected] == marked
    assert len(statements) == 7


def test_a_heading_that_stands_twice_is_corrected_once(tmp_path: Path) -> None:
    text = "# 规划\n\n## 一、甲\n\n### 目标\n\n增长5%。\n\n## 二、乙\n\n### 目标\n\n增长6%。\n"
    path = tmp_path / "报告.md"
    path.write_text(text, encoding="utf8", newline="")
    made = entry("目标", "指标", hashlib.sha256(text.encode()).hexdigest(), offset=text.index("目标"))
    (tmp_path / "corrections.toml").write_text(made, encoding="utf8")
    found = pipeline.read(path)
    assert [s.section[-1] for s in pipeline.extract(found).statements] == ["指标", "目标"]


def told(folder: Path, name: str) -> list[tuple[str, str]]:
    return [(note.code, note.filled["number"]) for note in pipeline.read(folder / name).notes]


def test_a_file_saved_anew_says_that_its_correction_was_not_made(tmp_path: Path) -> None:
    document(tmp_path, entry("投资560亿元", "投资506亿元"))
    (tmp_path / "另存.md").write_text(TEXT + "\n", encoding="utf8", newline="")
    assert told(tmp_path, "另存.md") == []  # the document itself is there too
    (tmp_path / "报告.md").unlink()
    assert told(tmp_path, "另存.md") == [("correction_without_document", "1")]
    assert hashlib.sha256((TEXT + "\n").encode()).hexdigest() in document_notes(pipeline.read(tmp_path / "另存.md"))[0]


def test_a_correction_of_another_text_is_no_matter_here(tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text(
        entry("投资666亿元", "投资606亿元") + entry("560", "506"), encoding="utf8"
    )
    (tmp_path / "报告.md").write_text(TEXT + "\n", encoding="utf8", newline="")
    assert told(tmp_path, "报告.md") == []


def test_the_table_of_statements_shows_what_stands_in_print(tmp_path: Path) -> None:
    found = statements_table([pipeline.extract(document(tmp_path, entry("投资560亿元", "投资506亿元")))])
    assert "506亿元（更正，原文印作“560亿元”）" in found
    assert found.count("原文印作") == 1
    (tmp_path / "扫描.txt").write_text("固定资产投资l23.5亿元，增长3.5%。", encoding="utf8")
    restored = statements_table([pipeline.extract(pipeline.read(tmp_path / "扫描.txt"))])
    assert "123.5亿元（复原，原文印作“l23.5亿元”）" in restored
