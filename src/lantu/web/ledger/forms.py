"""What a person types about a statement, as a decision."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from django.db import transaction

from lantu.errors import BadRequest, LantuError
from lantu.model import Binding, Comparator, Measure, Nature, Period, Quantity, Statement
from lantu.registers import places
from lantu.store import deciding, naming
from lantu.store.deciding import Seen, Verdict
from lantu.web.ledger.fields import flat

T = TypeVar("T", bound=StrEnum)
BY = "本机"  # until there are accounts
PRICES = ("", "real", "nominal")
AGAINST = ("", "previous_year", "previous_period")
_CODE = re.compile(r"\d{6}(-.{1,40})?")
_LONGEST = {
    "indicator": 300,
    "unit": 300,
    "place": 300,
    "responsible": 300,
    "scope": 100,
    "vintage": 100,
    "reason": 2000,
}


@transaction.atomic
def decided(statement: Statement, place: str, form: Mapping[str, str]) -> Seen:
    """Carry out what the form says of the statement as it was seen, in a document of `place`.

    A corrected indicator may be called so in every document of the place (`always`). Raises as the verbs of
    `deciding` and `naming`, and BadRequest.
    """
    _check_lengths(form)
    seen = Seen(statement.id, form.get("reading", ""), _number(form.get("decision", "0")))
    verdict, reason = form.get("verdict", ""), form.get("reason", "")
    if verdict == Verdict.CONFIRMED:
        return deciding.confirm(seen, BY)
    if verdict == Verdict.REJECTED:
        return deciding.reject(seen, BY, reason)
    if verdict != Verdict.CORRECTED:
        raise _wrong("verdict", verdict)
    changed = _changed(statement, form)
    made = deciding.correct(seen, BY, reason, **changed)
    if form.get("always") and "indicator" in changed and place:
        naming.name(place, statement.indicator, str(changed["indicator"]), BY, reason)
    return made


def _check_lengths(form: Mapping[str, str]) -> None:
    for name, most in _LONGEST.items():
        if len(form.get(name, "")) > most or "\0" in form.get(name, ""):
            raise BadRequest(f"{name} 过长（最多 {most} 字）。", f"{name} is too long: {most} characters at most.")


def _changed(statement: Statement, form: Mapping[str, str]) -> dict[str, object]:
    """The fields that differ from what was read."""
    form = {**flat(statement), **form}
    binding = form["binding"]
    said = {
        "indicator": form["indicator"].strip() or statement.indicator,
        "measure": _of("measure", Measure, form["measure"]),
        "nature": _of("nature", Nature, form["nature"]),
        "period": _period(form["period"]),
        "quantity": _quantity(form),
        "place": _place(form["place"].strip()),
        "binding": _of("binding", Binding, binding) if binding else None,
        "responsible": form["responsible"].strip() or None,
        "qualifiers": replace(
            statement.qualifiers, price=_one_of("price", PRICES, form["price"]), scope=form["scope"].strip(),
            vintage=form["vintage"].strip(), against=_one_of("against", AGAINST, form["against"]),
            lagged=bool(form["lagged"]), cumulated=bool(form["cumulated"]),
        ),
    }  # fmt: skip
    changed = {name: value for name, value in said.items() if value != getattr(statement, name)}
    if not changed:
        raise BadRequest(
            "各字段与读取结果相同：没有要更正的。", "Nothing differs from what was read: nothing to correct."
        )
    return changed


def _quantity(form: Mapping[str, str]) -> Quantity:
    comparator = _of("comparator", Comparator, form["comparator"])
    high = form["high"].strip()
    if bool(high) != (comparator is Comparator.BETWEEN):
        raise BadRequest(
            "区间要写上下限两个数，其他比较只写一个数。",
            "A range wants both ends; any other comparison wants one number.",
        )
    value = _decimal(form["value"])
    return Quantity(value, form["unit"].strip(), comparator, _decimal(high) if high else None)


def _decimal(text: str) -> Decimal:
    try:
        value = Decimal(text.strip().replace(",", "").replace("，", "").replace("−", "-"))
    except InvalidOperation:
        raise _wrong("value", text[:40]) from None
    if not value.is_finite() or len(text) > 40 or abs(value.adjusted()) > 30:
        raise _wrong("value", text[:40])
    return value


def _place(text: str) -> str | None:
    """The code of a place that is written as its code or its name."""
    if not text:
        return None
    if _CODE.fullmatch(text):
        return text
    found = places.find(text)
    if found is None:
        raise BadRequest(
            f"没有找到地区“{text}”：写六位区划代码，如 350104，或区划全称。",
            f"No place '{text}' is known: write its code of six digits, 350104, or its full name.",
        )
    return found.code


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


def _one_of(name: str, known: tuple[str, ...], text: str) -> str:
    if text not in known:
        raise _wrong(name, text)
    return text


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise _wrong("decision", text[:40])
    return int(text)


def _wrong(name: str, text: str) -> LantuError:
    return BadRequest(f"{name} 的值“{text}”不对。", f"'{text}' is no value of {name}.")
