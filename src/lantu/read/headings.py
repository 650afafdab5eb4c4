"""Which blocks are headings, how deep they stand, and the heading path above each block."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lantu.model import PassageKind
from lantu.read.blocks import HEADING_FORMS, Block, Layout
from lantu.read.lines import LEVELS

_OPEN = "。！？!?；;：:，,、…．."  # no heading ends so
_SENTENCE = re.compile(r"[。；;：:]")
_FIGURE = re.compile(r"\d+(?!\d*\s*(?:年|[-—～]\d{4}|[级期届次版条]))")
_RUN_IN = re.compile(r"(.{2,40}?)[。：:](?=.)")
_DATE = re.compile(r"[\d一二三四五六七八九十〇○零]{4}\s*年.{1,4}月(?:.{1,4}日)?$")
_PARAGRAPH, _HEADING, _ITEM = PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.ITEM
_RUN_INS = LEVELS.keys() - {"numparen", "ordinal"}
_ANNEX = re.compile(r"附(?:件|表|录|图)|名词解释|注释|术语解释")
_LISTED = 60  # characters
_PLAIN = 45  # characters that a heading without number or mark has at most
_NOTE = re.compile(r"(?:备注|注释?|说明|资料来源|数据来源)\s*\d*\s*[：:．.]")
_NOTE_GOES_ON = re.compile(r"[（(]\d+[）)]|[①-⑳]|\d{1,2}[.．、](?!\d)|[“\"‘]")


class Placed(NamedTuple):
    """A block with its kind, its rank among headings (smaller is further out; 0: none) and its heading path."""

    block: Block
    kind: PassageKind
    rank: float
    path: tuple[int, ...]  # indexes of the blocks whose headings stand above
    opens: bool = False  # whether it stands in the path of what follows


def place(blocks: Sequence[Block], how: Layout) -> list[Placed]:
    """Every block in its place."""
    kinds = _kinds(blocks, how)
    run_ins = {i for i, block in enumerate(blocks) if block.head.form in _RUN_INS and _runs_in(block, kinds[i])}
    ahead = _ahead(blocks, kinds, run_ins)
    placed: list[Placed] = []
    stack: list[tuple[float, int]] = []
    path: tuple[int, ...] = ()  # of the stack; made anew only where a heading changes it
    for i, block in enumerate(blocks):
        heads = kinds[i] is _HEADING
        rank = _rank(blocks, kinds, i, stack, ahead[i]) if heads else LEVELS[block.head.form] if i in run_ins else 0
        if not rank:
            placed.append(Placed(block, kinds[i], 0, path))
            continue
        stack = [above for above in stack if above[0] < rank]
        path = tuple([at for _, at in stack])
        placed.append(Placed(block, kinds[i], rank if heads else 0, path, opens=True))
        stack.append((rank, i))
        path = (*path, i)
    return placed


def _ahead(blocks: Sequence[Block], kinds: Sequence[PassageKind], run_ins: set[int]) -> list[Block | None]:
    """For each block the next one below it that is, or starts with, a numbered heading."""
    found: list[Block | None] = [None] * len(blocks)
    ahead: Block | None = None
    for i in range(len(blocks) - 1, -1, -1):
        found[i] = ahead
        if i in run_ins or (kinds[i] is _HEADING and _numbered(blocks[i])):
            ahead = blocks[i]
    return found


def run_in(words: str) -> str:
    """The heading that runs on into its paragraph: what stands before the first stop."""
    found = _RUN_IN.match(words)
    return found[1] if found else words


def _runs_in(block: Block, kind: PassageKind) -> bool:
    """Whether a paragraph or item starts with a numbered heading of its own."""
    return kind in (_PARAGRAPH, _ITEM) and bool(_RUN_IN.match(block.bare))


def _kinds(blocks: Sequence[Block], how: Layout) -> list[PassageKind]:
    kinds = [block.kind or _kind(block) for block in blocks]
    marked = sum([block.head.depth > 0 for block in blocks]) >= 3
    for i, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if kinds[i] is _PARAGRAPH:
            if len(block.bare) <= _PLAIN and _is_plain_heading(blocks, kinds, i, how, marked):
                kinds[i] = _HEADING
        elif kinds[i] is _HEADING:
            if block.head.form == "num" and _is_listed(blocks, i):
                kinds[i] = _ITEM
            elif block.bare.endswith("。") and _is_listed(blocks, i):
                kinds[i] = _PARAGRAPH
    _drop_lists_of_words(blocks, kinds)
    _mark_notes(blocks, kinds)
    return kinds


def _kind(block: Block) -> PassageKind:
    head, words = block.head, block.bare
    if not head.form and not head.depth:
        return _PARAGRAPH
    if head.depth and len(words) <= 80 and not words.endswith("。"):
        return _HEADING
    if head.form == "box" and len(words) <= 40 and not words.endswith("。"):
        return _HEADING
    if head.form in HEADING_FORMS:
        short = len(words) <= 60 and not _SENTENCE.search(words[:-1]) and not words.endswith(("；", "，", "、", ","))
        whole = words[-1:] not in "。：:" or len(words) <= 26
        return _HEADING if short and whole else _PARAGRAPH
    if head.form == "num":
        short = len(words) <= 40 and words[-1] not in _OPEN and not _SENTENCE.search(words)
        return _HEADING if short and not _FIGURE.search(words[2:]) else _ITEM
    return _ITEM if head.form and head.form != "article" else _PARAGRAPH


def _is_listed(blocks: Sequence[Block], i: int) -> bool:
    """Whether a short numbered line stands in a list: a neighbour is short and numbered alike."""
    form = blocks[i].head.form
    return any(
        0 <= j < len(blocks) and blocks[j].head.form == form and len(blocks[j].bare) <= _LISTED for j in (i - 1, i + 1)
    )


def _is_plain_heading(blocks: Sequence[Block], kinds: Sequence[PassageKind], i: int, how: Layout, marked: bool) -> bool:
    """Whether a short line without number or stop stands as a heading above what follows."""
    block = blocks[i]
    words, strong = block.bare, block.head.strong
    roomy = block.head.gap > how.gap
    if (
        not 2 <= len(words) <= (_PLAIN if roomy or strong else 32)
        or (marked and not strong)
        or len(block.lines) > 2
        or how.full(block.head)
    ):
        return False
    if words[-1] in _OPEN or words[-1] in "”）)》" or _SENTENCE.search(words) or _FIGURE.search(words):
        return False
    if _DATE.match(words) or (i + 1 < len(blocks) and _DATE.match(blocks[i + 1].bare)):
        return False  # a date, or the name signed above one
    follows = next((kinds[j] for j in range(i + 1, len(blocks)) if kinds[j] is not PassageKind.FURNITURE), None)
    return follows in (_PARAGRAPH, _ITEM, PassageKind.TABLE, _HEADING)


def _drop_lists_of_words(blocks: Sequence[Block], kinds: list[PassageKind]) -> None:
    """More than three plain headings in a row are cells of a broken table or names, not headings."""
    plain = [
        i for i, block in enumerate(blocks) if kinds[i] is _HEADING and not block.head.form and not block.head.depth
    ]
    for _, together in groupby(enumerate(plain), key=lambda found: found[1] - found[0]):
        run = [i for _, i in together]
        if len(run) > 3 or run[-1] == len(blocks) - 1:
            for at in run:
                kinds[at] = _PARAGRAPH


def _mark_notes(blocks: Sequence[Block], kinds: list[PassageKind]) -> None:
    """Notes right under a table, with the numbered lines that go on with them."""
    if PassageKind.TABLE not in kinds:
        return
    for i in range(1, len(blocks)):
        below = kinds[i - 1] is PassageKind.TABLE
        goes_on = kinds[i - 1] is PassageKind.NOTE and _NOTE_GOES_ON.match(blocks[i].bare)
        if goes_on or ((below or kinds[i - 1] is PassageKind.NOTE) and _NOTE.match(blocks[i].bare)):
            kinds[i] = PassageKind.NOTE


def _rank(
    blocks: Sequence[Block],
    kinds: Sequence[PassageKind],
    i: int,
    stack: Sequence[tuple[float, int]],
    ahead: Block | None,
) -> float:
    """How far out a heading stands: by its form, else its Markdown depth, else by what lies ahead.

    A plain heading stands above the numbered series that starts after it, else below the numbered heading above it.
    """
    head = blocks[i].head
    if head.form in LEVELS:
        return LEVELS[head.form]
    if head.depth:
        return head.depth
    if _ANNEX.match(blocks[i].bare):
        return 1
    # a plain heading directly above another plain one stands a little further out
    doubled = 0.1 if i + 1 < len(blocks) and kinds[i + 1] is _HEADING and not _numbered(blocks[i + 1]) else 0
    if ahead is not None and ahead.head.first and ahead.head.form in LEVELS:
        return LEVELS[ahead.head.form] - 0.5 - doubled
    above = [rank for rank, at in stack if _numbered(blocks[at])]
    return (above[-1] + 0.5 if above else 3) - doubled


def _numbered(block: Block) -> bool:
    return block.head.form in LEVELS or block.head.depth > 0


def merge_split_parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """A chapter's heading set on two Markdown lines, as one block.

    Only where its second line is the chapter's one heading without a number at its depth.
    """
    skip = -1
    for i, block in enumerate(blocks):
        if i == skip:
            continue
        if block.head.form == "part" and block.head.depth and _is_second_half(blocks, i + 1):
            skip = i + 1
            yield Block.of(block.lines + blocks[i + 1].lines, block.kind, block.passed)
        else:
            yield block


def _is_second_half(blocks: Sequence[Block], i: int) -> bool:
    if i >= len(blocks) or not blocks[i].head.depth or blocks[i].head.form:
        return False
    depth = blocks[i].head.depth
    for block in blocks[i + 1 :]:
        if block.head.form == "part" and block.head.depth:
            return True
        if block.head.depth == depth and not block.head.form:
            return False
    return True
