"""The API described by OpenAPI 3.1, from the same tables that answer."""

from collections.abc import Mapping
from typing import Any

import lantu
from lantu.web.api.tables import TABLES, Table


def openapi() -> Mapping[str, Any]:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "蓝图公开数据 · Lantu open data", "version": lantu.__version__,
            "description": "公开的规划、目标、实际值、文档和表述，只读。数字照原文，作为文字给出。 "
            "Published plans, targets, values, documents and statements, read-only. Numbers are text, as printed.",
        },
        "paths": {f"/api/{name}": {"get": _operation(name, table)} for name, table in TABLES.items()},
        "components": {"schemas": {"Error": _object({"error": "string", "error_zh": "string"})}},
    }  # fmt: skip


def _operation(name: str, table: Table) -> Mapping[str, Any]:
    return {
        "operationId": name, "summary": f"{table.zh} · {table.en}",
        "parameters": [
            {"name": key, "in": "query", "required": p.required, "description": f"{p.zh} · {p.en}", "schema": p.schema}
            for key, p in table.parameters.items()
        ],
        "responses": {
            "200": {"description": "一页 · a page", "content": _json(_page(table))},
            "304": {"description": "没有变化 · unchanged"},
            "400": {"description": "参数不对 · wrong parameter", "content": _json({"$ref": "#/components/schemas/Error"})},
            "405": {"description": "只读 · read-only", "content": _json({"$ref": "#/components/schemas/Error"})},
            "404": {"description": "公开网站未开 · the site is off", "content": _json({"$ref": "#/components/schemas/Error"})},
        },
    }  # fmt: skip


def _json(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"application/json": {"schema": schema}}


def _object(fields: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        "type": "object",
        "required": list(fields),
        "properties": {name: {"type": type_} for name, type_ in fields.items()},
    }


def _page(table: Table) -> Mapping[str, Any]:
    row = {
        "type": "object", "required": list(table.columns), "additionalProperties": False,
        "properties": {n: {"type": ["string", "null"], "description": f"{zh} · {en}"} for n, (zh, en) in table.columns.items()},
    }  # fmt: skip
    return {
        "type": "object", "required": ["count", "next", "rows"],
        "properties": {
            "count": {"type": "integer", "description": "共几行 · rows in all"},
            "next": {"type": ["string", "null"], "description": "下一页 · the next page"}, "rows": {"type": "array", "items": row},
        },
    }  # fmt: skip
