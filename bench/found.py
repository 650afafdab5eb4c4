"""Identities that simple expressions of ours find in documents of others; only what agrees as printed is a site."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.drafts import Bundle, Figure, Site
from bench.rules import agrees

_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = r"(?:万亿|亿|万)?(?:美元|元|斤|吨|人|户|千瓦时)"
_RATES = "覆盖率|普及率|入学率|合格率|优良率|达标率|参保率|优良天数比例|城镇化率|处理率|巩固率|化率|综合利用率|录取率"
_NEVER = re.compile(r"gwr_2011|^p15|shandong_014")  # documents that nobody reads before the last measurement


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression and the rule its numbers fulfil: group `f1` is the first figure, `u1` the unit that follows it."""

    kind: str
    rule: str
    expression: re.Pattern[str]


def _pattern(kind: str, rule: str, expression: str) -> Pattern:
    return Pattern(kind, rule, re.compile(expression, re.ASCII))


PATTERNS = (
    _pattern("percent", "within", rf"(?:{_RATES})(?:达到|达|为|提高到|保持在|稳定在|超过)?(?P<f1>{_NUMBER})(?P<u1>%)"),
    _pattern("points", "points", rf"(?:率|比重|比例|占比)[^，。；\d]{{0,4}}(?:提高|上升|下降|降低)了?(?P<f1>{_NUMBER})(?P<u1>个百分点)"),
    _pattern("date", "day", r"(?P<f1>\d{4})年(?P<f2>\d{1,2})月(?P<f3>\d{1,2})日"),
    _pattern("structure", "hundred", rf"(?<![\d:：∶])(?P<f1>{_NUMBER})[:：∶](?P<f2>{_NUMBER})[:：∶](?P<f3>{_NUMBER})(?![\d:：∶])"),
    _pattern("increment", "increment",
        rf"(?P<f1>{_NUMBER})(?P<u1>{_MONEY})，(?:比上年|较上年)?(?:增加|净增)(?P<f3>{_NUMBER})(?P<u3>{_MONEY})，增长(?P<f2>{_NUMBER})(?P<u2>%)"),
    _pattern("average", "average",
        rf"[从由](?P<f4>\d{{4}})年的?(?P<f1>{_NUMBER})(?P<u1>{_MONEY})(?:增加|提高|扩大|增长|上升)到(?P<f5>\d{{4}})年的?(?P<f2>{_NUMBER})(?P<u2>{_MONEY})"
        rf"，(?:年均|平均每年)增长(?P<f3>{_NUMBER})(?P<u3>%)"),
    _pattern("average", "five_years",
        rf"[从由](?P<f1>{_NUMBER})(?P<u1>{_MONEY})(?:增加|提高|扩大|增长|上升)到(?P<f2>{_NUMBER})(?P<u2>{_MONEY})，年均增长(?P<f3>{_NUMBER})(?P<u3>%)"),
    _pattern("bracket", "difference",
        rf"[从由](?:\d{{4}}年的|上年的)?(?P<f1>{_NUMBER})(?P<u1>%)(?:提高|上升|提升)到(?:\d{{4}}年的)?(?P<f2>{_NUMBER})(?P<u2>%)，(?:提高|上升)(?P<f3>{_NUMBER})(?P<u3>个百分点)"),
    _pattern("budget sum", "sum",
        rf"赤字(?P<f3>{_NUMBER})(?P<u3>(?:万亿|亿)元)[^。；\d]{{0,12}}，其中中央财政赤字(?P<f1>{_NUMBER})(?P<u1>(?:万亿|亿)元)[^。；\d]{{0,14}}(?P<f2>{_NUMBER})(?P<u2>(?:万亿|亿)元)"),
    _pattern("bracket table", "difference", rf"\|\s*(?P<f1>{_NUMBER})\s*\|\s*(?P<f2>{_NUMBER})\s*\|\s*\[(?P<f3>{_NUMBER})\]"),
    _pattern("part and whole", "part",
        rf"(?P<f2>{_NUMBER})(?P<u2>(?:万亿|亿|万)元)，其中[^，。；、\d]{{1,14}}(?P<f1>{_NUMBER})(?P<u1>(?:万亿|亿|万)元)"),
    _pattern("fixed formula", "first_year", r"(?P<f1>\d{4})年是(?:实施)?[“\"](?P<f2>[一二三四五六七八九十]+)五[”\"](?:规划)?的?(?:开局|开篇|第一年)"),
    _pattern("fixed formula", "last_year", r"(?P<f1>\d{4})年是(?:实施)?[“\"](?P<f2>[一二三四五六七八九十]+)五[”\"](?:规划)?的?(?:圆满)?收官"),
)  # fmt: skip
_LEVEL = re.compile(
    rf"(?P<name>财政收入|社会消费品零售总额|进出口总额)(?:达到|完成|为)?(?P<f1>{_NUMBER})(?P<u1>(?:万亿|亿)(?:美元|元))(?:，(?:比上年)?增长(?P<f2>{_NUMBER})(?P<u2>%))?",
    re.ASCII,
)
_YEAR = re.compile(r"gwr_(\d{4})")


def _figures(document: str, match: re.Match[str]) -> tuple[Figure, ...]:
    groups = match.groupdict()
    numbers = sorted(g for g in groups if g.startswith("f") and groups[g] is not None)
    return tuple(
        Figure(document, match.start(g), match.end(g), match[g], groups.get(f"u{g[1:]}") or "") for g in numbers
    )


def _percents(figures: Sequence[Figure]) -> bool:
    """Whether a rate is printed as one and no number is absurdly long: 1:1:1 is a ratio of something else."""
    return all(len(f.text) < 12 for f in figures) and figures[0].text != "0"


def sites(document: str, text: str) -> Iterator[Site]:
    """The sites in one document."""
    for pattern in PATTERNS:
        for match in pattern.expression.finditer(text):
            figures = _figures(document, match)
            if _percents(figures) and agrees(pattern.rule, figures):
                yield Site(pattern.kind, pattern.rule, figures)


def pairs(texts: Mapping[str, str]) -> tuple[list[Site], dict[str, str]]:
    """What two consecutive State Council reports say of one another, and which report comes before which."""
    by_year = {int(m[1]): name for name in texts if (m := _YEAR.search(name))}
    before = {name: by_year[year - 1] for year, name in by_year.items() if year - 1 in by_year}
    found = []
    for now, earlier in before.items():
        levels = {m["name"]: _figures(earlier, m)[0] for m in _LEVEL.finditer(texts[earlier])}
        for match in _LEVEL.finditer(texts[now]):
            figures = (*_figures(now, match), *([levels[match["name"]]] if match["name"] in levels else []))
            if len(figures) == 3 and agrees("growth", figures):
                found.append(Site("growth", "growth", figures))
    return found, before


def bundle(paths: Sequence[Path]) -> Bundle:
    """The sites of these text files; each State Council report is checked against the one before it."""
    kept = [p for p in paths if p.suffix in {".txt", ".md"} and not _NEVER.search(p.name)]
    texts = {p.name: p.read_text(encoding="utf8") for p in kept}
    between, before = pairs(texts)
    inside = [site for name, text in texts.items() for site in sites(name, text)]
    sessions = tuple(((name,), (before[name],) if name in before else ()) for name in texts)
    return Bundle(texts, (*between, *inside), sessions)
