"""The worked examples of the handbook, and what must hold whatever the numbers are."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu import formulas as f

D = Decimal


def percent(share: Decimal, digits: int = 1) -> str:
    return str((share * 100).quantize(D(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def rates(*printed: str) -> list[Decimal]:
    return [D(p) / 100 for p in printed]


# --- 1.4: schedules ------------------------------------------------------------------------------------


def test_eight_percent_is_due_by_compounding() -> None:
    due = [percent(f.growth_path(D("0.08"), D(5), D(n))) for n in range(1, 6)]
    assert due == ["17.0", "35.5", "55.3", "76.8", "100.0"]


def test_a_reduction_of_13_5_is_due_by_compounding() -> None:
    due = [percent(f.reduction_path(D("0.135"), D(n) / 5), 2) for n in range(1, 6)]
    assert due == ["2.86", "5.64", "8.33", "10.95", "13.50"]


def test_yearly_reduction_from_the_start() -> None:
    assert percent(f.rest_reduction(D("0.135"), D(0), D(5)), 2) == "2.86"


# --- 0 and 1.7: the seed table -------------------------------------------------------------------------


def test_gdp_level_grows_faster_than_real_growth() -> None:
    nominal = f.rate(D("902.27"), D(1500), D(5))
    assert percent(nominal, 2) == "10.70"
    assert percent(f.implied_deflator(nominal, D("0.08")), 2) == "2.50"


def test_gdp_per_head_implies_the_same_prices() -> None:
    nominal = f.rate(D("8.6"), D("13.1"), D(5))
    assert percent(f.implied_deflator(nominal, D("0.06")), 2) == "2.62"


def test_patents_and_productivity_per_year() -> None:
    assert percent(f.rate(D(32), D(47), D(5)), 2) == "7.99"
    assert percent(f.rate(D("15.5"), D(20), D(5)), 2) == "5.23"


def test_a_share_changes_in_points() -> None:
    assert f.points_a_year(D("61.6"), D(65), D(5)) == D("0.68")
    assert f.points_a_year(D(29), D(43), D(5)) == D("2.8")


def test_population_implied_by_gdp_and_gdp_per_head() -> None:
    before, after = D("902.27") / D("8.6"), D(1500) / D("13.1")
    assert percent(f.rate(before, after, D(5)), 2) == "1.76"
    assert percent(f.implied_deflator(D("0.08"), D("0.06")), 2) == "1.89"


# --- 0.6: reductions compound --------------------------------------------------------------------------


def test_yearly_savings_do_not_add_up() -> None:
    yearly = rates("2.01", "3.6", "3.7", "4.8", "5.6")
    assert percent(f.total(yearly), 2) == "19.71"
    assert percent(f.reduced(yearly), 2) == "18.25"


# --- 1.6: worked examples ------------------------------------------------------------------------------


def test_1_carbon_intensity_catch_up() -> None:
    assert percent(f.rest_reduction(D("0.17"), D("0.066"), D(3)), 2) == "3.86"
    assert percent(f.reduction_path(D("0.17"), D("0.4")), 2) == "7.18"


def test_2_a_rise_makes_the_rest_steeper() -> None:
    assert percent(f.rest_reduction(D("0.10"), D("-0.028"), D(3)), 2) == "4.34"


def test_3_a_reduction_given_against_the_base_is_not_compounded() -> None:
    assert percent(f.change_progress(D("-21.2"), D(-20)), 0) == "106"


def test_4_a_bound_has_a_margin() -> None:
    assert percent(f.margin(D("6.1"), D("2.6"))) == "57.4"


def test_5_a_sum_of_flows() -> None:
    done = f.total([D("39.6"), D("41.3"), D("14.5")])
    assert done == D("95.4")
    assert percent(f.sum_progress(done, D(110))) == "86.7"


def test_6_the_base_behind_two_years_of_growth() -> None:
    assert f.implied_base(D(23757), f.index_of(D("0.089"), D(2)) - 1).quantize(D(1)) == 20033
    assert percent(f.average(D(23757) / D(20033), D(2))) == "8.9"


def test_7_the_base_of_a_share() -> None:
    assert D("51.4") - D("7.7") == D("43.7")
    assert f.pace(D("43.7"), D("51.4"), D("3")).quantize(D("0.01")) == D("2.57")


def test_8_a_level_in_prices_of_the_base_year() -> None:
    assert f.grown(D("1.7185"), D("0.11"), D(5)).quantize(D("0.001")) == D("2.896")


def test_13_green_coverage_and_its_rounding() -> None:
    share = f.progress(D("45.26"), D("46.3"), D("45.66"))
    bounds = f.progress_bounds((D("45.255"), D("45.265")), (D("46.25"), D("46.35")), (D("45.655"), D("45.665")))
    assert bounds is not None
    assert [percent(x) for x in (share, *bounds)] == ["38.5", "35.9", "41.2"]


def test_14_jobs_from_two_years() -> None:
    assert percent(f.sum_progress(D("2.18") + D("2.09"), D("6.5"))) == "65.7"


def test_15_what_the_missing_year_would_have_to_be() -> None:
    index = f.compound(rates("3.0", "2.5"))
    assert percent(f.missing_growth(D("0.08"), D(3), index, D(1))) == "19.3"
    assert percent(f.missing_growth(D("0.08"), D(5), index * f.compound(rates("5.5", "5.5")), D(1))) == "25.0"


def test_16_gdp_level_in_2023() -> None:
    due = f.geometric(D("902.27"), D(1500), D("0.6"))
    assert f.progress(D("902.27"), D(1500), D(1065)).quantize(D("0.000001")) == D("0.272247")
    assert percent(f.progress(D("902.27"), D(1500), due)) == "53.8"
    assert percent(f.rate(D(1065), D(1500), D(2))) == "18.7"


# --- 4.4.3: implied bases ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "growth", "implied", "printed", "apart"),
    [
        ("41.2", "31.9", "31.24", "41.5", "24.7"),
        ("26.2", "18.2", "22.17", "27.6", "19.7"),
        ("474", "0.5", "471.64", "560", "15.8"),
        ("575.2", "2.5", "561.17", "567.1", "1.0"),
    ],
)
def test_the_base_behind_a_level_and_its_growth(
    level: str, growth: str, implied: str, printed: str, apart: str
) -> None:
    base = f.implied_base(D(level), D(growth) / 100)
    assert base.quantize(D("0.01"), rounding=ROUND_HALF_UP) == D(implied)
    assert percent(f.gap(base, D(printed))) == apart


# --- F6–F10 --------------------------------------------------------------------------------------------


def test_kept_levels_steps_and_ranks() -> None:
    assert f.maintained(D(100), D(100))
    assert not f.maintained(D(100), D("99.9"))
    assert f.maintained(D(3), D("2.9"), down=True)
    assert f.in_step(D("4.1"), D(5), D(1))
    assert not f.in_step(D("3.9"), D(5), D(1))
    assert f.in_step(D("5.9"), D(5), D(1), down=True)
    assert f.ranked(D(3), D(3))
    assert not f.ranked(D(4), D(3))


# --- questions without an answer -----------------------------------------------------------------------


def test_questions_without_an_answer() -> None:
    with pytest.raises(ValueError, match="equal"):
        f.progress(D(100), D(100), D(100))
    with pytest.raises(ValueError, match="no time"):
        f.pace(D(1), D(2), D(0))
    with pytest.raises(ValueError, match="above 0"):
        f.geometric(D(-3), D(8), D("0.5"))
    with pytest.raises(ValueError, match="no power"):
        f.root(D(-1), D(2))
    with pytest.raises(ValueError, match="no time"):
        f.rest_growth(D("0.08"), D(5), D(1), D(5))
    with pytest.raises(ValueError, match="no year"):
        f.missing_growth(D("0.08"), D(3), D(1), D(0))
    assert f.progress_bounds((D(1), D(3)), (D(2), D(4)), (D(1), D(1))) is None


# --- what must hold always -----------------------------------------------------------------------------

levels = st.decimals("0.1", "100000", places=2)
growths = st.decimals("-0.5", "2", places=4)
years = st.integers(1, 9).map(Decimal)
near = D("1e-18")


@given(levels, levels)
def test_every_path_begins_at_the_base_and_ends_at_the_target(base: Decimal, target: Decimal) -> None:
    for path in (f.linear, f.geometric):
        assert path(base, target, D(0)) == base
        assert abs(path(base, target, D(1)) / target - 1) < near


@given(levels, levels, years)
def test_the_pace_times_the_rest_reaches_the_target(value: Decimal, target: Decimal, rest: Decimal) -> None:
    assert abs(value + f.pace(value, target, rest) * rest - target) < near
    assert abs(f.grown(value, f.rate(value, target, rest), rest) / target - 1) < near


@given(levels, levels, st.integers(0, 99))
def test_a_path_never_turns_back(base: Decimal, target: Decimal, step: int) -> None:
    now, then = D(step) / 100, D(step + 1) / 100
    for path in (f.linear, f.geometric):
        assert (path(base, target, then) - path(base, target, now)) * (target - base) >= 0


@given(st.lists(growths, min_size=1, max_size=8))
def test_the_average_compounds_to_the_same_index(yearly: list[Decimal]) -> None:
    index = f.compound(yearly)
    assert abs(f.index_of(f.average(index, D(len(yearly))), D(len(yearly))) / index - 1) < near


@given(growths, st.lists(growths, min_size=1, max_size=4))
def test_the_rest_growth_brings_the_average(wanted: Decimal, done: list[Decimal]) -> None:
    n = D(len(done))
    rest = f.rest_growth(wanted, D(5), f.compound(done), n)
    whole = f.compound(done) * f.index_of(rest, 5 - n)
    assert abs(f.average(whole, D(5)) - wanted) < near


@given(st.decimals("0.01", "0.6", places=3), st.decimals("-0.2", "0.3", places=3), st.integers(1, 4))
def test_the_rest_of_a_reduction_brings_the_whole(wanted: Decimal, done: Decimal, rest: int) -> None:
    yearly = f.rest_reduction(wanted, done, D(rest))
    assert abs(f.reduced([done, *[yearly] * rest]) - wanted) < near


@given(levels, levels, levels)
def test_progress_lies_within_its_rounding(base: Decimal, target: Decimal, value: Decimal) -> None:
    half = D("0.005")
    bounds = f.progress_bounds((base - half, base + half), (target, target), (value - half, value + half))
    if bounds is not None:
        assert bounds[0] <= f.progress(base, target, value) <= bounds[1]
