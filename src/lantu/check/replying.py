"""Replies of the office put to the findings that they speak of: by id, else by the words that stood there before."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from lantu.model import Ledger, Outcome, Replied, Reply

_WORDS = 8  # digits of an id that stay while only figures change
_ALIKE = 0.75  # float: how much of two texts has to be the same for one to be the other, changed


def replied(ledger: Ledger, outcomes: Iterable[Outcome], replies: Iterable[Reply]) -> Replied:
    """What each reply holds for. One about files that are not all at hand is not missed."""
    findings = {o.id: o for o in outcomes if o.is_finding}
    given = {reply.finding: reply for reply in replies}
    answered = {key: reply for key, reply in given.items() if key in findings}
    left = {key: one for key, one in findings.items() if key not in answered}
    names = {document.name for document in ledger.documents}
    changed: dict[str, Reply] = {}
    gone = []
    for reply in given.values():
        if reply.finding in answered:
            continue
        now = _now(reply, {key: one for key, one in left.items() if key not in changed})
        if now:
            changed[now] = reply
        elif names >= set(reply.documents):
            gone.append(reply)
    return Replied(answered, changed, tuple(gone))


def _now(reply: Reply, left: Mapping[str, Outcome]) -> str | None:
    """The finding that a reply spoke of before its text changed."""
    same = [key for key in left if key[:_WORDS] == reply.finding[:_WORDS]]
    likely = same or [key for key, one in left.items() if reply.texts and one.check == reply.check]
    scored = [(_likeness(reply, left[key]), key) for key in likely]
    best = max(scored, default=(0, ""), key=lambda pair: pair[0])
    return best[1] if best[1] and (same or best[0] >= _ALIKE) else None


def _likeness(reply: Reply, one: Outcome) -> float:
    """How alike the sentences are, between 0 and 1."""
    said = "\n".join(reply.texts)
    now = "\n".join(dict.fromkeys(e.around for e in one.evidence))
    return SequenceMatcher(None, said, now, autojunk=False).ratio()
