"""Words for the index of sentences: a language that writes no spaces is cut into overlapping pairs of characters.

地区生产总值 → 地区 区生 生产 产总 总值 值. A search for any stretch of characters is a search for its pairs in a row;
numbers and Latin words stay whole (41.5%, GDP). SQLite's and PostgreSQL's own word breakers leave such words as they are.
"""

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|\d+(?:[.,]\d+)*[%‰]?|[a-z]+")
_NUMBER = str.maketrans({".": "d", "%": "p", "‰": "q", ",": None})  # letters, which no word breaker cuts at


def folded(text: str) -> str:
    """A text as searched: full-width forms and capitals are folded."""
    return unicodedata.normalize("NFKC", text).lower()


def tokens(text: str) -> Iterator[str]:
    """The words of a text, in order."""
    for run in _RUN.findall(folded(text)):
        if run[0].isdigit():
            yield run.translate(_NUMBER)
        elif run[0].isascii():
            yield run
        else:
            yield from (run[i : i + 2] for i in range(len(run)))


def phrases(query: str) -> list[list[str]]:
    """What a sentence must hold for a query: for each of its parts between spaces, words that follow each other.

    One Chinese character alone stands for every pair that it begins: 水 finds 水利 and 供水. Numbers are whole.
    """
    found = []
    for part in folded(query).split():
        words = list(tokens(part))
        if len(words) > 1 and len(words[-1]) == 1 and not words[-1].isascii():
            words.pop()  # the last character alone: in a sentence another may follow it
        if words:
            found.append(words)
    return found
