"""The tables of the API: what each row holds, what can be asked of it, and its published rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from lantu.store import deciding, models
from lantu.web.api import asked
from lantu.web.api.asked import Parameter
from lantu.web.portal import visible

Asked = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and how many there are."""

    count: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `columns`: meaning in Chinese and English; every value is text, or null where there is none."""

    zh: str
    en: str
    columns: Mapping[str, tuple[str, str]]
    parameters: Mapping[str, Parameter]
    page: Callable[[Asked], Page]


def _documents(said: Asked) -> Page:
    found = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED)
    found = found.filter(**{name: said[name] for name in ("place", "kind") if name in said})
    if "year" in said:
        found = found.filter(Q(reporting_year=said["year"]) | Q(planning_year=said["year"]))
    return Page(found.count(), [_document(d) for d in _cut(found.order_by("-dated", "pk"), said)])


def _document(d: models.Document) -> Row:
    return {
        "id": d.sha256, "name": d.name, "title": d.title or None, "kind": d.kind, "place": d.place or None, "date": d.dated or None,
        "reporting_year": _text(d.reporting_year), "planning_year": _text(d.planning_year),
    }  # fmt: skip


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _cut(found: QuerySet[Any], said: Asked) -> QuerySet[Any]:
    return found[said["offset"] : said["offset"] + said["limit"]]


def _places(said: Asked) -> Page:
    """Places of which a document is public."""
    held = models.Document.objects.filter(public=True, state=models.Document.State.COUNTED).order_by()
    number = dict(held.values_list("place").annotate(number=Count("pk")))
    found = models.Place.objects.filter(code__in=number).order_by("code")
    shown = [{"id": p.code, "name": p.name, "documents": str(number[p.code])} for p in _cut(found, said)]
    return Page(found.count(), shown)


def _statements(said: Asked) -> Page:
    found = visible.stated()
    for name in ("indicator", "period"):
        if name in said:
            found = found.filter(_reads(name, said[name]))
    if "place" in said:
        own = Q(place="") & ~_mended("place") | Q(key__in=_corrections().filter(fields__place=None).values("statement"))
        found = found.filter(_reads("place", said["place"]) | Q(document__place=said["place"]) & own)
    if "document" in said:
        found = found.filter(document__sha256=said["document"])
    if "kind" in said:
        found = found.filter(document__kind=said["kind"])
    if "year" in said:
        found = found.filter(Q(document__reporting_year=said["year"]) | Q(document__planning_year=said["year"]))
    shown = visible.as_decided(list(_cut(found.order_by("document_id", "start", "pk"), said)))
    return Page(found.count(), [{**_statement(s), "review": verdict or "proposed"} for s, verdict in shown])


def _corrections() -> QuerySet[models.Decision]:
    return deciding.in_force().filter(verdict=models.Decision.Verdict.CORRECTED)


def _mended(name: str) -> Q:
    """A person corrected this field."""
    return Q(key__in=_corrections().filter(fields__has_key=name).values("statement"))


def _reads(name: str, value: str) -> Q:
    """The field is `value`: as read where nobody corrected it, else as corrected."""
    now = _corrections().filter(**{f"fields__{name}": value}).values("statement")
    return Q(**{name: value}) & ~_mended(name) | Q(key__in=now)


def _statement(s: models.Statement) -> Row:
    return {
        "id": s.key, "document": s.document.sha256, "place": s.place or s.document.place or None, "indicator": s.indicator, "value": s.value,
        "high": s.high or None, "unit": s.unit, "comparator": s.comparator, "measure": s.measure, "nature": s.nature, "period": s.period,
        "text": s.text, "start": str(s.start), "end": str(s.end),
    }  # fmt: skip


def _plans(said: Asked) -> Page:
    shown = [
        {"id": plan["key"], "place": page.place.code, "place_name": page.place.name, "name": plan["name"][0], "name_en": plan["name"][1],
         "period": plan["period"], "as_of": plan["as_of"], "elapsed": plan["elapsed"]}
        for page, plan in visible.plans(visible.hashes(), said.get("place", ""))
    ]  # fmt: skip
    return Page(len(shown), shown[said["offset"] : said["offset"] + said["limit"]])


def _targets(said: Asked) -> Page:
    public = visible.hashes()
    plans = [plan["key"] for _, plan in visible.plans(public, said.get("place", ""))]
    chosen = [key for key in plans if said.get("plan", key) == key]
    rows = [row for row in visible.rows_of(chosen, public) if said.get("indicator", row["name"]) == row["name"]]
    return Page(len(rows), [_target(row) for row in rows[said["offset"] : said["offset"] + said["limit"]]])


def _target(row: Row) -> Row:
    return {
        "id": row["key"], "plan": row["plan"], "indicator": row["name"], "indicator_en": row["en"] or None, "binding": row["binding"] or None,
        "sector": row["sector"] or None, "base": row["base"]["text"] if row["base"] else None, "goal": row["goal"]["text"],
        "due": row["when"][0], "latest": row["latest"]["text"] if row["latest"] else None,
        "latest_period": row["latest_when"][0] if row["latest_when"] else None, "vintage": row["vintage"][0] if row["vintage"] else None,
        "progress": row["progress"] or None, "status": row["status"] or None, "statement": row["goal"]["refs"][0]["statement"] or None,
        "document": row["goal"]["refs"][0]["document"],
    }  # fmt: skip


def _values(said: Asked) -> Page:
    public = visible.hashes()
    found = visible.target(said["target"], public)
    values = [v for v in (found[1]["values"] if found else ()) if said.get("period", v["period"]) == v["period"]]
    shown = [
        {"target": said["target"], "what": v["what"][0], "period": v["period"], "value": v["figure"]["text"], "vintage": v["vintage"][0],
         "statement": v["figure"]["refs"][0]["statement"] or None, "document": v["figure"]["refs"][0]["document"]}
        for v in values
    ]  # fmt: skip
    return Page(len(shown), shown[said["offset"] : said["offset"] + said["limit"]])


_ID, _DOCUMENT, _PERIOD = ("编号", "identifier"), ("文档的 SHA-256", "SHA-256 of the document"), ("时期", "period")
_STATEMENT = ("表述编号", "identifier of the statement")
_PLACE, _INDICATOR = ("行政区划代码", "division code"), ("指标，照原文", "indicator as printed")
TABLES: Mapping[str, Table] = {
    "documents": Table("公开的文档", "Public documents", {
        "id": _DOCUMENT, "name": ("文件名", "file name"), "title": ("标题", "title"), "kind": ("种类", "kind"), "place": _PLACE, "date": ("日期", "date"),
        "reporting_year": ("报告的年份", "year reported"), "planning_year": ("安排的年份", "year planned"),
    }, {"place": asked.PLACE, "kind": asked.KIND, "year": asked.YEAR, **asked.PAGING}, _documents),
    "statements": Table("公开文档的表述", "What public documents state", {
        "id": _ID, "document": _DOCUMENT, "place": _PLACE, "indicator": _INDICATOR, "value": ("数值，照原文", "value as printed"), "high": ("区间上限", "upper end"),
        "unit": ("计量单位", "unit"), "comparator": ("比较", "comparator"), "measure": ("度量", "measure"), "nature": ("性质", "nature"), "period": _PERIOD,
        "text": ("原文", "as printed"), "start": ("起点，原文字符", "first character of the text"), "end": ("终点", "end"),
        "review": ("审定：proposed 未审定、confirmed 已确认、corrected 已更正", "proposed (nobody looked), confirmed or corrected by a person"),
    }, {"place": asked.PLACE, "kind": asked.KIND, "year": asked.YEAR, "document": asked.DOCUMENT, "indicator": asked.INDICATOR, "period": asked.PERIOD, **asked.PAGING}, _statements),
    "places": Table("有公开文档的地区", "Places with public documents", {
        "id": _PLACE, "name": ("地区", "place"), "documents": ("公开的文档数", "number of public documents"),
    }, {**asked.PAGING}, _places),
    "plans": Table("公开的规划和计划", "Public plans", {
        "id": _ID, "place": _PLACE, "place_name": ("地区", "place"), "name": ("名称", "name"), "name_en": ("英文名称", "English name"), "period": ("规划期", "period"),
        "as_of": ("评估至", "assessed as of"), "elapsed": ("时间过去", "time passed"),
    }, {"place": asked.PLACE, **asked.PAGING}, _plans),
    "targets": Table("公开的目标", "Public targets", {
        "id": _ID, "plan": ("规划或计划编号", "plan"), "indicator": _INDICATOR, "indicator_en": ("英文名", "English name"), "binding": ("约束性或预期性", "binding or expected"),
        "sector": ("领域", "sector"), "base": ("基期值", "base"), "goal": ("目标值", "target"), "due": ("目标期", "due"), "latest": ("最新数据", "latest value"),
        "latest_period": ("其时期", "its period"), "vintage": ("数据版本", "vintage"), "progress": ("完成进度", "progress"), "status": ("判断", "status"),
        "statement": _STATEMENT, "document": _DOCUMENT,
    }, {"place": asked.PLACE, "plan": asked.PLAN, "indicator": asked.INDICATOR, **asked.PAGING}, _targets),
    "values": Table("一项目标的公开实际值", "Public values of a target", {
        "target": ("目标编号", "target"), "what": ("内容", "what is measured"), "period": _PERIOD, "value": ("数值，照原文", "value as printed"),
        "vintage": ("数据版本", "vintage"), "statement": _STATEMENT, "document": _DOCUMENT,
    }, {"target": Parameter("目标编号", "identifier of the target", required=True), "period": asked.PERIOD, **asked.PAGING}, _values),
}  # fmt: skip
