"""An indicator that is typed shows its values year by year, each with its sentence."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from lantu.store import models, valuing
from lantu.web.entry import jobs
from tests.command import OUTLINE, REPORT

pytestmark = pytest.mark.django_db
BULLETIN = """# 福州市仓山区2022年国民经济和社会发展统计公报

（仓山区统计局 2023年3月20日）

2022年，全区社会消费品零售总额566.8亿元，比上年增长3.4%。
"""
NEXT = """# 福州市仓山区2023年政府工作报告

（2023年12月25日在仓山区第十八届人民代表大会第四次会议上）

预计2023年全区社会消费品零售总额590亿元。2022年社会消费品零售总额566.9亿元。
"""


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path) -> None:
    texts = {"纲要.md": OUTLINE, "报告.md": REPORT, "公报.md": BULLETIN, "工作报告.md": NEXT}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for place in jobs.bring_in([tmp_path / name for name in texts]).places:
        jobs.join(place)


def level(typed: str = "社会消费品零售总额") -> valuing.Table:
    return valuing.tables(typed).tables[0]


def test_what_was_expected_reported_and_in_the_bulletin_stand_apart() -> None:
    table = level()
    assert table.years == ("2022", "2023")
    assert {line.vintage: [[v.text for v in cell] for cell in line.cells] for line in table.lines} == {
        "ESTIMATE": [[], ["590"]],
        "REPORTED": [["566.9", "567.1"], []],  # two documents, two values
        "BULLETIN": [["566.8"], []],
    }


def test_each_value_names_the_statement_that_says_it() -> None:
    for line in level().lines:
        for value in (v for cell in line.cells for v in cell):
            assert models.Statement.objects.get(key=value.statement).document.sha256 == value.document


@pytest.mark.parametrize("typed", ["社会消费品零售总额", "社零总额", "社会消费品零售总额 2022"])
def test_any_name_of_the_register_will_do(typed: str) -> None:
    assert level(typed).series.indicator == "retail_sales"


@pytest.mark.parametrize("typed", ["", " ", "没有这个指标", "'"])
def test_words_that_name_no_indicator_show_no_table(typed: str) -> None:
    assert valuing.tables(typed).tables == ()


def test_levels_come_first_and_another_place_has_none() -> None:
    assert [t.series.measure.value for t in valuing.tables("社会消费品零售总额").tables] == ["level", "growth"]
    assert valuing.tables("社会消费品零售总额", "110000").tables == ()


def test_tables_take_three_queries(django_assert_num_queries: Callable[[int], AbstractContextManager[object]]) -> None:
    with django_assert_num_queries(3):
        level()
