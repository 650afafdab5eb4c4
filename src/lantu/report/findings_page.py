"""The findings as one page: the documents as read with numbered marks, and the findings beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

import lantu
from lantu.model import Answer, Document, Evidence, Outcome, Severity
from lantu.report import replies
from lantu.report.card import document_when
from lantu.report.checked import Findings
from lantu.report.excerpts import Excerpt, Piece, Spot, excerpts
from lantu.report.html import environment
from lantu.report.marked import Block, Mark, blocks
from lantu.report.session import Row, Said, Session, sessions
from lantu.report.words import Words, words

_WEIGHTY = (Severity.ERROR, Severity.LIKELY)
_MOST = 20  # findings told at the top of the page
_AROUND = 28  # characters shown on either side of a number


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence or table row that a finding rests on."""

    document: str  # its name; empty where it is that of the quote before, or of the heading above
    pieces: tuple[Piece, ...]
    shown: bool  # whether the page shows the document


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page tells it."""

    number: int
    outcome: Outcome
    name: Words
    places: tuple[str, ...]  # its marks, that of the figure it is told beside first
    quotes: tuple[Quote, ...]
    also: tuple[tuple[str, str], ...]  # other texts with the same words: document, and the mark there
    reply: Words | None  # what the office said of it: it stays quiet
    earlier: Words | None  # a reply to the text before it changed


@dataclass(frozen=True, slots=True)
class Kinds:
    """A check with its findings."""

    id: str
    name: Words
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document that was checked, as the page shows it."""

    id: str
    document: Document
    kind: Words
    when: Words
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]  # the findings whose first figure in a checked document stands in it


def findings_html(found: Findings, lang: str) -> str:
    """The page, opening in `lang`."""
    return environment().get_template("findings.html").render(**_context(found, lang))


def _context(found: Findings, lang: str) -> Mapping[str, object]:
    numbers = _numbers(found)
    ordered = sorted(enumerate(found.failed), key=lambda each: numbers[each[0]])
    marks = _Marks()
    cards = [_card(found, marks, numbers[n], o) for n, o in ordered]
    held = sessions(found, numbers)
    views = [_session_view(each, marks) for each in held]
    sheets = [
        _sheet(found, marks, n, d, [c for c in cards if c.reply is None]) for n, d in enumerate(_checked(found), 1)
    ]
    live = [c for c in cards if c.reply is None]
    weighty = sorted((c for c in live if c.outcome.severity in _WEIGHTY), key=lambda c: c.outcome.severity.rank)
    heavy = Counter(o.severity for o in found.open)
    answers = Counter(o.answer for o in found.outcomes)
    return {
        "lang": lang,
        "version": lantu.__version__,
        "title": _title(found),
        "lead": _lead(len(found.open), len({o.check for o in found.outcomes}), len(sheets)),
        "severities": [(s, words("severity", s), heavy[s]) for s in Severity],
        "rest": _rest(answers),
        "kinds": _kinds(found, [c for c in cards if c.reply is None]),
        "answered": [c for c in cards if c.reply],
        "heavy": weighty[:_MOST],
        "heavy_left": _left(len(weighty) - _MOST),
        "rules": {rule.id: rule for rule in found.rules},
        "sheets": sheets,
        "against": [d for d in found.ledger.documents if d.sha256 not in found.checked],
        "left_out": found.ledger.left_out,
        "notes": found.ledger.notes,
        "sessions": views,
        "cards": cards,
    }


class _Marks:
    """The marks of all documents: every place has one id, whoever leads to it."""

    def __init__(self) -> None:
        self._next = count(1)
        self.of: dict[str, list[Mark]] = {}

    def add(
        self, one: Evidence | Said, number: int = 0, severity: Severity | None = None, *, quiet: bool = False
    ) -> str:
        """A place with the number of a finding, or without one; its id."""
        mark = Mark(f"m{next(self._next)}", one.start, one.end, number, severity, quiet)
        self.of.setdefault(one.document, []).append(mark)
        return mark.id


def _checked(found: Findings) -> list[Document]:
    return [d for d in found.ledger.documents if d.sha256 in found.checked]


def _numbers(found: Findings) -> Mapping[int, int]:
    """The findings' numbers, in the order in which they stand in the documents, by their place among the findings."""
    order = {d.sha256: n for n, d in enumerate(_checked(found))}

    def place(at: int) -> tuple[int, int, int]:
        one = _first(found.failed[at], found.checked)
        return order.get(one.document, len(order)), one.start, at

    return {at: number for number, at in enumerate(sorted(range(len(found.failed)), key=place), 1)}


def _first(one: Outcome, checked: frozenset[str]) -> Evidence:
    """The evidence beside which a finding is told: the first that stands in a checked document."""
    return next((e for e in one.evidence if e.document in checked), one.evidence[0])


def _card(found: Findings, marks: _Marks, number: int, one: Outcome) -> Card:
    reply, earlier = found.replied.answered.get(one.id), found.replied.changed.get(one.id)
    ids = [marks.add(e, number, one.severity, quiet=reply is not None) for e in one.evidence]
    spots: dict[str, list[Spot]] = {_first(one, found.checked).document: []}
    for evidence, mark in zip(one.evidence, ids, strict=True):
        spots.setdefault(evidence.document, []).append(Spot(evidence.document, evidence.start, evidence.end, mark))
    first = _first(one, found.checked)
    told = one.evidence.index(first)
    quotes = tuple(q for d, held in spots.items() for q in _quotes(found, d, held, named=d != first.document))
    also = {e.document: marks.add(e, number, one.severity, quiet=reply is not None) for e in one.also}
    name = next(rule.name for rule in found.rules if rule.id == one.check)
    others = tuple((found.ledger.document[d].name, mark) for d, mark in also.items())
    told_of = replies.said(reply) if reply else None
    back = replies.earlier(earlier) if earlier else None
    return Card(number, one, name, (ids[told], *ids), quotes, others, told_of, back)


def _quotes(found: Findings, document: str, spots: list[Spot], *, named: bool) -> Iterator[Quote]:
    own = found.ledger.document[document]
    for number, excerpt in enumerate(excerpts(own, spots)):
        yield Quote(own.name if named and not number else "", tuple(_pieces(excerpt)), document in found.checked)


def _pieces(excerpt: Excerpt) -> Iterator[Piece]:
    """A sentence, or the cells of a row, with long stretches between the marks cut."""
    cells = [cell for cell in excerpt.lines[-1] if any(piece.text for piece in cell)]
    for number, cell in enumerate(cells):
        if number:
            yield Piece(" ｜ ")
        yield from (piece if piece.marks else Piece(_short(piece.text)) for piece in cell)


def _short(text: str) -> str:
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]}…{text[-_AROUND:]}"


def _sheet(found: Findings, marks: _Marks, number: int, document: Document, cards: Iterable[Card]) -> Sheet:
    own = tuple(c for c in cards if _first(c.outcome, found.checked).document == document.sha256)
    drawn = blocks(document, marks.of.get(document.sha256, ()))
    return Sheet(
        f"d{number}", document, words("document", document.front.kind), document_when(document), drawn, own
    )  # fmt: skip


def _kinds(found: Findings, cards: list[Card]) -> list[Kinds]:
    """The checks that found something, those with the heaviest findings first."""
    each = [Kinds(r.id, r.name, tuple(c for c in cards if c.outcome.check == r.id)) for r in found.rules]
    held = [k for k in each if k.cards]
    return sorted(held, key=lambda k: min(c.outcome.severity.rank for c in k.cards))


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session's table: for each part its rows, each with what every document says and where."""

    session: Session
    parts: tuple[tuple[str, tuple[tuple[Row, tuple[tuple[tuple[Said, str], ...], ...]], ...]], ...]


def _session_view(session: Session, marks: _Marks) -> SessionView:
    parts = [(key, getattr(session, key)) for key in ("figures", "periods", "names", "texts")]
    return SessionView(session, tuple((key, tuple((r, _said(session, r, marks)) for r in rows)) for key, rows in parts))


def _said(session: Session, row: Row, marks: _Marks) -> tuple[tuple[tuple[Said, str], ...], ...]:
    return tuple(tuple((s, marks.add(s)) for s in row.said.get(d.sha256, ())) for d in session.documents)


def _title(found: Findings) -> Words:
    places = dict.fromkeys(d.front.place.name for d in _checked(found) if d.front.place)
    return Words(
        f"{'、'.join(places)}文稿数字核查", f"Figures checked: {', '.join(places)}" if places else "Figures checked"
    )


def _lead(number: int, checks: int, documents: int) -> Words:
    if not number:
        return Words(
            f"核查{documents}份文件、{checks}类规则，没有待核事项。",
            f"{documents} documents, {checks} checks: nothing to ask.",
        )
    return Words(
        f"核查{documents}份文件、{checks}类规则，有{number}处待核。",
        f"{documents} documents, {checks} checks: {number} places to look at.",
    )


def _left(number: int) -> Words | None:
    return Words(f"其余{number}处见下表。", f"{number} more are in the table below.") if number > 0 else None


def _rest(answers: Mapping[Answer, int]) -> Words:
    passed, silent = answers.get(Answer.PASSED, 0), answers.get(Answer.NOT_APPLICABLE, 0)
    return Words(
        f"另有{passed}处相符，{silent}处不适用。列出的是需要核对的地方，不等于有错；是否更改，由起草单位核实后决定。",
        f"{passed} places agree, {silent} are out of a check's reach. What is listed asks for a look; it need not be wrong.",
    )
