"""Identities that simple expressions find in a text, and what they leave alone."""

from pathlib import Path

import pytest

from bench import found

SAID = {
    "三次产业结构调整为4.2:38.2:57.6。": [("structure", ("4.2", "38.2", "57.6"))],
    "投入5955亿元，比上年增加1637亿元，增长37.9%。": [("increment", ("5955", "37.9", "1637"))],
    "投资从2007年的248亿美元上升到2012年的772亿美元，年均增长25.5%。": [
        ("average", ("248", "772", "25.5", "2007", "2012"))
    ],
    "城镇化率由58.5%提高到60.1%，提高1.6个百分点。": [("bracket", ("58.5", "60.1", "1.6"))],
    "| 15.人均预期寿命 | 岁 | 79.49 | 80.2 | [0.71] |": [("bracket table", ("79.49", "80.2", "0.71"))],
    "财政赤字8000亿元，其中中央财政赤字5500亿元，代地方发债2500亿元。": [
        ("budget sum", ("5500", "2500", "8000")), ("part and whole", ("5500", "8000"))
    ],
    "森林覆盖率达到66.8%。": [("percent", ("66.8",))],
    "服务业比重提高1.2个百分点。": [("points", ("1.2",))],
    "2021年是“十四五”开局之年。": [("fixed formula", ("2021", "十四"))],
    "2021年1月14日通过。": [("date", ("2021", "1", "14"))],
    "比例为2:3:7，由20元提高到40元，增长3%。": [],
    "增加到5000亿元，比上年增加1000亿元，增长37.9%。": [],
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_only_what_agrees_as_printed_is_a_site(text: str) -> None:
    assert [(s.kind, tuple(f.text for f in s.figures)) for s in found.sites("a", text)] == SAID[text]


def test_two_consecutive_reports_hang_together_by_growth() -> None:
    texts = {
        "gwr_2008.txt": "财政收入5.13万亿元，增长32.4%。",
        "gwr_2009.txt": "财政收入6.13万亿元，增长19.5%；进出口总额2.56万亿美元，增长17.8%。",
    }
    sites, before = found.pairs(texts)
    assert before == {"gwr_2009.txt": "gwr_2008.txt"}
    assert [tuple(f.text for f in s.figures) for s in sites] == [("6.13", "19.5", "5.13")]


def test_documents_that_nobody_reads_are_left_out(tmp_path: Path) -> None:
    for name in ("gwr_2011.txt", "p15.txt", "shandong_014_x.txt", "p01.txt", "p01.docx"):
        (tmp_path / name).write_text("2021年1月14日", encoding="utf8")
    made = found.bundle(sorted(tmp_path.iterdir()))
    assert set(made.texts) == {"p01.txt"}
    assert [s.kind for s in made.sites] == ["date"]
