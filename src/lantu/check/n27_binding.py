"""N27: a binding target has a value and someone who answers for it.

Rule: a binding target of a plan (约束性) whose row holds no value, or words that point to a higher level, and names no responsible unit, is told.
Exceptions: a target whose assigned value is at hand (下达指标).
Source: 约束性 is a commitment with public resources and enters 综合评价和绩效考核; plan practice.

规则：约束性指标没有数值（或只写“完成上级下达指标”），又没有写明责任单位的，予以提示。
例外：已提供上级下达数的。
依据：约束性指标的性质；规划实施惯例。
"""

from collections.abc import Iterator

from lantu.check.answers import Answered, Check, failed, passed
from lantu.check.case import Case
from lantu.model import Binding, CellPlace, Evidence, Nature, Note, Reading, Severity, Target


def run(case: Case) -> Iterator[Answered]:
    """Every binding target of a draft."""
    for target in case.ledger.targets:
        if target.binding is Binding.BINDING and target.headline:
            evidence = _evidence(case, target)
            if evidence and evidence[0].document in case.drafts:
                yield _answer(target, evidence)
    for reading in case.readings:
        yield from _empty(case, reading)


def _empty(case: Case, reading: Reading) -> Iterator[Answered]:
    """Binding rows whose cells for the years to come hold nothing at all, so that they became no target."""
    targets = {_row(s.cell) for s in reading.statements if s.cell and s.nature is Nature.TARGET}
    said = {_row(c.cell) for c in reading.text_cells if c.column == "target"}
    based = {_row(s.cell): s for s in reading.statements if s.cell and s.binding is Binding.BINDING}
    for row, base in based.items():
        if row not in targets and row not in said and not base.responsible:
            yield failed(
                *case.evidence(base), seen=Note.of("n27_empty", name=base.indicator),
                ask=Note.of("n27_ask", name=base.indicator),
            )  # fmt: skip


def _row(cell: CellPlace) -> tuple[int, int]:
    return cell.table, cell.row


def _evidence(case: Case, target: Target) -> tuple[Evidence, ...]:
    if target.statements:
        return case.evidence(case.ledger.statements[target.statements[0]])
    held = case.ledger.document
    texts = {(r.document.sha256, c.start): c.cell for r in case.readings for c in r.text_cells}
    return tuple(
        case.cell(held[document], texts[document, start], start, end)
        for document, start, end in target.cells[:1]
        if (document, start) in texts
    )


def _answer(target: Target, evidence: tuple[Evidence, ...]) -> Answered:
    if target.wanted is not None or target.assigned is not None or target.responsible:
        return passed(*evidence)
    return failed(
        *evidence,
        seen=Note.of("n27_seen", name=target.name, words=target.words or "—"),
        printed=target.words,
        ask=Note.of("n27_ask", name=target.name),
    )


CHECK = Check(
    "N27", 2, "约束性指标的数值和责任单位", "Binding targets without value or owner", Severity.INFORMATION, run
)
