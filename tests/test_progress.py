"""How far a long reading is: in place on a terminal, a plain line now and then where the output is kept."""

import pytest

from lantu.streams import Waiting


def test_where_output_is_kept_a_line_is_printed_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    waiting = Waiting()
    waiting.begin("[1/2] 规划.pdf")
    for page, seconds in enumerate((5, 19, 21, 30, 45), 1):
        waiting.pages(page * 100, 5000, seconds)
    waiting.show("")
    waiting.begin("[2/2] 报告.pdf")
    waiting.pages(1, 2, 1)
    assert capsys.readouterr().err == "[1/2] 规划.pdf 300/5000 页 · pages\n[1/2] 规划.pdf 500/5000 页 · pages\n"


def test_on_a_terminal_each_line_takes_the_place_of_the_last(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    Waiting().pages(3, 9, 0)
    assert capsys.readouterr().err == "\r\x1b[K3/9 页 · pages"
