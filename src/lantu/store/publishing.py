"""What the public may see: documents opened to it, and the switches of the site. Nothing is changed: the latest release counts."""

from django.db import transaction
from django.utils import timezone

from lantu.errors import BadRequest
from lantu.model import Severity
from lantu.store import answering, models
from lantu.store.taking import not_in_ledger

PUBLIC, COMMENTS = "public", "comments"


def is_on(name: str) -> bool:
    """Whether a switch of the site is on; off until somebody switched it on."""
    return bool(models.Setting.objects.filter(name=name).values_list("value", flat=True).first())


@transaction.atomic
def switch(name: str, by: str, *, on: bool) -> None:
    """Open or close the public site (`public`), or its comments. Raises BadRequest for another switch."""
    if name not in (PUBLIC, COMMENTS):
        raise BadRequest(f"没有这个开关：{name}。", f"No such switch: {name}.")
    models.Setting.objects.update_or_create(name=name, defaults={"value": on, "by": by})


@transaction.atomic
def release(sha256: str, by: str, reason: str = "") -> None:
    """Open a document to the public.

    Raises NotInLedger, BadRequest for one that does not count, or without a reason where a finding of severity error
    about it has no answer.
    """
    document = _document(sha256)
    if document.state != models.Document.State.COUNTED:
        raise BadRequest("未入账的文档不能公开。", "A document that does not count cannot be published.")
    if not reason.strip() and (open_ := unanswered_errors(document)):
        raise BadRequest(
            f"文档还有 {open_} 个错误级别的问题没有答复；先答复，或写明仍要公开的理由。",
            f"{open_} findings of severity error about it have no answer: answer them, or say why it is published all the same.",
        )
    _record(document, by, reason, public=True)


@transaction.atomic
def close(sha256: str, by: str, reason: str) -> None:
    """Take a document from the public again. Raises NotInLedger, BadRequest without a reason."""
    if not reason.strip():
        raise BadRequest("取消公开要写明理由。", "Closing a document wants a reason.")
    _record(_document(sha256), by, reason, public=False)


def unanswered_errors(document: models.Document) -> int:
    """How many findings of severity error about a document have no answer; of one without a place, those of every place."""
    found = answering.unanswered(document.place).filter(severity=Severity.ERROR.value)
    return sum(_is_about(record, document.sha256) for record in found.values_list("record", flat=True))


def _is_about(record: dict[str, list[dict[str, str]]], sha256: str) -> bool:
    return any(evidence["document"] == sha256 for evidence in record.get("evidence", ()))


def _document(sha256: str) -> models.Document:
    found = models.Document.objects.select_for_update().filter(sha256=sha256).first()
    if found is None:
        raise not_in_ledger(sha256)
    return found


def _record(document: models.Document, by: str, reason: str, *, public: bool) -> None:
    models.Release.objects.create(document=document, public=public, by=by, reason=reason.strip())
    document.public = public
    document.save(update_fields=["public"])


@transaction.atomic
def moderate(comment: int, by: str, reason: str = "", *, shown: bool) -> None:
    """Show a comment, or refuse it with a reason. Raises BadRequest."""
    if not shown and not reason.strip():
        raise BadRequest("不予公开要写明理由。", "Refusing a comment wants a reason.")
    state = models.Comment.State.SHOWN if shown else models.Comment.State.REFUSED
    if not models.Comment.objects.filter(pk=comment).update(
        state=state, by=by, reason=reason.strip(), decided=timezone.now()
    ):
        raise BadRequest("没有这条留言。", "There is no such comment.")
