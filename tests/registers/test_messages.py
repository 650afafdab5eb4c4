"""Messages: every note that the code writes can be said in both languages."""

import ast
from pathlib import Path

import pytest

from lantu.errors import BadRegister
from lantu.model import Note
from lantu.registers import messages

SOURCES = sorted((Path(__file__).parents[2] / "src" / "lantu").rglob("*.py"))


def literal_codes() -> set[str]:
    """The codes in `Note.of("code", …)` throughout the source."""
    calls = (
        node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf8"))) if isinstance(node, ast.Call)
    )
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "of"
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "Note"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_code_has_its_message() -> None:
    assert literal_codes() <= messages.load().keys()


def test_a_note_is_said_in_either_language() -> None:
    note = Note.of("no_annual_plan", year=2022)
    assert messages.say(note, "zh") == "所给文件中有2022年的执行结果，但没有2022年的年度计划。"
    assert messages.say(note, "en") == "Results of 2022 are among the documents; the 2022 plan is not."


def test_a_note_that_nobody_wrote_down_is_refused() -> None:
    with pytest.raises(BadRegister):
        messages.say(Note.of("nonsense"), "zh")
    with pytest.raises(BadRegister):
        messages.say(Note.of("no_annual_plan"), "zh")


@pytest.mark.parametrize("text", ['[a]\nzh = "{x}"\nen = "{y}"', '[a]\nzh = "甲"', "[a"])
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(BadRegister):
        messages.parse(text)


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        ("2021–2023, 2025", "缺2021—2023、2025年数据。", "2021–2023, 2025"),
        ("2024: 5%", "缺2024年5%年数据。", "2024: 5%"),
        ("a, b.md", "缺a, b.md年数据。", "a, b.md"),
    ],
)
def test_figures_carry_the_marks_of_their_language_and_names_stay(years: str, zh: str, en: str) -> None:
    note = Note.of("years_missing", years=years)
    assert messages.say(note, "zh") == zh
    assert en in messages.say(note, "en")
