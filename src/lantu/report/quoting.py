"""Where a figure stands, as pages quote it: the document, and the sentence or table row with the figure in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from lantu.report.excerpts import Excerpt, Piece, Spot
from lantu.report.story import Told
from lantu.report.telling import Figure, Ref

_BETWEEN_CELLS = Piece(" · ")
_KEPT = 240  # characters on either side of a figure; a longer sentence is cut there


@dataclass(frozen=True)
class Quotes:
    """The evidence of one telling."""

    told: Told

    def spot(self, spot: Spot) -> Ref:
        """A place that is evidence of a story."""
        document = self.told.ledger.document[spot.document]
        before, text, after = _parted(self.told.excerpt[spot.id], spot.id)
        statement = spot.id if spot.id in self.told.ledger.statements else ""
        return Ref(
            document.sha256, document.front.title or document.name, document.front.kind.value, statement, spot.start,
            _end(before), text, _begin(after),
        )  # fmt: skip

    def statement(self, key: str) -> Ref | None:
        """A statement; None where it is evidence of no story."""
        said = self.told.ledger.statements[key]
        spot = Spot(said.document, said.start, said.end, key)
        return self.spot(spot) if key in self.told.excerpt else None

    def figure(self, text: str, statements: Iterable[str]) -> Figure:
        """A printed number with every statement that says it."""
        refs = (self.statement(s) for s in statements)
        return Figure(text, tuple(r for r in refs if r))

    def document(self, statement: str) -> str:
        """The document of a statement."""
        return self.told.ledger.statements[statement].document


def _parted(excerpt: Excerpt, mark: str) -> tuple[str, str, str]:
    pieces: list[Piece] = []
    for cell in excerpt.lines[-1]:
        pieces += [_BETWEEN_CELLS, *cell] if pieces else cell
    at = next(n for n, piece in enumerate(pieces) if mark in piece.marks)
    before, after = pieces[:at], pieces[at + 1 :]
    return "".join(p.text for p in before), pieces[at].text, "".join(p.text for p in after)


def _end(text: str) -> str:
    return text if len(text) <= _KEPT else "…" + text[-_KEPT:]


def _begin(text: str) -> str:
    return text if len(text) <= _KEPT else text[:_KEPT] + "…"
