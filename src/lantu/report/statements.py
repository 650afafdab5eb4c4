"""What `lantu extract` prints: statements and unread numbers as JSONL, CSV or a table."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from lantu.model import Correction, Document, Reading, Statement, Unread
from lantu.report import shown
from lantu.report.excerpts import sentence, span_spot
from lantu.report.numbers import Record, dumps, number, put
from lantu.report.wide import aligned
from lantu.report.words import Words, words

BOM = "\ufeff"  # Excel takes a CSV for UTF-8 only with it
_HEADS = {
    "zh": ("位置", "指标", "数值", "方式", "性质", "时期", "章节", "把握"),
    "en": ("at", "indicator", "value", "measure", "nature", "period", "section", "confidence"),
}
_ALL = {"zh": "合计", "en": "in all"}
_UNREAD_HEADS = {
    "zh": ("文档", "位置", "数字", "原因", "原文"),
    "en": ("document", "at", "digits", "reason", "sentence"),
}


def statement_record(statement: Statement, document: Document) -> Record:
    """A statement with the fields of the marking guide, and with what Lantu knows besides.

    `start` and `end` are offsets into `Document.text`; a null has its reason beside it.
    """
    wanted = statement.quantity
    record: Record = {
        "doc": document.name, "start": statement.start, "end": statement.end, "text": statement.text,
        "indicator": statement.indicator, "value": number(wanted.value),
    }  # fmt: skip
    put(record, "value_hi", None if wanted.high is None else number(wanted.high), "not_a_range")
    record |= {
        "unit": wanted.unit, "measure": statement.measure.value, "comparator": wanted.comparator.value,
        "nature": statement.nature.value,
    }  # fmt: skip
    put(record, "period", statement.period.code if statement.period.known else None, "no_year")
    record |= {
        "id": statement.id, "reading": statement.reading, "document": statement.document,
        "section": list(statement.section), "rule": statement.rule, "confidence": statement.confidence.value,
    }  # fmt: skip
    put(record, "binding", statement.binding.value if statement.binding else None, "not_stated")
    put(record, "responsible", statement.responsible, "not_stated")
    put(record, "place", place_of(statement, document), "unknown_place")
    cell = statement.cell
    at = {"table": cell.table, "row": cell.row, "column": cell.column} if cell else None
    put(record, "cell", at, "prose")
    said = statement.qualifiers
    record["qualifiers"] = {
        "price": said.price, "scope": said.scope, "lagged": said.lagged, "vintage": said.vintage,
        "against": said.against, "cumulated": said.cumulated,
    }  # fmt: skip
    record["repaired"] = statement.repaired
    record["corrected"] = [correction_record(c) for c in statement.corrected]
    if document.pages:
        record |= _printed(statement, document)
    return record


def correction_record(made: Correction) -> Record:
    """A corrected misprint as JSON; `by` and `date` where the file of corrections gives them."""
    record: Record = {
        "start": made.start, "end": made.end, "printed": made.printed, "should": made.should, "reason": made.reason,
    }  # fmt: skip
    return record | {key: said for key, said in (("by", made.by), ("date", made.date)) if said}


def correction_said(made: Correction) -> Words:
    """What a correction is, as a reader of the sentence is told."""
    return Words(
        f"更正：原文印作“{made.printed}”，应为“{made.should}”（{made.reason}）",
        f"Corrected: “{made.printed}” is printed, read as “{made.should}” ({made.reason})",
    )


def _printed(statement: Statement, document: Document) -> Record:
    """Where on its pages a statement is printed, in points, and how sure character recognition is of its least sure character.

    `confidence` is another thing: how far the rules carry that read the sentence.
    """
    boxes = document.boxes(statement.start, statement.end)
    printed: Record = {}
    put(printed, "page", boxes[0].page if boxes else None, "not_on_a_page")
    sides = [[box.page, *(round(side, 1) for side in (box.left, box.top, box.right, box.bottom))] for box in boxes]
    put(printed, "box", sides or None, "not_on_a_page")
    least = document.confidence(statement.start, statement.end)
    put(printed, "recognition", None if least is None else round(least, 3), "text_of_the_file")
    return printed


def place_of(statement: Statement, document: Document) -> str | None:
    """The code of the place a statement is about: its own, else the document's."""
    own = document.front.place
    return statement.place or (own.code if own else None)


def statements_jsonl(reading: Reading) -> str:
    """One JSON object a line for each statement, in the order of the text."""
    return "".join(dumps(statement_record(s, reading.document), indent=None) + "\n" for s in _ordered(reading))


def unread_jsonl(reading: Reading) -> str:
    """One JSON object a line for each number that nothing read."""
    return "".join(dumps(_unread_record(u, reading.document), indent=None) + "\n" for u in reading.unread)


def statements_csv(readings: Sequence[Reading]) -> str:
    """All statements as CSV with one header line, marked as UTF-8 for Excel; write it with `newline=""`."""
    rows = [_flat(statement_record(s, r.document)) for r in readings for s in _ordered(r)]
    return _csv(rows, _flat_fields())


def unread_csv(readings: Sequence[Reading]) -> str:
    """All unread numbers as CSV."""
    rows = [_unread_record(u, r.document) for r in readings for u in r.unread]
    return _csv(rows, ("doc", "start", "end", "text", "reason", "sentence"))


def statements_table(readings: Sequence[Reading], lang: str = "zh") -> str:
    """All statements as an aligned table under the name of each document; Chinese counts two columns.

    The last line counts what was read, left out by a rule and not read, over all documents.
    """
    blocks = []
    for reading in readings:
        rows = [_row(s, lang) for s in _ordered(reading)]
        count = f"{len(rows)} 条表述" if lang == "zh" else f"{len(rows)} statements"
        blocks.append(f"{reading.document.name}  {count}\n{aligned(_HEADS[lang], rows)}")
    return "\n".join([*blocks, counted(readings, lang)]) if blocks else ""


def counted(readings: Sequence[Reading], lang: str = "zh") -> str:
    """How many numbers were read, left out by a rule and not read: in all, and by document where there are several."""
    names = [r.document.name for r in readings]
    counts = [(len(r.statements), len(r.left_out), len(r.unread)) for r in readings]
    if len(counts) != 1:
        names.append(_ALL[lang])
        counts.append((sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)))
    say = {
        "zh": "{}：{} 条表述；按规则略去 {} 处数字，未读懂 {} 处",
        "en": "{}: {} statements; {} numbers left out by a rule, {} unread",
    }[lang]
    return "".join(say.format(name, *count) + "\n" for name, count in zip(names, counts, strict=True))


def unread_table(readings: Sequence[Reading], lang: str = "zh") -> str:
    """All unread numbers as an aligned table."""
    rows = [
        (r.document.name, str(u.start), u.text, words("unread", u.reason).say(lang), unread_sentence(u, r.document))
        for r in readings
        for u in r.unread
    ]
    if not rows:
        return "没有未读懂的数字。\n" if lang == "zh" else "No unread numbers.\n"
    return aligned(_UNREAD_HEADS[lang], rows)


def _ordered(reading: Reading) -> list[Statement]:
    return sorted(reading.statements, key=lambda s: (s.start, s.end))


def _row(statement: Statement, lang: str) -> tuple[str, ...]:
    return (
        str(statement.start),
        statement.indicator,
        shown.quantity(statement.quantity) + _not_as_printed(statement).say(lang),
        words("measure", statement.measure).say(lang),
        words("nature", statement.nature).say(lang),
        statement.period.code if statement.period.known else shown.period(statement.period).say(lang),
        statement.section[-1] if statement.section else "",
        words("confidence", statement.confidence).say(lang),
    )


def _not_as_printed(statement: Statement) -> Words:
    """What stands in print where a figure was corrected by a person or restored by the grammar."""
    printed = "".join(statement.text.split())
    if statement.corrected:
        return Words(f"（更正，原文印作“{printed}”）", f" (corrected, “{printed}” is printed)")
    return (
        Words(f"（复原，原文印作“{printed}”）", f" (restored, “{printed}” is printed)")
        if statement.repaired
        else Words("", "")
    )


def _unread_record(unread: Unread, document: Document) -> Record:
    return {
        "doc": document.name,
        "start": unread.start,
        "end": unread.end,
        "text": unread.text,
        "reason": unread.reason,
        "sentence": unread_sentence(unread, document),
    }


def unread_sentence(unread: Unread, document: Document) -> str:
    """The sentence or table row that an unread number stands in; its line where it is in no passage."""
    if any(p.start <= unread.start and unread.end <= p.end for p in document.passages):
        found = sentence(document, span_spot(document.sha256, unread.start, unread.end))
        return " ".join(found.text.split())
    first = document.text.rfind("\n", 0, unread.start) + 1
    return " ".join(document.text[first:].split("\n", 1)[0].split())


def _flat_fields() -> tuple[str, ...]:
    return (
        "doc", "start", "end", "text", "indicator", "value", "value_hi", "unit", "measure", "comparator", "nature",
        "period", "id", "reading", "document", "section", "rule", "confidence", "binding", "responsible", "place",
        "table", "row", "column", "price", "scope", "lagged", "vintage", "against", "cumulated", "repaired",
        "corrected", "page", "recognition",
    )  # fmt: skip


def _flat(record: Record) -> Record:
    """Nested parts as columns of their own, headings joined; an empty cell for what the text does not say."""
    cell = record["cell"] or {}
    flat = record | cell | record["qualifiers"] | {"section": " > ".join(record["section"])}
    flat["corrected"] = "；".join(
        f"原文印作{c['printed']}，应为{c['should']}：{c['reason']}" for c in record["corrected"]
    )
    return {key: _cell(flat.get(key)) for key in _flat_fields()}


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else value


def _csv(rows: Sequence[Record], fields: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return BOM + text.getvalue()
