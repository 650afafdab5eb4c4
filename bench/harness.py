"""Runs `lantu.pipeline.check` over texts as a user would over files; nothing here knows what the checks look for."""

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from bench.plants import Plant
from lantu import pipeline
from lantu.model import Outcome, Reading

Span: TypeAlias = tuple[str, int, int]  # document's name, start, end
HEAVY = frozenset({"likely", "error"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, as far as it is counted."""

    check: str
    severity: str
    printed: str
    computed: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Harness:
    """Checks sessions of documents; a text that did not change is read once."""

    check: Callable[..., Iterable[Outcome]] = pipeline.check
    _readings: dict[str, Reading] = field(default_factory=dict)
    _clean: dict[tuple[str, ...], frozenset[Finding]] = field(default_factory=dict)

    def _read(self, name: str, text: str, *, keep: bool) -> Reading:
        key = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
        if found := self._readings.get(key):
            return found
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_text(text, encoding="utf8", newline="\n")
            reading = pipeline.extract(pipeline.read(path))
        if keep:
            self._readings[key] = reading
        return reading

    def findings(
        self, session: tuple[Sequence[str], Sequence[str]], texts: Mapping[str, str], changed: str = ""
    ) -> frozenset[Finding]:
        """What is found in the drafts of a session, compared with the documents it stands against."""
        drafts, against = ([self._read(n, texts[n], keep=n != changed) for n in names] for names in session)
        ledger = pipeline.link_all(pipeline.Read((*drafts, *against), ()))
        names = {d.sha256: d.name for d in ledger.documents}
        outcomes = self.check(ledger, {r.document.sha256 for r in drafts})
        return frozenset(_finding(one, names) for one in outcomes if one.is_finding)

    def clean(self, session: tuple[tuple[str, ...], tuple[str, ...]], texts: Mapping[str, str]) -> frozenset[Finding]:
        """What is found in the untouched session, kept."""
        if session[0] not in self._clean:
            self._clean[session[0]] = self.findings(session, texts)
        return self._clean[session[0]]

    def catches(
        self, plant: Plant, session: tuple[tuple[str, ...], tuple[str, ...]], texts: Mapping[str, str]
    ) -> frozenset[Finding]:
        """The new findings whose evidence covers the changed number or one that hangs together with it."""
        known = {_moved(finding, plant) for finding in self.clean(session, texts)}
        now = self.findings(session, dict(texts) | {plant.document: plant.apply(texts[plant.document])}, plant.document)
        wanted = _wanted(plant)
        return frozenset(f for f in now - known if any(_overlap(a, b) for a in f.spans for b in wanted))


def _finding(outcome: Outcome, names: Mapping[str, str]) -> Finding:
    evidence = (*outcome.evidence, *outcome.also)
    spans = tuple((names[e.document], e.start, e.end) for e in evidence)
    return Finding(outcome.check, outcome.severity.value, outcome.printed, outcome.computed, spans)


def _after(span: Span, plant: Plant) -> Span:
    """Where a span of the untouched text lies after the change."""
    document, start, end = span
    if document != plant.document:
        return span
    return (
        document,
        start + plant.shift if start >= plant.end else start,
        end + plant.shift if end >= plant.end else end,
    )


def _moved(finding: Finding, plant: Plant) -> Finding:
    spans = tuple(_after(span, plant) for span in finding.spans)
    return Finding(finding.check, finding.severity, finding.printed, finding.computed, spans)


def _wanted(plant: Plant) -> list[Span]:
    """The changed number and its partners, as they lie after the change."""
    partners = [_after((f.document, f.start, f.end), plant) for f in plant.site.figures]
    return [*partners, (plant.document, plant.start, plant.start + len(plant.text))]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
