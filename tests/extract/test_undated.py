"""Texts that name no year: nothing is made up, and what is read stays out of every series."""

from lantu.extract import extract
from lantu.link import link
from lantu.model import UNDATED, Reading
from lantu.read import read_bytes

UNSAID = "关于支持产业园发展的若干政策\n\n对新认定的企业，给予50万元一次性奖励。今年新增企业20家，增长5%。\n"


def reading(text: str) -> Reading:
    return extract(read_bytes("a.txt", text.encode()))


def test_without_a_year_in_the_text_no_statement_has_one() -> None:
    assert {s.period for s in reading(UNSAID).statements} == {UNDATED}


def test_a_sentence_that_names_its_year_has_it() -> None:
    found = reading(UNSAID + "到2027年，培育企业100家。\n").statements[-1]
    assert found.period.code == "2027"


def test_what_has_no_year_is_in_no_series() -> None:
    assert not link([reading(UNSAID)]).observations
