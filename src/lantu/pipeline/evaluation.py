"""How far each target is, and the files that say so."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from lantu.model import (
    Evaluation,
    Ledger,
    Outcome,
    Reply,
)
from lantu.pipeline.checks import check, replied
from lantu.registers import methods
from lantu.registers.methods import Method
from lantu.report.telling import PlanTold, TargetTold


def evaluate(
    ledger: Ledger, as_of: date | None = None, *, method: Method | None = None, registers: Path | None = None,
    answers: Iterable[Reply] = (), outcomes: Sequence[Outcome] | None = None,
) -> Evaluation:  # fmt: skip
    """How far each target is at a date (default: the end of the latest period with data), by a method.

    The checks run over all documents, unless `outcomes` has what they said: an assessment that rests on a finding
    without an answer says so.
    """
    from lantu.evaluate import evaluate as _evaluate  # noqa: PLC0415 - reading and extracting do without
    from lantu.evaluate.resting import resting  # noqa: PLC0415 - see above

    found = _evaluate(ledger, method or methods.load(), as_of, registers)
    outcomes = check(ledger, registers=registers) if outcomes is None else outcomes
    answered = replied(ledger, outcomes, answers).answered
    return resting(ledger, found, (o for o in outcomes if o.is_finding and o.id not in answered), as_of)


def report(
    ledger: Ledger,
    evaluation: Evaluation,
    out: Path,
    *,
    method: Method | None = None,
    force: bool = False,
    lang: str = "zh",
    registers: Path | None = None,
) -> tuple[Path, ...]:
    """Write evaluation.html, evaluation.json and evaluation.xlsx into the folder `out`; the paths written."""
    from lantu.report import report as _report  # noqa: PLC0415 - reading and extracting do without

    return _report(ledger, evaluation, method or methods.load(), out, force=force, lang=lang, registers=registers)


def tell(
    ledger: Ledger, evaluations: Sequence[Evaluation], *, method: Method | None = None, registers: Path | None = None
) -> tuple[tuple[PlanTold, ...], tuple[TargetTold, ...]]:
    """Plans and targets as pages tell them at the latest of some evaluations; the earlier ones are their history."""
    from lantu.report.story import told  # noqa: PLC0415 - reading and extracting do without
    from lantu.report.tells import Teller  # noqa: PLC0415 - see above
    from lantu.report.tells_plans import plans  # noqa: PLC0415 - see above

    if not evaluations:
        return (), ()
    *earlier, latest = (told(ledger, e, registers) for e in sorted(evaluations, key=lambda e: e.as_of))
    return tuple(plans(latest, method or methods.load())), tuple(Teller(latest, earlier).targets())
