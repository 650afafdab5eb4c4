"""A reader's verdicts on what was found in untouched texts, so that each is read once: `judgements-check.jsonl`.

A line has the check, the document that its first evidence stands in, the two figures, a verdict (right, false, unclear)
and why. No text of the documents.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from bench.harness import Finding

JUDGEMENTS = Path(__file__).resolve().parent / "judgements-check.jsonl"
UNREAD = "unread"
VERDICTS = ("right", "false", "unclear", UNREAD)
Key: TypeAlias = tuple[str, str, str, str]


def key(finding: Finding) -> Key:
    """What a verdict is about: it holds as long as the check says the same of the same figures."""
    document = finding.spans[0][0] if finding.spans else ""
    return finding.check, document, finding.printed, finding.computed


def verdicts(path: Path = JUDGEMENTS) -> dict[Key, str]:
    """Every verdict given."""
    if not path.is_file():
        return {}
    rows = map(json.loads, path.read_text(encoding="utf8").splitlines())
    return {(r["check"], r["document"], r["printed"], r["computed"]): r["verdict"] for r in rows}


def counted(findings: Iterable[Finding], known: Mapping[Key, str]) -> dict[str, int]:
    """How many findings have each verdict."""
    given = [known.get(key(f), UNREAD) for f in findings]
    return {verdict: given.count(verdict) for verdict in VERDICTS}


def blank(finding: Finding) -> str:
    """A line to fill in, with the place to read."""
    check, document, printed, computed = key(finding)
    row = {"check": check, "document": document, "printed": printed, "computed": computed, "verdict": "", "why": ""}
    return json.dumps(row | {"at": [f"{n}:{a}-{b}" for n, a, b in finding.spans]}, ensure_ascii=False)
