"""Parts of which a sentence says that they leave nothing out: a remainder (其余), every stage of a project, 男 and 女."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.case import Sentence
from lantu.model import Statement
from lantu.registers.indicator_records import kind_of

_DONE = "建成|竣工|完工|投产|投用|投运|投入使用|通车|交付|落成|办结"
_BEGUN = "在建|开工|正在建设|正在施工|建设中|施工|续建|推进|在办|正在办理"
_NOT_YET = "前期|待开工|待建|未开工|未动工|未启动|筹建|筹备|谋划|储备|拟建|待办"
_STAGE = re.compile(rf"(?P<waits>{_NOT_YET})|(?P<ends>{_DONE})|(?P<runs>{_BEGUN})")
_OPPOSED = (
    ("男", re.compile("女")),
    ("城镇", re.compile("农村|乡村")),
    ("公办", re.compile("民办")),
    ("税收", re.compile("非税")),
)
_REST = re.compile(r"(?:其余|剩余|余下)(?:的)?$")
_SHARE = re.compile("^[、，（(]?占(?:比)?$")
_OPENS = re.compile("其中|中[，：]")
_NESTED = re.compile("其中|含|包括|分别")
_NEAR = 24  # characters between a part and what comes before it
_PART = 12  # characters of the words that name a part
_TWO = 2


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole and all its parts; `least`: those that make the whole where the others are counted in them (开工 with what is 竣工)."""

    whole: Statement
    parts: tuple[Statement, ...]
    least: tuple[Statement, ...] = ()


def partitions(sentence: Sentence, counts: list[Statement]) -> Iterator[Partition]:
    """Every whole whose parts follow it, nothing else between them and nothing left out; `counts`: the countable ones."""
    for run in _runs(sentence, counts):
        if len(run) <= _TWO or any(_NESTED.search(sentence.lead(s)) for s in run[2:]):
            continue
        whole, parts = run[0], run[1:]
        if _REST.search(sentence.lead(parts[-1])):
            yield Partition(whole, tuple(parts))
            continue
        words = _words(sentence, parts)
        stages = [_STAGE.search(text) for text in words]
        if all(stages):
            kinds = [stage.lastgroup for stage in stages if stage]
            if kinds.count("waits") == 1 and "runs" in kinds and len(set(kinds)) == len(kinds):
                yield Partition(whole, tuple(parts), tuple(p for p, k in zip(parts, kinds, strict=True) if k != "ends"))
        elif len(parts) == _TWO and any(one in words[0] and other.search(words[1]) for one, other in _OPPOSED):
            yield Partition(whole, tuple(parts))


def _runs(sentence: Sentence, counts: list[Statement]) -> Iterator[list[Statement]]:
    """Countable statements of one kind that follow one another, up to a remainder, or from what is opened by 其中 on."""
    run: list[Statement] = []
    for statement in sentence.statements:
        apart = run and (
            kind_of(statement.quantity.unit) != kind_of(run[0].quantity.unit) or len(sentence.lead(statement)) > _NEAR
        )
        if run and statement not in counts and _SHARE.search(sentence.lead(statement)):
            continue  # 税收收入25.8亿元、占72.8%，非税收入…
        if statement not in counts or apart:
            yield run
            run = [statement] if statement in counts else []
            continue
        if run and _OPENS.search(sentence.lead(statement)):
            yield run
            run = run[-1:]
        run.append(statement)
        if _REST.search(sentence.lead(statement)):
            yield run
            run = []
    yield run


def _words(sentence: Sentence, parts: list[Statement]) -> list[str]:
    """What names each part: the words before its number (竣工5个), or after it (5个竣工)."""
    leads = [sentence.lead(part)[-_PART:] for part in parts]
    if _named(leads[0].rpartition("其中")[2]):
        return leads
    ends = [*map(sentence.at, parts[1:]), len(sentence.text)]
    return [
        sentence.text[sentence.after(part) : end].partition("，")[0][:_PART]
        for part, end in zip(parts, ends, strict=True)
    ]


def _named(text: str) -> bool:
    return bool(_STAGE.search(text)) or any(one in text for one, _ in _OPPOSED)
