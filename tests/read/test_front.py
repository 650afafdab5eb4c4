from collections.abc import Mapping
from pathlib import Path

import pytest

from lantu.model import Front, Kind, PassageKind
from lantu.read import read, read_bytes


def front(text: str) -> Front:
    return read_bytes("a.txt", text.encode()).front


def told(found: Front) -> tuple[str, str | None, str | None, int | None, int | None]:
    """Kind, place, plan period, reporting and planning year."""
    place, period = found.place, found.plan_period
    return (
        found.kind.value,
        place.name if place else None,
        period.code if period else None,
        found.reporting_year,
        found.planning_year,
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("杭州市国民经济和社会发展第十三个五年规划纲要", ("outline", "杭州市", "2016-2020", 2015, None)),
        ("贵州省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", ("outline", "贵州省", "2021-2025", 2020, None)),
        ("中华人民共和国国民经济和社会发展第十个五年计划纲要", ("outline", "全国", "2001-2005", 2000, None)),
        ("中共贵州省委关于制定贵州省国民经济和社会发展第十五个五年规划的建议", ("proposal", "贵州省", "2026-2030", 2025, None)),
        ("关于杭州市2019年国民经济和社会发展计划执行情况与2020年国民经济和社会发展计划草案的报告", ("plan_report", "杭州市", None, 2019, 2020)),
        ("关于2008年国民经济和社会发展计划执行情况与2009年国民经济和社会发展计划草案的报告", ("plan_report", None, None, 2008, 2009)),
        ("关于贵州省2023年上半年国民经济和社会发展计划执行情况的报告", ("plan_report", "贵州省", None, 2023, None)),
        ("关于杭州市2022年预算执行情况和2023年预算草案的报告", ("other", "杭州市", None, 2022, 2023)),
        ("辽西省一九五三年工作总结和一九五四年工作任务", ("other", "辽西省", None, 1953, 1954)),
        ("贵州省国民经济和社会发展第七个五年计划（1986—1990）", ("outline", "贵州省", "1986-1990", 1985, None)),
        ("贵州省国民经济第二个五年计划（草案）（一九五八—一九六二年）", ("outline", "贵州省", "1958-1962", 1957, None)),
        ("2025年杭州市政府工作报告", ("work_report", "杭州市", None, 2024, 2025)),
        ("贵州省“十四五”科技创新规划", ("other", "贵州省", "2021-2025", None, None)),
        ("关于加快推进教育现代化的实施意见", ("other", None, None, None, None)),
    ],
)  # fmt: skip
def test_what_a_title_says(title: str, expected: tuple[str, str | None, str | None, int | None, int | None]) -> None:
    assert told(front(f"{title}\n\n一、总体要求\n\n坚持稳中求进，推动发展。\n")) == expected


@pytest.mark.parametrize(
    ("day", "years"),
    [
        ("2025年1月14日", (2024, 2025)),
        ("2023年12月24日", (2023, 2024)),
        ("二〇一八年三月五日", (2017, 2018)),
        ("2020年5月22日", (2019, 2020)),
    ],
)
def test_the_years_of_a_work_report_by_its_day(day: str, years: tuple[int, int]) -> None:
    found = front(f"政府工作报告\n\n——{day}在杭州市第十四届人民代表大会第三次会议上\n\n各位代表：\n\n请予审议。\n")
    assert (found.reporting_year, found.planning_year) == years
    assert found.meeting == "杭州市第十四届人民代表大会第三次会议"


def test_the_years_of_a_work_report_by_its_headings() -> None:
    found = front(
        "各位代表：\n\n我代表国务院，向大会作政府工作报告，请予审议。\n\n一、1993年工作的回顾和1994年的任务\n\n经济增长。\n"
    )
    assert told(found) == ("work_report", "全国", None, 1993, 1994)
    assert found.issuer == "国务院"


def test_years_that_are_not_certain_stay_unknown() -> None:
    found = front(
        "各位代表：\n\n我代表国务院，向大会作政府工作报告，请予审议。\n\n一、回顾\n\n1976年到1978年，形势好转。\n"
    )
    assert (found.reporting_year, found.planning_year) == (None, None)


NEWS = """奋楫扬帆启新程

■ 本报记者 张三 通讯员 李四

12月24日上午，杭州市西湖区第十六届人民代表大会第三次会议开幕，区长王五作政府工作报告。

报告指出，一年来全区经济稳中有进。

预计2023年主要经济指标

- 地区生产总值1065亿元，增长2.5%；

2024年主要预期目标

- 地区生产总值增长5.5%。
"""


def test_news_takes_its_years_from_its_headings_and_its_year_from_them() -> None:
    found = front(NEWS)
    assert told(found) == ("news", "西湖区", None, 2023, 2024)
    assert found.date == "2023-12-24"
    assert found.meeting == "西湖区第十六届人民代表大会第三次会议"


def test_a_day_whose_year_is_unknown_gives_no_date() -> None:
    text = "奋楫启新程\n\n本报记者 张三\n\n1月5日，某区第二届人民代表大会第三次会议开幕，区长王五作政府工作报告。\n\n报告指出，经济稳中有进。\n"
    found = front(text)
    assert (found.kind, found.date) == (Kind.NEWS, None)


def test_draft_issuer_and_meeting_in_full() -> None:
    text = (
        "关于杭州市西湖区2022年国民经济和社会发展计划执行情况及2023年计划草案的报告\n\n（2022年12月21日在区十六届人大二次会议上）\n\n"
        "杭州市西湖区发展和改革局\n\n各位代表：\n\n请予审议。\n"
    )
    found = front(text)
    assert found.draft
    assert found.issuer == "杭州市西湖区发展和改革局"
    assert found.meeting == "西湖区第十六届人民代表大会第二次会议"
    assert found.date == "2022-12-21"


def test_an_adopted_outline_is_no_draft() -> None:
    found = front(
        "杭州市国民经济和社会发展第十四个五年规划纲要\n\n（2021年2月1日市十三届人大六次会议批准）\n\n第一章 基础\n\n发展良好。\n"
    )
    assert not found.draft
    assert found.date == "2021-02-01"


def test_what_is_sent_to_all_provinces_comes_from_the_nation() -> None:
    found = front("关于促进发展的通知\n\n各省、自治区、直辖市人民政府：\n\n现将有关事项通知如下。\n")
    assert told(found)[:2] == ("other", "全国")


@pytest.mark.parametrize(
    ("number", "expected", "day", "meeting"),
    [
        ("000", ("plan_report", "350104", None, 2022, 2023), "2022-12-21", "仓山区第十八届人民代表大会第二次会议"),
        ("001", ("plan_report", "350104", None, 2022, 2023), "2022-12-21", "仓山区第十八届人民代表大会第二次会议"),
        ("002", ("news", "350104", None, 2023, 2024), "2023-12-24", "仓山区第十八届人民代表大会第三次会议"),
        ("003", ("outline", "350104", "2021-2025", 2020, None), "2021-01-14", "仓山区第十七届人民代表大会第五次会议"),
        (
            "004",
            ("proposal", "330302", "2021-2025", 2020, None),
            None,
            "中国共产党温州市鹿城区第九届委员会第十次全体会议",
        ),
    ],
)
def test_the_seeds(
    number: str,
    expected: tuple[str, str, str | None, int, int | None],
    day: str | None,
    meeting: str,
    seeds: Mapping[str, Path],
) -> None:
    found = read(seeds[number]).front
    assert found.place is not None
    kind, _, period, done, planned = told(found)
    assert (kind, found.place.code, period, done, planned) == expected
    assert (found.date, found.meeting) == (day, meeting)


def test_provincial_work_reports_are_understood(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "provincial-2025").glob("*.txt")):
        found = read(path).front
        assert found.place is not None, path.name
        assert found.place.level == "province"
        assert (found.kind, found.reporting_year, found.planning_year) == (Kind.WORK_REPORT, 2024, 2025), path.name
        assert (found.date or "").startswith("2025-01"), path.name


NATION = "各位代表：\n\n现在，我代表国务院，向大会作政府工作报告，请予审议。\n\n"


@pytest.mark.parametrize(
    ("said", "date", "years"),
    [
        ("从去年三月第五届全国人民代表大会第一次会议闭幕到现在，国民经济有了发展。", "1979-06", (1978, 1979)),
        ("从去年9月五届人大三次会议到现在，已经过去了一年零两个月。", "1981-11", (1981, 1982)),
        ("去年举行的六届全国人大一次会议曾经指出这个问题。", "1984-05", (1983, 1984)),
        ("去年召开的党的第十一次全国代表大会号召全国人民团结起来。", "1978-02", (1977, 1978)),
        ("第十一届全国人民代表大会第一次会议以来的五年，是不平凡的五年。", "2013-03", (2012, 2013)),
        ("今年是“十四五”规划的开局之年。", "2021-03", (2020, 2021)),
        ("去年召开了五届人大一次会议，今年党的十二大指明了方向。", None, (None, None)),  # not with one voice
    ],
)
def test_a_report_to_the_nations_congress_is_dated_by_what_it_calls_last_year(
    said: str, date: str | None, years: tuple[int | None, int | None]
) -> None:
    found = front(f"{NATION}一、形势\n\n{said}\n")
    assert found.date == date
    assert (found.reporting_year, found.planning_year) == years


def test_a_five_year_plan_is_dated_by_its_first_year() -> None:
    spoken = "现在，我代表国务院，作关于第七个五年计划的报告，请审议。"
    assert front(f"各位代表：\n\n{spoken}\n\n今年是实行“七五”计划的头一年。\n").date == "1986-03"


def test_last_year_dates_no_report_of_a_province() -> None:
    spoken = "各位代表：\n\n现在，我代表贵州省人民政府作政府工作报告。\n\n去年党的十一次全国代表大会胜利召开。\n"
    assert front(spoken).date is None


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("河北雄安新区国民经济和社会发展第十四个五年规划纲要", "130000-雄安新区"),
        ("海南省洋浦经济开发区2023年政府工作报告", "460000-洋浦经济开发区"),
        ("江苏省经济技术开发区2023年工作要点", "320000"),
        ("湖南省国家级新区第十四个五年规划", "430000"),
        ("上海市浦东新区2023年政府工作报告", "310115"),
        ("南通经济技术开发区2023年工作报告", "320600-南通经济技术开发区"),
    ],
)
def test_a_zone_of_a_province_with_a_name_of_its_own_is_a_place(title: str, place: str) -> None:
    found = front(f"{title}\n\n一、总体要求\n\n坚持稳中求进。\n").place
    assert found
    assert found.code == place


def test_a_chinese_title_below_one_in_another_language() -> None:
    english = "Ethical Guidelines for New Generation AI (2021-2025)"
    document = read_bytes(
        "a.txt", f"{english}\n新一代人工智能伦理规范\n\n第一章 总则\n\n第一条 全面增长5%。\n".encode()
    )
    assert document.front.title == "新一代人工智能伦理规范"
    assert document.passages[0].kind is PassageKind.FURNITURE


def test_the_title_of_what_a_letter_sends_out_below_one_in_another_language() -> None:
    letter = "各省、自治区、直辖市教育厅：\n\n现将《平台接入管理规范（试行）》印发给你们，请遵照执行。\n\n教育部办公厅\n2022年7月25日\n"
    assert (
        front(f"Notice from the General Office\n{letter}\n平台接入管理规范（试行）\n\n第一章 总则\n").title
        == "平台接入管理规范（试行）"
    )


def test_a_school_called_after_a_place_is_no_place() -> None:
    assert front("交通强国建设试点任务要点（北京工业大学）\n\n一、总体要求\n\n坚持稳中求进。\n").place is None
    assert front("北京大学生就业工作方案\n\n一、总体要求\n\n坚持稳中求进。\n").place is None


@pytest.mark.parametrize(
    "line", ["发布日期：2021-11-03　来源：市工业和信息化局", "发布时间：2021/11/03 10:20", "2021.11.3"]
)
def test_a_date_in_figures_as_sites_print_it(line: str) -> None:
    text = f"关于支持产业园发展的若干政策\n\n{line}\n\n对新认定的企业，给予50万元一次性奖励。\n"
    assert read_bytes("a.txt", text.encode()).front.date == "2021-11-03"
