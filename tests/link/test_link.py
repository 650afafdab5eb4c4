from dataclasses import replace
from itertools import permutations
from pathlib import Path

from lantu.link import link
from lantu.model import Kind, Measure, Nature, Qualifiers
from tests.link.build import document, reading, say
from tests.link.gold import readings


def test_the_order_of_files_changes_nothing(shared: Path) -> None:
    texts = readings(shared, "001", "002", "003")
    first, *others = (link(order) for order in permutations(texts))
    assert all(other == first for other in others)


def test_a_copy_byte_for_byte_is_left_out_by_name() -> None:
    texts = [document("全区有学校 3 所。", year=2022, name=name) for name in ("b.txt", "a.txt")]
    ledger = link([reading(d, say(d, "3 所", "学校", "3 所", "2022")) for d in texts])
    assert [f.name for f in ledger.left_out] == ["b.txt"]
    assert len(ledger.observations[0].statements) == 1


def test_a_document_without_a_place_has_one_of_its_own_and_this_is_noted() -> None:
    one = document("全区有学校 3 所。", year=2022, place=None)
    ledger = link([reading(one, say(one, "3 所", "学校", "3 所", "2022"))])
    assert ledger.series[0].place.startswith("unknown-")
    assert [(n.code, n.filled["document"]) for n in ledger.notes] == [("place_unknown", "a.txt")]


def test_an_indicator_that_no_register_knows_is_kept_under_its_own_name() -> None:
    one = document("全区“甲乙”指数 3 分；学校“甲乙”指数下降2%。", year=2022)
    ledger = link([reading(one, say(one, "3 分", "“甲乙”指数", "3 分", "2022"))])
    assert ledger.series[0].indicator == "local:甲乙指数"


def test_a_local_growth_joins_the_family_of_its_level() -> None:
    one = document("甲额 3 亿元，甲额增速 2%。", year=2022)
    said = (
        say(one, "3 亿元", "甲额", "3 亿元", "2022"),
        say(one, "2%", "甲额增速", "2 %", "2022", measure=Measure.GROWTH),
    )
    assert {s.indicator for s in link([reading(one, *said)]).series} == {"local:甲额"}


def test_counts_in_other_dimensions_are_other_series() -> None:
    one = document("征迁项目 42 个、3432 亩。", year=2022)
    said = (say(one, "42 个", "征迁", "42 个", "2022"), say(one, "3432 亩", "征迁", "3432 亩", "2022"))
    assert len(link([reading(one, *said)]).series) == 2


def test_growth_against_the_period_before_joins_no_growth_against_the_year_before() -> None:
    one = document("甲额同比增长 5%，环比增长 1%。", year=2022)
    yearly = say(one, "5%", "甲额", "5 %", "2022", measure=Measure.GROWTH)
    monthly = say(one, "1%", "甲额", "1 %", "2022", measure=Measure.GROWTH)
    said = (
        replace(yearly, qualifiers=Qualifiers(against="previous_year")),
        replace(monthly, qualifiers=Qualifiers(against="previous_period")),
    )
    ledger = link([reading(one, *said)])
    assert {
        s.scope: [str(o.quantity.value) for o in ledger.observations if o.series == s.id] for s in ledger.series
    } == {
        "": ["5"],
        "环比": ["1"],
    }


def test_nothing_gives_an_empty_ledger() -> None:
    assert link([]).targets == ()


def test_a_report_that_repeats_the_five_year_target_is_a_source_of_that_plan() -> None:
    outline = document("到2025年，甲类企业达到600家。", Kind.OUTLINE, plan="2021-2025")
    report = document("今年甲类企业达到500家。到2025年，甲类企业达到600家。", year=2022)
    wanted = [
        reading(outline, say(outline, "600家", "甲类企业", "600 家", "2025", nature=Nature.TARGET)),
        reading(
            report,
            say(report, "500家", "甲类企业", "500 家", "2023", nature=Nature.TARGET),
            say(report, "600家", "甲类企业", "600 家", "2025", nature=Nature.TARGET),
        ),
    ]
    ledger = link(wanted)
    assert [(t.plan.split("/")[1], str(t.wanted and t.wanted.value), len(t.statements)) for t in ledger.targets] == [
        ("five-year", "600", 2),
        ("annual", "500", 1),
    ]
    assert ledger.targets[1].part_of == ledger.targets[0].id


def test_news_that_says_another_value_is_a_target_beside_the_official_one() -> None:
    report = document("今年主要预期目标：甲额增长5%。", year=2022)
    news = document("今年主要预期目标：甲额增长6%。", Kind.NEWS, year=2022)
    ledger = link(
        [
            reading(d, say(d, v, "甲额", f"{v[0]} %", "2023", measure=Measure.GROWTH, nature=Nature.TARGET))
            for d, v in ((news, "6%"), (report, "5%"))
        ]
    )
    official, told = ledger.targets
    assert (official.words, official.headline, told.words, told.headline) == ("5%", True, "6%", False)
    assert [n.code for n in official.notes] == ["target_value_differs"]
