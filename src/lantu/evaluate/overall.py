"""What has to be said of an evaluation as a whole: which documents it rests on, and which are missing."""

from collections.abc import Iterable

from lantu.evaluate.known import Known, dated, plans_at
from lantu.model import Document, Kind, Note, Plan

_RESULTS = (Kind.PLAN_REPORT, Kind.WORK_REPORT, Kind.NEWS)


def overall(known: Known) -> tuple[Note, ...]:
    """Undated and later documents, drafts, years whose plan or whose results are not at hand."""
    plans = plans_at(known)
    return (
        *_named("undated_documents", (d for d in known.documents if dated(d) is None)),
        *_named("later_documents", (d for d in known.ledger.documents if d.sha256 not in known.hashes)),
        *_named("later_documents_used", (d for d in known.documents if (dated(d) or known.as_of) > known.as_of)),
        *(() if plans else (Note.of("no_plan"),)),
        *(Note.of("draft_plan", period=p.period, place=p.place.name) for p in plans if p.draft),
        *_years_without_plan(known, plans),
        *_plans_without_results(known, plans),
    )


def _named(code: str, documents: Iterable[Document]) -> tuple[Note, ...]:
    names = ", ".join(sorted(d.name for d in documents))
    return (Note.of(code, names=names),) if names else ()


def _years_without_plan(known: Known, plans: Iterable[Plan]) -> tuple[Note, ...]:
    told = {d.front.reporting_year for d in known.documents if d.front.kind in _RESULTS}
    planned = {p.period.first_year for p in plans if not p.five_year}
    return tuple(Note.of("no_annual_plan", year=y) for y in sorted(y for y in told if y) if y not in planned)


def _plans_without_results(known: Known, plans: Iterable[Plan]) -> tuple[Note, ...]:
    """Annual plans that are over, of which no document tells and no value is known; five-year plans without any value."""
    valued = {(o.period.last_year, s) for s, values in known.values.items() for o in values}
    without = []
    for plan in plans:
        targets = [t for t in known.ledger.targets if t.plan == plan.id]
        series = {t.series for t in targets}
        leads = any(t.headline for t in targets)  # else only reports of other years speak of the plan
        due = leads if plan.five_year else plan.period.end <= known.as_of
        if due and not any(plan.period.first_year <= y <= plan.period.last_year and s in series for y, s in valued):
            without.append(plan)
    return tuple(Note.of("no_results", period=p.period) for p in without)
