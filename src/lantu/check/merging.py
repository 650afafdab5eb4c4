"""One answer about the same words that stand in several places: again in a document, or in two texts of one publication."""

from collections.abc import Iterable
from dataclasses import replace

from lantu.check.case import Case
from lantu.model import Outcome


def merged(outcomes: Iterable[Outcome], case: Case) -> tuple[Outcome, ...]:
    """Outcomes in the order of documents and text; of those with the same words in the same publications the first, with the others' places."""
    order = {d.sha256: n for n, d in enumerate(case.ledger.documents)}
    kept: dict[tuple[object, ...], Outcome] = {}
    for outcome in sorted(outcomes, key=lambda o: [(order[e.document], e.start, e.end) for e in o.evidence]):
        key = _key(outcome, case)
        first = kept.get(key)
        if first is None:
            kept[key] = outcome
        elif outcome.evidence != first.evidence:
            kept[key] = replace(first, also=(*first.also, *outcome.evidence))
    return tuple(kept.values())


def _key(outcome: Outcome, case: Case) -> tuple[object, ...]:
    publications = tuple(case.publications[e.document].id for e in outcome.evidence)
    words = tuple(
        (e.around, e.at) for e in outcome.evidence
    )  # without white space, which two texts may set differently
    return outcome.check, words, outcome.answer, outcome.reason, outcome.seen, publications
