"""What a second reader proposes, for a person to look at: as a table or JSONL."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from lantu.model import Disagreement, Document, Proposal, SecondReading, Statement
from lantu.report import shown
from lantu.report.excerpts import sentence, span_spot
from lantu.report.numbers import Record, dumps, number, put
from lantu.report.wide import aligned
from lantu.report.words import words

_HEADS = {
    "zh": ("位置", "数字", "差异", "规则读作", "第二读者读作", "原文"),
    "en": ("at", "digits", "difference", "the grammar reads", "the second reader reads", "sentence"),
}


def second_table(found: Sequence[SecondReading], lang: str = "zh") -> str:
    """The numbers that the two do not read alike, under each document's name, with counts of the rest."""
    return "\n".join(_block(one, lang) for one in found)


def second_jsonl(found: SecondReading) -> str:
    """One JSON object a line: disagreements, then what was discarded, then the counts."""
    document = found.document
    records = [_record(one, document) for one in found.disagreements]
    records += [
        {"doc": document.name, "kind": "discarded", "passage": d.passage, "reason": d.reason, "said": d.said}
        for d in found.discarded
    ]
    records.append({"doc": document.name, "kind": "counts", "model": found.model, **_counts(found)})
    return "".join(dumps(record, indent=None) + "\n" for record in records)


def _counts(found: SecondReading) -> Record:
    parted = Counter(d.kind.value for d in found.disagreements)
    return {
        "asked": found.asked, "agreed": found.agreed, **{kind: parted[kind] for kind in ("fields", "theirs", "ours")},
        "discarded": dict(sorted(Counter(d.reason for d in found.discarded).items())),
    }  # fmt: skip


def _block(found: SecondReading, lang: str) -> str:
    rows = [_row(one, found.document, lang) for one in found.disagreements]
    body = aligned(_HEADS[lang], rows) if rows else ""
    return f"{found.document.name}  {found.model}\n{body}{_said(found, lang)}"


def _said(found: SecondReading, lang: str) -> str:
    counts = _counts(found)
    reasons = [f"{words('discarded', key).say(lang)} {n}" for key, n in counts["discarded"].items()]
    if lang == "en":
        dropped = f"; discarded {len(found.discarded)} ({', '.join(reasons)})" if reasons else "; discarded 0"
        return "asked {asked}; alike {agreed}; fields differ {fields}; only theirs {theirs}; only ours {ours}".format(
            **counts
        ) + (dropped + "\n")
    dropped = f"；不予采信 {len(found.discarded)}（{'，'.join(reasons)}）" if reasons else "；不予采信 0"
    return (
        "送读 {asked} 段；一致 {agreed} 条；各项有别 {fields}；只有第二读者读出 {theirs}；只有规则读出 {ours}".format(
            **counts
        )
        + (dropped + "\n")
    )


def _row(one: Disagreement, document: Document, lang: str) -> tuple[str, ...]:
    start, end = _span(one)
    kind = words("parting", one.kind).say(lang)
    fields = ("、" if lang == "zh" else ", ").join(words("read_field", name).say(lang) for name in one.fields)
    ours = _ours(one.statement, lang) if one.statement else "—"
    theirs = _theirs(one.proposal, lang) if one.proposal else "—"
    return str(start), document.text[start:end], fields or kind, ours, theirs, _sentence(document, start, end)


def _span(one: Disagreement) -> tuple[int, int]:
    held = one.statement or one.proposal
    assert held is not None, "a disagreement has a side"
    return held.start, held.end


def _ours(said: Statement, lang: str) -> str:
    return _side(said, said.quantity.value, said.quantity.unit, lang)


def _theirs(said: Proposal, lang: str) -> str:
    return _side(said, said.value, said.unit, lang)


def _side(said: Statement | Proposal, value: Decimal, unit: str, lang: str) -> str:
    measure, nature = words("measure", said.measure).say(lang), words("nature", said.nature).say(lang)
    return f"{said.indicator} {shown.plain(value)}{unit} {measure} {nature} {said.period.code}"


def _sentence(document: Document, start: int, end: int) -> str:
    return " ".join(sentence(document, span_spot(document.sha256, start, end)).text.split())


def _record(one: Disagreement, document: Document) -> Record:
    start, end = _span(one)
    record: Record = {
        "doc": document.name, "kind": one.kind.value, "start": start, "end": end, "text": document.text[start:end],
        "fields": list(one.fields),
    }  # fmt: skip
    ours, theirs = one.statement, one.proposal
    told = _fields(ours, ours.quantity.value, ours.quantity.unit) | {"id": ours.id} if ours else None
    put(record, "ours", told, "not_read")
    put(record, "theirs", _fields(theirs, theirs.value, theirs.unit) if theirs else None, "not_read")
    return record | {"sentence": _sentence(document, start, end)}


def _fields(said: Statement | Proposal, value: Decimal, unit: str) -> Record:
    return {
        "indicator": said.indicator, "value": number(value), "unit": unit, "measure": said.measure.value,
        "nature": said.nature.value, "period": said.period.code,
    }  # fmt: skip
