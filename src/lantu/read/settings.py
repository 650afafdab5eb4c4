"""`lantu.toml`: what a person corrects of the front matter of files, a TOML table a file name.

["2023 报告.txt"]
kind = "plan_report"
place = "350104"
reporting_year = 2023
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from lantu.errors import BadSettings, EmptyFile
from lantu.model import Front, Kind, Period, Version
from lantu.read.files import load
from lantu.registers import places

FILE_NAME = "lantu.toml"
_SIZE = 1_000_000
_CODE = re.compile(r"(?P<code>\d{6})(?:-(?P<local>[\u4e00-\u9fff]{2,20}))?")  # 350104, 320583-周庄镇


class _Refused(Exception):
    """A value that is not allowed; the texts say what is, in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


@dataclass(frozen=True, slots=True)
class Settings:
    """Values set by hand, by file name and field of `Front`."""

    by_file: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def applied(self, name: str, front: Front) -> Front:
        """The front matter of the file `name` with what was set for it; `by_hand` names those fields."""
        values = self.by_file.get(name)
        return replace(front, **values, by_hand=front.by_hand | set(values)) if values else front


def read_settings(path: Path) -> Settings:
    """The settings in a `lantu.toml`. Raises BadSettings for what is not allowed, and as `files.load` does."""
    try:
        tables = tomllib.loads(load(path, _SIZE).decode("utf-8-sig"))
    except EmptyFile:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(
            f"{path.name}：不是有效的 TOML（{error}）；请改正后再试", f"{path.name}: no valid TOML ({error}); mend it"
        ) from error
    return Settings({name: _table(path.name, name, table) for name, table in tables.items()})


def of_table(file: str, table: Mapping[str, object]) -> Mapping[str, Any]:
    """What a person says of one file's front matter. Raises BadSettings for what is not allowed."""
    return {key: _value(f"{file}：{key}", f"{file}: {key}", key, value) for key, value in table.items()}


def _table(file: str, name: str, table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise BadSettings(
            f'{file}：{name} 不是表；请写成 ["文件名"]，其下每行一项',
            f'{file}: {name} is no table; write ["file name"] and one setting a line below it',
        )
    return {
        key: _value(f"{file}：[{name}] {key}", f"{file}: [{name}] {key}", key, value) for key, value in table.items()
    }


def _value(where_zh: str, where_en: str, key: str, value: object) -> object:
    if key not in _FIELDS:
        allowed = ", ".join(_FIELDS)
        raise BadSettings(
            f"{where_zh}：没有这一项；可用的有 {allowed}", f"{where_en}: no such setting; there are {allowed}"
        )
    try:
        return _FIELDS[key](value)
    except _Refused as refused:
        raise BadSettings(
            f"{where_zh} = {value!r}：值不对；应为{refused.zh}",
            f"{where_en} = {value!r}: wrong value; {refused.en} is wanted",
        ) from refused


def _kind(value: object) -> object:
    allowed = ", ".join(Kind)
    if value not in list(Kind):
        raise _Refused(f" {allowed} 之一", f"one of {allowed}")
    return Kind(str(value))


def _version(value: object) -> object:
    allowed = ", ".join(Version)
    if value not in list(Version):
        raise _Refused(f" {allowed} 之一", f"one of {allowed}")
    return Version(str(value))


def _text(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        raise _Refused("加引号的文字", "words in quotation marks")
    return value.strip()


def _place(value: object) -> object:
    code = _CODE.fullmatch(str(value))
    place = places.by_code(code["code"]) if code else None
    if code and place and code["local"]:
        return places.local(place, code["local"])
    if place is None:
        raise _Refused(
            "六位行政区划代码，如 350104（其下没有代码的地方如 320583-周庄镇）",
            "a six-digit division code such as 350104, for a place without one 320583-周庄镇",
        )
    return place


def _year(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or not 1949 <= value <= 2100:
        raise _Refused("四位年份，如 2023", "a year such as 2023")
    return value


def _date(value: object) -> object:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise _Refused("日期，如 2023-12-24", "a date such as 2023-12-24") from error


def _period(value: object) -> object:
    try:
        period = Period(str(value))
    except ValueError as error:
        raise _Refused("时期，如 2021-2025", "a period such as 2021-2025") from error
    if not period.is_span:
        raise _Refused("若干整年，如 2021-2025", "several whole years such as 2021-2025")
    return period


_FIELDS: Mapping[str, Callable[[object], object]] = {
    "kind": _kind,
    "place": _place,
    "reporting_year": _year,
    "planning_year": _year,
    "date": _date,
    "reported": _date,
    "adopted": _date,
    "plan_period": _period,
    "version": _version,
    "issuer": _text,
    "meeting": _text,
    "title": _text,
}
