"""Targets: every text of a plan joined, each target once, the official text first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lantu.link import drafts, plans, rows
from lantu.link.drafts import Draft, Key
from lantu.link.indicators import Names
from lantu.link.plans import PlanKey
from lantu.link.said import Said, SaidCell
from lantu.link.sentences import leading
from lantu.model import (
    Comparator,
    Confidence,
    Document,
    Kind,
    Nature,
    Note,
    Period,
    Quantity,
    Series,
    Target,
    TargetKind,
)
from lantu.registers import linking

_SIGNS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.GT: "＞",
    Comparator.LE: "≤",
    Comparator.LT: "＜",
    Comparator.ABOUT: "约",
    Comparator.BETWEEN: "",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the documents want: the targets, the series they are wanted of, and the texts of each plan."""

    targets: tuple[Target, ...]
    series: tuple[Series, ...]
    texts: Mapping[PlanKey, tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class _Text:
    """One document with what it says, and the plan that it sets or tells of."""

    document: Document
    plan: PlanKey
    said: tuple[Said, ...]
    cells: tuple[SaidCell, ...]


def of_documents(own: Mapping[str, PlanKey], said: Sequence[Said], cells: Sequence[SaidCell], names: Names) -> Wanted:
    """All targets of the plans that documents set or tell of (`own`: the plan by the document's hash)."""
    found = list(_drafts(_texts(own, said, cells), names))
    documents: dict[PlanKey, dict[str, Document]] = {}
    for draft in found:
        documents.setdefault(draft.plan, {})[draft.document.sha256] = draft.document
    series = {d.series.id: d.series for d in reversed(found)}
    joining = _Joining()
    for draft in found:
        joining.add(draft)
    keys = {key.id: key for key in documents}
    texts = {key: tuple(by_hash.values()) for key, by_hash in documents.items()}
    return Wanted(_in_order(joining.targets, series, keys, names), tuple(series.values()), texts)


def _texts(own: Mapping[str, PlanKey], said: Sequence[Said], cells: Sequence[SaidCell]) -> list[_Text]:
    """Documents with a plan, the official text first."""
    documents = {s.document.sha256: s.document for s in said} | {c.document.sha256: c.document for c in cells}
    values: dict[str, list[Said]] = {}
    words: dict[str, list[SaidCell]] = {}
    for one in said:
        values.setdefault(one.document.sha256, []).append(one)
    for other in cells:
        words.setdefault(other.document.sha256, []).append(other)
    return [
        _Text(d, own[d.sha256], tuple(values.get(d.sha256, ())), tuple(words.get(d.sha256, ())))
        for d in sorted(documents.values(), key=plans.rank)
        if d.sha256 in own
    ]


def _drafts(texts: Sequence[_Text], names: Names) -> Iterator[Draft]:
    """Table rows first, then prose; in each the official text first."""
    in_rows: set[str] = set()
    for text in _with_leading_tables(texts):
        for row in rows.of_tables(text.said, text.cells, text.plan.period):
            in_rows.update(_used(row, text.plan))
            yield from drafts.of_row(row, replace(text.plan, place=row.place), names)
    adopted = {t.plan for t in texts}
    for text in texts:
        listed = leading(text.document, [s.statement for s in text.said])
        for one in text.said:
            if one.statement.nature is Nature.TARGET and one.statement.id not in in_rows:
                plan = plans.belongs(one, text.plan, adopted)
                leads = plan.annual and one.statement.id in listed and _is_indicator(one, names)
                yield drafts.of_statement(one, plan, names, headline=leads)


def _is_indicator(said: Said, names: Names) -> bool:
    """Whether a target is of an indicator of the register, or at least surely of something with a name."""
    statement = said.statement
    if names.of_statement(statement)[0].known:
        return True
    return statement.confidence is Confidence.SURE and linking.load().is_name(statement.indicator)


def _with_leading_tables(texts: Sequence[_Text]) -> Iterator[_Text]:
    """The texts whose tables lead a plan of several years: those of the kind that decides it."""
    best: dict[PlanKey, Kind] = {}
    for text in texts:
        if not text.plan.annual and best.setdefault(text.plan, text.document.front.kind) is text.document.front.kind:
            yield text


def _used(row: rows.Row, plan: PlanKey) -> Iterator[str]:
    said = rows.parts(row, plan.period)
    yield from (s.statement.id for s in (said.wanted, said.path) if s)


@dataclass(slots=True)
class _Joining:
    """Targets as they are joined; a draft that says the same as one before becomes a further source of it."""

    targets: list[Target] = field(default_factory=list)
    _by_key: dict[Key, int] = field(default_factory=dict)
    _leading: dict[Key, int] = field(default_factory=dict)

    def add(self, draft: Draft) -> None:
        """One more draft, later in rank than all before it."""
        same = next((self._by_key[k] for k in draft.keys if k in self._by_key), None)
        if same is not None:
            self.targets[same] = _with_source(self.targets[same], draft.target)
            return
        target, at = draft.target, len(self.targets)
        lead = (*draft.keys[0][:3], target.kind)
        rival = self._leading.get(lead)
        if rival is not None:
            self.targets[rival] = _with_note(self.targets[rival], "target_value_differs", target)
            target = replace(target, headline=False)
        self.targets.append(target)
        self._by_key |= {k: at for k in draft.keys if k not in self._by_key}
        if target.headline:
            self._leading[lead] = at


def _with_source(target: Target, other: Target) -> Target:
    """One more text that says the target; where its comparator is another one, this is noted."""
    if target.wanted and other.wanted and target.wanted.comparator is not other.wanted.comparator:
        target = _with_note(target, "comparator_differs", other)
    return replace(
        target,
        statements=tuple(dict.fromkeys((*target.statements, *other.statements))),
        cells=tuple(dict.fromkeys((*target.cells, *other.cells))),
        headline=target.headline or other.headline,
        binding=target.binding or other.binding,
        responsible=target.responsible or other.responsible,
        base=target.base or other.base,
    )


def _with_note(target: Target, code: str, other: Target) -> Target:
    if not target.wanted or not other.wanted:
        return target
    note = Note.of(code, wanted=_show(target.wanted), other=_show(other.wanted), statement=other.statements[0])
    return replace(target, notes=(*target.notes, note))


def _show(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"—{quantity.high}"
    return f"{_SIGNS[quantity.comparator]}{quantity.value}{high}{quantity.unit}"


def _in_order(
    joined: Sequence[Target], series: Mapping[str, Series], keys: Mapping[str, PlanKey], names: Names
) -> tuple[Target, ...]:
    """With their ids; five-year plans first, rows as printed, headline targets, then register order."""
    seen: dict[str, int] = {}
    found = []
    for target in joined:
        plain = _id(target, series[target.series], keys[target.plan])
        seen[plain] = seen.get(plain, 0) + 1
        found.append(replace(target, id=plain if seen[plain] == 1 else f"{plain}#{seen[plain]}"))
    return tuple(sorted(found, key=lambda t: (keys[t.plan], _order(t, series[t.series], names))))


def _id(target: Target, series: Series, plan: PlanKey) -> str:
    """Plan, series and kind; the period where it is not the plan's own end."""
    tail = series.id.removeprefix(f"{series.place}/")
    period = "" if target.period in (plan.period, Period.year(plan.period.last_year)) else f"@{target.period}"
    return f"{target.plan}/{tail}/{target.kind}{period}"


def _order(target: Target, series: Series, names: Names) -> tuple[object, ...]:
    position = names.order(series.indicator), list(TargetKind).index(target.kind), target.id
    return not target.headline, target.row is None, target.row or 0, *position
