"""What later documents say of a target: its value, its name or a neighbour's, or nothing."""

from lantu.model import LaterWord, Measure, Silence, Target, TargetKind
from tests.evaluate.ledgers import Book, Page

LEVEL = Measure.LEVEL


def word(book: Book, target: Target) -> Silence:
    return next(s for s in book.evaluated("2023-12-31").silences if s.target == target.id)


def sentences(book: Book, silence: Silence) -> list[str]:
    text = {d.sha256: d.text for d in book.ledger().documents}
    return [text[m.document][m.start : m.end] for m in silence.mentions]


def a_plan_and_its_report() -> tuple[Book, Page, Page]:
    book = Book()
    return book, book.outline(), book.page("report", reporting=2022, dated="2022-12-21")


def test_an_actual_value_with_its_sentence() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "gdp", "2025", "1500", "亿元", name="地区生产总值")
    book.value(report, "gdp", "2022", "1000", "亿元", LEVEL)
    found = word(book, target)
    assert found.answer is LaterWord.ACTUAL
    assert found.successors == (report.sha256,)
    assert sentences(book, found) == ["地区生产总值1000亿元。"]


def test_the_value_of_another_measure_only_names_it() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "gdp", "2025", "1500", "亿元", name="地区生产总值")
    book.value(report, "gdp", "2022", "3.0", name="经济")
    assert word(book, target).answer is LaterWord.NAMED


def test_a_name_without_a_value() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "local:亩均税收", "2025", "20", "万元")
    report.say("效益稳步提升")
    report.say("开展亩均税收评价，倒逼转型")
    found = word(book, target)
    assert found.answer is LaterWord.NAMED
    assert sentences(book, found) == ["开展亩均税收评价，倒逼转型。"]


def test_a_neighbour_by_its_stem() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "energy_intensity", "2025", None, kind=TargetKind.ASSIGNED, words="完成市下达指标")
    report.say("完成市下达节能任务")
    assert word(book, target).answer is LaterWord.NAMED


def test_a_longer_name_of_another_indicator_is_no_mention() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "local:增加值", "2025", "500", "亿元")
    book.target(outline, "local:服务业增加值", "2025", "300", "亿元")
    report.say("服务业增加值持续提高")
    assert word(book, target).answer is LaterWord.NONE


def test_nothing_and_nobody_to_say_it() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "local:预期寿命", "2025", "80", "岁")
    report.say("医疗卫生服务能力提升")
    found = word(book, target)
    assert (found.answer, found.mentions, found.successors) == (LaterWord.NONE, (), (report.sha256,))
    alone = Book()
    target = alone.target(alone.outline(), "local:预期寿命", "2025", "80", "岁")
    assert word(alone, target).answer is LaterWord.NO_LATER_DOCUMENT


def test_documents_from_before_the_plan_or_after_the_day_are_no_successors() -> None:
    book, outline, report = a_plan_and_its_report()
    book.page("last year's", reporting=2020, dated="2021-01-20")
    book.page("next year's", reporting=2024, dated="2025-01-20")
    target = book.target(outline, "local:预期寿命", "2025", "80", "岁")
    assert word(book, target).successors == (report.sha256,)


def test_only_headline_five_year_targets_are_asked_for() -> None:
    book, outline, report = a_plan_and_its_report()
    book.annual(report, 2023)
    book.target(outline, "local:甲", "2025", "80", "个", headline=False)
    book.target(report, "local:乙", "2023", "80", "个")
    assert book.evaluated("2023-12-31").silences == ()


def test_a_long_sentence_is_shown_by_its_clause() -> None:
    book, outline, report = a_plan_and_its_report()
    target = book.target(outline, "local:亩均税收", "2025", "20", "万元")
    report.say("主要预期目标：" + "各项事业全面发展；" * 15 + "亩均税收继续提高；" + "保持稳定" * 4)
    assert sentences(book, word(book, target)) == ["亩均税收继续提高；"]
