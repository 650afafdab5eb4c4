"""Open data: targets, values and statements of what is public, as CSV, JSON and XLSX, each with its dictionary."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from lantu.report.sheets import Column, Sheet
from lantu.web.portal import visible
from lantu.web.portal.guard import while_open

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of open data: its columns with their meaning in both languages, and its lines."""

    name: str
    zh: str
    en: str
    columns: Mapping[str, tuple[str, str]]
    lines: Callable[[], Iterator[Line]]


def _targets() -> Iterator[Line]:
    public = visible.hashes()
    for page, plan in visible.plans(public):
        for row in visible.rows(plan["key"], public):
            yield (
                page.place.code, page.place.name, plan["name"][0], plan["period"], row["key"], row["name"], row["binding"], row["sector"],
                row["base"]["text"] if row["base"] else "", row["goal"]["text"], row["when"][0], row["kind"][0],
                row["latest"]["text"] if row["latest"] else "", row["latest_when"][0] if row["latest_when"] else "",
                row["vintage"][0] if row["vintage"] else "", row["progress"], row["status_words"][0], _sentence(row["goal"]["refs"][0]),
            )  # fmt: skip


def _values() -> Iterator[Line]:
    public = visible.hashes()
    seen: set[Line] = set()
    for _, plan in visible.plans(public):
        for row in visible.rows(plan["key"], public):
            found = visible.target(row["key"], public)
            for value in found[1]["values"] if found else ():
                ref = value["figure"]["refs"][0]
                line = (
                    row["key"], value["what"][0], value["period"], value["figure"]["text"], value["vintage"][0], ref["name"],
                    _sentence(ref),
                )  # fmt: skip
                if line not in seen:
                    seen.add(line)
                    yield line


def _statements() -> Iterator[Line]:
    for s in visible.statements():
        d = s.document
        yield (
            d.place, d.title or d.name, d.dated, s.indicator, s.value, s.high, s.unit, s.comparator, s.measure, s.nature, s.period,
            s.text, s.key,
        )  # fmt: skip


def _sentence(ref: Mapping[str, str]) -> str:
    return f"{ref['before']}{ref['text']}{ref['after']}"


TABLES: Mapping[str, Table] = {
    "targets": Table("targets", "目标", "Targets", {
        "place": ("行政区划代码", "division code"), "place_name": ("地区", "place"), "plan": ("规划或计划", "plan"), "plan_period": ("规划期", "period of the plan"),
        "target": ("目标编号", "identifier of the target"), "indicator": ("指标", "indicator as the plan names it"), "binding": ("约束性或预期性", "binding or expected"),
        "sector": ("领域", "sector, the plan's own"), "base": ("基期值，照原文", "base as printed"), "goal": ("目标值，照原文", "target as printed"),
        "due": ("目标期", "period of the target"), "kind": ("目标类型", "kind of target"), "latest": ("最新数据，照原文", "latest value as printed"),
        "latest_period": ("最新数据的时期", "its period"), "vintage": ("数据版本", "vintage"), "progress": ("完成进度", "share of the way done"),
        "status": ("判断", "assessment"), "sentence": ("目标的原句", "sentence of the target"),
    }, _targets),
    "values": Table("values", "实际值", "Values", {
        "target": ("目标编号", "identifier of the target"), "what": ("内容", "what is measured"), "period": ("时期", "period"), "value": ("数值，照原文", "value as printed"),
        "vintage": ("数据版本", "vintage"), "document": ("文档", "document"), "sentence": ("原句", "sentence"),
    }, _values),
    "statements": Table("statements", "表述", "Statements", {
        "place": ("行政区划代码", "division code"), "document": ("文档", "document"), "date": ("文档日期", "date of the document"), "indicator": ("指标", "indicator"),
        "value": ("数值", "value"), "high": ("区间上限", "upper end of a range"), "unit": ("计量单位", "unit"), "comparator": ("比较", "comparator"),
        "measure": ("度量", "measure"), "nature": ("性质", "nature"), "period": ("时期", "period"), "text": ("原文数字", "as printed"), "id": ("表述编号", "identifier"),
    }, _statements),
}  # fmt: skip
_DAY = date(2000, 1, 1)  # of every workbook: the same rows are the same bytes whenever they are asked for
ENDINGS = ("csv", "json", "xlsx")
_TYPES = {
    "csv": "text/csv; charset=utf-8", "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@require_GET
@while_open
def download(_: HttpRequest, table: str, ending: str) -> HttpResponse:
    """One table in one format."""
    if table not in TABLES or ending not in ENDINGS:
        raise Http404
    chosen = TABLES[table]
    lines = list(chosen.lines())
    made = {"csv": _csv, "json": _json, "xlsx": _xlsx}[ending](chosen, lines)
    answer = HttpResponse(made, content_type=_TYPES[ending])
    answer["Content-Disposition"] = f'attachment; filename="{table}.{ending}"'
    return answer


def _csv(table: Table, lines: Sequence[Line]) -> bytes:
    """With a mark of its encoding, so that Excel reads Chinese."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(tuple(_harmless(cell) for cell in line) for line in lines)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A text that a spreadsheet would take for a formula stays a text."""
    formula = cell[:1] in ("=", "+", "@", "\t", "\r") or (cell[:1] == "-" and not _is_number(cell))
    return f"'{cell}" if formula else cell


def _is_number(cell: str) -> bool:
    try:
        return Decimal(cell).is_finite()
    except InvalidOperation:
        return False


def _json(table: Table, lines: Sequence[Line]) -> bytes:
    columns = {name: {"zh": zh, "en": en} for name, (zh, en) in table.columns.items()}
    rows = [dict(zip(table.columns, line, strict=True)) for line in lines]
    return json.dumps({"table": table.name, "columns": columns, "rows": rows}, ensure_ascii=False, indent=1).encode()


def _xlsx(table: Table, lines: Sequence[Line]) -> bytes:
    """A sheet of the lines, and one of what the fields mean; the same bytes for the same rows."""
    from lantu.report.xlsx import workbook  # noqa: PLC0415 - half a second that only a workbook is worth

    columns = tuple(Column(zh, 18) for zh, _ in table.columns.values())
    meaning = tuple((name, zh, en) for name, (zh, en) in table.columns.items())
    told = (Column("字段", 20), Column("含义", 40), Column("Meaning", 40))
    return workbook((Sheet(table.zh, columns, tuple(lines), 1), Sheet("字段说明", told, meaning, 1)), _DAY)
