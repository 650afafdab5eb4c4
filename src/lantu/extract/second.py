"""An optional second reader: a language model proposes, its proposals are checked against the print and compared."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from lantu.errors import SecondReaderFailed
from lantu.extract.endpoint import Endpoint
from lantu.extract.numbers import ARABIC, CHINESE, number
from lantu.extract.question import ask
from lantu.model import (
    Disagreement,
    Discarded,
    Document,
    Measure,
    Nature,
    Parting,
    Passage,
    PassageKind,
    Period,
    Proposal,
    Reading,
    SecondReading,
    Statement,
)

Told = Callable[[int, int], None]
_LONGEST = 1500  # characters sent at once
_PIECE = re.compile(r"[^。；！？\n]*[。；！？\n]*")
_WORTH_ASKING = re.compile(r"\d|百分之")
_PRINTED = re.compile(f"{ARABIC}|{CHINESE}")
_FENCE = re.compile(r"```(?:json)?\s*(.*?)\s*```", re.DOTALL)
_TEXTS = ("quote", "span", "indicator", "unit", "measure", "nature", "period")
RULES = """You read Chinese planning documents. From the passage list every measured quantity that it asserts.
Answer with JSON alone: {"statements": [{"quote": …, "span": …, "value": …, "unit": …, "indicator": …, "measure": …, "nature": …, "period": …}]}
quote: the words around the number, copied from the passage exactly; span: the number with its unit, copied from the quote exactly.
value: the number in span, with the digits that are printed, as a string; negative for a fall. Never compute.
unit: as printed (亿元, %, 个百分点, 万人), empty for none. indicator: what is measured, in the passage's words.
measure: level, growth, average_growth, change, cumulative, rank or ratio. nature: actual, estimate or target.
period: 2022, 2021-2025, 2023-H1, 2023-Q3 or 2023-07.
Leave out dates, document numbers, counts of articles and numbers in names. For nothing answer {"statements": []}."""


class _Refused(Exception):
    """A proposal that is not listened to; its text is the reason's code."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Clean text [start, end) of a passage, sent as one question."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        return self.passage.span(self.start, self.end)


def read_again(reading: Reading, endpoint: Endpoint, told: Told | None = None) -> SecondReading:
    """What the model behind `endpoint` reads in a document, beside what the grammar read; `reading` is not changed.

    `told` hears how many stretches of how many are done. Raises SecondReaderFailed.
    """
    document = reading.document
    stretches = list(_stretches(document))
    proposals: dict[tuple[int, int], Proposal] = {}
    dates = [left for left in reading.left_out if left.rule == "date"]
    discarded: list[Discarded] = []
    for done, stretch in enumerate(stretches, 1):
        answer = ask(endpoint, RULES, _question(document, stretch))
        for found in _heard(document, stretch, answer, set(proposals)):
            if isinstance(found, Discarded):
                discarded.append(found)
            elif any(found.start < date.end and date.start < found.end for date in dates):
                discarded.append(Discarded(stretch.passage.index, "is_a_date", found.text))
            else:
                proposals[found.start, found.end] = found
        if told:
            told(done, len(stretches))
    if stretches and sum(d.reason == "no_json" for d in discarded) == len(stretches):
        raise SecondReaderFailed(
            f"第二读者 {endpoint.model} 的答复没有一条是 JSON。请换一个模型；不用第二读者，结果照样完整。",
            f"No answer of the second reader {endpoint.model} is JSON. Take another model; nothing is lacking without it.",
        )
    ours = [s for s in reading.statements if any(a <= s.start and s.end <= b for a, b in (x.span for x in stretches))]
    agreed, parted = _compared(ours, [proposals[span] for span in sorted(proposals)])
    return SecondReading(document, endpoint.model, len(stretches), agreed, tuple(parted), tuple(discarded))


def _stretches(document: Document) -> Iterator[_Stretch]:
    for passage in document.passages:
        if passage.kind is PassageKind.FURNITURE:
            continue
        start = end = 0
        for piece in _PIECE.finditer(passage.text):
            if piece.end() - start > _LONGEST and end > start:
                yield from _worth(_Stretch(passage, start, end))
                start = end
            end = piece.end()
        yield from _worth(_Stretch(passage, start, end))


def _worth(stretch: _Stretch) -> Iterator[_Stretch]:
    if _WORTH_ASKING.search(stretch.text):
        yield stretch


def _question(document: Document, stretch: _Stretch) -> str:
    front = document.front
    about = {
        "title": front.title, "kind": front.kind.value, "reporting_year": front.reporting_year,
        "planning_year": front.planning_year, "headings": list(stretch.passage.headings), "passage": stretch.text,
    }  # fmt: skip
    return json.dumps(about, ensure_ascii=False)


def _heard(
    document: Document, stretch: _Stretch, answer: str, taken: set[tuple[int, int]]
) -> Iterator[Proposal | Discarded]:
    """Each thing that an answer proposes, checked against the passage; a span that was proposed before is looked for further on."""
    at = stretch.passage.index
    try:
        fenced = _FENCE.search(answer)
        told: Any = json.loads(fenced[1] if fenced else answer, parse_float=Decimal)
        entries = told["statements"] if isinstance(told, dict) else told
    except (ValueError, KeyError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        yield Discarded(at, "no_json", answer[:200])
        return
    for entry in entries:
        try:
            proposal = _proposal(document, stretch, entry, taken)
        except _Refused as refused:
            yield Discarded(at, str(refused), _said(entry))
        else:
            taken.add((proposal.start, proposal.end))
            yield proposal


def _said(entry: object) -> str:
    return json.dumps(entry, ensure_ascii=False, default=str)[:200]


def _proposal(document: Document, stretch: _Stretch, entry: object, taken: set[tuple[int, int]]) -> Proposal:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in _TEXTS):
        raise _Refused("bad_field")
    span = _place(stretch, entry.get("quote", ""), entry.get("span", ""), taken)
    printed = document.text[slice(*span)]
    value = _value(entry.get("value"))
    if abs(value) not in {number(found[0]) for found in _PRINTED.finditer(entry["span"])}:
        raise _Refused("value_not_printed")
    try:
        measure, nature = Measure(entry["measure"]), Nature(entry["nature"])
        period, indicator, unit = Period(entry["period"]), entry["indicator"].strip(), entry.get("unit", "").strip()
    except (ValueError, KeyError) as error:
        raise _Refused("bad_field") from error
    if not indicator:
        raise _Refused("bad_field")
    return Proposal(*span, printed, indicator, value, unit, measure, nature, period)


def _place(stretch: _Stretch, quote: str, span: str, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The raw place of a quoted span: the first that is not taken."""
    if not span.strip():
        raise _Refused("span_not_in_passage")
    quote = quote if quote.strip() else span
    # Whole numbers: 60亿元 is not said where 560亿元 is printed, however the quote is cut.
    places = [m.span() for m in re.finditer(rf"(?<!\d)(?<!\d\.){_loose(span)}(?!\.?\d)", stretch.text)]
    again = False
    for around in re.finditer(_loose(quote), stretch.text):
        for start, end in ((a, b) for a, b in places if around.start() <= a and b <= around.end()):
            raw = stretch.passage.span(stretch.start + start, stretch.start + end)
            if raw not in taken:
                return raw
            again = True
    raise _Refused("said_twice" if again else "span_not_in_passage")


def _loose(quote: str) -> str:
    """A pattern for a quote, whatever the white space in it."""
    return r"\s*".join(re.escape(c) for c in quote if not c.isspace())


def _value(told: object) -> Decimal:
    if isinstance(told, bool) or not isinstance(told, str | int | Decimal):
        raise _Refused("bad_field")
    try:
        value = Decimal(str(told).replace(",", "").replace("−", "-").strip())
    except InvalidOperation as error:
        raise _Refused("bad_field") from error
    if not value.is_finite():
        raise _Refused("bad_field")
    return value


def _compared(ours: Sequence[Statement], theirs: Sequence[Proposal]) -> tuple[int, list[Disagreement]]:
    """How many numbers are read alike, and the others in the order of the text."""
    agreed, parted, matched = 0, [], set()
    for proposal in theirs:
        same = next(
            (s for s in ours if s.start < proposal.end and proposal.start < s.end and s.id not in matched), None
        )
        if same is None:
            parted.append(Disagreement(Parting.THEIRS, None, proposal))
            continue
        matched.add(same.id)
        fields = tuple(_fields(same, proposal))
        if fields:
            parted.append(Disagreement(Parting.FIELDS, same, proposal, fields))
        else:
            agreed += 1
    parted += [Disagreement(Parting.OURS, s, None) for s in ours if s.id not in matched]
    return agreed, sorted(parted, key=lambda p: (p.statement or p.proposal or ours[0]).start)


def _fields(ours: Statement, theirs: Proposal) -> Iterator[str]:
    """Names of the fields that differ; of two names of an indicator one may hold the other."""
    if not (ours.indicator in theirs.indicator or theirs.indicator in ours.indicator):
        yield "indicator"
    if theirs.value not in {ours.quantity.value, ours.quantity.high}:
        yield "value"
    for name, own, other in (
        ("unit", ours.quantity.unit, theirs.unit),
        ("measure", ours.measure, theirs.measure),
        ("nature", ours.nature, theirs.nature),
        ("period", ours.period, theirs.period),
    ):
        if own != other:
            yield name
