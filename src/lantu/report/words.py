"""The words of the outputs in Chinese and English, from `words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Words(NamedTuple):
    """One thing said in both languages."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The words in one language: `zh` or `en`."""
        return self.en if lang == "en" else self.zh


@cache
def group(name: str) -> Mapping[str, Words]:
    """All words of one group, in the order of the file; KeyError for a group that is not there."""
    return {key: Words(*pair) for key, pair in _tables()[name].items()}


def words(name: str, key: str) -> Words:
    """The words for one value of a group. A value without words is shown as it is: it came with the data."""
    return group(name).get(key, Words(key, key))


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("lantu.report").joinpath("words.toml").read_text(encoding="utf-8")
    tables: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return tables
