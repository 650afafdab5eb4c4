from dataclasses import replace

import pytest

from lantu.link import link
from lantu.model import Reading
from lantu.registers import linking
from tests.link.build import document, reading, say


def titled(title: str, year: int, meeting: str | None = None, issuer: str | None = None) -> Reading:
    """A report whose title, or what else stands at its head, names a place that no code list knows."""
    one = document(f"{year}年有学校 3 所。", year=year, place=None, name=f"{year}.txt")
    one = replace(one, front=replace(one.front, title=title, meeting=meeting, issuer=issuer))
    return reading(one, say(one, "3 所", "学校", "3 所", str(year)))


def test_titles_that_name_one_place_are_of_one_place_and_this_is_noted() -> None:
    ledger = link([titled("关于青山岭县2022年计划的报告", 2022), titled("青山岭县2023年计划的报告", 2023)])
    assert {s.place for s in ledger.series} == {ledger.series[0].place}
    assert {(n.code, n.filled["name"]) for n in ledger.notes} == {("place_not_listed", "青山岭县")}


def test_a_title_without_a_place_is_of_that_of_its_meeting_or_issuer() -> None:
    ledger = link([
        titled("关于青山岭县2022年计划的报告", 2022),
        titled("政府工作报告", 2023, meeting="青山岭县第九届人民代表大会第三次会议"),
        titled("政府工作报告", 2024, issuer="青山岭县人民政府"),
    ])  # fmt: skip
    assert len({s.place for s in ledger.series}) == 1


def test_titles_that_name_none_stay_apart() -> None:
    ledger = link([titled("政府工作报告", 2022), titled("政府工作报告", 2023)])
    assert len({s.place for s in ledger.series}) == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青山岭县国民经济和社会发展第十四个五年规划纲要", "青山岭县"),
        ("关于青山岭县2023年国民经济和社会发展计划执行情况的报告", "青山岭县"),
        ("2023年政府工作报告", None),
        ("政府工作报告", None),
    ],
)
def test_the_place_at_the_head_of_a_title(title: str, name: str | None) -> None:
    assert linking.load().place_of(title) == name
