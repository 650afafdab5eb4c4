import time
from pathlib import Path

import pytest

from lantu.errors import (
    BinaryFile,
    EmptyFile,
    LantuError,
    MissingFile,
    NotAFile,
    TooLarge,
    UnknownFormat,
    UnknownLanguage,
)
from lantu.read import read, read_bytes


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read(tmp_path / "none.txt")
    with pytest.raises(NotAFile):
        read(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", "\ufeff\n".encode()])
def test_nothing_written(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    with pytest.raises(EmptyFile):
        read(path)


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "digits.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    start = time.perf_counter()
    with pytest.raises(TooLarge, match="--max-size"):
        read(path)
    assert time.perf_counter() - start < 0.5


def test_a_higher_limit_lets_it_through(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("地区生产总值增长5%。", encoding="utf-8")
    with pytest.raises(TooLarge):
        read(path, max_size=10)
    assert read(path, max_size=100).text == "地区生产总值增长5%。"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04....ppt/presentation.xml", "PPTX"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "DOC"),
    ],
)
def test_other_formats_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnknownFormat, match=kind):
        read_bytes("报告.txt", data)


def test_binary_named_txt() -> None:
    with pytest.raises(BinaryFile):
        read_bytes("a.txt", b"\x7fELF\x02\x01\x01\x00" * 10)


def test_messages_are_one_line_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(LantuError) as caught:
        read(tmp_path)
    for lang in ("zh", "en"):
        said = caught.value.say(lang)
        assert tmp_path.name in said
        assert "\n" not in said


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "一、目标\n增长5%。", "txt"),
        ("a.md", "一、目标\n增长5%。", "md"),
        ("a.txt", "# 目标\n\n增长**5%**。", "md"),
        ("a.txt", "<html><body><p>增长5%。</p></body></html>", "html"),
        ("a.html", "增长5%。", "txt"),
    ],
)
def test_the_format_is_told_by_content(name: str, text: str, kind: str) -> None:
    assert read_bytes(name, text.encode()).format == kind


@pytest.mark.parametrize(
    "text",
    [
        "GDP grew by 5.2 percent to 126 trillion yuan in 2023. We will create 12 million urban jobs. 国务院\n",
        "令和5年度の実質GDP成長率は1.5％程度、消費者物価上昇率は1.7％程度と見込まれる。失業率は2.4％。\n",
        "都市計画区域　面積1,234平方km　人口123,456人\n経済成長率　5.2％\n区域拡大　3箇所\n県営団地　120戸\n総額　1,200百万円\n",  # a table in Japanese
        "第十四次 國家經濟發展計劃을 確定하여 國內總生産을 年平均 5.5% 成長시키고 失業率을 3.0%로 維持한다.\n"
        * 3,  # Korean in Chinese characters
        "2025년 국내총생산(GDP)은 5.2% 증가하고 도시 신규 취업자는 1200만 명에 달했다. 國務院\n",
        "2025년 성장률 5%\n",
        "В 2023 году ВВП вырос на 3,6%, инфляция составила 7,4%, безработица снизилась до 3%.\n",
    ],
)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(UnknownLanguage, match=r"a\.txt：.*只读中文"):
        read_bytes("a.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "指标,2025\nGDP,5%\n粮食,3%\n",
        "Report on the Work of the Government 2023\n" * 3 + "全国生产总值增长5%，城镇新增就业1200万人。" * 9,
        "GDP 5%",
        "全州生产总值增长5%，城镇新增就业1.2万人，粮食产量稳定。\n전주 생산총액 5% 성장\n" * 3,
        "对日本県庁代表团访问：生产总值增长5%，其中出口增长8%，新能源汽车增长30%，服务业增长6%。\n"
        + "全省完成投资1200亿元，城镇新增就业1.2万人。" * 9,
    ],
)
def test_chinese_with_foreign_words_is_read(text: str) -> None:
    assert read_bytes("a.txt", text.encode()).passages


@pytest.mark.parametrize("text", ["投资增长5%，" * 500_001, "投资增长百分之五，" * 500_001, "发展。\n" * 500_001])
def test_a_text_of_more_numbers_or_lines_than_any_plan_has_is_refused(text: str) -> None:
    with pytest.raises(TooLarge, match=r"a\.txt：文中数字或行数超过 500,000"):
        read_bytes("a.txt", text.encode())


@pytest.mark.parametrize("row", ["|1" * 1000 + "|\n", "1\t" * 1000 + "\n"])
def test_a_text_of_a_million_cells_is_refused(row: str) -> None:
    with pytest.raises(TooLarge, match="单元格"):
        read_bytes("a.txt", (row * 1000).encode())
