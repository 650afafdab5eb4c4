"""Pages as recognition gives them: boxes that are no hair's breadth exact, and what it could not read."""

from collections.abc import Sequence

from lantu.read.laid import Laid
from lantu.read.printed import laid
from lantu.read.runs import Run, Sheet


def line(text: str, left: float, top: float, high: float = 13, em: float = 12) -> Run:
    """A recognised line; figures are half as wide as other characters."""
    edges = [left]
    for char in text:
        edges.append(edges[-1] + (em / 2 if char < "\u2000" else em))
    return Run(text, top, top + high, tuple(edges), (0.9,) * len(text))


def page(*runs: Run, lost: int = 0, number: int = 1) -> Sheet:
    return Sheet(number, 595, 842, runs, scanned=True, unrecognised=lost)


def cells(read: Laid) -> list[list[str]]:
    (grid,) = read.grids
    return [[read.text[start:end] for start, end in row] for row in grid.rows]


def rows(*said: Sequence[str]) -> list[Run]:
    xs = (80, 240, 320, 420)
    return [
        line(cell, x + i, 200 + 24 * i + k, 12 + k)
        for i, row in enumerate(said)
        for k, (x, cell) in enumerate(zip(xs, row, strict=True))
    ]


def test_a_paragraph_whose_lines_have_boxes_of_different_height() -> None:
    read = laid("a", [page(line("各乡镇、各部门要对照上述目标，逐项分解任务，按月", 104, 100, 11.9), line("调度，年底对账，年末考核，结果报县人民政府办公室备", 80, 118, 15.8), line("案。", 80, 138))])  # fmt: skip
    assert (
        read.text
        == "各乡镇、各部门要对照上述目标，逐项分解任务，按月调度，年底对账，年末考核，结果报县人民政府办公室备案。"
    )


def test_a_table_without_rules_down() -> None:
    said = (
        ("指标名称", "单位", "2023年实际", "2024年目标"),
        ("粮食总产量", "万吨", "28.6", "29"),
        ("城镇化率", "%", "52.3", "53"),
    )
    assert cells(laid("a", [page(*rows(*said))])) == [list(row) for row in said]


def test_lines_that_could_not_be_recognised_are_told_once_for_all_pages() -> None:
    sheets = [page(line("甲", 80, 100), lost=lost, number=i) for i, lost in enumerate((0, 2, 1, 0, 4), 1)]
    (note,) = laid("a", sheets).notes
    assert (note.code, note.filled) == ("lines_not_recognised", {"count": "7", "pages": "2–3, 5"})
