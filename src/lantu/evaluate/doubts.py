"""What keeps a computed answer from being a verdict: readings that are not sure, targets that do not say what they want."""

from dataclasses import replace

from lantu.evaluate.case import Case, Figures
from lantu.evaluate.status import Decision
from lantu.model import Confidence, Observation, Status, TargetKind
from lantu.registers import linking

# A wanted level this many times the latest yearly flow is of several years together: no plan doubles a flow.
_SEVERAL_YEARS = 2
_FIRST = ("not_begun", "period_running", "not_assigned")


def reason(case: Case, figures: Figures) -> str | None:
    """Why no status may be given although there are values; None where one may."""
    if not figures.inputs:
        return None
    if case.target.period.end < case.plan.period.start or _is_of_several_years(case, figures):
        return "unclear_target"
    if case.indicator is None and _is_doubtful(case, figures):
        return "doubtful_reading"
    return None


def withheld(figures: Figures) -> Figures:
    """The figures without what was computed: it would say something that nobody knows."""
    return replace(figures, progress=None, expected_share=None, required=None, notes=())


def undecided(decision: Decision, doubt: str) -> Decision:
    """No status; what could not be assessed anyway keeps its own reason."""
    if decision.status is Status.NOT_ASSESSABLE and decision.reason in _FIRST:
        return replace(decision, notes=())
    return Decision(Status.NOT_ASSESSABLE, doubt)


def _is_of_several_years(case: Case, figures: Figures) -> bool:
    """Whether a level of a flow may be the sum of several years, which the text does not say."""
    target, wanted = case.target, case.wanted
    is_flow = case.indicator is None or case.indicator.quantity_kind == "flow"
    if target.kind is not TargetKind.LEVEL or wanted is None or not is_flow or target.row is not None or target.base:
        return False
    if target.period.is_span:
        return True
    latest = case.of(figures.latest) if figures.latest else None
    return case.plan.five_year and latest is not None and wanted.value >= _SEVERAL_YEARS * latest.value


def _is_doubtful(case: Case, figures: Figures) -> bool:
    """Whether a local indicator's target or a value rests on a reading or a name that is not sure."""
    stated = [case.known.ledger.statements[s] for s in case.target.statements]
    if stated and not any(s.confidence is Confidence.SURE for s in stated):
        return True
    if case.target.row is None and not linking.load().is_name(case.target.name):
        return True
    return any(not _is_sure(case, o) for o in figures.inputs)


def _is_sure(case: Case, observation: Observation) -> bool:
    names = [case.known.ledger.statements[s].indicator for s in observation.statements]
    in_tables = any(case.known.ledger.statements[s].cell for s in observation.statements)
    return case.known.is_sure(observation) and (
        bool(observation.rows) or in_tables or any(map(linking.load().is_name, names))
    )
