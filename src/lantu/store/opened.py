"""What of a plan's or target's page the public may see: pure functions over the kept JSON (`report.telling`).

A figure or sentence only from a public document, an assessment only where every document that it rests on is public;
findings, silences, notes and drafts never.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

Kept = Mapping[str, Any]
_NOT_SAID = {
    "status": "", "status_words": ["评估未公布", "Assessment not published"], "tone": "none", "icon": "none", "progress": "",
    "rounding": "", "due": "", "bar": "", "elapsed": "", "outlook": None, "gap": None, "reason": None,
}  # fmt: skip


def plan(told: Kept, public: Collection[str]) -> Kept | None:
    """A plan's head; None for a draft, or where none of its documents is public."""
    documents = [d for d in told["documents"] if d in public]
    if told["draft"] or not documents:
        return None
    return {**told, "documents": documents, "notes": [], "tallies": [], "sentence": ["", ""], "binding": None}


def row(told: Kept, rests_on: Collection[str], public: Collection[str]) -> Kept | None:
    """A target's row; None where no public document says what is wanted. `rests_on`: the documents of its assessment."""
    goal = figure(told["goal"], public)
    if goal is None:
        return None
    latest = figure(told["latest"], public)
    seen = {} if latest else {"latest_when": None, "vintage": None, "estimate": False}
    judged = {} if latest and _is_open(rests_on, public) else _NOT_SAID
    return {
        **told, "goal": goal, "base": figure(told["base"], public), "latest": latest, "caution": None, "doubts": [], "silence": "",
        **seen, **judged,
    }  # fmt: skip


def target(told: Kept, public: Collection[str]) -> Kept | None:
    """A target's whole page; None where its row is."""
    head = row(told["row"], told["documents"], public)
    if head is None:
        return None
    open_ = bool(head["status"])
    return {
        **told, "row": head, "verdict": [], "notes": [], "mentions": [], "silence": None, "parts": [],
        "lines": told["lines"] if open_ and _all_public(told["lines"], public) else [],
        "sources": [s for s in told["sources"] if s["ref"]["document"] in public],
        "values": _values(told["values"], public),
        "history": [_then(j) for j in told["history"] if j["lines"] and _all_public(j["lines"], public)] if open_ else [],
        "chart": _chart(told["chart"], public, judged=open_), "documents": [d for d in told["documents"] if d in public],
    }  # fmt: skip


def figure(told: Kept | None, public: Collection[str]) -> Kept | None:
    """A figure with its public places; None where there is none."""
    refs = [ref for ref in told["refs"] if ref["document"] in public] if told else []
    return {**told, "refs": refs} if told and refs else None


def _is_open(rests_on: Collection[str], public: Collection[str]) -> bool:
    return bool(rests_on) and all(document in public for document in rests_on)


def _all_public(lines: Sequence[Kept], public: Collection[str]) -> bool:
    return all(not p["document"] or p["document"] in public for line in lines for p in line["parts"])


def _values(told: Sequence[Kept], public: Collection[str]) -> Sequence[Kept]:
    """Values of public documents; that one restates another is said only where both are public."""
    shown: list[dict[str, Any]] = [{**v, "figure": found} for v in told if (found := figure(v["figure"], public))]
    said: dict[tuple[str, str], str] = {}
    for value in shown:
        key = (value["period"], value["what"][0])
        value["restates"] = value["restates"] and said.get(key, value["figure"]["text"]) != value["figure"]["text"]
        said[key] = value["figure"]["text"]
    return shown


def _then(judged: Kept) -> Kept:
    return {**judged, "latest": ""}


def _chart(told: Kept | None, public: Collection[str], *, judged: bool) -> Kept | None:
    if told is None:
        return None
    shown = {name: _point(told[name], public) for name in ("base", "goal")}
    points = [p for p in told["points"] if _point(p, public)]
    if not points and not shown["base"]:
        return None
    return {
        **told, **shown, "points": points, "path": told["path"] if judged else [], "pace": told["pace"] if judged else [],
    }  # fmt: skip


def _point(told: Kept | None, public: Collection[str]) -> Kept | None:
    return told if told and told["document"] in public else None
