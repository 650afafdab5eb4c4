"""A ledger at a date by a method: one assessment a target, one silence a headline five-year target, and notes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu import formulas
from lantu.errors import NothingToDo
from lantu.evaluate import annual, assigned, bounds, conflicts, doubts, growth, level, reduction, relative, sums
from lantu.evaluate.case import Case, Figures, year_of
from lantu.evaluate.known import Known, last_day
from lantu.evaluate.overall import overall
from lantu.evaluate.silence import silences
from lantu.evaluate.status import decide
from lantu.model import Assessment, Evaluation, Ledger, Measure, Plan, Status, Target, TargetKind
from lantu.registers.methods import Method

Formula = Callable[[Case], Figures]

VERSION = 1  # raised when the meaning of a formula or of the decision rule changes

_FORMULAS: Mapping[TargetKind, Formula] = {
    TargetKind.LEVEL: level.level,
    TargetKind.SHARE: level.level,
    TargetKind.CHANGE: level.change,
    TargetKind.AVERAGE_GROWTH: growth.average,
    TargetKind.GROWTH: annual.growth,
    TargetKind.SUM: sums.total,
    TargetKind.REDUCTION: reduction.reduction,
    TargetKind.BOUND: bounds.bound,
    TargetKind.MAINTAIN: bounds.maintain,
    TargetKind.RANK: bounds.rank,
    TargetKind.RELATIVE: relative.relative,
    TargetKind.ASSIGNED: assigned.unassigned,
}
_OF_A_YEAR: Mapping[TargetKind, Formula] = {
    **_FORMULAS,
    TargetKind.LEVEL: annual.level,
    TargetKind.SHARE: annual.level,
    TargetKind.AVERAGE_GROWTH: annual.growth,
}


@formulas.exact
def evaluate(ledger: Ledger, method: Method, as_of: date | None = None, registers: Path | None = None) -> Evaluation:
    """Assess every target that is known at `as_of` (default: the end of the latest period with data, never today).

    Used are documents dated and periods ended by that day; undated documents are used, and named in the notes.
    By default every document is used, and those from after the day are named: they tell of its period.
    `registers`: a folder with a bureau's own indicators, read after ours.
    Raises NothingToDo for a ledger with neither values nor plans.
    """
    day = as_of or last_day(ledger)
    if day is None:
        raise NothingToDo(
            "文件中没有读到任何指标数值或规划目标，无法评估。请检查所给文件是否为规划、计划报告或政府工作报告。",
            "No value and no target was read in the files, so there is nothing to evaluate. Check that they are plans, plan reports or work reports.",
        )
    known = Known(ledger, day, until=as_of, registers=registers)
    targets = tuple(t for t in ledger.targets if known.wants(t))
    return Evaluation(
        as_of=day,
        method=method.name,
        assessments=tuple(conflicts.weigh(case(known, target, method), assess) for target in targets),
        silences=silences(known, targets),
        notes=overall(known),
    )


def case(known: Known, target: Target, method: Method) -> Case:
    """A target with its plan, series and register entry."""
    series = known.ledger.series_by_id[target.series]
    return Case(
        known, target, known.ledger.plan_by_id[target.plan], series, known.indicators.get(series.indicator), method
    )


def assess(given: Case) -> Assessment:
    """One target by the formula of its kind and the decision rule."""
    judged = assigned.as_sent_down(given)
    figures = formula(judged)(judged)
    if judged is not given:
        figures = replace(figures, formula="F9", notes=(*assigned.sent_by(given), *figures.notes))
    decision, doubt = decide(judged, figures), doubts.reason(judged, figures)
    if doubt:
        figures, decision = doubts.withheld(figures), doubts.undecided(decision, doubt)
    open_ended = decision.status is Status.NOT_ASSESSABLE
    return Assessment(
        target=given.target.id,
        as_of=given.as_of,
        status=decision.status,
        outlook=decision.outlook,
        provisional=any(given.known.is_provisional(o) for o in figures.deciding),
        formula=figures.formula,
        formula_version=VERSION,
        progress=figures.progress,
        elapsed=figures.elapsed,
        elapsed_plan=_elapsed_plan(given.plan, given.as_of),
        expected=figures.expected,
        expected_share=figures.expected_share,
        required=figures.required,
        latest=figures.latest,
        inputs=figures.inputs,
        missing=figures.missing,
        notes=figures.notes + decision.notes,
        reason=decision.reason if open_ended else None,
    )


def formula(given: Case) -> Formula:
    """The formula that fits a target: by its kind, whether it is a year's, and whether its base is a growth."""
    kind, period = given.target.kind, given.target.period
    if not given.plan.five_year:
        return _OF_A_YEAR[kind] if not period.is_span else _FORMULAS[kind]
    is_growth = given.series.measure is Measure.GROWTH and kind in (
        TargetKind.LEVEL,
        TargetKind.SHARE,
        TargetKind.GROWTH,
    )
    if is_growth and (given.target.base or given.target.path or period.is_span):
        return growth.average
    return _FORMULAS[kind]


def _elapsed_plan(plan: Plan, day: date) -> Decimal:
    """The share of the plan's time that is over at the day, between 0 and 1."""
    first, last = year_of(plan.period.start, eve=True), year_of(plan.period.end)
    return min(max((year_of(day) - first) / (last - first), Decimal(0)), Decimal(1))
