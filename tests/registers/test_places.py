"""Places by code, year and name."""

import time

import pytest

from lantu.model import Place
from lantu.registers import places


def code(text: str, year: int | None = None, within: str | None = None) -> str | None:
    found = places.find(text, year, places.by_code(within) if within else None)
    return found.code if found else None


def name(code: str, year: int | None = None) -> str | None:
    found = places.by_code(code, year)
    return found.name if found else None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("福州市仓山区2022年国民经济和社会发展计划执行情况的报告", "350104"),
        ("海南省2023年国民经济和社会发展计划", "460000"),
        ("山东省第十四个五年规划纲要", "370000"),
        ("天津市政府工作报告", "120000"),
        ("2024年天津市政府工作报告", "120000"),
        ("国务院关于印发“十四五”规划的通知", "100000"),
        ("中华人民共和国国民经济和社会发展第十个五年计划纲要", "100000"),
        ("2024年3月5日在第十四届全国人民代表大会第二次会议上", "100000"),
        ("新疆维吾尔自治区和田地区和田县", "653221"),
        ("河南省济源市2023年计划", "419001"),
        ("重庆市涪陵区人民政府工作报告", "500102"),
    ],
)
def test_a_title_names_its_place(title: str, expected: str) -> None:
    assert code(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("山东2024年政府工作报告", "370000"),
        ("福州仓山2023年政府工作报告", "350104"),
        ("内蒙古2024年计划", "150000"),
        ("恩施州2023年计划", "422800"),
        ("吉林2023年计划", "220000"),  # the province before its city
        ("吉林市2023年计划", "220200"),
    ],
)
def test_names_without_their_ending(title: str, expected: str) -> None:
    assert code(title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进海西建设",
        "中山大学2023年规划",
        "上海市场2023年回顾",
        "教育部门2023年计划",
        "陕西、四川、海南三省",
        "我区2023年计划",
        "",
    ],
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert code(text) is None


def test_a_district_that_many_cities_have_needs_its_city() -> None:
    assert code("朝阳区2023年政府工作报告") is None
    assert code("北京市朝阳区2023年政府工作报告") == "110105"
    assert code("长春市朝阳区2023年政府工作报告") == "220104"
    assert code("鼓楼区2023年政府工作报告（南京市）") == "320106"
    assert code("鼓楼区2023年政府工作报告", within="350100") == "350102"


def test_the_innermost_place_counts_only_where_it_is_joined() -> None:
    assert code("福建省人民政府关于印发福州市规划的通知") == "350100"
    assert code("福建省2023年计划。支持福州市建设") == "350000"


def test_where_a_paper_is_printed_and_a_meeting_held_is_no_place_of_figures() -> None:
    assert code("新华社北京3月12日电 国务院总理向大会作报告") == "100000"
    assert code("在北京召开") is None
    assert code("根据《中华人民共和国预算法》") is None


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("龙海市", 2019, "350681"),
        ("龙海区", 2022, "350604"),
        ("福建省沙县", 2010, "350427"),
        ("重庆市", 1990, "510200"),
        ("重庆市", 2000, "500000"),
        ("热河省", 1953, "100000-热河省"),
        ("热河省一九五三年计划", None, "100000-热河省"),
        ("广西僮族自治区", 1960, "450000"),
        ("新疆省", 1952, "650000"),
        ("华北平原", 1951, None),
        ("平原2023年规划", None, None),
        ("苏南行署区", 1950, "100000-苏南行署区"),
        ("海南省", 1986, "460000"),  # not yet a province: the nearest there is
    ],
)
def test_names_are_those_of_the_year(text: str, year: int | None, expected: str | None) -> None:
    assert code(text, year) == expected


def test_codes_have_names_by_year() -> None:
    assert [name("450000", year) for year in (1955, 1960, 1980)] == ["广西省", "广西僮族自治区", "广西壮族自治区"]
    assert [name("640000", year) for year in (1950, 1956, 1960)] == ["宁夏省", None, "宁夏回族自治区"]
    assert (name("540000", 1960), name("540000")) == (None, "西藏自治区")
    assert name("420600", 2005) == "襄樊市"
    assert name("420600") == "襄阳市"
    assert name("350681") == "龙海市"  # given up, but known
    assert name("350681", 2023) is None
    assert name("330113", 2015) is None
    assert name("999999") is None


@pytest.mark.parametrize(
    ("code", "name_", "since"),
    [
        ("330113", "临平区", 2021),
        ("330114", "钱塘区", 2021),
        ("350405", "沙县区", 2021),
        ("350604", "龙海区", 2021),
        ("540581", "错那市", 2023),
        ("540481", "米林市", 2023),
    ],
)
def test_changes_since_2021(code: str, name_: str, since: int) -> None:
    found = places.by_code(code)
    assert found
    assert (found.name, found.since, found.until, found.level) == (name_, since, None, "county")


def test_below_and_above() -> None:
    assert [p.name for p in places.children("350100") if p.code <= "350105"] == ["鼓楼区", "台江区", "仓山区", "马尾区"]
    assert len(places.children("100000")) == 34
    parents = {
        code: p.parent for code in ("350104", "350100", "350000", "419001", "110105") if (p := places.by_code(code))
    }
    assert parents == {
        "350104": "350100",
        "350100": "350000",
        "350000": "100000",
        "419001": "410000",
        "110105": "110000",
    }


def test_a_local_place_lies_under_its_parent() -> None:
    district = places.by_code("350104")
    assert district
    zone = places.local(district, "某某开发区")
    assert zone == Place("350104-某某开发区", "某某开发区", "local", "350104")
    assert places.lies_in(zone, district)
    assert not places.lies_in(district, zone)


def test_the_texts_of_a_name() -> None:
    texts = {
        code: places.names(p)
        for code in ("422800", "150000", "450000", "350104", "370000")
        if (p := places.by_code(code))
    }
    assert texts == {
        "422800": ("恩施土家族苗族自治州", "恩施州", "恩施"),
        "150000": ("内蒙古自治区", "内蒙古"),
        "450000": ("广西壮族自治区", "广西自治区", "广西"),
        "350104": ("仓山区", "仓山"),
        "370000": ("山东省", "山东"),
    }


def test_the_register_is_whole() -> None:
    codes = {p.code for p in places.load()}
    now = [p for p in places.load() if p.until is None]
    assert all(p.parent in codes for p in places.load() if p.level != "nation")
    assert len(now) == len({p.code for p in now})
    assert all(p.since is None or p.until is None or p.since <= p.until for p in places.load())


def test_finding_is_quick() -> None:
    text = ("福州市仓山区2022年国民经济和社会发展计划执行情况的报告" + "，推进高质量发展，各项工作取得新的成效" * 10)[
        :200
    ]
    places.find(text)
    start = time.perf_counter()
    for i in range(200):
        places.find(f"{text[:-3]}{i:03}")
    assert time.perf_counter() - start < 0.1  # 0.5 ms a call: ten times what it takes


def test_a_new_area_holds_no_district_of_that_name() -> None:
    found = places.find("河北雄安新区规划纲要")
    assert found is None or found.code == "130000"
