"""The parts of the page as plain views: what a template needs, and nothing it has to work out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lantu.model import DataRow, LaterWord, Plan
from lantu.registers.methods import Method
from lantu.report import shown
from lantu.report.rows import Row, groups, row, tone
from lantu.report.story import Told
from lantu.report.storyview import StoryView, story_view
from lantu.report.summary import Count, sentence, why_not
from lantu.report.words import Words, words


@dataclass(frozen=True, slots=True)
class TallyView:
    """How many targets of a plan have one status, with its colour and symbol."""

    number: int
    words: Words
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class CountView:
    """The summary of one plan."""

    sentence: Words
    total: int
    begun: bool
    parts: tuple[TallyView, ...]
    binding: Words | None
    why_not: Words | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan's section, or its list of other targets."""

    id: str
    heading: Words
    about: Words
    five_year: bool
    groups: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor with its words."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A later sentence that names an indicator."""

    id: str
    text: str
    document: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A target and what became of it in later documents."""

    row: Row
    mentions: tuple[Mention, ...]


def title(told: Told) -> Words:
    """`示例区规划实施评估`."""
    names = tuple(dict.fromkeys(p.place.name for p in told.plans))
    said = words("page", "title")
    return Words("、".join(names) + said.zh, f"{said.en}: {', '.join(names)}" if names else said.en)


def method_title(method: Method) -> Words:
    """The method's name and version."""
    return Words(f"{method.title.zh}（第{method.version}版）", f"{method.title.en} (version {method.version})")


def rows_by_target(told: Told) -> Mapping[str, Row]:
    """Every target's row by its id; anchors are numbered in the ledger's order."""
    index = {r: n for n, r in enumerate(told.ledger.rows)}
    return {s.target.id: _with_rows(row(s, n), index) for n, s in enumerate(told.stories, 1)}


def _with_rows(made: Row, index: Mapping[DataRow, int]) -> Row:
    latest = made.story.judged.latest
    if made.latest is None or latest is None:
        return made
    return replace(made, latest=replace(made.latest, rows=tuple(index[r] for r in latest.rows if r in index)))


def count_view(count: Count) -> CountView:
    """The summary of one plan for the page."""
    parts = tuple(TallyView(t.number, t.words, *tone(t.status)) for t in count.tallies)
    binding = _binding(count) if count.binding else None
    return CountView(sentence(count), count.total, count.begun, parts, binding, why_not(count))


def _binding(count: Count) -> Words:
    """How many of all headline targets are binding: not of those that the last status counts."""
    if count.binding == count.total:
        return Words(f"{count.total}项均为约束性目标", f"all {count.total} are binding")
    return Words(f"{count.total}项中约束性目标{count.binding}项", f"{count.binding} of the {count.total} are binding")


def plans(told: Told, rows: Mapping[str, Row]) -> tuple[PlanView, ...]:
    """The sections of headline targets."""
    found = []
    for number, plan in enumerate(told.plans, 1):
        chosen = tuple(rows[s.target.id] for s in told.of(plan, headline=True))
        if chosen:
            found.append(_plan_view(told, plan, f"plan-{number}", tuple(groups(chosen))))
    return tuple(found)


_DRAFT = Words(
    "；所给文件为草案，文件中没有批准决议",
    "; the text at hand is a draft, and no resolution that adopts it is among the documents",
)


def _plan_view(told: Told, plan: Plan, anchor: str, grouped: tuple[tuple[str, tuple[Row, ...]], ...]) -> PlanView:
    name, span = shown.plan(plan), shown.period(plan.period)
    documents = "、".join(told.ledger.document[d].name for d in plan.documents if d in told.ledger.document)
    heading = Words(f"{name.zh}{words('page', 'targets').zh}", f"{name.en}: headline targets")
    draft = _DRAFT if plan.draft else Words("", "")
    when = Words(f"{span.zh}，" if plan.five_year else "", f"{span.en}. " if plan.five_year else "")
    about = Words(f"{when.zh}目标出自{documents}{draft.zh}。", f"{when.en}Targets from {documents}{draft.en}.")
    return PlanView(anchor, heading, about, plan.five_year, grouped)


def others(told: Told, rows: Mapping[str, Row]) -> tuple[PlanView, ...]:
    """Targets that are no headline ones, plan by plan."""
    found = []
    for plan in told.plans:
        chosen = tuple(rows[s.target.id] for s in told.of(plan, headline=False))
        if chosen:
            found.append(PlanView("", shown.plan(plan), Words("", ""), plan.five_year, rows=chosen))
    return tuple(found)


def story_views(told: Told, rows: Mapping[str, Row]) -> Mapping[str, StoryView]:
    """What opens under the row of a headline target, by the row's anchor."""
    return {r.id: story_view(told, r, rows) for r in rows.values() if r.story.target.headline}


def contents(told: Told, sections: tuple[PlanView, ...]) -> tuple[Link, ...]:
    """The page's own table of contents."""
    found = [Link(s.id, s.heading) for s in sections]
    if told.evaluation.silences:
        found.append(Link("silence", words("page", "silence")))
    if any(not s.target.headline for s in told.stories):
        found.append(Link("others", words("page", "others")))
    return (*found, *(Link(key, words("page", key)) for key in ("documents", "method", "evidence")))


# --- silence ----------------------------------------------------------------------------------------


def silences(told: Told, rows: Mapping[str, Row]) -> tuple[tuple[str, tuple[Silent, ...]], ...]:
    """Headline targets by what later documents say of them; those with a later value are not listed."""
    wanted = (LaterWord.NONE, LaterWord.NAMED, LaterWord.NO_LATER_DOCUMENT)
    headline = [s for s in told.evaluation.silences if s.target in rows and told.story[s.target].target.headline]
    found = []
    for answer in wanted:
        entries = tuple(_silent(told, rows[s.target]) for s in headline if s.answer is answer)
        if entries:
            found.append((answer.value, entries))
    return tuple(found)


def _silent(told: Told, made: Row) -> Silent:
    spots = [s.spot for s in made.story.sources if s.role == "mention"]
    return Silent(
        made, tuple(Mention(s.id, told.excerpt[s.id].text, told.ledger.document[s.document].name) for s in spots)
    )


def silence_about(told: Told) -> Words:
    """What silence means here, and which later documents were looked through."""
    seen = dict.fromkeys(d for s in told.evaluation.silences for d in s.successors)
    documents = [told.ledger.document[d] for d in seen]
    zh = "、".join(f"{d.name}（{words('document', d.front.kind).zh}）" for d in documents)
    en = ", ".join(f"{d.name} ({words('document', d.front.kind).en})" for d in documents)
    lead = Words(
        "只说明手头的文档中没有后文，不表示目标没有完成或不再执行。",
        "This says only that the documents at hand have no later word; not that a target failed or was dropped.",
    )
    return Words(lead.zh + (f"已查阅：{zh}。" if zh else ""), lead.en + (f" Looked through: {en}." if en else ""))
