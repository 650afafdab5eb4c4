"""`answers.toml`: what the office replies to findings of `lantu check`.

[[answer]]
finding = "3f2a9c01d4e5b677"             # the id that `lantu check` prints with the finding
answer = "已说明"                         # accepted; or 已更正 (corrected), 不适用 (not_applicable); empty: not answered yet
reason = "统计口径调整，省统计局已说明"      # not asked of 已更正
by = "张三"                              # optional
date = 2026-11-24                        # optional
check = "N16"                            # optional, as are the next two: they tell the finding once its text has changed
texts = ["一般公共预算收入41.5亿元，增长33%。"]
documents = ["工作报告.docx"]

`lantu check FILES --new-answers answers.toml` writes one to fill in.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lantu.errors import BadAnswers, EmptyFile
from lantu.model import Reply, ReplyKind
from lantu.read.files import load

FILE_NAME = "answers.toml"
_SIZE = 4_000_000
_ID = re.compile(r"[0-9a-f]{16}")
_KINDS = {
    "已说明": ReplyKind.ACCEPTED,
    "已更正": ReplyKind.CORRECTED,
    "不适用": ReplyKind.NOT_APPLICABLE,
    **{kind.value: kind for kind in ReplyKind},
}
_KEYS = ("finding", "answer", "reason", "by", "date", "check", "texts", "documents")


def read_replies(path: Path) -> tuple[Reply, ...]:
    """The replies in an `answers.toml`; entries not filled in are none.

    Raises BadAnswers for what is not allowed, and as `files.load` does.
    """
    return tuple(one for one in _entries(path) if one is not None)


def named(path: Path) -> frozenset[str]:
    """The findings that an `answers.toml` names, filled in or not. Raises as `read_replies` does."""
    _entries(path)
    return frozenset(str(entry["finding"]) for entry in _listed(path))


def _entries(path: Path) -> list[Reply | None]:
    found = [_entry(path.name, number, entry) for number, entry in enumerate(_listed(path), 1)]
    first: dict[str, int] = {}
    for one in filter(None, found):
        if one.finding in first:
            raise BadAnswers(
                f"{path.name}：第 {first[one.finding]} 条和第 {one.number} 条答复同一个问题 {one.finding}；请只留一条",
                f"{path.name}: answers {first[one.finding]} and {one.number} are both to finding {one.finding}; keep one of them",
            )
        first[one.finding] = one.number
    return found


def _listed(path: Path) -> list[Any]:
    try:
        told = tomllib.loads(load(path, _SIZE).decode("utf-8-sig"))
    except EmptyFile:
        return []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadAnswers(
            f"{path.name}：不是有效的 TOML（{error}）；文字要放在英文双引号内，请改正后再试",
            f'{path.name}: no valid TOML ({error}); texts stand between "straight quotes": mend it',
        ) from error
    entries = told.pop("answer", [])
    if told or not isinstance(entries, list):
        raise BadAnswers(
            f"{path.name}：只能有 [[answer]] 各项，其中写 finding、answer、reason；可用 --new-answers 写一份待填的",
            f"{path.name}: only [[answer]] entries are allowed, with finding, answer and reason in each; --new-answers writes one to fill in",
        )
    return entries


def _entry(file: str, number: int, entry: object) -> Reply | None:
    found: Mapping[str, Any] = entry if isinstance(entry, dict) else {}
    bad = [key for key in found if key not in _KEYS]
    bad += [key for key, fits in _fits(found).items() if not fits]
    if bad:
        raise BadAnswers(
            f"{file}：第 {number} 条答复的 {'、'.join(bad)} 缺少或不对；finding 为 lantu check 所列的16位编号，"
            "answer 为 已说明、已更正 或 不适用（留空即未答），已说明和不适用要写 reason，date 为日期，其余为文字",
            f"{file}: answer {number}: {', '.join(bad)} missing or wrong; finding is the id of 16 digits that lantu check prints, "
            "answer is accepted, corrected or not_applicable (empty: not answered yet), reason is wanted for the first and the last, "
            "date is a date, the others are texts",
        )
    if not found.get("answer"):
        return None
    return Reply(
        found["finding"], _KINDS[found["answer"]], found.get("reason", "").strip(), found.get("by", "").strip(),
        str(found.get("date", "")), found.get("check", ""), tuple(found.get("texts", ())), tuple(found.get("documents", ())),
        file, number,
    )  # fmt: skip


def _fits(found: Mapping[str, Any]) -> Mapping[str, bool]:
    kind, reason = found.get("answer", ""), found.get("reason", "")
    wanted = kind in _KINDS and _KINDS[kind] is not ReplyKind.CORRECTED if isinstance(kind, str) else False
    return {
        "finding": isinstance(found.get("finding"), str) and bool(_ID.fullmatch(found["finding"])),
        "answer": isinstance(kind, str) and (not kind or kind in _KINDS),
        "reason": isinstance(reason, str) and (bool(reason.strip()) or not wanted),
        "by": isinstance(found.get("by", ""), str),
        "date": found.get("date", "") == "" or _is_date(found["date"]),
        "check": isinstance(found.get("check", ""), str),
        "texts": _are_texts(found.get("texts", [])),
        "documents": _are_texts(found.get("documents", [])),
    }


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True
