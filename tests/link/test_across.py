"""A table that names its indicators in the header: each column is the row of one indicator."""

from dataclasses import replace
from decimal import Decimal

from lantu.extract import extract
from lantu.link import link
from lantu.read import read_bytes
from tests.link.build import HERE

TEXT = """# 甲区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要

## 主要指标

| 年份 | 地区生产总值（亿元） | 常住人口城镇化率（%） |
| --- | --- | --- |
| 2020年（实际） | 318.6 | 52.4 |
| 2025年（目标） | 450 | 58 |
"""


def test_each_indicator_has_its_own_base() -> None:
    document = read_bytes("a.md", TEXT.encode())
    reading = extract(replace(document, front=replace(document.front, place=HERE)))
    ledger = link([reading])
    of = {t.name: t for t in ledger.targets}
    assert {
        name: (t.wanted.value if t.wanted else None, t.base.quantity.value if t.base else None)
        for name, t in of.items()
    } == {
        "地区生产总值": (Decimal(450), Decimal("318.6")),
        "常住人口城镇化率": (Decimal(58), Decimal("52.4")),
    }
