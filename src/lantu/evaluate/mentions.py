"""Where documents name indicators: the longest name at each place counts, and brings its sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lantu.model import Document, Passage, PassageKind, Passed, Statement
from lantu.registers.indicators import Indicator

_ENDS = "。！？!?\n"
_CLAUSES = "；;"
_LONG = 120  # a sentence with more characters is shown by its clause
_BRACKETS = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place, with the sentence around it."""

    name: str
    passed: Passed


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their first character, longest first; a longer name hides the shorter ones in it."""

    by_first: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, indicators: Iterable[Indicator], more: Iterable[str]) -> "Names":
        """The names of the register and those that targets bring."""
        said = {folded(name) for i in indicators for name in names_of(i)}
        said |= {folded(name) for name in more}
        found: dict[str, list[str]] = {}
        for name in sorted((n for n in said if len(n) > 1), key=lambda n: (-len(n), n)):
            found.setdefault(name[0], []).append(name)
        return cls({first: tuple(names) for first, names in found.items()})

    def at(self, text: str, position: int) -> str | None:
        """The longest name that stands at a position of a folded text."""
        return next((n for n in self.by_first.get(text[position], ()) if text.startswith(n, position)), None)


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """The names of an indicator and of its growth."""
    return (indicator.zh, *indicator.aliases, *indicator.growth_names)


def folded(name: str) -> str:
    """A name or text with brackets of one width; as long as before, but for the white space of a name."""
    return "".join(name.split()).translate(_BRACKETS)


def mentions(documents: Sequence[Document], names: Names) -> Mapping[str, tuple[Mention, ...]]:
    """Every mention in the documents' passages, page furniture left out, by its folded name."""
    found: dict[str, list[Mention]] = {}
    for document in documents:
        for passage in document.passages:
            if passage.kind is not PassageKind.FURNITURE:
                for mention in _in_passage(document, passage, names):
                    found.setdefault(mention.name, []).append(mention)
    return {name: tuple(said) for name, said in found.items()}


def sentences_with(documents: Sequence[Document], stems: Sequence[str]) -> tuple[Passed, ...]:
    """The sentences with one of these words, also inside a longer name: that of a neighbouring indicator."""
    return tuple(
        Passed(document.sha256, *passage.span(*_sentence(passage.text, position)))
        for document in documents
        for passage in document.passages
        if passage.kind is not PassageKind.FURNITURE
        for stem in stems
        for position in _positions(passage.text.translate(_BRACKETS), folded(stem))
    )


def _positions(text: str, word: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _in_passage(document: Document, passage: Passage, names: Names) -> Iterable[Mention]:
    text, position = passage.text.translate(_BRACKETS), 0
    while position < len(text):
        name = names.at(text, position)
        if name:
            start, end = _sentence(text, position)
            yield Mention(name, Passed(document.sha256, *passage.span(start, end)))
        position += len(name or "x")


def of_statement(document: Document, statement: Statement) -> Passed:
    """The sentence of a statement; of a table cell the cell."""
    passage = document.passages[statement.passage]
    position = None if statement.cell else _clean_position(passage, statement.start)
    if position is None:
        return Passed(document.sha256, statement.start, statement.end)
    start, end = _sentence(passage.text, position)
    return Passed(document.sha256, *passage.span(start, end))


def _clean_position(passage: Passage, raw: int) -> int | None:
    for segment in passage.segments:
        if segment.raw <= raw < segment.raw + segment.length:
            return segment.clean + raw - segment.raw
    return None


def _sentence(text: str, position: int) -> tuple[int, int]:
    start, end = _around(text, position, _ENDS)
    return _around(text, position, _ENDS + _CLAUSES) if end - start > _LONG else (start, end)


def _around(text: str, position: int, ends: str) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, position) for mark in ends) + 1
    after = [at for mark in ends if (at := text.find(mark, position)) >= 0]
    end = min(after) + 1 if after else len(text)
    while start < position and text[start].isspace():
        start += 1
    return start, end
