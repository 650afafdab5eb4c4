"""Five-year targets before their time is over: the figures of the handbook's worked examples."""

from decimal import Decimal

import pytest

from lantu.model import Binding, Comparator, Measure, Outlook, Status, TargetKind, Vintage
from tests.evaluate.ledgers import Book, notes, six

D = Decimal
LEVEL, CHANGE, SUM = Measure.LEVEL, Measure.CHANGE, Measure.CUMULATIVE


def test_gdp_level_is_far_behind_even_growth() -> None:
    book = Book()
    outline, report = book.outline(), book.page("report 2023", reporting=2023, dated="2023-12-24")
    target = book.target(
        outline, "gdp", "2025", "1500", "亿元", base=("2020", "902.27"), path=("8", "%", Measure.AVERAGE_GROWTH)
    )
    book.value(report, "gdp", "2023", "1065", "亿元", LEVEL, Vintage.ESTIMATE)
    found = book.assessed(target, "2023-12-31")
    assert found.progress
    assert (six(found.progress.value), found.progress.comparator) == (D("0.272247"), Comparator.EQ)
    assert (found.elapsed, found.elapsed_plan) == (D("0.6"), D("0.6"))
    assert found.expected_share
    assert found.expected_share.quantize(D("0.001")) == D("0.538")
    assert found.required
    assert (found.required.value.quantize(D("0.001")), found.required.unit) == (D("0.187"), "/year")
    assert (found.status, found.outlook, found.formula) == (Status.BEHIND, Outlook.UNLIKELY, "F1")
    assert found.provisional


def test_gdp_growth_is_not_assumed_for_a_missing_year() -> None:
    book = Book()
    outline = book.outline()
    first = book.page("report 2022", reporting=2022, dated="2022-12-21")
    second = book.annual(book.page("report 2023", reporting=2023, dated="2023-12-24"), 2024)
    target = book.target(outline, "gdp", "2021-2025", "8", kind=TargetKind.AVERAGE_GROWTH, measure=Measure.GROWTH)
    book.value(first, "gdp", "2022", "3.0", vintage=Vintage.ESTIMATE)
    book.value(second, "gdp", "2023", "2.5", vintage=Vintage.ESTIMATE)
    book.target(second, "gdp", "2024", "5.5", kind=TargetKind.GROWTH, measure=Measure.GROWTH, part_of=target.id)
    found = book.assessed(target, "2023-12-31")
    assert (found.status, found.reason, found.outlook) == (Status.NOT_ASSESSABLE, "not_published", None)
    assert [o.period.code for o in found.inputs] == ["2022", "2023"]
    said = notes(found)
    assert said["years_missing"] == {"years": "2021"}
    assert said["missing_year_growth"] == {"years": "2021", "needed": "19.3", "span": "2021–2023", "wanted": "8"}
    assert said["missing_repeated_year_growth"] == {
        "years": "2021",
        "needed": "25.0",
        "span": "2021–2025",
        "wanted": "8",
        "planned": "2024: 5.5%",
        "repeated": "2025",
    }


def test_a_growth_with_a_growth_as_base_is_an_average_too() -> None:
    book = Book()
    outline, report = book.outline(), book.page("report 2023", reporting=2023, dated="2024-01-10")
    target = book.target(
        outline,
        "income",
        "2025",
        "8",
        measure=Measure.GROWTH,
        base=("2020", "3"),
        path=("8", "%", Measure.AVERAGE_GROWTH),
    )
    book.value(report, "income", "2022", "3.1")
    book.value(report, "income", "2023", "2.8")
    found = book.assessed(target)
    assert (found.formula, found.status, found.expected) == ("F12", Status.NOT_ASSESSABLE, D(8))
    assert [o.quantity.value for o in found.inputs] == [D("3.1"), D("2.8")]
    assert notes(found)["missing_year_growth"]["needed"] == "18.9"


def test_average_growth_follows_its_own_schedule() -> None:
    book = Book()
    outline, report = book.outline(), book.page("report 2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "gdp", "2021-2025", ">=8", kind=TargetKind.AVERAGE_GROWTH, measure=Measure.GROWTH)
    for year, growth in (("2021", "8.4"), ("2022", "9.0"), ("2023", "9.1")):
        book.value(report, "gdp", year, growth)
    found = book.assessed(target)
    assert found.expected_share
    assert found.expected_share.quantize(D("0.001")) == D("0.553")
    assert found.progress  # 1.084 × 1.09 × 1.091 = 1.28908…
    assert found.progress.value.quantize(D("0.001")) == D("0.616")
    assert (found.status, found.outlook) == (Status.AHEAD, Outlook.EXCEEDED)
    assert found.required
    assert found.required.value.quantize(D("0.0001")) == D("0.0676")


def test_an_average_in_print_stands_for_its_years() -> None:
    book = Book()
    outline, report = book.outline(), book.page("report 2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "gdp", "2021-2025", "6", kind=TargetKind.AVERAGE_GROWTH, measure=Measure.GROWTH)
    book.value(report, "gdp", "2021-2022", "5.9", measure=Measure.AVERAGE_GROWTH)
    book.value(report, "gdp", "2023", "6.0")
    found = book.assessed(target)
    assert (found.elapsed, found.status) == (D("0.6"), Status.BASICALLY_ON_TRACK)


def test_annual_targets_that_do_not_lead_to_the_average_are_said() -> None:
    book = Book()
    outline = book.outline()
    report = book.annual(book.page("report 2023", reporting=2023, dated="2024-01-10"), 2024)
    target = book.target(outline, "gdp", "2021-2025", "8", kind=TargetKind.AVERAGE_GROWTH, measure=Measure.GROWTH)
    for year in ("2021", "2022", "2023"):
        book.value(report, "gdp", year, "6.0")
    book.target(report, "gdp", "2024", "5.0", kind=TargetKind.GROWTH, measure=Measure.GROWTH, part_of=target.id)
    found = book.assessed(target)
    assert found.status is Status.BEHIND
    assert notes(found)["annual_targets_repeated_fall_short"]["average"] == "5.6"


def test_jobs_are_ahead_whatever_the_missing_year_was() -> None:
    book = Book()
    outline = book.outline()
    first, second = (
        book.page("2022", reporting=2022, dated="2022-12-21"),
        book.page("2023", reporting=2023, dated="2023-12-24"),
    )
    target = book.target(outline, "urban_new_jobs", "2021-2025", "6.5", "万人", TargetKind.SUM, base=("2020", "1.34"))
    book.value(first, "urban_new_jobs", "2022", "2.18", "万人", LEVEL)
    book.value(second, "urban_new_jobs", "2023", "2.09", "万人", LEVEL)
    found = book.assessed(target, "2023-12-31")
    assert found.progress
    assert (six(found.progress.value), found.progress.comparator) == (D("0.656923"), Comparator.GE)
    assert (found.status, found.outlook, found.elapsed) == (Status.AHEAD, Outlook.EXCEEDED, D("0.6"))
    assert found.required
    assert (found.required.value, found.required.unit) == (D("1.115"), "万人/year")
    assert notes(found)["years_missing"] == {"years": "2021"}
    assert "whatever_is_missing" in notes(found)


def test_a_known_part_below_what_is_due_decides_nothing() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "urban_new_jobs", "2021-2025", "10", "万人", TargetKind.SUM)
    book.value(report, "urban_new_jobs", "2022", "2.18", "万人", LEVEL)
    book.value(report, "urban_new_jobs", "2023", "20900", "人", LEVEL)
    found = book.assessed(target)
    assert (found.status, found.reason) == (Status.NOT_ASSESSABLE, "not_published")
    assert found.progress
    assert (found.progress.value, found.progress.comparator) == (D("0.427"), Comparator.GE)


def test_a_sum_in_print_covers_its_years() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "urban_new_jobs", "2021-2025", "10", "万人", TargetKind.SUM)
    book.value(report, "urban_new_jobs", "2021-2022", "4.2", "万人", SUM)
    book.value(report, "urban_new_jobs", "2023", "1.8", "万人", LEVEL)
    found = book.assessed(target)
    assert found.progress
    assert (found.progress.value, found.progress.comparator) == (D("0.6"), Comparator.EQ)
    assert (found.status, found.outlook) == (Status.ON_TRACK, Outlook.EXPECTED)


def test_green_coverage_is_decided_by_rounding() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2022-12-21")
    target = book.target(
        outline, "green_coverage", "2025", "46.3", kind=TargetKind.SHARE, base=("2020", "45.26"),
        path=("1.04", "个百分点", CHANGE), binding=Binding.BINDING,
    )  # fmt: skip
    book.value(report, "green_coverage", "2022", "45.66", measure=LEVEL)
    found = book.assessed(target, "2023-12-31")
    assert found.progress
    assert six(found.progress.value) == D("0.384615")
    assert found.progress.low
    assert found.progress.high
    assert found.progress.low.quantize(D("0.001")) == D("0.359")
    assert found.progress.high.quantize(D("0.001")) == D("0.412")
    assert (found.elapsed, found.elapsed_plan) == (D("0.4"), D("0.6"))
    assert found.status is Status.BASICALLY_ON_TRACK
    assert notes(found)["rounding_decides"] == {"low": "35.9", "high": "41.2", "due": "40.0"}
    assert notes(found)["years_missing"] == {"years": "2023"}
    assert found.required
    assert found.required.unit == "个百分点/year"


@pytest.mark.parametrize(
    ("printed", "binding", "status"),
    [
        ("63.20", Binding.EXPECTED, Status.BASICALLY_ON_TRACK),  # 36.4 % of the way, 40 % due
        ("61.70", Binding.EXPECTED, Status.BEHIND),
        ("67.0", Binding.EXPECTED, Status.ACHIEVED_EARLY),
        ("64.5", Binding.EXPECTED, Status.AHEAD),
        ("63.50", Binding.EXPECTED, Status.ON_TRACK),
        ("63.20", Binding.BINDING, Status.BEHIND),
    ],
)
def test_shares_move_in_points(printed: str, binding: Binding, status: Status) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(
        outline, "service_share", "2025", "66.00", kind=TargetKind.SHARE, base=("2020", "61.60"), binding=binding
    )
    book.value(report, "service_share", "2022", printed, measure=LEVEL)
    assert book.assessed(target).status is status


def test_a_stated_growth_of_the_same_basis_makes_the_path() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(
        outline, "local:专利拥有量", "2025", "47", "件", base=("2020", "32"), path=("8", "%", Measure.AVERAGE_GROWTH)
    )
    book.value(report, "local:专利拥有量", "2022", "38", "件", LEVEL)
    found = book.assessed(target)
    assert found.expected
    assert found.expected.quantize(D("0.01")) == D("37.32")
    assert found.required
    assert (found.required.unit, found.status) == ("/year", Status.ON_TRACK)


def test_a_stated_growth_that_leads_elsewhere_is_said_and_not_followed() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(
        outline, "local:企业数", "2025", "200", "家", base=("2020", "100"), path=("8", "%", Measure.AVERAGE_GROWTH)
    )
    book.value(report, "local:企业数", "2022", "140", "家", LEVEL)
    found = book.assessed(target)
    assert found.expected == D(140)
    assert notes(found)["path_differs"] == {"stated": "8", "even": "14.9"}


def test_a_change_is_measured_from_its_base() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(outline, "local:平均寿命", "2021-2025", "1", "岁", TargetKind.CHANGE, base=("2020", "79.5"))
    book.value(report, "local:平均寿命", "2022", "79.9", "岁", LEVEL)
    found = book.assessed(target)
    assert found.progress
    assert (found.formula, found.progress.value, found.status) == ("F4", D("0.4"), Status.ON_TRACK)


def test_a_way_down_is_a_way_too() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(outline, "pm25", "2025", "30", "微克/立方米", base=("2020", "40"))
    book.value(report, "pm25", "2022", "35", "微克/立方米", LEVEL)
    found = book.assessed(target)
    assert found.progress
    assert (found.progress.value, found.status, found.outlook) == (D("0.5"), Status.AHEAD, Outlook.EXCEEDED)


@pytest.mark.parametrize(
    ("yearly", "progress", "status"),
    [(("-2.9", "-2.9"), "0.423", Status.ON_TRACK), (("1.0", "-1.0"), "0.001", Status.BEHIND)],
)
def test_reductions_compound(yearly: tuple[str, str], progress: str, status: Status) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(
        outline,
        "local:能耗",
        "2021-2025",
        "-13.5",
        kind=TargetKind.REDUCTION,
        measure=Measure.GROWTH,
        binding=Binding.BINDING,
    )
    for year, growth in zip(("2021", "2022"), yearly, strict=True):
        book.value(report, "local:能耗", year, growth)
    found = book.assessed(target)
    assert found.progress
    assert (found.progress.value.quantize(D("0.001")), found.status) == (D(progress), status)
    assert found.expected
    assert found.expected.quantize(D("0.01")) == D("-5.64")


def test_a_reduction_against_the_base_is_not_compounded_again() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "local:PM", "2021-2025", "-20", kind=TargetKind.REDUCTION, measure=Measure.GROWTH)
    book.value(report, "local:PM", "2021-2022", "-16.7", measure=SUM)
    book.value(report, "local:PM", "2021-2023", "-21.2", measure=SUM)
    found = book.assessed(target)
    assert found.progress
    assert (found.progress.value, found.status) == (D("1.06"), Status.ACHIEVED_EARLY)


@pytest.mark.parametrize(
    ("kind", "wanted", "latest", "status"),
    [
        (TargetKind.BOUND, "<=5.5", "3.9", Status.LIMIT_MET),
        (TargetKind.BOUND, "<=5.5", "5.6", Status.BEHIND),
        (TargetKind.BOUND, ">=1", "1.0", Status.LIMIT_MET),
        (TargetKind.MAINTAIN, "100", "100", Status.ON_TRACK),
        (TargetKind.MAINTAIN, "100", "99.8", Status.BEHIND),
        (TargetKind.RANK, "<=3", "2", Status.ON_TRACK),
        (TargetKind.RANK, "<=3", "4", Status.BEHIND),
    ],
)
def test_bounds_levels_to_be_kept_and_ranks(kind: TargetKind, wanted: str, latest: str, status: Status) -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    measure = Measure.RANK if kind is TargetKind.RANK else LEVEL
    target = book.target(outline, "local:达标率", "2025", wanted, kind=kind, measure=measure)
    book.value(report, "local:达标率", "2022", latest, measure=measure)
    found = book.assessed(target)
    assert (found.status, found.progress) == (status, None)


def test_a_broken_bound_needs_a_pace_to_come_back() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2023", reporting=2023, dated="2024-01-10")
    target = book.target(outline, "local:失业率", "2025", "<=4.5", kind=TargetKind.BOUND)
    book.value(report, "local:失业率", "2022", "5.5", measure=LEVEL)
    book.value(report, "local:失业率", "2023", "5.1", measure=LEVEL)
    found = book.assessed(target)
    assert (found.status, found.outlook, found.expected) == (Status.BEHIND, Outlook.WITH_EFFORT, D("4.5"))
    assert found.required
    assert (found.required.value, found.required.unit) == (D("-0.3"), "个百分点/year")
    assert notes(found)["bound_broken"] == {"years": "2022"}


def test_a_floor_below_the_base_is_a_bound() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(outline, "local:耕地", "2025", ">=100", "万亩", base=("2020", "105"))
    book.value(report, "local:耕地", "2022", "101", "万亩", LEVEL)
    found = book.assessed(target)
    assert (found.formula, found.status) == ("F6", Status.LIMIT_MET)


def test_without_data_or_base_nothing_is_assumed() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    silent = book.target(outline, "local:甲", "2025", "10", "个", base=("2020", "5"))
    bare = book.target(outline, "local:乙数", "2025", "10", "个")
    reached = book.target(outline, "local:丙数", "2025", "10", "个")
    book.value(report, "local:乙数", "2022", "7", "个", LEVEL)
    book.value(report, "local:丙数", "2022", "12", "个", LEVEL)
    assert (book.assessed(silent).status, book.assessed(silent).reason) == (Status.NOT_ASSESSABLE, "not_published")
    assert (book.assessed(bare).status, book.assessed(bare).reason) == (Status.NOT_ASSESSABLE, "no_base")
    required = book.assessed(bare).required
    assert required
    assert (required.value, required.unit) == (D(1), "个/year")
    assert (book.assessed(reached).status, book.assessed(reached).reason) == (Status.ACHIEVED_EARLY, None)


def test_values_in_another_unit_are_named_and_not_used() -> None:
    book = Book()
    outline, report = book.outline(), book.page("2022", reporting=2022, dated="2023-01-10")
    target = book.target(outline, "local:生产率", "2025", "20", base=("2020", "15.5"))
    book.value(report, "local:生产率", "2022", "17", "万元", LEVEL)
    found = book.assessed(target)
    assert found.status is Status.NOT_ASSESSABLE
    assert notes(found)["unit_differs"] == {"value": "17万元", "period": "2022", "unit": "%"}
