from dataclasses import replace
from itertools import permutations

import pytest

from lantu.link import link
from lantu.model import Kind, Ledger, Measure, Nature, Observation, Qualifiers, Reading, Vintage
from tests.link.build import document, reading, say

LINES = "全区社会消费品零售总额 567.1 亿元。各部门扎实工作，圆满完成任务；群众满意。"


def values(ledger: Ledger) -> list[tuple[str, str, str, int]]:
    return [(o.period.code, str(o.quantity.value), o.vintage.name, len(o.statements)) for o in ledger.observations]


def retail(text: str, value: str, *, unit: str = "亿元", year: int = 2022, **front: object) -> Reading:
    """A text that gives retail sales of 2022."""
    kind = front.get("kind", Kind.PLAN_REPORT)
    assert isinstance(kind, Kind)
    one = document(text, kind, year=year, date=str(front.get("date", "")) or None)
    nature = front.get("nature", Nature.ACTUAL)
    assert isinstance(nature, Nature)
    return reading(one, say(one, value, "社会消费品零售总额", f"{value} {unit}", "2022", nature=nature))


def test_a_figure_of_two_texts_counts_once_with_two_sources() -> None:
    ledger = link([retail(LINES, "567.1"), retail(LINES.replace("，圆满", "，\n圆满"), "567.1")])
    assert values(ledger) == [("2022", "567.1", "REPORTED", 2)]


def test_texts_are_joined_by_place_even_where_they_name_an_indicator_differently() -> None:
    one, other = document(LINES, year=2022), document(LINES + "\n", year=2022)
    ledger = link(
        [reading(d, say(d, "567.1", name, "567.1 亿元", "2022")) for d, name in ((one, "甲额"), (other, "乙额"))]
    )
    assert values(ledger) == [("2022", "567.1", "REPORTED", 2)]
    assert len(ledger.series) == 1


def test_equal_values_in_other_units_join() -> None:
    news = retail("零售额突破5671000万元。", "5671000", unit="万元", kind=Kind.NEWS)
    assert values(link([retail(LINES, "567.1"), news])) == [("2022", "567.1", "REPORTED", 2)]


def test_an_estimate_stays_beside_the_later_report() -> None:
    first = retail("预计零售总额567.1亿元。", "567.1", nature=Nature.ESTIMATE)
    later = retail("上年零售总额561.2亿元。", "561.2", year=2023)
    found = values(link([later, first]))
    assert found == [("2022", "567.1", "ESTIMATE", 1), ("2022", "561.2", "REPORTED", 1)]


def test_in_one_vintage_the_official_text_comes_first_then_the_later_document() -> None:
    texts = [
        retail("消息：零售总额570亿元。", "570", kind=Kind.NEWS, date="2023-06-01"),
        retail("零售总额560亿元。", "560", date="2023-01-01"),
        retail("零售总额565亿元。", "565", date="2023-03-01", year=2023),
    ]
    for order in permutations(texts):
        of = link(order).observations_of
        assert [_first(o) for o in next(iter(of.values()))] == ["565", "560", "570"]


def test_average_growth_of_a_span_is_no_value_of_the_growth_series() -> None:
    one = document("零售总额年均增长 8%，去年增长 5%。", year=2020)
    said = (
        say(one, "8%", "社会消费品零售总额", "8 %", "2016-2020", measure=Measure.AVERAGE_GROWTH),
        say(one, "5%", "社会消费品零售总额", "5 %", "2020", measure=Measure.GROWTH),
    )
    assert len(link([reading(one, *said)]).series) == 2


def test_vintages_are_told_by_the_nature_of_the_statement() -> None:
    first = retail("预计零售总额567.1亿元。", "567.1", nature=Nature.ESTIMATE)
    assert link([first]).observations[0].vintage is Vintage.ESTIMATE


def _first(observation: Observation) -> str:
    return str(observation.quantity.value)


def test_each_member_of_a_ratio_has_a_series_of_its_own() -> None:
    one = document("三次产业结构为0.2:38.2:61.6。", year=2020)
    members = (("0.2", "第一产业"), ("38.2", "第二产业"), ("61.6", "第三产业"))
    said = [say(one, v, f"三次产业结构（{m}）", f"{v} ", "2020", measure=Measure.RATIO) for v, m in members]
    assert len(link([reading(one, *said)]).series) == 3


@pytest.mark.parametrize(
    ("named", "vintage"),
    [("快报", Vintage.FLASH), ("最终核实", Vintage.VERIFIED), ("修订", Vintage.REVISED), ("", Vintage.REPORTED)],
)
def test_the_text_says_how_final_a_value_is(named: str, vintage: Vintage) -> None:
    one = retail(LINES, "567.1")
    said = replace(one.statements[0], qualifiers=Qualifiers(vintage=named))
    assert link([replace(one, statements=(said,))]).observations[0].vintage is vintage


def test_what_is_to_be_spent_is_no_value() -> None:
    one = document("拟安排补助资金632亿元。", year=2010)
    said = say(one, "632亿元", "拟安排补助资金", "632 亿元", "2010")
    assert link([reading(one, said)]).observations == ()


def test_no_document_tells_the_results_of_a_later_year() -> None:
    one = document("钢产量3178万吨。", year=2022)
    told, misread = (say(one, "3178万吨", "钢产量", "3178 万吨", year) for year in ("2022", "2029"))
    assert [o.period.code for o in link([reading(one, told, misread)]).observations] == ["2022"]
