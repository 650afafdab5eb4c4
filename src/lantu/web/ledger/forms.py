"""What a person types about a statement, as a decision."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict

from lantu.errors import BadRequest, LantuError
from lantu.model import Comparator, Measure, Nature, Period, Quantity, Statement
from lantu.store import deciding
from lantu.store.deciding import Seen, Verdict

T = TypeVar("T", bound=StrEnum)
BY = "本机"  # until there are accounts


def decided(statement: Statement, form: QueryDict) -> Seen:
    """Carry out what the form says of the statement as it was seen. Raises as the verbs of `deciding`, and BadRequest."""
    seen = Seen(statement.id, form.get("reading", ""), _number(form.get("decision", "0")))
    verdict, reason = form.get("verdict", ""), form.get("reason", "")
    if verdict == Verdict.CONFIRMED:
        return deciding.confirm(seen, BY)
    if verdict == Verdict.REJECTED:
        return deciding.reject(seen, BY, reason)
    if verdict == Verdict.CORRECTED:
        return deciding.correct(seen, BY, reason, **_changed(statement, form))
    raise _wrong("verdict", verdict)


def _changed(statement: Statement, form: QueryDict) -> dict[str, object]:
    """The fields that differ from what was read."""
    said = {
        "indicator": form.get("indicator", "").strip() or statement.indicator,
        "measure": _of("measure", Measure, form.get("measure", statement.measure)),
        "nature": _of("nature", Nature, form.get("nature", statement.nature)),
        "period": _period(form.get("period", statement.period.code)),
        "quantity": _quantity(statement.quantity, form),
    }
    changed = {name: value for name, value in said.items() if value != getattr(statement, name)}
    if not changed:
        raise BadRequest(
            "各字段与读取结果相同：没有要更正的。", "Nothing differs from what was read: nothing to correct."
        )
    return changed


def _quantity(read: Quantity, form: QueryDict) -> Quantity:
    comparator = _of("comparator", Comparator, form.get("comparator", read.comparator))
    high = form.get("high", "" if read.high is None else str(read.high)).strip()
    if bool(high) != (comparator is Comparator.BETWEEN):
        raise BadRequest(
            "区间要写上下限两个数，其他比较只写一个数。",
            "A range wants both ends; any other comparison wants one number.",
        )
    value = _decimal(form.get("value", str(read.value)))
    return Quantity(value, form.get("unit", read.unit).strip(), comparator, _decimal(high) if high else None)


def _decimal(text: str) -> Decimal:
    try:
        value = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise _wrong("value", text) from None
    if not value.is_finite():
        raise _wrong("value", text)
    return value


def _period(text: str) -> Period:
    try:
        return Period(text.strip())
    except ValueError:
        raise BadRequest(
            f"时期“{text}”写法不对：如 2023、2021-2025、2023-H1、2023-Q3、2023-07；文中没有写明写 ?。",
            f"'{text}' is no period: write 2023, 2021-2025, 2023-H1, 2023-Q3, 2023-07, or ? where the text names none.",
        ) from None


def _of(name: str, type_: type[T], text: str) -> T:
    try:
        return type_(text)
    except ValueError:
        raise _wrong(name, text) from None


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise _wrong("decision", text)
    return int(text)


def _wrong(name: str, text: str) -> LantuError:
    return BadRequest(f"{name} 的值“{text}”不对。", f"'{text}' is no value of {name}.")
