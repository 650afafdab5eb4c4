"""A story as one row of a table: what is shown of it, with the evidence of each number."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import (
    Binding,
    Comparator,
    Note,
    Observation,
    Outcome,
    Quantity,
    Severity,
    Status,
    TargetKind,
)
from lantu.registers import messages, units
from lantu.report import shown
from lantu.report.chart import bar
from lantu.report.excerpts import span_spot
from lantu.report.story import Story
from lantu.report.verdict import status_words
from lantu.report.words import Words, words

_TONE = {
    Status.ACHIEVED_EARLY: ("good", "up"),
    Status.AHEAD: ("good", "up"),
    Status.ON_TRACK: ("good", "check"),
    Status.LIMIT_MET: ("good", "check"),
    Status.BASICALLY_ON_TRACK: ("near", "near"),
    Status.BEHIND: ("behind", "down"),
    Status.NOT_ASSESSABLE: ("none", "none"),
    Status.OVERFULFILLED: ("good", "up"),
    Status.COMPLETED: ("good", "check"),
    Status.BASICALLY_COMPLETED: ("near", "near"),
    Status.NOT_MET: ("behind", "down"),
    Status.SCOPE_UNRESOLVED: ("query", "query"),
}


_CAUTIONS = frozenset({"row_unit_differs"})


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number, with the statements that say it; none for words and data rows."""

    text: str
    statements: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()  # indices into the ledger's data rows
    cells: tuple[str, ...] = ()  # ids of spots that are no statement


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding that an assessment rests on: its check, the sentence that its link leads to, what is to be looked at."""

    check: str
    id: str
    anchor: str
    severity: Severity
    said: Words
    ask: Words | None


@dataclass(frozen=True, slots=True)
class Row:
    """One target as the tables show it."""

    story: Story
    id: str  # an anchor
    number: str
    name: str
    en: str
    kind: Words
    when: Words  # to which the wanted value belongs
    tone: str
    icon: str
    status: Words
    base: Number | None
    goal: Number
    latest: Number | None
    latest_when: Words | None
    estimate: bool
    progress: str
    rounding: str
    due: str
    bar: str
    elapsed: str
    elapsed_plan: str
    outlook: Words | None
    gap: Words | None
    reason: Words | None
    caution: Words | None  # where the plan itself prints a wrong unit
    doubts: tuple[Doubt, ...]


def tone(status: Status) -> tuple[str, str]:
    """Class and symbol of a status: never colour alone."""
    return _TONE[status]


def row(story: Story, at: int) -> Row:
    """The row of one story; `at` numbers its anchor."""
    judged, target = story.judged, story.target
    colour, icon = tone(story.status)
    latest = judged.latest
    return Row(
        story=story,
        id=f"t-{at}",
        number=str(target.row) if target.row is not None else "",
        name=target.name,
        en=_english(story),
        kind=words("kind", target.kind),
        when=shown.period(target.period),
        tone=colour,
        icon=icon,
        status=status_words(story),
        base=_base(story),
        goal=_goal(story),
        latest=observed(latest) if latest else None,
        latest_when=shown.period(latest.period) if latest else None,
        estimate=story.estimate,
        progress=_progress(story),
        rounding=_rounding(story),
        due=shown.percent(judged.expected_share) if judged.expected_share is not None else "",
        bar=bar(story),
        elapsed=shown.percent(judged.elapsed, 0) if judged.elapsed is not None else "",
        elapsed_plan=shown.percent(judged.elapsed_plan, 0) if judged.elapsed_plan is not None else "",
        outlook=words("outlook", judged.outlook) if judged.outlook else None,
        gap=_gap(story),
        reason=words("reason", judged.reason) if judged.reason else None,
        caution=_caution(story),
        doubts=doubts(story),
    )


def observed(seen: Observation) -> Number:
    """An observed value."""
    return Number(shown.quantity(seen.quantity), seen.statements)


def _english(story: Story) -> str:
    return story.indicator.en if story.indicator else ""


def _base(story: Story) -> Number | None:
    base = story.target.base
    return Number(shown.quantity(base.quantity), (base.statement,)) if base else None


def _goal(story: Story) -> Number:
    target = story.target
    if target.wanted:
        return Number(goal_text(target.wanted, target.kind), target.statements)
    if target.assigned:
        return Number(shown.quantity(target.assigned.quantity), target.statements, cells=_cells(story))
    return Number(target.words, target.statements, cells=_cells(story))


def _cells(story: Story) -> tuple[str, ...]:
    return tuple(s.spot.id for s in story.sources if s.role == "cell")


def goal_text(wanted: Quantity, kind: TargetKind) -> str:
    """A wanted value; sums and changes over the plan in brackets, as plan tables print them."""
    text = shown.quantity(wanted)
    return f"[{text}]" if kind in (TargetKind.SUM, TargetKind.CHANGE, TargetKind.REDUCTION) else text


def _progress(story: Story) -> str:
    share = story.judged.progress
    if share is None:
        return ""
    return ("≥" if share.comparator is Comparator.GE else "") + shown.percent(share.value)


def _caution(story: Story) -> Words | None:
    """What a reader has to know of the printed row before its numbers are believed."""
    note = next((n for n in story.target.notes if n.code in _CAUTIONS), None)
    return _said(note)


def doubts(story: Story) -> tuple[Doubt, ...]:
    """The findings that its assessment rests on, each with the first of its places among the story's own, else its first."""
    own = {s.spot.id for s in story.sources if s.role != "finding"}
    return tuple(_doubt(one, own) for one in story.judged.findings)


def _doubt(one: Outcome, own: set[str]) -> Doubt:
    spots = [e.statement or span_spot(e.document, e.start, e.end).id for e in one.evidence]
    anchor = next((spot for spot in spots if spot in own), spots[0])
    return Doubt(one.check, one.id, anchor, one.severity, _said(one.seen) or Words("", ""), _said(one.ask))


def _said(note: Note | None) -> Words | None:
    return Words(messages.say(note, "zh"), messages.say(note, "en")) if note else None


def _rounding(story: Story) -> str:
    """What the printed digits leave open, where it shows in the rounded percentage."""
    share = story.judged.progress
    if share is None or share.low is None or share.high is None:
        return ""
    low, high = shown.percent(share.low), shown.percent(share.high)
    return "" if low == high else f"{low.removesuffix('%')}—{high}"


def _gap(story: Story) -> Words | None:
    """How far one year's result lies from what was wanted: points for rates, else a share of the target."""
    wanted, latest = story.target.wanted, story.judged.latest
    if story.status is Status.SCOPE_UNRESOLVED:
        return _two_answers(story)
    if wanted is None or latest is None or story.plan.five_year:
        return None
    value = units.convert(latest.quantity.value, latest.quantity.unit, wanted.unit)
    if value is None or story.target.kind is TargetKind.RANK:
        return None
    return _apart(value, wanted)


def _two_answers(story: Story) -> Words | None:
    """Where two bases give two answers, neither difference alone is shown."""
    ratio = next((n.filled["ratio"] for n in story.judged.notes if "ratio" in n.filled), None)
    if ratio is None:
        return None
    return Words(f"按所附基数为应达数的{ratio}%", f"{ratio}% of what the printed base asks for")


def _apart(value: Decimal, wanted: Quantity) -> Words | None:
    if units.dimension(wanted.unit) in ("percent", "permille"):
        apart = shown.signed(shown.plain(value - wanted.value))
        unit = ("个百分点", " points") if wanted.unit == "%" else ("个千分点", " per mille points")
        return Words(apart + unit[0], apart + unit[1])
    if not wanted.value:
        return None
    text = shown.signed(shown.percent(value / wanted.value - 1))
    return Words(text, text)


def groups(rows: tuple[Row, ...]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Binding rows first, then expected ones, then those whose plan says neither; empty groups are left out.

    Where the plan tells none apart, there is one group without a name.
    """
    if all(r.story.target.binding is None for r in rows):
        yield "", rows
        return
    for key, binding in (("binding", Binding.BINDING), ("expected", Binding.EXPECTED), ("unsaid", None)):
        chosen = tuple(r for r in rows if r.story.target.binding is binding)
        if chosen:
            yield key, chosen
