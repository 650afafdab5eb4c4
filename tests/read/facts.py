"""What a document asserts, field by field, wherever it stands."""

from dataclasses import fields
from typing import Any

from lantu.extract import extract
from lantu.model import Document, Statement

_PLACES = {"document", "passage", "start", "end"}  # of the text, which differs from format to format


def facts(document: Document) -> list[dict[str, Any]]:
    """Every field of every statement but its place in the text, in the order of the text."""
    return [_fact(statement) for statement in extract(document).statements]


def _fact(statement: Statement) -> dict[str, Any]:
    said = {f.name: getattr(statement, f.name) for f in fields(statement) if f.name not in _PLACES}
    return said | {"text": "".join(statement.text.split())}
