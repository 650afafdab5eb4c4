"""What the office replies to a finding: explained, corrected, not applicable. Nothing is changed: the latest answer counts."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import QuerySet

from lantu.errors import BadRequest, NotInLedger, StaleDecision
from lantu.model import Answer, Outcome, Reply, ReplyKind
from lantu.store import codec, derived, models

Kind = models.Answer.Kind


@transaction.atomic
def answer(finding: str, kind: str, by: str, reason: str, *, seen: int = 0) -> models.Answer:
    """Answer a finding; `seen` is the latest answer that the person saw (0 where there was none).

    Raises BadRequest without a reason or for no such kind, NotInLedger, StaleDecision where somebody answered since.
    """
    if kind not in Kind.values:
        raise BadRequest(f"答复种类不对：{kind}。", f"No such kind of answer: {kind}.")
    if not reason.strip():
        raise BadRequest("答复要写明理由。", "An answer wants a reason.")
    row = derived.Outcome.objects.select_for_update().select_related("place").filter(key=finding).first()
    if row is None:
        raise NotInLedger(
            f"台账中没有问题 {finding}；可能文档重新读取后已不存在。",
            f"The ledger holds no finding {finding}: it may be gone since the documents were read again.",
        )
    if latest(finding) != seen:
        raise StaleDecision(
            "这个问题在您打开之后已有人答复；请查看现在的答复再决定。",
            "This finding was answered after you opened it: look at the answer as it is now.",
        )
    outcome = codec.record(row.record, Outcome)
    hashes = list(dict.fromkeys(e.document for e in outcome.evidence))
    names = dict(models.Document.objects.filter(sha256__in=hashes).values_list("sha256", "name"))
    return models.Answer.objects.create(
        place=row.place.code, finding=finding, kind=kind, reason=reason.strip(), by=by, check_id=outcome.check,
        texts=list(dict.fromkeys(e.around for e in outcome.evidence)), documents=[names[h] for h in hashes if h in names],
    )  # fmt: skip


def latest(finding: str) -> int:
    """The latest answer to a finding; 0 where there is none."""
    found = models.Answer.objects.filter(finding=finding).order_by("-pk").values_list("pk", flat=True).first()
    return found or 0


def in_force(place: str = "") -> Mapping[str, models.Answer]:
    """The answers that count, by the finding that each was given to; of every place where none is named."""
    said = models.Answer.objects.filter(place=place) if place else models.Answer.objects.all()
    latest = {a.finding: a for a in said.order_by("pk")}
    return {finding: a for finding, a in latest.items() if a.kind != Kind.TAKEN_BACK}


def unanswered(place: str = "") -> QuerySet[derived.Outcome]:
    """The findings without an answer in force; of every place where none is named."""
    found = derived.Outcome.objects.filter(answer=Answer.FAILED.value)
    found = found.filter(place__code=place) if place else found
    return found.exclude(key__in=list(in_force(place)))


def replies(place: str) -> tuple[Reply, ...]:
    """The same as records, for the checks."""
    return tuple(
        Reply(
            a.finding, ReplyKind(a.kind), a.reason, a.by, a.at.date().isoformat(), a.check_id, tuple(a.texts),
            tuple(a.documents),
        )
        for a in sorted(in_force(place).values(), key=lambda a: a.pk)
    )  # fmt: skip
