"""evaluation.json: everything a third party needs to recompute the evaluation. Shape: evaluation.schema.json."""

from decimal import Decimal

import lantu
from lantu.model import (
    Assessment,
    DataRow,
    Difference,
    Observation,
    Outcome,
    Plan,
    Publication,
    Quantity,
    Series,
    Target,
)
from lantu.registers import units
from lantu.registers.methods import Method
from lantu.report import shown
from lantu.report.card import document_record, note_record, place_record
from lantu.report.excerpts import Excerpt
from lantu.report.numbers import Record, dumps, number, plain, put, six
from lantu.report.statements import statement_record
from lantu.report.story import Source, Story, Told, finding_source
from lantu.report.summary import Count, counts
from lantu.report.words import group, words

FORMAT = 1  # raised when the meaning of a field changes; evaluation.schema.json names it too


def evaluation_json(told: Told, method: Method) -> bytes:
    """The whole evaluation, UTF-8."""
    return (dumps(evaluation_record(told, method)) + "\n").encode()


def evaluation_record(told: Told, method: Method) -> Record:
    """The same as plain values with Decimal numbers."""
    ledger = told.ledger
    return {
        "format": FORMAT,
        "lantu": lantu.__version__,
        "as_of": told.as_of.isoformat(),
        "method": plain(method),
        "summary": _summary(told),
        "notes": [note_record(n) for n in told.evaluation.notes],
        "plans": [_plan(told, p) for p in told.plans],
        "targets": [target_record(told, s) for s in told.stories],
        "silences": _silences(told),
        "series": [_series(s) for s in ledger.series],
        "observations": [observation_record(o) for o in ledger.observations],
        "documents": _documents(told),
        "left_out": [{"name": f.name, "zh": f.reason, "en": f.reason_en} for f in ledger.left_out],
        "publications": [_publication(p) for p in ledger.publications],
        "statements": [statement_record(s, r.document) for r in ledger.readings for s in r.statements],
        "reasons": {key: {"zh": said.zh, "en": said.en} for key, said in group("reason").items()},
    }


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """A quantity in another unit; as printed where it is the same, or where the two cannot be converted."""
    value = units.convert(quantity.value, quantity.unit, unit)
    if quantity.unit == unit or value is None:
        return quantity
    high = None if quantity.high is None else units.convert(quantity.high, quantity.unit, unit)
    return Quantity(value, unit, quantity.comparator, high)


# --- summary, plans ---------------------------------------------------------------------------------


def _summary(told: Told) -> Record:
    found = counts(told)
    return {"counts": "headline targets only", "plans": [_count(c) for c in found]}


def _count(count: Count) -> Record:
    by_status = {status.value: number for status, number in count.by_status.items()}
    return {
        "plan": count.plan.id, "headline": count.total, "binding": count.binding, "by_status": by_status, "reasons": dict(count.reasons),
        "provisional": count.provisional, "not_headline": count.others, "begun": count.begun,
    }  # fmt: skip


def _plan(told: Told, plan: Plan) -> Record:
    name = shown.plan(plan)
    return {
        "id": plan.id, "name": {"zh": name.zh, "en": name.en}, "place": place_record(plan.place),
        "five_year": plan.five_year, "period": plan.period.code, "documents": list(plan.documents),
        "draft": plan.draft, "targets": [s.target.id for s in told.stories if s.plan.id == plan.id],
    }  # fmt: skip


# --- targets ----------------------------------------------------------------------------------------


def target_record(told: Told, story: Story) -> Record:
    """One target with its assessment and evidence."""
    record = _wanted(story) | _judged(story)
    record["working"] = [{"role": line.role, "text": line.text} for line in story.lines]
    record["notes"] = [note_record(n) for n in (*story.target.notes, *story.notes)]
    record["missing"] = [note_record(n) for n in story.judged.missing]
    record["evidence"] = [_evidence(told, s) for s in story.sources]
    record["findings"] = [_finding(told, one) for one in story.judged.findings]
    return record


def _finding(told: Told, one: Outcome) -> Record:
    """A finding of the checks that the assessment rests on, with its sentences."""
    notes = {key: note_record(note) for key, note in (("seen", one.seen), ("ask", one.ask)) if note}
    places = [_evidence(told, finding_source(told.ledger, e)) for e in one.evidence]
    return {"id": one.id, "check": one.check, "severity": one.severity.value} | notes | {"evidence": places}


def _wanted(story: Story) -> Record:
    target, series = story.target, story.series
    record: Record = {
        "id": target.id, "plan": target.plan, "period": target.period.code, "place": series.place,
        "indicator": story.indicator.zh if story.indicator else series.name, "indicator_id": series.indicator,
    }  # fmt: skip
    put(record, "indicator_en", story.indicator.en if story.indicator else None, "local_indicator")
    record |= {"name": target.name, "series": target.series, "measure": series.measure.value, "kind": target.kind.value}
    put(record, "row", target.row, "not_stated")
    put(record, "binding", target.binding.value if target.binding else None, "not_stated")
    record["headline"] = target.headline
    _base(record, target)
    _goal(record, target)
    record["words"] = target.words
    put(record, "reference", target.reference, "not_applicable")
    put(record, "responsible", target.responsible, "not_stated")
    put(record, "part_of", target.part_of, "no_later_target")
    record["parts"] = list(story.parts)
    put(record, "later_word", story.silence.answer.value if story.silence else None, "not_applicable")
    return record


def _base(record: Record, target: Target) -> None:
    base = target.base
    value = in_unit(base.quantity, target.unit) if base else None
    put(record, "base", number(value.value) if value else None, "not_stated")
    put(record, "base_unit", value.unit if value else None, "not_stated")
    put(record, "base_period", base.period.code if base else None, "not_stated")


def _goal(record: Record, target: Target) -> None:
    wanted = target.wanted or (target.assigned.quantity if target.assigned else None)
    value = in_unit(wanted, target.unit) if wanted else None
    why = "not_assigned" if target.kind.value == "assigned" else "not_applicable"
    put(record, "target", number(value.value) if value else None, why)
    put(record, "target_hi", number(value.high) if value and value.high is not None else None, "not_a_range")
    record["unit"] = value.unit if value else target.unit
    put(record, "comparator", value.comparator.value if value else None, why)
    put(record, "assigned_by", target.assigned.source if target.assigned else None, "not_applicable")
    path = target.path
    stated = None
    if path:
        stated = {"value": number(path.quantity.value), "unit": path.quantity.unit, "measure": path.measure.value}
        stated["statement"] = path.statement
    put(record, "path", stated, "not_stated")


def _judged(story: Story) -> Record:
    judged = story.judged
    why = _why(judged)
    record: Record = {"status": judged.status.value, "provisional": judged.provisional}
    record["status_reason"] = judged.reason or ""
    put(record, "outlook", judged.outlook.value if judged.outlook else None, why)
    share = judged.progress
    put(record, "progress", _six(share.value if share else None), why)
    put(record, "progress_comparator", share.comparator.value if share else None, why)
    put(record, "progress_low", _six(share.low if share else None), why)
    put(record, "progress_high", _six(share.high if share else None), why)
    for key in ("elapsed", "elapsed_plan"):
        put(record, key, _six(getattr(judged, key)), "no_data")
    for key in ("expected", "expected_share"):
        put(record, key, _six(getattr(judged, key)), why)
    put(record, "required", _six(judged.required.value if judged.required else None), why)
    put(record, "required_unit", judged.required.unit if judged.required else None, why)
    record |= {"formula": judged.formula, "formula_version": judged.formula_version}
    put(record, "latest", observation_record(judged.latest) if judged.latest else None, "no_data")
    record["inputs"] = [observation_record(o) for o in judged.inputs]
    return record


def _why(judged: Assessment) -> str:
    """Why a computed field of this assessment is empty: the reason it was not assessed, else that it has none."""
    return judged.reason or "not_applicable"


def _six(value: Decimal | None) -> Decimal | None:
    return None if value is None else six(value)


def _evidence(told: Told, source: Source) -> Record:
    spot, excerpt = source.spot, told.excerpt[source.spot.id]
    document = told.ledger.document[spot.document]
    record: Record = {"role": source.role}
    put(record, "statement", source.statement.id if source.statement else None, "not_applicable")
    return record | {
        "document": spot.document, "name": document.name, "start": spot.start, "end": spot.end,
        "text": document.text[spot.start : spot.end], **_passage(excerpt),
    }  # fmt: skip


def _passage(excerpt: Excerpt) -> Record:
    return {"section": list(excerpt.section), "sentence": excerpt.text}


# --- series, observations, silences -----------------------------------------------------------------


def observation_record(seen: Observation) -> Record:
    """One value with who says it."""
    wanted = seen.quantity
    record: Record = {"series": seen.series, "period": seen.period.code, "value": number(wanted.value)}
    put(record, "value_hi", None if wanted.high is None else number(wanted.high), "not_a_range")
    record |= {
        "unit": wanted.unit, "comparator": wanted.comparator.value, "vintage": seen.vintage.name.lower(),
        "statements": list(seen.statements), "rows": [_row(r) for r in seen.rows],
    }  # fmt: skip
    return record


def _row(row: DataRow) -> Record:
    return {"file": row.file, "row": row.row, "source": row.source}


def _series(series: Series) -> Record:
    return {
        "id": series.id, "place": series.place, "indicator_id": series.indicator, "name": series.name,
        "measure": series.measure.value, "unit": series.unit, "price": series.price, "scope": series.scope,
    }  # fmt: skip


def _silences(told: Told) -> list[Record]:
    return [_silence(told, s) for s in told.stories if s.silence]


def _silence(told: Told, story: Story) -> Record:
    silence = story.silence
    assert silence is not None, "asked only where there is one"
    said = words("later", silence.answer)
    mentions = [_evidence(told, s) for s in story.sources if s.role == "mention"]
    return {
        "target": silence.target, "answer": silence.answer.value, "zh": said.zh, "en": said.en,
        "successors": [_successor(told, d) for d in silence.successors], "mentions": mentions,
    }  # fmt: skip


def _successor(told: Told, sha256: str) -> Record:
    document = told.ledger.document[sha256]
    return {"document": sha256, "name": document.name, "kind": document.front.kind.value}


# --- documents --------------------------------------------------------------------------------------


def _documents(told: Told) -> list[Record]:
    readings = {r.document.sha256: r for r in told.ledger.readings}
    return [document_record(d, readings.get(d.sha256)) for d in told.ledger.documents]


def _publication(publication: Publication) -> Record:
    record: Record = {"id": publication.id, "kind": publication.kind.value, "title": publication.title}
    put(record, "place", place_record(publication.place), "unknown_place")
    put(record, "period", publication.period.code if publication.period else None, "not_stated")
    record["documents"] = list(publication.documents)
    record["differences"] = [_difference(d) for d in publication.differences]
    return record


def _difference(found: Difference) -> Record:
    return {
        "kind": found.kind,
        "first": {"document": found.first, "start": found.first_span[0], "end": found.first_span[1], "text": found.first_text},
        "second": {"document": found.second, "start": found.second_span[0], "end": found.second_span[1], "text": found.second_text},
    }  # fmt: skip
