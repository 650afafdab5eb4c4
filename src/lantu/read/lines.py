"""Lines of a raw text with what a reader sees at once: place, gap above, indent, width, form of number."""

import re
from collections.abc import Mapping
from typing import NamedTuple

# Characters that print nothing: white space, byte order marks, zero-width and soft hyphens.
BLANK = " \t\u3000\u2002\u2003\u2009\u00a0\ufeff\u200b\u200c\u200d\u2060\u00ad\x1c\x1d\x1e\x1f"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_SEPARATORS = "\x1c\x1d\x1e"  # at which str.splitlines breaks and no line ends
_LINE = re.compile(rf"[^{_BREAKS}]*[{_BREAKS}]|[^{_BREAKS}]+")
_EDGES = BLANK + _BREAKS
_TAG = re.compile(r"\*\*|__+|</?[A-Za-z][^<>\n]{0,120}>")
_HAN = "一二三四五六七八九十百零〇"
_PREFIX = re.compile(
    r"(?P<hash>#{1,6})\s+|(?P<bullet>[-*+•●○◆■▪◇□▶➢✓\uf06c\uf0b7\uf0d8\uf06e])[ \t\u3000\u00a0]+|(?P<quote>>)[ \t]*"
)
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2488), *range(0x3220, 0x322A), *range(0x2780, 0x278A))))
_NUMBERED = f"第专附（(—－─-{_HAN}{_CIRCLED}"  # what _FORM may begin with, beside digits
_PREFIXED = "#>-*+•●○◆■▪◇□▶➢✓\uf06c\uf0b7\uf0d8\uf06e"  # what _PREFIX may begin with
_FORM = re.compile(
    rf"(?P<part>第\s*[{_HAN}\d]{{1,4}}\s*(?:章|编|篇|部分)(?![^\s{_HAN}]{{0,3}}[，。]))"
    rf"|(?P<section>第\s*[{_HAN}\d]{{1,4}}\s*节)"
    rf"|(?P<article>第\s*[{_HAN}\d]{{1,4}}\s*条)"
    rf"|(?P<box>专\s*栏\s*[{_HAN}\d]+)"
    rf"|(?P<han>[{_HAN}]{{1,3}}\s*(?:、(?![{_HAN}]+(?:、|是|产))|[．.]))"
    rf"|(?P<hanparen>[（(]\s*[{_HAN}]{{1,3}}\s*[）)]、?)"
    rf"|(?P<ordinal>第[{_HAN}]{{1,2}}[，、])"
    r"|(?P<num>\d{1,2}\s*(?:、|[．.](?!\d(?!\d{3}年))))"
    r"|(?P<numparen>[（(]?\s*\d{1,2}\s*[）)]、?)"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<dash>——?|－－|──|--)"
    r"|(?P<annex>附\s*[件表录](?=\s*[\d:：]|$))"
    rf"|(?P<hanspace>[{_HAN}]{{1,3}}[ \u3000]+(?=\S))"
)
LEVELS: Mapping[str, float] = {
    "part": 1, "annex": 1, "section": 2, "han": 3, "hanspace": 3, "ordinal": 3.5, "hanparen": 4, "num": 5, "box": 4.5,
    "numparen": 6, "circled": 7,
}  # fmt: skip
_FIRST = re.compile(r"[（(第]?\s*(?:一(?![二三四五六七八九十])|[1１](?!\d)|①|⑴|㈠)")


class Line(NamedTuple):
    """One line that prints something. Offsets are raw; `bare` is its text without markup and prefix.

    A named tuple, as blocks are: a document has thousands, and these are made in a third of the time.
    """

    start: int  # of the first printing character, after a Markdown prefix
    end: int
    bare: str
    gap: int  # blank lines above
    indent: bool  # by two columns or more
    form: str = ""  # how it is numbered: part, section, han, hanparen, num, dash, bullet …
    depth: int = 0  # of a Markdown heading
    strong: bool = False  # the whole line is in bold

    @property
    def width(self) -> int:
        """In columns: a Chinese character takes two. Seldom asked, so not kept."""
        return columns(self.bare)

    @property
    def first(self) -> bool:
        """Whether its number is the first of a series."""
        return bool(_FIRST.match(self.bare))


def columns(text: str) -> int:
    """Printed width: one column for ASCII, two for Chinese characters."""
    return len(text.encode("gbk", "replace"))


def split(text: str, depths: Mapping[int, int]) -> list[Line]:
    """All lines of `text` that print something, in order; `depths` gives heading depths by offset."""
    lines: list[Line] = []
    marked = "*" in text or "<" in text or "__" in text
    last = begin = 0
    for raw in _printed(text):
        bare = raw.strip(_EDGES)
        if bare:
            start = begin if raw[0] == bare[0] else begin + raw.index(bare[0])
            breaks = text.count("\n", last, start) or text.count("\r", last, start)
            indent = start > begin and columns(text[begin:start]) > 1
            line = _line(bare, start, breaks - 1 if breaks > 1 else 0, indent, depths.get(start, 0), marked)
            if line.bare:
                lines.append(line)
            last = line.end
        begin += len(raw)
    return lines


def _printed(text: str) -> list[str]:
    """The lines of a text, all of it, with their breaks."""
    if any(separator in text for separator in _SEPARATORS):
        return _LINE.findall(text)
    return text.splitlines(keepends=True)


def _line(bare: str, start: int, gap: int, indent: bool, depth: int, marked: bool) -> Line:
    end = start + len(bare)
    prefix = _PREFIX.match(bare) if bare[0] in _PREFIXED else None
    if prefix:
        start += prefix.end()
        bare = bare[prefix.end() :]
    strong = False
    if marked and ("*" in bare or "<" in bare or "__" in bare):
        strong = bare.startswith(("**", "<b>", "<strong>")) and bare.endswith(("**", "</b>", "</strong>"))
        bare = _TAG.sub("", bare).strip(BLANK)
    form = ""
    number = _FORM.match(bare) if bare[:1] in _NUMBERED or bare[0].isdecimal() else None
    if number:
        form = number.lastgroup or ""
    elif prefix and prefix["bullet"]:
        form = "bullet"
    if prefix and prefix["hash"]:
        depth = len(prefix["hash"])
    return Line(start, end, bare, gap, indent, form, depth, strong)
