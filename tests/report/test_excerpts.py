"""Evidence: the sentence or table row around a number."""

from lantu.model import Document, Front, Kind, Passage, PassageKind, Segment
from lantu.report.excerpts import clause_spot, excerpts, sentence, span_spot, spot_of
from tests.report.documents import GREEN_PROSE, GREEN_WANTED, N_GDP, NEWS_DOC, OUTLINE_DOC, REPORT_DOC
from tests.report.sample import READINGS


def test_a_sentence_with_its_number_marked() -> None:
    found = sentence(OUTLINE_DOC, spot_of(GREEN_PROSE))
    assert found.text == "到2025年，经济保持中高速，GDP年均增长8%以上，绿化覆盖率达到46.3%。"
    marked = [p.text for p in found.lines[0][0] if p.marks]
    assert marked == ["46.3%"]
    assert found.section == ("示例区国民经济和社会发展第十四个五年规划纲要", "第一节 主要目标")


def test_a_table_row_with_its_header() -> None:
    found = sentence(OUTLINE_DOC, spot_of(GREEN_WANTED))
    head, line = found.lines
    assert [c[0].text for c in head][2:4] == ["2020年", "2025年"]
    assert [p.text for c in line for p in c if p.marks] == ["46.3"]


def test_numbers_of_one_sentence_share_an_excerpt() -> None:
    found = excerpts(REPORT_DOC, [spot_of(s) for s in READINGS[1].statements])
    assert [len(e.marks) for e in found] == [3, 2, 2, 1, 1]


def test_a_span_that_ends_with_its_sentence() -> None:
    at = REPORT_DOC.text.index("推进节能降耗。")
    assert sentence(REPORT_DOC, span_spot(REPORT_DOC.sha256, at, at + 7)).text == "推进节能降耗。"


def test_words_that_name_an_indicator_leave_the_numbers_in_them_marked_alone() -> None:
    start = NEWS_DOC.text.index("预计2023年")
    clause = clause_spot(NEWS_DOC.sha256, start, start + 30)
    one, two = excerpts(NEWS_DOC, [clause, spot_of(N_GDP)])
    assert (one.text, one.marks, two.marks) == (two.text, (N_GDP.id,), (clause.id,))
    assert [p.text for p in one.lines[0][0] if p.marks] == ["1065亿元"]


def test_wrapped_text_is_shown_as_one_line_in_its_own_characters() -> None:
    raw = "去年增长，\n  全区就业 ２.18 万\n人。"
    parts = ["去年增长，", "全区就业", "２.18", "万", "人。"]
    starts = [raw.index(p) for p in parts]
    clean = "".join(parts)
    at = [clean.index(p) for p in parts]
    segments = tuple(Segment(c, r, len(p)) for c, r, p in zip(at, starts, parts, strict=True))
    passage = Passage(0, PassageKind.PARAGRAPH, clean.replace("２", "2"), segments, ())
    front = Front(Kind.OTHER, None, None, None, None, None, None, None, None)
    document = Document("x.txt", "e" * 64, "txt", "utf-8", raw, (passage,), (), front)
    end = raw.index("人。") + 1
    found = sentence(document, span_spot("e" * 64, raw.index("２"), end))
    assert found.text == "去年增长，全区就业２.18万人。"
    assert [p.text for p in found.lines[0][0] if p.marks] == ["２.18万人"]
