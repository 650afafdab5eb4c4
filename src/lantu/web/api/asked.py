"""What a request to the API may ask: parameters with their bounds, each said in both languages. One table for answers and OpenAPI."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

LIMIT, MOST, FURTHEST = 50, 200, 100_000


class Unasked(Exception):
    """A parameter that is not understood: what it is and what is."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter: text, or a whole number within bounds."""

    zh: str
    en: str
    low: int | None = None
    high: int | None = None
    default: int | None = None
    required: bool = False

    @property
    def schema(self) -> Mapping[str, object]:
        """Its JSON schema."""
        if self.low is None:
            return {"type": "string", "maxLength": 300, "pattern": "^[^\\x00]*$"}
        bounds: dict[str, object] = {"type": "integer", "minimum": self.low, "maximum": self.high}
        return bounds if self.default is None else {**bounds, "default": self.default}


PAGING = {
    "limit": Parameter("一页多少行", "rows of a page", 1, MOST, LIMIT),
    "offset": Parameter("从第几行起，自0计", "first row, from 0", 0, FURTHEST, 0),
}
PLACE = Parameter("行政区划代码", "division code")
KIND = Parameter("文档种类", "kind of document")
YEAR = Parameter("报告或安排的年份", "year that is reported or planned", 1949, 2100)
INDICATOR = Parameter("指标名，照原文", "indicator as printed")
PERIOD = Parameter("时期，如 2022、2021-2025", "period such as 2022, 2021-2025")
PLAN = Parameter("规划或计划编号", "identifier of the plan")
DOCUMENT = Parameter("文档的 SHA-256", "SHA-256 of the document")


def asked(values: QueryDict, allowed: Mapping[str, Parameter]) -> dict[str, str | int]:
    """What was asked, each once. Raises Unasked."""
    unknown = sorted(set(values) - set(allowed))
    if unknown:
        known = ", ".join(allowed)
        raise Unasked(f"没有参数 {unknown[0]}；可用的有 {known}", f"No parameter {unknown[0]}; there are {known}")
    found: dict[str, str | int] = {n: p.default for n, p in allowed.items() if p.default is not None}
    for name in values:
        if len(values.getlist(name)) > 1:
            raise Unasked(f"{name} 只能给一次", f"{name} is given once")
        found[name] = _value(name, str(values[name]), allowed[name])
    missing = [name for name, parameter in allowed.items() if parameter.required and name not in found]
    if missing:
        raise Unasked(
            f"要有 {missing[0]}：{allowed[missing[0]].zh}", f"{missing[0]} is wanted: {allowed[missing[0]].en}"
        )
    return found


def _value(name: str, said: str, parameter: Parameter) -> str | int:
    if parameter.low is None or parameter.high is None:
        if "\0" in said or len(said) > 300:
            raise Unasked(
                f"{name} 太长或含不可用的字符", f"{name} is too long or holds a character that cannot be used"
            )
        return said
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 12 else -1
    if not parameter.low <= number <= parameter.high:
        raise Unasked(
            f"{name} 应为 {parameter.low} 到 {parameter.high} 的整数",
            f"{name} is a whole number from {parameter.low} to {parameter.high}",
        )
    return number
