"""Telling the plans of an evaluation in plain values: their heads (see `telling.py`)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lantu.model import Plan
from lantu.registers import messages
from lantu.registers.methods import Method
from lantu.report import shown
from lantu.report.pages import count_view, method_title
from lantu.report.rows import tone
from lantu.report.story import Told
from lantu.report.summary import Count, counts
from lantu.report.telling import PlanTold, Tally
from lantu.report.words import Words


def plans(told: Told, method: Method) -> Iterator[PlanTold]:
    """Every plan that has a target, five-year plans first."""
    notes = tuple(Words(messages.say(n, "zh"), messages.say(n, "en")) for n in told.evaluation.notes)
    for count in counts(told):
        plan = count.plan
        yield PlanTold(
            key=plan.id, name=shown.plan(plan), about=shown.period(plan.period), period=plan.period.code,
            five_year=plan.five_year, draft=plan.draft, as_of=told.as_of.isoformat(), elapsed=_elapsed(plan, told.as_of),
            sentence=count_view(count).sentence, tallies=_tallies(count), binding=count_view(count).binding,
            method=method_title(method), notes=notes, documents=plan.documents,
        )  # fmt: skip


def _tallies(count: Count) -> tuple[Tally, ...]:
    return tuple(Tally(t.number, t.status.value, t.words, *tone(t.status)) for t in count.tallies)


def _elapsed(plan: Plan, as_of: date) -> str:
    """The share of the plan's days that are over at the end of that day, in whole per cent."""
    whole = (plan.period.end - plan.period.start).days + 1
    over = min(max((as_of - plan.period.start).days + 1, 0), whole)
    return shown.percent(Decimal(over) / whole, 0)
