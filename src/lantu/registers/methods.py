"""Evaluation methods (评估方法): the parameters of the decision rule, adopted and dated, as a report quotes them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lantu.errors import BadRegister, MissingFile


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter with what it means, to be quoted."""

    key: str
    value: Decimal
    unit: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Method:
    """All parameters of an evaluation. `…_pp` are percentage points (5 is 5 points), the others shares of 1.

    `basic_margin` 0 means that 基本完成 exists only for 左右. `parameters` holds them again, documented.
    """

    name: str
    version: int
    adopted: date
    title: Text
    notes: Text
    ahead_pp: Decimal
    tol_pp: Decimal
    binding_tol_pp: Decimal
    effort_k: Decimal
    over: Decimal
    about_rate_points: Decimal
    about_level: Decimal
    basic_margin: Decimal
    sync_pp: Decimal
    base_gap: Decimal
    parameters: tuple[Parameter, ...]


KEYS = (
    "ahead_pp",
    "tol_pp",
    "binding_tol_pp",
    "effort_k",
    "over",
    "about_rate_points",
    "about_level",
    "basic_margin",
    "sync_pp",
    "base_gap",
)


@cache
def load(name: str = "default") -> Method:
    """The method `name` of this register. Raises BadRegister where it is missing or breaks its rules."""
    source = files("lantu.registers") / "methods" / f"{name}.toml"
    if not source.is_file():
        raise BadRegister(f"没有名为“{name}”的评估方法。", f"There is no evaluation method named {name!r}.")
    return parse(source.read_text("utf8"))


def read(path: Path) -> Method:
    """The method in a file of the user's. Raises MissingFile, or BadRegister naming the file."""
    try:
        text = path.read_text("utf8")
    except OSError as error:
        raise MissingFile(
            f"{path.name}：评估方法文件打不开（{error.strerror}）。请核对 --method 的路径。",
            f"{path.name}: the method file cannot be opened ({error.strerror}). Check the path given with --method.",
        ) from None
    except UnicodeDecodeError:
        raise BadRegister(
            f"{path.name}：评估方法文件不是 UTF-8 文本。", f"{path.name}: the method file is not UTF-8 text."
        ) from None
    try:
        return parse(text)
    except BadRegister as error:
        raise BadRegister(f"{path.name}：{error.zh}", f"{path.name}: {error.en}") from error


def parse(text: str) -> Method:
    """A method from the text of its TOML file; every parameter has to be there, and no other. Raises BadRegister."""
    try:
        said = tomllib.loads(text)
        parameters = tuple(_parameter(key, said["parameters"][key]) for key in KEYS)
        unknown = sorted(said["parameters"].keys() - set(KEYS))
        if unknown:
            raise _bad(f"参数 {'、'.join(unknown)} 未知", f"unknown parameters: {', '.join(unknown)}")
        return _method(said, parameters)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _bad(f"缺少或无法读取 {error}", f"missing or unreadable: {error}") from error


def _method(said: Mapping[str, Any], parameters: tuple[Parameter, ...]) -> Method:
    negative = [p.key for p in parameters if p.value < 0]
    if negative or type(said["adopted"]) is not date:
        raise _bad("参数不得为负，adopted 须为日期", "no parameter is below 0, and `adopted` is a date")
    return Method(
        name=str(said["name"]),
        version=int(said["version"]),
        adopted=said["adopted"],
        title=_text(said["title"]),
        notes=_text(said["notes"]),
        parameters=parameters,
        **{p.key: p.value for p in parameters},
    )


def _parameter(key: str, said: Mapping[str, Any]) -> Parameter:
    try:
        value = Decimal(said["value"])
    except (InvalidOperation, TypeError, ValueError):
        value = Decimal("NaN")
    if not value.is_finite():
        raise _bad(
            f"参数 {key} 的 value 应为数字，现为 {said['value']!r}",
            f"the value of {key} is no number: {said['value']!r}",
        )
    return Parameter(key, value, _text(said["unit"]), _text(said))


def _text(said: Mapping[str, Any]) -> Text:
    return Text(str(said["zh"]), str(said["en"]))


def _bad(zh: str, en: str) -> BadRegister:
    return BadRegister(f"评估方法文件有误：{zh}。", f"The method file is wrong: {en}.")
