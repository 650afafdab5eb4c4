"""`corrections.toml`: where a document is misprinted, and what is read in place of the misprint.

[[correction]]
document = "9f2c…"                       # SHA-256, or its first 16 digits or more
printed = "固定资产投资560亿元"            # as `lantu read --format text` shows it, with enough around it to stand once
should = "固定资产投资506亿元"
reason = "统计公报为506亿元"
offset = 1234                            # optional: where `printed` begins, if it stands more than once
by = "张三"                              # optional
date = 2026-11-24                        # optional

White space counts for nothing when `printed` is looked for: lines may be wrapped.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

from lantu.errors import BadCorrections, EmptyFile, StaleCorrection
from lantu.model import Correction
from lantu.read.files import load

FILE_NAME = "corrections.toml"
_TELLING = 5  # characters of a print that are not found anywhere
_SIZE = 1_000_000
_HASH = re.compile(r"[0-9a-f]{16,64}")
_WORD = re.compile(r"\d+(?:[.．]\d+)?|.")  # a number changes as a whole
_TEXTS = ("document", "printed", "should", "reason")
_OPTIONAL = ("offset", "by", "date")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of the file, before its document is looked at; `number` counts from 1."""

    file: str
    number: int
    document: str
    printed: str
    should: str
    reason: str
    offset: int | None = None
    by: str = ""
    date: str = ""


def read_corrections(path: Path) -> tuple[Wanted, ...]:
    """The entries of a `corrections.toml`. Raises BadCorrections for what is not allowed, and as `files.load` does."""
    try:
        told = tomllib.loads(load(path, _SIZE).decode("utf-8-sig"))
    except EmptyFile:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCorrections(
            f"{path.name}：不是有效的 TOML（{error}）；请改正后再试", f"{path.name}: no valid TOML ({error}); mend it"
        ) from error
    entries = told.pop("correction", [])
    if told or not isinstance(entries, list):
        raise BadCorrections(
            f"{path.name}：只能有 [[correction]] 各项，其中写 document、printed、should、reason",
            f"{path.name}: only [[correction]] entries are allowed, with document, printed, should, reason in each",
        )
    return tuple(_entry(path.name, number, entry) for number, entry in enumerate(entries, 1))


def _entry(file: str, number: int, entry: object) -> Wanted:
    found: Mapping[str, Any] = entry if isinstance(entry, dict) else {}
    bad = [key for key in _TEXTS if not isinstance(found.get(key), str) or not found[key].strip()]
    bad += [key for key in found if key not in (*_TEXTS, *_OPTIONAL)]
    if not bad:
        bad = [key for key, fits in _fits(found).items() if not fits]
    if bad:
        raise BadCorrections(
            f"{file}：第 {number} 条更正的 {'、'.join(bad)} 缺少或不对；document 为 SHA-256（至少前16位），printed、should、"
            "reason 为不同的文字，offset 为整数，by 为文字，date 为日期",
            f"{file}: correction {number}: {', '.join(bad)} missing or wrong; document is a SHA-256 (16 digits of it or more), "
            "printed, should and reason are texts, the first two not the same, offset is a whole number, by a text, date a date",
        )
    texts = {key: found[key] for key in _TEXTS}
    return Wanted(
        file, number, **texts, offset=found.get("offset"), by=found.get("by", ""), date=str(found.get("date", ""))
    )


def _fits(found: Mapping[str, Any]) -> Mapping[str, bool]:
    offset = found.get("offset", 0)
    return {
        "document": bool(_HASH.fullmatch(found["document"])),
        "should": _bare(found["should"]) != _bare(found["printed"]),
        "offset": isinstance(offset, int) and not isinstance(offset, bool) and offset >= 0,
        "by": isinstance(found.get("by", ""), str),
        "date": _is_date(found.get("date", date.min)),
    }


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _bare(text: str) -> str:
    return "".join(text.split())


def located(wanted: Sequence[Wanted], name: str, sha256: str, text: str) -> tuple[Correction, ...]:
    """The changes that the entries for a document ask of it, sorted by place.

    Raises StaleCorrection where what is to be corrected does not stand in `text` exactly once, or two entries overlap.
    """
    found: list[tuple[Correction, Wanted]] = []
    for one in wanted:
        if sha256.startswith(one.document):
            found += [(made, one) for made in _changes(one, _places(one, name, text), text)]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end))
    for (first, _), (second, entry) in pairwise(found):
        if second.start < first.end:
            raise stale(
                entry, name, "与另一条更正改动同一处，请只留一条", "changes what another one changes; keep one of them"
            )
    return tuple(made for made, _ in found)


def stands_in(wanted: Wanted, text: str) -> bool:
    """Whether a text that the entry is not for prints what it corrects; a few characters stand in any."""
    bare = _bare(wanted.printed)
    return len(bare) >= _TELLING and re.search(r"\s*".join(map(re.escape, bare)), text) is not None


def stale(wanted: Wanted, name: str, zh: str, en: str) -> StaleCorrection:
    """The error for an entry that does not fit its document: which, what was expected, what is wrong with it."""
    return StaleCorrection(
        f"{wanted.file}：第 {wanted.number} 条更正不适用于 {name}：应有原文“{wanted.printed}”，{zh}",
        f"{wanted.file}: correction {wanted.number} does not fit {name}: “{wanted.printed}” was expected; it {en}",
    )


def refuse(changes: Sequence[Correction], name: str) -> None:
    """Raise StaleCorrection for changes that lie in no passage."""
    for change in changes:
        raise StaleCorrection(
            f"{name}：更正“{change.printed}”→“{change.should}”跨了段落，或不在正文中；请按段落分别更正",
            f"{name}: the correction of “{change.printed}” to “{change.should}” goes across passages or is outside them; "
            "correct each passage by itself",
        )


def _places(wanted: Wanted, name: str, text: str) -> list[int]:
    """Where each printed character of the entry stands in the raw text, white space left out."""
    bare = _bare(wanted.printed)
    pattern = re.compile(r"\s*".join(map(re.escape, bare)))
    found = list(pattern.finditer(text)) if wanted.offset is None else [pattern.match(text, wanted.offset)]
    hits = [hit for hit in found if hit]
    if not hits and wanted.offset is not None:
        raise stale(
            wanted,
            name,
            f"但位置 {wanted.offset} 处不是；请核对",
            f"does not stand at offset {wanted.offset}; look again",
        )
    if not hits:
        raise stale(wanted, name, "但文中没有；请核对", "does not stand in the text; look again")
    if len(hits) > 1:
        at = ", ".join(str(hit.start()) for hit in hits[:9])
        raise stale(
            wanted, name, f"但文中有 {len(hits)} 处（位置 {at}）；请多写几个字，或写明 offset",
            f"stands there {len(hits)} times (at {at}); give more of the text, or its offset",
        )  # fmt: skip
    return [i for i in range(*hits[0].span()) if not text[i].isspace()]


def _changes(wanted: Wanted, places: Sequence[int], text: str) -> Iterator[Correction]:
    printed, should = _bare(wanted.printed), _bare(wanted.should)
    for (first, last), (start, end) in _windows(printed, should):
        raw = places[first], places[last - 1] + 1
        yield Correction(*raw, text[slice(*raw)], should[start:end], wanted.reason, wanted.by, wanted.date)


def _windows(printed: str, should: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches that differ, word by word; neither side of one is empty."""
    old, new = _WORD.findall(printed), _WORD.findall(should)
    grown: list[list[int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        # What was left out or is too many is told at the word beside it, so that it has a place in print.
        before, after = _beside(old, a, b) if a == b or c == d else (0, 0)
        window = [a - before, min(b + after, len(old)), c - before, min(d + after, len(new))]
        if grown and window[0] < grown[-1][1]:
            grown[-1][1], grown[-1][3] = window[1], window[3]
        else:
            grown.append(window)
    at_old, at_new = _offsets(old), _offsets(new)
    return [((at_old[a], at_old[b]), (at_new[c], at_new[d])) for a, b, c, d in grown]


def _beside(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """How many words before and after a bare change go with it: one, better no mark that parts cells or clauses."""
    left = start > 0 and (words[start - 1].isalnum() or end == len(words) or not words[end].isalnum())
    return int(left), int(not left)


def _offsets(words: Sequence[str]) -> list[int]:
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found
