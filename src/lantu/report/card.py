"""What `lantu read` shows: what was understood of a document as a whole."""

from lantu.model import Document, Front, Note, Passage, PassageKind, Place, Reading, Version
from lantu.registers import messages
from lantu.report import shown
from lantu.report.numbers import Record, dumps, put
from lantu.report.statements import correction_record, correction_said
from lantu.report.wide import cut, width
from lantu.report.words import Words, words

_OUTLINE_LEVELS = 3
_UNKNOWN = {"zh": "未写明", "en": "not stated"}
_BY_HAND = {"zh": "（人工指定）", "en": " (set by hand)"}


def document_record(document: Document, reading: Reading | None = None) -> Record:
    """A document as JSON: what it is, what is in it, and, with a reading, how many numbers were read."""
    front = document.front
    record: Record = {"name": document.name, "sha256": document.sha256, "kind": front.kind.value}
    put(record, "title", front.title, "not_stated")
    put(record, "place", place_record(front.place), "unknown_place")
    for key in ("issuer", "date", "reported", "adopted", "meeting"):
        put(record, key, getattr(front, key), "not_stated")
    put(record, "period", front.plan_period.code if front.plan_period else None, "not_stated")
    put(record, "reporting_year", front.reporting_year, "not_stated")
    put(record, "planning_year", front.planning_year, "not_stated")
    record |= {
        "version": front.version.value, "by_hand": sorted(front.by_hand), "format": document.format,
        "encoding": document.encoding, "characters": len(document.text), "passages": len(document.passages),
        "tables": len(document.tables), "corrections": [correction_record(c) for c in document.corrections],
        "notes": [note_record(n) for n in document.notes],
    }  # fmt: skip
    if reading:
        record |= {
            "statements": len(reading.statements), "text_cells": len(reading.text_cells),
            "left_out": len(reading.left_out), "unread": len(reading.unread),
        }  # fmt: skip
    return record


def note_record(note: Note) -> Record:
    """A note as its code, its values and its sentence in both languages."""
    said = {"zh": messages.say(note, "zh"), "en": messages.say(note, "en")}
    return {"code": note.code, "values": dict(note.values), **said}


def place_record(place: Place | None) -> Record | None:
    """A place as JSON."""
    return {"code": place.code, "name": place.name, "level": place.level} if place else None


def document_json(document: Document, reading: Reading | None = None) -> str:
    """The card as JSON, with the headings of the document."""
    record = document_record(document, reading)
    record["headings"] = [{"level": p.level, "text": p.text} for p in _headings(document)]
    return dumps(record) + "\n"


def document_card(document: Document, reading: Reading | None = None, lang: str = "zh") -> str:
    """The card as text: one line a fact, then the headings."""
    facts = _facts(document, lang) | _counts(document, reading, lang)
    names = {key: words("field", key).say(lang) for key in facts}
    wide = max(width(name) for name in names.values())
    lines = [document.name]
    lines += [f"  {names[key]}{' ' * (wide - width(names[key]))}  {fact}" for key, fact in facts.items()]
    lines += [f"    {'  ' * (p.level - 1)}{cut(p.text, 76)}" for p in _headings(document) if p.level <= _OUTLINE_LEVELS]
    return "\n".join(lines) + "\n"


def _headings(document: Document) -> list[Passage]:
    return [p for p in document.passages if p.kind is PassageKind.HEADING]


def _facts(document: Document, lang: str) -> dict[str, str]:
    front = document.front
    place = f"{front.place.name} {front.place.code}" if front.place else None
    told: dict[str, str | None] = {
        "title": front.title,
        "kind": words("document", front.kind).say(lang),
        "place": place,
        "issuer": front.issuer,
        "date": shown.iso_day(front.date).say(lang) if front.date else None,
        "reported": _other_day(front.reported, front, lang),
        "adopted": _other_day(front.adopted, front, lang),
        "meeting": front.meeting,
        "plan_period": shown.period(front.plan_period).say(lang) if front.plan_period else None,
        "reporting_year": str(front.reporting_year) if front.reporting_year else None,
        "planning_year": str(front.planning_year) if front.planning_year else None,
        "version": words("version", front.version).say(lang) if front.version is not Version.UNKNOWN else None,
    }
    must = {"kind", "place", "date"}  # said even where unknown: evaluation leans on them
    return {
        key: (fact or _UNKNOWN[lang]) + (_BY_HAND[lang] if key in front.by_hand else "")
        for key, fact in told.items()
        if fact or key in must
    }


def _other_day(day: str | None, front: Front, lang: str) -> str | None:
    """A day beside the document's date; left out where it is that date and nobody set it."""
    return (
        shown.iso_day(day).say(lang) if day and (day != front.date or front.by_hand & {"reported", "adopted"}) else None
    )


def _counts(document: Document, reading: Reading | None, lang: str) -> dict[str, str]:
    size, tables, passages = len(document.text), len(document.tables), len(document.passages)
    zh = lang == "zh"
    said = [document.format, document.encoding, f"{size} 字符" if zh else f"{size} characters"]
    if document.pages:
        scanned = sum(page.scanned for page in document.pages)
        said.append(f"{len(document.pages)} 页" if zh else f"{len(document.pages)} pages")
        said += [f"其中 {scanned} 页为识别所得" if zh else f"{scanned} of them recognised"] if scanned else []
    text = ("，" if zh else ", ").join(part for part in said if part)
    inside = f"{passages} 个段落，{tables} 张表" if zh else f"{passages} passages, {tables} tables"
    found = {"text": text, "structure": inside}
    if reading:
        read, left, unread = len(reading.statements), len(reading.left_out), len(reading.unread)
        found["statements"] = (
            f"{read} 条；按规则略去 {left} 处数字，未读懂 {unread} 处"
            if zh
            else f"{read}; {left} numbers left out by a rule, {unread} unread"
        )
    if document.corrections:
        said_ = [correction_said(made).say(lang) for made in document.corrections]
        found["corrections"] = ("；" if zh else "; ").join(said_)
    if document.notes:
        found["notes"] = " ".join(messages.say(note, lang) for note in document.notes)
    return found | {"sha256": document.sha256[:16]}


def document_notes(document: Document, lang: str = "zh") -> list[str]:
    """What of a document could not be read, a line each."""
    colon = "：" if lang == "zh" else ": "
    return [f"{document.name}{colon}{messages.say(note, lang)}" for note in document.notes]


def document_when(document: Document) -> Words:
    """A document's date; that it has none is said, because an undated document is used whatever the as-of date."""
    day = document.front.date
    if day:
        return shown.iso_day(day)
    return Words(f"日期{words('page', 'undated').zh}", f"date {words('page', 'undated').en}")
