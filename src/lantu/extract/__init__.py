"""Extract: what a document asserts, sentence by sentence and cell by cell (Document → Reading)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from lantu.extract import prose, tables
from lantu.extract.corrected import marked
from lantu.extract.repair import repaired
from lantu.extract.scan import scan
from lantu.extract.setting import Setting, dated, settings
from lantu.model import UNDATED, Document, LeftOut, Passage, PassageKind, Reading, Statement, TextCell, Unread

_DIGITS = re.compile(r"\d+")
_WORTH_READING = re.compile(r"[\d一二三四五六七八九十百千两半]|翻番|翻倍|倍增|[超过近破逾达][万亿]")
_CHINESE_QUANTITY = (
    re.compile(  # begins with one set of characters, so that the others of a text are passed over at once
        r"[一二三四五六七八九十百千](?:(?<=百)分之[一二三四五六七八九十百]"
        r"|[一二三四五六七八九十百千]{1,15}(?:点[一二三四五六七八九])?[亿万]?[元吨人])"
    )
)
_ARABIC_QUANTITY = re.compile(r"\d[％%]|\d[亿万]?[元吨人]")


def extract(document: Document) -> Reading:
    """Every statement of a document, with what was left out by which rule and what no rule read.

    Pure: the same document gives the same reading. Statements are in the order of the text.
    """
    statements: list[Statement] = []
    text_cells: list[TextCell] = []
    left_out: list[LeftOut] = []
    unread: list[Unread] = []
    for found in _findings(document):
        statements += found.statements
        left_out += found.left_out
        unread += found.unread
        if isinstance(found, tables.TableReading):
            text_cells += found.text_cells
    statements = [s if dated(s.period) is s.period else replace(s, period=UNDATED) for s in statements]
    text_cells = [c if dated(c.period) is c.period else replace(c, period=UNDATED) for c in text_cells]
    statements = marked(document, statements)
    spans = [
        *((s.start, s.end) for s in statements),
        *((x.start, x.end) for x in left_out),
        *((x.start, x.end) for x in unread),
    ]
    unread += _uncovered(document, spans)
    return Reading(
        document, tuple(_first_of_each(statements)), tuple(text_cells),
        tuple(sorted(left_out, key=lambda x: x.start)), tuple(sorted(unread, key=lambda x: x.start)),
    )  # fmt: skip


def _findings(document: Document) -> Iterator[prose.Findings | tables.TableReading]:
    by_passage = {t.passage: i for i, t in enumerate(document.tables)}
    chinese_style = numerals_are_chinese("\n".join(p.text for p in document.passages))
    last: tuple[tuple[str, ...], tables.TableReading] | None = None
    for passage, setting in settings(document):
        if passage.index in by_passage:
            above = last[1].columns if last and last[0] == passage.headings else None
            found = tables.Reader(document, by_passage[passage.index], setting, passage.headings, above).read()
            last = passage.headings, found
            yield found
        elif _WORTH_READING.search(passage.text):
            yield _passage(document, passage, setting, chinese_style=chinese_style)


def _passage(document: Document, passage: Passage, setting: Setting, *, chinese_style: bool) -> prose.Findings:
    if passage.kind is PassageKind.FURNITURE:
        return prose.Findings(left_out=list(_of_furniture(document, passage)))
    clean, repairs = repaired(passage)
    tokens = scan(clean.text)
    if not tokens:
        return prose.Findings()
    return prose.Reader(document, clean, setting, chinese_style=chinese_style, repairs=repairs).read(tokens)


def numerals_are_chinese(text: str) -> bool:
    """Whether a text writes its quantities in Chinese numerals, as documents did into the 1990s."""
    chinese = len(_CHINESE_QUANTITY.findall(text))
    return sum(1 for _ in islice(_ARABIC_QUANTITY.finditer(text), chinese)) < chinese


def _of_furniture(document: Document, passage: Passage) -> Iterator[LeftOut]:
    """The numbers of page furniture: dates, document numbers and standards by their own rule, what is left as such."""
    text = passage.text
    named = [t for t in scan(text) if t.kind in {"date", "skip"} and _DIGITS.search(text, t.start, t.end)]
    spans = [(*passage.span(token.start, token.end), token.rule) for token in named]
    for start, end, rule in spans:
        yield LeftOut(start, end, document.text[start:end], rule)
    for found in _DIGITS.finditer(document.text, passage.start, passage.end):
        if not any(start <= found.start() < end for start, end, _ in spans):
            yield LeftOut(found.start(), found.end(), found[0], "page_furniture")


def _uncovered(document: Document, spans: list[tuple[int, int]]) -> Iterator[Unread]:
    """The digit runs of the raw text that nothing above accounts for."""
    covered = bytearray(len(document.text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    for found in _DIGITS.finditer(document.text):
        if covered.find(1, found.start(), found.end()) < 0:
            yield Unread(found.start(), found.end(), found[0], "no_rule")


def _first_of_each(statements: Iterable[Statement]) -> Iterator[Statement]:
    """In order of the text, one for a span: a merged cell says its value once."""
    seen: set[int] = set()
    for statement in sorted(statements, key=lambda s: s.start):
        if statement.start not in seen:
            seen.add(statement.start)
            yield statement
