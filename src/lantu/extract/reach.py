"""Whom or what a measure reaches, said of the measure: 发放补贴5亿元，惠及群众12万人 → 发放补贴惠及群众."""

import re

from lantu.extract import naming, things
from lantu.extract.edges import strip_lead, strip_tail, tidy

_VERBS = ("惠及", "覆盖", "带动", "撬动", "拉动")
_REACH_BEGINS = frozenset(verb[0] for verb in _VERBS)
_REACH_VERB = re.compile("|".join(_VERBS))
_REACHES = re.compile(
    rf"(?P<who>.*?)(?P<verb>{'|'.join(_VERBS)})(?<!全覆盖)(?!率|面|性|能力|作用|[^，。；]*率$)(?P<thing>[^，。；]*)$"
)
_BEFORE_VERB = re.compile(r"(?:[、，]|已经?|每年|至少|需|可|共|将|累计|预计|直接|有效|实现|能|要)+$")
_OPENING = re.compile(r"^(?:推动|使|让|通过|用于|强化)+")
_MEASURED = re.compile("(?<=..)(?:产值规模|规模|总?产值|人数|最高额度|额度|[\u4e00-\u9fff]{2}率)$")
_EFFECT = re.compile("凝聚|形成|营造|激发|增强|汇聚|努力|切实|更好")  # what came of it, not what was done
_LONGEST = 24  # characters of a clause that can stand for what was done
_BENEFITS = re.compile(r"(?P<thing>[^，。；、]{1,10}?)(?:共同|均)?(?:受益|获益)")


def predicate(left: str, right: str, *, bare: bool) -> tuple[str, str] | None:
    """Who reaches, and the reaching with its object: (营养改善计划, 惠及学生); None where nothing is reached.

    `right`: what follows the number, `bare`: whether its unit names no thing (五地州500万群众).
    """
    if "益" in right[:_LONGEST] and (found := _BENEFITS.match(right)) and naming.of_left(left) in {"", "有"}:
        return "", "受益" + found["thing"]
    if _REACH_BEGINS.isdisjoint(left) or not _REACH_VERB.search(left) or left.endswith("的"):
        return None
    found = _REACHES.match(strip_tail(left))
    if not found:
        return None
    thing = found["thing"] + (things.thing_after(right) if bare or not found["thing"] else "")
    return strip_lead(_OPENING.sub("", strip_lead(_BEFORE_VERB.sub("", found["who"])))), found["verb"] + thing


def doer(root: str) -> str:
    """What the last name was about, as what reaches: 人工智能核心产业规模 → 人工智能核心产业; empty for a mere verb."""
    return "" if naming.is_verb(root) else _MEASURED.sub("", root)


def done(before: str) -> str:
    """What a clause without a number says was done, where it is short enough to name it (实施有线电视服务项目)."""
    text = tidy(_OPENING.sub("", strip_lead(before)))
    return text if 2 <= len(text) <= _LONGEST and not _EFFECT.match(text) else ""
