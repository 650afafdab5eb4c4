"""Words by which the link stage goes (`linking.toml`), compiled once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lantu.errors import BadRegister
from lantu.model import Vintage


@dataclass(frozen=True, slots=True)
class Linking:
    """What tells assigned, growth and headline targets, names of one indicator, and imprint."""

    assigned: tuple[str, ...]
    nothing: frozenset[str]
    reduction: tuple[str, ...]
    leading: tuple[str, ...]
    unreal: re.Pattern[str]
    planned: re.Pattern[str]
    table_words: tuple[str, ...]
    number_columns: frozenset[str]
    headline: re.Pattern[str]
    headline_unless: re.Pattern[str]
    imprint: re.Pattern[str]
    title: re.Pattern[str]
    vintages: Mapping[str, Vintage]

    def place_of(self, title: str) -> str | None:
        """The name of a place at the head of a title, whether or not the code list knows it."""
        found = self.title.match("".join(title.split()))
        return found["name"] if found else None

    def is_name(self, name: str) -> bool:
        """Whether a name may be an indicator's: no remains of a sentence, no words of planning."""
        plain = "".join(name.split())
        return not self.unreal.search(plain) and not self.is_planned(plain)

    def is_planned(self, name: str) -> bool:
        """Whether a name says that its values are planned, not done (拟安排资金)."""
        return bool(self.planned.search(name))

    def is_imprint(self, text: str) -> bool:
        """Whether a stretch of text is what a printer adds: print line, copies, addressees."""
        return bool(self.imprint.search(text))


@cache
def load() -> Linking:
    """The words. Raises BadRegister where a list is missing or a pattern does not compile."""
    source = tomllib.loads((files("lantu.registers") / "linking.toml").read_text("utf8"))
    try:
        return _linking(source)
    except (KeyError, re.error) as fault:
        raise BadRegister(
            f"登记表 linking.toml 不完整：{fault}。请对照随附的原表补齐。",
            f"linking.toml is incomplete: {fault}. Compare it with the one that ships with Lantu.",
        ) from fault


def _linking(source: dict[str, dict[str, Any]]) -> Linking:
    target, names, tables = source["target"], source["names"], source["tables"]
    return Linking(
        assigned=tuple(target["assigned"]),
        nothing=frozenset(target["nothing"]),
        reduction=tuple(names["reduction"]),
        leading=_longest_first(names["leading"]),
        unreal=re.compile("|".join(names["unreal"])),
        planned=_any_of(names["planned"]),
        table_words=tuple(tables["indicators"]),
        number_columns=frozenset(tables["number"]),
        headline=_any_of(source["headline"]["words"]),
        headline_unless=_any_of(source["headline"]["unless"]),
        imprint=re.compile("|".join(source["imprint"]["patterns"])),
        title=re.compile(source["places"]["title"]),
        vintages={word: Vintage[name] for word, name in source["vintages"].items()},
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
