"""Files come in by a page, are read in the background, and count once a person has looked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.errors import CannotWrite
from lantu.store import models, publishing, queue
from lantu.web.entry import uploads, worker
from tests.command import OUTLINE, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(uploads, "HOME", tmp_path)
    return tmp_path


def work() -> None:
    while worker.run_one(settle=timedelta(0)):
        pass


def upload(client: Client, *files: tuple[str, bytes]) -> str:
    answer = client.post("/import", {"files": [SimpleUploadedFile(name, data) for name, data in files]})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_uploaded_files_are_read_and_wait_for_a_person(client: Client, home: Path) -> None:
    job = upload(client, ("纲要.md", OUTLINE.encode()), ("报告.md", REPORT.encode()), ("坏.pdf", b"%PDF-1.4 broken"))
    assert "http-equiv" in page(client, job)
    work()
    text = page(client, job)
    assert "http-equiv" not in text
    assert "年度计划报告 · 仓山区 · 2022" in text
    assert "坏.pdf" in text
    assert set(models.Document.objects.values_list("state", flat=True)) == {"proposed"}
    assert not models.Place.objects.exists()
    assert not list((home / "uploads").iterdir())


def test_a_document_counts_once_it_was_looked_at(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    sha256 = models.Document.objects.get().sha256
    assert "核对无误，入账" in page(client, f"/documents/{sha256}/front")
    client.post(f"/documents/{sha256}/state", {"verb": "count"})
    work()
    assert models.Place.objects.get().code == "350104"


def test_what_was_understood_is_corrected_and_stays_so_when_read_again(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    sha256 = models.Document.objects.get().sha256
    answer = client.post(f"/documents/{sha256}/front", {"place": "350102", "reporting_year": "2022", "title": ""})
    assert answer.status_code == 302, answer.content.decode()
    client.post("/read-again")
    work()
    row = models.Document.objects.get()
    assert (row.place, row.reporting_year) == ("350102", 2022)
    assert "人工指定" in page(client, f"/documents/{sha256}/front")


@pytest.mark.parametrize(
    "form", [{"place": "福州"}, {"reporting_year": "近年"}, {"kind": "poem"}, {"date": "2023-13-45"}]
)
def test_what_is_not_allowed_is_refused_with_what_is(client: Client, form: dict[str, str]) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    before = models.Document.objects.values().get()
    answer = client.post(f"/documents/{before['sha256']}/front", form)
    assert answer.status_code == 400
    assert "应为" in answer.content.decode()
    assert models.Document.objects.values().get() == before


def test_the_same_file_twice_is_told_and_changes_nothing(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    job = upload(client, ("报告.md", REPORT.encode()))
    work()
    assert "已在台账中，无变化" in page(client, job)
    assert models.Document.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\报告\\a.docx", "a.docx"),
        ("a\x00b.txt", "a_b.txt"),
        ("..", "文档"),
        ("", "文档"),
        ("😀" * 90, "😀" * 60),
        ("长" * 300 + ".docx", "长" * 78 + ".docx"),
    ],
)
def test_a_name_that_is_a_path_stays_in_the_inbox(name: str, kept: str) -> None:
    assert uploads.safe_name(name) == kept


def test_a_full_disk_is_told_and_leaves_nothing(home: Path) -> None:
    class Full(SimpleUploadedFile):
        def chunks(self, _: int | None = None) -> Iterator[bytes]:
            raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="磁盘"):
        uploads.keep(Full("报告.md", b"x"))
    assert not list((home / "uploads").iterdir())


def test_work_whose_worker_died_is_taken_up_again(client: Client) -> None:
    upload(client, ("纲要.md", OUTLINE.encode()), ("报告.md", REPORT.encode()))
    assert queue.take_up() is not None
    assert queue.take_up() is None
    assert queue.begin_anew() == 1
    work()
    assert models.Document.objects.count() == 2


def test_the_same_work_is_asked_for_once() -> None:
    first = queue.ask("join", {"place": "350104"}, "王芳")
    assert queue.ask("join", {"place": "350104"}, "李明") == first


def test_a_document_is_replaced_by_a_later_text(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()), ("改.md", (REPORT + "\n又及。\n").encode()))
    work()
    first, second = models.Document.objects.order_by("pk")
    client.post(f"/documents/{second.sha256}/state", {"verb": "count"})
    client.post(f"/documents/{first.sha256}/state", {"verb": "replace", "later": second.sha256})
    first.refresh_from_db()
    assert (first.state, first.replaced_by) == ("replaced", second.sha256)
    assert "替换它的后文" in page(client, f"/documents/{first.sha256}/front")


def test_only_what_counts_is_published_and_closing_wants_a_reason(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    sha256 = models.Document.objects.get().sha256
    assert client.post("/publishing", {"verb": "release", "sha256": sha256}).status_code == 409
    client.post(f"/documents/{sha256}/state", {"verb": "count"})
    assert client.post("/publishing", {"verb": "release", "sha256": sha256}).status_code == 302
    assert client.post("/publishing", {"verb": "close", "sha256": sha256}).status_code == 409
    assert client.post("/publishing", {"verb": "close", "sha256": sha256, "reason": "有误"}).status_code == 302
    assert list(models.Release.objects.values_list("public", flat=True)) == [True, False]
    assert not models.Document.objects.get().public


def test_the_site_is_off_until_switched_on(client: Client) -> None:
    assert not publishing.is_on("public")
    client.post("/publishing", {"verb": "on", "switch": "public"})
    assert publishing.is_on("public")
    assert client.post("/publishing", {"verb": "on", "switch": "doors"}).status_code == 409


def test_a_file_of_corrections_on_its_own_stops_no_other(client: Client) -> None:
    job = upload(client, ("corrections.toml", b"[["), ("lantu.toml", b"]"), ("报告.md", REPORT.encode()))
    work()
    text = page(client, job)
    assert text.count("✕ ") == 2
    assert "报告.md</a>" in text
    assert models.Document.objects.count() == 1


def test_a_worker_that_stopped_goes_on_after_the_files_it_told_of(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = upload(client, ("纲要.md", OUTLINE.encode()), ("报告.md", REPORT.encode()))
    with monkeypatch.context() as killed:
        killed.setattr(uploads, "clear", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            worker.run_one()
    assert models.Document.objects.count() == 1
    queue.begin_anew()
    work()
    text = page(client, job)
    assert text.count("新文档（待确认）") == 2
    assert not list((uploads.folder()).iterdir())


def test_a_mistake_of_our_own_ends_the_job_and_not_the_worker(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    job = upload(client, ("报告.md", REPORT.encode()))
    with monkeypatch.context() as wrong:
        wrong.setattr(worker, "_brought_in", lambda path: {}[path])
        work()
    text = page(client, job)
    assert "自身出错" in text
    assert "再试一次" in text
    assert client.post(f"{job}/again").status_code == 302
    work()
    assert "自身出错" not in page(client, job)
    assert models.Document.objects.count() == 1
    assert client.post(f"{job}/again").status_code == 404


def test_every_page_says_that_work_is_going_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def looking(_: Path) -> dict[str, str]:
        seen.append(page(client, "/documents/"))
        return {"error": "无"}

    monkeypatch.setattr(worker, "_brought_in", looking)
    job = upload(client, ("报告.md", REPORT.encode()))
    work()
    assert f'<a href="{job}">▶ 后台任务正在进行</a>' in seen[0]
    assert "后台任务" not in page(client, "/documents/")


def test_a_document_that_names_no_place_has_every_place_joined_again(client: Client) -> None:
    models.Place.objects.create(code="350104", name="仓山区", inputs="", notes=[])
    upload(client, ("摘要.txt", "今年建成区绿化覆盖率达到45.66%。\n".encode()))
    work()
    sha256 = models.Document.objects.get().sha256
    client.post(f"/documents/{sha256}/state", {"verb": "count"})
    assert models.Job.objects.filter(kind="join", asked={"place": "350104"}).exists()


def test_withdrawing_wants_a_reason_which_its_page_shows(client: Client) -> None:
    upload(client, ("报告.md", REPORT.encode()))
    work()
    sha256 = models.Document.objects.get().sha256
    client.post(f"/documents/{sha256}/state", {"verb": "count"})
    assert client.post(f"/documents/{sha256}/state", {"verb": "withdraw"}).status_code == 409
    assert models.Document.objects.get().state == "counted"
    assert client.post(f"/documents/{sha256}/state", {"verb": "withdraw", "reason": "传错文件"}).status_code == 302
    assert "已撤回：传错文件" in page(client, f"/documents/{sha256}/front")
