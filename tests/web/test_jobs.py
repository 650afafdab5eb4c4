"""Documents of the ledger read again by the rules of the day."""

from pathlib import Path
from textwrap import dedent

import pytest

from lantu.model import Kind
from lantu.store import deciding, giving, models
from lantu.store.deciding import Seen
from lantu.store.taking import Came
from lantu.web.entry import jobs
from tests.command import OUTLINE, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in (("纲要.md", OUTLINE), ("报告.md", REPORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / "纲要.md", tmp_path / "报告.md"]


def quiet(_: str) -> None:
    return None


def test_read_by_the_same_rules_nothing_changes(files: list[Path]) -> None:
    jobs.bring_in(files)
    for path in files:
        path.unlink()  # the ledger has the bytes
    names: list[str] = []
    again = jobs.read_again(names.append)
    assert names == ["纲要.md", "报告.md"]
    assert [taken.came for _, taken in again.documents] == [Came.UNCHANGED, Came.UNCHANGED]


def test_what_a_person_set_and_corrected_beside_the_files_holds(files: list[Path]) -> None:
    folder = files[0].parent
    sha256 = jobs.bring_in(files).documents[1][0].sha256
    (folder / "lantu.toml").write_text('["报告.md"]\nkind = "other"\nissuer = "区发改局"\n', encoding="utf-8")
    (folder / "corrections.toml").write_text(
        dedent(f"""
            [[correction]]
            document = "{sha256}"
            printed = "零售总额567.1亿元"
            should = "零售总额576.1亿元"
            reason = "统计公报为576.1亿元"
            by = "王芳"
        """),
        encoding="utf-8",
    )
    assert jobs.bring_in(files[1:]).documents[0][1].came is Came.READ_AGAIN
    for beside in ("lantu.toml", "corrections.toml"):
        (folder / beside).unlink()
    assert [taken.came for _, taken in jobs.read_again(quiet).documents] == [Came.UNCHANGED, Came.UNCHANGED]
    given = giving.reading(sha256)
    assert given.document.front.kind is Kind.OTHER
    assert "576.1" in {str(s.quantity.value) for s in given.statements}


def test_a_reading_of_older_rules_is_replaced_and_its_decisions_looked_at(files: list[Path]) -> None:
    (document, _), *_ = jobs.bring_in(files).documents
    now = giving.reading(document.sha256).statements
    older = models.Statement.objects.get(key=now[0].id)
    deciding.confirm(Seen(now[1].id, now[1].reading), "王芳")
    models.Statement.objects.filter(pk=older.pk).update(indicator="区生产总值", reading="0" * 16)
    models.Document.objects.filter(sha256=document.sha256).update(reading="0" * 64)
    deciding.confirm(Seen(older.key, "0" * 16), "王芳")
    taken = jobs.read_again(quiet).documents[0][1]
    assert (taken.came, taken.reopened) == (Came.READ_AGAIN, 1)
    assert giving.reading(document.sha256).statements == now


def test_the_bytes_come_back_as_they_were(files: list[Path]) -> None:
    data = files[0].read_bytes()
    document = jobs.bring_in(files).documents[0][0]
    assert giving.original(document.sha256) == data
