"""What `lantu check` prints: findings as a table for people, findings and outcomes as JSON (check.schema.json)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lantu import __version__
from lantu.model import Answer, Box, Evidence, Ledger, Note, Outcome, Severity
from lantu.registers import messages
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
    "zh": {"text": "原文", "also": "同文", "seen": "核算", "why": "可能", "ask": "待核"},
    "en": {"text": "text", "also": "also in", "seen": "seen", "why": "perhaps", "ask": "ask"},
}


def shown(found: Findings, form: str, lang: str) -> str:
    """The findings in one form: table, json, sarif or html."""
    if form == "html":
        from lantu.report.findings_page import findings_html  # noqa: PLC0415 - templates take long to load

        return findings_html(found, lang)
    if form == "sarif":
        return findings_sarif(found, lang)
    names = {rule.id: rule.name for rule in found.rules}
    if form == "json":
        return findings_json(found.ledger, found.outcomes, names, found.checked)
    return findings_table(found.ledger, found.outcomes, names, lang)


def findings_table(ledger: Ledger, outcomes: Sequence[Outcome], names: Mapping[str, tuple[str, str]], lang: str) -> str:
    """The findings, the heaviest first, each with its text, its arithmetic and the question; then the counts."""
    found = sorted((o for o in outcomes if o.is_finding), key=lambda o: o.severity.rank)
    return "\n".join([*(_block(ledger, one, names, lang) for one in found), _counts(outcomes, lang)])


def _block(ledger: Ledger, one: Outcome, names: Mapping[str, tuple[str, str]], lang: str) -> str:
    name = Words(*names[one.check]).say(lang)
    label = _LABELS[lang]
    lines = [f"{words('severity', one.severity).say(lang)}  {one.check} {name}  ({one.id})"]
    lines += [_line(label["text"], said) for said in _texts(ledger, one.evidence)]
    others = dict.fromkeys(ledger.document[e.document].name for e in one.also)
    lines += [_line(label["also"], ("、" if lang == "zh" else ", ").join(others))] if others else []
    lines += [_line(label["seen"], messages.say(one.seen, lang))] if one.seen else []
    lines += [_line(label["why"], messages.say(note, lang)) for note in one.explanations]
    lines += [_line(label["ask"], messages.say(one.ask, lang))] if one.ask else []
    return "\n".join(lines) + "\n"


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


def _counts(outcomes: Sequence[Outcome], lang: str) -> str:
    heavy = Counter(o.severity for o in outcomes if o.is_finding)
    answers = Counter(o.answer for o in outcomes)
    checks = len({o.check for o in outcomes})
    each = [f"{words('severity', s).say(lang)} {heavy[s]}" for s in Severity]
    passed, silent = answers[Answer.PASSED], answers[Answer.NOT_APPLICABLE]
    if lang == "en":
        return f"{checks} checks: {', '.join(each).lower()}; passed {passed}, not applicable {silent}\n"
    return f"核查 {checks} 类：{'，'.join(each)}；通过 {passed}，不适用 {silent}\n"


def findings_json(
    ledger: Ledger, outcomes: Sequence[Outcome], names: Mapping[str, tuple[str, str]], drafts: Iterable[str]
) -> str:
    """`findings` and all `outcomes`, the documents, and the sentences that evidence stands in."""
    checked = frozenset(drafts)
    return dumps({
        "format": _FORMAT,
        "lantu": __version__,
        "checks": [{"id": key, "name": _both(Words(*said))} for key, said in names.items()],
        "documents": [
            {"sha256": d.sha256, "name": d.name, "checked": d.sha256 in checked} for d in ledger.documents
        ],
        "findings": [_record(ledger, o) for o in outcomes if o.is_finding],
        "outcomes": [_short_record(ledger, o) for o in outcomes],
    }) + "\n"  # fmt: skip


def _record(ledger: Ledger, one: Outcome) -> Record:
    """A finding: an outcome with what would explain it, what to ask, and where else the same words stand."""
    more = {"explanations": [_said(note) for note in one.explanations], "ask": _said(one.ask)}
    return _short_record(ledger, one) | more | {"also": [_evidence(ledger, e) for e in one.also]}


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
