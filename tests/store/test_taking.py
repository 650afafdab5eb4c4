"""What was read goes into the ledger and comes out the same; a document is there whole, or as it was."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lantu import pipeline
from lantu.errors import BadRequest, NotInLedger
from lantu.model import Reading
from lantu.store import giving, models, publishing, taking
from lantu.store.taking import Came
from tests.command import OUTLINE, REPORT

pytestmark = pytest.mark.django_db


def read(folder: Path, name: str, text: str) -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return pipeline.extract(pipeline.read(path))


@pytest.fixture
def both(tmp_path: Path) -> Sequence[Reading]:
    return [read(tmp_path, "纲要.md", OUTLINE), read(tmp_path, "报告.md", REPORT)]


def test_a_reading_comes_out_as_it_went_in(both: Sequence[Reading]) -> None:
    for reading in both:
        assert taking.take(reading).came is Came.NEW
        assert giving.reading(reading.document.sha256) == reading


def test_numbers_keep_their_printed_digits(tmp_path: Path) -> None:
    reading = read(tmp_path, "报告.md", f"{REPORT}\n全区粮食产量41.50万吨，完成投资1,234.00亿元。\n")
    taking.take(reading)
    values = [str(s.quantity.value) for s in giving.reading(reading.document.sha256).statements]
    assert "41.50" in values
    assert "1234.00" in values


def test_the_same_file_twice_writes_nothing(both: Sequence[Reading]) -> None:
    taking.take(both[0])
    before = models.Statement.objects.values_list("pk", flat=True).order_by("pk")
    kept = list(before)
    assert taking.take(both[0]).came is Came.UNCHANGED
    assert list(before.all()) == kept


def test_a_document_read_otherwise_takes_the_place_of_the_former_reading(both: Sequence[Reading]) -> None:
    outline = both[0]
    taking.take(outline)
    fewer = replace(outline, statements=outline.statements[1:])
    assert taking.take(fewer).came is Came.READ_AGAIN
    assert giving.reading(outline.document.sha256) == fewer
    assert models.Document.objects.count() == 1


def test_a_failure_half_way_leaves_the_document_as_it_was(both: Sequence[Reading]) -> None:
    outline = both[0]
    taking.take(outline)
    first = outline.statements[0]
    twice = replace(outline, statements=(*outline.statements, replace(first, indicator="另一指标")))
    with pytest.raises(Exception, match=r"UNIQUE|unique"):
        taking.take(twice)
    assert giving.reading(outline.document.sha256) == outline


def test_a_place_gives_its_documents_that_count(both: Sequence[Reading]) -> None:
    for reading in both:
        taking.take(reading)
    taking.withdraw(both[1].document.sha256)
    assert [r.document.name for r in giving.readings("350104")] == ["纲要.md"]
    assert list(giving.readings("110000")) == []


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(NotInLedger, match="没有文档 0123"):
        giving.reading("0123" * 16)
    with pytest.raises(NotInLedger):
        taking.withdraw("0123" * 16)


def test_a_linked_ledger_from_the_store_is_that_of_the_files(both: Sequence[Reading]) -> None:
    for reading in both:
        taking.take(reading)
    stored = pipeline.link_all(pipeline.Read(tuple(giving.readings("350104")), ()))
    assert stored == pipeline.link_all(pipeline.Read(tuple(both), ()))
    assert Decimal(1500) in {t.wanted.value for t in stored.targets if t.wanted}


def test_read_otherwise_a_document_stays_as_public_and_as_replaced_as_people_made_it(both: Sequence[Reading]) -> None:
    first, second = (taking.take(r).sha256 for r in both)
    publishing.release(second, "王芳")
    taking.replaced(first, second)
    for reading in both:
        assert taking.take(replace(reading, statements=reading.statements[1:])).came is taking.Came.READ_AGAIN
    assert giving.hashes() == (first, second)
    assert models.Document.objects.get(sha256=first).replaced_by == second
    assert models.Document.objects.get(sha256=second).public


def test_only_a_document_that_counts_takes_the_place_of_another(both: Sequence[Reading]) -> None:
    first, second = (taking.take(r).sha256 for r in both)
    taking.replaced(first, second)
    with pytest.raises(BadRequest, match="还没有入账"):
        taking.replaced(second, first)
