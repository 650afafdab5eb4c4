"""The decision rule: status (是否达到预期进度, 是否完成) and outlook (趋势判断) from a formula's figures."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.evaluate.case import HUNDRED, Case, Figures, Measured
from lantu.evaluate.growth import wanted_average
from lantu.evaluate.limits import direction, is_assumed, is_beyond, limits, tolerance
from lantu.evaluate.shown import percent
from lantu.model import Binding, Comparator, Note, Outlook, Quantity, Status, TargetKind


@dataclass(frozen=True, slots=True)
class Decision:
    """A status with its reason and outlook, and what has to be said beside it."""

    status: Status
    reason: str | None = None
    outlook: Outlook | None = None
    notes: tuple[Note, ...] = ()


def decide(case: Case, figures: Figures) -> Decision:
    """Two questions, two answers: the status, and while there is time left the outlook."""
    if case.target.kind is TargetKind.ASSIGNED:
        return Decision(Status.NOT_ASSESSABLE, figures.reason)
    if case.as_of < case.plan.period.start:
        return Decision(Status.NOT_ASSESSABLE, "not_begun")
    if case.is_over:
        return final(case, figures)
    if not case.plan.five_year:
        return Decision(
            Status.NOT_ASSESSABLE, figures.reason if figures.reason == "unclear_target" else "period_running"
        )
    status, notes = running(case, figures)
    reason = (figures.reason or "not_published") if status is Status.NOT_ASSESSABLE else None
    if status is Status.NOT_ASSESSABLE:
        return Decision(status, reason, None, notes)
    outlook = foresee(case, figures)
    return Decision(status, reason, outlook, notes if outlook else (*notes, Note.of("no_known_pace")))


def running(case: Case, figures: Figures) -> tuple[Status, tuple[Note, ...]]:
    """The status before the target's time is over."""
    if figures.reached:
        return Status.ACHIEVED_EARLY, (Note.of("target_reached"), *_rounding_so_far(case, figures))
    if figures.kept is not None:
        return _kept(case, kept=figures.kept), _rounding_so_far(case, figures)
    if figures.progress is None or figures.expected_share is None:
        return Status.NOT_ASSESSABLE, ()
    if figures.at_least:
        return _at_least(case, figures)
    if figures.reason:
        return Status.NOT_ASSESSABLE, ()
    return _on_path(case, figures)


def final(case: Case, figures: Figures) -> Decision:
    """The status once the target's time is over."""
    if figures.unresolved:
        return Decision(Status.SCOPE_UNRESOLVED)
    if case.target.kind is TargetKind.RELATIVE and figures.kept is not None and figures.elapsed == 1:
        return Decision(Status.COMPLETED if figures.kept else Status.NOT_MET)
    wanted = wanted_average(case) if case.target.kind is TargetKind.AVERAGE_GROWTH else case.wanted
    if wanted is None or figures.held is None:
        return Decision(Status.NOT_ASSESSABLE, figures.reason or "not_published")
    return Decision(_completed(case, wanted, figures.held), notes=_rounding_at_end(case, wanted, figures.held))


def foresee(case: Case, figures: Figures) -> Outlook | None:
    """The outlook that the required pace and the best known one propose; None where there is no path or no known pace."""
    if figures.kept is not None:
        if figures.kept:
            return Outlook.EXPECTED
        if figures.best is None:
            return None
        return Outlook.WITH_EFFORT if _within(figures, case.method.effort_k) else Outlook.UNLIKELY
    if figures.progress is None or figures.expected_share is None:
        return Outlook.EXPECTED if figures.reached else None
    lead = figures.progress.value - figures.expected_share
    within = figures.reached or _within(figures, Decimal(1))
    if within and lead >= case.method.ahead_pp / HUNDRED:
        return Outlook.EXCEEDED
    if within and lead >= 0:
        return Outlook.EXPECTED
    return Outlook.WITH_EFFORT if _within(figures, case.method.effort_k) else Outlook.UNLIKELY


def _on_path(case: Case, figures: Figures) -> tuple[Status, tuple[Note, ...]]:
    share, due = figures.progress, figures.expected_share
    assert share is not None
    assert due is not None
    status = _by_lead(case, share.value - due)
    if share.low is None or share.high is None or not share.low <= due <= share.high:
        return status, ()
    note = Note.of("rounding_decides", low=percent(share.low), high=percent(share.high), due=percent(due))
    return (Status.BASICALLY_ON_TRACK if status is Status.BEHIND else status), (note,)


def _rounding_so_far(case: Case, figures: Figures) -> tuple[Note, ...]:
    """Whether the printed digits leave open that the target is reached, or its bound kept."""
    share, wanted = figures.progress, case.wanted
    if figures.tested is not None and wanted is not None:
        room = limits(wanted, direction(case))
        if wanted.comparator is Comparator.ABOUT:
            room = room.widened(tolerance(wanted, case.method))
        decides = room.depend_on_rounding(figures.tested)
    else:
        decides = share is not None and share.low is not None and share.low < 1
    return (Note.of("rounding_at_end"),) if decides else ()


def _by_lead(case: Case, lead: Decimal) -> Status:
    binding = case.target.binding is Binding.BINDING
    tolerated = case.method.binding_tol_pp if binding else case.method.tol_pp
    if lead * HUNDRED >= case.method.ahead_pp:
        return Status.AHEAD
    if lead >= 0:
        return Status.ON_TRACK
    return Status.BASICALLY_ON_TRACK if lead * HUNDRED >= -tolerated else Status.BEHIND


def _at_least(case: Case, figures: Figures) -> tuple[Status, tuple[Note, ...]]:
    """What is missing can only add: a part that reaches what is due decides, one that does not decides nothing."""
    assert figures.progress is not None
    assert figures.expected_share is not None
    status = _by_lead(case, figures.progress.value - figures.expected_share)
    if status in (Status.AHEAD, Status.ON_TRACK):
        return status, (Note.of("whatever_is_missing"),)
    return Status.NOT_ASSESSABLE, (Note.of("known_part_below"),)


def _kept(case: Case, *, kept: bool) -> Status:
    if not kept:
        return Status.BEHIND
    limited = case.target.kind not in (TargetKind.MAINTAIN, TargetKind.RANK, TargetKind.AVERAGE_GROWTH)
    return Status.LIMIT_MET if limited else Status.ON_TRACK


def _within(figures: Figures, times: Decimal) -> bool:
    """Whether the required pace is at most so many times the best known one."""
    pace, best = figures.pace, figures.best
    if pace is None:
        return False
    return pace <= 0 or (best is not None and best > 0 and pace <= best * times)


def _completed(case: Case, wanted: Quantity, held: Measured) -> Status:
    if limits(wanted, direction(case)).met_by(held):
        return Status.OVERFULFILLED if is_beyond(case, wanted, held) else Status.COMPLETED
    room = tolerance(wanted, case.method)
    if room and limits(wanted, direction(case)).widened(room).hold(held.value):
        return Status.BASICALLY_COMPLETED
    return Status.NOT_MET


def _rounding_at_end(case: Case, wanted: Quantity, held: Measured) -> tuple[Note, ...]:
    notes = (Note.of("direction_assumed"),) if is_assumed(case) else ()
    if limits(wanted, direction(case)).depend_on_rounding(held):
        return (*notes, Note.of("rounding_at_end"))
    return notes
