"""Findings as SARIF 2.1.0, which editors and continuous integration read.

Offsets, lines and columns are those of the text as read, in characters. Of a file that is no plain text (DOCX, PDF)
the logical location says the place in the file's own words, and the region's properties the page.
"""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from lantu import __version__
from lantu.model import Document, Evidence, Ledger, Note, Outcome, Replied, Reply, Severity
from lantu.registers import messages
from lantu.report import replies
from lantu.report.checked import Findings, Rule
from lantu.report.excerpts import excerpts, span_spot
from lantu.report.numbers import Record, dumps
from lantu.report.words import Words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.LIKELY: "warning", Severity.INFORMATION: "note"}
_PARTNER = Words("相对照的数值", "the figure it is compared with")
_ALSO = Words("同一文件的另一文本", "in another text of the same publication")


class _File:
    """A document as SARIF names it, and where the lines of its text begin."""

    def __init__(self, document: Document, index: int, path: Path) -> None:
        self.document, self.index = document, index
        self.uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
        self._lines = [0, *accumulate(len(line) + 1 for line in document.text.split("\n"))]

    @property
    def artifact(self) -> Record:
        """The document, known by its hash."""
        known = {"location": {"uri": self.uri}, "hashes": {"sha-256": self.document.sha256}}
        return known | ({"encoding": self.document.encoding} if self.document.encoding else {})

    def location(self, one: Evidence) -> Record:
        """Where in the file some evidence stands."""
        physical = {"artifactLocation": {"uri": self.uri, "index": self.index}, "region": self._region(one)}
        anchor = self.document.anchor(one.start)
        logical = {"logicalLocations": [{"fullyQualifiedName": anchor, "kind": "element"}]} if anchor else {}
        return {"physicalLocation": physical, **logical}

    def _region(self, one: Evidence) -> Record:
        (excerpt,) = excerpts(self.document, [span_spot(one.document, one.start, one.end)])
        (line, column), (last, end) = self._place(one.start), self._place(one.end)
        pages = dict.fromkeys(box.page for box in self.document.boxes(one.start, one.end))
        around = {"pages": list(pages)} if pages else {}
        return {
            "startLine": line, "startColumn": column, "endLine": last, "endColumn": end,
            "charOffset": one.start, "charLength": one.end - one.start,
            "snippet": {"text": self.document.text[one.start : one.end]},
            "properties": {"sentence": excerpt.text, **around},
        }  # fmt: skip

    def _place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def findings_sarif(found: Findings, lang: str) -> str:
    """The findings, with every rule and document."""
    documents = found.ledger.documents
    files = {d.sha256: _File(d, n, found.paths.get(d.sha256, Path(d.name))) for n, d in enumerate(documents)}
    places = {rule.id: n for n, rule in enumerate(found.rules)}
    results = [_result(o, files, places[o.check], found.replied, lang) for o in found.failed]
    driver = {
        "name": "Lantu", "fullName": "Lantu 蓝图", "version": __version__, "rules": [_rule(rule, lang) for rule in found.rules]
    }  # fmt: skip
    run: Record = {
        "tool": {"driver": driver},
        "language": "en" if lang == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(found.ledger, lang)],
        "artifacts": [file.artifact for file in files.values()],
        "results": results,
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule, lang: str) -> Record:
    return {
        "id": rule.id, "name": rule.name.en, "shortDescription": {"text": rule.name.say(lang)},
        "help": {"text": rule.help.say(lang)}, "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"version": rule.version, "zh": rule.name.zh, "en": rule.name.en},
    }  # fmt: skip


def _invocation(ledger: Ledger, lang: str) -> Record:
    """That the run went through, and each file that could not be read."""
    said = [(f.name, f.reason_en if lang == "en" else f.reason) for f in ledger.left_out]
    notes = [{"level": "error", "message": {"text": f"{name}: {reason}"}} for name, reason in said]
    return {"executionSuccessful": not notes} | ({"toolExecutionNotifications": notes} if notes else {})


def _result(one: Outcome, files: Mapping[str, _File], rule: int, replied: Replied, lang: str) -> Record:
    first, *others = one.evidence
    earlier = replied.changed.get(one.id)
    back = [replies.earlier(earlier).say(lang)] if earlier else []
    related = [*((e, _PARTNER) for e in others), *((e, _ALSO) for e in one.also)]
    return {
        "ruleId": one.check, "ruleIndex": rule, "level": _LEVELS[one.severity],
        "message": {"text": "\n".join([_message(one, lang), *back])}, "locations": [files[first.document].location(first)],
        "relatedLocations": [
            {"id": n, "message": {"text": said.say(lang)}, **files[e.document].location(e)}
            for n, (e, said) in enumerate(related, 1)
        ],
        "fingerprints": {"lantu/v1": one.id},
        "properties": {"severity": one.severity.value, "printed": one.printed, "computed": one.computed},
    } | _suppressed(replied.answered.get(one.id), lang)  # fmt: skip


def _message(one: Outcome, lang: str) -> str:
    """What is seen, what would explain it, and what to ask."""
    notes: list[Note | None] = [one.seen, *one.explanations, one.ask]
    return "\n".join(messages.say(note, lang) for note in notes if note)


def _suppressed(reply: Reply | None, lang: str) -> Record:
    """An answered finding is listed, and marked as one that needs nobody any more."""
    if reply is None:
        return {}
    justified = replies.said(reply).say(lang)
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": justified}]}
