"""How a printed name is brought to the form in which the indicator register is searched (`indicator_names.toml`)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lantu.errors import BadRegister

_QUOTES = re.compile("[“”‘’\"'「」『』《》〈〉*＊#△▲※★●•·]")
_DASHES = re.compile("[—–―‐‑−─]+")
_NUMBER = re.compile(r"^(?:\(?[0-9]{1,3}\)|[0-9]{1,3}[.、)](?![0-9])|\(?[一二三四五六七八九十]{1,3}[)、])+")
_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ENDS = ":;,、。,;."


@dataclass(frozen=True, slots=True)
class Rules:
    """What varies in names: see the comments of the data file."""

    spellings: re.Pattern[str]
    canonical: tuple[str, ...]
    narrowing: re.Pattern[str]
    growth: tuple[str, ...]
    reduction: re.Pattern[str]
    fall: str
    same: tuple[str, ...]
    qualifiers: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a printed name; `growth`: what was cut off says that a growth is meant."""

    name: str
    growth: bool = False


@cache
def rules() -> Rules:
    """The rules, compiled. Raises BadRegister where a list is missing or a pattern does not compile."""
    try:
        return _compiled(tomllib.loads((files("lantu.registers") / "indicator_names.toml").read_text("utf8")))
    except (KeyError, re.error, tomllib.TOMLDecodeError) as fault:
        raise BadRegister(
            f"登记表 indicator_names.toml 有误：{fault}。请对照随附的原表改正。",
            f"indicator_names.toml is wrong: {fault}. Compare it with the one that ships with Lantu.",
        ) from fault


def plain(name: str) -> str:
    """A name without what varies in print: width, white space, quotes, footnote marks, its number in a list."""
    text = "".join(unicodedata.normalize("NFKC", name).split())
    text = _DASHES.sub("-", _QUOTES.sub("", text))
    return _NUMBER.sub("", text).strip(_ENDS)


def spell(text: str) -> str:
    """A plain name in the register's spelling."""
    known = rules()
    text = known.spellings.sub(lambda m: known.canonical[_group(m)], text)
    return known.reduction.sub(known.fall, text)


@lru_cache(maxsize=4096)
def keys(alias: str) -> tuple[str, ...]:
    """The forms under which an alias is filed: brackets as written, and their content without the brackets."""
    text = plain(alias)
    return tuple(dict.fromkeys(map(spell, (text, _flat(text)))))


def forms(name: str) -> tuple[Form, ...]:
    """The readings of a printed name, the closest to print first."""
    text = plain(name)
    written = dict.fromkeys((text, _flat(text), _without_brackets(text)))
    spelled = [spell(w) for w in written if w]
    found = [Form(s) for s in spelled]
    found += [Form(cut, growth=True) for s in spelled for cut in _cut(s, rules().growth)]
    found += [Form(cut, form.growth) for form in tuple(found) for cut in _cut(form.name, rules().same)]
    return tuple(dict.fromkeys(found))


def shortened(name: str) -> Iterator[str]:
    """What remains of a form without qualifiers at its head, the longest first."""
    for start in range(1, len(name) - 1):
        if rules().qualifiers.fullmatch(name, 0, start):
            yield name[start:]


def growth_stem(name: str) -> str:
    """The name of a growth without its ending, in the register's spelling: GDP增速 → GDP; itself where it has none."""
    text = spell(plain(name))
    return next(_cut(text, rules().growth), text)


def _flat(text: str) -> str:
    return re.sub(r"[()\[\]]", "", text)


def _without_brackets(text: str) -> str:
    return _BRACKET.sub(lambda m: m[0] if rules().narrowing.search(m[0]) else "", text)


def _cut(text: str, endings: tuple[str, ...]) -> Iterator[str]:
    return (text[: -len(e)] for e in endings if text.endswith(e) and len(text) > len(e) + 1)


def _group(found: re.Match[str]) -> int:
    assert found.lastindex, "every alternative is a group"
    return found.lastindex - 1


def _compiled(said: dict[str, dict[str, list[str]]]) -> Rules:
    # The longest alternative first: 万元地区生产总值 before 地区生产总值.
    pairs = sorted(((a, to) for to, all_ in said["spellings"].items() for a in all_), key=lambda p: (-len(p[0]), p[0]))
    endings = said["endings"]
    return Rules(
        spellings=re.compile("|".join(f"({_ungrouped(written)})" for written, _ in pairs)),
        canonical=tuple(to for _, to in pairs),
        narrowing=re.compile("|".join(said["brackets"]["narrowing"])),
        growth=_longest_first(endings["growth"]),
        reduction=re.compile(rf"(?<=.)(?:{'|'.join(_longest_first(endings['reduction']))})$"),
        fall=endings["reduction"][0],
        same=_longest_first(endings["same"]),
        qualifiers=re.compile(rf"(?:{'|'.join(_longest_first(said['qualifiers']['words']))})+"),
    )


def _ungrouped(pattern: str) -> str:
    if re.search(r"(?<!\\)\((?!\?)", pattern):
        raise re.error(f"use (?:…) in {pattern}")
    return pattern


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
