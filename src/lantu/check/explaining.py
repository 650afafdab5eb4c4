"""A check in words: its docstring, in the language that is wanted."""

import re

from lantu.check import CHECKS
from lantu.check.answers import Check
from lantu.errors import BadRequest

_CHINESE = re.compile(r"^(?:规则|例外|依据)：")


def explain(check_id: str, lang: str) -> str:
    """Name, rule, exceptions and source. Raises BadRequest for an identifier that is none."""
    found = next((one for one in CHECKS if one.id == check_id.upper()), None)
    if found is None:
        known = "、".join(one.id for one in CHECKS)
        raise BadRequest(f"没有核查“{check_id}”：现有 {known}。", f"There is no check {check_id}: there are {known}.")
    zh, en = parts(found)
    return f"{found.id} {found.en}\n\n{en}\n" if lang == "en" else f"{found.id} {found.zh}\n\n{zh}\n"


def parts(check: Check) -> tuple[str, str]:
    """The Chinese and the English part of its docstring, without the first line."""
    _, _, body = check.doc.partition("\n")
    lines = [line.strip() for line in body.strip().splitlines()]
    chinese = [line for line in lines if _CHINESE.match(line)]
    english = [line for line in lines if line not in chinese]
    return "\n".join(chinese), "\n".join(english).strip()
