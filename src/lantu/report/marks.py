"""Findings as notes on the numbers of one document: where each stands, and what is written beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.model import Document, Evidence, Outcome, PassageKind
from lantu.registers import messages
from lantu.report import replies
from lantu.report.checked import Findings
from lantu.report.words import words

AUTHOR = "Lantu"
_FIGURE = re.compile(r"\d[\d.,]*")
_LABELS = {
    "zh": {
        "seen": "核算：",
        "why": "可能：",
        "ask": "待核：",
        "beside": "对照：",
        "within": "数字在此注释或文本框中：",
        "answered": "已答复的问题：{} 条（文字改动后会再次列出）",
    },
    "en": {
        "seen": "Seen: ",
        "why": "Perhaps: ",
        "ask": "Ask: ",
        "beside": "Beside: ",
        "within": "The number stands in this note or text box: ",
        "answered": "Findings with an answer: {} (they come back once the text changes)",
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


def marks(found: Findings, document: Document, lang: str) -> tuple[Mark, ...]:
    """The findings that rest on a number of the document, in the order of its text; before them one note on the answered ones."""
    made = []
    for one in found.open:
        number = _number(one, document)
        if number is not None:
            lines = tuple(_lines(found, one, number, lang))
            made.append(Mark(number.start, number.end, lines, _LABELS[lang]["within"] + number.around))
    ordered = sorted(made, key=lambda mark: (mark.start, mark.end))
    return (*_answered(found, document, lang), *ordered)


def _answered(found: Findings, document: Document, lang: str) -> Iterator[Mark]:
    """A note at the head of the document with the findings that have a reply, and the reply."""
    here = [(one, number) for one in found.answered if (number := _number(one, document))]
    if not here:
        return
    head = next((p for p in document.passages if p.kind is PassageKind.TITLE), None)
    start, end = (head.start, head.end) if head else (here[0][1].start, here[0][1].end)
    lines = [_LABELS[lang]["answered"].format(len(here))]
    for one, number in here:
        told = replies.said(found.replied.answered[one.id]).say(lang)
        lines.append(f"{_head(found, one, lang)} {document.text[number.start : number.end]}")
        lines.append(f"    {told}")
    yield Mark(start, end, tuple(lines))


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


def _head(found: Findings, one: Outcome, lang: str) -> str:
    name = next(rule.name for rule in found.rules if rule.id == one.check).say(lang)
    severity = words("severity", one.severity).say(lang)
    return (
        f"{one.check} {name}（{severity}，{one.id}）" if lang == "zh" else f"{one.check} {name} ({severity}, {one.id})"
    )


def _lines(found: Findings, one: Outcome, number: Evidence, lang: str) -> Iterator[str]:
    label = _LABELS[lang]
    yield _head(found, one, lang)
    if one.seen:
        yield label["seen"] + messages.say(one.seen, lang)
    others = {
        (e.document, e.around) for e in one.evidence if (e.document, e.around) != (number.document, number.around)
    }
    for document, around in sorted(others) if number in one.evidence else ():
        said = found.ledger.document[document].name
        yield label["beside"] + (f"{said}：{around}" if lang == "zh" else f"{said}: {around}")
    for why in one.explanations:
        yield label["why"] + messages.say(why, lang)
    if one.ask:
        yield label["ask"] + messages.say(one.ask, lang)
    earlier = found.replied.changed.get(one.id)
    if earlier:
        yield replies.earlier(earlier).say(lang)
