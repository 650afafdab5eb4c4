"""What a person calls a name of a place holds for its later documents, and for no other place's."""

from pathlib import Path

import pytest

from lantu import pipeline
from lantu.errors import BadRequest
from lantu.store import deciding, giving, keeping, models, naming, taking
from lantu.store.deciding import Seen
from tests.command import REPORT

pytestmark = pytest.mark.django_db
HERE, READ_AS = "350104", "建成区绿化覆盖率"


def taken(folder: Path, name: str, text: str = REPORT) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document, data = pipeline.read_whole(path)
    return taking.take(pipeline.extract(document), data).sha256


def indicators(sha256: str) -> list[str]:
    return [s.indicator for s in giving.reading(sha256).statements]


def test_a_name_holds_for_a_later_document_of_the_place(tmp_path: Path) -> None:
    naming.name(HERE, READ_AS, "绿化覆盖率", "王芳", "同一口径")
    later = taken(tmp_path, "报告.md")
    assert indicators(later)[0] == "绿化覆盖率"
    assert giving.reading(later, decided=False).statements[0].indicator == READ_AS
    elsewhere = taken(tmp_path, "马尾.md", REPORT.replace("仓山区", "马尾区"))
    assert indicators(elsewhere)[0] == READ_AS


def test_a_document_that_names_no_place_is_read_with_the_names_of_the_place_it_is_read_for(tmp_path: Path) -> None:
    taken(tmp_path, "摘要.txt", "今年建成区绿化覆盖率达到45.66%。\n")
    assert models.Document.objects.values_list("place", flat=True)[0] == ""
    naming.name(HERE, READ_AS, "绿化覆盖率", "王芳")
    assert [s.indicator for r in giving.readings(HERE) for s in r.statements] == ["绿化覆盖率"]
    assert [s.indicator for r in giving.readings("350105") for s in r.statements] == [READ_AS]


def test_what_was_decided_on_a_statement_itself_goes_before_the_name(tmp_path: Path) -> None:
    sha256 = taken(tmp_path, "报告.md")
    first = giving.reading(sha256, decided=False).statements[0]
    deciding.correct(Seen(first.id, first.reading), "王芳", "按原表", indicator="城市绿化覆盖率")
    naming.name(HERE, READ_AS, "绿化覆盖率", "李明")
    assert indicators(sha256)[0] == "城市绿化覆盖率"


def test_a_name_is_taken_back_and_names_of_names_are_followed() -> None:
    naming.name(HERE, "甲", "乙", "王芳")
    naming.name(HERE, "乙", "丙", "王芳")
    assert naming.names(HERE) == {"甲": "丙", "乙": "丙"}
    naming.take_back(HERE, "乙", "李明")
    assert naming.names(HERE) == {"甲": "乙"}
    with pytest.raises(BadRequest, match="没有归并"):
        naming.take_back(HERE, "乙", "李明")


@pytest.mark.parametrize(("read_as", "called"), [("丙", "甲"), ("乙", "甲"), ("甲", "甲"), ("", "甲"), ("甲", " ")])
def test_names_never_go_round_in_a_ring(read_as: str, called: str) -> None:
    naming.name(HERE, "甲", "乙", "王芳")
    naming.name(HERE, "乙", "丙", "王芳")
    with pytest.raises(BadRequest):
        naming.name(HERE, read_as, called, "王芳")
    assert naming.names(HERE) == {"甲": "丙", "乙": "丙"}


def test_what_follows_from_a_place_changes_with_its_names() -> None:
    before = keeping.inputs(HERE)
    naming.name(HERE, "甲", "乙", "王芳")
    named = keeping.inputs(HERE)
    naming.take_back(HERE, "甲", "王芳")
    assert named != before == keeping.inputs(HERE)
