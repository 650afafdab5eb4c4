"""Checks of growth against levels: N2."""

from pathlib import Path

import pytest

from tests.check.said import answers, outcomes, outline, report


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 8% | 预期性", "passed"),  # 7.99
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 10% | 预期性", "error"),
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 7.5% | 预期性", "likely"),  # a decided level is often round
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 5%以上 | 预期性", "passed"),
        ("1.每万人发明专利拥有量 | 件 | 32 | 47 | 10%以上 | 预期性", "error"),
        ("1.地区生产总值 | 亿元 | 902.27 | 1500 | 8% | 预期性", "information"),  # prices rise 2.5 % a year
        ("1.地区生产总值 | 亿元 | 902.27 | 1900 | 8% | 预期性", "error"),
        ("1.固定资产投资 | 亿元 | 500 | 900 | 6% | 预期性", "not_applicable"),
    ],
)
def test_average_growth_in_a_table(tmp_path: Path, row: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N2", outline(row))) == [answer]


@pytest.mark.parametrize(("growth", "answer"), [("13.6", "passed"), ("13.5", "passed"), ("9", "error")])
def test_average_growth_in_a_sentence(tmp_path: Path, growth: str, answer: str) -> None:
    """567.1 / 300 over five years is 13.58 %, 13.53 … 13.63 by rounding: 13.5 may be meant."""
    text = report(f"社会消费品零售总额由2017年的300亿元增长到2022年的567.1亿元，年均增长{growth}%。")
    assert answers(outcomes(tmp_path, "N2", text)) == [answer]


@pytest.mark.parametrize(("growth", "answer"), [("13.6", "passed"), ("11.2", "passed"), ("9", "error")])
def test_the_first_year_may_be_the_base(tmp_path: Path, growth: str, answer: str) -> None:
    """Five years make 13.6 %, six 11.2 %."""
    text = report(f"2017年至2022年，社会消费品零售总额由300亿元提高到567.1亿元，年均增长{growth}%。")
    assert answers(outcomes(tmp_path, "N2", text)) == [answer]


@pytest.mark.parametrize("words", ["年均增速达到", "年均增速为", "年均增长率达", "年均增速"])
def test_the_pace_of_an_average_is_of_what_its_sentence_speaks_of(tmp_path: Path, words: str) -> None:
    text = report(f"社会消费品零售总额由2017年的300亿元增长到2022年的567.1亿元，{words}9%。")
    assert answers(outcomes(tmp_path, "N2", text)) == ["error"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("“十三五”期间，社会消费品零售总额从300亿元增加到450亿元，年均增长8.4%。", "passed"),  # the base is of 2015
        ("“十三五”期间，社会消费品零售总额从300亿元增加到450亿元，年均增长10.7%。", "error"),  # four years
    ],
)
def test_the_years_of_an_average(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N2", report(text))) == [answer]


def test_an_average_that_another_is_compared_with_is_not_the_levels(tmp_path: Path) -> None:
    text = "社会消费品零售总额由2017年的300亿元增加到2022年的567.1亿元，平均每年增长13.6%，高于2012年至2017年平均每年增长9%的水平。"
    assert "error" not in answers(outcomes(tmp_path, "N2", report(text)))


def test_the_arithmetic_can_be_followed(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "N2", outline("1.每万人发明专利拥有量 | 件 | 32 | 47 | 9% | 预期性"))
    assert found.seen is not None
    assert found.seen.filled["years"] == "5"
    assert (found.printed, found.computed.startswith("7.")) == ("9%", True)
    assert [e.around for e in found.evidence] == ["1.每万人发明专利拥有量|件|32|47|9%|预期性"] * 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("居民人均可支配收入30161元，增长14.6%，增收4376元。", "likely"),  # 4376 / 25785 is 17.0 %
        ("居民人均可支配收入30161元，增长17.0%，增收4376元。", "passed"),
        ("居民人均可支配收入30161元，增长16.9%，增收4376元。", "passed"),  # 16.97 cut off
        ("居民人均可支配收入30161元，增长16.8%，增收4376元。", "likely"),
        ("居民人均可支配收入30161元，比上年净增4376元，增长17.0%。", "passed"),
        ("居民人均可支配收入30161元，比上年净增3476元，增长17.0%。", "likely"),
        ("旅客吞吐量在上年基础上增加40万人次、达到440万人次，增长10%。", "passed"),
        ("旅客吞吐量440万人次，比上年增加400亿人次，增长10%。", "likely"),  # more than there are
        ("补助标准从79元提高至84元，增长6.3%。", "passed"),
        ("补助标准从79元提高至84元，增长8.3%。", "likely"),
        ("固定资产投资560亿元，增加100亿元，增长5%。", "not_applicable"),
        ("地区生产总值1065亿元，增加65亿元，增长2.5%。", "not_applicable"),  # real
        ("居民人均可支配收入30161元，增加4376元，实际增长14.6%。", "not_applicable"),
    ],
)
def test_level_growth_and_increment(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N1", report(text))) == [answer]


def test_an_increment_a_year_is_no_increment_of_the_year(tmp_path: Path) -> None:
    text = "居民人均可支配收入2022年达到30161元，平均每年增加4376元，增长14.6%。"
    assert answers(outcomes(tmp_path, "N1", report(text))) == ["not_applicable"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("与2017年相比，五年来社会消费品零售总额翻一番，年均增长15%。", "passed"),  # 2.011
        ("与2017年相比，五年来社会消费品零售总额翻一番，年均增长12%。", "error"),
        ("社会消费品零售总额由2017年的300亿元增加到2022年的567.1亿元，翻了一番。", "error"),
        ("社会消费品零售总额由300亿元扩大到567.1亿元，实现翻番。", "error"),
        ("五年间，社会消费品零售总额从280亿元跃升至567.1亿元，翻了一番。", "passed"),
        ("社会消费品零售总额从不足300亿元增加到567.1亿元，实现翻番。", "not_applicable"),
        ("五年来社会消费品零售总额翻一番，年均增长26%。", "likely"),  # 3.2 times
        ("五年来社会消费品零售总额翻一番以上，年均增长26%。", "passed"),
        ("社会消费品零售总额由2017年的280亿元增加到2022年的567.1亿元，翻了一番。", "passed"),
    ],
)
def test_doubling(tmp_path: Path, text: str, answer: str) -> None:
    assert answers(outcomes(tmp_path, "N12", report(text))) == [answer]


EARLIER = "社会消费品零售总额567.1亿元，一般公共预算总收入41.5亿元，固定资产投资560亿元，地区生产总值1000亿元。"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("社会消费品零售总额581.3亿元，增长2.5%。", "passed"),  # 567.1
        ("社会消费品零售总额575.2亿元，增长2.5%。", "information"),  # 561.2: an ordinary revision
        ("社会消费品零售总额475.2亿元，增长2.5%。", "likely"),
        ("一般公共预算总收入41.2亿元，增长31.9%。", "likely"),
        ("固定资产投资474亿元，增长0.5%。", "likely"),
        ("地区生产总值1065亿元，增长2.5%。", "not_applicable"),
        ("社会消费品零售总额575.2亿元，实际增长2.5%。", "not_applicable"),
        ("社会消费品零售总额由2021年的500亿元增加到2023年的575.2亿元，增长15%。", "not_applicable"),
    ],
)
def test_base_that_this_year_s_growth_implies(tmp_path: Path, text: str, answer: str) -> None:
    found = outcomes(tmp_path, "N16", report(text, 2023), against=report(EARLIER))
    assert answers(found) == [answer]


def test_a_changed_base_names_what_would_explain_it(tmp_path: Path) -> None:
    text = "一般公共预算总收入41.2亿元，增长31.9%。"
    (found,) = outcomes(tmp_path, "N16", report(text, 2023), against=report(EARLIER))
    assert "check_tax_refunds" in [note.code for note in found.explanations]
    assert (found.printed, found.computed) == ("41.5亿元", "31.24亿元")


@pytest.mark.parametrize(
    ("whole", "answer"),
    [("14.1", "passed"), ("15.0", "error"), ("14.2", "passed"), ("11.0", "likely")],
)
def test_rates_over_several_years(tmp_path: Path, whole: str, answer: str) -> None:
    """Five years of −3.0 % are −14.13 %, −14.3 … −13.9 by rounding; added they would be −15."""
    years = "".join(f"{year}年单位GDP能耗下降3.0%。" for year in range(2018, 2023))
    text = report(f"{years}五年来，单位GDP能耗累计下降{whole}%。")
    assert answers(outcomes(tmp_path, "N13", text)) == [answer]


@pytest.mark.parametrize(("whole", "answer"), [("8.7", "passed"), ("9.0", "error")])
def test_years_told_by_their_first_and_last(tmp_path: Path, whole: str, answer: str) -> None:
    years = "".join(f"{year}年下降3.0%，" for year in range(2020, 2023))
    text = report(f"单位GDP能耗{years}2020—2022年累计下降{whole}%。")
    assert answers(outcomes(tmp_path, "N13", text)) == [answer]


def test_a_span_with_an_unknown_year_is_not_computed(tmp_path: Path) -> None:
    text = report("2021年单位GDP能耗下降3.0%。2022年单位GDP能耗下降3.0%。五年来，单位GDP能耗累计下降15%。")
    assert answers(outcomes(tmp_path, "N13", text)) == ["not_applicable"]


def test_years_that_another_report_prints_may_have_been_revised(tmp_path: Path) -> None:
    draft = report("2022年单位GDP能耗下降4.6%。近三年累计，单位GDP能耗下降10.1%。")
    earlier = report("2020年单位GDP能耗下降1.2%。2021年单位GDP能耗下降3.3%。", 2021)
    assert answers(outcomes(tmp_path, "N13", draft, against=earlier)) == ["information"]


@pytest.mark.parametrize(("last", "answer"), [(2002, "information"), (2022, "likely")])
def test_an_implied_fall_of_prices(tmp_path: Path, last: int, answer: str) -> None:
    """27.3 to 41 is 8.5 % a year: below a real growth of 10.5 %, prices fell by 1.8 % a year, as they did in 1998–2002."""
    text = f"社会消费品零售总额由{last - 5}年的27.3亿元增加到{last}年的41亿元，年均实际增长10.5%。"
    assert answers(outcomes(tmp_path, "N2", report(text, last))) == [answer]
