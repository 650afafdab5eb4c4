"""What the checks say of the real documents: what is to be reported, and what is not."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.model import Ledger, Outcome
from lantu.registers import messages


@pytest.fixture(scope="module")
def ledger(seeds: Mapping[str, Path]) -> Ledger:
    return pipeline.ledger([seeds[n] for n in ("000", "001", "002", "003")])


@pytest.fixture(scope="module")
def findings(ledger: Ledger) -> list[Outcome]:
    return [o for o in pipeline.check(ledger) if o.is_finding]


QUIET = ("N1", "N3", "N6", "N7", "N9", "N10", "N12", "N21", "N23", "N28", "N34", "N37")


def said(findings: list[Outcome], check: str) -> list[str]:
    return [f"{o.severity} {messages.say(o.seen, 'zh')}" for o in findings if o.check == check and o.seen]


def figures(findings: list[Outcome], check: str) -> list[tuple[str, str, str]]:
    return [(o.severity.value, o.printed, o.computed) for o in findings if o.check == check]


def test_the_unit_of_productivity(findings: list[Outcome]) -> None:
    assert figures(findings, "N5") == [("error", "%", "万元/人")]


def test_two_shares_in_per_cent_where_points_are_meant(findings: list[Outcome]) -> None:
    assert figures(findings, "N4") == [("likely", "0.68%", "0.68个百分点"), ("likely", "2%", "2.80个百分点")]


def test_nominal_levels_beside_real_growth_are_no_error(findings: list[Outcome]) -> None:
    assert [o.severity.value for o in findings if o.check == "N2"] == ["information", "information"]
    assert "隐含的年均价格变动为2.50%" in said(findings, "N2")[0]


def test_one_rate_in_the_text_and_another_in_the_table_are_asked_about(findings: list[Outcome]) -> None:
    assert figures(findings, "N14") == [("likely", "99.8%", "95%")]


def test_bases_implied_by_the_next_report(findings: list[Outcome]) -> None:
    told = {o.seen.filled["name"]: o for o in findings if o.check == "N16" and o.seen}
    assert {name: o.severity.value for name, o in told.items()} == {
        "一般公共预算总收入": "likely",
        "地方一般公共预算收入": "likely",
        "固定资产投资": "likely",
        "社会消费品零售总额": "information",
        "进出口总额": "information",
        "居民人均可支配收入": "information",
    }
    assert (told["一般公共预算总收入"].printed, told["一般公共预算总收入"].computed) == ("41.5亿元", "31.24亿元")
    assert (told["固定资产投资"].printed, told["固定资产投资"].computed) == ("560亿元", "471.6亿元")


def test_a_year_that_is_called_otherwise_than_usual(findings: list[Outcome]) -> None:
    (found,) = [o for o in findings if o.check == "N24"]
    assert (found.severity.value, found.computed) == ("information", "开局之年")


def test_two_texts_of_one_report_differ_in_words_alone(findings: list[Outcome]) -> None:
    told = [o for o in findings if o.check == "N25" and o.seen]
    assert Counter(o.seen.code for o in told if o.seen) == Counter(n25_wording=4, n25_punctuation=1, n25_imprint=1)
    assert {o.severity.value for o in told} == {"information"}


def test_binding_targets_without_a_number_and_two_worded_the_wrong_way(findings: list[Outcome]) -> None:
    assert [o.seen.filled["name"] for o in findings if o.check == "N27" and o.seen] == [
        "单位GDP能耗降幅",
        "单位GDP二氧化碳排放降幅",
        "城市空气质量优良天数比例",
        "主要流域I-III类水质比例",
    ]
    assert [o.seen.filled["name"] for o in findings if o.check == "N20" and o.seen] == [
        "城市空气质量优良天数比例",
        "主要流域I-III类水质比例",
    ]


def test_what_the_plan_and_the_reports_do_not_join_up(findings: list[Outcome]) -> None:
    assert figures(findings, "N15") == [("likely", "20%", "12.2%")]  # 4.27 % of GDP, not 3.05
    assert ("likely", "8%", "25.0%") in figures(findings, "N17")
    assert figures(findings, "N30") == [("information", "137个", "158个")]
    assert figures(findings, "N36") == [("information", "1.43亿美元", "-48.0%")]
    assert figures(findings, "N18") == [
        ("information", "2.1平方米", "2.1平方米"),
        ("information", "1.9万人", "2.18万人"),
        ("information", "1.9万人", "2.09万人"),
    ]


def test_a_number_of_projects_ahead_of_schedule_without_that_of_the_plan(findings: list[Outcome]) -> None:
    (text,) = said(findings, "N22")
    assert "70个(10), 85个(8)" in text


def test_nothing_else_is_said(findings: list[Outcome]) -> None:
    """No structure (0.2:38.2:61.6), no chained investment, no bracket, no part above its whole."""
    counted = Counter(o.check for o in findings)
    assert {check: counted[check] for check in QUIET} == dict.fromkeys(QUIET, 0)
    assert not [o for o in findings if o.check == "N2" and "固定资产投资" in str(o.seen)]


def test_the_text_that_came_twice_is_told_once(ledger: Ledger, findings: list[Outcome]) -> None:
    twins = next(p for p in ledger.publications if len(p.documents) == 2)
    for one in (o for o in findings if o.check != "N25"):
        assert len({e.document for e in one.evidence} & set(twins.documents)) <= 1


def test_a_year_that_lost_its_nought(seeds: Mapping[str, Path]) -> None:
    found = [o for o in pipeline.check(pipeline.ledger([seeds["004"]])) if o.is_finding]
    assert [(o.check, o.printed, o.computed) for o in found] == [("N26", "二三五年", "二〇三五年")]
