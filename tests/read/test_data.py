from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from lantu.errors import BadData
from lantu.model import Comparator, Measure, Period, Quantity, Vintage
from lantu.read.data import read_data

HEADER = "place,indicator,measure,period,value,unit,vintage,source\n"


def sheet(tmp_path: Path, text: str, codec: str = "utf-8") -> Path:
    path = tmp_path / "data.csv"
    path.write_bytes(text.encode(codec))
    return path


def test_a_value_keeps_its_digits(tmp_path: Path) -> None:
    (row,) = read_data(sheet(tmp_path, HEADER + '350104,地区生产总值,level,2021,"1,002.50",亿元,verified,统计公报\n'))
    assert row.quantity == Quantity(Decimal("1002.50"), "亿元")
    assert str(row.quantity.value) == "1002.50"
    assert (row.row, row.measure, row.period, row.vintage) == (2, Measure.LEVEL, Period("2021"), Vintage.VERIFIED)
    assert not row.target


def test_chinese_headers_in_any_order_and_an_assigned_target(tmp_path: Path) -> None:
    text = "来源,类型,地区,指标,口径,时期,数值,单位,数据版本\n某发〔2021〕3号,目标,350104,单位GDP能耗,变动,2021-2025,≤-13.5,%,\n"
    (row,) = read_data(sheet(tmp_path, text, "gb18030"))
    assert row.target
    assert row.source == "某发〔2021〕3号"
    assert row.quantity == Quantity(Decimal("-13.5"), "%", Comparator.LE)
    assert row.vintage is Vintage.REPORTED


def test_numbers_of_a_workbook_are_read_by_their_shortest_digits(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["地区", "指标", "口径", "时期", "数值", "单位", "数据版本", "来源"])
    page.append([350104, "地区生产总值", "level", 2021, 1002.1, "亿元", "核实", "年鉴"])
    page.append([None] * 8)
    page.append([350104, "人口", "level", 2021, 114.0, "万人", "核实", "年鉴"])
    path = tmp_path / "data.xlsx"
    book.save(path)
    first, second = read_data(path)
    assert (first.place, first.period, first.quantity.value) == ("350104", Period("2021"), Decimal("1002.1"))
    assert (second.row, second.quantity.value) == (4, Decimal(114))


def test_every_mistake_is_named_and_nothing_is_read(tmp_path: Path) -> None:
    text = (
        HEADER
        + "350104,,levle,2021,5,%,报告,a\n350104,GDP,level,二〇二一,五,%,最终,\n350104,GDP,level,2021,5,%,报告,a\n"
    )
    with pytest.raises(BadData) as caught:
        read_data(sheet(tmp_path, text))
    for where in (
        "第 2 行“指标”",
        "第 2 行“度量”",
        "第 3 行“时期”",
        "第 3 行“数值”",
        "第 3 行“数据版本”",
        "第 3 行“来源”",
    ):
        assert where in caught.value.zh
    assert "第 4 行" not in caught.value.zh
    assert "row 3, column period" in caught.value.en


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("place,indicator\n1,2\n", "第 1 行缺少列"),
        (HEADER + '350104,"GDP,level,2021\n', "CSV"),
        (HEADER + "350104,GDP,level,2021,5%,%,报告,a\n", "单位列写 %"),
        (HEADER + "350104,GDP,level,2021,NaN,%,报告,a\n", "数字"),
    ],
)
def test_sheets_that_cannot_be_used(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadData, match=said):
        read_data(sheet(tmp_path, text))


def test_a_percentage_cell_is_not_taken_for_its_hundredth(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["地区", "指标", "口径", "时期", "数值", "单位", "数据版本", "来源"])
    page.append([350104, "GDP", "growth", 2021, 0.05, "%", "核实", "年鉴"])
    page["E2"].number_format = "0.00%"
    path = tmp_path / "data.xlsx"
    book.save(path)
    with pytest.raises(BadData, match="单位列写 %"):
        read_data(path)
