"""Assessments that rest on a number which a check found wrong, or probably so: they say which finding it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from lantu.evaluate.known import Known
from lantu.model import Assessment, Evaluation, Ledger, Note, Outcome, Severity, Target

_WEIGHTY = frozenset({Severity.ERROR, Severity.LIKELY})
_Spans = Mapping[str, list[tuple[int, int, Outcome]]]  # by document


def resting(ledger: Ledger, evaluation: Evaluation, open_: Iterable[Outcome], as_of: date | None) -> Evaluation:
    """The evaluation with the findings without a reply, of severity error or likely, at the assessments that rest on them.

    `as_of`: as for the evaluation; a finding that wants a later document is not known yet.
    """
    known = Known(ledger, evaluation.as_of, until=as_of).hashes
    spans: dict[str, list[tuple[int, int, Outcome]]] = defaultdict(list)
    for one in open_:
        if one.is_finding and one.severity in _WEIGHTY and known >= {e.document for e in one.evidence}:
            for each in (*one.evidence, *one.also):
                spans[each.document].append((each.start, each.end, one))
    if not spans:
        return evaluation
    targets = {target.id: target for target in ledger.targets}
    judged = tuple(_judged(ledger, a, targets[a.target], spans) for a in evaluation.assessments)
    concerned = [a for a in judged if a.findings]
    if not concerned:
        return evaluation
    checks = sorted({one.check for a in concerned for one in a.findings}, key=lambda check: int(check[1:]))
    note = Note.of("rests_on_findings", number=len(concerned), checks=" ".join(checks))
    return replace(evaluation, assessments=judged, notes=(*evaluation.notes, note))


def _judged(ledger: Ledger, judged: Assessment, target: Target, spans: _Spans) -> Assessment:
    found = {
        one.id: one
        for document, start, end in _places(ledger, judged, target)
        for first, last, one in spans.get(document, ())
        if first < end and start < last
    }
    ordered = sorted(found.values(), key=lambda one: (one.severity.rank, int(one.check[1:]), one.id))
    return replace(judged, findings=tuple(ordered)) if ordered else judged


def _places(ledger: Ledger, judged: Assessment, target: Target) -> Iterator[tuple[str, int, int]]:
    """Where the numbers and words stand that an assessment rests on: target, base and path, and what was reached."""
    said = [*target.statements, *(one.statement for one in (target.base, target.path) if one)]
    seen = [*judged.inputs, *([judged.latest] if judged.latest else [])]
    said += [statement for one in seen for statement in one.statements]
    for statement in dict.fromkeys(said):
        one = ledger.statements[statement]
        yield one.document, one.start, one.end
    yield from target.cells
