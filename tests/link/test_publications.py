import time
from collections import Counter
from pathlib import Path

from lantu.link.publications import group
from lantu.model import Difference, Kind
from tests.link.build import document, reading
from tests.link.gold import readings

REPORT = (
    "全年工业投资 41.5 亿元，增长 6.1%。新建学校 3 所，改造道路 12 公里，完成绿化 20 亩。\n"
    "就业形势保持稳定，物价涨势温和，居民收入稳步提高；生态环境持续改善，文化事业繁荣发展。\n"
    "改革开放继续深化，营商环境不断优化，社会大局和谐稳定；法治建设有力推进，政府效能明显增强。\n"
    "各项任务全面完成。"
)


def differences(first: str, second: str) -> list[tuple[str, str, str]]:
    """Kind and both prints, the first text first whatever the hashes say."""
    texts = [document(text, year=2022) for text in (first, second)]
    (one,) = group([reading(d) for d in texts])
    return [_first_first(d, texts[0].sha256) for d in one.publication.differences]


def _first_first(found: Difference, first: str) -> tuple[str, str, str]:
    if found.first == first:
        return found.kind, found.first_text, found.second_text
    return found.kind, found.second_text, found.first_text


def test_a_text_wrapped_and_set_in_another_width_is_the_same_text() -> None:
    wrapped = REPORT.replace("新建", "新\n\n建").replace(" 41.5 ", "４１．５").replace("3 所", "3所")
    assert differences(REPORT, wrapped) == []


def test_differences_are_told_apart_by_kind() -> None:
    second = REPORT.replace("，改造", ",改造").replace("41.5", "42.5").replace("全面完成", "圆满完成")
    second += "\n2022年12月20日印"
    assert differences(REPORT, second) == [
        ("figure", "41.5", "42.5"),
        ("punctuation", "，", ","),
        ("wording", "全面", "圆满"),
        ("imprint", "", "2022年12月20日印"),
    ]


def test_words_that_one_text_leaves_out_stand_against_nothing() -> None:
    assert differences(REPORT, REPORT.replace("各项", "")) == [("wording", "各项", "")]


def test_a_figure_that_differs_is_shown_whole() -> None:
    assert differences(REPORT, REPORT.replace("12 公里", "127 公里")) == [("figure", "12", "127")]


def test_a_sign_that_one_text_lacks_is_a_figure() -> None:
    assert differences(REPORT, REPORT.replace("增长 6.1", "增长-6.1")) == [("figure", "", "-")]


def test_reports_of_two_years_are_two_publications() -> None:
    texts = [document(REPORT, year=2022), document(REPORT.replace("。", "！"), year=2023)]
    assert len(group([reading(d) for d in texts])) == 2


def test_news_of_a_report_is_another_publication() -> None:
    texts = [document(REPORT, year=2022), document(REPORT + "。", Kind.NEWS, year=2022)]
    assert len(group([reading(d) for d in texts])) == 2


def test_a_copy_without_its_front_page_joins_the_full_text() -> None:
    texts = [document(REPORT, year=2022), document("附：\n" + REPORT, place=None)]
    assert len(group([reading(d) for d in texts])) == 1


def test_other_words_under_the_same_title_are_another_publication() -> None:
    other = "一年来，全区上下团结奋斗。城乡面貌焕然一新；民生福祉持续增进。展望未来，信心满怀。"
    assert len(group([reading(document(text, year=2022)) for text in (REPORT, other)])) == 2


def test_the_two_texts_of_one_seed_report(shared: Path) -> None:
    started = time.perf_counter()
    (one,) = group(readings(shared, "000", "001"))
    assert time.perf_counter() - started < 5  # a whole report in well under a second; the rest is for slow machines
    kinds = Counter(d.kind for d in one.publication.differences)
    assert kinds == {"wording": 4, "punctuation": 1, "imprint": 1}
    printed = {"".join((d.first_text + "|" + d.second_text).split()) for d in one.publication.differences}
    assert {"质|洁", "关键|开局", "，|,"} <= printed
