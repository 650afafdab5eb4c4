"""What `lantu check` prints: findings as a table for people, findings and outcomes as JSON (check.schema.json)."""

from collections import Counter
from collections.abc import Iterable

from lantu import __version__
from lantu.model import Answer, Box, Evidence, Ledger, Note, Outcome, Severity
from lantu.registers import messages
from lantu.report import replies
from lantu.report.checked import Findings
from lantu.report.excerpts import Excerpt, Spot, excerpts, span_spot
from lantu.report.numbers import Record, dumps, put
from lantu.report.sarif import findings_sarif
from lantu.report.wide import width
from lantu.report.words import Words, words

FORMATS = ("table", "json", "sarif", "html")
_FORMAT = 1  # raised when the meaning of a field changes
_AROUND = 30  # characters shown on either side of a number
_LABELS = {
    "zh": {
        "text": "原文",
        "also": "同文",
        "seen": "核算",
        "why": "可能",
        "ask": "待核",
        "reply": "答复",
    },
    "en": {
        "text": "text",
        "also": "also in",
        "seen": "seen",
        "why": "perhaps",
        "ask": "ask",
        "reply": "answer",
    },
}


def shown(found: Findings, form: str, lang: str) -> str:
    """The findings in one form: table, json, sarif or html."""
    if form == "html":
        from lantu.report.findings_page import findings_html  # noqa: PLC0415 - templates take long to load

        return findings_html(found, lang)
    if form == "sarif":
        return findings_sarif(found, lang)
    return findings_json(found) if form == "json" else findings_table(found, lang)


def findings_table(found: Findings, lang: str) -> str:
    """The findings, the heaviest first, each with its text, its arithmetic and the question; the answered ones; the counts."""
    heaviest = sorted(found.open, key=lambda o: o.severity.rank)
    return "\n".join([*(_block(found, one, lang) for one in heaviest), *_answered(found, lang), _counts(found, lang)])


def _block(found: Findings, one: Outcome, lang: str) -> str:
    label, ledger = _LABELS[lang], found.ledger
    lines = [_head(found, one, lang)]
    lines += [_line(label["text"], said) for said in _texts(ledger, one.evidence)]
    others = dict.fromkeys(ledger.document[e.document].name for e in one.also)
    lines += [_line(label["also"], ("、" if lang == "zh" else ", ").join(others))] if others else []
    lines += [_line(label["seen"], messages.say(one.seen, lang))] if one.seen else []
    lines += [_line(label["why"], messages.say(note, lang)) for note in one.explanations]
    lines += [_line(label["ask"], messages.say(one.ask, lang))] if one.ask else []
    earlier = found.replied.changed.get(one.id)
    lines += [_line(label["reply"], replies.earlier(earlier).say(lang))] if earlier else []
    return "\n".join(lines) + "\n"


def _head(found: Findings, one: Outcome, lang: str) -> str:
    """Severity, check, and the id that an answer names."""
    name = next(rule.name for rule in found.rules if rule.id == one.check).say(lang)
    return f"{words('severity', one.severity).say(lang)}  {one.check} {name}  ({one.id})"


def _answered(found: Findings, lang: str) -> list[str]:
    """The section of findings with a reply, each with its text and the reply."""
    if not found.answered:
        return []
    label = _LABELS[lang]
    lines = [f"{words('findings', 'answered_list').say(lang)}  {len(found.answered)}"]
    for one in found.answered:
        lines.append("  " + _head(found, one, lang))
        lines += ["  " + _line(label["text"], said) for said in _texts(found.ledger, one.evidence)]
        lines.append("  " + _line(label["reply"], replies.said(found.replied.answered[one.id]).say(lang)))
    return ["\n".join(lines) + "\n"]


def _line(label: str, said: str) -> str:
    return f"  {label}{' ' * (8 - width(label))}{said}"


def _texts(ledger: Ledger, evidence: Iterable[Evidence]) -> list[str]:
    """Each sentence or row once, with the numbers in it marked 【】, under the name of its document."""
    by_document: dict[str, list[Spot]] = {}
    for each in evidence:
        by_document.setdefault(each.document, []).append(span_spot(each.document, each.start, each.end))
    return [
        f"{ledger.document[document].name}  {_marked(excerpt)}"
        for document, spots in by_document.items()
        for excerpt in excerpts(ledger.document[document], spots)
    ]


def _marked(excerpt: Excerpt) -> str:
    """The last line of an excerpt with its marks; long stretches between them are cut."""
    cells = ["".join(f"【{p.text}】" if p.marks else _short(p.text) for p in cell) for cell in excerpt.lines[-1]]
    return " | ".join(cells) if excerpt.table else "".join(cells)


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 2 * _AROUND else f"{one_line[:_AROUND]}…{one_line[-_AROUND:]}"


def _counts(found: Findings, lang: str) -> str:
    heavy = Counter(o.severity for o in found.open)
    answers = Counter(o.answer for o in found.outcomes)
    checks = len({o.check for o in found.outcomes})
    each = [f"{words('severity', s).say(lang)} {heavy[s]}" for s in Severity]
    passed, silent, replied = answers[Answer.PASSED], answers[Answer.NOT_APPLICABLE], len(found.answered)
    if lang == "en":
        told = f"; answered {replied}" if replied else ""
        return f"{checks} checks: {', '.join(each).lower()}{told}; passed {passed}, not applicable {silent}\n"
    told = f"；已答复 {replied}" if replied else ""
    return f"核查 {checks} 类：{'，'.join(each)}{told}；通过 {passed}，不适用 {silent}\n"


def findings_json(found: Findings) -> str:
    """`findings`, those `answered`, and all `outcomes`; the documents, and the sentences that evidence stands in."""
    ledger = found.ledger
    return dumps({
        "format": _FORMAT,
        "lantu": __version__,
        "checks": [{"id": rule.id, "name": _both(rule.name)} for rule in found.rules],
        "documents": [
            {"sha256": d.sha256, "name": d.name, "checked": d.sha256 in found.checked} for d in ledger.documents
        ],
        "findings": [_record(found, o) for o in found.open],
        "answered": [_record(found, o) for o in found.answered],
        "outcomes": [_short_record(ledger, o) for o in found.outcomes],
        "answers_left": [{"finding": r.finding, "number": r.number} | replies.record(r) for r in found.replied.gone],
    }) + "\n"  # fmt: skip


def _record(found: Findings, one: Outcome) -> Record:
    """A finding: an outcome with what would explain it, what to ask, where else the same words stand, and the reply to it."""
    more: Record = {"explanations": [_said(note) for note in one.explanations], "ask": _said(one.ask)}
    more["also"] = [_evidence(found.ledger, e) for e in one.also]
    reply, earlier = found.replied.answered.get(one.id), found.replied.changed.get(one.id)
    put(more, "reply", replies.record(reply) if reply else None, "not answered")
    said = replies.record(earlier) | {"texts": list(earlier.texts)} if earlier else None
    put(more, "earlier_reply", said, "no answer to an earlier text of it")
    return _short_record(found.ledger, one) | more


def _short_record(ledger: Ledger, one: Outcome) -> Record:
    record: Record = {
        "id": one.id, "check": one.check, "version": one.version, "answer": one.answer.value,
        "severity": one.severity.value, "printed": one.printed, "computed": one.computed,
    }  # fmt: skip
    put(record, "seen", _said(one.seen), "this answer needs no arithmetic")
    put(record, "reason", _said(one.reason), "the check applies")
    return record | {"evidence": [_evidence(ledger, e) for e in one.evidence]}


def _evidence(ledger: Ledger, one: Evidence) -> Record:
    document = ledger.document[one.document]
    (excerpt,) = excerpts(document, [span_spot(one.document, one.start, one.end)])
    record: Record = {
        "document": one.document, "start": one.start, "end": one.end, "text": document.text[one.start : one.end],
        "sentence": excerpt.text, "sentence_start": excerpt.start, "sentence_end": excerpt.end,
        "section": list(excerpt.section),
    }  # fmt: skip
    put(record, "statement", one.statement, "the evidence is words")
    put(record, "anchor", document.anchor(one.start), "a text file: the offsets are the place")
    record["boxes"] = [_box(box) for box in document.boxes(one.start, one.end)]
    return record


def _box(box: Box) -> Record:
    """A box on a page, its edges to a tenth of a point."""
    edges = {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
    return {"page": box.page, **{edge: round(at, 1) for edge, at in edges.items()}}


def _said(note: Note | None) -> Record | None:
    return _both(Words(messages.say(note, "zh"), messages.say(note, "en"))) | {"code": note.code} if note else None


def _both(said: Words) -> Record:
    return {"zh": said.zh, "en": said.en}
