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
    """A target's row; None where no public document says what is wanted. `rests_on`: the documents of its assessment.

    What is printed beside the target may come from any of its texts: it is shown where all of them are public.
    """
    goal = figure(told["goal"], public)
    if goal is None or not _may_name(told, goal, public):
        return None
    beside = {} if _documents(told["goal"]) <= set(public) else {"number": "", "sector": "", "en": ""}
    latest = figure(told["latest"], public)
    seen = {} if latest else {"latest_when": None, "vintage": None, "estimate": False}
    all_of_it = {*rests_on, *_documents(told["base"]), *_documents(told["latest"])}
    judged = {} if latest and rests_on and all_of_it <= set(public) else _NOT_SAID
    return {
        **told, "goal": goal, "base": figure(told["base"], public), "latest": latest, "caution": None, "doubts": [], "silence": "",
        **beside, **seen, **judged,
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
        "values": _values(told["values"], public, head["name"]),
        "responsible": told["responsible"] if _documents(told["row"]["goal"]) <= set(public) else "",
        "history": [_then(j) for j in told["history"] if j["lines"] and _all_public(j["lines"], public)] if open_ else [],
        "chart": _chart(told["chart"], public, judged=open_), "documents": [d for d in told["documents"] if d in public],
    }  # fmt: skip


def figure(told: Kept | None, public: Collection[str]) -> Kept | None:
    """A figure with its public places, as one of them prints it; None where there is none."""
    refs = [ref for ref in told["refs"] if ref["document"] in public] if told else []
    if told is None or not refs:
        return None
    as_told = told["refs"][0]["document"] in public or refs[0]["text"] in told["text"]
    return {**told, "refs": refs, "text": told["text"] if as_told else refs[0]["text"]}


def _documents(told: Kept | None) -> set[str]:
    return {ref["document"] for ref in told["refs"]} if told else set()


def _may_name(told: Kept, goal: Kept, public: Collection[str]) -> bool:
    """Another text of the plan may print another name: it is shown where a public one prints it too."""
    return _documents(told["goal"]) <= set(public) or _prints(told["name"], goal)


def _prints(words: str, shown: Kept) -> bool:
    return any(words in ref["before"] + ref["text"] + ref["after"] for ref in shown["refs"])


def _all_public(lines: Sequence[Kept], public: Collection[str]) -> bool:
    return all(not p["document"] or p["document"] in public for line in lines for p in line["parts"])


def _values(told: Sequence[Kept], public: Collection[str], name: str) -> Sequence[Kept]:
    """Values of public documents; that one restates another is said only where both are public."""
    shown: list[dict[str, Any]] = [
        {**v, "figure": found, "what": _what(v, found, public, name)}
        for v in told
        if (found := figure(v["figure"], public))
    ]
    said: dict[tuple[str, str], str] = {}
    for value in shown:
        key = (value["period"], value["what"][0])
        value["restates"] = value["restates"] and said.get(key, value["figure"]["text"]) != value["figure"]["text"]
        said[key] = value["figure"]["text"]
    return shown


def _what(told: Kept, shown: Kept, public: Collection[str], name: str) -> Sequence[str]:
    """What a value measures, in words that public documents print; else the target's name."""
    whole = _documents(told["figure"]) <= set(public)
    return told["what"] if whole or _prints(told["what"][0], shown) else [name, name]


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
