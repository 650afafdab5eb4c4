"""Findings as notes on the numbers of one document: where each stands, and what is written beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lantu.model import Document, Evidence, Ledger, Outcome
from lantu.registers import messages
from lantu.report.words import Words, words

AUTHOR = "Lantu"
_FIGURE = re.compile(r"\d[\d.,]*")
_LABELS = {
    "zh": {
        "seen": "核算：",
        "why": "可能：",
        "ask": "待核：",
        "beside": "对照：",
        "within": "数字在此注释或文本框中：",
    },
    "en": {
        "seen": "Seen: ",
        "why": "Perhaps: ",
        "ask": "Ask: ",
        "beside": "Beside: ",
        "within": "The number stands in this note or text box: ",
    },
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A note on the raw span [start, end) of a document's text, in lines.

    `elsewhere`: a line more where no note can stand on the number itself, as in a footnote.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    elsewhere: str = ""


def marks(
    ledger: Ledger, outcomes: Sequence[Outcome], names: Mapping[str, tuple[str, str]], document: Document, lang: str
) -> tuple[Mark, ...]:
    """The findings that rest on a number of the document, in the order of its text."""
    found = []
    for one in outcomes:
        number = _number(one, document) if one.is_finding else None
        if number is not None:
            lines = tuple(_lines(ledger, one, names, number, lang))
            found.append(Mark(number.start, number.end, lines, _LABELS[lang]["within"] + number.around))
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


def is_marked(outcome: Outcome, documents: Sequence[Document]) -> bool:
    """Whether a finding rests on a number or words of one of the documents."""
    return any(_number(outcome, document) is not None for document in documents)


def _number(one: Outcome, document: Document) -> Evidence | None:
    """The number of the document that a finding is about: the one that cannot be right, else the first."""
    here = [e for e in (*one.evidence, *one.also) if e.document == document.sha256]
    wanted = _FIGURE.search(one.printed)
    printed = (e for e in here if wanted and _figure(document.text[e.start : e.end]) == wanted[0])
    return next(printed, next(iter(here), None))


def _figure(said: str) -> str:
    found = _FIGURE.search(said)
    return found[0] if found else ""


def _lines(
    ledger: Ledger, one: Outcome, names: Mapping[str, tuple[str, str]], number: Evidence, lang: str
) -> Iterator[str]:
    label = _LABELS[lang]
    severity, name = words("severity", one.severity).say(lang), Words(*names[one.check]).say(lang)
    yield (
        f"{one.check} {name}（{severity}，{one.id}）" if lang == "zh" else f"{one.check} {name} ({severity}, {one.id})"
    )
    if one.seen:
        yield label["seen"] + messages.say(one.seen, lang)
    others = {
        (e.document, e.around) for e in one.evidence if (e.document, e.around) != (number.document, number.around)
    }
    for document, around in sorted(others) if number in one.evidence else ():
        said = ledger.document[document].name
        yield label["beside"] + (f"{said}：{around}" if lang == "zh" else f"{said}: {around}")
    for why in one.explanations:
        yield label["why"] + messages.say(why, lang)
    if one.ask:
        yield label["ask"] + messages.say(one.ask, lang)
