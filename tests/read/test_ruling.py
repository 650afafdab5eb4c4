"""Ruling lines of tables in images."""

import pytest

cv2 = pytest.importorskip("cv2", reason="the extra is not installed (LANTU_EXTRA=ocr make setup)")
np = pytest.importorskip("numpy")

from lantu.read import ruling  # noqa: E402 - wants the extra

ROWS, COLUMNS = (400, 460, 520, 580), (150, 700, 950, 1200)


def page(*, sides: bool = True) -> ruling.Pixels:
    """A page with a table of three rows and columns; the first cell of its second row reaches into the third."""
    image: ruling.Pixels = np.full((2339, 1653, 3), 255, np.uint8)
    for y in ROWS:
        left = COLUMNS[1] if y == ROWS[2] else COLUMNS[0]
        cv2.line(image, (left, y), (COLUMNS[-1], y), (0, 0, 0), 2)
    for x in COLUMNS if sides else COLUMNS[1:-1]:
        cv2.line(image, (x, ROWS[0]), (x, ROWS[-1]), (0, 0, 0), 2)
    for y in range(800, 2200, 60):
        for x in range(200, 1400, 40):
            cv2.rectangle(image, (x, y), (x + 28, y + 28), (60, 60, 60), 3)  # as characters stand
    return image


@pytest.mark.parametrize("sides", [True, False])
@pytest.mark.parametrize("angle", [0.0, 0.5, -1.3])
def test_cells_with_what_they_cover(sides: bool, angle: float) -> None:
    turn = cv2.getRotationMatrix2D((826, 1170), angle, 1)
    askew = cv2.warpAffine(page(sides=sides), turn, (1653, 2339), borderValue=(255, 255, 255))
    (table,) = ruling.tables(ruling.straightened(askew)[0])
    assert [(c.row, c.below, c.column, c.beyond) for c in table] == [
        (0, 1, 0, 1), (0, 1, 1, 2), (0, 1, 2, 3),
        (1, 3, 0, 1), (1, 2, 1, 2), (1, 2, 2, 3),
        (2, 3, 1, 2), (2, 3, 2, 3),
    ]  # fmt: skip


def test_a_frame_around_the_page_is_no_table() -> None:
    image = np.full((2339, 1653, 3), 255, np.uint8)
    cv2.rectangle(image, (80, 80), (1570, 2250), (200, 0, 0), 4)
    assert ruling.tables(image) == []


def test_a_level_page_stays_as_it_is() -> None:
    image = page()
    assert ruling.straightened(image)[0] is image
