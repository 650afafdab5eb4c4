"""Character recognition of a straightened page, offline: lines of characters with the place and certainty of each."""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from rapidocr import RapidOCR

from lantu.read.ruling import Pixels, straightened

_THREADS = 2
_LONGEST_SIDE = 3400  # pixels: A3 at 200 dpi is not made smaller
_LEAST_SCORE = 0.5  # below it a line is dirt, a seal or a picture's grain rather than text: counted, not read
_LEAST_MEAN = 0.8  # of all characters; a page head down has less
_SAME_LINE = 0.5  # share of the lower of two boxes by which they overlap when they stand side by side
_HALF = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uff65])[(),:;?!]|[(),:;?!](?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uff65])"
)
_FULL = str.maketrans("(),:;?!", "（），：；？！")
_Word = tuple[str, float, Sequence[Sequence[float]] | None]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Characters found side by side, in pixels. `edges`: the left edge of each, then the right edge of the last."""

    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    confidence: tuple[float, ...]

    def part(self, first: int, last: int) -> "Recognised":
        """The characters [first, last)."""
        return Recognised(
            self.text[first:last], self.edges[first : last + 1], self.top, self.bottom, self.confidence[first:last]
        )


@dataclass(frozen=True, slots=True)
class Upright:
    """A page made upright by quarter turns to the left (`turns`) and `askew` degrees more, and its lines of text.

    Lines from top to bottom and left to right; `lost` counts those that could not be recognised.
    """

    level: Pixels
    turns: int
    askew: float
    lines: Sequence[Recognised]
    lost: int


def recognised(image: Pixels) -> Upright:
    """The page upright and level, with its lines.

    A page that lies on its side or head down is tried the other ways too, and the way of which recognition is
    surest is taken.
    """
    found = [_upright(image, 0)]
    found += [_upright(image, turns) for turns in _turns(found[0].lines)]
    return max(found, key=lambda page: _certainty(page.lines))


def _upright(image: Pixels, turns: int) -> Upright:
    level, askew = straightened(np.ascontiguousarray(np.rot90(image, turns)) if turns else image)
    return Upright(level, turns, askew, *_lines(level))


def _turns(lines: Sequence[Recognised]) -> tuple[int, ...]:
    """The quarters of a turn that are worth a trial, after the page was read as it lies."""
    size = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in lines if _is_upended(line)) > size / 2:
        return (1, 3)
    return (2,) if size and sum(sum(line.confidence) for line in lines) < _LEAST_MEAN * size else ()


def _certainty(lines: Sequence[Recognised]) -> float:
    return sum(sum(line.confidence) for line in lines if not _is_upended(line))


def _is_upended(line: Recognised) -> bool:
    """Whether a line runs down the page."""
    return len(line.text) > 1 and line.bottom - line.top > 1.5 * (line.edges[-1] - line.edges[0])


def _lines(image: Pixels) -> tuple[list[Recognised], int]:
    """The lines of a level page, and how many could not be recognised."""
    found = _engine()(cv2.cvtColor(image, cv2.COLOR_RGB2BGR), return_word_box=True, return_single_char_box=True)
    if found.boxes is None or not found.txts:
        return [], 0
    words: list[Sequence[_Word]] = [line for line in found.word_results if line]
    lines, lost = [], 0
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        # the engine may leave a line out of its characters that it has among its texts
        matches = bool(words) and "".join(word[0] for word in words[0]) == text
        known = words.pop(0) if matches else None
        if score < _LEAST_SCORE:
            lost += 1
            continue
        line = _of_words(known, box) if known else _of_line(text, float(score), box)
        # where a narrow cell prints a word downwards, the places of its characters across say nothing
        lines.append(_of_line(text, min(line.confidence), box) if _is_upended(line) else line)
    return _in_order([replace(line, text=full_width(line.text)) for line in lines]), lost


def full_width(text: str) -> str:
    """The text with the marks beside Chinese characters in full width: recognition gives now one form, now the other."""
    return _HALF.sub(lambda mark: mark[0].translate(_FULL), text)


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - the library has no types
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,  # whole pages are turned, not single lines
            "Global.text_score": 0.0,  # what is not read is counted
            "Global.max_side_len": _LONGEST_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _of_words(words: Sequence[_Word], box: Sequence[Sequence[float]]) -> Recognised:
    """A line with a box for each character; the boxes have gaps and the edges do not: a gap belongs to the character before."""
    edges = [float(min(x for x, _ in place)) for _, _, place in words if place]
    right = max(x for x, _ in words[-1][2] or box)
    scores = tuple(float(score) for _, score, _ in words)
    top, bottom = _height(box)
    return Recognised("".join(text for text, _, _ in words), _rising((*edges, float(right))), top, bottom, scores)


def _of_line(text: str, score: float, box: Sequence[Sequence[float]]) -> Recognised:
    """A line of which only the whole is known: its characters are spread evenly."""
    left, right = min(x for x, _ in box), max(x for x, _ in box)
    top, bottom = _height(box)
    edges = np.linspace(float(left), float(right), len(text) + 1)
    return Recognised(text, tuple(map(float, edges)), top, bottom, (score,) * len(text))


def _height(box: Sequence[Sequence[float]]) -> tuple[float, float]:
    return float(min(y for _, y in box)), float(max(y for _, y in box))


def _rising(edges: Iterable[float]) -> tuple[float, ...]:
    """Edges none of which stands left of the one before."""
    rising: list[float] = []
    for edge in edges:
        rising.append(max(edge, rising[-1]) if rising else edge)
    return tuple(rising)


def _in_order(lines: Sequence[Recognised]) -> list[Recognised]:
    """From top to bottom; boxes side by side from left to right."""
    rows: list[list[Recognised]] = []
    for line in sorted(lines, key=lambda line: line.top + line.bottom):
        if rows and _side_by_side(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.edges[0])]


def _side_by_side(one: Recognised, other: Recognised) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)
