"""Clean text of a stretch of raw text, mapped back by segments.

White space beside Chinese characters, markup and zero-width characters go; full-width digits, letters,
％ ［ ］ － ＆ ／ and ． between digits are folded one to one. The work is done by regular expressions over
whole stretches, never character by character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from lantu.model import Segment

_BLANK = (
    r"\t\n\x0b\x0c\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # as \s, but quick in a class
)
_TOKENS = r"\*\*|__+|</?[A-Za-z][^<>\n]{0,120}>|&(?:nbsp|ensp|emsp|thinsp);"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
# One class of first characters comes first: a scan for it is several times as quick as one for alternatives.
_GAP = re.compile(
    rf"[{_BLANK}{_INVISIBLE}*_<&](?:(?<=[{_BLANK}{_INVISIBLE}])|(?<=\*)\*|(?<=_)_+|(?<=<)/?[A-Za-z][^<>\n]{{0,120}}>|(?<=&)(?:nbsp|ensp|emsp|thinsp);)"
    rf"(?:[{_BLANK}{_INVISIBLE}]|{_TOKENS})*"
)
_GRID_GAP = re.compile(rf"(?:[^\S\t\n]|[{_INVISIBLE}]|{_TOKENS}|[\r\n]\s*[|:\s-]*-[|:\s-]*(?=[\r\n]))+")
_SPACE = re.compile(r"\s")
# 1 9 9 8 年, 4 6 2 8 0 亿: every digit set apart; numbers of several digits side by side stay two.
_SPACED_DIGITS = re.compile(r"(?<![\d.．])(?<!\d )\d(?: \d)+(?: ?[.．] ?\d(?: \d)*)?(?! ?\d)")
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_WIDE = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) + "％［］－＆／"
_NARROW = "".join(chr(ord(c) - 0xFEE0) for c in _WIDE)
_GRID_FOLD = dict(zip(_WIDE + "\u3000\u00a0\u2002\u2003\u2009", _NARROW + " " * 5, strict=True))
# Radicals that PDF writers print for characters: those that Unicode decomposes, and those it does not.
_RADICALS = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3)}
_RADICALS |= dict(zip("⺠⻓⻛⻢⻝⻜⻬⻔⻰⻘⻆⻋⻣⻨", "民长风马食飞齐门龙青角车骨麦", strict=True))
_GRID_FOLD |= _RADICALS
_FOLD = _GRID_FOLD | dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " ")
_GRID_FOLDED = re.compile(f"[{re.escape(''.join(_GRID_FOLD))}]")
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")
# Whatever a gap may begin with, or is folded.
_UNCLEAN = re.compile(f"[{_BLANK}{_INVISIBLE}*_<&．{re.escape(''.join(_FOLD))}]")
_FULL_DIGITS = "０１２３４５６７８９"
_WIDE_PUNCTUATION = "“”‘’—…·"
_HUGS_LEFT = "%‰℃,;:)]％"  # no space belongs before these
_HUGS_RIGHT = "(["


def clean(text: str, regions: Sequence[tuple[int, int]], spaces: Sequence[int] = ()) -> tuple[str, tuple[Segment, ...]]:
    """The clean text of the raw `regions` (start, end) read as one, and where its characters stand.

    Segments are sorted and gapless in the clean text. Both are empty where nothing prints. Of the gaps that
    start at the raw offsets `spaces` one space stays; they must lie in the first region.
    """
    if len(regions) == 1:
        start, end = regions[0]
        return clean_whole(text[start:end], start, spaces)
    return _cleaned("".join([text[start:end] for start, end in regions]), regions, spaces)


def clean_whole(raw: str, start: int, spaces: Sequence[int] = ()) -> tuple[str, tuple[Segment, ...]]:
    """The same for one stretch of raw text that stands at `start`. Most are clean as they are."""
    if raw and not _UNCLEAN.search(raw):
        return raw, (Segment(0, start, len(raw)),)
    return _cleaned(raw, [(start, start + len(raw))], spaces)


def _cleaned(raw: str, regions: Sequence[tuple[int, int]], spaces: Sequence[int]) -> tuple[str, tuple[Segment, ...]]:
    first = regions[0][0]
    kept = list(_kept(raw, _GAP, frozenset(at - first for at in spaces)))
    out = "".join([raw[start:end] for start, end in kept])
    return _folded(out, _FOLDED), tuple(_segments(kept, regions))


def clean_grid(text: str, start: int, end: int) -> tuple[str, tuple[Segment, ...]]:
    """The same for a table: its tabs and line breaks stay."""
    raw = text[start:end]
    kept = list(_kept(raw, _GRID_GAP))
    return _folded("".join(raw[a:b] for a, b in kept), _GRID_FOLDED), tuple(_segments(kept, [(start, end)]))


def _folded(text: str, folded: re.Pattern[str]) -> str:
    if "．" in text:
        text = _POINT.sub(".", text)
    return folded.sub(_fold, text)  # far quicker than str.translate, which looks every character up


def _fold(found: re.Match[str]) -> str:
    return _FOLD[found[0]]


def _kept(raw: str, gaps: re.Pattern[str], spaces: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """The stretches of `raw` that stay, in order."""
    start = 0
    closed = {i for found in _SPACED_DIGITS.finditer(raw) for i in range(*found.span())} if " " in raw else set()
    for gap in gaps.finditer(raw):
        stays = gap.start() if gap.start() in spaces else None if gap.start() in closed else _single_space(raw, gap)
        if stays is None:
            if gap.start() > start:
                yield start, gap.start()
            start = gap.end()
        elif gap.end() - gap.start() > 1:
            if stays > gap.start():
                yield start, gap.start()
                yield stays, stays + 1
            else:
                yield start, stays + 1
            start = gap.end()
    if len(raw) > start:
        yield start, len(raw)


def _single_space(raw: str, gap: re.Match[str]) -> int | None:
    """The offset of the one space that stays of a gap, or None where it closes up."""
    before, after = raw[gap.start() - 1 : gap.start()], raw[gap.end() : gap.end() + 1]
    if not before or not after or _is_wide(before) or _is_wide(after):
        return None
    if after in _HUGS_LEFT or before in _HUGS_RIGHT or (after == "." and before.isdigit()):
        return None
    space = _SPACE.search(raw, gap.start(), gap.end())
    return space.start() if space else None


def _is_wide(char: str) -> bool:
    return (char >= "\u2e80" and char not in _FULL_DIGITS) or char in _WIDE_PUNCTUATION


def _segments(kept: Sequence[tuple[int, int]], regions: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Kept stretches of the joined regions, laid back onto the raw text."""
    clean_at = joined = 0
    rest = iter(kept)
    stretch = next(rest, None)
    for start, end in regions:
        length = end - start
        while stretch and stretch[0] < joined + length:
            first, last = stretch[0], min(stretch[1], joined + length)
            yield Segment(clean_at, start + first - joined, last - first)
            clean_at += last - first
            stretch = (last, stretch[1]) if last < stretch[1] else next(rest, None)
        joined += length
