"""Draft or adopted, and the days on which a document was laid before a meeting and adopted."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lantu.model import Version
from lantu.read.dates import Day, days

_DRAFT = re.compile(
    r"草案|(?:征求意见|送审|讨论|审议|报批)稿|[（(](?:初|修改|修订|修订草案)稿[）)]|\bdraft for (?:public )?comments?\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"通过|批准|同意(?!见)")
_ISSUED = re.compile(r"(?:关于)?(?:印发|批转|转发|颁布|颁发|下达).{2,80}的?(?:通知|函|决定)(?:[（(].{0,24}[）)])?$")
_NOT_YET = re.compile(r"提请|审议(?!通过)|讨论(?!通过)|征求")
_LAID = re.compile(r"会议|大会|人大|全会|全体会议")
_LABEL = 120  # characters that a meeting or date label may have
_DRAFT_LABEL = 16


def version_of(title: str, labels: Sequence[str], wholly: bool) -> Version:
    """The version by the title and the labels around it; a label that tells of adoption outweighs 草案 in a title.

    `wholly`: the paper as a whole is what the title names, and not a report that only carries a draft.
    """
    short = [label for label in labels if len(label) <= _LABEL]
    if wholly and any(_adopts(label) for label in short):
        return Version.ADOPTED
    if _DRAFT.search(title) or any(_DRAFT.search(label) for label in short if len(label) < _DRAFT_LABEL):
        return Version.DRAFT
    return Version.ADOPTED if _ISSUED.search(title) else Version.UNKNOWN


def reported_and_adopted(labels: Iterable[str]) -> tuple[Day | None, Day | None]:
    """The first day of a label that lays the text before a meeting, and the first of one that adopts it."""
    reported = adopted = None
    for label in labels:
        for day, said in _dated(label):
            if _adopts(said):
                adopted = adopted or day
            elif _LAID.search(said):
                reported = reported or day
    return reported, adopted


def _dated(label: str) -> Iterator[tuple[Day, str]]:
    """Each date of a label with the words up to the next: (1月14日在…上 1月18日…通过)."""
    found = list(days(label))
    parts = re.split(r"(?=[12一二][\d九〇○零]\S{2}\s*年)", label)[1:]
    if len(found) == len(parts):
        yield from zip(found, parts, strict=True)
    elif found:
        yield found[0], label


def _adopts(words: str) -> bool:
    return bool(_ADOPTED.search(words)) and not _NOT_YET.search(words)
