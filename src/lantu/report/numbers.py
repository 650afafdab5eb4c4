"""JSON as Lantu writes it: numbers with their printed digits, every null with its reason beside it."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import simplejson

from lantu.report import shown

Record = dict[str, Any]


def number(value: Decimal) -> Decimal:
    """A printed number, never written in powers of ten."""
    return Decimal(format(value, "f"))


def six(value: Decimal) -> Decimal:
    """A computed number: six digits after the point, half up."""
    return shown.half_up(value, 6)


def put(record: Record, key: str, value: object, reason: str) -> None:
    """Set `key`; where the value is None, say why beside it as `<key>_reason`."""
    record[key] = value
    if value is None:
        record[f"{key}_reason"] = reason


def dumps(value: object, *, indent: int | None = 2) -> str:
    """JSON text of plain values; Decimal stays a number with its digits, keys keep their order."""
    spaces = " " * indent if indent else None
    text: str = simplejson.dumps(value, use_decimal=True, ensure_ascii=False, indent=spaces, allow_nan=False)
    return text


def plain(value: object) -> object:
    """A record as plain JSON values: dataclasses as objects, enums as their values, dates as ISO text."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return number(value)
    return value.isoformat() if isinstance(value, date) else value
