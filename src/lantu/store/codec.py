"""Frozen records as JSON values and back, exactly: a number keeps its printed digits, a period its code.

For the parts of records that no query asks for (geometry of pages, tables, qualifiers); what is asked for has columns.
"""

import json
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache
from typing import TypeVar

from cattrs import Converter
from cattrs.preconf.json import make_converter

from lantu.model import Period

T = TypeVar("T")


@cache
def _converter() -> Converter:
    converter = make_converter(
        omit_if_default=True, forbid_extra_keys=True, unstruct_collection_overrides={AbstractSet: sorted}
    )
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(Period, lambda period: period.code)
    converter.register_structure_hook(Period, lambda code, _: Period(code))
    return converter


def plain(record: object, as_: object = None) -> object:
    """A record, or a tuple of them, as JSON values; `as_` is its type where the record alone does not tell."""
    return _converter().unstructure(record, unstructure_as=as_)


def record(values: object, type_: type[T]) -> T:
    """The record that `plain` made these values of."""
    return _converter().structure(values, type_)


def written(text: str, vendor: str) -> str:
    """A stretch of text as it stands in a JSON column: SQLite keeps it as Django writes it, with escapes."""
    return json.dumps(text, ensure_ascii=vendor == "sqlite")[1:-1]
