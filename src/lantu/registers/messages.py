"""What notes say to people, in both languages (`messages.toml`)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from lantu.errors import BadRegister
from lantu.model import Note

_FIGURES = re.compile(r"[0-9.,:%+≥≤><≈– -]*")  # years, ranges and lists of figures; never names or quotations
_MARKS = {"–": "—", ", ": "、", ": ": "年"}


@dataclass(frozen=True, slots=True)
class Message:
    """One message: a sentence in each language with the same {values} in it."""

    zh: str
    en: str

    @property
    def fields(self) -> frozenset[str]:
        """The names of the values it wants."""
        return _fields(self.zh)


@cache
def load() -> Mapping[str, Message]:
    """Every message by its code. Raises BadRegister where the two languages want different values."""
    return parse((files("lantu.registers") / "messages.toml").read_text("utf8"))


def parse(text: str) -> Mapping[str, Message]:
    """Messages from the text of their TOML file. Raises BadRegister."""
    try:
        found = {code: Message(**said) for code, said in tomllib.loads(text).items()}
    except (TypeError, tomllib.TOMLDecodeError) as error:
        raise BadRegister(f"messages.toml 有误：{error}。", f"messages.toml is wrong: {error}.") from error
    for code, message in found.items():
        if _fields(message.zh) != _fields(message.en):
            raise BadRegister(
                f"messages.toml：{code} 两种语言的变量不同。",
                f"messages.toml: {code} wants different values in its two languages.",
            )
    return found


def say(note: Note, lang: str) -> str:
    """A note as a sentence in `zh` or `en`. Raises BadRegister for a code or a value that nobody wrote down."""
    message = load().get(note.code)
    if message is None or message.fields - note.filled.keys():
        raise BadRegister(
            f"提示“{note.code}”没有文本或缺少变量。", f"Note {note.code!r} has no text, or lacks a value."
        )
    if lang == "en":
        return message.en.format_map(note.filled)
    return message.zh.format_map({name: _with_chinese_marks(value) for name, value in note.filled.items()})


def _with_chinese_marks(value: str) -> str:
    """Figures with the marks of GB/T 15834: `2021–2023, 2025` as `2021—2023、2025`, `2024: 5%` as `2024年5%`."""
    if not _FIGURES.fullmatch(value):
        return value
    for mark, chinese in _MARKS.items():
        value = value.replace(mark, chinese)
    return value


def _fields(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
